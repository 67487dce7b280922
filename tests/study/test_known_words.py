"""Words that a learner knows already are read from whatever holds them."""

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study import Dictionary
from reader.study.errors import NewerAnki, NoWordsInside
from reader.study.known_words import read_words, words_of_levels
from reader.study.levels import LevelList
from reader.study.library import Library, Word
from reader.study.status import WordStatus
from reader.study.word_csv import to_csv
from reader.text import errors
from reader.text.spreadsheet import disarm, rearm

KNOWN = WordStatus.KNOWN


@pytest.fixture
def read(tmp_path):
    """Return what is read from a file with this content."""

    def read_it(content):
        path = tmp_path / "words"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_words(path)

    return read_it


# -- levels


@pytest.mark.parametrize("levels", LevelList)
def test_words_of_levels_are_those_of_the_list_up_to_it(levels):
    dictionary = Dictionary()
    first = words_of_levels(dictionary, levels, 1)
    every = words_of_levels(dictionary, levels, levels.highest)
    assert "我" in first
    assert 100 < len(first) < len(every)
    assert every[: len(first)] == first
    assert len(set(every)) == len(every)
    assert words_of_levels(dictionary, levels, 0) == []


# -- lists and tables


@pytest.mark.parametrize(
    "content",
    [
        "劳动\n仲裁\n", "劳动\r\n\r\n仲裁", "劳动 仲裁", "劳动、仲裁", "劳动，仲裁\n",
        "# 词表\n劳动\n仲裁",
        "1. 劳动\n2. 仲裁", "勞動\n仲裁", "\ufeff劳动\n仲裁", "劳动\n仲裁\n劳动", "劳动/仲裁",
        "劳动 láo dòng\n仲裁 zhòng cái",
        "劳动,labour\n仲裁,arbitration", "word,meaning\n劳动,labour\n仲裁,arbitration",
        "词语,意思\n劳动,labour\n仲裁,arbitration",
        "láo dòng\t劳动\tlabour\nzhòng cái\t仲裁\tarbitration",
        "1;劳动;labour\n2;仲裁;arbitration",
        '"劳动","to work, ""labour"""\n"仲裁","arbitration"',
        "勞動\t劳动\n仲裁\t仲裁",
        "句子\t词\n他劳动了。\t劳动\n申请仲裁。\t仲裁",
        "劳动 (láo dòng),x\n仲裁【仲裁】,y",
        "<b>劳动</b>,x\n<ruby>仲裁<rt>zhòng cái</rt></ruby>,y",
    ],
)  # fmt: skip
def test_lists_and_tables(read, content):
    assert read(content).words == ("劳动", "仲裁")


def test_a_list_in_gbk(read):
    assert read("劳动\n仲裁\n经办\n协调\n".encode("gbk")).words == ("劳动", "仲裁", "经办", "协调")


def test_rows_without_a_word_are_counted(read):
    found = read("劳动,labour\n,nothing\n他去了。,he went\n仲裁,x")
    assert (found.words, found.skipped) == (("劳动", "仲裁"), 2)
    found = read("劳动\nlabour\n我们去劳动。\n仲裁")
    assert (found.words, found.skipped) == (("劳动", "仲裁"), 2)


@pytest.mark.parametrize(
    "content", ["", "labour\narbitration", "a,b\nc,d", "他来了。\n", "\n\n", "#separator:tab\n"]
)
def test_a_file_without_words_is_said(read, content):
    with pytest.raises(NoWordsInside, match="no Chinese words"):
        read(content)


def test_what_cannot_be_read_is_said(tmp_path, read, monkeypatch):
    with pytest.raises(errors.FileMissing):
        read_words(tmp_path / "none")
    with pytest.raises(errors.IsFolder):
        read_words(tmp_path)
    with pytest.raises(errors.BinaryContent):
        read(bytes(range(256)) * 40)


def test_a_table_with_too_many_rows_is_refused(read):
    with pytest.raises(errors.TooMuchInside):
        read("字,\n" * 1_002_000)


def test_a_file_above_the_limit_is_refused(tmp_path):
    path = tmp_path / "words"
    with path.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with pytest.raises(errors.FileTooBig):
        read_words(path)


# -- the table of Jingdu's own


MOMENT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.lists(
    st.builds(
        Word,
        TEXT.filter(bool),
        st.sampled_from(WordStatus),
        st.just(MOMENT),
        st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
        TEXT,
        TEXT,
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: one.word,
)


@given(words=WORDS)
def test_a_list_that_was_written_is_read_back(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("out") / "words.csv"
    path.write_bytes(to_csv(words).encode())
    found = read_words(path)
    assert list(found.own) == words
    assert found.words == tuple(one.word for one in words)
    assert found.statuses == {one.word: one.status for one in words}
    assert found.skipped == 0


def test_a_list_goes_into_another_library_as_it_was(tmp_path, read):
    with closing(Library(tmp_path / "one")) as one, closing(Library(tmp_path / "two")) as two:
        one.set_statuses(["劳动", "仲裁"], WordStatus.LEARNING_2)
        one.set_note("劳动", "=1+1")
        two.put_back(read(to_csv(one.words())).own)
        assert two.words() == one.words()


def test_no_cell_is_a_formula():
    words = [Word(text, KNOWN, MOMENT, MOMENT, text, text) for text in ("=1", "+1", "@x", "\t=1")]
    written = to_csv(words)
    assert written.startswith("\ufeffword,status,")
    rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    assert all(cell[0] == "'" for row in rows[1:] for cell in (row[0], row[2], row[3]))


def test_what_a_spreadsheet_did_to_a_list_does_no_harm(read):
    found = read(
        "note;changed;word;status\n"
        "x;2026-03-02 08:30;劳动;known\n"
        ";02.03.2026;仲裁;mastered\n"
        ";;;known\n"
    )
    assert [(one.word, one.status, one.note) for one in found.own] == [
        ("劳动", KNOWN, "x"),
        ("仲裁", WordStatus.NEW, ""),
    ]
    assert found.own[0].changed == MOMENT
    assert found.skipped == 1


@given(st.text())
def test_disarming_a_cell_can_be_undone(text):
    assert rearm(disarm(text)) == text


# -- Anki


def test_notes_in_plain_text(read):
    found = read(
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
        "#tags column:6\n"
        "劳a\t中文\t汉语\t<b>劳动</b>\tto work &amp; labour\t法律\n"
        "仲b\t中文\t汉语\t仲裁[sound:zc.mp3]\tarbitration\t法律\n"
    )
    assert found.words == ("劳动", "仲裁")


def test_notes_in_plain_text_with_another_separator(read):
    content = "#separator:Semicolon\n#html:false\n劳动;labour\n仲裁;arbitration\n"
    assert read(content).words == ("劳动", "仲裁")


def database(notes, cards=(), script=""):
    """Return a database of Anki with notes (kind, fields) and cards (note, type, interval)."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE TABLE notes (id integer primary key, mid integer, flds text)")
        file.execute(
            "CREATE TABLE cards (id integer primary key, nid integer, type integer, ivl integer)"
        )
        file.executemany(
            "INSERT INTO notes (mid, flds) VALUES (?, ?)",
            [(kind, "\x1f".join(fields)) for kind, fields in notes],
        )
        file.executemany("INSERT INTO cards (nid, type, ivl) VALUES (?, ?, ?)", cards)
        file.executescript(script)
        return file.serialize()


def package(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"collection.{name}" if name.startswith("anki") else name, content)
    return data.getvalue()


NOTES = [
    (1, ("劳动", "láo dòng", "labour")),
    (1, ("<div>勞動者</div>", "", "worker")),
    (2, ("arbitration", "仲裁", "他申请了仲裁。")),
    (2, ("no word", "", "")),
    (1, ("关系", "", "")),
    (1, ("经办", "", "")),
]


@pytest.mark.parametrize("name", ["anki2", "anki21"])
def test_a_package(read, name):
    cards = [(1, 2, 30), (1, 0, 0), (2, 2, 3), (3, 1, 0), (5, 0, 0), (6, 2, 10)]
    found = read(package(**{name: database(NOTES, cards)}, media="{}"))
    assert found.words == ("劳动", "劳动者", "关系", "经办", "仲裁")
    assert found.skipped == 1
    assert found.statuses == {
        "劳动": KNOWN,
        "劳动者": WordStatus.LEARNING_3,
        "仲裁": WordStatus.LEARNING_1,
        "经办": WordStatus.LEARNING_4,
    }


def test_of_two_databases_the_newer_one_holds(read):
    old, new = database([(1, ("更新",))]), database([(1, ("劳动",))])
    assert read(package(anki2=old, anki21=new)).words == ("劳动",)


def test_the_newest_format_is_refused_with_advice(read):
    with pytest.raises(NewerAnki, match="Support older Anki versions"):
        read(package(anki21b=b"\x28\xb5\x2f\xfd", anki2=database([(1, ("请更新",))])))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        package(media="{}"),
        package(anki2=b""),
        package(anki2=b"no database"),
        package(anki2=b"SQLite format 3\x00" + bytes(100)),
        package(anki2=database(NOTES)[:5000]),
        package(anki2=database([], script="DROP TABLE cards")),
    ],
)
def test_a_broken_package_is_said(read, content):
    with pytest.raises(errors.BrokenFile):
        read(content)


def test_a_package_without_words_is_said(read):
    with pytest.raises(NoWordsInside):
        read(package(anki2=database([(1, ("hello", "world"))])))


def test_a_package_that_would_never_end_is_stopped(read, monkeypatch):
    monkeypatch.setattr("reader.study.anki_package._SECONDS", 0.2)
    endless = """
        DROP TABLE notes;
        CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
        SELECT id, 1 AS mid, '劳动' AS flds FROM n;
    """
    with pytest.raises(errors.TakesTooLong):
        read(package(anki2=database([], script=endless)))


def test_other_archives_are_broken_packages(read):
    with pytest.raises(errors.BrokenFile):
        read(package(**{"word/document.xml": json.dumps({})}))
