"""Reads the repairs of a document into columns of numbers, paragraph by paragraph."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.review.decisions import DecidedParagraph, find_change
from reader.text.align import Change
from reader.text.document import Document
from reader.text.kinds import RepairKind, RepairState
from reader.text.paragraph import Paragraph
from reader.text.repair import (
    APPLIED,
    CERTAIN_FROM,
    STANDING_LOST,
    STANDINGS,
    UNSURE_FROM,
    is_decided,
)

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]

STATES = tuple(RepairState)
STATE_NUMBERS = {state: number for number, state in enumerate(STATES)}
KINDS = tuple(RepairKind)

_SHIFT = 31  # bits of the number of a text: a pair fits in 64
_LOW = (1 << _SHIFT) - 1
_after, _confidence = (itemgetter(Change._fields.index(name)) for name in ("after", "confidence"))


class Pair(NamedTuple):
    """What stood in the source, and what the engine puts there."""

    before: str
    after: str


def number_new() -> dict[str, int]:
    """Return a dictionary that gives each new key the next number."""
    return defaultdict(count().__next__)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Numbers for texts and pairs; only ever grows, so that tables of a document share it.

    The key of a pair is made of the numbers of its two texts: the garbage collector would look
    through tuples, one a repair, again and again, for longer than all the rest takes.
    """

    texts: dict[str, int] = field(default_factory=number_new)
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

    starts: Numbers
    ends: Numbers
    kinds: NDArray[np.uint8]  # numbers in KINDS
    states: NDArray[np.uint8]  # numbers in STATES
    sure: NDArray[np.float64]  # 0..1
    pairs: Numbers  # numbers in Vocabulary.pairs
    grown: Numbers  # by how many code points the clean text is longer than the source there


_DTYPES = (np.int32, np.int32, np.uint8, np.uint8, np.float64, np.int32, np.int32)
_NO_ROWS = Columns._make(np.zeros(0, dtype) for dtype in _DTYPES)


def read_columns(document: Document, numbers: Sequence[int], vocabulary: Vocabulary) -> Columns:
    """Return the rows of these paragraphs, which stand one after the other."""
    paragraphs = [document.paragraphs[number] for number in numbers]
    counts = [len(one.columns) for one in paragraphs]
    changes = list(chain.from_iterable(one.columns.changes for one in paragraphs))
    if not changes:
        return _NO_ROWS
    # Column by column and not row by row: this is the time until the table is first shown.
    firsts = np.asarray(document.starts[0])[numbers[0] : numbers[-1] + 1]
    bases = np.repeat(firsts.astype(np.int32), counts)
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
    for row in np.flatnonzero(by_hand).tolist():
        by_hand[row] = is_decided(changes[row])  # else it was a rule of the user
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
    source: str, starts: Numbers, ends: Numbers, numbers: dict[str, int]
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


def _join_arrays(arrays: Iterable[array[int]]) -> Numbers:
    return np.concatenate([np.asarray(one, np.int32) for one in arrays])


def _find_states(
    by_hand: Mask, lost: Mask, applied: Mask, sure: NDArray[np.float64]
) -> NDArray[np.uint8]:
    """Return what `state_of` says of each row; what was decided is always of kind MANUAL."""
    numbers = STATE_NUMBERS
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
                change = find_change(paragraph.originals, columns.starts[row], columns.ends[row])
                if change is not None:
                    yield first + row, change
        first += rows


def _number(values: Sequence[str], numbers: dict[str, int]) -> Numbers:
    """Return the number of each value; new ones get the next numbers."""
    return np.fromiter(map(numbers.__getitem__, values), np.int32, len(values))
