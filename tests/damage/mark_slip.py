"""Mechanism 6: a page cut at a mark's bytes, wherever they stand (上海、廣州 -> 上?！V州)."""

from __future__ import annotations

import re

from tests.damage.damaged import Cell, Damaged, Source, cells_of, damaged
from tests.damage.gbk import Unit, regroup, units

MARKS = "！？；："


def mark_slip(
    source: Source,
    *,
    marks: str = MARKS,
    written: dict[str, str] | None = None,
    eats: bool = True,
) -> Damaged:
    """Cut the GBK bytes at every pair that is one of `marks`, decode each piece on its own.

    `written` says how a mark is written back; by default as it was, or half-width, as in `?;`,
    with `{"；": ";"}`. `eats` says whether a byte left alone takes the ASCII character behind it
    along: `诖?,` keeps the comma. Text that GBK cannot encode is not accepted (UnicodeEncodeError).
    """
    written = written or {}
    cells: tuple[Cell, ...] = cells_of(source)
    data = bytearray()
    owners: list[int] = []
    for index, cell in enumerate(cells):
        encoded = cell.text.encode("gbk")
        data += encoded
        owners += [index] * len(encoded)
    read: list[Unit] = []
    at = 0
    for cut in re.finditer(b"|".join(mark.encode("gbk") for mark in marks), bytes(data)):
        read += _shifted(bytes(data[at : cut.start()]), at, eats)
        mark = cut.group().decode("gbk")
        read.append((cut.start(), cut.end(), written.get(mark, mark)))
        at = cut.end()
    read += _shifted(bytes(data[at:]), at, eats)
    return damaged(regroup(cells, owners, read, "mark_slip"))


def folded_slip(source: Source, *, marks: str = MARKS, eats: bool = True) -> Damaged:
    """Fold `marks` to half-width in the GBK bytes, wherever they stand, and read them again.

    With `eats` the '?' of a byte left alone takes the mark with it: 罚款 -> ?睿; else ??睿.
    """
    cells: tuple[Cell, ...] = cells_of(source)
    data = bytearray()
    owners: list[int] = []
    for index, cell in enumerate(cells):
        encoded = cell.text.encode("gbk")
        data += encoded
        owners += [index] * len(encoded)
    for mark in marks:
        wanted = mark.encode("gbk")
        at = data.find(wanted)
        while at >= 0:
            data[at : at + 2] = chr(ord(mark) - 0xFEE0).encode("ascii")
            del owners[at + 1]
            at = data.find(wanted, at + 1)
    read = list(units(bytes(data), eats=eats))
    return damaged(regroup(cells, owners, read, "mark_slip"))


def _shifted(data: bytes, by: int, eats: bool) -> list[Unit]:
    return [(start + by, end + by, text) for start, end, text in units(data, eats=eats)]
