"""Which character stood in a gap: what its bytes leave open, weighed by the text on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log1p
from typing import NamedTuple

from reader.codepages.encoding import Candidate, numbers_of
from reader.language.glosses import without_glosses
from reader.language.ngram import BOUNDARY, UNKNOWN, CharacterModel

_REACH = 3  # characters that the model looks back
_TRIED = 200  # characters that are weighed on both sides, the likeliest after what stands before
_MOST_COST = 16.0  # nats; a name that the model lacks must not decide alone


class Filled(NamedTuple):
    """A character that may have stood in the gap, and what it costs there (nats)."""

    cost: float
    option: Candidate


class Sides(NamedTuple):
    """The ids of three characters before a gap and of up to three behind it.

    `apart` are the nats against what stands behind being from somewhere else; 0: it is not.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    apart: float = 0.0


def sides_of(left: str, right: str, model: CharacterModel, *, cut_off: bool = False) -> Sides:
    """Return the context of a gap; nothing on the left is a line's beginning, or `cut_off`."""
    edge = UNKNOWN if cut_off else BOUNDARY
    before = numbers_of(without_glosses(left)[-_REACH:], model)
    after = numbers_of(without_glosses(right)[:_REACH], model)
    return Sides((*[edge] * (_REACH - len(before)), *before), tuple(after))


def fill(
    options: Iterable[tuple[Candidate, float]], sides: Sides, model: CharacterModel
) -> list[Filled]:
    """Return what may stand there, the likeliest first; each option comes with a penalty."""
    following = model.contexts.following(*sides.left)
    ranked = sorted(
        (following.cost(option.number) + option.odds + penalty, number, option)
        for number, (option, penalty) in enumerate(options)
    )[:_TRIED]
    found = [
        Filled(cost + _behind(option.number, sides, model), option) for cost, _, option in ranked
    ]
    found.sort(key=lambda one: one.cost)
    return found


def _behind(number: int, sides: Sides, model: CharacterModel) -> float:
    """Return what the characters behind the gap cost after this one.

    It may be that they are not what once stood there: then they cost what they cost alone.
    """
    ids = (*sides.left, number, *sides.right)
    together = _costs(ids, len(sides.right), model)
    if not sides.apart:
        return together
    alone = _costs((*[UNKNOWN] * (_REACH + 1), *sides.right), len(sides.right), model)
    alone += sides.apart
    low, high = sorted((together, alone))
    return low - log1p(exp(low - high))


def _costs(ids: tuple[int, ...], count: int, model: CharacterModel) -> float:
    cost = model.cost4
    return sum(min(_MOST_COST, cost(*ids[at : at + 4])) for at in range(1, 1 + count))


def shares(found: list[Filled], slope: float) -> list[float]:
    """Return how likely each of them is."""
    weights = [exp(slope * (found[0].cost - one.cost)) for one in found]
    total = sum(weights)
    return [weight / total for weight in weights]


def cost_without(sides: Sides, model: CharacterModel) -> float:
    """Return what the characters behind the gap cost if nothing stood in it."""
    ids = (UNKNOWN, *sides.left, *sides.right)
    return _costs(ids, len(sides.right), model)
