"""The ends of runs out of step: which of many paths fit the text that follows in step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from heapq import heappush, heappushpop
from math import inf
from operator import itemgetter

from reader.codepages.paths import MOST_FINISHED, EmittedCharacter, FinishedPath, Path
from reader.language.recurrence import Recurrence

Ending = tuple[float, int, Path, str, int, tuple[int, ...]]
"""A path that is in step again: its cost without that of the characters behind, where it ends, the
path, its last character and id. If the '?' behind it also ate an ASCII character, the last holds
the ids of what that may be; else it is empty."""


def weigh_endings(
    endings: Sequence[Ending],
    read_to: int,
    behind: Callable[[int], Sequence[int]],
    recurrence: Recurrence,
) -> tuple[list[FinishedPath], int]:
    """Return the finished paths, with the cost of what is behind them, and how many were weighed.

    `behind` gives the ids after an offset; the last characters used the text up to `read_to`, or up
    to the '?' that also ate another. Of the paths that end at one place only the best are compared
    later, so that the others are left out, most of them before they are weighed.
    """
    chosen: list[tuple[int, FinishedPath]] = []
    # What may be behind an end; -cost of the best.
    ends: dict[tuple[int, tuple[int, ...]], tuple[Sequence[Sequence[int]], list[float]]] = {}
    costs_behind = cache(recurrence.costs_behind)
    for which, (cost, end, path, char, number, eaten) in sorted(enumerate(endings), key=_cost):
        key = end, eaten
        if key not in ends:
            ends[key] = _list_rows(behind(end + 1 if eaten else end), eaten), []
        rows, best = ends[key]
        limit = -best[0] if len(best) == MOST_FINISHED else inf
        if cost > limit:
            continue
        _, b, c = path.context
        least = inf
        for row in rows:
            total = cost + costs_behind(b, c, row[0])(number) if row else cost
            if total <= limit and len(row) > 1:
                total = _weigh_rest(row, (c, number, row[0]), total, limit, recurrence.cost)
            if total <= limit:
                least = limit = total
        if least == inf:
            continue
        last = EmittedCharacter(path.last, char, end if eaten else read_to)
        (heappush if len(best) < MOST_FINISHED else heappushpop)(best, -least)
        chosen.append((which, FinishedPath(least, end, last, path.rivals, bool(eaten))))
    chosen.sort(key=itemgetter(0))
    return [one for _, one in chosen], len(chosen)


def _list_rows(followers: Sequence[int], eaten: Sequence[int]) -> list[Sequence[int]]:
    """Return what may stand behind an end: the followers, or one that was eaten and these."""
    # A digit is part of the number that follows it.
    return [followers if one == followers[0] else (one, *followers) for one in eaten] or [followers]


def _weigh_rest(
    row: Sequence[int],
    context: tuple[int, int, int],
    cost: float,
    limit: float,
    cost_of: Callable[[int, int, int, int], float],
) -> float:
    """Return the cost with that of row[1:] behind the context, infinite once above the limit."""
    a, b, c = context
    for follower in row[1:]:
        if cost > limit:
            return inf
        cost += cost_of(a, b, c, follower)
        a, b, c = b, c, follower
    return cost


def _cost(numbered: tuple[int, Ending]) -> float:
    return numbered[1][0]
