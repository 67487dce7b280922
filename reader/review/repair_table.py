"""All repairs of a document as columns of numbers: what lists, filters and counts of them read.

A damaged megabyte has 200,000 repairs; as objects they would take a second to make at each look.
Here a repair is a row of a few arrays, its row number is `Repair.id`, and the object is made by
`Document.repairs` for the few that are shown.

A decision makes the repair one of kind MANUAL, with confidence 1. A list in which rows changed
kind, group and sureness under the user's hands would be of little use: kind, sureness and pair are
therefore what the engine said, also where the user decided; only the state tells of the decision.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, count, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.review.decisions import DecidedParagraph
from reader.text.align import Change
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.text.paragraph import Paragraph
from reader.text.repair import (
    APPLIED,
    CERTAIN_FROM,
    LOST,
    STANDING_LOST,
    STANDINGS,
    UNSURE_FROM,
    RepairState,
)

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]

STATES = tuple(RepairState)
KINDS = tuple(RepairKind)
_STATE_NUMBERS = {state: number for number, state in enumerate(STATES)}
_OPEN = (RepairState.UNSURE, RepairState.UNDECIDED, RepairState.LOST)
"""What is left to decide; a lost place is decided by typing."""

_SHIFT = 31  # bits of the number of a text: a pair fits in 64
_LOW = (1 << _SHIFT) - 1
_after, _rule, _confidence = (
    itemgetter(Change._fields.index(name)) for name in ("after", "rule", "confidence")
)


class Pair(NamedTuple):
    """What stood in the source, and what the engine puts there."""

    before: str
    after: str


def _make_numbers() -> dict[str, int]:
    """Return a dictionary that gives each new key the next number."""
    return defaultdict(count().__next__)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Numbers for texts and pairs; only ever grows, so that tables of a document share it.

    The key of a pair is made of the numbers of its two texts: the garbage collector would look
    through tuples, one a repair, again and again, for longer than all the rest takes.
    """

    texts: dict[str, int] = field(default_factory=_make_numbers)
    pair_keys: dict[int, int] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)

    def number_pairs(self, befores: Numbers, afters: Numbers) -> Numbers:
        """Return the number of each pair of numbers of texts; new ones get the next numbers."""
        keys = befores.astype(np.int64) << _SHIFT
        keys |= afters
        different, which = np.unique(keys, return_inverse=True)
        new = [key for key in different.tolist() if key not in self.pair_keys]
        if new:
            texts = list(self.texts)
            for key in new:
                self.pair_keys[key] = len(self.pairs)
                self.pairs.append(Pair(texts[key >> _SHIFT], texts[key & _LOW]))
        found = map(self.pair_keys.__getitem__, different.tolist())
        return np.fromiter(found, np.int32, len(different))[which]

    def number_of(self, pair: Pair) -> int:
        """Return the number of a pair, -1 if it does not occur."""
        before, after = self.texts.get(pair.before), self.texts.get(pair.after)
        if before is None or after is None:
            return -1
        return self.pair_keys.get(before << _SHIFT | after, -1)


class Columns(NamedTuple):
    """The rows of some paragraphs, in order of the source; offsets count code points in it."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    kinds: NDArray[np.uint8]  # numbers in KINDS
    states: NDArray[np.uint8]  # numbers in STATES
    sure: NDArray[np.float64]  # 0..1
    pairs: Numbers  # numbers in Vocabulary.pairs
    grown: Numbers  # by how many code points the clean text is longer than the source there


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
        return cls(document, vocabulary, _count(document), _read_rows(document, every, vocabulary))

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
                parts.append(_read_rows(document, run, self.vocabulary))
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
        number = int(np.searchsorted(starts, start))
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
        at = int(np.searchsorted(self.firsts, number, side="right")) - 1
        return self.document.paragraphs[at].columns.changes[number - int(self.firsts[at])]

    def engine_change(self, number: int) -> Change:
        """Return what the engine did in a row, also where the user decided since."""
        at = int(np.searchsorted(self.firsts, number, side="right")) - 1
        paragraph = self.document.paragraphs[at]
        row = number - int(self.firsts[at])
        columns = paragraph.columns
        found = None
        if isinstance(paragraph, DecidedParagraph) and self.is_decided[number]:
            found = _find_change(paragraph.originals, columns.starts[row], columns.ends[row])
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
        known = _make_numbers()
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
    def open_pair_counts(self) -> NDArray[np.int64]:
        """How many rows of each pair are left to decide."""
        rows = self.columns.pairs[self.is_open]
        return np.bincount(rows, minlength=len(self.vocabulary.pairs))

    @cached_property
    def clean_starts(self) -> NDArray[np.int64]:
        """Where each row begins in the clean text (code points)."""
        moved = np.cumsum(self.columns.grown, dtype=np.int64)
        return self.columns.starts + moved - self.columns.grown

    def count_kinds(self) -> dict[RepairKind, int]:
        """Return how many rows there are of each kind that occurs."""
        counts = np.bincount(self.columns.kinds, minlength=len(KINDS))
        return {kind: int(count) for kind, count in zip(KINDS, counts, strict=True) if count}

    def count_left_lost(self) -> int:
        """Return how many lost places the user decided to leave as they are."""
        rules, numbers = self.rules
        if LOST not in rules:
            return 0
        rows = np.flatnonzero(self.is_decided & (numbers == rules.index(LOST))).tolist()
        return sum(self.change(row).after == self.pair(row).before for row in rows)

    def progress(self) -> Progress:
        """Return how far the document is decided on."""
        counts = np.bincount(self.columns.states, minlength=len(STATES))
        unsure, undecided, lost = (int(counts[_STATE_NUMBERS[state]]) for state in _OPEN)
        decided = int(counts[_STATE_NUMBERS[RepairState.BY_HAND]])
        sure = self.columns.sure[self._has_state(_OPEN[:2])]
        least = float(sure.min()) if len(sure) else 1.0
        total = decided + unsure + undecided + lost
        return Progress(decided, total, unsure, undecided, lost, least)

    def _has_state(self, states: Iterable[RepairState]) -> Mask:
        chosen = np.zeros(len(STATES), dtype=np.bool_)
        chosen[[_STATE_NUMBERS[state] for state in states]] = True
        return chosen[self.columns.states]


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


_DTYPES = (np.int64, np.int64, np.uint8, np.uint8, np.float64, np.int32, np.int32)
_NO_ROWS = Columns._make(np.zeros(0, dtype) for dtype in _DTYPES)


def _read_rows(document: Document, numbers: Sequence[int], vocabulary: Vocabulary) -> Columns:
    """Return the rows of these paragraphs, which stand one after the other."""
    paragraphs = [document.paragraphs[number] for number in numbers]
    counts = [len(one.columns) for one in paragraphs]
    changes = list(chain.from_iterable(one.columns.changes for one in paragraphs))
    if not changes:
        return _NO_ROWS
    # Column by column and not row by row: this is the time until the table is first shown.
    bases = np.repeat(np.asarray(document.starts[0])[numbers[0] : numbers[-1] + 1], counts)
    starts = bases + _join_arrays(one.columns.starts for one in paragraphs)
    ends = bases + _join_arrays(one.columns.ends for one in paragraphs)
    codes = np.frombuffer(b"".join(one.columns.codes for one in paragraphs), np.uint8)
    kinds, standing = np.divmod(codes, STANDINGS)
    afters = list(map(_after, changes))
    after_numbers = _number(afters, vocabulary.texts)
    lengths = np.fromiter(map(len, vocabulary.texts), np.int32)[after_numbers]
    done = standing == APPLIED
    grown = np.where(done, lengths - (ends - starts), 0).astype(np.int32)
    sure = np.fromiter(map(_confidence, changes), np.float64, len(changes))
    by_hand = kinds == RepairKind.MANUAL.number
    if by_hand.any():
        # What the engine said there; the rule is that of the engine anyway.
        for row, change in _find_engine_changes(paragraphs, counts, by_hand):
            after_numbers[row] = vocabulary.texts[change.after]
            sure[row], kinds[row] = change.confidence, change.kind.number
    befores = _number_sources(document.source, starts, ends, vocabulary.texts)
    pairs = vocabulary.number_pairs(befores, after_numbers)
    states = _find_states(by_hand, standing == STANDING_LOST, done, sure)
    return Columns(starts, ends, kinds, states, sure, pairs, grown)


def _number_sources(
    source: str, starts: NDArray[np.int64], ends: NDArray[np.int64], numbers: dict[str, int]
) -> Numbers:
    """Return the number of each source[start:end].

    Most are one character: these are looked up by code point, without a string for each.
    """
    found = np.empty(len(starts), np.int32)
    alone = ends - starts == 1
    low = int(starts[0])
    part = source[low : int(ends.max())].encode("utf-32-le", "surrogatepass")
    points = np.frombuffer(part, np.uint32)[starts[alone] - low]
    different, which = np.unique(points, return_inverse=True)
    chars = map(chr, different.tolist())
    found[alone] = np.fromiter(map(numbers.__getitem__, chars), np.int32, len(different))[which]
    spans = map(slice, starts[~alone].tolist(), ends[~alone].tolist())
    found[~alone] = _number(list(map(source.__getitem__, spans)), numbers)
    return found


def _join_arrays(arrays: Iterable[array[int]]) -> NDArray[np.int64]:
    return np.concatenate([np.asarray(one, np.int64) for one in arrays])


def _find_states(
    by_hand: Mask, lost: Mask, applied: Mask, sure: NDArray[np.float64]
) -> NDArray[np.uint8]:
    """Return what `state_of` says of each row; a decision is always of kind MANUAL."""
    numbers = _STATE_NUMBERS
    return np.select(
        [by_hand, lost, ~applied | (sure < UNSURE_FROM), sure >= CERTAIN_FROM],
        [
            numbers[RepairState.BY_HAND],
            numbers[RepairState.LOST],
            numbers[RepairState.UNDECIDED],
            numbers[RepairState.CERTAIN],
        ],
        numbers[RepairState.UNSURE],
    ).astype(np.uint8)


def _find_engine_changes(
    paragraphs: Sequence[Paragraph], counts: Sequence[int], by_hand: Mask
) -> Iterator[tuple[int, Change]]:
    """Yield (row, what the engine did there) for the rows by hand at which it did anything."""
    first = 0
    for paragraph, rows in zip(paragraphs, counts, strict=True):
        if isinstance(paragraph, DecidedParagraph):
            columns = paragraph.columns
            for row in np.flatnonzero(by_hand[first : first + rows]).tolist():
                change = _find_change(paragraph.originals, columns.starts[row], columns.ends[row])
                if change is not None:
                    yield first + row, change
        first += rows


def _find_change(originals: Iterable[Paragraph], start: int, end: int) -> Change | None:
    """Return the change of exactly this span of adjoining paragraphs."""
    for one in originals:
        number = one.columns.number_of(start, end) if end >= 0 else None
        if number is not None:
            return one.columns.changes[number]
        start, end = start - one.lengths[0], end - one.lengths[0]
    return None


def _number(values: Sequence[str], numbers: dict[str, int]) -> Numbers:
    """Return the number of each value; new ones get the next numbers."""
    return np.fromiter(map(numbers.__getitem__, values), np.int32, len(values))
