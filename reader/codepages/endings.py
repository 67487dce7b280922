"""The ends of runs out of step: which of many paths fit the text that follows in step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappush, heappushpop
from math import inf
from operator import itemgetter

from reader.codepages.paths import MOST_FINISHED, EmittedCharacter, FinishedPath, Path

Ending = tuple[float, int, Path, str, int, tuple[int, ...]]
"""A path that is in step again: its cost without that of the characters behind, where it ends, the
path, its last character and id. If the '?' behind it also ate an ASCII character, the last holds
the ids of what that may be; else it is empty."""


def weigh_endings(
    endings: Sequence[Ending],
    read_to: int,
    behind: Callable[[int], Sequence[int]],
    cost_of: Callable[[int, int, int, int], float],
) -> tuple[list[FinishedPath], int]:
    """Return the finished paths, with the cost of what is behind them, and how many were weighed.

    `behind` gives the ids after an offset, `cost_of` the cost of an id after three others in nats;
    the last characters used the text up to `read_to`, or up to the '?' that also ate another. Of
    the paths that end at one place only the best are compared later, so that the others are left
    out, most of them before they are weighed.
    """
    chosen: list[tuple[int, FinishedPath]] = []
    # What is behind an end; -cost of the best.
    ends: dict[tuple[int, bool], tuple[Sequence[int], list[float]]] = {}
    for which, (cost, end, path, char, number, eaten) in sorted(enumerate(endings), key=_cost):
        key = end, bool(eaten)
        if key not in ends:
            ends[key] = behind(end + 1 if eaten else end), []
        followers, best = ends[key]
        a, b, c = path.context[1], path.context[2], number
        limit = -best[0] if len(best) == MOST_FINISHED else inf
        rows: Iterable[Sequence[int]] = [followers]
        if eaten:  # a digit is part of the number that follows it
            rows = [followers if one == followers[0] else (one, *followers) for one in eaten]
        cost = min(_weigh_row(row, (a, b, c), cost, limit, cost_of) for row in rows)
        if cost > limit:
            continue
        last = EmittedCharacter(path.last, char, end if eaten else read_to)
        (heappush if len(best) < MOST_FINISHED else heappushpop)(best, -cost)
        chosen.append((which, FinishedPath(cost, end, last, path.rivals, bool(eaten))))
    chosen.sort(key=itemgetter(0))
    return [one for _, one in chosen], len(chosen)


def _weigh_row(
    row: Sequence[int],
    context: tuple[int, int, int],
    cost: float,
    limit: float,
    cost_of: Callable[[int, int, int, int], float],
) -> float:
    """Return the cost with that of what follows the context, infinite once above the limit."""
    a, b, c = context
    for follower in row:
        if cost > limit:
            return inf
        cost += cost_of(a, b, c, follower)
        a, b, c = b, c, follower
    return cost


def _cost(numbered: tuple[int, Ending]) -> float:
    return numbered[1][0]
