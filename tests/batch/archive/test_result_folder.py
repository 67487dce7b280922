"""A folder of results as a list of documents: what is told of each, and what opens it."""

import json
import zipfile

import pytest

from reader.batch.archive.job import BatchJob
from reader.batch.archive.opening import PageAddress, read_page
from reader.batch.archive.result_folder import list_result
from reader.batch.archive.run import clean_archive
from reader.batch.folder import FolderExaminer
from tests.command import CLEAN, DAMAGED

LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"  # one place is undecided


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Return a folder of documents, as one stands beside it."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pages"
    texts = {"a.txt": DAMAGED, "b/lone.txt": LONE, "b/law.txt": CLEAN, "empty.docx": ""}
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def clean(source, output="out", **options):
    clean_archive(BatchJob((source,), output, **options))


def names(result):
    folder = result.listing.folder
    return [path.relative_to(folder).as_posix() for path in result.listing.files]


def test_pages_are_listed_with_what_their_rows_say(pages, tmp_path):
    clean("pages")
    result = list_result(tmp_path / "out")
    assert names(result) == ["a.txt", "empty.docx.txt", "b/law.txt", "b/lone.txt"]
    found = {path.name: page.found for path, page in result.pages.items()}
    assert found["lone.txt"].progress.undecided == 1
    assert found["lone.txt"].needs_a_human
    assert found["a.txt"].progress.left == 0
    assert not found["a.txt"].needs_a_human
    assert "empty" in str(found["empty.docx.txt"].error)
    assert found["empty.docx.txt"].needs_a_human
    assert not result.listing.has_more


def test_it_is_what_looking_at_the_page_would_tell(pages, tmp_path):
    (pages / "c.txt").write_text(LONE + "推動上?！V州、深圳的改革。\n" * 3, "utf-8")
    clean("pages")
    examiner = FolderExaminer(tmp_path / "data", tmp_path)
    unsure = 0
    for page in list_result(tmp_path / "out").pages.values():
        if page.found.error is None:
            looked = examiner.examine(page.opens).progress
            assert page.found.progress._replace(least=looked.least) == looked, page.opens
            unsure += looked.unsure
    assert unsure, "some of all are told of"


def test_a_page_of_a_folder_is_opened_where_it_lies(pages, tmp_path, monkeypatch):
    clean("pages", "results/of may")
    monkeypatch.chdir("/")
    result = list_result(tmp_path / "results" / "of may")
    assert {page.opens for page in result.pages.values()} == {
        pages / name for name in ("a.txt", "empty.docx", "b/law.txt", "b/lone.txt")
    }


def test_a_page_of_an_archive_is_opened_out_of_it(pages, tmp_path, monkeypatch):
    with zipfile.ZipFile("pages.zip", "w") as file:
        for path in sorted(pages.rglob("*.txt")):
            file.write(path, path.relative_to(pages))
    clean("pages.zip")
    monkeypatch.chdir("/")
    result = list_result(tmp_path / "out")
    (opens,) = (page.opens for path, page in result.pages.items() if path.name == "lone.txt")
    assert opens == PageAddress(str(tmp_path / "pages.zip"), "b/lone.txt", characters=len(LONE))
    assert read_page(opens)[0] == LONE


def test_of_very_many_pages_those_that_need_a_human_are_listed(pages, tmp_path):
    clean("pages")
    result = list_result(tmp_path / "out", limit=3)
    assert names(result) == ["a.txt", "empty.docx.txt", "b/lone.txt"]
    assert result.listing.has_more


def test_another_folder_is_no_result(pages):
    assert list_result(pages) is None
    (pages / "_jingdu").mkdir()
    assert list_result(pages) is None


def test_rows_that_anybody_wrote_name_no_other_place(tmp_path):
    folder = tmp_path / "out"
    (folder / "_jingdu").mkdir(parents=True)
    good = {"page": "a.txt", "source": "s", "position": 0}
    lines = [
        "[" * 100_000,
        "no json",
        "[]",
        json.dumps({"page": "a.txt"}),
        json.dumps({**good, "lost": "many"}),
        json.dumps({**good, "details": ["x"]}),
        json.dumps({**good, "details": [{}], "undecided": 1}),
        json.dumps({**good, "file": "../../b.txt"}),
        json.dumps({**good, "file": "/etc/c.txt"}),
        json.dumps({**good, "file": "d/" * 5_000 + "d.txt"}),
        json.dumps({**good, "file": "e\u0000.txt"}),
        json.dumps({**good, "source": "\\\\server.example\\share"}),
        '{"page": "torn',
    ]
    (folder / "_jingdu" / "pages.jsonl").write_text("\n".join(lines), "utf-8")
    result = list_result(folder)
    listed = names(result)
    assert listed[:3] == ["a.txt", "b.txt", "etc/c.txt"]
    assert listed[3].count("/") == 31
    assert len(listed) == 6
    assert all("\0" not in name for name in listed)


def test_a_run_that_goes_on_is_listed_as_far_as_it_is(pages, tmp_path):
    clean("pages")
    work = tmp_path / "out" / "_jingdu"
    (work / "pages.jsonl").rename(work / "part-00000.jsonl")
    assert len(list_result(tmp_path / "out").listing.files) == 4


def test_listing_can_be_stopped(pages, tmp_path):
    def stop():
        raise KeyboardInterrupt

    clean("pages")
    with pytest.raises(KeyboardInterrupt):
        list_result(tmp_path / "out", stop)
