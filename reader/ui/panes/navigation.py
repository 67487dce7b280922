"""Finds the repair that comes next among those shown. Pure functions, no Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from reader.review.decisions import can_decide
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind

Find = Callable[[Document, frozenset[RepairKind], Repair | None, int], Repair | None]
"""(document, kinds, current repair, clean offset) -> the repair to go to."""


def next_shown(
    document: Document, kinds: frozenset[RepairKind], current: Repair | None, offset: int
) -> Repair | None:
    """Return the repair of these kinds after `current`, or from a clean offset; wraps around."""
    repairs = document.repairs
    if current is not None:
        first = index_of(document, current) + 1
    else:
        first = bisect_left(repairs, offset, key=lambda repair: repair.clean_start)
    return _first(document, kinds, (range(first, len(repairs)), range(first)))


def previous_shown(
    document: Document, kinds: frozenset[RepairKind], current: Repair | None, offset: int
) -> Repair | None:
    """Return the repair of these kinds before `current`, or a clean offset; wraps around."""
    repairs = document.repairs
    if current is not None:
        last = index_of(document, current)
    else:
        last = bisect_left(repairs, offset, key=lambda repair: repair.clean_start)
    after = range(len(repairs) - 1, last - 1, -1)
    return _first(document, kinds, (range(last - 1, -1, -1), after))


def same_repair(document: Document, repair: Repair) -> Repair | None:
    """Return the repair of this document that stands where one of another version stood.

    One that was decided meanwhile is of another kind, and still of the same rule.
    """
    span = (repair.source_start, repair.source_end)
    for other in document.repairs_in_source(*span):
        if (other.source_start, other.source_end) == span and other.rule == repair.rule:
            return other
    return None


def next_undecided(
    document: Document, kinds: frozenset[RepairKind], current: Repair | None, offset: int
) -> Repair | None:
    """Return the proposal of these kinds after `current`, or from a clean offset; wraps around."""
    repairs = document.repairs
    if current is not None:
        first = index_of(document, current) + 1
    else:
        first = bisect_left(repairs, offset, key=lambda repair: repair.clean_start)
    for part in (range(first, len(repairs)), range(first)):
        for index in part:
            repair = repairs[index]
            if not repair.applied and repair.kind in kinds and can_decide(repair):
                return repair
    return None


def _first(
    document: Document, kinds: frozenset[RepairKind], parts: Iterable[range]
) -> Repair | None:
    if not kinds:
        return None
    for part in parts:
        for index in part:
            if document.repairs[index].kind in kinds:
                return document.repairs[index]
    return None


def index_of(document: Document, repair: Repair) -> int:
    """Return where a repair stands in the document; several can begin at one source offset."""
    repairs = document.repairs
    at = bisect_left(repairs, repair.source_start, key=lambda other: other.source_start)
    while at < len(repairs) and repairs[at].source_start == repair.source_start:
        if repairs[at].id == repair.id:
            return at
        at += 1
    return at - 1
