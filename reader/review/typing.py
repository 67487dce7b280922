"""Turns text that the user typed into decisions on the places that it changes.

What was typed is compared with what stood there, character by character, so that a decision covers
no more than what is different: all repairs beside it stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from reader.review.decisions import Decision, apply_decisions
from reader.text.document import Document

_LONGEST = 4_000  # code points that are compared one by one; it takes the square of that


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
    low = 0
    shorter = min(len(before), len(after))
    while low < shorter and before[low] == after[low]:
        low += 1
    tail = 0
    while tail < shorter - low and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    middle, typed = before[low : len(before) - tail], after[low : len(after) - tail]
    if not middle and not typed:
        return []
    if not middle or not typed or len(middle) + len(typed) > _LONGEST:
        return [(low, low + len(middle), typed)]
    matcher = SequenceMatcher(None, middle, typed, autojunk=False)
    return [
        (low + first, low + last, typed[begin:finish])
        for tag, first, last, begin, finish in matcher.get_opcodes()
        if tag != "equal"
    ]


def _decide_each(document: Document, replacements: Iterable[Replacement]) -> Iterator[Decision]:
    """Yield a decision for each replacement; those that need the same source are one."""
    pending: tuple[int, int, Replacement] | None = None
    for one in replacements:
        start, end, grown = _place(document, one)
        if pending is not None and start < pending[1]:
            between = document.text[pending[2].end : grown.start]
            joined = Replacement(
                pending[2].start,
                max(pending[2].end, grown.end),
                _join(document, pending[2], grown, between),
            )
            pending = pending[0], max(pending[1], end), joined
            continue
        if pending is not None:
            yield Decision(pending[0], pending[1], pending[2].text)
        pending = start, end, grown
    if pending is not None:
        yield Decision(pending[0], pending[1], pending[2].text)


def _join(document: Document, first: Replacement, second: Replacement, between: str) -> str:
    """Return what two replacements leave that were widened over each other."""
    if second.start >= first.end:
        return first.text + between + second.text
    # Both were widened over one repair: what the second keeps of it before its change is the
    # first's business.
    shared = first.end - second.start
    return first.text[: len(first.text) - shared] + second.text


def _place(document: Document, one: Replacement) -> tuple[int, int, Replacement]:
    """Return the span of the source that a replacement needs, and the replacement for all of it.

    Inside a repair that wrote several characters only the whole of it has a source.
    """
    low, high = one.start, one.end
    start, end = document.source_span(low, high)
    if low == high and document.clean_span(end, end) == (low, low):
        return end, end, one  # behind the glosses that were removed here
    while True:
        first, last = document.clean_span(start, end)
        wide = min(first, low), max(last, high)
        if wide == (low, high):
            break
        low, high = wide
        start, end = document.source_span(low, high)
    text = document.text[low : one.start] + one.text + document.text[one.end : high]
    return start, end, Replacement(low, high, text)


def _replace(text: str, replacements: Iterable[Replacement]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in replacements:
        pieces += text[at:start], new
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
