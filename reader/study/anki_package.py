"""Reads the notes out of a package of Anki: a ZIP archive with an SQLite database."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.formats.archive import Archive
from reader.study.errors import NewerAnki
from reader.study.status import WordStatus
from reader.text.errors import BrokenFile, TakesTooLong, TooMuchInside

KIND = "Anki"
SIGNATURE = b"PK\x03\x04"
_DATABASE = b"SQLite format 3\x00"
_SECONDS = 30.0  # the largest decks that people share take two
_MOST_NOTES = 1_000_000
_LONGEST = 2**24  # bytes of a note
_CHECK_EVERY = 50_000  # steps of SQLite's machine
_MATURE, _YOUNG = 21, 7  # days between two reviews; Anki calls a card mature from 21 on
# Types of cards: 0 is new, 1 learning, 2 in review, 3 learning again.
_REVIEW = 2


class Note(NamedTuple):
    """A note: the id of its kind, its fields (HTML), and how well its best card is known.

    `status` is None for one that was never studied.
    """

    kind: int
    fields: tuple[str, ...]
    status: WordStatus | None


def read_package(data: bytes, where: Path) -> list[Note]:
    """Return the notes of a package. Raises ReaderError.

    That is NewerAnki for the newest format, whose database is packed by Zstandard: what stands
    beside it for older programs is a single note that says to update Anki.
    """
    with Archive(data, where, KIND) as archive:
        if "collection.anki21b" in archive.names:
            raise NewerAnki(where)
        name = "collection.anki21" if "collection.anki21" in archive.names else "collection.anki2"
        database = archive.read(name)
    if not database.startswith(_DATABASE):
        raise BrokenFile(where, KIND)
    with closing(sqlite3.connect(":memory:")) as connection:
        # The file is a stranger's: nothing in it runs for long, or calls a function of ours.
        until = time.monotonic() + _SECONDS
        connection.set_progress_handler(lambda: time.monotonic() > until, _CHECK_EVERY)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(_LONGEST, len(database) + 1))
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            connection.deserialize(database)
            connection.execute("PRAGMA trusted_schema = OFF")
            return list(_notes(connection, where))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise TakesTooLong(where, _SECONDS) from error
            raise BrokenFile(where, KIND) from error
        except (sqlite3.Error, OverflowError) as error:
            raise BrokenFile(where, KIND) from error


def _notes(connection: sqlite3.Connection, where: Path) -> Iterator[Note]:
    question = """
        SELECT notes.mid, notes.flds, max(cards.type = 1 OR cards.type = 3), max(
            CASE WHEN cards.type = ? THEN cards.ivl END
        )
        FROM notes LEFT JOIN cards ON cards.nid = notes.id GROUP BY notes.id ORDER BY notes.id
    """
    for number, (kind, fields, learning, days) in enumerate(
        connection.execute(question, (_REVIEW,))
    ):
        if number >= _MOST_NOTES:
            raise TooMuchInside(where)
        if isinstance(fields, str):
            yield Note(
                kind if isinstance(kind, int) else 0,
                tuple(fields.split("\x1f")),
                _status(learning, days),
            )


def _status(learning: object, days: object) -> WordStatus | None:
    if isinstance(days, int | float):
        if days >= _MATURE:
            return WordStatus.KNOWN
        return WordStatus.LEARNING_4 if days >= _YOUNG else WordStatus.LEARNING_3
    return WordStatus.LEARNING_1 if learning else None
