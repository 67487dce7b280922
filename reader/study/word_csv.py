"""The learner's list as a table: written for spreadsheets, and read back as it was."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from io import StringIO

from reader.study.library import Word
from reader.study.status import WordStatus
from reader.text.spreadsheet import MARK, disarm, rearm

COLUMNS = ("word", "status", "pinyin", "note", "added", "changed")


def to_csv(words: Iterable[Word]) -> str:
    """Return words as a table with a head, for a file in UTF-8; times are ISO 8601 in UTC.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    written = StringIO()
    written.write(MARK)
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in words:
        table.writerow(
            (
                disarm(one.word), one.status.value, disarm(one.pinyin), disarm(one.note),
                one.added.isoformat(), one.changed.isoformat(),
            )
        )  # fmt: skip
    return written.getvalue()


def read_row(head: list[str], row: list[str], now: datetime) -> Word | None:
    """Return the word of a row under the head of such a table, None for what is none.

    A status that is not known counts as new, a time that cannot be read as now.
    """
    cells = dict(zip(head, row, strict=False))
    word = rearm(cells.get("word", ""))
    if not word:
        return None
    status = WordStatus.NEW
    with suppress(ValueError):
        status = WordStatus(cells.get("status", "").strip())
    return Word(
        word,
        status,
        _time(cells.get("added", ""), now),
        _time(cells.get("changed", ""), now),
        rearm(cells.get("note", "")),
        rearm(cells.get("pinyin", "")),
    )


def is_head(row: list[str]) -> bool:
    """Tell if a row is the head of such a table, whatever the order of its columns."""
    return {"word", "status"} <= set(row)


def _time(text: str, now: datetime) -> datetime:
    with suppress(ValueError, OverflowError):
        time = datetime.fromisoformat(text)
        # A spreadsheet may have dropped the time zone.
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return now
