"""The bytes behind a repair, character by character. Pure Python, no Qt."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from reader.text.document import Repair
from reader.text.evidence import CODECS, Bytes, Evidence

_MOST = 18  # characters; who wants the bytes of more finds them in the export
_RUNS = ("slip_lost", "slip_phase", "slip_bytes", "misread")
_CUTS = ("cut_bytes", "cut_apart")
_UNKNOWN = "??"
_SUBSTITUTE = b"?"


class Cell(NamedTuple):
    """One character and its bytes in hexadecimal; `lost` says that the first of them was lost."""

    data: tuple[str, ...]
    char: str
    lost: bool = False


def byte_chain(repair: Repair) -> tuple[Cell, ...]:
    """Return the bytes of a slip, of a cut character or of misread text; empty for other repairs.

    (slip_lost, BA, BAA3 A1A2 in GBK) gives (BA A3, 海, lost) and (A1 A2, 、).
    """
    for reason in repair.evidence:
        if reason.code in (*_RUNS, *_CUTS):
            return tuple(_cells(reason))[:_MOST]
    return ()


def _cells(reason: Evidence) -> Iterator[Cell]:
    """Yield the cells of a reason; a journal may say anything, and what is no bytes has none."""
    chains = [one for one in reason.args if isinstance(one, Bytes)]
    if not chains:
        return
    chain, char = chains[-1], reason.args[-1]
    if reason.code in _CUTS:
        if isinstance(char, str):
            yield Cell(tuple(map(_digits, chain.values())), char)
    elif chain.encoding in CODECS:
        yield from _decode(chain, lost=reason.code == "slip_lost")


def _decode(chain: Bytes, *, lost: bool) -> Iterator[Cell]:
    decoder = codecs.getincrementaldecoder(CODECS[chain.encoding])("replace")
    held: list[str] = []
    for value in chain.values():
        held.append(_digits(value))
        char = decoder.decode(_SUBSTITUTE if value is None else bytes((value,)))
        if value is None:
            decoder.reset()
            char = "\ufffd"
        if char:
            yield Cell(tuple(held), char, lost)
            held, lost = [], False
    if held:
        yield Cell(tuple(held), "\ufffd", lost)


def _digits(value: int | None) -> str:
    return _UNKNOWN if value is None else f"{value:02X}"
