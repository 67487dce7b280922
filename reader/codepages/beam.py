"""Finds the likeliest interpretation of bytes of which some may be missing, by beam search.

Each character is either left as it is, or its bytes are decoded in the encoding they were written
in. The language model fills in what the bytes leave open: E5 ? B3 can be any of 64 characters, of
which one makes sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import exp, inf
from operator import itemgetter
from typing import NamedTuple

from reader.codepages.clauses import find_differences
from reader.codepages.encoding import MOST_COST, EncodedCharacter, Encoding, Key, excess_of
from reader.codepages.paths import FinishedPath, Growth, Path, characters_of, keep, prune
from reader.codepages.scoring import Scorer, SparseScorer
from reader.codepages.step_budget import StepBudget
from reader.codepages.views import LOST, DefinedPairs, Items, Limits
from reader.language.ngram import BOUNDARY

_LEAVE = 1.0  # nats for switching back from the other encoding
_MARKED, _MARKED_TWO = 1.0, 2.5  # nats for a loss mark that stands for one byte, for two
_MANY, _TRIED = 8, 9.0  # of more candidates than 8, only those within 9 nats of the best are tried
_STEPS_A_MATCH = 16  # what it takes to match some bytes, beside weighing the characters they may be
_LINE_END = 0x0A
# What a path has come to: text that is left as it is, or text that is decoded; behind the latter,
# which pair of bytes the character has that it stands in the middle of.
_OUTSIDE, _INSIDE = 0, 1
_NOWHERE = (0, 0, 0)
_LEFT = "\0"  # stands for any character that is left as it is


class _Scorer(SparseScorer):
    """Costs by the n-grams alone; what is further behind did not win in any misread text."""

    slack = 12.0


class MissingBytes(NamedTuple):
    """Which bytes can be missing, and what each costs that left no mark (inf: none did)."""

    missing: frozenset[int] | None = None  # None: any
    vanish: float = inf
    most: int = 1  # bytes that one character may lack without a mark
    enter: float = 5.0  # nats for switching to the other encoding
    pairs: DefinedPairs | None = None  # that have a meaning where the bytes were decoded
    space: int = 0xA0  # the no-break space, which may have become a plain one


class Search(NamedTuple):
    """What to look for in a stretch.

    `written` is the encoding that it was written in, `read` the name of the one that it was decoded
    with, `gaps` what can be missing, `limits` how good the Chinese must be. `ends_line` says that a
    line ends here (then 。 is likelier than 、), `known` that the document is misread in
    this way. A byte that left no mark is only looked for at the items in `places` (None: at all).
    """

    written: Encoding
    read: str
    gaps: MissingBytes
    limits: Limits
    ends_line: bool = False
    known: bool = False
    places: frozenset[int] | None = None


class Step(NamedTuple):
    """One character, from items[start:end]; `char` is None if it is left as it is."""

    start: int
    end: int
    char: str | None
    key: Key


class Rival(NamedTuple):
    """A path that says `text` instead of steps[low:high]; the best one has a `weight` of 1."""

    low: int
    high: int
    weight: float
    text: str


class BestPath(NamedTuple):
    """The likeliest interpretation of a stretch, its cost in nats, and those that it has beaten."""

    cost: float
    steps: list[Step]
    rivals: list[Rival]


def best_path(
    items: Items,
    search: Search,
    numbers: list[int],
    literal: Sequence[float],
    budget: StepBudget,
    scorer: Scorer | None = None,
) -> BestPath | None:
    """Return the likeliest interpretation of the whole stretch, None if that takes too many steps.

    `numbers` holds the id of each character of the stretch, `literal` its cost in nats if it is
    left as it is. Takes about 10 microseconds per byte, ten times as much next to a loss.
    """
    scorer = scorer or _Scorer(search.written.model)
    size = len(items.values)
    beam = _Beam(items, search, scorer)
    beam.add(0, keep(Path(0.0, _OUTSIDE, None, _NOWHERE, None, None)))
    for at in range(size):
        if not beam.waiting[at]:
            continue
        paths = prune(beam.waiting[at], at, scorer.width, scorer.slack)
        beam.waiting[at] = []
        scorer.prepare(paths)
        owner = items.owner[at]
        if items.first[owner] == at:
            char, plain, behind = _LEFT, items.values[at] < 0x80, items.first[owner + 1]
            for path in paths:
                cost = path.cost + literal[owner] + (_LEAVE if path.pending and not plain else 0.0)
                state = path.pending if plain else _OUTSIDE
                beam.add(behind, (cost, path, char, numbers[owner], state, None, ()))
        for state, group in _group_paths(paths, at, items):
            beam.decode(group, at, state)
        if beam.steps > budget.left:
            budget.spend(beam.steps)
            return None
    budget.spend(beam.steps)
    last = prune(beam.waiting[size], size, scorer.width, scorer.slack)
    scorer.prepare(last)
    ends = [
        (path.cost + (scorer.behind(path)(BOUNDARY) if search.ends_line else 0.0), path)
        for path in last
    ]
    ends.sort(key=itemgetter(0))
    cost = ends[0][0]
    nodes = characters_of(ends[0][1].last)
    finished = [
        FinishedPath(paid - cost, size, path.last, path.rivals)
        for paid, path in ends
        if path.last is not None
    ]
    starts = (0, *(one.end for one in nodes))
    return BestPath(
        cost,
        [
            Step(start, one.end, one.char if one.key else None, one.key)
            for start, one in zip(starts, nodes, strict=False)
        ],
        [
            Rival(low, high, exp(-behind), text)
            for behind, low, high, text in find_differences(nodes, finished)
        ],
    )


class _Match(NamedTuple):
    """Some bytes of a character, the `key`, and what it may be: `options` with their ids."""

    key: Key
    end: int  # the item behind it
    penalty: float  # nats for the missing bytes
    state: int  # what a path comes to
    options: Sequence[EncodedCharacter]


class _Beam:
    """The paths that wait at each item, and the steps that were taken so far."""

    def __init__(self, items: Items, search: Search, scorer: Scorer) -> None:
        self._items, self._search, self._scorer = items, search, scorer
        size = len(items.values)
        self.waiting: list[list[Growth]] = [[] for _ in range(size + 1)]
        self._most = [inf] * (size + 1)  # what costs more at each item would be pruned
        self.steps = 0
        self._marked = search._replace(gaps=search.gaps._replace(vanish=inf))

    def add(self, at: int, growth: Growth) -> None:
        """Let a path wait."""
        self.waiting[at].append(growth)
        self._most[at] = min(self._most[at], growth[0] + self._scorer.slack)

    def decode(self, paths: Sequence[Path], at: int, state: int) -> None:
        """Add the paths with each character that can begin at an item behind them.

        All that one path is asked for is looked up at once. The best path is asked first: what it
        makes unlikely is not tried behind the others, and none is asked for what would be pruned
        whatever it costs.
        """
        search, values = self._search, self._items.values
        if search.places is not None and at not in search.places:
            search = self._marked
        matches = [
            _Match(key, end, penalty, state_at_end, options)
            for key, end, penalty, state_at_end in _match_variants(self._items, at, state, search)
            if (options := list_options(search, values, key, end))
        ]
        if not matches:
            return
        if len(matches) == 1 and len(matches[0].options) == 1:
            self._ask_for_one(paths, matches[0])
            return
        best, *others = paths
        matches = self._ask(best, matches, is_best=True)
        for path in others:
            begun = path.cost + (0.0 if path.pending else search.gaps.enter)
            near = [one for one in matches if begun + one.penalty <= self._most[one.end]]
            if near:
                self._ask(path, near)

    def _ask_for_one(self, paths: Sequence[Path], match: _Match) -> None:
        """Add the paths with the one character that can begin here, as it mostly is."""
        key, end, penalty, state, (option,) = match
        enter, cost_of, slack = self._search.gaps.enter, self._scorer.cost, self._scorer.slack
        number, char, waiting, most = option.number, option.char, self.waiting[end], self._most[end]
        penalty += option.odds
        for path in paths:
            begun = path.cost + penalty + (0.0 if path.pending else enter)
            if begun <= most:
                self.steps += _STEPS_A_MATCH
                cost = cost_of(path, number)
                total = begun + (cost if cost < MOST_COST else MOST_COST)
                if total <= most:
                    most = min(most, total + slack)
                    waiting.append((total, path, char, number, state, None, key))
        self._most[end] = most

    def _ask(self, path: Path, matches: Sequence[_Match], *, is_best: bool = False) -> list[_Match]:
        """Add a path with each of these characters; return those that are worth trying behind more.

        The others rarely fit another path better, and trying all takes milliseconds.
        """
        entered = path.cost + (0.0 if path.pending else self._search.gaps.enter)
        numbers = [option.number for one in matches for option in one.options]
        costs = self._scorer.behind(path).costs(numbers)
        self.steps += len(costs) + _STEPS_A_MATCH * len(matches)
        slack, width = self._scorer.slack, self._scorer.width
        kept: list[_Match] = []
        low = 0
        for one in matches:
            key, end, penalty, state, options = one
            high = low + len(options)
            begun = entered + penalty
            totals = [
                begun + option.odds + (cost if cost < MOST_COST else MOST_COST)
                for option, cost in zip(options, costs[low:high], strict=True)
            ]
            low, most = high, self._most[end]
            if is_best and len(options) > _MANY:
                ranked = sorted(totals)
                # Hardly two of these come to the same state, so that no more than `width` are kept.
                most = min(most, ranked[0] + _TRIED, *ranked[width - 1 : width])
                options = [
                    option
                    for option, total in zip(options, totals, strict=True)
                    if total <= ranked[0] + _TRIED
                ]
                totals = [total for total in totals if total <= ranked[0] + _TRIED]
                one = one._replace(options=options)
            kept.append(one)
            waiting = self.waiting[end]
            for option, total in zip(options, totals, strict=True):
                if total <= most:
                    most = min(most, total + slack)
                    waiting.append((total, path, option.char, option.number, state, None, key))
            self._most[end] = min(most, self._most[end])
        return kept


def _group_paths(paths: list[Path], at: int, items: Items) -> Iterable[tuple[int, list[Path]]]:
    """Yield the paths that agree on the bytes of the character before items[at]."""
    if not items.variants or items.first[items.owner[at]] == at:
        return ((_INSIDE, paths),)
    groups: dict[int, list[Path]] = {}
    for path in paths:
        groups.setdefault(path.pending, []).append(path)
    return groups.items()


def _match_variants(
    items: Items, at: int, state: int, search: Search
) -> Iterator[tuple[Key, int, float, int]]:
    """Yield the ways in which a character can begin at items[at], with any bytes it may have.

    `state` is that of the paths there; the last item yielded is the one where the character ends:
    behind `_INSIDE` it numbers the bytes of a character that has several and is cut through there.
    """
    values, written, gaps = items.values, search.written, search.gaps
    last = min(at + written.longest, len(values)) - 1
    near = range(items.owner[at], items.owner[last] + 1) if items.variants else ()
    unsure = [owner for owner in near if owner in items.variants]
    if not unsure:
        for found in _match_character(values, at, written, gaps):
            yield *found, _INSIDE
        return
    done: set[tuple[Key, int, int]] = set()
    choices = [
        (state - _INSIDE - 1,) if items.first[one] < at else range(len(items.variants[one]))
        for one in unsure
    ]
    for chosen in product(*choices):
        tried = values.copy()
        for owner, which in zip(unsure, chosen, strict=True):
            tried[items.first[owner] : items.first[owner + 1]] = items.variants[owner][which]
        for key, end, penalty in _match_character(tried, at, written, gaps):
            after = _INSIDE
            if end < len(values) and items.first[items.owner[end]] < end:
                after += dict(zip(unsure, chosen, strict=True)).get(items.owner[end], -1) + 1
            if (key, end, after) not in done:
                done.add((key, end, after))
                yield key, end, penalty + _weigh_rarity(key, written), after


def _weigh_rarity(key: Key, written: Encoding) -> float:
    """Return the nats against a character that is rarer than any one may cost."""
    one = written.find_whole(bytes(key)) if min(key) >= 0 else None
    return excess_of(one.char, written.model) if one is not None else 0.0


def list_options(search: Search, values: list[int], key: Key, end: int) -> list[EncodedCharacter]:
    """Return the characters that the bytes `key`, which end before values[end], can be."""
    written, gaps = search.written, search.gaps
    if min(key) < 0:
        behind = None
        if gaps.pairs is not None:
            behind = values[end] if end < len(values) else _LINE_END
            if (
                written.self_synchronizing and 0x80 <= behind < 0xC2
            ):  # no character begins so: the run ends here
                behind = LOST
        return written.find_partial(key, gaps.missing, behind, gaps.pairs)
    one = written.find_whole(bytes(key))
    return [] if one is None else [one]


def _match_character(
    values: list[int], at: int, written: Encoding, gaps: MissingBytes
) -> Iterator[tuple[Key, int, float]]:
    """Yield (bytes, end, penalty) for each way in which a character can begin at items[at]."""
    lead = values[at]
    if lead < 0x80 and (written.self_synchronizing or gaps.vanish == inf):
        return  # ASCII, which is left as it is
    width = written.width(lead) if lead != LOST else 0
    if width:
        key = tuple(values[at : at + width])
        if len(key) == width and all(map(written.follows, key[1:])) and LOST not in key:
            yield key, at + width, 0.0
            if written.self_synchronizing and written.find_whole(bytes(key)):
                return
        if width <= 3:
            yield from _match_partial((lead,), at + 1, width, 0.0, 0, values, written, gaps)
    if lead == LOST or gaps.vanish < inf:
        length = 3 if written.self_synchronizing else 2
        if lead == LOST:
            yield from _match_partial((-1,), at + 1, length, _MARKED, 0, values, written, gaps)
            yield from _match_partial(
                (-1, -2), at + 1, length, _MARKED_TWO, 0, values, written, gaps
            )
        elif written.follows(lead):
            yield from _match_partial((-1,), at, length, gaps.vanish, 1, values, written, gaps)


def _match_partial(
    key: Key,
    at: int,
    width: int,
    penalty: float,
    vanished: int,
    values: list[int],
    written: Encoding,
    gaps: MissingBytes,
) -> Iterator[tuple[Key, int, float]]:
    """Yield the ways to complete the character that begins with `key` with some byte missing."""
    missing = sum(value < 0 for value in key)
    if missing > 2 or (len(key) >= width and missing == width):
        return
    if len(key) == width:
        if missing or penalty:
            yield key, at, penalty
        return
    value = values[at] if at < len(values) else 0
    if value == LOST:
        one = (*key, -1)
        yield from _match_partial(
            one, at + 1, width, penalty + _MARKED, vanished, values, written, gaps
        )
        if len(key) + 2 <= width:
            two = (*one, -2)
            more = penalty + _MARKED_TWO
            yield from _match_partial(two, at + 1, width, more, vanished, values, written, gaps)
    elif written.follows(value):
        known = (*key, value)
        yield from _match_partial(known, at + 1, width, penalty, vanished, values, written, gaps)
    elif (
        value == 0x20 and written.self_synchronizing
    ):  # the no-break space A0, made plain on the way
        known = (*key, gaps.space)
        yield from _match_partial(
            known, at + 1, width, penalty + 0.5, vanished, values, written, gaps
        )
    if vanished < gaps.most and gaps.vanish < inf:
        gone = (*key, -1)
        more = penalty + gaps.vanish
        yield from _match_partial(gone, at, width, more, vanished + 1, values, written, gaps)
