"""What a learner keeps: words and how well they are known, documents and days read, translations.

All of it is in one file in the user's data folder and belongs to the person; what belongs to a
document (decisions, bookmarks) is in its journal.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.study.errors import LibraryDamaged
from reader.study.history import History
from reader.study.library_file import LibraryFile
from reader.study.status import WordStatus
from reader.study.translations import Translations
from reader.text.files import encode_text

NAME = "library.sqlite"
_AT_ONCE = 500  # words in one question; SQLite takes a limited number of values
_STATUSES = {status.value: status for status in WordStatus}
_WORD = "word, status, added, changed, note, pinyin"


class Word(NamedTuple):
    """A word of the learner's list. `pinyin` is a reading of one's own, "" for the usual one."""

    word: str  # simplified
    status: WordStatus
    added: datetime  # UTC
    changed: datetime  # UTC: when the status last changed
    note: str = ""
    pinyin: str = ""


class Library:
    """The learner's library, open. One instance serves all windows of a process.

    Every method reads or writes the file at once, in a few milliseconds, and may be called from any
    thread. What another window or process wrote is seen by the next call; `changed_elsewhere` tells
    that a list on screen should be read again. Each method may raise a ReaderError (the disk is
    full, another program keeps the file locked); what was to be written is then not written.
    """

    def __init__(self, folder: Path) -> None:
        """Open the library in the user's data folder (`data_folder()`), made if not there.

        Raises LibraryNewer if a newer version of Jingdu wrote it. A damaged one is put aside, and
        `problem` says so.
        """
        self._file = LibraryFile(folder / NAME)
        self._seen = self._data_version()
        self.history = History(self._file)
        """The documents and days that were read."""
        self.translations = Translations(self._file)
        """What translation servers made of sentences."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def problem(self) -> LibraryDamaged | None:
        """What to tell the user after opening; None if all is well."""
        return self._file.problem

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def changed_elsewhere(self) -> bool:
        """Tell if another process has written since this was last asked (some microseconds)."""
        version = self._data_version()
        changed, self._seen = version != self._seen, version
        return changed

    def backup(self, target: Path) -> None:
        """Write a copy of everything to a file. Raises ReaderError."""
        self._file.backup(target)

    def restore(self, source: Path) -> None:
        """Replace everything by what a backup holds.

        The library as it was stays beside it (library.sqlite.before-restore-1). Raises NoLibrary or
        LibraryNewer, and then nothing is changed.
        """
        self._file.restore(source)

    # -- words

    def status_of(self, word: str) -> WordStatus:
        """Return the status of a simplified word; NEW for one of which nothing was said."""
        return self.statuses_of((word,)).get(word, WordStatus.NEW)

    def statuses_of(self, words: Iterable[str]) -> dict[str, WordStatus]:
        """Return the statuses of those of some words that have one, as for a screen of text."""
        asked = list(dict.fromkeys(word for word in words if _is_storable(word)))
        found: dict[str, WordStatus] = {}
        with self._file.reading() as file:
            for start in range(0, len(asked), _AT_ONCE):
                some = asked[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                question = f"SELECT word, status FROM words WHERE word IN ({marks})"
                found.update((word, _status(name)) for word, name in file.execute(question, some))
        return found

    def statuses(self) -> dict[str, WordStatus]:
        """Return the statuses of all words that have one (some 30 ms for 50,000)."""
        with self._file.reading() as file:
            rows = file.execute("SELECT word, status FROM words")
            return {word: _status(name) for word, name in rows}

    def word(self, word: str) -> Word | None:
        """Return all that is kept of a word, None if it is not in the list."""
        if not _is_storable(word):
            return None
        with self._file.reading() as file:
            row = file.execute(f"SELECT {_WORD} FROM words WHERE word = ?", (word,)).fetchone()
        return _make_word(row) if row else None

    def words(self, status: WordStatus | None = None) -> list[Word]:
        """Return the words of the list, or those with one status, the last changed first."""
        where, values = ("", ()) if status is None else ("WHERE status = ?", (status.value,))
        with self._file.reading() as file:
            rows = file.execute(
                f"SELECT {_WORD} FROM words {where} ORDER BY changed DESC, word", values
            )
            return [_make_word(row) for row in rows]

    def counts(self) -> dict[WordStatus, int]:
        """Return how many words of the list have each status, those that none has left out."""
        with self._file.reading() as file:
            rows = file.execute("SELECT status, count(*) FROM words GROUP BY status").fetchall()
        counts: dict[WordStatus, int] = {}
        for name, number in rows:
            counts[_status(name)] = counts.get(_status(name), 0) + number
        return counts

    def set_status(self, word: str, status: WordStatus) -> None:
        """Set the status of a word and put it into the list."""
        self.set_statuses((word,), status)

    def set_statuses(
        self, words: Iterable[str], status: WordStatus, *, only_new: bool = False
    ) -> int:
        """Set one status for many words at once; return how many words that changed.

        With `only_new`, as in an import, words that have a status other than NEW keep it.
        """
        now = _now()
        write = """
            INSERT INTO words (word, status, added, changed) VALUES (?, ?, ?, ?)
            ON CONFLICT (word) DO UPDATE SET status = excluded.status, changed = excluded.changed
            WHERE words.status != excluded.status
        """
        if only_new:
            write += f" AND words.status = '{WordStatus.NEW.value}'"
        rows = ((_storable(word), status.value, now, now) for word in dict.fromkeys(words) if word)
        with self._file.writing() as file:
            return file.executemany(write, rows).rowcount

    def put_back(self, words: Iterable[Word]) -> None:
        """Store words as they were, with notes and times: to undo, or to read a list in."""
        rows = [
            (
                _storable(one.word), one.status.value, _seconds(one.added), _seconds(one.changed),
                _storable(one.note), _storable(one.pinyin),
            )
            for one in words
        ]  # fmt: skip
        with self._file.writing() as file:
            file.executemany(f"INSERT OR REPLACE INTO words ({_WORD}) VALUES (?,?,?,?,?,?)", rows)

    def set_note(self, word: str, note: str) -> None:
        """Set the note on a word ("" for none); a word that was not in the list is added as new."""
        self._set_text(word, "note", note)

    def set_pinyin(self, word: str, pinyin: str) -> None:
        """Set a reading of one's own, with tone marks; "" for the usual one."""
        self._set_text(word, "pinyin", pinyin)

    def forget(self, words: Iterable[str]) -> None:
        """Take words out of the list, with their notes."""
        rows = [(_storable(word),) for word in words]
        with self._file.writing() as file:
            file.executemany("DELETE FROM words WHERE word = ?", rows)

    # -- inside

    def _set_text(self, word: str, column: str, text: str) -> None:
        """Set a text of a word; `column` is one of two names above."""
        now = _now()
        write = f"""
            INSERT INTO words (word, status, added, changed, {column}) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (word) DO UPDATE SET {column} = excluded.{column}
        """
        values = _storable(word), WordStatus.NEW.value, now, now, _storable(text)
        with self._file.writing() as file:
            file.execute(write, values)

    def _data_version(self) -> int:
        with self._file.reading() as file:
            return int(file.execute("PRAGMA data_version").fetchone()[0])


def _make_word(row: Sequence[object]) -> Word:
    word, status, added, changed, note, pinyin = row
    return Word(
        str(word), _status(status), _moment(added), _moment(changed), str(note), str(pinyin)
    )


def _status(name: object) -> WordStatus:
    """Return a status; one that this version does not know counts as new."""
    return _STATUSES.get(str(name), WordStatus.NEW)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _moment(seconds: object) -> datetime:
    try:
        return datetime.fromtimestamp(_number(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _now() -> int:
    return int(time.time())


def _storable(text: str) -> str:
    """Return a text as SQLite takes it: half of a surrogate pair is no character."""
    return encode_text(text).decode("utf-8")


def _is_storable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)
