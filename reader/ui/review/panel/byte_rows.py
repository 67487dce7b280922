"""The bytes behind a repair, with what was written above them and what was read below. No Qt."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.document import Repair
from reader.text.evidence import CODECS, Bytes, Evidence

_MOST = 16  # bytes; who wants the bytes of more finds them in the export
_RUNS = ("slip_lost", "slip_phase", "misread")
_CUTS = ("cut_bytes", "cut_apart")
_SUBSTITUTE = b"?"


class ByteCell(NamedTuple):
    """One byte in hexadecimal, "··" if it is not known; a lost one was not in the file."""

    digits: str
    lost: bool = False


class Bracket(NamedTuple):
    """The bytes [start:end] make this character; empty where they make none."""

    start: int
    end: int
    text: str


class ByteRows(NamedTuple):
    """What was written, the bytes of it, and what they were read as.

    `inserted` is what was put between two of the bytes, `lost` how many are gone.
    """

    cells: tuple[ByteCell, ...]
    written: tuple[Bracket, ...]
    read: tuple[Bracket, ...]
    lost: int = 0
    inserted: str = ""
    is_cut: bool = False  # there are more bytes than are shown


def byte_rows(repair: Repair) -> ByteRows | None:
    """Return the bytes of a slip, of a cut character or of misread text; None for other repairs.

    海、 in GBK is BAA3 A1A2; without BA the file has A3A1 A2, which reads as ！ and half of a
    character. A journal may say anything: what is no bytes has no rows.
    """
    for reason in repair.evidence:
        rows = _rows_of(reason, repair)
        if rows is not None:
            return cut_rows(rows, _MOST)
    return None


def _rows_of(reason: Evidence, repair: Repair) -> ByteRows | None:
    chains = [one for one in reason.args if isinstance(one, Bytes)]
    if not chains:
        return None
    chain = chains[-1]
    values = list(chain.values())
    if reason.code in _CUTS:
        char = reason.args[-1]
        if not isinstance(char, str):
            return None
        cells = tuple(ByteCell(_digits(value), value is None) for value in values)
        whole = (Bracket(0, len(cells), char),)
        return ByteRows(cells, whole, _read_whole(cells, repair), _count_lost(cells))
    if reason.code == "slip_bytes":
        cells = tuple(ByteCell(_digits(value), value is None) for value in values)
        inserted = reason.args[-1]
        written = tuple(_decode(values, chain.encoding or "GBK"))
        text = inserted if isinstance(inserted, str) else ""
        return ByteRows(cells, written, _read_whole(cells, repair), 0, text)
    if reason.code not in _RUNS or chain.encoding not in CODECS:
        return None
    lost = reason.code == "slip_lost"
    cells = tuple(
        ByteCell(_digits(value), value is None or (lost and not number))
        for number, value in enumerate(values)
    )
    written = tuple(_decode(values, chain.encoding))
    return ByteRows(cells, written, _read_as(reason, chain, cells, repair), _count_lost(cells))


def _read_as(
    reason: Evidence, chain: Bytes, cells: Sequence[ByteCell], repair: Repair
) -> tuple[Bracket, ...]:
    """Return what the bytes that are there were read as."""
    if reason.code == "misread":
        return _read_wrongly(reason, chain, cells, repair)
    values = list(chain.values())
    kept = [number for number, cell in enumerate(cells) if not cell.lost]
    if not kept or kept != list(range(kept[0], kept[-1] + 1)):
        return _read_whole(cells, repair)
    # Where no byte is lost, the first one was the second half of the character before.
    shift = 1 if reason.code == "slip_phase" else 0
    first = [Bracket(kept[0], kept[0] + 1, "")] if shift else []
    begin = kept[0] + shift
    found = list(_decode([values[number] for number in kept[shift:]], chain.encoding))
    if any(one.text not in repair.before for one in found):
        return _read_whole(cells, repair)
    moved = (Bracket(one.start + begin, one.end + begin, one.text) for one in found)
    return (*first, *moved)


def _read_wrongly(
    reason: Evidence, chain: Bytes, cells: Sequence[ByteCell], repair: Repair
) -> tuple[Bracket, ...]:
    """Return the characters of another encoding that the bytes were taken for."""
    if len(repair.before) == len(cells):  # an encoding of one byte a character
        return tuple(Bracket(at, at + 1, char) for at, char in enumerate(repair.before))
    other = reason.args[-1]
    found = tuple(_decode(list(chain.values()), other)) if isinstance(other, str) else ()
    if not found or any(one.text not in repair.before for one in found):
        return _read_whole(cells, repair)
    return found


def _read_whole(cells: Sequence[ByteCell], repair: Repair) -> tuple[Bracket, ...]:
    """Return one bracket below all bytes that are there, with what stood in the source."""
    kept = [number for number, cell in enumerate(cells) if not cell.lost]
    return (Bracket(kept[0], kept[-1] + 1, repair.before),) if kept else ()


def _decode(values: Sequence[int | None], encoding: str) -> Iterator[Bracket]:
    """Yield the characters that bytes make, with an empty text for what makes none."""
    if encoding not in CODECS:
        return
    decoder = codecs.getincrementaldecoder(CODECS[encoding])("replace")
    begun = 0
    for number, value in enumerate(values):
        char = decoder.decode(_SUBSTITUTE if value is None else bytes((value,)))
        if value is None:
            decoder.reset()
            char = "\ufffd"
        if char:
            yield Bracket(begun, number + 1, char.replace("\ufffd", ""))
            begun = number + 1
    if begun < len(values):
        yield Bracket(begun, len(values), "")


def _digits(value: int | None) -> str:
    return "··" if value is None else f"{value:02X}"


def _count_lost(cells: Sequence[ByteCell]) -> int:
    return sum(cell.lost for cell in cells)


def cut_rows(rows: ByteRows, most: int) -> ByteRows:
    """Return the first bytes of a long run, whole characters if there is room for one."""
    if len(rows.cells) <= most:
        return rows
    whole = max((one.end for one in rows.written if one.end <= most), default=most)

    def first(brackets: Sequence[Bracket]) -> tuple[Bracket, ...]:
        return tuple(one._replace(end=min(one.end, whole)) for one in brackets if one.start < whole)

    return rows._replace(
        cells=rows.cells[:whole], written=first(rows.written), read=first(rows.read), is_cut=True
    )
