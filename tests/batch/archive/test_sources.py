"""Every shape of source gives the same rows; what is wrong with a part of it takes only that."""

import gzip
import json
import os
import sys

import pytest

from tests.batch.archive import making
from tests.batch.archive.making import (
    CLEAN,
    DAMAGE,
    NAMES,
    RESTORED,
    SPUN,
    TEXTS,
    clean,
    rows_from,
    rows_of,
)

MEMBERS = {
    "pages": making.folder,
    "pages.zip": making.zipped,
    "pages.tar": making.tarred,
    "pages.tar.gz": making.tarred,
}
TABLES = {
    "t.jsonl": making.jsonl,
    "t.jsonl.gz": making.jsonl,
    "t.jsonl.zst": making.jsonl,
    "t.csv": making.table_csv,
    "t.parquet": making.parquet,
}


@pytest.mark.parametrize("name", MEMBERS)
def test_documents_keep_their_names(tmp_path, name):
    rows = rows_from(tmp_path, MEMBERS[name](tmp_path / name))
    assert [row.clean for row in rows] == list(RESTORED)
    assert [row.damage for row in rows] == list(DAMAGE)
    assert [row.page for row in rows] == list(NAMES)
    assert [row.position for row in rows] == [0, 1, 2, 3, 4]
    assert {row.source for row in rows} == {str(tmp_path / name)}
    assert [row.characters for row in rows] == list(map(len, TEXTS))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("size", [None, 1])
def test_rows_of_a_table_know_their_number_address_and_date(tmp_path, name, size):
    rows = rows_from(tmp_path, TABLES[name](tmp_path / name), chunk_size=size)
    assert [row.clean for row in rows] == list(RESTORED)
    assert [row.damage for row in rows] == list(DAMAGE)
    assert [row.page for row in rows] == [f"{name}#{number}" for number in range(5)]
    assert [row.position for row in rows] == [0, 1, 2, 3, 4]
    assert [row.address for row in rows] == [f"https://A.example/{at}" for at in range(5)]
    assert {(row.host, row.date) for row in rows} == {("a.example", "2024-05-01")}


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz", "whole.warc.gz"])
@pytest.mark.parametrize("size", [None, 1])
def test_a_crawl_gives_its_pages_and_nothing_else(tmp_path, name, size):
    source = making.crawl(tmp_path / name, whole=name.startswith("whole"))
    rows = rows_from(tmp_path, source, chunk_size=size)
    assert [row.clean for row in rows] == list(RESTORED)
    assert [row.page for row in rows] == [f"https://A.example/{at}.html" for at in range(5)]
    assert {(row.host, row.date) for row in rows} == {("a.example", "2024-05-01T00:00:00Z")}


def test_texts_that_were_taken_from_a_crawl_are_pages(tmp_path):
    path = tmp_path / "c.wet"
    body = SPUN.encode()
    path.write_bytes(making.record("https://a.example/x", body, "text/plain", kind="conversion"))
    (row,) = rows_from(tmp_path, path)
    assert (row.clean, row.address) == (RESTORED[0], "https://a.example/x")


def test_a_pattern_and_several_names_are_read_in_order(tmp_path):
    source = making.folder(tmp_path / "p", [CLEAN] * 3, ["10.txt", "2.txt", "1.txt"])
    rows = rows_from(tmp_path, source / "*.txt")
    assert [row.page for row in rows] == ["1.txt", "2.txt", "10.txt"]
    rows = rows_from(tmp_path, source / "10.txt", source / "2.txt")
    assert [row.page for row in rows] == ["10.txt", "2.txt"]


def test_archives_in_a_folder_are_opened_too(tmp_path):
    source = making.folder(tmp_path / "p", [CLEAN], ["z.txt"])
    making.jsonl(source / "a.jsonl", [SPUN])
    making.zipped(source / "b.zip", [SPUN], ["in.txt"])
    rows = rows_from(tmp_path, source)
    assert [(row.page, row.damage) for row in rows] == [
        ("a.jsonl#0", "spun"),
        ("in.txt", "spun"),
        ("z.txt", "clean"),
    ]
    assert [row.source for row in rows] == [
        str(source / "a.jsonl"),
        str(source / "b.zip"),
        str(source),
    ]


def test_what_is_no_document_is_counted_and_passed_over(tmp_path, capfd):
    source = making.folder(tmp_path / "p", [CLEAN] * 3, ["a.txt", "b.png", ".hidden.txt"])
    assert [row.page for row in rows_from(tmp_path, source)] == ["a.txt"]
    assert "1 file is not a document and was skipped" in capfd.readouterr().err


def test_a_broken_page_is_a_row_and_stops_no_other(tmp_path):
    source = making.folder(tmp_path / "p", [CLEAN, "", SPUN], ["a.txt", "b.txt", "c.txt"])
    (source / "d.docx").write_bytes(b"PK\x03\x04 no document")
    (source / "e.txt").write_bytes(b"\x00\x01\x02\x03" * 99)
    assert not clean(source, output=tmp_path / "out.jsonl")
    rows = rows_of(tmp_path / "out.jsonl")
    assert [row.damage for row in rows] == ["clean", "failed", "spun", "failed", "failed"]
    assert rows[1].error == "b.txt is empty. Choose a file that contains text."
    assert rows[1].clean is None
    assert all(row.error for row in rows if row.damage == "failed")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "a', "not valid JSON: there is an error at character "),
        ("[1, 2]", "not a JSON object"),
        ('{"body": "x"}', "no column “text”. It has: body."),
        ('{"text": null}', "“text” is empty"),
        ('{"text": 5}', "contains a number, not text"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"text": {"1" * 9_999}}}', "too long a number"),
        ("{}", "The row is empty."),
    ],
)
def test_a_bad_line_is_a_row(tmp_path, line, said):
    path = making.jsonl(tmp_path / "t.jsonl", [SPUN, CLEAN])
    first, second = path.read_text("utf-8").splitlines()
    path.write_text(f"{first}\n{line}\n\n{second}\n", "utf-8")
    rows = rows_from(tmp_path, path)
    assert [row.damage for row in rows] == ["spun", "failed", "clean"]
    assert said in rows[1].error
    assert [row.position for row in rows] == [0, 1, 3]  # the blank line has its number


def test_the_last_line_needs_no_end_and_bytes_that_are_no_utf8_are_lost_places(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_bytes(b'{"text": "' + "这是劳动关".encode() + b'\xe7\xb3 \xe7\xb3"}')
    (row,) = rows_from(tmp_path, path)
    assert row.damage == "lost"


def test_half_a_surrogate_pair_is_kept_in_json(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "甲\\ud840乙"}\n', "utf-8")
    (row,) = rows_from(tmp_path, path)
    assert row.clean == "甲\ud840乙"


@pytest.mark.parametrize("name", ["t.jsonl.gz", "t.csv.gz", "c.warc.gz", "p.tar.gz"])
def test_what_stands_before_a_damaged_place_is_cleaned(tmp_path, name):
    many = [SPUN.strip() + os.urandom(150).hex() for _ in range(400)]
    path = tmp_path / name
    if name == "t.csv.gz":
        making.table_csv(tmp_path / "t.csv", many)
        path.write_bytes(gzip.compress((tmp_path / "t.csv").read_bytes()))
    elif name == "p.tar.gz":
        making.tarred(path, many, [f"{at}.txt" for at in range(400)])
    else:
        (making.jsonl if name == "t.jsonl.gz" else making.crawl)(path, many)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    rows = rows_from(tmp_path, path)
    assert 100 < len(rows) < 400
    *whole, last = rows
    assert {row.damage for row in whole if row.position < 100} == {"spun"}
    assert last.damage == "failed"
    assert "could not be read" in last.error


def test_a_damaged_archive_that_was_named_stops_the_run(tmp_path, capfd):
    path = making.zipped(tmp_path / "p.zip")
    path.write_bytes(path.read_bytes()[:-40])
    assert not clean(path, output=tmp_path / "out.jsonl")
    assert "damaged ZIP file" in capfd.readouterr().err
    assert not (tmp_path / "out.jsonl").exists()


def test_a_damaged_archive_in_a_folder_is_a_row(tmp_path):
    source = making.folder(tmp_path / "p", [SPUN], ["a.txt"])
    (source / "b.zip").write_bytes(b"PK\x03\x04")
    (source / "c.parquet").write_bytes(b"PAR1")
    making.table_csv(source / "d.csv").write_text("id,body\n1,x\n", "utf-8")
    rows = rows_from(tmp_path, source)
    assert [row.damage for row in rows] == ["spun", "failed", "failed", "failed"]
    assert [bool(row.error) for row in rows] == [False, True, True, True]
    assert "no column “text”" in rows[3].error


@pytest.mark.parametrize("name", ["t.csv", "t.parquet", "t.jsonl", "t.jsonl.gz"])
def test_a_missing_column_is_named_before_anything_is_done(tmp_path, capfd, name):
    source = TABLES[name](tmp_path / name)
    assert not clean(source, output=tmp_path / "out.jsonl", column="body")
    said = capfd.readouterr().err
    assert "has no column “body”. It has: id, text, url, date. Name the column" in said
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig"])
def test_a_table_of_a_spreadsheet_is_read_in_its_encoding(tmp_path, encoding):
    texts = ["第一条，为了保护劳动者的合法权益，\n制定“本法”。", CLEAN, "=1+1 是公式"]
    rows = rows_from(tmp_path, making.table_csv(tmp_path / "t.csv", texts, encoding), chunk_size=1)
    assert [row.clean for row in rows] == texts


def test_other_delimiters_and_ragged_rows(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id;text\n1;甲\n2\n3;乙;丙\n", "utf-8")
    rows = rows_from(tmp_path, path)
    assert [row.clean for row in rows] == ["甲", None, "乙;丙"]


@pytest.mark.parametrize("source", ["empty", "nothing.jsonl", "head.csv", "none", "x.png"])
def test_where_there_are_no_pages_it_says_so(tmp_path, capfd, source):
    (tmp_path / "empty").mkdir()
    (tmp_path / "nothing.jsonl").touch()
    (tmp_path / "head.csv").write_text("id,text\n")
    (tmp_path / "x.png").touch()
    done = clean(tmp_path / source, output=tmp_path / "out.jsonl")
    said = capfd.readouterr().err
    assert "Traceback" not in said
    if source in ("nothing.jsonl", "head.csv"):  # a share of a crawl may be empty
        assert done
        assert rows_of(tmp_path / "out.jsonl") == []
    else:
        assert not done
        assert said.startswith("jingdu: ")
        assert not (tmp_path / "out.jsonl").exists()


def test_a_page_over_a_limit_is_set_aside_with_its_reason(tmp_path, capfd):
    path = making.jsonl(tmp_path / "t.jsonl", [SPUN, CLEAN * 9, CLEAN])
    assert clean(path, output=tmp_path / "o.jsonl", most_characters=150)
    rows = rows_of(tmp_path / "o.jsonl")
    assert [row.damage for row in rows] == ["spun", "aside", "clean"]
    said = (
        "The page has 207 characters; at most 150 are cleaned. Split the page, or raise the limit."
    )
    assert rows[1].error == said
    assert rows[1].characters == 207
    assert "1 page was set aside" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
def test_odd_names_of_files_are_read_and_shown(tmp_path):
    source = tmp_path / "p"
    source.mkdir()
    names = [b"\xb1\xa8\xb8\xe6.txt", "报告 [1]*?.txt".encode(), b"a\nb.txt", b"-o.txt"]
    for name in names:
        (source / os.fsdecode(name)).write_text(SPUN, "utf-8")
    rows = rows_from(tmp_path, source)
    assert [row.damage for row in rows] == ["spun"] * 4
    assert {row.page for row in rows} == {
        "\\xb1\\xa8\\xb8\\xe6.txt",
        "报告 [1]*?.txt",
        "a\nb.txt",
        "-o.txt",
    }
    assert len(rows_from(tmp_path, source / "报告 [1]*?.txt")) == 1


def test_names_in_a_zip_from_a_chinese_windows_are_read(tmp_path):
    path = making.zipped(tmp_path / "p.zip", [SPUN], ["ABCD.txt"])
    path.write_bytes(path.read_bytes().replace(b"ABCD", "报告".encode("gbk")))
    (row,) = rows_from(tmp_path, path)
    assert (row.page, row.damage) == ("报告.txt", "spun")


def test_a_locked_member_is_a_row(tmp_path):
    path = making.zipped(tmp_path / "p.zip", [SPUN, CLEAN], ["a.txt", "b.txt"])
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + at] |= 1
    path.write_bytes(bytes(data))
    rows = rows_from(tmp_path, path)
    assert [row.damage for row in rows] == ["failed", "clean"]
    assert "password" in rows[0].error


def test_links_that_lead_round_in_a_circle_are_followed_once(tmp_path):
    source = making.folder(tmp_path / "p", [SPUN], ["in/a.txt"])
    (source / "in" / "loop").symlink_to(source, target_is_directory=True)
    assert [row.page for row in rows_from(tmp_path, source)] == ["in/a.txt"]


def test_numbers_of_rows_go_through_all_files(tmp_path):
    source = tmp_path / "p"
    source.mkdir()
    making.jsonl(source / "a.jsonl", [SPUN, CLEAN])
    making.jsonl(source / "b.jsonl", [CLEAN])
    rows = rows_from(tmp_path, source)
    assert [(row.page, row.position) for row in rows] == [
        ("a.jsonl#0", 0),
        ("a.jsonl#1", 1),
        ("b.jsonl#0", 2),
    ]


def test_a_very_long_file_is_cut_at_line_ends_alone(tmp_path):
    path = tmp_path / "t.jsonl"
    texts = [CLEAN * (at % 7 + 1) for at in range(60)]
    path.write_text("".join(json.dumps({"text": one}) + "\n" for one in texts), "utf-8")
    for size in (1, 100, 1_000, 10_000):
        rows = rows_from(tmp_path, path, chunk_size=size)
        assert [row.clean for row in rows] == texts
        assert [row.position for row in rows] == list(range(60))


@pytest.mark.parametrize("name", ["t.jsonl", "t.jsonl.gz"])
@pytest.mark.parametrize("size", [None, 1])
def test_a_line_that_would_fill_the_memory_is_set_aside(tmp_path, name, size, monkeypatch):
    monkeypatch.setattr("reader.batch.archive.sources.jsonl.LARGEST_PAGE", 2_000)
    source = making.jsonl(tmp_path / name, [SPUN, CLEAN * 900, CLEAN])
    rows = rows_from(tmp_path, source, chunk_size=size)
    assert [row.damage for row in rows] == ["spun", "aside", "clean"]
    assert [row.position for row in rows] == [0, 1, 2]


@pytest.mark.parametrize("name", MEMBERS)
def test_a_file_that_would_fill_the_memory_is_set_aside(tmp_path, name, monkeypatch):
    monkeypatch.setattr("reader.batch.archive.sources.documents.LARGEST_PAGE", 2_000)
    monkeypatch.setattr("reader.batch.archive.sources.members.LARGEST_PAGE", 2_000)
    source = MEMBERS[name](tmp_path / name, [SPUN, CLEAN * 900, CLEAN], ["a.txt", "b.txt", "c.txt"])
    rows = rows_from(tmp_path, source)
    assert [row.damage for row in rows] == ["spun", "aside", "clean"]
