"""Learns what recurs in a document: its names and terms, which no general model knows.

海菊蛤 or 联保 may stand in the intact part of a page and again in its damaged part.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache, partial

from reader.language.forms import form_table
from reader.language.ngram import CharacterModel
from reader.language.ngram_context import RankedCharacters, Successors
from reader.language.ngram_file import BOUNDARY
from reader.text.resources import resource_path

_LOST = re.compile("[?\ufffd][^\n]*")
_LONGEST = 200_000  # code points that are counted
_SHARE = 0.1  # weight of the document against the model
_CHEAP = 1.0  # nats; anything that likely needs no help
_QUOTE = 7.0  # nats; a quotation may begin anywhere, and the model has seen few


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


class _Followers:
    """What follows one id in a text, how often: in all, and behind each id before it."""

    __slots__ = ("_behind", "_numbers", "_places", "_second", "_totals", "counts", "total")

    def __init__(self, places: Sequence[int], before: Sequence[int], second: Sequence[int]) -> None:
        """Count what follows; the two others are the ids before and behind each place of a text."""
        self._places, self._numbers = places, before
        self._second = list(map(second.__getitem__, places))
        self.counts, self.total = Counter(self._second), len(places)
        self._behind: Counter[tuple[int, int]] | None = None
        self._totals: Counter[int] | None = None

    def share_of(self, before: int, number: int) -> float:
        """Return the share of `number` among what follows the id and another one before it."""
        if self._behind is None or self._totals is None:
            found = list(map(self._numbers.__getitem__, self._places))
            self._behind = Counter(zip(found, self._second, strict=True))
            self._totals = Counter(found)
        return self._behind[before, number] / (self._totals[before] + 1)


class _Counts:
    """How often two and three ids follow on each other, counted for the ids that are asked for.

    A search asks for some hundred of them, so that counting all of a long text would take longer
    than the search.
    """

    def __init__(self, numbers: Sequence[int]) -> None:
        """Find where each id stands; no count goes across a boundary."""
        self._before, self._second = [BOUNDARY, *numbers], [*numbers[1:], BOUNDARY]
        places: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))
        for at, (number, second) in enumerate(zip(numbers, self._second, strict=True)):
            if second != BOUNDARY:
                places[number].append(at)
        self._places = places
        self._known: dict[int, _Followers] = {BOUNDARY: _Followers((), (), ())}

    def after(self, number: int) -> _Followers:
        """Return what follows an id."""
        known = self._known.get(number)
        if known is None:
            places = self._places.get(number, ())
            known = self._known[number] = _Followers(places, self._before, self._second)
        return known


class _LikeliestIds(dict[str, int]):
    """The id of what each character most likely is when simplified."""

    def __init__(self, model: CharacterModel) -> None:
        super().__init__()
        self._model = model

    def __missing__(self, char: str) -> int:
        (number,) = self._model.ids(char.translate(form_table().guess))
        self[char] = number
        return number


@lru_cache(1)
def _likeliest_ids(model: CharacterModel) -> _LikeliestIds:
    return _LikeliestIds(model)


def _ids_of(text: str, model: CharacterModel) -> list[int]:
    # Text after a loss mark may be out of step: nobody wrote it.
    return list(map(_likeliest_ids(model).__getitem__, _LOST.sub("", text)))


@lru_cache(1)
def _phrases(model: CharacterModel) -> list[int]:
    """Return the ids of phrases of policy texts that are newer than the model: “十四五”规划."""
    return _ids_of(resource_path("data", "policy_phrases.txt").read_text("utf-8"), model)


class Recurrence:
    """What may follow a context, by the language model and the document; costs are in nats."""

    def __init__(self, text: str, model: CharacterModel) -> None:
        """Keep the text; it is counted at the first question, which most documents never get."""
        self._text, self.model = text[:_LONGEST], model
        following = lru_cache(4096)(self._following)
        self.following: Callable[[int, int, int], BlendedCosts] = following
        self._clear = following.cache_clear
        (self._opening,) = model.ids("“")
        self._counted: _Counts | None = None

    def forget(self) -> None:
        """Forget contexts and counts, up to 30 MB when a long document was read."""
        self._clear()
        self._counted = None

    def _counts(self) -> _Counts:
        if self._counted is None:
            model = self.model
            self._counted = _Counts([*_phrases(model), BOUNDARY, *_ids_of(self._text, model)])
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
        return counts.after(third).counts.keys() | {self._opening}

    def shared(self, second: int, third: int, number: int, cost: float) -> float:
        """Return the cost of an id after two others, given its `cost` by the model alone."""
        if cost < _CHEAP:
            return cost
        counts = self._counted if self._counted is not None else self._counts()
        following = counts.after(third)
        together = following.counts.get(number)
        if together is None:
            return min(cost, _QUOTE) if number == self._opening else cost
        # A pair that occurs once may be there by chance.
        share = 0.4 * together / (following.total + 4)
        share += 0.6 * following.share_of(second, number)
        return -math.log((1 - _SHARE) * math.exp(-cost) + _SHARE * share)
