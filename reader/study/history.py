"""What was read: documents and how far one is in each, their words, and the days.

It belongs to the person, lies in the library's file, and leaves it again when it is deleted.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from reader.study.library_file import LibraryFile
from reader.study.word_counts import WordCounts, unpack_counts
from reader.text.files import encode_text

_DOCUMENT = (
    "fingerprint, title, path, address, position, progress, characters, words, known, levels, "
    "added, read, counted"
)
_ROWS = 200  # documents whose words are read at once
# What an older row of the file that is opened now hands on to its new one.
_TIMES = "INSERT OR IGNORE INTO days SELECT day, ?, 0, 0 FROM days WHERE fingerprint = ?"
_ADD_TIMES = """
    UPDATE days SET
        seconds = days.seconds + old.seconds, characters = days.characters + old.characters
    FROM (SELECT day, seconds, characters FROM days WHERE fingerprint = ?) AS old
    WHERE days.day = old.day AND days.fingerprint = ?
"""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that was opened.

    `fingerprint` is `reader.review.packed.fingerprint(document.source)`, as journals have it; a
    text that was pasted has neither path nor address. `position` is where one stopped, a code point
    of the source, `progress` how far one ever got (0 to 1). `words` counts the running words that a
    share is made of, `known` those of them that were known when last counted; `levels` how many are
    of each HSK level, 0: in no list. `seconds` is how long it was read.
    """

    fingerprint: str
    title: str
    path: Path | None = None
    address: str = ""
    position: int = 0
    progress: float = 0.0
    characters: int = 0
    words: int = 0
    known: int = 0
    levels: Mapping[int, int] = field(default_factory=dict)
    added: datetime | None = None  # UTC
    read: datetime | None = None
    counted: bool = False
    """Whether its words were counted; it may have none."""
    seconds: int = 0

    @property
    def known_share(self) -> float | None:
        """The share of running words that were known (0 to 1), None where none was counted."""
        return self.known / self.words if self.words else None


class DayRead(NamedTuple):
    """What was read on one day, by the local calendar."""

    day: date
    seconds: int
    characters: int  # code points of clean text
    documents: int  # how many different ones


class TimeRead(NamedTuple):
    """How long was read, and how much (code points of clean text)."""

    seconds: int
    characters: int


class Forgotten(NamedTuple):
    """What was taken out of the library, to be put back: rows of documents and of their words."""

    documents: tuple[tuple[object, ...], ...] = ()
    words: tuple[tuple[object, ...], ...] = ()


class History:
    """Documents and days of a library; as with words, each method reads or writes the file."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    # -- documents

    def record(self, document: ReadDocument) -> None:
        """Store that a document was opened.

        `added` and `read` are set here; where one stopped and the counts of its words are kept if
        it was known. A file or page whose text has changed since stays one document: what was known
        of the older text goes over to the new one.
        """
        now = _now()
        path = None if document.path is None else os.fsencode(document.path)
        values = (
            document.fingerprint, _storable(document.title), path, _storable(document.address),
            document.position, document.progress, document.characters, now, now,
        )  # fmt: skip
        with self._file.writing() as file:
            file.execute(
                """
                INSERT INTO documents (fingerprint, title, path, address, position, progress,
                    characters, added, read) VALUES (?,?,?,?,?,?,?,?,?)
                ON CONFLICT (fingerprint) DO UPDATE SET
                    title = excluded.title, path = excluded.path, address = excluded.address,
                    characters = excluded.characters, read = excluded.read
                """,
                values,
            )
            if path is not None or document.address:
                _take_over(file, document.fingerprint, path, _storable(document.address))

    def set_position(self, fingerprint: str, position: int, progress: float) -> None:
        """Store where one stopped in a document that was recorded; progress never goes back."""
        values = position, min(1.0, max(0.0, progress)), _now(), fingerprint
        with self._file.writing() as file:
            file.execute(
                "UPDATE documents SET position = ?, progress = max(progress, ?), read = ? "
                "WHERE fingerprint = ?",
                values,
            )

    def set_words(
        self,
        fingerprint: str,
        counts: WordCounts,
        levels: Mapping[int, int],
        known: int,
        total: int,
    ) -> None:
        """Store the words of a document that was recorded; of `total` running ones some are known.

        Ignored words stand in `counts`, and count neither as known nor in the total.
        """
        packed = counts.pack()
        text = json.dumps({str(level): count for level, count in levels.items()})
        values = total, known, text, _now(), fingerprint
        with self._file.writing() as file:
            found = file.execute(
                "UPDATE documents SET words = ?, known = ?, levels = ?, counted = ? "
                "WHERE fingerprint = ?",
                values,
            )
            if found.rowcount:  # else it was forgotten while its words were counted
                file.execute(
                    "INSERT OR REPLACE INTO vocabularies (fingerprint, words) VALUES (?, ?)",
                    (fingerprint, packed),
                )

    def set_known(self, rows: Iterable[tuple[str, int, int]]) -> None:
        """Store of documents, by fingerprint, how many running words count and are known."""
        values = [(words, known, fingerprint) for fingerprint, words, known in rows]
        with self._file.writing() as file:
            file.executemany(
                "UPDATE documents SET words = ?, known = ? WHERE fingerprint = ?", values
            )

    def document(self, fingerprint: str) -> ReadDocument | None:
        """Return what is known of a document, None if it was never opened."""
        with self._file.reading() as file:
            row = file.execute(_select("WHERE fingerprint = ?"), (fingerprint,)).fetchone()
        return _make_document(row) if row else None

    def documents(self) -> list[ReadDocument]:
        """Return all documents, the last read first (2,000: some 20 ms)."""
        with self._file.reading() as file:
            rows = file.execute(_select("ORDER BY read DESC, title")).fetchall()
        return [_make_document(row) for row in rows]

    def words_of(self, fingerprint: str) -> WordCounts:
        """Return the counted words of a document, none if they were not counted."""
        question = "SELECT words FROM vocabularies WHERE fingerprint = ?"
        with self._file.reading() as file:
            row = file.execute(question, (fingerprint,)).fetchone()
        return unpack_counts(row[0]) if row else WordCounts()

    def counted(self) -> dict[str, int]:
        """Return when each document was counted (seconds), by fingerprint; those that were."""
        with self._file.reading() as file:
            rows = file.execute("SELECT fingerprint, counted FROM documents WHERE counted > 0")
            return {str(name): _number(stamp) for name, stamp in rows}

    def words_of_many(self, fingerprints: Sequence[str]) -> Iterator[tuple[str, WordCounts]]:
        """Yield the counted words of documents; for a thread."""
        for start in range(0, len(fingerprints), _ROWS):
            some = fingerprints[start : start + _ROWS]
            marks = ",".join("?" * len(some))
            question = f"SELECT fingerprint, words FROM vocabularies WHERE fingerprint IN ({marks})"
            with self._file.reading() as file:
                rows = file.execute(question, some).fetchall()
            for fingerprint, packed in rows:
                yield str(fingerprint), unpack_counts(packed)

    def forget(self, fingerprints: Iterable[str]) -> Forgotten:
        """Take documents out; the days on which they were read stay. Return what to put back."""
        documents: list[tuple[object, ...]] = []
        words: list[tuple[object, ...]] = []
        with self._file.writing() as file:
            for one in fingerprints:
                for table, found in (("documents", documents), ("vocabularies", words)):
                    columns = _DOCUMENT if found is documents else "fingerprint, words"
                    where = f"FROM {table} WHERE fingerprint = ?"
                    found += file.execute(f"SELECT {columns} {where}", (one,)).fetchall()
                    file.execute(f"DELETE {where}", (one,))
        return Forgotten(tuple(documents), tuple(words))

    def put_back(self, forgotten: Forgotten) -> None:
        """Take documents in again as they were; one that was opened since is left as it is."""
        marks = ",".join("?" * len(_DOCUMENT.split(",")))
        with self._file.writing() as file:
            file.executemany(
                f"INSERT OR IGNORE INTO documents ({_DOCUMENT}) VALUES ({marks})",
                forgotten.documents,
            )
            file.executemany(
                "INSERT OR IGNORE INTO vocabularies (fingerprint, words) VALUES (?, ?)",
                forgotten.words,
            )

    def clear(self) -> None:
        """Delete all documents, their words and all days; the learner's own words stay.

        What is deleted is overwritten in the file, too, and not only marked as free.
        """
        with self._file.reading() as file:
            file.execute("PRAGMA secure_delete = ON")
        with self._file.writing() as file:
            for table in ("documents", "vocabularies", "days"):
                file.execute(f"DELETE FROM {table}")
        with self._file.reading() as file:
            # The log beside the file still has the pages as they were.
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            file.execute("PRAGMA secure_delete = OFF")

    # -- days

    def add_time(
        self, fingerprint: str, seconds: int, characters: int, day: date | None = None
    ) -> None:
        """Add to what was read of a document on a day (today), in seconds and code points."""
        values = (day or date.today()).isoformat(), fingerprint, seconds, characters
        with self._file.writing() as file:
            file.execute(
                """
                INSERT INTO days (day, fingerprint, seconds, characters) VALUES (?, ?, ?, ?)
                ON CONFLICT (day, fingerprint) DO UPDATE SET
                    seconds = seconds + excluded.seconds,
                    characters = characters + excluded.characters
                """,
                values,
            )

    def days(self, since: date | None = None) -> list[DayRead]:
        """Return the days on which anything was read, in order."""
        question = """
            SELECT day, sum(seconds), sum(characters), count(*) FROM days
            WHERE day >= ? GROUP BY day ORDER BY day
        """
        found: list[DayRead] = []
        with self._file.reading() as file:
            rows = file.execute(question, (since.isoformat() if since else "",)).fetchall()
        for day, *numbers in rows:
            with suppress(ValueError):  # no date, in a file that something else has written to
                found.append(DayRead(date.fromisoformat(day), *map(int, numbers)))
        return found

    def time_since(self, day: date) -> TimeRead:
        """Return how much was read from a day on, of stretches where characters were counted."""
        question = """
            SELECT coalesce(sum(seconds), 0), coalesce(sum(characters), 0) FROM days
            WHERE day >= ? AND characters > 0
        """
        with self._file.reading() as file:
            row = file.execute(question, (day.isoformat(),)).fetchone()
        return TimeRead(*map(int, row))

    def recent_time(self, days: int, today: date | None = None) -> TimeRead:
        """Return how much was read in the last days, today among them."""
        return self.time_since((today or date.today()) - timedelta(days=days - 1))


def _select(rest: str) -> str:
    times = "SELECT fingerprint AS name, sum(seconds) AS seconds FROM days GROUP BY fingerprint"
    joined = f"documents LEFT JOIN ({times}) ON name = fingerprint"
    return f"SELECT {_DOCUMENT}, seconds FROM {joined} {rest}"


def _take_over(file: Connection, fingerprint: str, path: bytes | None, address: str) -> None:
    """Let a document have what was known of the texts that its file or page held before."""
    where = "path = ?" if path is not None else "path IS NULL AND address = ?"
    older = file.execute(
        f"SELECT fingerprint, progress, added FROM documents WHERE {where} AND fingerprint != ?",
        (path if path is not None else address, fingerprint),
    ).fetchall()
    for old, progress, added in older:
        file.execute(
            "UPDATE documents SET progress = max(progress, ?), added = min(added, ?) "
            "WHERE fingerprint = ?",
            (progress, added, fingerprint),
        )
        file.execute(_TIMES, (fingerprint, old))
        file.execute(_ADD_TIMES, (old, fingerprint))
        for table in ("days", "vocabularies", "documents"):
            file.execute(f"DELETE FROM {table} WHERE fingerprint = ?", (old,))


def _make_document(row: Sequence[object]) -> ReadDocument:
    fingerprint, title, path, address, position, progress, *counts, levels, added, read = row[:12]
    characters, words, known = (_number(one) for one in counts)
    return ReadDocument(
        str(fingerprint),
        str(title),
        Path(os.fsdecode(path)) if isinstance(path, bytes) else None,
        str(address),
        _number(position),
        float(progress) if isinstance(progress, int | float) else 0.0,
        characters,
        words,
        known,
        _read_levels(levels),
        _moment(added),
        _moment(read),
        bool(_number(row[12])),
        _number(row[13]),
    )


def _read_levels(text: object) -> dict[int, int]:
    try:
        found = json.loads(str(text))
        return {int(level): int(count) for level, count in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _moment(seconds: object) -> datetime:
    try:
        return datetime.fromtimestamp(_number(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _now() -> int:
    return int(time.time())


def _storable(text: str) -> str:
    """Return a text as SQLite takes it: half of a surrogate pair is no character."""
    return encode_text(text).decode("utf-8")
