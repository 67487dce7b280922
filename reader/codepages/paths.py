"""The paths of the search through text that is out of step, and which of them are kept."""

from __future__ import annotations

from typing import NamedTuple

_BEAM = 64
SLACK = 10.0  # a path this many nats behind the best is dropped
_RIVALS = 3  # beaten interpretations that a path remembers at each position


class EmittedCharacter(NamedTuple):
    """One decoded character, and the offset up to which the text was used for it."""

    before: EmittedCharacter | None
    char: str
    end: int


class Path(NamedTuple):
    """One way to decode the text so far.

    `pending` is the first byte of the next character, -1 if it is unknown; then `among` holds the
    bytes that it may be, None for any. `rivals` are interpretations that were dropped for this one:
    (nats behind it, last character of the winner, last character of the rival).
    """

    cost: float
    pending: int
    among: frozenset[int] | None
    context: tuple[int, int, int]
    last: EmittedCharacter | None
    rivals: tuple[tuple[float, EmittedCharacter, EmittedCharacter], ...]


class FinishedPath(NamedTuple):
    """An interpretation that is in step again at offset `end` of the text."""

    cost: float  # includes the two characters after it
    end: int
    last: EmittedCharacter
    rivals: tuple[tuple[float, EmittedCharacter, EmittedCharacter], ...]


def path_cost(item: tuple[float, object] | Path) -> float:
    """Return the cost, to sort by."""
    return item[0]


def prune(paths: list[Path]) -> list[Path]:
    """Return the best paths; of those in the same state the best, the others as its rivals."""
    paths.sort(key=path_cost)
    kept: dict[tuple[int, frozenset[int] | None, tuple[int, int, int]], Path] = {}
    beaten: dict[tuple[int, frozenset[int] | None, tuple[int, int, int]], int] = {}
    limit = paths[0].cost + SLACK if paths else 0.0
    for path in paths:
        if path.cost > limit:
            break
        key = (path.pending, path.among, path.context)
        winner = kept.get(key)
        if winner is None:
            if len(kept) < _BEAM:
                kept[key] = path
        elif beaten.get(key, 0) < _RIVALS and winner.last and path.last:
            beaten[key] = beaten.get(key, 0) + 1
            rival = (path.cost - winner.cost, winner.last, path.last)
            kept[key] = winner._replace(rivals=(*winner.rivals, rival))
    return list(kept.values())


def characters_of(last: EmittedCharacter | None) -> list[EmittedCharacter]:
    """Return the decoded characters up to `last`, in order."""
    nodes = []
    while last is not None:
        nodes.append(last)
        last = last.before
    nodes.reverse()
    return nodes
