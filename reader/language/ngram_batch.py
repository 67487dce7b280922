"""Costs of many texts at once, with numpy; imported only when the first batch is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reader.language.ngram_file import BLOCK_BITS, UNKNOWN, ModelTables, NgramRuns

_CHUNK = 1 << 16  # characters at a time: their data fits in the processor's cache
_POINTS = 0x110000
Numbers = NDArray[np.int32]


class _Runs:
    """The n-grams of one kind as arrays over the memory of `NgramRuns`."""

    def __init__(self, runs: NgramRuns) -> None:
        self.base = np.frombuffer(runs.base, np.uint32)
        self.offset = np.frombuffer(runs.offset, np.uint16)
        self.last = np.frombuffer(runs.last, np.uint16)
        self.steps = np.frombuffer(runs.steps, np.uint8)

    def find(self, context: Numbers, last: NDArray[np.uint16]) -> Numbers:
        """Return the index of each n-gram, -1 if there is none or the context is negative."""
        place = np.full(len(context), -1, np.int32)
        at = np.flatnonzero(context >= 0).astype(np.int32)
        first = context[at]
        wanted = last[at]
        after = first + 1
        low = (self.base[first >> BLOCK_BITS] + self.offset[first]).astype(np.int32)
        high = (self.base[after >> BLOCK_BITS] + self.offset[after]).astype(np.int32)
        while len(at):
            some = np.flatnonzero(low < high)
            if len(some) < len(at):
                at, wanted, low, high = at[some], wanted[some], low[some], high[some]
            middle = (low + high) >> 1
            here = self.last[middle]
            hit = here == wanted
            place[at[hit]] = middle[hit]
            below = here < wanted
            low = np.where(below, middle + 1, low)
            high = np.where(below, high, np.where(hit, low, middle))
        return place


class BatchModel:
    """The model as arrays, for `CharacterModel.text_costs`."""

    def __init__(self, tables: ModelTables) -> None:
        self._two, self._two_leaf = _Runs(tables.two), _Runs(tables.two_leaf)
        self._three, self._three_leaf = _Runs(tables.three), _Runs(tables.three_leaf)
        self._four = _Runs(tables.four)
        self._nats = np.array(tables.nats, np.float32)
        self._back = np.array(tables.backing_off, np.float32)
        self._one = np.frombuffer(tables.one, np.uint8)
        self._one_back = np.frombuffer(tables.one_back, np.uint8)
        self._two_back = np.frombuffer(tables.two_back, np.uint8)
        self._three_back = np.frombuffer(tables.three_back, np.uint8)
        self._ids = np.full(_POINTS, UNKNOWN, np.uint16)
        points = np.array([ord(char) for char in tables.ids], np.uint32)
        self._ids[points] = np.array(list(tables.ids.values()), np.uint16)

    def text_costs(self, texts: Sequence[str], before: str, after: str) -> list[float]:
        """Return the cost in nats of each text; `before` has exactly three characters."""
        if not texts:
            return []
        joined = "".join([before + text + after for text in texts])
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        costs = self._costs(self._ids[points])
        lengths = np.array([len(text) for text in texts]) + len(before) + len(after)
        ends = np.cumsum(lengths)
        sums = np.concatenate([[0.0], np.cumsum(costs, dtype=np.float64)])
        found: list[float] = (sums[ends] - sums[ends - lengths + len(before)]).tolist()
        return found

    def _costs(self, ids: NDArray[np.uint16]) -> NDArray[np.float32]:
        """Return the cost of each character after the three before it; 0 for the first three."""
        costs = np.zeros(len(ids), np.float32)
        for start in range(3, len(ids), _CHUNK):
            end = min(start + _CHUNK, len(ids))
            costs[start:end] = self._part(ids[start - 3 : end])
        return costs

    def _part(self, ids: NDArray[np.uint16]) -> NDArray[np.float32]:
        nats, back = self._nats, self._back
        # Pairs end at 1, triples at 2, 4-grams at 3: each array is one shorter than the last.
        first = ids[:-1].astype(np.int32)
        pair = self._two.find(first, ids[1:])
        triple = self._three.find(pair[:-1], ids[2:])
        four = self._four.find(triple[:-1], ids[3:])
        costs = np.empty(len(four), np.float32)
        known = four >= 0
        costs[known] = nats[self._four.steps[four[known]]]
        rest = np.flatnonzero(~known)
        context = triple[rest]
        extra = np.where(context >= 0, back[self._three_back[context]], np.float32(0))
        inner = triple[rest + 1]
        known = inner >= 0
        costs[rest[known]] = extra[known] + nats[self._three.steps[inner[known]]]
        rest, extra = rest[~known], extra[~known]
        context = pair[rest + 1]
        leaf = self._three_leaf.find(context, ids[rest + 3])
        known = leaf >= 0
        costs[rest[known]] = extra[known] + nats[self._three_leaf.steps[leaf[known]]]
        rest, extra, context = rest[~known], extra[~known], context[~known]
        extra = extra + np.where(context >= 0, back[self._two_back[context]], np.float32(0))
        inner = pair[rest + 2]
        known = inner >= 0
        costs[rest[known]] = extra[known] + nats[self._two.steps[inner[known]]]
        rest, extra = rest[~known], extra[~known]
        before, last = ids[rest + 2], ids[rest + 3]
        leaf = self._two_leaf.find(before.astype(np.int32), last)
        single = back[self._one_back[before]] + nats[self._one[last]]
        costs[rest] = extra + np.where(leaf >= 0, nats[self._two_leaf.steps[leaf]], single)
        return costs
