"""GBK as pages are read in: pair by pair, and wrong once it is out of step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.damage.damaged import Cell

Unit = tuple[int, int, str]  # first byte, byte after the last, what it is read as


def units(data: bytes, *, lost: str = "?", eats: bool = True) -> Iterator[Unit]:
    """Read bytes as a converter does that never fails.

    A first byte without a fitting second one is `lost`, and `eats` says whether the byte after it
    goes with it: A0 28 is '?' or '?('. Pairs of the user-defined areas vanish.
    """
    at = 0
    while at < len(data):
        lead = data[at]
        if lead < 0x80:
            yield at, at + 1, chr(lead)
            at += 1
            continue
        if at + 1 == len(data) or lead in (0x80, 0xFF):
            yield at, at + 1, lost
            at += 1
            continue
        trail = data[at + 1]
        if trail < 0x40 or trail in (0x7F, 0xFF):
            width = 2 if eats and trail != 0xFF else 1
            yield at, at + width, lost
            at += width
            continue
        yield at, at + 2, _pair(lead, trail, lost)
        at += 2


def _pair(lead: int, trail: int, lost: str) -> str:
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return "" if _user_defined(lead, trail) else lost


def _user_defined(lead: int, trail: int) -> bool:
    if trail >= 0xA1:
        return 0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE
    return 0xA1 <= lead <= 0xA7 or 0xA8 <= lead <= 0xAF


def regroup(
    cells: Sequence[Cell], owners: Sequence[int], read: Sequence[Unit], kind: str
) -> list[Cell]:
    """Return cells again after the bytes were read: those that share a unit become one.

    `owners` names for each byte the cell it came from, in rising order.
    """
    grouped: list[Cell] = []
    piece = ""
    first = last = 0  # the cells the open group spans: first..last
    opened = False
    for start, end, text in read:
        low, high = owners[start], owners[end - 1]
        if opened and low > last:
            grouped.append(_merge(cells[first : last + 1], piece, kind))
            grouped.extend(cells[last + 1 : low])  # cells whose text was empty before
            piece, first, opened = "", low, False
        if not opened:
            if not grouped:
                grouped.extend(cells[:low])
            first, last, opened = low, high, True
        piece += text
        last = max(last, high)
    if opened:
        grouped.append(_merge(cells[first : last + 1], piece, kind))
        grouped.extend(cells[last + 1 :])
    else:
        grouped.extend(cells)
    return grouped


def _merge(cells: Sequence[Cell], text: str, kind: str) -> Cell:
    if len(cells) == 1 and cells[0].text == text:
        return cells[0]
    kinds = tuple(dict.fromkeys(kind for cell in cells for kind in cell.kinds))
    return Cell("".join(cell.truth for cell in cells), text, (*kinds, kind))
