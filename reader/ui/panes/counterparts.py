"""Finds what in one text of a document matches a place in the other. Pure functions, no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.ui.panes.side import Side

Span = tuple[int, int]


def matching_span(document: Document, side: Side, span: Span) -> Span:
    """Return the span of the other side that belongs to a span of this one."""
    if side is Side.SOURCE:
        return document.clean_span(*span)
    start, end = document.source_span(*span)
    return start, _with_glosses(document, span[1], end)


def _with_glosses(document: Document, clean_end: int, source_end: int) -> int:
    """Take in the glosses behind the last character: 動(dòng)(dong) is where 动 came from."""
    for repair in document.repairs_in_clean(clean_end, clean_end):
        if (
            repair.kind is RepairKind.GLOSS
            and repair.applied
            and repair.clean_start == repair.clean_end == clean_end
            and repair.source_start == source_end
        ):
            source_end = repair.source_end
    return source_end


def clean_character(document: Document, side: Side, offset: int) -> int | None:
    """Return the offset of the clean character that a character belongs to.

    A character of a gloss belongs to the hanzi before it. None where nothing is left of it.
    """
    if side is Side.CLEAN:
        return offset if offset < len(document.text) else None
    start, end = document.clean_span(offset, offset + 1)
    if start < end:
        return start
    if start > 0 and any(
        repair.kind is RepairKind.GLOSS for repair in repairs_on(document, side, offset)
    ):
        return start - 1
    return None


def repairs_on(document: Document, side: Side, offset: int) -> list[Repair]:
    """Return the repairs whose span on this side holds the character at the offset."""
    found = []
    for repair in side.repairs(document, offset, offset + 1):
        start, end = side.span(repair)
        if start <= offset < end:
            found.append(repair)
    return found


def repairs_at(document: Document, side: Side, offset: int) -> list[Repair]:
    """Return all repairs of the place that a character belongs to, in the order of the source.

    That is those on it, and what was removed right behind it: a variant and its glosses are one
    place, from whichever pane one looks at it.
    """
    found = {repair.id: repair for repair in repairs_on(document, side, offset)}
    character = clean_character(document, side, offset)
    if character is not None:
        for repair in document.repairs_in_clean(character, character + 1):
            low, high = repair.clean_start, repair.clean_end
            gone = low == high and (low == character + 1 or low == character == 0)
            if gone or low <= character < high:
                found[repair.id] = repair
    return sorted(found.values(), key=lambda repair: (repair.source_start, repair.source_end))


def repair_span(side: Side, repair: Repair) -> Span:
    """Return what to mark for a repair: its span, or the character before what is gone."""
    start, end = side.span(repair)
    return (start, end) if start < end else (max(0, start - 1), start)


def spans_touching(spans: Sequence[Span], start: int, end: int) -> list[tuple[int, Span]]:
    """Return (index, span) for those of sorted spans that overlap start..end."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return [(index, spans[index]) for index in range(first, last)]
