"""Finds where two restored documents of the same source differ. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from reader.text.document import Document

_Span = tuple[int, int, str]


class Difference(NamedTuple):
    """source[start:end] (code points) is `before`; the documents have `old` and `new` there."""

    start: int
    end: int
    before: str
    old: str
    new: str


def find_differences(old: Document, new: Document) -> list[Difference]:
    """Return where the clean texts differ, in the order of the source.

    Raises ValueError if the sources differ.
    """
    if old.source != new.source:
        raise ValueError("two documents of different sources cannot be compared")
    both = [
        [(start, end, change.after) for start, end, change in document.rows() if change.applied]
        for document in (old, new)
    ]
    source = old.source
    found = []
    for start, end, first, second in _group_spans(*both):
        texts = [_apply_spans(source, start, end, spans) for spans in (first, second)]
        if texts[0] != texts[1]:
            found.append(Difference(start, end, source[start:end], *texts))
    return found


def _group_spans(
    old: list[_Span], new: list[_Span]
) -> Iterator[tuple[int, int, list[_Span], list[_Span]]]:
    """Yield (start, end, old spans, new spans) where either document has repairs."""
    items = sorted(
        [*((span, 0) for span in old), *((span, 1) for span in new)],
        key=lambda item: itemgetter(0, 1)(item[0]),
    )
    sides: tuple[list[_Span], list[_Span]] = ([], [])
    low = high = -1
    for span, side in items:
        # Two insertions at the same offset overlap nothing, but belong together.
        if span[0] >= high and span[:2] != (low, high) and (sides[0] or sides[1]):
            yield low, high, *sides
            sides = ([], [])
        if not (sides[0] or sides[1]):
            low = high = span[0]
        sides[side].append(span)
        high = max(high, span[1])
    if sides[0] or sides[1]:
        yield low, high, *sides


def _apply_spans(source: str, start: int, end: int, spans: list[_Span]) -> str:
    pieces: list[str] = []
    at = start
    for low, high, after in spans:
        pieces += source[at:low], after
        at = high
    pieces.append(source[at:end])
    return "".join(pieces)
