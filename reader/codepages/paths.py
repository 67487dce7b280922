"""The paths of the search through text that is out of step, and which of them are kept."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

SLACK = 10.0  # a path this many nats behind the best is dropped
MOST_FINISHED = 40  # interpretations of a run that are compared
_RIVALS = 3  # beaten interpretations that a path remembers at each position


class EmittedCharacter(NamedTuple):
    """One decoded character, and the offset up to which the text was used for it."""

    before: EmittedCharacter | None
    char: str
    end: int


class Rivals(NamedTuple):
    """An interpretation that was dropped for another one, and those that were before it.

    A chain and no tuple: paths share it, and a run of thousands of characters has thousands.
    """

    before: Rivals | None
    nats: float  # by how many it is behind the winner
    winner: EmittedCharacter  # the last character of each
    loser: EmittedCharacter


class Path(NamedTuple):
    """One way to decode the text so far.

    `pending` is the first byte of the next character, -1 if it is unknown; then `among` holds the
    bytes that it may be, None for any. `rivals` are interpretations that were dropped for this one.
    """

    cost: float
    pending: int
    among: frozenset[int] | None
    context: tuple[int, int, int]
    last: EmittedCharacter | None
    rivals: Rivals | None


class FinishedPath(NamedTuple):
    """An interpretation that is in step again at offset `end` of the text.

    If the '?' at `end` has `eaten` an ASCII character, which one is lost for good.
    """

    cost: float  # includes the two characters after it
    end: int
    last: EmittedCharacter
    rivals: Rivals | None
    eaten: bool = False

    @property
    def reach(self) -> int:
        """The offset up to which the text was used, with what was eaten."""
        return self.end + self.eaten


Growth = tuple[float, Path, str, int, int, frozenset[int] | None]
"""A path with one more character, not yet made, since most are dropped: what it costs, the path,
the character (empty: the path as it is) and its id, and `pending` and `among` of the new path."""

_cost = itemgetter(0)


def grow(growth: Growth, end: int) -> Path:
    """Make the path; its last character used the text up to `end`."""
    cost, path, char, number, pending, among = growth
    if not char:
        return path
    context = (path.context[1], path.context[2], number)
    return Path(cost, pending, among, context, EmittedCharacter(path.last, char, end), path.rivals)


def keep(path: Path) -> Growth:
    """Return the path as it is, among others that grow."""
    return path.cost, path, "", 0, path.pending, path.among


def prune(growths: list[Growth], end: int, width: int) -> list[Path]:
    """Return the best `width` paths; of those in one state the best, the others as its rivals."""
    growths.sort(key=_cost)
    kept: dict[tuple[int, frozenset[int] | None, tuple[int, int, int]], Path] = {}
    beaten: dict[tuple[int, frozenset[int] | None, tuple[int, int, int]], int] = {}
    limit = growths[0][0] + SLACK if growths else 0.0
    for growth in growths:
        cost, path, char, number, pending, among = growth
        if cost > limit:
            break
        _, second, third = path.context
        key = (pending, among, (second, third, number) if char else path.context)
        winner = kept.get(key)
        if winner is None:
            if len(kept) < width:
                kept[key] = grow(growth, end)
        elif beaten.get(key, 0) < _RIVALS and winner.last and (last := grow(growth, end).last):
            beaten[key] = beaten.get(key, 0) + 1
            kept[key] = winner._replace(
                rivals=Rivals(winner.rivals, cost - winner.cost, winner.last, last)
            )
    return list(kept.values())


def list_rivals(last: Rivals | None) -> list[Rivals]:
    """Return the rivals of a path, in order."""
    found = []
    while last is not None:
        found.append(last)
        last = last.before
    found.reverse()
    return found


def characters_of(last: EmittedCharacter | None) -> list[EmittedCharacter]:
    """Return the decoded characters up to `last`, in order."""
    nodes = []
    while last is not None:
        nodes.append(last)
        last = last.before
    nodes.reverse()
    return nodes
