"""What the user decided about places of a restored document, and how the document reads with it.

A decision is a span of the source and the text that shall stand there: neither the rules of the
engine nor the way it cuts its repairs matter, so that a decision outlives both. It is pinned to the
paragraph that it stands in, which is then decided again; no other paragraph changes. Where the span
is that of a repair, the repair shows it; anywhere else a repair of kind MANUAL is put in.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.review.pinned import TYPED, Pin, Pinner
from reader.text.document import Document, Repair
from reader.text.paragraph import Paragraph, StoredParagraph
from reader.text.repair import LOST, RepairColumns, can_decide

__all__ = [
    "LOST", "TYPED", "Decision", "can_decide", "decide", "decided", "in_force", "taken_back",
]  # fmt: skip


class Decision(NamedTuple):
    """What shall stand at a place: source[start:end] becomes `text` (code points)."""

    start: int
    end: int
    text: str


class DecidedParagraph(StoredParagraph):
    """What the engine's paragraphs read like with what was decided in them.

    One of the engine's, or several where a decision stands across them. `pins` are all decisions
    ever taken there, in order, so that taking one back brings the one before it into force.
    """

    __slots__ = ("originals", "pins")

    def __init__(
        self,
        source: str,
        columns: RepairColumns,
        originals: Sequence[Paragraph],
        pins: Sequence[Pin],
    ) -> None:
        """Take the repairs of the paragraph as they were decided."""
        super().__init__(source, columns)
        self.originals = tuple(originals)
        self.pins = tuple(pins)


def decide(repair: Repair, text: str) -> Decision:
    """Return the decision that `text` shall stand where this repair is."""
    return Decision(repair.source_start, repair.source_end, text)


def decided(document: Document, decisions: Iterable[Decision]) -> Document:
    """Return the document as it reads with these decisions, too; later ones win.

    A decided repair is of kind MANUAL and applied, also where the original was put back; what the
    engine had written becomes one of its alternatives. What a decision reaches into gives way to
    it. Only the paragraphs it stands in are made anew. Without any the document itself is returned.
    Raises ValueError if one reaches outside the source.
    """
    pins = [Pin(order, *one) for order, one in enumerate(decisions, _next_order(document))]
    length = len(document.source)
    for _, start, end, _ in pins:
        if not 0 <= start <= end <= length:
            raise ValueError(f"{start}..{end} is no span of {length} code points")
    if not pins:
        return document
    return _remade(document, _groups(document.paragraphs, document.starts[0], pins))


def taken_back(document: Document, decisions: Sequence[Decision]) -> Document:
    """Return the document as it reads without these decisions, which were the last of their places.

    Raises ValueError if one was never taken.
    """
    starts = document.starts[0]
    left: dict[int, list[Pin]] = {}
    for start, end, _ in reversed(decisions):
        at, _ = _touched(document.paragraphs, starts, start, end)
        if at not in left:
            left[at] = list(_pins_of(document.paragraphs[at]))
        last = next((n for n, pin in enumerate(reversed(left[at])) if pin[1:3] == (start, end)), -1)
        if last < 0:
            raise ValueError(f"nothing was decided about {start}..{end}")
        del left[at][len(left[at]) - 1 - last]
    return _remade(document, [(at, at, left[at]) for at in sorted(left)], anew=False)


def in_force(decisions: Iterable[Decision]) -> dict[tuple[int, int], str]:
    """Return the text for each span that was decided on, the one decided on last at the end."""
    texts: dict[tuple[int, int], str] = {}
    for start, end, text in decisions:
        texts.pop((start, end), None)
        texts[start, end] = text
    return texts


_Group = tuple[int, int, list[Pin]]
"""The first and the last of the paragraphs that some pins stand in, and the pins."""


def _remade(document: Document, groups: Iterable[_Group], *, anew: bool = True) -> Document:
    """Return the document with these paragraphs decided again.

    With `anew` the pins come to those that are there already; otherwise they are all there are.
    """
    pinner = Pinner()
    starts = document.starts[0]
    paragraphs: list[Paragraph] = []
    done = 0
    for first, last, pins in groups:
        paragraphs += document.paragraphs[done:first]
        done = last + 1
        touched = document.paragraphs[first:done]
        source = document.source[starts[first] : starts[done]]
        originals: list[Paragraph] = []
        for one in touched:
            originals += one.originals if isinstance(one, DecidedParagraph) else (one,)
        every = [pin for one in touched if anew for pin in _pins_of(one)] + pins
        paragraphs += _decided_anew(pinner, source, starts[first], originals, sorted(every))
    paragraphs += document.paragraphs[done:]
    return Document(document.source, tuple(paragraphs), document.origin)


def _decided_anew(
    pinner: Pinner, source: str, base: int, originals: Sequence[Paragraph], pins: Sequence[Pin]
) -> Iterator[Paragraph]:
    """Yield the engine's paragraphs with these pins: those are one that a pin stands across.

    They begin at `base` in the document.
    """
    starts = array("q", accumulate((one.lengths[0] for one in originals), initial=base))
    done = 0
    alone = [(0, 0, list(pins))] if len(originals) == 1 and pins else None
    for first, last, own in alone or _groups(originals, starts, pins):
        yield from originals[done:first]
        begin, done = starts[first], last + 1
        text = source[begin - base : starts[done] - base]
        columns = pinner.decide(text, begin, originals[first:done], own)
        yield DecidedParagraph(text, columns, originals[first:done], own)
    yield from originals[done:]


def _groups(
    paragraphs: Sequence[Paragraph], starts: array[int], pins: Iterable[Pin]
) -> Iterator[_Group]:
    """Yield the paragraphs that pins stand in; those go together that a pin stands across."""
    found: dict[int, list[Pin]] = {}
    reach: dict[int, int] = {}
    for pin in pins:
        first, last = _touched(paragraphs, starts, pin.start, pin.end)
        found.setdefault(first, []).append(pin)
        if last > first:
            reach[first] = max(last, reach.get(first, 0))
    group: _Group | None = None
    for first in sorted(found):
        last = reach.get(first, first)
        if group is not None and first <= group[1]:
            group = group[0], max(group[1], last), sorted(group[2] + found[first])
        else:
            if group is not None:
                yield group
            group = first, last, found[first]
    if group is not None:
        yield group


def _touched(
    paragraphs: Sequence[Paragraph], starts: array[int], start: int, end: int
) -> tuple[int, int]:
    """Return the first and the last of the paragraphs that a span of the source stands in."""
    count = len(paragraphs)
    first = bisect_right(starts, start, 0, count) - 1
    if start < end <= starts[first + 1]:
        return first, first
    if start < end:
        return first, bisect_left(starts, end, 0, count) - 1
    if first and start == starts[first]:
        # Between two paragraphs: in the second, unless the first one has a repair right there.
        before, width = paragraphs[first - 1].columns, start - starts[first - 1]
        if before and before.starts[-1] == before.ends[-1] == width:
            return first - 1, first - 1
    return first, first


def _pins_of(paragraph: Paragraph) -> tuple[Pin, ...]:
    return paragraph.pins if isinstance(paragraph, DecidedParagraph) else ()


def _next_order(document: Document) -> int:
    """Return the number of the next decision: higher than all that were taken before it."""
    made = (one for one in document.paragraphs if isinstance(one, DecidedParagraph))
    return 1 + max((one.pins[-1].order for one in made), default=-1)
