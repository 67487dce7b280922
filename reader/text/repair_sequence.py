"""The repairs of a document as a sequence, each made when it is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter, eq
from typing import overload

from reader.text.align import Change
from reader.text.paragraph import Paragraph
from reader.text.repair import Repair, make_repairs

_TOGETHER = 300  # repairs that are made at once: fewer than make the garbage collector look
_KEPT = 64  # paragraphs whose repairs are kept: more than two panes show

_source_start = attrgetter("source_start")
_source_end = attrgetter("source_end")
_clean_start = attrgetter("clean_start")
_clean_end = attrgetter("clean_end")


class Repairs(Sequence[Repair]):
    """All repairs of a document, ordered by source position; the number of each is its `id`.

    A damaged megabyte has half a million: they are kept as columns, paragraph by paragraph, and
    made again whenever somebody looks at one. `codes` tells about all without making any.
    """

    def __init__(
        self,
        source: str,
        paragraphs: tuple[Paragraph, ...],
        source_starts: array[int],
        clean_starts: array[int],
    ) -> None:
        self._source = source
        self._paragraphs = paragraphs
        self._source_starts = source_starts
        self._clean_starts = clean_starts
        self._kept: dict[int, tuple[Repair, ...]] = {}

    @cached_property
    def _firsts(self) -> array[int]:
        """The number of the first repair of each paragraph, and how many there are."""
        counts = map(len, map(attrgetter("columns.starts"), self._paragraphs))
        return array("q", accumulate(counts, initial=0))

    @cached_property
    def codes(self) -> bytes:
        """The kind and the state of each repair, a byte that `Codes` explains."""
        return b"".join(map(attrgetter("columns.codes"), self._paragraphs))

    def __len__(self) -> int:
        return self._firsts[-1]

    @overload
    def __getitem__(self, index: int) -> Repair: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Repair, ...]: ...
    def __getitem__(self, index: int | slice) -> Repair | tuple[Repair, ...]:
        if isinstance(index, slice):
            numbers = range(len(self))[index]
            if not numbers:
                return ()
            low, high = min(numbers[0], numbers[-1]), max(numbers[0], numbers[-1])
            found = self._between(low, high + 1)
            return found if numbers.step == 1 else tuple(found[at - low] for at in numbers)
        number = range(len(self))[index]
        at = bisect_right(self._firsts, number) - 1
        return self._of(at)[number - self._firsts[at]]

    def __iter__(self) -> Iterator[Repair]:
        firsts = self._firsts
        at = 0
        while at < len(self._paragraphs):
            end = max(at + 1, bisect_right(firsts, firsts[at] + _TOGETHER) - 1)
            yield from self._make(at, end)
            at = end

    def __eq__(self, other: object) -> bool:
        """Tell if other repairs are the same ones."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} repairs>"

    # -- by place

    def in_source(self, start: int, end: int) -> tuple[Repair, ...]:
        """Return the repairs that touch source[start:end] (code points)."""
        at = max(0, bisect_left(self._source_starts, start) - 1)
        found = self._make_few(at, bisect_left(self._source_starts, end))
        first = bisect_left(found, start, key=_source_end)
        last = bisect_left(found, end, key=_source_start)
        return found[first : max(first, last)]

    def in_clean(self, start: int, end: int) -> tuple[Repair, ...]:
        """Return the repairs that touch text[start:end], removed glosses at its edges included."""
        at = max(0, bisect_left(self._clean_starts, start) - 1)
        found = self._make_few(at, bisect_right(self._clean_starts, end))
        first = bisect_left(found, start, key=_clean_end)
        last = bisect_left(found, end + 1, key=_clean_start)
        return found[first : max(first, last)]

    def first_in_clean(self, offset: int) -> int:
        """Return the number of the first repair that begins at text[offset] or behind it."""
        at = max(0, bisect_left(self._clean_starts, offset, 0, len(self._paragraphs)) - 1)
        return self._firsts[at] + bisect_left(self._of(at), offset, key=_clean_start)

    def number_of(self, start: int, end: int) -> int | None:
        """Return the number of the repair of source[start:end], None if there is none of it."""
        at = max(0, bisect_left(self._source_starts, start, 0, len(self._paragraphs)) - 1)
        while at < len(self._paragraphs) and self._source_starts[at] <= start:
            base = self._source_starts[at]
            number = self._paragraphs[at].columns.number_of(start - base, end - base)
            if number is not None:
                return self._firsts[at] + number
            at += 1
        return None

    # -- making

    def _of(self, at: int) -> tuple[Repair, ...]:
        """Return the repairs of a paragraph; those of a few are kept."""
        found = self._kept.get(at)
        if found is None:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._kept[at] = self._make(at, at + 1)
        return found

    def _make_few(self, low: int, high: int) -> tuple[Repair, ...]:
        """Return the repairs of some paragraphs that stand together."""
        high = min(high, len(self._paragraphs))
        if high - low < _KEPT:
            return tuple(repair for at in range(low, high) for repair in self._of(at))
        return self._make(low, high)

    def _between(self, low: int, high: int) -> tuple[Repair, ...]:
        """Return the repairs with numbers from `low` to below `high`."""
        first = bisect_right(self._firsts, low) - 1
        last = bisect_left(self._firsts, high)
        skipped = low - self._firsts[first]
        return self._make_few(first, last)[skipped : skipped + high - low]

    def _make(self, low: int, high: int) -> tuple[Repair, ...]:
        """Make the repairs of the paragraphs from `low` to below `high`."""
        starts: list[int] = []
        ends: list[int] = []
        changes: list[Change] = []
        for at in range(low, high):
            columns = self._paragraphs[at].columns
            base = self._source_starts[at]
            starts += map(base.__add__, columns.starts)
            ends += map(base.__add__, columns.ends)
            changes += columns.changes
        grown = self._clean_starts[low] - self._source_starts[low]
        return make_repairs(self._source, self._firsts[low], grown, starts, ends, changes)
