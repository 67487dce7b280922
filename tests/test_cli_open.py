"""`jingdu open`: one page of an archive, where no window can be shown."""

import gzip
import json
import zipfile

import pytest

from reader.batch.archive.opening import NoSuchPage, PageAddress, read_page
from reader.text.errors import FileMissing
from tests.command import CLEAN, DAMAGED, RESTORED, jingdu


@pytest.fixture
def pages(tmp_path):
    """Return an archive with two documents."""
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("2024/law.txt", CLEAN.encode("gbk"))
        file.writestr("2024/page.txt", DAMAGED)
        file.writestr("-page.txt", DAMAGED)
    return path


@pytest.fixture
def table(tmp_path):
    """Return a table with an address, and a column that is not called text."""
    path = tmp_path / "news.jsonl.gz"
    rows = [
        {"body": CLEAN, "url": "https://a.example/1"},
        {"body": DAMAGED, "url": "https://a.example/2"},
    ]
    path.write_bytes(gzip.compress("".join(f"{json.dumps(row)}\n" for row in rows).encode()))
    return path


def test_the_clean_text_of_a_page_is_printed(pages):
    done = jingdu("open", pages, "2024/page.txt")
    assert done.stdout.decode() == RESTORED
    assert b"no display found" in done.stderr
    assert done.returncode == 0


def test_a_page_may_begin_with_a_dash(pages):
    assert jingdu("open", pages, "--", "-page.txt").stdout.decode() == RESTORED


def test_a_row_of_a_table_is_opened_by_its_number(table):
    name = f"{table.name}#1"
    done = jingdu("open", "--column", "body", table, name)
    assert done.stdout.decode() == RESTORED


def test_what_is_not_there_is_told(pages, tmp_path):
    done = jingdu("open", pages, "2024/none.txt")
    assert done.returncode == 1
    assert "has no page called “2024/none.txt”" in done.stderr.decode()
    assert jingdu("open", tmp_path / "none.zip", "a").returncode == 1
    assert jingdu("open", pages).returncode == 2


def test_a_page_comes_as_a_run_reads_it(pages, table):
    text, origin = read_page(PageAddress(str(pages), "2024/law.txt"))
    assert text == CLEAN
    assert origin.encoding == "gb18030"
    assert origin.path is None, "it is no file"
    _, origin = read_page(PageAddress(str(table), f"{table.name}#1", "body"))
    assert origin.address == "https://a.example/2"
    with pytest.raises(NoSuchPage):
        read_page(PageAddress(str(table), f"{table.name}#9", "body"))
    with pytest.raises(FileMissing):
        read_page(PageAddress("none.zip", "a"))


def test_of_pages_with_one_name_the_one_is_taken_that_is_as_long(tmp_path):
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", CLEAN)
        with pytest.warns(UserWarning, match="Duplicate name"):
            file.writestr("a.txt", DAMAGED)
    address = PageAddress(str(path), "a.txt")
    assert read_page(address)[0] == CLEAN
    assert read_page(address._replace(characters=len(DAMAGED)))[0] == DAMAGED
    assert read_page(address._replace(characters=5))[0] == CLEAN


def test_looking_for_a_page_can_be_stopped(pages):
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_page(PageAddress(str(pages), "2024/page.txt"), stop)


def test_a_report_can_be_had_when_all_is_done(pages, tmp_path):
    out, report = tmp_path / "out.jsonl", tmp_path / "report.html"
    assert jingdu("batch", pages, "-o", out).returncode == 0
    again = jingdu("batch", pages, "-o", out, "--resume", "--report", report)
    assert "nothing is left to do" in again.stderr.decode()
    assert "jingdu open" in report.read_text("utf-8")
