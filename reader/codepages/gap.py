"""Ranks the characters that may have stood in a gap by the text on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from math import exp, inf, log1p
from typing import NamedTuple

from reader.codepages.encoding import EncodedCharacter, numbers_of
from reader.language.glosses import without_glosses
from reader.language.ngram import BOUNDARY, UNKNOWN, CharacterModel

_REACH = 3  # how many characters the model looks back
_TRIED = 200  # options, the likeliest after the left side, that are also weighed by the right side
# Nats; what is so far behind after one character on the right is no rival: it would weigh e^-8 of
# what the best weighs.
_FAR = 8.0
_NONSENSE = 10.5  # nats a character; hanzi drawn at random cost 12, one line in a hundred so much
_MOST_COST = 16.0  # nats; a name that the model lacks must not outweigh everything else


class GapCandidate(NamedTuple):
    """A character that may have stood in the gap, and its cost there in nats."""

    cost: float
    option: EncodedCharacter


class Sides(NamedTuple):
    """The ids of three characters before a gap and of up to three after it.

    `apart` are the nats against the text after the gap being from somewhere else; 0: it is not.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    apart: float = 0.0


def sides_of(left: str, right: str, model: CharacterModel, *, cut_off: bool = False) -> Sides:
    """Return the context of a gap; an empty left side is the start of a line, or `cut_off`."""
    edge = UNKNOWN if cut_off else BOUNDARY
    before = numbers_of(without_glosses(left)[-_REACH:], model)
    after = numbers_of(without_glosses(right)[:_REACH], model)
    return Sides((*[edge] * (_REACH - len(before)), *before), tuple(after))


def fill_gap(
    options: Iterable[tuple[EncodedCharacter, float]], sides: Sides, model: CharacterModel
) -> list[GapCandidate]:
    """Return what may stand there, likeliest first; each option comes with its penalty in nats."""
    listed = list(options)
    costs = model.contexts.following(*sides.left).costs([option.number for option, _ in listed])
    paid = [
        cost + option.odds + penalty for cost, (option, penalty) in zip(costs, listed, strict=True)
    ]
    ranked = nsmallest(_TRIED, range(len(listed)), key=paid.__getitem__)
    if sides.right and not sides.apart:
        found = _weigh_behind(ranked, paid, listed, sides, model)
    else:
        found = [
            GapCandidate(paid[at] + cost_behind(listed[at][0].number, sides, model), listed[at][0])
            for at in ranked
        ]
    found.sort(key=lambda one: one.cost)
    return found


def _weigh_behind(
    ranked: Sequence[int],
    paid: Sequence[float],
    listed: Sequence[tuple[EncodedCharacter, float]],
    sides: Sides,
    model: CharacterModel,
) -> list[GapCandidate]:
    """Return what may stand in a gap, without what the first character behind it makes unlikely.

    `ranked` are the numbers of what is likely before it, best first, `paid` their costs so far.
    """
    _, second, third = sides.left
    first, *rest = sides.right
    cost4 = model.cost4
    best, so_far = inf, []
    for at in ranked:
        if paid[at] > best + _FAR:
            break
        cost = cost4(second, third, listed[at][0].number, first)
        so_far.append(paid[at] + (cost if cost < _MOST_COST else _MOST_COST))
        best = min(best, so_far[-1])
    found = []
    for at, cost in zip(ranked, so_far, strict=False):
        if cost <= best + _FAR:
            option = listed[at][0]
            ids = (third, option.number, first, *rest)
            found.append(GapCandidate(cost + _sum_costs(ids, len(rest), model, 0), option))
    return found


def is_nonsense(sides: Sides, model: CharacterModel) -> bool:
    """Tell if neither side of a gap is Chinese, so that nothing tells what stood there."""
    left, right = sides.left, sides.right
    costs = [model.cost(*left)]
    costs += map(model.cost, (UNKNOWN, *right), right, right[1:])
    return sum(costs) > _NONSENSE * len(costs)


def cost_behind(number: int, sides: Sides, model: CharacterModel) -> float:
    """Return the cost of the characters after the gap if this one stands in it.

    If they may be from somewhere else, their cost without it counts, too.
    """
    ids = (*sides.left, number, *sides.right)
    together = _sum_costs(ids, len(sides.right), model)
    if not sides.apart:
        return together
    alone = _sum_costs((*[UNKNOWN] * (_REACH + 1), *sides.right), len(sides.right), model)
    alone += sides.apart
    low, high = sorted((together, alone))
    return low - log1p(exp(low - high))


def _sum_costs(ids: tuple[int, ...], count: int, model: CharacterModel, first: int = 1) -> float:
    ids = ids[first:]
    costs = map(model.cost4, ids[:count], ids[1:], ids[2:], ids[3:])
    return sum([cost if cost < _MOST_COST else _MOST_COST for cost in costs])


def share_likelihood(found: list[GapCandidate], slope: float) -> list[float]:
    """Return the probability of each candidate; they sum to 1."""
    weights = [exp(slope * (found[0].cost - one.cost)) for one in found]
    total = sum(weights)
    return [weight / total for weight in weights]


def cost_without(sides: Sides, model: CharacterModel) -> float:
    """Return the cost of the characters after the gap if nothing stood in it."""
    ids = (UNKNOWN, *sides.left, *sides.right)
    return _sum_costs(ids, len(sides.right), model)
