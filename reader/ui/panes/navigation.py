"""Finds the repair that comes next among those shown. Pure functions, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.text.repair import Codes

Find = Callable[[Document, frozenset[RepairKind], Repair | None, int], Repair | None]
"""(document, kinds, current repair, clean offset) -> the repair to go to."""

_YES, _NO = b"\1", b"\0"


def next_shown(
    document: Document, kinds: frozenset[RepairKind], current: Repair | None, offset: int
) -> Repair | None:
    """Return the repair of these kinds after `current`, or from a clean offset; wraps around."""
    return _next(document, (code for kind in kinds for code in Codes.of(kind)), current, offset)


def previous_shown(
    document: Document, kinds: frozenset[RepairKind], current: Repair | None, offset: int
) -> Repair | None:
    """Return the repair of these kinds before `current`, or a clean offset; wraps around."""
    repairs = document.repairs
    wanted = _wanted(document, (code for kind in kinds for code in Codes.of(kind)))
    last = current.id if current is not None else repairs.first_in_clean(offset)
    at = wanted.rfind(_YES, 0, last)
    if at < 0:
        at = wanted.rfind(_YES, last)
    return repairs[at] if at >= 0 else None


def next_undecided(
    document: Document, kinds: frozenset[RepairKind], current: Repair | None, offset: int
) -> Repair | None:
    """Return the proposal of these kinds after `current`, or from a clean offset; wraps around."""
    return _next(document, (Codes.of(kind).undecided for kind in kinds), current, offset)


def same_repair(document: Document, repair: Repair) -> Repair | None:
    """Return the repair of this document that stands where one of another version stood.

    One that was decided meanwhile is of another kind, and still of the same rule.
    """
    span = (repair.source_start, repair.source_end)
    for other in document.repairs_in_source(*span):
        if (other.source_start, other.source_end) == span and other.rule == repair.rule:
            return other
    return None


def _next(
    document: Document, codes: Iterable[int], current: Repair | None, offset: int
) -> Repair | None:
    repairs = document.repairs
    wanted = _wanted(document, codes)
    first = current.id + 1 if current is not None else repairs.first_in_clean(offset)
    at = wanted.find(_YES, first)
    if at < 0:
        at = wanted.find(_YES, 0, first)
    return repairs[at] if at >= 0 else None


def _wanted(document: Document, codes: Iterable[int]) -> bytes:
    """Return a byte for each repair of the document: whether its code is one of these."""
    chosen = set(codes)
    return document.repairs.codes.translate(
        b"".join(_YES if code in chosen else _NO for code in range(256))
    )
