"""The paths of a beam search through bytes, and which of them are kept.

Two searches follow them: through text that is out of step, where each visible character ends one
character and begins the next, and through misread text, where a character may begin at any byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple, TypeVar

MOST_FINISHED = 40  # interpretations of a run that are compared
# Beaten interpretations that a path remembers at each position, if they are so few nats behind it.
_RIVALS, _HEAVY = 3, 10.0


class EmittedCharacter(NamedTuple):
    """One character, and the offset up to which the text, or its bytes, were used for it.

    `key` are its bytes where these were searched for, -1 for a missing one.
    """

    before: EmittedCharacter | None
    char: str
    end: int
    key: tuple[int, ...] = ()


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

    Out of step, `pending` is the first byte of the next character, -1 if it is unknown; then
    `among` holds the bytes that it may be, None for any. In misread text, where `among` is None,
    `pending` says what the path has come to (`reader.codepages.beam`). `rivals` are interpretations
    that were dropped for this one.
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


Growth = tuple[float, Path, str, int, int, frozenset[int] | None, tuple[int, ...]]
"""A path with one more character, not yet made, since most are dropped: what it costs, the path,
the character (empty: the path as it is) and its id, `pending` and `among` of the new path, and the
bytes of the character."""

_cost = itemgetter(0)
_Link = TypeVar("_Link", EmittedCharacter, Rivals)


def grow(growth: Growth, end: int) -> Path:
    """Make the path; its last character used the text up to `end`."""
    cost, path, char, number, pending, among, key = growth
    if not char:
        return path
    context = (path.context[1], path.context[2], number)
    last = EmittedCharacter(path.last, char, end, key)
    return Path(cost, pending, among, context, last, path.rivals)


def keep(path: Path) -> Growth:
    """Return the path as it is, among others that grow."""
    return path.cost, path, "", 0, path.pending, path.among, ()


def prune(growths: list[Growth], end: int, width: int, slack: float) -> list[Path]:
    """Return the best `width` paths, none `slack` nats behind the best.

    Of those in one state the best is kept, and remembers the others as its rivals.
    """
    if len(growths) == 1:
        return [grow(growths[0], end)]
    growths.sort(key=_cost)
    kept: dict[tuple[int, frozenset[int] | None, tuple[int, int, int]], Path] = {}
    beaten: dict[tuple[int, frozenset[int] | None, tuple[int, int, int]], int] = {}
    limit = growths[0][0] + slack if growths else 0.0
    for growth in growths:
        cost, path, char, number, pending, among, _ = growth
        if cost > limit:
            break
        _, second, third = path.context
        key = (pending, among, (second, third, number) if char else path.context)
        winner = kept.get(key)
        if winner is None:
            if len(kept) < width:
                kept[key] = grow(growth, end)
        elif (
            cost <= winner.cost + _HEAVY
            and beaten.get(key, 0) < _RIVALS
            and winner.last
            and (last := grow(growth, end).last)
        ):
            beaten[key] = beaten.get(key, 0) + 1
            kept[key] = winner._replace(
                rivals=Rivals(winner.rivals, cost - winner.cost, winner.last, last)
            )
    return list(kept.values())


def list_rivals(last: Rivals | None) -> list[Rivals]:
    """Return the rivals of a path, in order."""
    return _unlink(last)


def characters_of(last: EmittedCharacter | None) -> list[EmittedCharacter]:
    """Return the decoded characters up to `last`, in order."""
    return _unlink(last)


def _unlink(last: _Link | None) -> list[_Link]:
    """Return the links of a chain, the first one first."""
    links: list[_Link] = []
    while last is not None:
        links.append(last)
        last = last.before
    links.reverse()
    return links


def find_vanished(finished: Iterable[FinishedPath]) -> dict[int, int]:
    """Return how many pairs may have vanished before each offset, by all these and their rivals."""
    counts: dict[int, int] = {}
    seen: set[int] = set()
    waiting = [
        last
        for one in finished
        for last in (one.last, *(rival.loser for rival in list_rivals(one.rivals)))
    ]
    for last in waiting:
        node: EmittedCharacter | None = last
        while node is not None and id(node) not in seen:
            seen.add(id(node))
            end, count = node.end, 0
            while node.before is not None and node.before.end == end:
                node = node.before
                count += 1
            if count:
                counts[end] = max(count, counts.get(end, 0))
            node = node.before
    return counts
