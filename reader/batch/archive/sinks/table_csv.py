"""Results as a table with commas: .csv, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from reader.batch.archive.row import PageRow
from reader.batch.archive.sinks.jsonl import OWN, copy, jsonable, row_values
from reader.batch.archive.sinks.part import Layout, Result, Write, given_name
from reader.batch.archive.sources.streams import Bytes
from reader.export.json import dump_json
from reader.text.kinds import RepairKind
from reader.text.spreadsheet import MARK, disarm, rearm

_COUNT = "count_"
_KINDS = tuple(kind.value for kind in RepairKind)
_NUMBERS = frozenset(("position", "repairs", "lost", "undecided", "unsure", "characters"))
_INPUT = "input"


@dataclass(frozen=True, slots=True)
class Csv:
    """A table in UTF-8 with a byte order mark and a head; each part is a table by itself.

    A count stands in a column for each kind, `details` as JSON. A cell that a spreadsheet would
    take for a formula begins with an apostrophe, as in all tables of Jingdu.
    """

    ending: str = ".csv"
    needs: tuple[str, ...] = ()

    @contextmanager
    def write_part(self, file: IO[bytes], layout: Layout) -> Iterator[Write]:
        """Begin a part with its head."""
        file.write(_head(layout))
        given = _given(layout)

        def write(result: Result) -> None:
            file.write(_line(list(_cells(result, layout, given))))

        yield write

    def join(self, parts: Iterable[str], file: IO[bytes], layout: Layout) -> None:
        """Write the parts one behind the other, with one head."""
        head = _head(layout)
        file.write(head)
        for part in parts:
            copy(part, file, len(head))

    def read(self, address: str) -> Iterator[PageRow]:
        """Yield the rows."""
        file = Bytes(address)
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        try:
            lines = iter(lambda: file.read_line(2**31 - 1).decode("utf-8-sig"), "")
            for cells in csv.DictReader(lines):
                yield _row(cells)
        finally:
            file.close()


def _head(layout: Layout) -> bytes:
    given = [_INPUT] if layout.has_given and layout.columns is None else _given(layout)
    names = [given_name(name, _own(layout)) for name in given]
    return MARK.encode() + _line([*map(disarm, names), *_own(layout)])


def _given(layout: Layout) -> Sequence[str]:
    columns = layout.columns
    return () if columns is None else getattr(columns, "names", columns)


def _own(layout: Layout) -> list[str]:
    found: list[str] = []
    for name in OWN:
        if name == "counts":
            found += [f"{_COUNT}{kind}" for kind in _KINDS]
        elif name != "details" or layout.details:
            found.append(name)
    return found


def _cells(result: Result, layout: Layout, names: Sequence[str]) -> Iterator[object]:
    given = result.page.given or {}
    if layout.has_given and layout.columns is None:
        yield disarm(dump_json(jsonable(given), indent=None))
    for name in names:
        yield _cell(given.get(name))
    for name, value in row_values(result.row, layout).items():
        if name == "counts":
            yield from (value.get(kind, 0) for kind in _KINDS)
        else:
            yield _cell(value)


def _cell(value: object) -> object:
    """Return what stands in a cell: nothing for None, JSON for what has parts."""
    match value:
        case None:
            return ""
        case str():
            return disarm(value.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
        case bool() | int() | float() if not hasattr(value, "isoformat"):
            return value
        case _:
            plain = jsonable(value)
            return disarm(plain if isinstance(plain, str) else dump_json(plain, indent=None))


def _line(cells: Sequence[object]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode("utf-8", "replace")


def _row(cells: dict[str, Any]) -> PageRow:
    values: dict[str, Any] = {}
    for name in OWN:
        if name == "counts":
            counts = {kind: int(cells[f"{_COUNT}{kind}"]) for kind in _KINDS}
            values[name] = {kind: count for kind, count in counts.items() if count}
        elif name in _NUMBERS:
            values[name] = int(cells[name])
        elif name == "lowest":
            values[name] = float(cells[name]) if cells[name] else None
        elif name == "details":
            text = cells.get(name)
            values[name] = json.loads(rearm(text)) if text else None
        else:
            values[name] = rearm(cells[name])
    if values["damage"] in ("failed", "aside"):
        values["clean"] = None
    return PageRow.from_dict(values)
