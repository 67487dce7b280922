"""Learns what recurs in a document: its names and terms, which no general model knows.

海菊蛤 or 联保 may stand in the intact part of a page and again in its damaged part.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from types import MappingProxyType

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
_NOTHING: Mapping[int, float] = MappingProxyType({})


class BlendedCosts:
    """What may follow three characters, by model and document; costs are in nats (-ln p)."""

    __slots__ = ("_followers", "_following", "_near", "_own", "_plain", "_shares")

    def __init__(self, following: Successors, own: _Followers, second: int) -> None:
        self._following, self._plain, self._followers = following, following.cost, own
        self._own, self._shares, self._near = own.numbers, own.shares, own.shares_behind(second)

    def __call__(self, number: int) -> float:
        """Return the cost of a character, given by its id."""
        cost = self._plain(number)
        return self._blend(number, cost) if number in self._own else cost

    def costs(self, numbers: Sequence[int]) -> list[float]:
        """Return the cost of each of many characters; for one of them several times faster."""
        costs = self._following.costs(numbers)
        own = self._own
        if not own.isdisjoint(numbers):
            blend = self._blend
            for at, number in enumerate(numbers):
                if number in own:
                    costs[at] = blend(number, costs[at])
        return costs

    def below(self, ranked: RankedCharacters, allowance: float) -> list[tuple[float, int]]:
        """Return (cost, id) of the ranked characters that cost less than `allowance`, unordered."""
        found = self._following.below(ranked, allowance)
        own = self._followers.among(ranked)
        if not own:
            return found
        found = [one for one in found if one[1] not in own]
        for number in own:
            cost = self._blend(number, self._plain(number))
            if cost < allowance:
                found.append((cost, number))
        return found

    def _blend(self, number: int, cost: float) -> float:
        return _blend(self._shares, self._near, number, cost)


def _blend(
    shares: Mapping[int, float], near: Mapping[int, float], number: int, cost: float
) -> float:
    """Return the cost of an id, given that by the model and what the document has seen of it."""
    if cost < _CHEAP:
        return cost
    share = shares.get(number)
    if share is None:
        return min(cost, _QUOTE)
    return -math.log((1 - _SHARE) * math.exp(-cost) + share + near.get(number, 0.0))


class _Followers:
    """What follows one id in a text, how often: in all, and behind each id before it.

    `numbers` are the ids whose cost that changes, `shares` what the document adds to the
    probability of each, whatever stands before the id.
    """

    __slots__ = ("_among", "_behind", "_numbers", "_places", "_second", "numbers", "shares")

    def __init__(
        self, places: Sequence[int], before: Sequence[int], second: Sequence[int], opening: int
    ) -> None:
        """Count what follows; `before` and `second` are the ids around each place of a text.

        `opening` is the mark that opens a quotation: one may begin anywhere.
        """
        self._places, self._numbers = places, before
        self._second = list(map(second.__getitem__, places))
        # A pair that occurs once may be there by chance.
        each = _SHARE * 0.4 / (len(places) + 4)
        self.shares = {number: each * times for number, times in Counter(self._second).items()}
        self.numbers = frozenset((*self.shares, opening))
        self._behind: dict[int, dict[int, float]] | None = None
        self._among: tuple[RankedCharacters, frozenset[int]] | None = None

    def among(self, ranked: RankedCharacters) -> frozenset[int]:
        """Return which of `numbers` are among the ranked characters; mostly asked of the same."""
        if self._among is None or self._among[0] is not ranked:
            self._among = ranked, self.numbers & ranked.numbers
        return self._among[1]

    def shares_behind(self, before: int) -> Mapping[int, float]:
        """Return what is added where another id stands before this one, too."""
        if self._behind is None:
            found: defaultdict[int, Counter[int]] = defaultdict(Counter)
            for at, number in zip(self._places, self._second, strict=True):
                found[self._numbers[at]][number] += 1
            self._behind = {
                one: {
                    number: _SHARE * 0.6 * times / (counts.total() + 1)
                    for number, times in counts.items()
                }
                for one, counts in found.items()
            }
        return self._behind.get(before, _NOTHING)


class _Counts:
    """How often two and three ids follow on each other, counted for the ids that are asked for.

    A search asks for some hundred of them, so that counting all of a long text would take longer
    than the search.
    """

    def __init__(self, numbers: Sequence[int], opening: int) -> None:
        """Find where each id stands; no count goes across a boundary."""
        self._opening = opening
        self._before, self._second = [BOUNDARY, *numbers], [*numbers[1:], BOUNDARY]
        places: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))
        for at, (number, second) in enumerate(zip(numbers, self._second, strict=True)):
            if second != BOUNDARY:
                places[number].append(at)
        self._places = places
        self._known: dict[int, _Followers] = {BOUNDARY: _Followers((), (), (), opening)}

    def after(self, number: int) -> _Followers:
        """Return what follows an id."""
        known = self._known.get(number)
        if known is None:
            places = self._places.get(number, ())
            known = self._known[number] = _Followers(
                places, self._before, self._second, self._opening
            )
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

    def __reduce__(self) -> tuple[type[Recurrence], tuple[str, CharacterModel]]:
        """Let another process count by itself."""
        return Recurrence, (self._text, self.model)

    def forget(self) -> None:
        """Forget contexts and counts, up to 30 MB when a long document was read."""
        self._clear()
        self._counted = None

    def _counts(self) -> _Counts:
        if self._counted is None:
            model = self.model
            self._counted = _Counts(
                [*_phrases(model), BOUNDARY, *_ids_of(self._text, model)], self._opening
            )
        return self._counted

    def _following(self, first: int, second: int, third: int) -> BlendedCosts:
        following = self.model.contexts.following(first, second, third)
        return BlendedCosts(following, self._counts().after(third), second)

    def cost(self, first: int, second: int, third: int, number: int) -> float:
        """Return the cost of one id there; faster than `following` if no other is needed."""
        cost = self.model.cost4(first, second, third, number)
        own = self._counts().after(third)
        if cost < _CHEAP or number not in own.numbers:
            return cost
        return _blend(own.shares, own.shares_behind(second), number, cost)

    def costs_behind(self, first: int, second: int, number: int) -> Callable[[int], float]:
        """Return the function that gives the `cost` of `number` behind two ids and any third one.

        Of many third ones the model has not seen most behind the second, which is a short way.
        """
        model, after = self.model, self._counts().after
        seen, cost2, cost4 = model.contexts.pairs(second), model.cost2, model.cost4

        def cost(third: int) -> float:
            by_model = (
                cost4(first, second, third, number) if third in seen else cost2(third, number)
            )
            if by_model < _CHEAP or number not in (own := after(third)).numbers:
                return by_model
            return _blend(own.shares, own.shares_behind(second), number, by_model)

        return cost
