"""Lines of JSON, one object a page: .jsonl, .ndjson, also .gz and .zst."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from reader.batch.archive.errors import NoColumn
from reader.batch.archive.page import ReadText
from reader.batch.archive.sources.cells import BadRow, address_of, date_of, list_names, text_of_cell
from reader.batch.archive.sources.names import path_of_row
from reader.batch.archive.sources.slices import (
    LARGEST_PAGE,
    Found,
    Measure,
    Reading,
    Slice,
    broken,
)
from reader.batch.archive.sources.streams import Bytes, Streams
from reader.batch.archive.storage import Entry
from reader.text.document import Origin
from reader.text.errors import FileTooBig, ReaderError

_PIECE = 2**20
_LOOKED_AT = 100  # rows
_BLANK = b" \t\r\n"


def plan(entry: Entry, reading: Reading, measure: Measure) -> Iterator[Slice]:
    """Divide a file at line ends. What stands before a damaged place is cleaned."""
    file = Bytes(entry.address)
    start = count = reached = 0  # of the slice: first byte, lines, bytes of the file before it
    rows = line_end = 0
    try:
        while True:
            try:
                piece = file.read(_PIECE)
            except ReaderError as error:
                if line_end > start:
                    yield Slice(start, line_end, count, 0, group=rows)
                yield broken(start, str(error))
                return
            if not piece:
                break
            line_end = max(line_end, file.at - len(piece) + piece.rfind(b"\n") + 1)
            base = file.at - len(piece)
            at = 0
            while True:
                # Up to where the slice is full, and from there to the end of its line.
                full = max(at, start + measure.size - base)
                end = piece.find(b"\n", full) if full < len(piece) else -1
                lines = piece.count(b"\n", at, len(piece) if end < 0 else end + 1)
                if count + lines > measure.pages:
                    end = _nth_line(piece, at, measure.pages - count)
                    lines = measure.pages - count
                count += lines
                if end < 0:
                    break
                at = end + 1
                raw = file.tell_raw() if file.is_packed else base + at
                yield Slice(start, base + at, count, max(0, raw - reached), group=rows)
                rows += count
                start, count, reached = base + at, 0, max(raw, reached)
        if file.at > start:
            count += file.at > line_end  # the last line needs no end
            yield Slice(start, file.at, count, max(0, entry.size - reached), group=rows)
    finally:
        file.close()


def check(entry: Entry, reading: Reading) -> None:
    """Raise NoColumn if none of the first rows has the column of the text.

    A row may lack it, and gets its error; a wrong name would only be noticed after hours.
    """
    file = Bytes(entry.address)
    try:
        head = file.read(_PIECE)
    except ReaderError:  # the damage is told where it is reached
        return
    finally:
        file.close()
    seen: dict[str, None] = {}
    for line in head.split(b"\n")[:_LOOKED_AT]:
        try:
            given = json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError):
            continue
        if isinstance(given, dict):
            seen.update(dict.fromkeys(given))
    if seen and reading.column not in seen:
        raise NoColumn(entry.address, reading.column, list_names(seen))


def _nth_line(piece: bytes, at: int, number: int) -> int:
    """Return where the line end with this number stands, counted from 1."""
    end = at - 1
    for _ in range(number):
        end = piece.find(b"\n", end + 1)
    return end


def read(address: str, part: Slice, reading: Reading, streams: Streams) -> Iterator[Found]:
    """Yield a page for each line of a slice that is not blank."""
    file = streams.at(address, part.start)
    number = 0
    while file.at < part.stop:
        line = file.read_line(min(LARGEST_PAGE, part.stop - file.at))
        if not line:
            break
        row = part.group + number
        if not line.endswith(b"\n") and file.at < part.stop:
            size = len(line) + _pass_over(file, part.stop)
            yield _found(number, row, partial(_too_long, address, row, size), None, reading)
        elif line.strip(_BLANK):
            yield _of_line(number, row, line, reading)
        number += 1


def _pass_over(file: Bytes, stop: int) -> int:
    """Read on to the end of a line; return how many bytes that were."""
    size = 0
    while file.at < stop:
        rest = file.read_line(min(_PIECE, stop - file.at))
        size += len(rest)
        if rest.endswith(b"\n") or not rest:
            break
    return size


def _too_long(address: str, row: int, size: int) -> tuple[str, Origin]:
    raise FileTooBig(f"{address}#{row}", size, LARGEST_PAGE)


def _of_line(number: int, row: int, line: bytes, reading: Reading) -> Found:
    try:
        # What is no UTF-8 becomes U+FFFD, which says that bytes are gone.
        given = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        place = getattr(error, "colno", None)
        bad = BadRow("row_no_json", place=place) if place else BadRow("row_deep")
        return _found(number, row, partial(_fail, bad), None, reading)
    if not isinstance(given, dict):
        return _found(number, row, partial(_fail, BadRow("row_no_object")), None, reading)
    return _found(number, row, partial(text_of_cell, given, reading.column), given, reading)


def _fail(error: ReaderError) -> tuple[str, Origin]:
    raise error


def _found(
    number: int,
    row: int,
    read_it: ReadText,
    given: dict[str, Any] | None,
    reading: Reading,
) -> Found:
    return Found(
        number,
        f"#{row}",
        read_it,
        address=address_of(given or {}, reading.column),
        date=date_of(given or {}, reading.column),
        path=path_of_row("", row),
        given=given or {},
    )
