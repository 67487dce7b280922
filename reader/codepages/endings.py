"""The ends of runs out of step: which of many paths fit the text that follows in step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappush, heappushpop
from operator import itemgetter

from reader.codepages.paths import MOST_FINISHED, EmittedCharacter, FinishedPath, Path
from reader.language.ngram_file import DIGIT

Ending = tuple[float, int, Path, str, int, str]
"""A path that is in step again: its cost without that of the characters behind, where it ends, the
path, its last character and id, and a '?' that stays after it (empty: none does)."""


def weigh_endings(
    endings: Sequence[Ending],
    read_to: int,
    behind: Callable[[int], Sequence[int]],
    cost_of: Callable[[int, int, int, int], float],
) -> tuple[list[FinishedPath], int]:
    """Return the finished paths, with the cost of what is behind them, and how many were weighed.

    `behind` gives the ids after an offset, `cost_of` the cost of an id after three others in nats;
    the last characters used the text up to `read_to`. Of the paths that end at one place only the
    best are compared later, so that the others are left out, most of them before they are weighed.
    """
    chosen: list[tuple[int, FinishedPath]] = []
    ends: dict[int, tuple[Sequence[int], list[float]]] = {}  # what is behind; -cost of the best
    for which, (cost, end, path, char, number, mark) in sorted(enumerate(endings), key=_cost):
        if end not in ends:
            ends[end] = behind(end), []
        followers, best = ends[end]
        a, b, c = path.context[1], path.context[2], number
        for follower in (DIGIT, *followers) if mark else followers:
            if len(best) == MOST_FINISHED and cost > -best[0]:
                break
            cost += cost_of(a, b, c, follower)
            a, b, c = b, c, follower
        else:
            last = EmittedCharacter(path.last, char, read_to)
            if mark:
                last = EmittedCharacter(last, mark, read_to)
            (heappush if len(best) < MOST_FINISHED else heappushpop)(best, -cost)
            chosen.append((which, FinishedPath(cost, end, last, path.rivals)))
    chosen.sort(key=itemgetter(0))
    return [one for _, one in chosen], len(chosen)


def _cost(numbered: tuple[int, Ending]) -> float:
    return numbered[1][0]
