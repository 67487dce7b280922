"""What was read: documents stay where one stopped, days add up, and deleting leaves nothing."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.errors import LibraryDamaged
from reader.study.history import ReadDocument
from reader.study.library import NAME, Library
from reader.study.library_file import LibraryFile
from reader.study.migrations import MIGRATIONS
from reader.study.status import WordStatus
from reader.study.word_counts import WordCounts, unpack_counts

LAW, NEWS, OLD = "a" * 64, "b" * 64, "c" * 64
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
WORDS = WordCounts.of({"劳动": 3, "争议": 2, "仲裁": 1})


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def history(library):
    return library.history


def again(library):
    """Open the same file as another window does."""
    return closing(Library(library.path.parent))


# -- documents


def test_a_document_is_reopened_where_one_stopped(library, history):
    path = Path("/texts/条例.txt")
    history.record(ReadDocument(LAW, "条例", path))
    history.set_position(LAW, 120, 0.4)
    history.record(ReadDocument(LAW, "条例（修订）", path))
    with again(library) as other:
        found = other.history.document(LAW)
    assert (found.title, found.path, found.position, found.progress) == (
        "条例（修订）", path, 120, 0.4,
    )  # fmt: skip
    assert found.known_share is None
    assert not found.counted
    assert abs((datetime.now(UTC) - found.read).total_seconds()) < 60
    assert history.document(NEWS) is None


def test_progress_never_goes_back_and_stays_a_share(history):
    history.record(ReadDocument(LAW, "条例"))
    for position, progress, expected in ((90, 0.9, 0.9), (10, 0.1, 0.9), (5, 7.0, 1.0)):
        history.set_position(LAW, position, progress)
        found = history.document(LAW)
        assert (found.position, found.progress) == (position, expected)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_path_that_is_no_text_is_kept(history):
    path = Path(os.fsdecode(b"/texts/\xc0\xcd.txt"))
    history.record(ReadDocument(LAW, path.name, path))
    assert history.document(LAW).path == path


def test_the_document_read_last_comes_first(history):
    history.record(ReadDocument(LAW, "条例"))
    history.record(ReadDocument(NEWS, "新闻"))
    assert {one.fingerprint for one in history.documents()} == {LAW, NEWS}
    history.forget([NEWS])
    assert [one.title for one in history.documents()] == ["条例"]


@pytest.mark.parametrize(
    "place", [{"path": Path("/texts/日报.txt")}, {"address": "https://example.org/日报"}]
)
def test_a_file_or_page_that_has_another_text_today_stays_one_document(history, place):
    history.record(ReadDocument(OLD, "日报", **place))
    history.set_position(OLD, 50, 0.5)
    history.set_words(OLD, WORDS, {1: 6}, 3, 6)
    history.add_time(OLD, 60, 300, MONDAY)
    history.add_time(OLD, 30, 100, TUESDAY)
    history.add_time(NEWS, 5, 10, TUESDAY)
    history.record(ReadDocument(NEWS, "日报", **place))
    (found,) = history.documents()
    assert (found.fingerprint, found.progress, found.seconds) == (NEWS, 0.5, 95)
    assert history.days() == [(MONDAY, 60, 300, 1), (TUESDAY, 35, 110, 1)]
    assert history.words_of(OLD) == WordCounts()


def test_a_file_that_was_moved_stays_the_same_document(history):
    history.record(ReadDocument(LAW, "旧.txt", Path("/texts/旧.txt")))
    history.set_position(LAW, 50, 0.5)
    history.record(ReadDocument(LAW, "新.txt", Path("/texts/新.txt")))
    (found,) = history.documents()
    assert (found.title, found.path, found.progress) == ("新.txt", Path("/texts/新.txt"), 0.5)


def test_texts_that_were_pasted_are_as_many_documents_as_there_are_texts(history):
    history.record(ReadDocument(LAW, "第一条"))
    history.record(ReadDocument(NEWS, "第一条"))
    assert len(history.documents()) == 2


# -- their words


def test_counts_of_words_make_shares_and_are_read_again(library, history):
    history.record(ReadDocument(LAW, "条例"))
    history.set_words(LAW, WORDS, {0: 1, 5: 5}, known=3, total=6)
    history.record(ReadDocument(LAW, "条例"))  # opened again: what was counted holds
    with again(library) as other:
        found = other.history.document(LAW)
        assert (found.known_share, found.levels, found.counted) == (0.5, {0: 1, 5: 5}, True)
        assert other.history.words_of(LAW) == WORDS
        assert dict(other.history.words_of_many([LAW, NEWS])) == {LAW: WORDS}
        assert list(other.history.counted()) == [LAW]
    history.set_known([(LAW, 4, 4)])
    assert history.document(LAW).known_share == 1.0
    assert WORDS.total_of({"劳动", "没有"}) == 3


def test_a_document_without_words_to_learn_was_counted_too(history):
    history.record(ReadDocument(LAW, "abc"))
    history.set_words(LAW, WordCounts(), {}, 0, 0)
    found = history.document(LAW)
    assert found.counted
    assert found.known_share is None


def test_words_of_a_document_that_was_forgotten_meanwhile_are_not_kept(history):
    history.set_words(LAW, WORDS, {}, 0, 6)
    assert history.words_of(LAW) == WordCounts()
    assert history.document(LAW) is None


@given(st.dictionaries(st.text(max_size=4), st.integers(0, 2**32), max_size=20))
def test_any_counts_survive_packing(counts):
    packed = WordCounts.of(counts)
    found = unpack_counts(packed.pack())
    assert found.counts == packed.counts
    plain = [word for word in packed.words if not any("\ud800" <= c <= "\udfff" for c in word)]
    assert set(plain) <= set(found.words)


@pytest.mark.parametrize("packed", [None, 5, "text", b"", b"no zlib", WORDS.pack()[:-3]])
def test_damaged_counts_are_none(packed):
    assert unpack_counts(packed) == WordCounts()


def test_more_documents_than_are_read_at_once(history):
    names = [f"{number:064d}" for number in range(450)]
    for name in names:
        history.record(ReadDocument(name, name))
        history.set_words(name, WORDS, {}, 0, 6)
    assert {name for name, _ in history.words_of_many(names)} == set(names)


# -- forgetting


def test_a_document_that_was_forgotten_is_put_back_as_it_was(history):
    history.record(ReadDocument(LAW, "条例", Path("/texts/条例.txt")))
    history.set_position(LAW, 120, 0.4)
    history.set_words(LAW, WORDS, {1: 6}, 3, 6)
    history.add_time(LAW, 60, 300, MONDAY)
    before = history.document(LAW)
    forgotten = history.forget([LAW, NEWS])
    assert history.documents() == []
    assert history.days() == [(MONDAY, 60, 300, 1)]  # that one read on that day stays true
    history.put_back(forgotten)
    assert history.document(LAW) == before
    assert history.words_of(LAW) == WORDS


def test_what_was_opened_since_is_not_put_back_over(history):
    history.record(ReadDocument(LAW, "条例"))
    forgotten = history.forget([LAW])
    history.record(ReadDocument(LAW, "另一个"))
    history.put_back(forgotten)
    assert history.document(LAW).title == "另一个"


def test_deleting_all_leaves_words_of_ones_own_and_nothing_else_in_the_file(library, history):
    library.set_status("劳动", WordStatus.KNOWN)
    history.record(ReadDocument(LAW, "一份绝密的文件", Path("/texts/绝密.txt")))
    history.set_words(LAW, WORDS, {}, 3, 6)
    history.add_time(LAW, 60, 300, MONDAY)
    with again(library) as other:
        history.clear()
        assert other.history.documents() == []
        assert other.history.days() == []
        assert list(other.history.words_of_many([LAW])) == []
        assert other.statuses() == {"劳动": WordStatus.KNOWN}
    library.close()
    for file in library.path.parent.iterdir():
        assert "绝密".encode() not in file.read_bytes()


# -- days


def test_what_is_read_on_a_day_adds_up(history):
    history.add_time(LAW, 60, 300, TUESDAY)
    history.add_time(LAW, 40, 200, MONDAY)
    history.add_time(LAW, 20, 100, MONDAY)
    history.add_time(NEWS, 5, 0, MONDAY)
    assert history.days() == [(MONDAY, 65, 300, 2), (TUESDAY, 60, 300, 1)]
    assert history.days(since=TUESDAY) == [(TUESDAY, 60, 300, 1)]
    assert history.time_since(MONDAY) == (120, 600)  # where nothing was counted is no speed
    assert history.recent_time(1, today=TUESDAY) == (60, 300)
    history.record(ReadDocument(LAW, "条例"))
    assert history.document(LAW).seconds == 120
    history.add_time(NEWS, 1, 1)
    assert history.days()[-1].day == date.today()


# -- older files


def make_old(path: Path, version: int) -> None:
    """Make a file as a version wrote it that knew only so many migrations."""
    with closing(LibraryFile(path, MIGRATIONS[:version])) as file, file.writing() as connection:
        connection.execute("INSERT INTO words VALUES ('劳动', 'known', 5, 6, '', '')")
        connection.execute(
            """INSERT INTO documents (fingerprint, title, path, address, position, progress,
                characters, words, known, levels, added, read)
            VALUES (?, '条例', NULL, '', 7, 0.5, 9, 6, 3, '{}', 5, 6)""",
            (LAW,),
        )
        connection.execute("INSERT INTO days VALUES ('2026-03-02', ?, 60, 300)", (LAW,))


def assert_is_all_there(library: Library) -> None:
    assert library.statuses() == {"劳动": WordStatus.KNOWN}
    found = library.history.document(LAW)
    assert (found.title, found.position, found.progress, found.seconds) == ("条例", 7, 0.5, 60)
    assert not found.counted
    assert library.history.days() == [(MONDAY, 60, 300, 1)]


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_file_of_an_older_version_is_brought_up_to_date(tmp_path, version):
    make_old(tmp_path / NAME, version)
    with closing(Library(tmp_path)) as library:
        assert library.problem is None
        assert_is_all_there(library)
        library.history.set_words(LAW, WORDS, {}, 3, 6)
        assert library.history.words_of(LAW) == WORDS


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_backup_of_an_older_version_is_restored(library, tmp_path, version):
    make_old(tmp_path / "old.sqlite", version)
    library.restore(tmp_path / "old.sqlite")
    assert_is_all_there(library)


def test_a_damaged_file_of_an_older_version_keeps_its_documents(tmp_path):
    path = tmp_path / NAME
    make_old(path, 1)
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        root = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'words'").fetchone()[0]
        size = file.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)
    with closing(Library(tmp_path)) as library:
        assert isinstance(library.problem, LibraryDamaged)
        assert library.history.document(LAW).title == "条例"
        assert library.history.days() == [(MONDAY, 60, 300, 1)]


def test_a_backup_holds_documents_words_and_days(library, history, tmp_path):
    history.record(ReadDocument(LAW, "条例"))
    history.set_words(LAW, WORDS, {1: 6}, 3, 6)
    history.add_time(LAW, 60, 300, MONDAY)
    before = history.document(LAW)
    library.backup(tmp_path / "backup.sqlite")
    history.clear()
    library.restore(tmp_path / "backup.sqlite")
    assert history.document(LAW) == before
    assert history.words_of(LAW) == WORDS
