"""Tables with cells between commas: .csv and .tsv, also .gz and .zst."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from reader.batch.archive.errors import NoColumn
from reader.batch.archive.sources.cells import (
    BadRow,
    address_of,
    date_of,
    list_names,
    text_of_cell,
)
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
from reader.formats.decode import decode
from reader.text.errors import EmptyFile, ReaderError
from reader.text.spreadsheet import MARK, rearm

_DELIMITERS = "\t;,|"
_HEAD = 2**18  # bytes that tell the encoding


class _Lines:
    """The lines of a table for the csv module, and where the next one begins."""

    def __init__(self, file: Bytes, encoding: str, stop: int | None = None) -> None:
        self._file, self._encoding, self._stop = file, encoding, stop

    def __iter__(self) -> Iterator[str]:
        """Yield lines with their ends, as text."""
        while self._stop is None or self._file.at < self._stop:
            left = LARGEST_PAGE if self._stop is None else self._stop - self._file.at
            line = self._file.read_line(min(LARGEST_PAGE, left))
            if not line:
                return
            yield line.decode(self._encoding, "replace").replace("\0", "\ufffd")


class _Head:
    """What the first line of a table tells: its columns, and how it is written."""

    def __init__(self, address: str, reading: Reading, file: Bytes, sample: bytes) -> None:
        self.encoding = reading.encoding or _encoding_of(sample)
        if self.encoding.replace("-", "").lower().startswith(("utf16", "utf32")):
            raise BadRow("table_wide", path=address, encoding=self.encoding)
        first = sample.split(b"\n", 1)[0].decode(self.encoding, "replace")
        self.delimiter = max(_DELIMITERS, key=first.count) if first else ","
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        rows = self.rows(file, None)
        names = next(rows, None)
        if names is None:
            raise EmptyFile(address)
        names[0] = names[0].removeprefix(MARK)
        self.columns = _different(names)
        if reading.column not in self.columns:
            raise NoColumn(address, reading.column, list_names(self.columns))
        self.end = file.at

    def close(self) -> None:
        """Nothing is open: what is kept between slices are words."""

    def rows(self, file: Bytes, stop: int | None) -> Iterator[list[str]]:
        """Yield rows as lists of cells."""
        return csv.reader(iter(_Lines(file, self.encoding, stop)), delimiter=self.delimiter)


def columns(entry: Entry, reading: Reading) -> Sequence[str]:
    """Return the names of the columns. Raises ReaderError."""
    head, file = _open(entry.address, reading)
    file.close()
    return head.columns


def plan(entry: Entry, reading: Reading, measure: Measure) -> Iterator[Slice]:
    """Divide a table between its rows; a cell may hold line ends."""
    head, file = _open(entry.address, reading)
    try:
        start = head.end
        count = rows = reached = 0
        end = start
        lines = head.rows(file, None)
        while True:
            try:
                row = next(lines, None)
            except (csv.Error, ReaderError) as error:
                if count:
                    yield Slice(start, end, count, 0, group=rows)
                yield broken(start, str(error))
                return
            end = file.at
            if row is not None:
                count += 1
            if row is None or file.at - start >= measure.size or count >= measure.pages:
                raw = file.tell_raw() if file.is_packed else file.at
                if count:
                    yield Slice(start, file.at, count, max(0, raw - reached), group=rows)
                rows, start, count, reached = rows + count, file.at, 0, max(raw, reached)
            if row is None:
                return
    finally:
        file.close()


def read(address: str, part: Slice, reading: Reading, streams: Streams) -> Iterator[Found]:
    """Yield a page for each row of a slice."""
    head = streams.other(f"{address}\0head", partial(_keep_head, address, reading))
    file = streams.at(address, part.start)
    for number, cells in enumerate(head.rows(file, part.stop)):
        row = part.group + number
        if not cells:
            continue  # a blank line
        given = dict(_pair(head, cells))
        yield Found(
            number,
            f"#{row}",
            partial(text_of_cell, given, reading.column),
            address=address_of(given, reading.column),
            date=date_of(given, reading.column),
            path=path_of_row("", row),
            given=given,
        )


def _open(address: str, reading: Reading) -> tuple[_Head, Bytes]:
    """Return the head of a table, and its file behind it. Raises ReaderError."""
    sample = _sample(address)
    file = Bytes(address)
    try:
        return _Head(address, reading, file, sample), file
    except BaseException:
        file.close()
        raise


def _keep_head(address: str, reading: Reading) -> _Head:
    head, file = _open(address, reading)
    file.close()
    return head


def _pair(head: _Head, cells: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the cells by column; those beyond the last column are joined to it again."""
    last = len(head.columns) - 1
    if len(cells) > last + 1:
        cells = [*cells[:last], head.delimiter.join(cells[last:])]
    for name, cell in zip_longest(head.columns, cells):
        yield name, None if cell is None else rearm(cell)


def _different(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns, each once: text, text_2."""
    found: list[str] = []
    for name in names:
        number, own = 1, name.strip() or "column"
        while own in found:
            number += 1
            own = f"{name.strip() or 'column'}_{number}"
        found.append(own)
    return tuple(found)


def _sample(address: str) -> bytes:
    file = Bytes(address)
    try:
        sample = file.read(_HEAD)
    except ReaderError:  # the damage is told where it is reached
        sample = b""
    finally:
        file.close()
    # No character is cut in two.
    return sample[: sample.rfind(b"\n") + 1] or sample


def _encoding_of(sample: bytes) -> str:
    try:
        _, origin = decode(sample)
    except ReaderError:
        return "utf-8"
    return origin.encoding or "utf-8"
