"""The bytes behind a repair, character by character. Pure Python, no Qt."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from reader.formats.frequent import FREQUENT
from reader.text.align import Evidence
from reader.text.document import Repair

_MOST = 18  # characters; who wants the bytes of more finds them in the export
# Where the bytes stand among the arguments of a reason.
_BYTES = {
    "slip_lost": 1,
    "slip_phase": 0,
    "slip_bytes": 0,
    "misread": 0,
    "cut_bytes": 0,
    "cut_apart": 0,
}
_UNKNOWN = "??"
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}|\?\?)*")
_SUBSTITUTE = 0x3F


class Cell(NamedTuple):
    """One character and its bytes in hexadecimal; `lost` says that the first of them was lost."""

    data: tuple[str, ...]
    char: str
    lost: bool = False


def byte_chain(repair: Repair) -> tuple[Cell, ...]:
    """Return the bytes of a slip, of a cut character or of misread text; empty for other repairs.

    (slip_lost, BA, "BAA3 A1A2") gives (BA A3, 海, lost) and (A1 A2, 、).
    """
    for reason in repair.evidence:
        if reason.code in _BYTES and len(reason.args) > _BYTES[reason.code]:
            digits = reason.args[_BYTES[reason.code]].replace(" ", "")
            if not _HEX.fullmatch(digits):  # a journal may say anything
                return ()
            data = [digits[at : at + 2] for at in range(0, len(digits), 2)]
            if reason.code in ("cut_bytes", "cut_apart"):
                return (Cell(tuple(data), reason.args[-1]),)
            names = _encodings(reason)
            chains = [_decoded(data, name, reason.code == "slip_lost") for name in names]
            return max(chains, key=_frequent)[:_MOST] if chains else ()
    return ()


def shortened(reason: Evidence) -> Evidence:
    """Return a reason whose bytes are short enough for a sentence; the chain shows all."""
    at = _BYTES.get(reason.code)
    if at is None or at >= len(reason.args) or len(reason.args[at]) <= 18:
        return reason
    args = list(reason.args)
    pieces = args[at].split(" ")
    args[at] = f"{pieces[0]} … {pieces[-1]}"
    return Evidence(reason.code, tuple(args))


def _encodings(reason: Evidence) -> list[str]:
    """Return the codecs that the bytes may be read with."""
    if reason.code != "misread":
        return ["gbk", "cp950"]
    try:
        name = codecs.lookup(reason.args[1]).name
        b"A".decode(name)  # hex and zlib are codecs, too, and make no text
        codecs.getincrementaldecoder(name)("replace").decode(b"A")
    except (LookupError, IndexError, ValueError, TypeError, AssertionError):
        return []
    return [name]


def _frequent(cells: tuple[Cell, ...]) -> int:
    return sum(cell.char in FREQUENT for cell in cells)


def _decoded(data: list[str], name: str, lost: bool) -> tuple[Cell, ...]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    cells: list[Cell] = []
    held: list[str] = []
    for piece in data:
        held.append(piece)
        unknown = piece == _UNKNOWN
        char = decoder.decode(bytes((_SUBSTITUTE if unknown else int(piece, 16),)))
        if unknown:
            decoder.reset()
        if char or unknown:
            cells.append(Cell(tuple(held), "\ufffd" if unknown else char, lost and not cells))
            held = []
    if held:
        cells.append(Cell(tuple(held), "\ufffd", lost and not cells))
    return tuple(cells)
