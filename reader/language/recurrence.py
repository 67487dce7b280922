"""Learns what recurs in a document: its names and terms, which no general model knows.

海菊蛤 or 联保 may stand in the intact part of a page and again in its damaged part.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Set
from functools import cache, lru_cache
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
_NOTHING: Counter[int] = Counter()


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


class Recurrence:
    """What may follow a context, by the language model and the document; costs are in nats."""

    def __init__(self, text: str, model: CharacterModel) -> None:
        """Keep the text; it is counted at the first question, which most documents never get."""
        self._text, self.model = text[:_LONGEST], model
        self.following: Callable[[int, int, int], BlendedCosts]
        self.following = lru_cache(4096)(self._following)
        (self._opening,) = model.ids("“")
        self._pairs: dict[int, Counter[int]] | None = None
        self._triples: dict[tuple[int, int], Counter[int]] = {}

    def _count(self) -> dict[int, Counter[int]]:
        pairs: dict[int, Counter[int]] = defaultdict(Counter)
        triples: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        text = f"{_read_phrases()}\n{self._text.translate(form_table().guess)}"
        for line in text.split("\n"):
            # Text after a loss mark may be out of step: nobody wrote it.
            numbers = self.model.ids(_BREAK.split(line, 1)[0])
            for first, second in pairwise(numbers):
                pairs[first][second] += 1
            for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
                triples[first, second][third] += 1
        self._pairs, self._triples = dict(pairs), dict(triples)
        return self._pairs

    def _following(self, first: int, second: int, third: int) -> BlendedCosts:
        return BlendedCosts(
            self, self.model.contexts.following(first, second, third), second, third
        )

    def cost(self, first: int, second: int, third: int, number: int) -> float:
        """Return the cost of one id there; faster than `following` if no other is needed."""
        return self.shared(second, third, number, self.model.cost4(first, second, third, number))

    def followers(self, third: int) -> Set[int]:
        """Return the ids whose cost after `third` the document changes."""
        pairs = self._pairs if self._pairs is not None else self._count()
        return pairs.get(third, _NOTHING).keys() | {self._opening}

    def shared(self, second: int, third: int, number: int, cost: float) -> float:
        """Return the cost of an id after two others, given its `cost` by the model alone."""
        if cost < _CHEAP:
            return cost
        pairs = self._pairs if self._pairs is not None else self._count()
        pair = pairs.get(third, _NOTHING)
        together = pair.get(number)
        if together is None:
            return min(cost, _QUOTE) if number == self._opening else cost
        triple = self._triples.get((second, third), _NOTHING)
        # A pair that occurs once may be there by chance.
        share = 0.4 * together / (pair.total() + 4)
        share += 0.6 * triple.get(number, 0) / (triple.total() + 1)
        return -math.log((1 - _SHARE) * math.exp(-cost) + _SHARE * share)


@cache
def _read_phrases() -> str:
    """Return phrases of policy texts that are newer than the model's sources: “十四五”规划."""
    return resource_path("data", "policy_phrases.txt").read_text("utf-8")
