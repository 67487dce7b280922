"""Parses the bytes of a journal; `journal` describes its lines.

A journal may come from anywhere: everything is checked before it is used, and what cannot be
parsed costs only its own line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from reader.pinyin.user_readings import parse_readings
from reader.review.decisions import Decision
from reader.review.history import (
    Act,
    Bookmark,
    BookmarkAct,
    DecisionAct,
    History,
    How,
    Note,
    NoteAct,
    PinnedReading,
    ReadingAct,
    act_fingerprint,
)
from reader.review.journal import (
    ADRIFT,
    BOOKMARK,
    CONTINUES,
    DECIDE,
    DROPPED,
    FORMAT,
    FREEZE,
    LONGEST,
    NOTE,
    READ,
    REDO,
    STRANDED,
    UNDO,
    Engine,
    Journal,
    NoJournal,
    Stranded,
)

_MOST = 2**53  # the largest integer that all JSON programs can handle
_MOST_LINES = 4_000_000
_HOWS = {how.value: how for how in How}


def parse_journal(data: bytes, longest: int = LONGEST) -> Journal:
    """Return the contents of a journal. Raises NoJournal.

    A source of more than `longest` code points counts as missing: a few kilobytes could be made to
    unpack to gigabytes.
    """
    whole = data.rfind(b"\n") + 1
    if data.count(b"\n") > _MOST_LINES:
        raise NoJournal
    lines = [line for line in data[:whole].split(b"\n") if line]
    if isinstance(_parse_row(data[whole:]), dict):  # only its line feed is missing
        lines.append(data[whole:])
        whole = len(data)
    rows = _parse_rows(lines)
    header = rows[0] if rows and isinstance(rows[0], dict) and "jingdu" in rows[0] else {}
    if not header and not any(isinstance(row, dict) and "act" in row for row in rows):
        # If the header is broken, the acts still show that this is a journal.
        raise NoJournal
    if header and header["jingdu"] != FORMAT:
        raise NoJournal(newer=True)
    sha256, length, packed = header.get("sha256"), header.get("length"), header.get("source")
    sound = type(sha256) is str and type(length) is int and 0 <= length <= longest
    fold = _JournalReplay(length if sound else None)
    first = 1 if header else 0
    for row, line in zip(rows[first:], lines[first:], strict=True):
        try:
            fold.take(row, line)
        except (KeyError, TypeError, ValueError, IndexError):
            fold.broken += 1
    fold.broken = max(fold.broken, not sound)
    engine = Engine(str(header.get("engine")), str(header.get("data")))
    journal = Journal(
        header=lines[0].decode("utf-8") + "\n" if sound else "",
        sha256=str(sha256) if sound else "",
        length=int(length or 0) if sound else 0,
        packed=packed if sound and type(packed) is str else "",
        engine=fold.engine or engine,
        frozen=fold.frozen,
        history=History(fold.done.acts(), fold.undone.acts(), frozenset(fold.dropped)),
        stranded=tuple(fold.stranded),
        others=tuple(fold.others),
        broken=fold.broken,
        whole=whole,
        tidy=fold.tidy,
        continues=frozenset(fold.continues),
        last=fold.last,
    )
    try:
        journal.source()
    except ValueError:
        return replace(journal, was=dict(_find_texts(rows)))
    return journal


class _JournalReplay:
    """Replays the lines of a journal in order.

    `length` is that of the source, None if unknown; a place that ends beyond it is invalid.
    """

    def __init__(self, length: int | None) -> None:
        self._length = length
        self.done = _ActStack()
        self.undone = _ActStack()
        self.stranded: list[Stranded] = []
        self.others: list[str] = []
        self.continues: list[str] = []
        self.dropped: set[str] = set()
        self.last = 0
        self.engine: Engine | None = None
        self.frozen = ""
        self.broken = 0
        self.tidy = True

    def take(self, row: Any, line: bytes) -> None:  # noqa: ANN401 - whatever JSON gives
        kind = row["act"]
        if kind == DECIDE:
            places = tuple(map(_parse_decision, row["places"]))
            self._check(places[0].end if len(places) == 1 else max(one.end for one in places))
            self._do(DecisionAct(places, _HOWS[row["how"]], *_check_signature(row)))
        elif kind == READ:
            pins = tuple(map(_parse_pin, row["places"]))
            self._check(1 + max(pin.offset for pin in pins))
            self._do(ReadingAct(pins, *_check_signature(row)))
        elif kind == NOTE:
            notes = tuple(Note(*_parse_decision(place)) for place in row["places"])
            self._check(max(note.end for note in notes))
            self._do(NoteAct(notes, *_check_signature(row)))
        elif kind == BOOKMARK:
            marks = tuple(map(_parse_bookmark, row["places"]))
            self._check(max(mark.end for mark in marks))
            self._do(BookmarkAct(marks, *_check_signature(row)))
        elif kind == UNDO:
            self._move(_check_number(row["n"]), self.done, self.undone, line)
        elif kind == REDO:
            self._move(_check_number(row["n"]), self.undone, self.done, line)
        elif kind == CONTINUES:
            self.continues.append(_check_text(row["sha256"]))
        elif kind == DROPPED:
            self.dropped.update(map(_check_text, row["acts"]))
        elif kind == FREEZE:
            self.tidy &= not self.frozen
            self.engine = Engine(_check_text(row["engine"]), _check_text(row["data"]))
            self.frozen = _check_text(row["repairs"])
        elif kind in (STRANDED, ADRIFT):
            self.stranded.append(_parse_stranded(row))
        else:
            if type(row.get("n")) is int:
                self.last = max(self.last, _check_number(row["n"]))
            self.others.append(line.decode("utf-8") + "\n")

    def _check(self, end: int) -> None:
        if self._length is not None and end > self._length:
            raise ValueError(f"{end} is behind the end of the source")

    def _do(self, act: Act) -> None:
        if self.undone:
            self.tidy = False
            self.dropped.update(map(act_fingerprint, self.undone.acts()))
            self.undone = _ActStack()
        self.done.put(act)
        if act.number > self.last:
            self.last = act.number

    def _move(self, number: int, here: _ActStack, there: _ActStack, line: bytes) -> None:
        act = here.take(number)
        if act is not None:
            there.put(act)
            self.tidy = False
        elif not there.has(number):
            # An act of an unknown kind, or of a broken line.
            self.others.append(line.decode("utf-8") + "\n")


class _ActStack:
    """A stack of acts from which any can be taken by its number: those above may be broken."""

    def __init__(self) -> None:
        self._acts: dict[int, Act] = {}
        self._places: dict[int, list[int]] = {}  # number -> indices, in order
        self._next = 0

    def __len__(self) -> int:
        return len(self._acts)

    def acts(self) -> tuple[Act, ...]:
        return tuple(self._acts.values())

    def put(self, act: Act) -> None:
        self._acts[self._next] = act
        self._places.setdefault(act.number, []).append(self._next)
        self._next += 1

    def has(self, number: int) -> bool:
        return bool(self._places.get(number))

    def take(self, number: int) -> Act | None:
        places = self._places.get(number)
        return self._acts.pop(places.pop()) if places else None


def _parse_rows(lines: Sequence[bytes]) -> list[Any]:
    """Return the object on each line, None if it is not JSON."""
    try:
        # Parsing all at once takes a third of the time: 200,000 decisions are 20 MB.
        rows = json.loads((b"[" + b",".join(lines) + b"]").decode("utf-8"))
        if len(rows) == len(lines):
            return list(rows)
    except (ValueError, RecursionError):
        pass
    return list(map(_parse_row, lines))


def _parse_row(line: bytes) -> Any:  # noqa: ANN401 - whatever JSON gives
    try:
        # Decode first: given bytes, json would accept UTF-16 and lone surrogates, too.
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _find_texts(rows: Iterable[Any]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield (span, source text) for every place in rows that may be broken."""
    for row in rows:
        if isinstance(row, dict) and row.get("act") in (DECIDE, NOTE, BOOKMARK):
            try:
                for start, end, was, _ in row["places"]:
                    yield (_check_number(start), _check_number(end)), _check_text(was)
            except (KeyError, TypeError, ValueError):
                continue


def _check_signature(row: dict[str, Any]) -> tuple[str, str, int]:
    when, by, number = row.get("when", ""), row.get("by", ""), row["n"]
    if type(when) is not str or type(by) is not str:
        raise ValueError(row)
    number = _check_number(number)
    return when, by, number


def _parse_decision(place: list[Any]) -> Decision:
    start, end, was, text = place
    # Written without helpers for speed: a journal may have 200,000 of them.
    if (
        type(start) is not int
        or type(end) is not int
        or type(was) is not str
        or type(text) is not str
        or start < 0
        or end - start != len(was)
    ):
        raise ValueError(place)
    return Decision(start, end, text)


def _parse_bookmark(place: list[Any]) -> Bookmark:
    start, end, was, name = place
    text = "" if name is None else name
    return Bookmark(*_parse_decision([start, end, was, text]), name is not None)


def _parse_pin(place: list[Any]) -> PinnedReading:
    offset, hanzi, reading = place
    if len(_check_text(hanzi)) != 1:
        raise ValueError(place)
    if reading is not None:
        said = parse_readings(hanzi, _check_text(reading))
        if said is None:
            raise ValueError(place)
        (reading,) = said
    return PinnedReading(_check_number(offset), hanzi, reading)


def _parse_stranded(row: dict[str, Any]) -> Stranded:
    around = _check_text(row["before"]), _check_text(row["after"])
    signed = _check_text(row.get("when", "")), _check_text(row.get("by", ""))
    if row["what"] == DECIDE:
        place, was = _parse_decision(row["place"]), row["place"][2]
        return Stranded(place, was, *around, _HOWS[row["how"]], *signed)
    if row["what"] == NOTE:
        note, was = Note(*_parse_decision(row["place"])), row["place"][2]
        return Stranded(note, was, *around, How.TYPED, *signed)
    if row["what"] == BOOKMARK:
        mark, was = _parse_bookmark(row["place"]), row["place"][2]
        return Stranded(mark, was, *around, How.TYPED, *signed)
    return Stranded(_parse_pin(row["place"]), _check_text(row["was"]), *around, How.TYPED, *signed)


def _check_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _check_number(value: object) -> int:
    if type(value) is not int or not 0 <= value < _MOST:
        raise TypeError(value)
    return value
