"""Edits over a text, and the alignment that applying them leaves behind.

A repair stage proposes `Edit`s and never returns text. `apply_edits` is the one function that turns
edits into text, so no stage can forget where a character came from.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, gt, sub
from typing import NamedTuple

from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another text that could stand there, with its probability (0..1)."""

    text: str
    probability: float


class Edit(NamedTuple):
    """Replace text[start:end] by `after`; offsets count code points, half-open.

    An edit that is not `applied` is a proposal: it is shown to the user and changes nothing. A
    tuple and not a dataclass, because a damaged page has an edit for every fourth character.
    """

    start: int
    end: int
    after: str
    kind: RepairKind
    rule: str
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    applied: bool = True


class Change(NamedTuple):
    """What an edit does apart from where: the fields behind its span.

    The same change is made again and again in a document, and all its places share one.
    """

    after: str
    kind: RepairKind
    rule: str
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    applied: bool = True


@dataclass(frozen=True, slots=True)
class Alignment:
    """How spans of an input text and of an output text correspond.

    Holds only the places that were edited, as four parallel arrays of code point offsets
    (sorted, non-overlapping, half-open); everything between two of them was copied.
    """

    in_start: array[int]
    in_end: array[int]
    out_start: array[int]
    out_end: array[int]

    def to_input(self, start: int, end: int) -> tuple[int, int]:
        """Return the input span that produced output[start:end] (code points)."""
        return _map(start, end, (self.out_start, self.out_end), (self.in_start, self.in_end))

    def to_output(self, start: int, end: int) -> tuple[int, int]:
        """Return the output span that input[start:end] became (code points)."""
        return _map(start, end, (self.in_start, self.in_end), (self.out_start, self.out_end))


_Side = tuple["array[int]", "array[int]"]


def _map(start: int, end: int, here: _Side, there: _Side) -> tuple[int, int]:
    """Map a half-open span; a span that touches an edit takes in the whole of it.

    An empty span is a caret. A caret at the edge of an edit stays at that edge; one inside a
    replaced text becomes the whole replacement, since nothing finer is known.
    """
    here_start, here_end = here
    there_start, there_end = there
    if end <= start:
        index = bisect_right(here_end, start) - 1  # last edit that ends at or before the caret
        following = index + 1
        if following < len(here_start) and here_start[following] < start:
            return there_start[following], there_end[following]
        # An edit that is empty on this side and stands at the caret owns what it inserted there.
        if index >= 0 and here_end[index] == start and here_start[index] == start:
            first = bisect_left(here_start, start)
            first = min(first, index)
            return there_start[first], there_end[index]
        if index < 0:
            return start, start
        moved = there_end[index] + start - here_end[index]
        return moved, moved
    # Edits overlapping [start, end): those ending after start and starting before end.
    first = bisect_right(here_end, start)
    last = bisect_left(here_start, end) - 1
    if first <= last and here_start[first] < start:
        low = there_start[first]
    else:
        before = first - 1
        low = start if before < 0 else there_end[before] + start - here_end[before]
    if first <= last and here_end[last] > end:
        high = there_end[last]
    else:
        before = bisect_right(here_end, end) - 1
        # Deletions and insertions right at the end of the span belong to what follows.
        while before >= 0 and here_start[before] >= end:
            before -= 1
        high = end if before < 0 else there_end[before] + end - here_end[before]
    return low, max(low, high)


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Apply the applied edits to `text`; return the new text and its alignment.

    Edits must be sorted by start and must not overlap. Raises ValueError if they do or if one
    reaches outside the text.
    """
    return replace_spans(text, [edit[:3] for edit in edits if edit.applied])


def replace_spans(text: str, spans: Sequence[tuple[int, int, str]]) -> tuple[str, Alignment]:
    """Do the same for applied edits that are only (start, end, after)."""
    if not spans:
        return text, identity()
    starts, ends, afters = zip(*spans, strict=True)
    return replaced(text, starts, ends, afters), aligned(starts, ends, list(map(len, afters)))


def replaced(text: str, starts: Sequence[int], ends: Sequence[int], afters: Sequence[str]) -> str:
    """Return the text with each text[start:end] replaced. Raises ValueError as `apply_edits`."""
    if not starts:
        return text
    # Column by column and not edit by edit: a damaged page has a gloss for every third character.
    last_ends = [0, *ends]
    if any(map(gt, starts, ends)) or any(map(gt, last_ends, starts)):
        raise ValueError("edits overlap or are not in order")
    if ends[-1] > len(text):
        raise ValueError(f"edit ends at {ends[-1]}, after {len(text)} code points of text")
    kept = list(map(text.__getitem__, map(slice, last_ends, [*starts, len(text)])))
    pieces = [""] * (2 * len(kept) - 1)
    pieces[::2] = kept
    pieces[1::2] = afters
    return "".join(pieces)


def aligned(starts: Sequence[int], ends: Sequence[int], lengths: Sequence[int]) -> Alignment:
    """Return the alignment of applied edits, each of which makes so many characters."""
    if not starts:
        return identity()
    grown = accumulate(map(sub, lengths, map(sub, ends, starts)))
    out_ends = array("q", map(add, ends, grown))
    out_starts = array("q", map(sub, out_ends, lengths))
    return Alignment(array("q", starts), array("q", ends), out_starts, out_ends)


def identity() -> Alignment:
    """Return the alignment of a text that nothing was done to."""
    return Alignment(array("q"), array("q"), array("q"), array("q"))


def through(steps: Sequence[Alignment], start: int, end: int) -> tuple[int, int]:
    """Map a span of the first input forward through all steps (code points)."""
    for step in steps:
        start, end = step.to_output(start, end)
    return start, end


def back(steps: Sequence[Alignment], start: int, end: int) -> tuple[int, int]:
    """Map a span of the last output back through all steps (code points)."""
    for step in reversed(steps):
        start, end = step.to_input(start, end)
    return start, end
