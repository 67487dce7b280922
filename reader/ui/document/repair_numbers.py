"""Counts repairs: how many there are of each kind, and that one is the 3rd of 25. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.text.repair import Codes


class Count(NamedTuple):
    """How many repairs of a kind there are, how many only proposed, how many places lost."""

    applied: int = 0
    undecided: int = 0
    lost: int = 0


Tally = dict[RepairKind, Count]
"""The numbers of each kind that occurs."""


def count_repairs(document: Document) -> Tally:
    """Count the repairs of a document; none of them is made for it."""
    every = document.repairs.codes
    counts = {kind: Count(*map(every.count, Codes.of(kind))) for kind in RepairKind}
    return {kind: count for kind, count in counts.items() if any(count)}


def position(document: Document, repair: Repair, kinds: Iterable[RepairKind]) -> tuple[int, int]:
    """Return which of the repairs of these kinds it is, counted from 1, and of how many."""
    every = document.repairs.codes
    codes = [code for kind in kinds for code in Codes.of(kind)]
    if not every.translate(None, bytes(codes)):  # all are shown: nothing is to be counted
        return repair.id + 1, len(every)
    number = sum(every.count(code, 0, repair.id + 1) for code in codes)
    return number, sum(map(every.count, codes))
