"""All repairs of a document as columns of numbers: what lists, filters and counts of them read.

A damaged megabyte has 200,000 repairs; as objects they would take a second to make at each look.
Here a repair is a row of a few arrays, its row number is `Repair.id`, and the object is made by
`Document.repairs` for the few that are shown.

A decision makes the repair one of kind MANUAL, with confidence 1. A list in which rows changed
kind, group and sureness under the user's hands would be of little use: kind, sureness and pair are
therefore what the engine said, also where the user decided; only the state tells of the decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.review.decisions import DecidedParagraph, find_change
from reader.review.history import How, classify_text
from reader.review.repair_columns import (
    KINDS,
    STATE_NUMBERS,
    STATES,
    Columns,
    Mask,
    Numbers,
    Pair,
    Vocabulary,
    number_new,
    read_columns,
)
from reader.text.align import Change
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import LOST, can_decide

_OPEN = (RepairState.UNSURE, RepairState.UNDECIDED, RepairState.LOST)
"""What is left to decide; a lost place is decided by typing."""

_rule = itemgetter(Change._fields.index("rule"))


class Progress(NamedTuple):
    """How far a document is decided on: `decided` of `total` places that need it.

    `least` is the lowest confidence (0..1) among what is left apart from lost places, 1.0 if there
    is nothing else.
    """

    decided: int
    total: int
    unsure: int
    undecided: int
    lost: int
    least: float

    @property
    def left(self) -> int:
        """How many places are not decided on."""
        return self.total - self.decided


@dataclass(frozen=True)
class RepairTable:
    """The repairs of one document, row by row. Immutable; row numbers are those of its repairs."""

    document: Document
    vocabulary: Vocabulary
    firsts: NDArray[np.int64]  # of each paragraph the number of its first row, and how many rows
    columns: Columns

    @classmethod
    def of(cls, document: Document) -> RepairTable:
        """Return the table of a document."""
        vocabulary = Vocabulary()
        every = range(len(document.paragraphs))
        return cls(
            document, vocabulary, _count(document), read_columns(document, every, vocabulary)
        )

    def updated(self, document: Document) -> RepairTable:
        """Return the table of what this document became; unchanged paragraphs are not read again.

        Raises ValueError if it has another source.
        """
        if document.source != self.document.source:
            raise ValueError("a table can only be updated for the same source")
        if document is self.document:
            return self
        known = {id(one): number for number, one in enumerate(self.document.paragraphs)}
        kept = [known.get(id(one), -1) for one in document.paragraphs]
        parts: list[Columns] = []
        for run in _list_runs(kept):
            if kept[run[0]] < 0:
                parts.append(read_columns(document, run, self.vocabulary))
            else:
                first, last = self.firsts[kept[run[0]]], self.firsts[kept[run[-1]] + 1]
                parts.append(Columns._make(column[first:last] for column in self.columns))
        joined = parts[0] if len(parts) == 1 else _join(parts)
        return RepairTable(document, self.vocabulary, _count(document), joined)

    def __len__(self) -> int:
        return len(self.columns.starts)

    # -- single rows

    def repair(self, number: int) -> Repair:
        """Return the repair of a row."""
        return self.document.repairs[number]

    def row_at(self, start: int, end: int) -> int | None:
        """Return the first row of source[start:end] (code points), None if there is none of it."""
        starts = self.columns.starts
        number = int(starts.searchsorted(np.int32(start)))  # of another type: all are converted
        while number < len(self) and starts[number] == start:
            if self.columns.ends[number] == end:
                return number
            number += 1
        return None

    def number_of(self, repair: Repair) -> int | None:
        """Return the row at the place of a repair, which may be of an earlier document."""
        return self.row_at(repair.source_start, repair.source_end)

    def change(self, number: int) -> Change:
        """Return what is done in a row."""
        at = self.paragraph_of(number)
        return self.document.paragraphs[at].columns.changes[number - int(self.firsts[at])]

    def engine_change(self, number: int) -> Change:
        """Return what the engine did in a row, also where the user decided since."""
        at = self.paragraph_of(number)
        paragraph = self.document.paragraphs[at]
        row = number - int(self.firsts[at])
        columns = paragraph.columns
        found = None
        if isinstance(paragraph, DecidedParagraph) and self.is_decided[number]:
            found = find_change(paragraph.originals, columns.starts[row], columns.ends[row])
        return columns.changes[row] if found is None else found

    def paragraph_of(self, number: int) -> int:
        """Return the number of the paragraph that a row is in, from 0."""
        return int(np.searchsorted(self.firsts, number, side="right")) - 1

    def kind(self, number: int) -> RepairKind:
        """Return what the engine took a place for."""
        return KINDS[int(self.columns.kinds[number])]

    def state(self, number: int) -> RepairState:
        """Return how a place stands now."""
        return STATES[int(self.columns.states[number])]

    def sure(self, number: int) -> float:
        """Return how sure the engine was (0..1)."""
        return float(self.columns.sure[number])

    def pair(self, number: int) -> Pair:
        """Return what stood at a place, and what the engine puts there."""
        return self.pairs[int(self.columns.pairs[number])]

    def rule(self, number: int) -> str:
        """Return the rule by which a place was repaired."""
        return self.change(number).rule

    def how(self, number: int) -> How | None:
        """Return how the user decided on a row, None if that is still to come."""
        if not self.is_decided[number]:
            return None
        change, engine = self.change(number), self.engine_change(number)
        proposed = engine if engine is not change and can_decide(engine) else None
        start, end = int(self.columns.starts[number]), int(self.columns.ends[number])
        return classify_text(change.after, self.document.source[start:end], proposed)

    # -- all rows

    @property
    def pairs(self) -> Sequence[Pair]:
        """The pairs by their numbers."""
        return self.vocabulary.pairs

    @cached_property
    def rules(self) -> tuple[Sequence[str], Numbers]:
        """The rules by their numbers, and the number of the rule of each row.

        They are collected when they are first asked for, as few filters and orders do.
        """
        known = number_new()
        every = chain.from_iterable(one.columns.changes for one in self.document.paragraphs)
        numbers = np.fromiter(map(known.__getitem__, map(_rule, every)), np.int32, len(self))
        return list(known), numbers

    @cached_property
    def is_open(self) -> Mask:
        """Which rows are left to decide."""
        return self._has_state(_OPEN)

    @cached_property
    def is_decided(self) -> Mask:
        """Which rows the user decided on."""
        return self._has_state((RepairState.BY_HAND,))

    @cached_property
    def pair_counts(self) -> NDArray[np.int64]:
        """How many rows each pair has."""
        return np.bincount(self.columns.pairs, minlength=len(self.vocabulary.pairs))

    @cached_property
    def pair_firsts(self) -> NDArray[np.int64]:
        """The first row of each pair; the number of rows for one that has none."""
        firsts = np.full(len(self.vocabulary.pairs), len(self), np.int64)
        firsts[self.columns.pairs[::-1]] = np.arange(len(self) - 1, -1, -1)
        return firsts

    @cached_property
    def open_pair_counts(self) -> NDArray[np.int64]:
        """How many rows of each pair are left to decide."""
        rows = self.columns.pairs[self.is_open]
        return np.bincount(rows, minlength=len(self.vocabulary.pairs))

    @cached_property
    def clean_starts(self) -> Numbers:
        """Where each row begins in the clean text (code points)."""
        moved = np.cumsum(self.columns.grown, dtype=np.int32)
        return self.columns.starts + moved - self.columns.grown

    def count_kinds(self) -> dict[RepairKind, int]:
        """Return how many rows there are of each kind that occurs."""
        return _count_kinds(self.columns.kinds)

    def count_codes(self) -> list[int]:
        """Return how many repairs have each code; see `reader.text.repair.Codes`."""
        codes = np.frombuffer(self.document.repairs.codes, np.uint8)
        return list(map(int, np.bincount(codes, minlength=256)))

    def count_decided_kinds(self) -> dict[RepairKind, int]:
        """Return how many rows of each kind that occurs the user decided on."""
        return _count_kinds(self.columns.kinds[self.is_decided])

    def count_left_lost(self) -> int:
        """Return how many lost places the user decided to leave as they are."""
        encoding = self.columns.kinds == RepairKind.ENCODING.number
        rows = np.flatnonzero(self.is_decided & encoding).tolist()
        changes = ((self.change(row), self.pair(row).before) for row in rows)
        return sum(one.rule == LOST and one.after == before for one, before in changes)

    def progress(self) -> Progress:
        """Return how far the document is decided on."""
        return self._progress

    @cached_property
    def _progress(self) -> Progress:
        counts = np.bincount(self.columns.states, minlength=len(STATES))
        unsure, undecided, lost = (int(counts[STATE_NUMBERS[state]]) for state in _OPEN)
        decided = int(counts[STATE_NUMBERS[RepairState.BY_HAND]])
        sure = self.columns.sure[self._has_state(_OPEN[:2])]
        least = float(sure.min()) if len(sure) else 1.0
        total = decided + unsure + undecided + lost
        return Progress(decided, total, unsure, undecided, lost, least)

    def has_state(self, state: RepairState) -> Mask:
        """Return which rows are in a state."""
        return self._has_state((state,))

    def _has_state(self, states: Iterable[RepairState]) -> Mask:
        chosen = np.zeros(len(STATES), dtype=np.bool_)
        chosen[[STATE_NUMBERS[state] for state in states]] = True
        return chosen[self.columns.states]


def _count_kinds(kinds: NDArray[np.uint8]) -> dict[RepairKind, int]:
    counts = np.bincount(kinds, minlength=len(KINDS))
    return {kind: int(count) for kind, count in zip(KINDS, counts, strict=True) if count}


def _count(document: Document) -> NDArray[np.int64]:
    counts = [len(one.columns) for one in document.paragraphs]
    return np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))


def _list_runs(kept: Sequence[int]) -> Iterator[range]:
    """Yield the paragraphs in runs: those that follow each other in both, or are all new."""
    begun = 0
    for number, (one, following) in enumerate(pairwise(kept), 1):
        if not (following == one + 1 if one >= 0 else following < 0):
            yield range(begun, number)
            begun = number
    if kept:
        yield range(begun, len(kept))


def _join(parts: Sequence[Columns]) -> Columns:
    return Columns._make(map(np.concatenate, zip(*parts, strict=True)))
