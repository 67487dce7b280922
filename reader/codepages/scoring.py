"""What the next character of a path costs: by the n-grams and the document, or with the network.

A search asks for the costs of many characters behind one path. All costs are in nats.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import TYPE_CHECKING, Protocol

from reader.codepages.paths import EmittedCharacter, Path
from reader.language.ngram import CharacterModel
from reader.language.ngram_context import RankedCharacters
from reader.language.ngram_file import UNKNOWN
from reader.language.recurrence import Recurrence

if TYPE_CHECKING:
    from reader.language.context_network import ContextNetwork, Ids, Matrix
    from reader.language.network_reading import Branch

_SHARE = 0.5
_MOST_BRANCHES, _LATELY = 500, 12  # branches that are held, and calls after which one is old
_FEW = 12  # characters, for more of which all that follows is looked up at once


class NextCosts(Protocol):
    """What each character costs behind one path."""

    def __call__(self, number: int) -> float:
        """Return the cost of a character, given by its id in the model."""
        ...

    def costs(self, numbers: Sequence[int]) -> list[float]:
        """Return the cost of each of many characters."""
        ...

    def below(self, ranked: RankedCharacters, allowance: float) -> list[tuple[float, int]]:
        """Return (cost, id) of the ranked characters that cost less than `allowance`."""
        ...


class Scorer(Protocol):
    """Gives the costs behind the paths of one search.

    `width` is how many paths are kept at each position, `vanished` how many of those in which a
    pair may have vanished; those are dropped that are `slack` nats behind the best.
    """

    width: int
    vanished: int
    slack: float

    def prepare(self, paths: Sequence[Path]) -> None:
        """Get ready for questions about these paths."""
        ...

    def behind(self, path: Path) -> NextCosts:
        """Return the costs behind a path."""
        ...

    def cost(self, path: Path, number: int) -> float:
        """Return the cost of one character; faster than `behind` if no other is asked for."""
        ...


class NgramScorer:
    """Costs by the n-grams, blended with what recurs in the document."""

    width, vanished, slack = 64, 24, 10.0

    def __init__(self, recurrence: Recurrence) -> None:
        self._following, self._cost = recurrence.following, recurrence.cost

    def prepare(self, paths: Sequence[Path]) -> None:
        """Do nothing: each path is looked up by itself."""

    def behind(self, path: Path) -> NextCosts:
        """Return the costs behind the last three characters of a path."""
        return self._following(*path.context)

    def cost(self, path: Path, number: int) -> float:
        """Return the cost of one character behind a path."""
        return self._cost(*path.context, number)


class SparseCosts:
    """Costs by the n-grams alone where each path is asked for few characters."""

    __slots__ = ("_context", "_model")

    def __init__(self, model: CharacterModel, context: tuple[int, int, int]) -> None:
        self._model, self._context = model, context

    def __call__(self, number: int) -> float:
        """Return the cost of a character, given by its id in the model."""
        return self._model.cost4(*self._context, number)

    def costs(self, numbers: Sequence[int]) -> list[float]:
        """Return the cost of each of many characters."""
        if len(numbers) > _FEW:
            return self._model.contexts.following(*self._context).costs(numbers)
        first, second, third = self._context
        cost = self._model.cost4
        return [cost(first, second, third, number) for number in numbers]

    def below(self, ranked: RankedCharacters, allowance: float) -> list[tuple[float, int]]:
        """Return (cost, id) of the ranked characters that cost less than `allowance`."""
        return self._model.contexts.following(*self._context).below(ranked, allowance)


class SparseScorer:
    """Costs by the n-grams alone, for a search in which few characters are possible at a place.

    Most bytes of misread text are there: to look up all that may follow a path takes as long as a
    dozen characters do.
    """

    width, vanished, slack = 8, 8, 16.0

    def __init__(self, model: CharacterModel) -> None:
        self._model = model

    def prepare(self, paths: Sequence[Path]) -> None:
        """Do nothing: each path is looked up by itself."""

    def behind(self, path: Path) -> NextCosts:
        """Return the costs behind the last three characters of a path."""
        return SparseCosts(self._model, path.context)

    def cost(self, path: Path, number: int) -> float:
        """Return the cost of one character behind a path."""
        return self._model.cost4(*path.context, number)


class NetworkScorer:
    """Costs by the n-grams and the network together, which reads each path from its beginning."""

    width, vanished, slack = 24, 30, 8.0

    def __init__(self, recurrence: Recurrence, network: ContextNetwork, before: str) -> None:
        """Read the clean text before the run."""
        from reader.language.network_reading import NetworkReading

        self._following, self._cost = recurrence.following, recurrence.cost
        self._reading = NetworkReading(network, before)
        self._numbers = network.numbers_of(recurrence.model)
        self._back = network.ngram_ids(recurrence.model)
        # By the identity of a path's last character, which is kept so that it stays the same.
        self._branches: dict[int, tuple[EmittedCharacter, Branch]] = {}
        self._asked: dict[int, int] = {}  # at which call of `prepare` each was last asked for
        self._calls = 0

    def prepare(self, paths: Sequence[Path]) -> None:
        """Read the last characters of these paths, all at once."""
        waiting: dict[int, tuple[EmittedCharacter, Branch, int]] = {}
        self._calls += 1
        for path in paths:
            last = path.last
            if last is None:
                continue
            self._asked[id(last)] = self._calls
            if id(last) not in self._branches:
                parent = self._branch(last.before)
                waiting[id(last)] = last, parent, self._numbers[path.context[2]]
        if waiting:
            parents = [parent for _, parent, _ in waiting.values()]
            numbers = [number for _, _, number in waiting.values()]
            branches = self._reading.extend(parents, numbers)
            for (last, _, _), branch in zip(waiting.values(), branches, strict=True):
                self._branches[id(last)] = last, branch
            if len(self._branches) > _MOST_BRANCHES:
                self._forget()

    def _forget(self) -> None:
        """Drop the branches of paths that were dropped: each holds the costs of all characters."""
        for key, call in list(self._asked.items()):
            if call < self._calls - _LATELY:
                del self._asked[key]
                self._branches.pop(key)[1].forget()

    def behind(self, path: Path) -> NextCosts:
        """Return the costs behind a path, which was prepared."""
        branch = self._branch(path.last)
        return Mixture(self._following(*path.context), branch, self._numbers, self._back)

    def cost(self, path: Path, number: int) -> float:
        """Return the cost of one character behind a path, which was prepared."""
        known = self._numbers[number]
        return _mix(self._cost(*path.context, number), self._branch(path.last).nats, known)

    def _branch(self, last: EmittedCharacter | None) -> Branch:
        return self._reading.root if last is None else self._branches[id(last)][1]


class Mixture:
    """The costs of n-grams and network behind one path."""

    __slots__ = ("_back", "_nats", "_numbers", "_plain")

    def __init__(self, plain: NextCosts, branch: Branch, numbers: Sequence[int], back: Ids) -> None:
        self._plain, self._nats, self._numbers, self._back = plain, branch.nats, numbers, back

    def __call__(self, number: int) -> float:
        """Return the cost of a character, given by its id in the model."""
        return _mix(self._plain(number), self._nats, self._numbers[number])

    def costs(self, numbers: Sequence[int]) -> list[float]:
        """Return the cost of each of many characters."""
        nats, known = self._nats, self._numbers
        return [
            _mix(cost, nats, known[number])
            for cost, number in zip(self._plain.costs(numbers), numbers, strict=True)
        ]

    def below(self, ranked: RankedCharacters, allowance: float) -> list[tuple[float, int]]:
        """Return (cost, id) of the ranked characters that cost less than `allowance`."""
        # A mixture is never cheaper than the cheaper half: one of them must be below, too.
        nats, known = self._nats, self._numbers
        cheap = {number: cost for cost, number in self._plain.below(ranked, allowance)}
        expected = self._back[(nats < allowance).nonzero()[0]].tolist()
        for number in ranked.numbers.intersection(expected).difference(cheap):
            cheap[number] = self._plain(number)
        mixed = [(_mix(cost, nats, known[number]), number) for number, cost in cheap.items()]
        return [one for one in mixed if one[0] < allowance]


def _mix(cost: float, nats: Matrix, known: int) -> float:
    """Return the cost in the mixture; the n-grams alone know characters without an id there."""
    if known == UNKNOWN:
        return cost
    other = float(nats[known])
    low, high = (cost, other) if cost < other else (other, cost)
    if low == cost:
        share = _SHARE * exp(low - high) + 1 - _SHARE
    else:
        share = _SHARE + (1 - _SHARE) * exp(low - high)
    return low - log(share)
