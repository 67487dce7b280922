"""Learns what recurs in a document: its names and terms, which no general model knows.

海菊蛤 or 联保 may stand in the intact part of a page and again in its damaged part.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from reader.language.forms import form_table
from reader.language.ngram import CharacterModel
from reader.language.ngram_context import RankedCharacters, Successors
from reader.text.resources import resource_path

_BREAK = re.compile("[?\ufffd]")
_LONGEST = 200_000  # code points that are counted
_SHARE = 0.1  # weight of the document against the model
_CHEAP = 1.0  # nats; anything that likely needs no help
_QUOTE = 7.0  # nats; a quotation may begin anywhere, and the model has seen few
_NOTHING: dict[int, int] = {}
_ID_BITS = 24


class BlendedCosts:
    """What may follow three characters, by model and document; costs are in nats (-ln p)."""

    __slots__ = ("_following", "_plain", "_recurrence", "_second", "_third")

    def __init__(
        self, recurrence: Recurrence, following: Successors, second: int, third: int
    ) -> None:
        self._following, self._plain = following, following.cost
        self._recurrence, self._second, self._third = recurrence, second, third

    def __call__(self, number: int) -> float:
        """Return the cost of a character, given by its id."""
        return self._recurrence.shared(self._second, self._third, number, self._plain(number))

    def costs(self, numbers: Sequence[int]) -> list[float]:
        """Return the cost of each of many characters; for one of them several times faster."""
        costs = self._following.costs(numbers)
        if not (own := self._recurrence.followers(self._third)).isdisjoint(numbers):
            shared, second, third = self._recurrence.shared, self._second, self._third
            for at, number in enumerate(numbers):
                if number in own:
                    costs[at] = shared(second, third, number, costs[at])
        return costs

    def below(self, ranked: RankedCharacters, allowance: float) -> Iterator[tuple[float, int]]:
        """Yield (cost, id) of the ranked characters that cost less than `allowance`, unordered."""
        own = self._recurrence.followers(self._third) & ranked.numbers
        for number in own:
            cost = self(number)
            if cost < allowance:
                yield cost, number
        for cost, number in self._following.below(ranked, allowance):
            if number not in own:
                yield cost, number


class _Counts:
    """How often two and three ids follow on each other.

    Plain dictionaries of numbers, which the garbage collector passes by: a document has ten
    thousand of them.
    """

    __slots__ = ("pair_totals", "pairs", "triple_totals", "triples")

    def __init__(self, base: _Counts | None = None) -> None:
        """Begin with what another has counted."""
        self.pairs: dict[int, dict[int, int]] = {}  # first -> {second: how often}
        self.pair_totals: dict[int, int] = {}
        self.triples: dict[int, int] = {}  # by all three ids in one number
        self.triple_totals: dict[int, int] = {}
        if base is not None:
            self.pairs = {first: seconds.copy() for first, seconds in base.pairs.items()}
            self.pair_totals = base.pair_totals.copy()
            self.triples, self.triple_totals = base.triples.copy(), base.triple_totals.copy()

    def add(self, numbers: list[int]) -> None:
        """Count the ids of one line."""
        pairs, totals = self.pairs, self.pair_totals
        for first, second in pairwise(numbers):
            seconds = pairs.get(first)
            if seconds is None:
                seconds = pairs[first] = {}
            seconds[second] = seconds.get(second, 0) + 1
            totals[first] = totals.get(first, 0) + 1
        triples, triple_totals = self.triples, self.triple_totals
        for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
            both = (first << _ID_BITS | second) << _ID_BITS
            triples[both | third] = triples.get(both | third, 0) + 1
            triple_totals[both] = triple_totals.get(both, 0) + 1


def _count(text: str, model: CharacterModel, base: _Counts | None = None) -> _Counts:
    counts = _Counts(base)
    for line in text.translate(form_table().guess).split("\n"):
        # Text after a loss mark may be out of step: nobody wrote it.
        counts.add(model.ids(_BREAK.split(line, 1)[0]))
    return counts


@lru_cache(1)
def _count_phrases(model: CharacterModel) -> _Counts:
    """Count the phrases of policy texts that are newer than the model's sources: “十四五”规划."""
    return _count(resource_path("data", "policy_phrases.txt").read_text("utf-8"), model)


class Recurrence:
    """What may follow a context, by the language model and the document; costs are in nats."""

    def __init__(self, text: str, model: CharacterModel) -> None:
        """Keep the text; it is counted at the first question, which most documents never get."""
        self._text, self.model = text[:_LONGEST], model
        following = lru_cache(4096)(self._following)
        self.following: Callable[[int, int, int], BlendedCosts] = following
        self.forget: Callable[[], None] = following.cache_clear
        """Empties the cache of contexts, up to 30 MB when a long document was read."""
        (self._opening,) = model.ids("“")
        self._counted: _Counts | None = None

    def _counts(self) -> _Counts:
        if self._counted is None:
            self._counted = _count(self._text, self.model, _count_phrases(self.model))
        return self._counted

    def _following(self, first: int, second: int, third: int) -> BlendedCosts:
        return BlendedCosts(
            self, self.model.contexts.following(first, second, third), second, third
        )

    def cost(self, first: int, second: int, third: int, number: int) -> float:
        """Return the cost of one id there; faster than `following` if no other is needed."""
        return self.shared(second, third, number, self.model.cost4(first, second, third, number))

    def followers(self, third: int) -> Set[int]:
        """Return the ids whose cost after `third` the document changes."""
        counts = self._counted if self._counted is not None else self._counts()
        return counts.pairs.get(third, _NOTHING).keys() | {self._opening}

    def shared(self, second: int, third: int, number: int, cost: float) -> float:
        """Return the cost of an id after two others, given its `cost` by the model alone."""
        if cost < _CHEAP:
            return cost
        counts = self._counted if self._counted is not None else self._counts()
        together = counts.pairs.get(third, _NOTHING).get(number)
        if together is None:
            return min(cost, _QUOTE) if number == self._opening else cost
        both = (second << _ID_BITS | third) << _ID_BITS
        # A pair that occurs once may be there by chance.
        share = 0.4 * together / (counts.pair_totals[third] + 4)
        share += (
            0.6 * counts.triples.get(both | number, 0) / (counts.triple_totals.get(both, 0) + 1)
        )
        return -math.log((1 - _SHARE) * math.exp(-cost) + _SHARE * share)
