"""Turns text that the user typed into decisions on the places that it changes.

What was typed is compared with what stood there, character by character, so that a decision covers
no more than what is different: all repairs beside it stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.review.decisions import Decision, apply_decisions
from reader.text.document import Document
from reader.text.matching import Match, match_texts


class Replacement(NamedTuple):
    """The user wants `text` in place of text[start:end] of the clean text (code points)."""

    start: int
    end: int
    text: str


def decide_typed(document: Document, start: int, end: int, text: str) -> tuple[Decision, ...]:
    """Return the decisions that let `text` stand in place of document.text[start:end].

    They are none if it stands there already. Offsets are code points. Raises ValueError if the
    span is outside the clean text.
    """
    if not 0 <= start <= end <= len(document.text):
        raise ValueError(f"{start}..{end} is no span of {len(document.text)} code points")
    changes = find_changes(document.text[start:end], text)
    return decide_replacements(
        document, [Replacement(start + low, start + high, new) for low, high, new in changes]
    )


def decide_replacements(
    document: Document, replacements: Iterable[Replacement]
) -> tuple[Decision, ...]:
    """Return the decisions that make these replacements, which are in order and do not overlap."""
    wanted = list(replacements)
    if not wanted:
        return ()
    decisions = tuple(_decide_each(document, wanted))
    expected = _replace(document.text, wanted)
    if apply_decisions(document, decisions).text == expected:
        return decisions
    # Where text was moved or removed, one decision over all of it cannot be misunderstood.
    start, end = wanted[0].start, wanted[-1].end
    grown = len(expected) - len(document.text)
    return tuple(_decide_each(document, [Replacement(start, end, expected[start : end + grown])]))


def find_changes(before: str, after: str) -> list[tuple[int, int, str]]:
    """Return (start, end, new text) for each stretch of `before` that is different in `after`."""
    found: list[tuple[int, int, str]] = []
    at = other_at = 0
    for start, other_start, length in (
        *match_texts(before, after),
        Match(len(before), len(after), 0),
    ):
        if start > at or other_start > other_at:
            found.append((at, start, after[other_at:other_start]))
        at, other_at = start + length, other_start + length
    return found


class _Place(NamedTuple):
    """A span of the source that can be decided on, and the replacements inside.

    `start` and `end` are the span of the clean text that came of it.
    """

    source_start: int
    source_end: int
    start: int
    end: int
    inside: tuple[Replacement, ...]


def _decide_each(document: Document, replacements: Iterable[Replacement]) -> Iterator[Decision]:
    """Yield a decision for each replacement; those that need the same source are one."""
    pending: _Place | None = None
    for one in replacements:
        now = _place(document, one)
        if pending is None:
            pending = now
        elif now.source_start < pending.source_end or now.source_end == pending.source_start:
            pending = _Place(
                min(pending.source_start, now.source_start),
                max(pending.source_end, now.source_end),
                min(pending.start, now.start),
                max(pending.end, now.end),
                pending.inside + now.inside,
            )
        else:
            yield _decide(document, pending)
            pending = now
    if pending is not None:
        yield _decide(document, pending)


def _decide(document: Document, place: _Place) -> Decision:
    """Return the decision that makes all replacements of a place."""
    text, base = document.text[place.start : place.end], place.start
    inside = [Replacement(low - base, high - base, new) for low, high, new in place.inside]
    return Decision(place.source_start, place.source_end, _replace(text, inside))


def _place(document: Document, one: Replacement) -> _Place:
    """Return the place that a replacement needs.

    Inside a repair that wrote several characters only the whole of it has a source.
    """
    low, high = one.start, one.end
    start, end = document.source_span(low, high)
    if low == high and document.clean_span(end, end) == (low, low):
        return _Place(end, end, low, low, (one,))  # behind the glosses that were removed here
    while True:
        first, last = document.clean_span(start, end)
        wide = min(first, low), max(last, high)
        if wide == (low, high):
            return _Place(start, end, low, high, (one,))
        low, high = wide
        start, end = document.source_span(low, high)


def _replace(text: str, replacements: Iterable[Replacement]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in replacements:
        pieces += text[at:start], new
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
