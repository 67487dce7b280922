"""The costs of many characters after the same three.

`CharacterModel.cost4` searches for its context each time. Here the context is found once, and its
known successors are a dictionary, so that a cost takes a quarter of a microsecond. If only the
cheapest of many characters are wanted, `RankedCharacters` avoids looking at the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from reader.language.ngram_file import BOUNDARY, ModelTables, NgramRuns

_Steps = dict[int, int]  # id -> cost in steps
_EMPTY: _Steps = {}


class RankedCharacters:
    """Characters sorted by their cost after one other, whatever stands before that."""

    def __init__(self, contexts: Contexts, before: int, numbers: Iterable[int]) -> None:
        cost = contexts.following(BOUNDARY, BOUNDARY, before).cost_after_one
        self.numbers = frozenset(numbers)
        self.order = sorted((cost(number), number) for number in self.numbers)


class Successors:
    """What may follow three given characters, with its cost in nats."""

    __slots__ = ("_back", "_back1", "_back3", "_back4", "_four", "_nats", "_one", "_three", "_two")

    def __init__(
        self,
        tables: ModelTables,
        four: _Steps,
        three: _Steps,
        two: _Steps,
        backs: tuple[float, float, float],
    ) -> None:
        self._nats, self._one = tables.nats, tables.one
        self._four, self._three, self._two = four, three, two
        self._back1 = backs[2]
        self._back4 = backs[0]
        self._back3 = backs[0] + backs[1]
        self._back = backs[0] + backs[1] + backs[2]

    def cost(self, number: int) -> float:
        """Return -ln p of a character (its id) in this context."""
        step = self._four.get(number)
        if step is not None:
            return self._nats[step]
        step = self._three.get(number)
        if step is not None:
            return self._back4 + self._nats[step]
        step = self._two.get(number)
        if step is not None:
            return self._back3 + self._nats[step]
        return self._back + self._nats[self._one[number]]

    def costs(self, numbers: Sequence[int]) -> list[float]:
        """Return the `cost` of each of many characters; for one of them several times faster."""
        nats, one, four, three, two = self._nats, self._one, self._four, self._three, self._two
        back4, back3, back = self._back4, self._back3, self._back
        return [
            nats[four[number]]
            if number in four
            else back4 + nats[three[number]]
            if number in three
            else back3 + nats[two[number]]
            if number in two
            else back + nats[one[number]]
            for number in numbers
        ]

    def cost_after_one(self, number: int) -> float:
        """Return the cost after the last character alone, without the costs of backing off."""
        step = self._two.get(number)
        return self._nats[self._one[number]] + self._back1 if step is None else self._nats[step]

    def below(self, ranked: RankedCharacters, allowance: float) -> list[tuple[float, int]]:
        """Return (cost, id) of the ranked characters that cost less than `allowance`, unordered."""
        numbers, nats = ranked.numbers, self._nats
        four, three, back4, back3 = self._four, self._three, self._back4, self._back3
        found = []
        if four:
            for number in numbers & four.keys():
                cost = nats[four[number]]
                if cost < allowance:
                    found.append((cost, number))
        if back4 < allowance:  # else none of these costs little enough
            for number in numbers & three.keys():
                cost = back4 + nats[three[number]]
                if cost < allowance and number not in four:
                    found.append((cost, number))
        for base, number in ranked.order:
            cost = back3 + base
            if cost >= allowance:
                break
            if number not in three and number not in four:
                found.append((cost, number))
        return found


class Contexts:
    """The contexts of one model; caches those that were used last."""

    def __init__(self, tables: ModelTables) -> None:
        self._tables = tables
        # Whoever asks for the same three again keeps them: recurrence.py.
        following, pair = lru_cache(256)(self._following), lru_cache(1024)(self._after_pair)
        pairs = lru_cache(512)(self._after_one)
        self.following: Callable[[int, int, int], Successors] = following
        self._pair: Callable[[int, int], tuple[_Steps, float]] = pair
        self.pairs: Callable[[int], _Steps] = pairs
        self._caches = following, pair, pairs

    def forget(self) -> None:
        """Empty the caches."""
        for one in self._caches:
            one.cache_clear()

    def _after_one(self, first: int) -> _Steps:
        """Return what the model has seen after a character."""
        return _read_steps(first, self._tables.two, self._tables.two_leaf)

    def _after_pair(self, first: int, second: int) -> tuple[_Steps, float]:
        tables = self._tables
        pair = tables.two.find(first, second)
        if pair < 0:
            return _EMPTY, 0.0
        steps = _read_steps(pair, tables.three, tables.three_leaf)
        return steps, tables.backing_off[tables.two_back[pair]]

    def _following(self, first: int, second: int, third: int) -> Successors:
        tables = self._tables
        four, back4 = _EMPTY, 0.0
        pair = tables.two.find(first, second)
        if pair >= 0:
            triple = tables.three.find(pair, third)
            if triple >= 0:
                four = _read_steps(triple, tables.four)
                back4 = tables.backing_off[tables.three_back[triple]]
        three, back3 = self._pair(second, third)
        back = tables.backing_off[tables.one_back[third]]
        return Successors(tables, four, three, self.pairs(third), (back4, back3, back))


def _read_steps(context: int, *kinds: NgramRuns) -> _Steps:
    steps: _Steps = {}
    for runs in kinds:
        low, high = runs.span(context)
        steps.update(zip(runs.last[low:high], runs.steps[low:high], strict=True))
    return steps
