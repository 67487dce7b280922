"""Applies the user's decisions to a restored document.

A decision is a span of the source and the text to stand there. It does not depend on the engine's
rules or on where its repairs begin and end, so that it survives changes to both. It is pinned to
its paragraph, which is then decided again; no other paragraph changes. If a repair has that span,
it shows the decision; otherwise a repair of kind MANUAL is added.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.review.pinned import TYPED, PinnedDecision, Pinner
from reader.text.align import Change
from reader.text.document import Document, Repair
from reader.text.paragraph import Paragraph, StoredParagraph
from reader.text.repair import LOST, RepairColumns, can_decide

__all__ = [
    "LOST",
    "TYPED",
    "Decision",
    "apply_decisions",
    "can_decide",
    "decision_for",
    "find_change",
    "texts_in_force",
    "withdraw_decisions",
]  # fmt: skip


class Decision(NamedTuple):
    """The user's decision that source[start:end] (code points) becomes `text`."""

    start: int
    end: int
    text: str


class DecidedParagraph(StoredParagraph):
    """A paragraph with the decisions in it; several of the engine's if a decision spans them.

    `pins` are all decisions ever made there, in order, so that withdrawing one restores the one
    before it.
    """

    __slots__ = ("originals", "pins")

    def __init__(
        self,
        source: str,
        columns: RepairColumns,
        originals: Sequence[Paragraph],
        pins: Sequence[PinnedDecision],
    ) -> None:
        """Keep the decided repairs of the paragraph."""
        super().__init__(source, columns)
        self.originals = tuple(originals)
        self.pins = tuple(pins)


def decision_for(repair: Repair, text: str) -> Decision:
    """Return the decision that the span of `repair` becomes `text`."""
    return Decision(repair.source_start, repair.source_end, text)


def apply_decisions(document: Document, decisions: Iterable[Decision]) -> Document:
    """Return the document with these decisions added; later ones win.

    A decided repair is of kind MANUAL and applied, even if the original was put back; the engine's
    text becomes one of its alternatives. Repairs that overlap a decision give way to it. Only the
    paragraphs with a decision are made again; without any, the document itself is returned. Raises
    ValueError if a decision is outside the source.
    """
    pins = [
        PinnedDecision(order, *one) for order, one in enumerate(decisions, _next_order(document))
    ]
    length = len(document.source)
    for _, start, end, _ in pins:
        if not 0 <= start <= end <= length:
            raise ValueError(f"{start}..{end} is no span of {length} code points")
    if not pins:
        return document
    return _decide_again(
        document, _group_by_paragraph(document.paragraphs, document.starts[0], pins)
    )


def withdraw_decisions(document: Document, decisions: Sequence[Decision]) -> Document:
    """Return the document without these decisions, which are the latest ones of their spans.

    Raises ValueError if one of them was never made.
    """
    starts = document.starts[0]
    left: dict[int, list[PinnedDecision]] = {}
    for start, end, _ in reversed(decisions):
        at, _ = _find_touched(document.paragraphs, starts, start, end)
        if at not in left:
            left[at] = list(_list_pins(document.paragraphs[at]))
        last = next((n for n, pin in enumerate(reversed(left[at])) if pin[1:3] == (start, end)), -1)
        if last < 0:
            raise ValueError(f"nothing was decided about {start}..{end}")
        del left[at][len(left[at]) - 1 - last]
    return _decide_again(document, [(at, at, left[at]) for at in sorted(left)], anew=False)


def texts_in_force(decisions: Iterable[Decision]) -> dict[tuple[int, int], str]:
    """Return the latest text for each span that was decided on, the latest decision at the end."""
    texts: dict[tuple[int, int], str] = {}
    for start, end, text in decisions:
        texts.pop((start, end), None)
        texts[start, end] = text
    return texts


def find_change(originals: Iterable[Paragraph], start: int, end: int) -> Change | None:
    """Return the change of exactly this span of adjoining paragraphs."""
    for one in originals:
        number = one.columns.number_of(start, end) if end >= 0 else None
        if number is not None:
            return one.columns.changes[number]
        start, end = start - one.lengths[0], end - one.lengths[0]
    return None


_Group = tuple[int, int, list[PinnedDecision]]
"""(first paragraph, last paragraph, the pins in them)."""


def _decide_again(document: Document, groups: Iterable[_Group], *, anew: bool = True) -> Document:
    """Return the document with these paragraphs decided again.

    With `anew` the pins are added to those already there; otherwise they replace them.
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
        every = [pin for one in touched if anew for pin in _list_pins(one)] + pins
        paragraphs += _decide_originals(pinner, source, starts[first], originals, sorted(every))
    paragraphs += document.paragraphs[done:]
    return Document(document.source, tuple(paragraphs), document.origin)


def _decide_originals(
    pinner: Pinner,
    source: str,
    base: int,
    originals: Sequence[Paragraph],
    pins: Sequence[PinnedDecision],
) -> Iterator[Paragraph]:
    """Yield the engine's paragraphs with these pins; those that a pin spans become one.

    They begin at `base` in the document.
    """
    starts = array("q", accumulate((one.lengths[0] for one in originals), initial=base))
    done = 0
    alone = [(0, 0, list(pins))] if len(originals) == 1 and pins else None
    for first, last, own in alone or _group_by_paragraph(originals, starts, pins):
        yield from originals[done:first]
        begin, done = starts[first], last + 1
        text = source[begin - base : starts[done] - base]
        columns = pinner.decide(text, begin, originals[first:done], own)
        yield DecidedParagraph(text, columns, originals[first:done], own)
    yield from originals[done:]


def _group_by_paragraph(
    paragraphs: Sequence[Paragraph], starts: array[int], pins: Iterable[PinnedDecision]
) -> Iterator[_Group]:
    """Yield the paragraphs with pins; those that a pin spans are one group."""
    found: dict[int, list[PinnedDecision]] = {}
    reach: dict[int, int] = {}
    for pin in pins:
        first, last = _find_touched(paragraphs, starts, pin.start, pin.end)
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


def _find_touched(
    paragraphs: Sequence[Paragraph], starts: array[int], start: int, end: int
) -> tuple[int, int]:
    """Return the indices of the first and the last paragraph that a span of the source is in."""
    count = len(paragraphs)
    first = bisect_right(starts, start, 0, count) - 1
    if start < end <= starts[first + 1]:
        return first, first
    if start < end:
        return first, bisect_left(starts, end, 0, count) - 1
    if first and start == starts[first]:
        # Between two paragraphs it is in the second, unless the first has a repair right there.
        before, width = paragraphs[first - 1].columns, start - starts[first - 1]
        if before and before.starts[-1] == before.ends[-1] == width:
            return first - 1, first - 1
    return first, first


def _list_pins(paragraph: Paragraph) -> tuple[PinnedDecision, ...]:
    return paragraph.pins if isinstance(paragraph, DecidedParagraph) else ()


def _next_order(document: Document) -> int:
    """Return the number for the next decision, higher than that of any before it."""
    made = (one for one in document.paragraphs if isinstance(one, DecidedParagraph))
    return 1 + max((one.pins[-1].order for one in made), default=-1)
