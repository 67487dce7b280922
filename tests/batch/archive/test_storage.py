"""Sources and results at an address: a store in memory stands for all that fsspec knows."""

import pytest

from reader.batch.archive import storage
from reader.batch.archive.sources.names import path_of_address, result_path
from tests.batch.archive import making
from tests.batch.archive.making import DAMAGE, RESTORED, clean, rows_of

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def store():
    files = fsspec.filesystem("memory")
    files.store.clear()
    files.pseudo_dirs[:] = [""]
    yield files
    files.store.clear()


def put(files, tmp_path, name, make):
    path = make(tmp_path / name)
    files.put(str(path), f"/in/{name}", recursive=path.is_dir())
    return f"memory://in/{name}"


SHAPES = {
    "pages": making.folder,
    "p.zip": making.zipped,
    "p.tar.gz": making.tarred,
    "t.jsonl": making.jsonl,
    "t.jsonl.zst": making.jsonl,
    "t.csv": making.table_csv,
    "t.parquet": making.parquet,
    "c.warc.gz": making.crawl,
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_source_is_read_from_an_address(tmp_path, store, name):
    source = put(store, tmp_path, name, SHAPES[name])
    assert clean(source, output=tmp_path / "o.jsonl", chunk_size=1)
    assert [row.damage for row in rows_of(tmp_path / "o.jsonl")] == list(DAMAGE)


@pytest.mark.parametrize("name", ["o.jsonl", "o.jsonl.gz", "o.csv", "o.parquet", "p.parquet/", "d"])
def test_every_output_is_written_to_an_address(tmp_path, store, name):
    source = put(store, tmp_path, "t.jsonl", making.jsonl)
    target = f"memory://out/{name}"
    assert clean(source, output=target, chunk_size=1)
    assert [row.clean for row in rows_of(target)] == list(RESTORED)
    assert not [path for path in store.find("/") if path.endswith(".tmp") or ".parts" in path]
    assert not clean(source, output=target)
    assert clean(source, output=target, force=True)


def test_a_run_at_an_address_goes_on(tmp_path, store):
    source = put(store, tmp_path, "t.jsonl", making.jsonl)
    target = "memory://out/p.jsonl/"
    assert clean(source, output=target, chunk_size=1)
    whole = {path: store.cat(path) for path in store.find("/out") if "part-" in path}
    store.rm("/out/p.jsonl/part-00002.jsonl")
    store.pipe("/out/p.jsonl/part-00003.jsonl", b"x")
    assert clean(source, output=target, chunk_size=1, resume=True)
    assert {path: store.cat(path) for path in store.find("/out") if "part-" in path} == whole


def test_a_pattern_at_an_address(tmp_path, store):
    for name in ("a.jsonl", "b.jsonl"):
        put(store, tmp_path, name, making.jsonl)
    assert clean("memory://in/*.jsonl", output=tmp_path / "o.jsonl")
    assert len(rows_of(tmp_path / "o.jsonl")) == 10


@pytest.mark.parametrize(
    "source", ["memory://in/none.jsonl", "memory://in/none/*.txt", "xyz://a/b"]
)
def test_an_address_with_nothing_is_named(tmp_path, store, source, capfd):
    assert not clean(source, output=tmp_path / "o.jsonl")
    said = capfd.readouterr().err
    assert said.startswith("jingdu: ")
    assert "Traceback" not in said


def test_a_file_takes_its_name_when_it_is_whole(tmp_path):
    path = tmp_path / "new" / "a.txt"
    with pytest.raises(TypeError), storage.create(str(path)) as file:
        file.write("half of a text, which is no bytes")
    assert list(path.parent.iterdir()) == []
    with storage.create(str(path)) as file:
        file.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"


@pytest.mark.parametrize(
    ("name", "twin", "path"),
    [
        ("a.txt", 0, "a.txt"),
        ("a.MD", 0, "a.MD"),
        ("a.docx", 0, "a.docx.txt"),
        ("a", 0, "a.txt"),
        ("a.txt", 1, "a-2.txt"),
        ("b/a.html", 2, "b/a.html-3.txt"),
        ("../../a.txt", 0, "a.txt"),
        ("/etc/passwd", 0, "etc/passwd.txt"),
        ("", 0, "page.txt"),
        ("..", 0, "page.txt"),
        ("_jingdu/a.txt", 0, "__jingdu/a.txt"),
        ("a/.b/c.txt", 0, "a/_.b/c.txt"),
        ("nul.txt", 0, "_nul.txt"),
    ],
)
def test_where_a_result_lies(name, twin, path):
    assert result_path(name, twin) == path


def test_long_names_stay_different():
    one, two = (result_path("长" * 200 + f"{number}.html") for number in (1, 2))
    assert one != two
    assert max(len(one.encode()), len(two.encode())) < 255


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://a.cn/b/c.html", "a.cn/b/c.html"),
        ("https://a.cn/", "a.cn/index.html"),
        ("https://a.cn/b?id=1", "a.cn/b?id=1"),
        ("https://a.cn/%E6%8A%A5", "a.cn/报"),
        ("https://[half", "page.html"),
    ],
)
def test_the_name_that_an_address_gives(address, path):
    assert path_of_address(address) == path
