"""The words of a document, listed and exported by the command line."""

import csv
import io
import re
import sqlite3
import zipfile
from contextlib import closing

import pytest

from reader.language.own_segments import Change
from reader.study import Library, WordStatus
from reader.study.known_words import read_words
from reader.text.resources import resource_path
from tests.command import jingdu

TEXT = "用人单位应当与劳动者签订合同。王小明申请了仲裁，我们爱学习。\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "law.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Return the folder of the user's data, which the command finds, too."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share" / "jingdu"


def words_of(run):
    assert run.returncode == 0, run.stderr.decode()
    return [line.split("\t")[0] for line in run.stdout.decode().splitlines()]


def test_words_are_listed_with_what_they_mean(text, data):
    run = jingdu("words", text)
    assert (run.returncode, run.stderr) == (0, b"")
    lines = dict(line.split("\t", 1) for line in run.stdout.decode().splitlines())
    assert lines["用人单位"].startswith("yòng rén dān wèi\t-\t1\temployer")
    assert lines["我们"].startswith("wǒ men\tHSK 1\t1\t")
    assert "王小明" not in lines
    assert list(lines)[:2] == ["用人单位", "应当"]
    assert not data.exists()  # listing makes no library


def test_standard_input(data):
    assert words_of(jingdu("words", "-", given="仲裁".encode())) == ["仲裁"]


@pytest.mark.parametrize("levels", ["hsk2", "hsk2021", "hsk2025"])
def test_words_above_a_level(text, data, levels):
    every = words_of(jingdu("words", text))
    hard = words_of(jingdu("words", text, "--level", "3", "--list", levels))
    assert "我们" in every
    assert "我们" not in hard
    assert {"用人单位", "仲裁"} <= set(hard) < set(every)


def test_words_that_are_not_known_yet(text, data):
    every = words_of(jingdu("words", text, "--unknown"))
    with closing(Library(data)) as library:
        library.set_status("应当", WordStatus.KNOWN)
        library.set_status("我们", WordStatus.IGNORED)
        library.set_status("仲裁", WordStatus.LEARNING_4)
    left = words_of(jingdu("words", text, "--unknown"))
    assert set(every) - set(left) == {"应当", "我们"}
    assert words_of(jingdu("words", text)) == every
    run = jingdu("words", text, "--format", "csv")
    rows = csv.DictReader(io.StringIO(run.stdout.decode("utf-8-sig"), newline=""))
    statuses = {row["word"]: row["status"] for row in rows}
    assert statuses["应当"] == "known"
    assert statuses["仲裁"] == "learning-4"
    assert statuses["用人单位"] == "new"


def test_a_library_that_cannot_be_read_is_said(text, data):
    with closing(Library(data)) as library:
        library.set_status("应当", WordStatus.KNOWN)
    with closing(sqlite3.connect(data / "library.sqlite")) as file:
        file.execute("PRAGMA user_version = 99")
    run = jingdu("words", text, "--unknown")
    assert (run.returncode, run.stdout) == (1, b"")
    assert "newer version" in run.stderr.decode()
    run = jingdu("words", text)
    assert "应当" in words_of(run)
    assert "newer version" in run.stderr.decode()


def test_a_table_for_a_spreadsheet(text, data, tmp_path):
    out = tmp_path / "words.csv"
    run = jingdu("words", text, "--format", "csv", "-o", out)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    written = out.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfword,traditional,pinyin,")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    row = next(row for row in rows if row["word"] == "仲裁")
    assert row["pinyin"] == "zhòng cái"
    assert row["count"] == "1"
    assert row["sentence"] == "王小明申请了仲裁，我们爱学习。"
    assert row["source"] == "law.txt"
    assert float(row["frequency"]) > 2
    assert read_words(out).words == tuple(row["word"] for row in rows)


def test_cards_as_a_package_and_as_lines(text, data, tmp_path):
    package, lines = tmp_path / "law.apkg", tmp_path / "cards.txt"
    assert jingdu("words", text, "--format", "apkg", "-o", package).returncode == 0
    assert jingdu("words", text, "--format", "tsv", "-o", lines).returncode == 0
    assert zipfile.is_zipfile(package)
    every = tuple(words_of(jingdu("words", text)))
    assert read_words(package).words == read_words(lines).words == every
    piped = jingdu("words", text, "--format", "apkg")
    assert zipfile.is_zipfile(io.BytesIO(piped.stdout))


def test_words_on_unsure_repairs_are_left_out_and_counted(page, data):
    run = jingdu("words", page)
    assert "劳动关系" in words_of(run)
    assert run.stderr == b""
    run = jingdu("words", resource_path("samples", "policy_damaged.txt"))
    assert "公共服务" in words_of(run)
    assert re.fullmatch(
        r"jingdu: left out, because they rest on unsure repairs: \d+ words\n", run.stderr.decode()
    )


def test_a_document_without_words_gives_an_empty_list(data):
    for format_ in ("text", "tsv", "csv", "apkg"):
        run = jingdu("words", "-", "--format", format_, given=b"no words\n")
        assert (run.returncode, run.stderr) == (0, b"")


def test_failures_are_said(text, data, tmp_path):
    run = jingdu("words", tmp_path / "none.txt")
    assert (run.returncode, run.stdout) == (1, b"")
    assert "none.txt does not exist" in run.stderr.decode()
    run = jingdu("words", text, "-o", tmp_path / "no" / "out.txt")
    assert run.returncode == 1
    assert "its folder does not exist" in run.stderr.decode()


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["a", "b"],
        ["a", "--level", "8"],
        ["a", "--level", "-1"],
        ["a", "--level", "x"],
        ["a", "--level", "7", "--list", "hsk2"],
        ["a", "--list", "hsk"],
        ["a", "--format", "pdf"],
        ["a", "--encoding", "nonsense"],
    ],
)
def test_wrong_usage(options, data):
    run = jingdu("words", *options)
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"usage: jingdu words" in run.stderr


def test_the_levels_of_a_list_are_named():
    run = jingdu("words", "a", "--level", "7", "--list", "hsk2")
    assert "hsk2 has levels 1 to 6" in run.stderr.decode()


def test_words_are_those_that_the_user_joined_and_split(data, tmp_path):
    path = tmp_path / "lunch.txt"
    path.write_text("智慧监管，方便面。\n", "utf-8")
    assert words_of(jingdu("words", path)) == ["智慧", "监管", "方便面"]
    with closing(Library(data)) as library:
        library.segments.change(
            [Change("智慧监管", ("智慧监管",)), Change("方便面", ("方便", "面"))]
        )
    assert words_of(jingdu("words", path)) == ["智慧监管", "方便", "面"]
    run = jingdu("pinyin", path, "--format", "brackets", "--words")
    assert "zhìhuìjiānguǎn" in run.stdout.decode()
    page = tmp_path / "lunch.html"
    assert jingdu("pinyin", path, "--format", "words-html", "-o", page).returncode == 0
    assert ">智慧监管</" in page.read_text("utf-8")
    clean = jingdu("clean", path, "--format", "words-html")
    assert ">智慧监管</" in clean.stdout.decode()


def test_a_glossary_is_asked_first(text, data, tmp_path):
    mine, other = tmp_path / "mine.tsv", tmp_path / "other.tsv"
    mine.write_text("仲裁\tto settle\n用人单位\tboss\nno entry\n", "utf-8")
    other.write_text("仲裁\tto judge\n", "utf-8")
    run = jingdu("words", text, "--glossary", mine, "--glossary", other)
    assert run.returncode == 0
    lines = dict(line.split("\t", 1) for line in run.stdout.decode().splitlines())
    assert lines["仲裁"].split("\t")[-1].startswith("to settle")
    assert "boss" in lines["用人单位"]
    assert ", line 3: “" in run.stderr.decode()


def test_a_glossary_that_is_not_there_ends_it(text, data, tmp_path):
    run = jingdu("words", text, "--glossary", tmp_path / "none.tsv")
    assert (run.returncode, run.stdout) == (1, b"")
    assert "none.tsv" in run.stderr.decode()
