"""The library: what is stored stays, whoever else writes, and whatever happens to the file."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.errors import LibraryDamaged, LibraryNewer, NoLibrary
from reader.study.history import ReadDocument
from reader.study.library import NAME, Library
from reader.study.library_file import LibraryFile
from reader.study.migrations import MIGRATIONS
from reader.study.status import WordStatus
from reader.text.errors import FileBusy, FileMissing, NoPermission, ReaderError

KNOWN, NEW, IGNORED = WordStatus.KNOWN, WordStatus.NEW, WordStatus.IGNORED
LAW = "a" * 64


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path / "data")) as opened:
        yield opened


def again(library):
    """Open the same file as another window does."""
    return closing(Library(library.path.parent))


# -- statuses


def test_statuses_have_ids_for_files_and_steps():
    ids = [status.value for status in WordStatus]
    assert ids == [
        "new", "learning-1", "learning-2", "learning-3", "learning-4", "known", "ignored",
    ]  # fmt: skip
    assert WordStatus.learning(3) is WordStatus.LEARNING_3
    assert [status.step for status in WordStatus] == [0, 1, 2, 3, 4, 0, 0]
    assert [status.is_settled for status in WordStatus] == [False] * 5 + [True, True]
    for step in (0, 5):
        with pytest.raises(ValueError, match="learning"):
            WordStatus.learning(step)


# -- words


def test_a_word_of_which_nothing_was_said_is_new(library):
    assert library.status_of("劳动") is NEW
    assert library.word("劳动") is None
    assert library.words() == []
    assert library.counts() == {}


def test_a_status_stays_when_the_library_is_closed(library):
    library.set_status("劳动", WordStatus.LEARNING_2)
    library.set_status("仲裁", KNOWN)
    library.set_status("劳动", WordStatus.LEARNING_3)
    with again(library) as other:
        assert other.statuses() == {"劳动": WordStatus.LEARNING_3, "仲裁": KNOWN}
        assert other.statuses_of(["劳动", "经办"]) == {"劳动": WordStatus.LEARNING_3}
        assert other.counts() == {WordStatus.LEARNING_3: 1, KNOWN: 1}
        assert [one.word for one in other.words(KNOWN)] == ["仲裁"]


def test_many_words_at_once_and_an_import_leaves_what_was_said(library):
    library.set_status("劳动", WordStatus.LEARNING_1)
    library.set_note("争议", "二声")
    changed = library.set_statuses(["劳动", "争议", "仲裁", "仲裁", ""], KNOWN, only_new=True)
    assert changed == 2
    assert library.statuses() == {
        "劳动": WordStatus.LEARNING_1,
        "争议": KNOWN,
        "仲裁": KNOWN,
    }
    assert library.word("争议").note == "二声"
    assert library.set_statuses(["劳动", "仲裁"], KNOWN) == 1


def test_more_words_than_sqlite_takes_in_one_question(library):
    words = [chr(0x4E00 + number) for number in range(20_000)]
    assert library.set_statuses(words, KNOWN) == 20_000
    assert len(library.statuses_of(words)) == 20_000


def test_notes_and_readings_of_ones_own(library):
    library.set_pinyin("行长", "háng zhǎng")
    library.set_note("行长", "of a bank")
    word = library.word("行长")
    assert (word.status, word.note, word.pinyin) == (NEW, "of a bank", "háng zhǎng")
    library.set_note("行长", "")
    assert library.word("行长").note == ""


def test_forgetting_and_putting_back_as_it_was(library):
    library.set_status("劳动", KNOWN)
    library.set_note("劳动", "work")
    kept = library.word("劳动")
    library.forget(["劳动", "没有"])
    assert library.words() == []
    library.put_back([kept])
    assert library.words() == [kept]


def test_halves_of_surrogate_pairs_are_no_words(library):
    library.set_status("劳\ud800动", KNOWN)
    assert library.status_of("劳\ud800动") is NEW
    assert library.word("\udfff") is None
    assert [one.word for one in library.words()] == ["劳\ufffd动"]


@given(words=st.dictionaries(st.text(min_size=1), st.sampled_from(WordStatus), max_size=8))
def test_what_is_stored_is_what_is_read(tmp_path_factory, words):
    with closing(Library(tmp_path_factory.mktemp("data"))) as library:
        for word, status in words.items():
            library.set_status(word, status)
        assert library.statuses() == words


# -- other windows and processes


def test_another_window_sees_what_was_written_and_is_told(library):
    with again(library) as other:
        assert not other.changed_elsewhere()
        library.set_status("劳动", KNOWN)
        assert other.changed_elsewhere()
        assert not other.changed_elsewhere()
        assert other.status_of("劳动") is KNOWN
        other.set_status("仲裁", KNOWN)
        assert not other.changed_elsewhere()
        assert library.changed_elsewhere()


def write_many(folder: Path, first: int, ready: multiprocessing.Barrier) -> None:
    ready.wait(30)
    with closing(Library(folder)) as library:
        for number in range(first, first + 200):
            library.set_status(chr(0x4E00 + number), KNOWN)
            library.history.add_time(LAW, 1, 1, date(2026, 3, 2))


def test_two_processes_make_and_write_the_file_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    others = [
        context.Process(target=write_many, args=(tmp_path, first, ready)) for first in (0, 200)
    ]
    for one in others:
        one.start()
    for one in others:
        one.join(60)
    assert [one.exitcode for one in others] == [0, 0]
    with closing(Library(tmp_path)) as library:
        assert library.counts() == {KNOWN: 400}
        assert library.history.days() == [(date(2026, 3, 2), 400, 400, 1)]


WRITER = """
import sys
from pathlib import Path
from reader.study.library import Library
from reader.study.status import WordStatus

library = Library(Path(sys.argv[1]))
for number in range(20_000):
    library.set_status(chr(0x4E00 + number), WordStatus.KNOWN)
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize("moment", [1, 7, 40])
def test_what_was_said_to_be_saved_survives_a_kill(tmp_path, moment):
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        written = -1
        while written < moment:
            written = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    written = int(rest[-1]) if rest else written
    with closing(Library(tmp_path)) as library:
        assert library.problem is None
        assert written + 1 <= len(library.words(KNOWN)) <= written + 2
        library.set_status("劳动", KNOWN)


def test_a_program_that_holds_the_file_too_long_is_named(library):
    library.set_status("仲裁", KNOWN)
    with (
        closing(LibraryFile(library.path, patience=0.05)) as impatient,
        closing(sqlite3.connect(library.path, isolation_level=None)) as holding,
    ):
        holding.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileBusy), impatient.writing():
            pass
        assert library.status_of("仲裁") is KNOWN  # reading never waits


def test_a_failure_in_the_middle_writes_nothing(library):
    def words():
        yield "劳动"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.set_statuses(words(), KNOWN)
    assert library.words() == []
    library.set_status("仲裁", KNOWN)
    assert library.status_of("仲裁") is KNOWN


# -- versions of the file


def file_of(folder: Path, version: int) -> Path:
    path = folder / NAME
    with closing(Library(folder)) as library:
        library.set_status("劳动", KNOWN)
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA user_version = {version}")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = file_of(tmp_path, len(MIGRATIONS) + 1)
    before = path.read_bytes()
    with pytest.raises(LibraryNewer, match="newer version"):
        Library(tmp_path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "damaged" in one.name] == []


NEXT = ("ALTER TABLE words ADD COLUMN lesson INTEGER NOT NULL DEFAULT 7",)


def test_a_file_of_an_older_version_is_brought_up_to_date(tmp_path):
    path = file_of(tmp_path, len(MIGRATIONS))
    with closing(LibraryFile(path, (*MIGRATIONS, NEXT))) as file, file.reading() as connection:
        assert connection.execute("SELECT word, lesson FROM words").fetchall() == [("劳动", 7)]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    with pytest.raises(LibraryNewer):
        Library(tmp_path)


def test_a_migration_that_fails_changes_nothing(tmp_path):
    path = file_of(tmp_path, len(MIGRATIONS))
    broken = ("CREATE TABLE lessons (name TEXT)", "UPDATE nothing SET x = 1")
    with pytest.raises(ReaderError):
        LibraryFile(path, (*MIGRATIONS, broken))
    with closing(Library(tmp_path)) as library:
        assert library.problem is None
        assert library.status_of("劳动") is KNOWN
    with closing(sqlite3.connect(path)) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master")]
    assert "lessons" not in names


# -- damage


def test_a_file_that_is_no_database_is_put_aside_and_said(tmp_path):
    path = tmp_path / NAME
    path.write_bytes("这不是数据库。".encode() * 100)
    before = path.read_bytes()
    with closing(Library(tmp_path)) as library:
        library.set_status("劳动", KNOWN)
        assert isinstance(library.problem, LibraryDamaged)
        assert library.problem.copy.read_bytes() == before
        assert str(library.problem.copy) in str(library.problem)
    with closing(Library(tmp_path)) as library:
        assert library.problem is None
        assert library.status_of("劳动") is KNOWN


def test_what_can_be_read_of_a_damaged_file_is_saved(tmp_path):
    words = [chr(0x4E00 + number) for number in range(5_000)]
    with closing(Library(tmp_path)) as library:
        library.set_statuses(words, KNOWN)
        library.history.add_time(LAW, 60, 300, date(2026, 3, 2))
    path = tmp_path / NAME
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = os.urandom(64) * 64
    path.write_bytes(data)
    with closing(Library(tmp_path)) as library:
        assert library.problem.values["saved"] > 100
        assert library.problem.copy.read_bytes() == data
        saved = library.statuses()
        assert 0 < len(saved) < 5_000
        assert saved.keys() <= set(words)
        assert library.history.days() == [(date(2026, 3, 2), 60, 300, 1)]


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path):
    copies = []
    for content in (b"one" * 400, b"two" * 400):
        (tmp_path / NAME).write_bytes(content)
        with closing(Library(tmp_path)) as library:
            copies.append(library.problem.copy)
    assert [copy.read_bytes()[:3] for copy in copies] == [b"one", b"two"]


def test_a_database_of_another_program_is_put_aside_whole(tmp_path):
    with closing(sqlite3.connect(tmp_path / NAME)) as file:
        file.execute("CREATE TABLE words (word, status, added, changed, note, pinyin)")
        file.execute("INSERT INTO words VALUES ('x', 'known', 1, 1, '', '')")
        file.commit()
    with closing(Library(tmp_path)) as library:
        assert library.words() == []
        assert library.problem.values["saved"] == 0
        assert library.problem.copy.exists()


def test_an_empty_file_is_a_new_library(tmp_path):
    (tmp_path / NAME).touch()
    with closing(Library(tmp_path)) as library:
        assert library.problem is None
        assert library.words() == []


def test_values_that_are_of_no_use_are_read_as_nothing(library):
    with closing(sqlite3.connect(library.path)) as file:
        file.execute("INSERT INTO words VALUES ('甲', 'mastered', 'x', 1e300, '', '')")
        file.execute(
            "INSERT INTO documents VALUES ('f', 't', 5, '', 'x', 'y', 1, 1, 1, '[1]', 9, 9, 'z')"
        )
        file.execute("INSERT INTO days VALUES ('someday', 'f', 1, 1)")
        file.execute("INSERT INTO vocabularies VALUES ('f', 'no bytes')")
        file.commit()
    assert library.statuses() == {"甲": NEW}
    assert library.word("甲").added.year == 1970
    assert library.history.documents()[0].levels == {}
    assert library.history.days() == []
    assert library.history.words_of("f").total == 0


def test_a_folder_in_its_place_or_no_permission_is_said(tmp_path):
    (tmp_path / NAME).mkdir()
    with pytest.raises(ReaderError, match="folder"):
        Library(tmp_path)
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(ReaderError):
        Library(blocked)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_said(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NoPermission):
            Library(tmp_path)
    finally:
        tmp_path.chmod(0o700)


# -- backup


def test_a_backup_is_restored_and_what_was_there_is_kept(library, tmp_path):
    library.set_status("劳动", KNOWN)
    library.history.record(ReadDocument(LAW, "条例"))
    library.history.add_time(LAW, 60, 300, date(2026, 3, 2))
    backup = tmp_path / "backup.sqlite"
    library.backup(backup)
    library.set_status("劳动", IGNORED)
    library.set_status("仲裁", KNOWN)
    library.history.forget([LAW])
    with again(library) as other:
        library.restore(backup)
        assert other.statuses() == {"劳动": KNOWN}  # another window sees it
    assert library.history.document(LAW).title == "条例"
    (kept,) = library.path.parent.glob("*.before-restore-1")
    library.restore(kept)
    assert library.statuses() == {"劳动": IGNORED, "仲裁": KNOWN}


def test_a_backup_in_a_folder_that_cannot_be_written_to_is_read(library, tmp_path):
    library.set_status("劳动", KNOWN)
    folder = tmp_path / "stick"
    folder.mkdir()
    library.backup(folder / "backup.sqlite")
    assert [one.name for one in folder.iterdir()] == ["backup.sqlite"]
    (folder / "backup.sqlite").chmod(0o400)
    library.forget(["劳动"])
    library.restore(folder / "backup.sqlite")
    assert library.status_of("劳动") is KNOWN
    assert [one.name for one in folder.iterdir()] == ["backup.sqlite"]


def other_database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE TABLE words (word)")
        return file.serialize()


@pytest.mark.parametrize(
    "content",
    [b"", b"x", "劳动\n".encode(), b"SQLite format 3\x00" + bytes(4080), other_database()],
)
def test_what_is_no_backup_changes_nothing(library, tmp_path, content):
    library.set_status("劳动", KNOWN)
    given = tmp_path / "other"
    given.write_bytes(content)
    with pytest.raises(NoLibrary):
        library.restore(given)
    assert library.statuses() == {"劳动": KNOWN}


def test_a_damaged_or_newer_backup_changes_nothing(library, tmp_path):
    library.set_statuses([chr(0x4E00 + number) for number in range(5_000)], KNOWN)
    backup = tmp_path / "backup.sqlite"
    library.backup(backup)
    data = bytearray(backup.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    backup.write_bytes(data[:middle] + b"\xff" * 4096 + data[middle + 4096 :])
    with pytest.raises(NoLibrary):
        library.restore(backup)
    backup.write_bytes(data)
    with closing(sqlite3.connect(backup)) as file:
        file.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(LibraryNewer):
        library.restore(backup)
    with pytest.raises(FileMissing):
        library.restore(tmp_path / "none")
    assert library.counts() == {KNOWN: 5_000}


def test_the_library_itself_is_no_backup(library, tmp_path):
    library.set_status("劳动", KNOWN)
    link = tmp_path / "link"
    link.symlink_to(library.path)
    for path in (library.path, link):
        with pytest.raises(ReaderError, match="using it"):
            library.backup(path)
        with pytest.raises(ReaderError, match="using it"):
            library.restore(path)
    assert library.statuses() == {"劳动": KNOWN}


def test_fifty_thousand_words_are_read_in_a_moment(library):
    words = [chr(0x4E00 + one) + chr(0x4E00 + two) for one in range(250) for two in range(200)]
    library.set_statuses(words, KNOWN)
    start = time.perf_counter()
    with again(library) as other:
        assert len(other.statuses()) == 50_000
    assert time.perf_counter() - start < 2  # 0.1 s; a machine that tests is slow
