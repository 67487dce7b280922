"""Which pages the report shows: the worst hundred, and a few of each class drawn by their names."""

from __future__ import annotations

import heapq
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from reader.batch.archive.report_excerpt import Excerpt, cut_excerpt
from reader.batch.archive.report_tally import class_of, needs_a_human
from reader.batch.archive.row import Damage, PageRow

MOST_WORST = 100
MOST_UNREPAIRED = 30
"""Of the worst pages those that failed or were set aside: one cause may take all places else."""
MOST_SAMPLES = 5

_FIRST = {Damage.FAILED: 0, Damage.ASIDE: 1, Damage.MISREAD: 2, Damage.LOST: 3}
_UNREPAIRED = (Damage.FAILED, Damage.ASIDE)


def open_share(row: PageRow) -> float:
    """Return how many places are lost or undecided in 1,000 characters of the original."""
    return (row.lost + row.undecided) * 1_000 / max(1, row.characters)


class _Badness(NamedTuple):
    """The order of the worst pages: first by class, then by what is left to do."""

    rank: int
    share: float
    lowest: float
    order: int

    @classmethod
    def of(cls, row: PageRow, order: int) -> _Badness:
        lowest = 1.0 if row.lowest is None else row.lowest
        return cls(_FIRST.get(class_of(row), len(_FIRST)), -open_share(row), lowest, order)


class Worst:
    """The pages that need a human most.

    First those that failed, were set aside, are misread or have lost bytes, in this order; among
    equals first what has most lost and undecided places in 1,000 characters, then what has the
    lowest confidence, then what came first.
    """

    def __init__(self) -> None:
        """Begin without a page."""
        self._unrepaired = _Smallest(MOST_UNREPAIRED)
        self._repaired = _Smallest(MOST_WORST)
        self.unrepaired = 0  # that were seen

    def add(self, row: PageRow, order: int) -> None:
        """Take in a page; `order` is its running number among all."""
        if not needs_a_human(row):
            return
        is_unrepaired = class_of(row) in _UNREPAIRED
        self.unrepaired += is_unrepaired
        (self._unrepaired if is_unrepaired else self._repaired).add(_Badness.of(row, order), row)

    def rows(self) -> list[PageRow]:
        """Return the worst pages, the worst first, without their texts."""
        return [*self._unrepaired.rows(), *self._repaired.rows()][:MOST_WORST]


class _Smallest:
    """Keeps the rows with the smallest keys, without their texts."""

    def __init__(self, most: int) -> None:
        self._most = most
        # Keys negated, so that the largest is on top; they differ, rows are never compared.
        self._kept: list[tuple[tuple[float, ...], PageRow]] = []

    def add(self, key: tuple[float, ...], row: PageRow) -> None:
        turned = tuple(-one for one in key)
        if len(self._kept) == self._most and turned < self._kept[0][0]:
            return
        entry = turned, replace(row, clean=None, details=None, counts={})
        if len(self._kept) < self._most:
            heapq.heappush(self._kept, entry)
        else:
            heapq.heapreplace(self._kept, entry)

    def rows(self) -> list[PageRow]:
        return [row for _, row in sorted(self._kept, key=lambda one: one[0], reverse=True)]


class Sample(NamedTuple):
    """A page of a class, and a few words of it."""

    row: PageRow  # without its texts
    excerpt: Excerpt


class Samples:
    """A few pages of each class, drawn by a hash of their names: the same pages every time."""

    def __init__(self) -> None:
        """Begin without a page."""
        self._drawn: dict[Damage, list[tuple[int, int, Sample]]] = {}

    def add(self, row: PageRow, order: int) -> None:
        """Take in a page; `order` is its running number among all."""
        drawn = self._drawn.setdefault(class_of(row), [])
        name = f"{row.source}\0{row.page}".encode("utf-8", "surrogatepass")
        ticket = -int.from_bytes(blake2b(name, digest_size=8).digest(), "big")
        if len(drawn) == MOST_SAMPLES and (ticket, -order) < drawn[0][:2]:
            return
        bare = replace(row, clean=None, details=None)
        entry = ticket, -order, Sample(bare, cut_excerpt(row))
        if len(drawn) < MOST_SAMPLES:
            heapq.heappush(drawn, entry)
        else:
            heapq.heapreplace(drawn, entry)

    def of(self, damage: Damage) -> list[Sample]:
        """Return what was drawn of a class, in the order of the pages."""
        drawn = sorted(self._drawn.get(damage, []), key=lambda one: -one[1])
        return [sample for _, _, sample in drawn]
