"""Every shape of output holds the same rows, and what was there before is never lost."""

import csv
import gzip
import json
import os

import pytest

from tests.batch.archive import making
from tests.batch.archive.making import CLEAN, DAMAGE, RESTORED, SPUN, clean, rows_of

FILES = ("o.jsonl", "o.jsonl.gz", "o.jsonl.zst", "o.csv", "o.parquet")
PARTS = ("p.jsonl/", "p.csv/", "p.parquet/")


@pytest.fixture
def table(tmp_path):
    return making.jsonl(tmp_path / "t.jsonl")


@pytest.mark.parametrize("name", [*FILES, *PARTS, "tree"])
@pytest.mark.parametrize("size", [None, 1])
@pytest.mark.parametrize("details", [False, True])
def test_every_output_holds_the_same_rows(tmp_path, table, name, size, details):
    for output in ("base.jsonl", name):
        target = f"{tmp_path}/{output}"
        assert clean(table, output=target, chunk_size=size, details=details)
    rows = rows_of(f"{tmp_path}/{name}")
    assert rows == rows_of(tmp_path / "base.jsonl")
    assert [row.clean for row in rows] == list(RESTORED)
    assert [row.damage for row in rows] == list(DAMAGE)
    if details:
        first = rows[0].details[0]
        assert (first["kind"], first["before"], first["after"]) == ("script", "動", "动") or first
        assert all(SPUN[one["start"] : one["end"]] == one["before"] for one in rows[0].details)
    else:
        assert rows[0].details is None


def test_the_columns_of_a_table_stay(tmp_path, table):
    clean(table, output=tmp_path / "o.jsonl")
    first = json.loads((tmp_path / "o.jsonl").read_text("utf-8").splitlines()[0])
    given = making.objects()[0]
    assert {name: first[name] for name in ("id", "text", "url")} == {
        name: given[name] for name in ("id", "text", "url")
    }
    assert first["input_date"] == given["date"]  # a row has a date of its own
    assert first["counts"]["gloss"] > 0
    assert "details" not in first


def test_a_parquet_table_keeps_its_types_and_has_nested_counts(tmp_path):
    from pyarrow import parquet

    clean(making.parquet(tmp_path / "t.parquet"), output=tmp_path / "o.parquet", details=True)
    table = parquet.read_table(tmp_path / "o.parquet")
    assert str(table.schema.field("id").type) == "int64"
    assert table.column("text").to_pylist() == list(making.TEXTS)
    assert table.column("clean").to_pylist() == list(RESTORED)
    assert table.column("counts").to_pylist()[0]["gloss"] > 0
    assert table.column("details").to_pylist()[0][0]["rule"]


def test_a_folder_of_parts_is_read_as_one_table_by_others(tmp_path, table):
    from pyarrow import dataset

    assert clean(table, output=f"{tmp_path}/p.parquet/", chunk_size=1)
    assert (tmp_path / "p.parquet" / "part-00000.parquet").is_file()
    assert dataset.dataset(tmp_path / "p.parquet").count_rows() == 5


def test_a_table_for_a_spreadsheet_is_armless(tmp_path):
    source = making.table_csv(tmp_path / "t.csv", ["=cmd|' /c calc'!A0", "-1", SPUN])
    clean(source, output=tmp_path / "o.csv")
    data = (tmp_path / "o.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,text,url,input_date,page,")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert rows[0]["clean"] == "'=cmd|' /c calc'!A0"
    assert [row.clean for row in rows_of(tmp_path / "o.csv")][:2] == ["=cmd|' /c calc'!A0", "-1"]
    # What was read once is read again.
    again = making.rows_from(tmp_path, tmp_path / "o.csv", column="clean")
    assert again[0].clean == "=cmd|' /c calc'!A0"


def test_a_folder_keeps_its_tree(tmp_path):
    source = making.folder(tmp_path / "src")
    (source / "c" / "x.html").write_text(f"<html><body><p>{SPUN}</p></body></html>", "utf-8")
    assert clean(source, output=tmp_path / "out")
    found = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes().decode()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and "_jingdu" not in path.parts
    }
    wanted = dict(zip(making.NAMES, RESTORED, strict=True))
    assert found == {**wanted, "c/x.html.txt": RESTORED[0]}
    assert [row.clean for row in rows_of(tmp_path / "out")][:2] == list(RESTORED[:2])


def test_pages_with_one_name_do_not_take_each_others_place(tmp_path):
    path = tmp_path / "p.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        making.zipped(path, [SPUN, CLEAN, CLEAN], ["a.txt", "a.txt", "x/../a.txt"])
    assert clean(path, output=tmp_path / "out")
    found = {one.name: one.read_text("utf-8") for one in (tmp_path / "out").glob("*.txt")}
    assert found == {"a.txt": RESTORED[0], "a-2.txt": CLEAN}
    assert (tmp_path / "out" / "x" / "a.txt").read_text("utf-8") == CLEAN


def test_two_folders_with_pages_of_one_name(tmp_path):
    one = making.folder(tmp_path / "1", [SPUN], ["a.txt"])
    two = making.folder(tmp_path / "2", [CLEAN], ["a.txt"])
    assert clean(one, two, output=tmp_path / "out", chunk_size=1)
    found = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").glob("*.txt")}
    assert found == {"a.txt": RESTORED[0], "a-2.txt": CLEAN}


@pytest.mark.parametrize(
    "name",
    ["../../x.txt", "/etc/x.txt", "C:\\x.txt", "a/./b.txt", "x" * 300 + ".txt", "_jingdu/x.txt",
     "a\x1b[31mb.txt", "con.txt"],
)  # fmt: skip
def test_no_page_lies_outside_the_folder_of_results(tmp_path, name):
    making.tarred(tmp_path / "p.tar", [SPUN], [name])
    assert clean(tmp_path / "p.tar", output=tmp_path / "in" / "out")
    (row,) = rows_of(tmp_path / "in" / "out")
    assert row.clean == RESTORED[0]
    outside = {path.name for path in tmp_path.iterdir()} - {"in", "p.tar"}
    assert not outside
    assert not any(ord(sign) < 32 for path in (tmp_path / "in").rglob("*") for sign in path.name)


def test_rows_of_a_table_become_files_of_a_folder(tmp_path, table):
    assert clean(table, output=tmp_path / "out")
    assert (tmp_path / "out/t.jsonl/000000/000000001.txt").read_text("utf-8") == CLEAN


def test_pages_of_a_crawl_become_files_by_their_addresses(tmp_path):
    assert clean(making.crawl(tmp_path / "c.warc"), output=tmp_path / "out")
    assert (tmp_path / "out/A.example/1.html.txt").read_text("utf-8") == CLEAN


@pytest.mark.parametrize("name", [*FILES, "p.parquet/", "tree"])
def test_what_is_there_is_kept_unless_told_otherwise(tmp_path, table, name, capfd):
    target = f"{tmp_path}/{name}"
    if name.endswith("/") or name == "tree":
        os.mkdir(target)
        kept = os.path.join(target, "mine.txt")
    else:
        kept = target
    with open(kept, "w") as file:
        file.write("mine")
    assert not clean(table, output=target)
    assert "already exists. Use --force to replace it" in capfd.readouterr().err
    with open(kept) as file:
        assert file.read() == "mine"
    assert clean(table, output=target, force=True)
    assert len(rows_of(target)) == 5
    if kept != target:
        assert os.path.exists(kept)  # what is not of a run stays
    assert not clean(table, output=target)
    assert clean(table, output=target, force=True)


def test_an_empty_folder_is_taken(tmp_path, table):
    (tmp_path / "out").mkdir()
    assert clean(table, output=tmp_path / "out")


def test_nothing_but_the_output_is_left(tmp_path, table):
    assert clean(table, output=tmp_path / "o.jsonl", chunk_size=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.jsonl", "t.jsonl"]


def test_a_source_is_never_written_over(tmp_path, capfd):
    source = making.folder(tmp_path / "src")
    assert not clean(source, output=source, force=True)
    assert "is the source itself" in capfd.readouterr().err
    table = making.jsonl(tmp_path / "t.jsonl")
    assert not clean(table, output=table, force=True)
    assert table.read_bytes()


def test_an_output_inside_its_source_is_no_source(tmp_path):
    source = making.folder(tmp_path / "src")
    for _ in range(2):
        assert clean(source, output=source / "cleaned", force=True)
        assert len(rows_of(source / "cleaned")) == 5
    # Nor are results of another run that lie there.
    assert clean(source / "cleaned", output=tmp_path / "o.jsonl")
    assert [row.damage for row in rows_of(tmp_path / "o.jsonl")] == ["clean"] * 4 + ["lost"]


def test_packed_lines_are_the_same_bytes_each_time(tmp_path, table):
    for name in ("one", "two"):
        clean(table, output=tmp_path / f"{name}.jsonl.gz", chunk_size=1)
    one, two = ((tmp_path / f"{name}.jsonl.gz").read_bytes() for name in ("one", "two"))
    assert one == two
    assert len(gzip.decompress(one).splitlines()) == 5


@pytest.mark.parametrize("size", [None, 1])
def test_other_sources_keep_what_they_had_as_json_in_one_column(tmp_path, table, size):
    from pyarrow import parquet

    clean(table, output=tmp_path / "o.parquet", chunk_size=size)
    clean(table, output=tmp_path / "o.csv", chunk_size=size)
    given = parquet.read_table(tmp_path / "o.parquet").column("input").to_pylist()
    assert [json.loads(one) for one in given] == making.objects()
    with open(tmp_path / "o.csv", encoding="utf-8-sig", newline="") as file:
        assert [json.loads(one["input"]) for one in csv.DictReader(file)] == making.objects()


def test_cells_that_no_table_can_hold_are_mended(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "甲\\ud840乙", "x": NaN}\n', "utf-8")
    for name in FILES:
        assert clean(path, output=tmp_path / name)
        assert len(rows_of(tmp_path / name)) == 1


def test_the_report_is_written_from_the_rows(tmp_path, table):
    report = tmp_path / "r.html"
    assert clean(table, output=tmp_path / "o.parquet", report=str(report))
    assert "<html" in report.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_can_be_written_it_says_so(tmp_path, table, capfd):
    (tmp_path / "locked").mkdir(mode=0o500)
    assert not clean(table, output=tmp_path / "locked" / "o.jsonl")
    assert "Permission denied" in capfd.readouterr().err


@pytest.mark.parametrize("name", FILES)
def test_cells_of_every_type_come_through(tmp_path, name):
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table(
        {
            "text": pa.array([SPUN, None]),
            "when": pa.array([1, None], pa.timestamp("ns", "UTC")),
            "day": pa.array([1, 2], pa.date32()),
            "raw": pa.array([b"\xff", b""]),
            "tags": pa.array([["a", "b"], []]),
            "rich": pa.array([{"x": 1.5}, None]),
            "kind": pa.array(["k", "k"]).dictionary_encode(),
        }
    )
    parquet.write_table(table, tmp_path / "t.parquet")
    assert not clean(tmp_path / "t.parquet", output=tmp_path / name)
    assert [row.damage for row in rows_of(tmp_path / name)] == ["spun", "failed"]
    if name.endswith(".parquet"):
        found = parquet.read_table(tmp_path / name).select(table.column_names)
        assert found.column("when") == table.column("when")
        assert found.column("rich").to_pylist() == table.column("rich").to_pylist()
