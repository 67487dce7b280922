"""Counts repairs: how many there are of each kind, and that one is the 3rd of 25. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.text.repair import Codes

if TYPE_CHECKING:
    from reader.review.repair_table import RepairTable  # loads numpy


class Count(NamedTuple):
    """How many repairs of a kind there are, how many only proposed, how many places lost.

    `decided` are those of the kind that were decided by hand: as the clean text has them, they are
    of kind MANUAL, and among its `applied`.
    """

    applied: int = 0
    undecided: int = 0
    lost: int = 0
    decided: int = 0

    @property
    def total(self) -> int:
        """How many places of the kind there are, however they stand."""
        return sum(self)


Tally = dict[RepairKind, Count]
"""The numbers of each kind that occurs."""


def count_repairs(document: Document, table: RepairTable | None = None) -> Tally:
    """Count the repairs of a document; none of them is made for it.

    `table` is that of its repairs, and tells what those decided by hand were taken for.
    """
    count = document.repairs.codes.count if table is None else table.count_codes().__getitem__
    decided = table.count_decided_kinds() if table is not None else {}
    decided.pop(RepairKind.MANUAL, None)
    counts = {
        kind: Count(*map(count, Codes.of(kind)))._replace(decided=decided.get(kind, 0))
        for kind in RepairKind
    }
    return {kind: count for kind, count in counts.items() if any(count)}


def position(document: Document, repair: Repair, kinds: Iterable[RepairKind]) -> tuple[int, int]:
    """Return which of the repairs of these kinds it is, counted from 1, and of how many."""
    every = document.repairs.codes
    codes = [code for kind in kinds for code in Codes.of(kind)]
    if not every.translate(None, bytes(codes)):  # all are shown: nothing is to be counted
        return repair.id + 1, len(every)
    number = sum(every.count(code, 0, repair.id + 1) for code in codes)
    return number, sum(map(every.count, codes))
