"""A restored paragraph: what a document is a sequence of."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate
from operator import gt
from typing import Protocol

from reader.text.align import Alignment, aligned, identity, replaced
from reader.text.repair import NO_REPAIRS, Parts, RepairColumns

Steps = tuple[Alignment, Alignment]
"""The alignments of the two layers: from the source to what is read, and on to the clean text."""

NOTHING = identity()
# Where a text may be cut into paragraphs, once one is long enough.
LEAST = 1_000  # code points
_END = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]+|[。！？；!?;]")


class Paragraph(Protocol):
    """A stretch of the source, its separators with it, and what it was restored to.

    Immutable; all offsets are its own (code points), so that nothing changes in a paragraph when
    another one does.
    """

    @property
    def lengths(self) -> tuple[int, int, int]:
        """How long it is in the source, after the first layer, and as clean text."""
        ...

    @property
    def text(self) -> str:
        """Its clean text."""
        ...

    @property
    def columns(self) -> RepairColumns:
        """Its repairs; kept once they were asked for."""
        ...

    @property
    def steps(self) -> Steps:
        """Its alignments, made when asked for."""
        ...


class StoredParagraph:
    """A paragraph whose repairs are given: read from a journal, or made by hand.

    What its layers did is one: the second leaves all as it is.
    """

    __slots__ = ("columns", "lengths", "text")

    def __init__(self, source: str, columns: RepairColumns) -> None:
        """Make the clean text. Raises ValueError if applied repairs overlap or reach outside."""
        self.columns = columns
        self.text = replaced(source, *columns.spans()) if columns else source
        self.lengths = len(source), len(self.text), len(self.text)

    @property
    def steps(self) -> Steps:
        """Its alignments, made when asked for."""
        starts, ends, afters = self.columns.spans()
        return aligned(starts, ends, list(map(len, afters))), NOTHING


def divide(source: str, columns: RepairColumns, least: int = LEAST) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source with these repairs; no repair stands across two.

    Each has at least so many code points. Raises ValueError if applied repairs overlap, if any is
    out of order or reaches outside the source.
    """
    starts, ends = columns.starts, columns.ends
    if columns and (
        min(starts) < 0
        or max(ends) > len(source)
        or any(map(gt, starts, ends))
        or any(map(gt, starts, starts[1:]))
    ):
        raise ValueError("a repair is out of order or lies outside the text")
    reach = array("i", accumulate(ends, max))
    made: list[Paragraph] = []
    numbers = sorted(columns.parts, reverse=True)
    at = first = 0
    for cut in _cuts(source, least):
        last = bisect_left(starts, cut) if cut < len(source) else len(starts)
        if last > first and reach[last - 1] > cut:
            continue
        if last == first:
            made.append(StoredParagraph(source[at:cut], NO_REPAIRS))
        else:
            parts: dict[int, Parts] = {}
            while numbers and numbers[-1] < last:
                number = numbers.pop()
                parts[number - first] = columns.parts[number]
            own = _between(columns, first, last, at, parts)
            made.append(StoredParagraph(source[at:cut], own))
        at, first = cut, last
    return tuple(made)


def _between(
    columns: RepairColumns, first: int, last: int, base: int, parts: Mapping[int, Parts]
) -> RepairColumns:
    starts, ends = columns.starts[first:last], columns.ends[first:last]
    if base:
        starts = array("i", map(base.__rsub__, starts))
        ends = array("i", map(base.__rsub__, ends))
    return RepairColumns(starts, ends, columns.changes[first:last], parts)


def _cuts(source: str, least: int) -> Iterator[int]:
    """Yield where paragraphs may end; the last one is the end of the source."""
    at = 0
    while found := _END.search(source, at + least - 1):
        at = found.end()
        if at == len(source):
            break
        yield at
    yield len(source)
