"""Ways to read text that is out of step, and which of them are followed further."""

from __future__ import annotations

from typing import NamedTuple

_BEAM = 64
SLACK = 10.0  # nats behind the best path at which a path is given up
_RIVALS = 3  # interpretations that are remembered for each one that beat them, at each place


class Emitted(NamedTuple):
    """One character read, and the offset up to which the text has been used for it."""

    before: Emitted | None
    char: str
    end: int


class Path(NamedTuple):
    """A way to read the text so far.

    `pending` is the first byte of the next character, -1 if it is unknown; then `among` holds what
    it may be, None for anything.
    `rivals` are interpretations that were given up for this one: by how much, where they ended.
    """

    cost: float
    pending: int
    among: frozenset[int] | None
    context: tuple[int, int, int]
    last: Emitted | None
    rivals: tuple[tuple[float, Emitted, Emitted], ...]


class Finished(NamedTuple):
    """An interpretation that found the step again at offset `end` of the text."""

    cost: float  # with that of two characters behind it
    end: int
    last: Emitted
    rivals: tuple[tuple[float, Emitted, Emitted], ...]


def path_cost(item: tuple[float, object] | Path) -> float:
    """Return the cost, to sort by."""
    return item[0]


def prune(paths: list[Path]) -> list[Path]:
    """Return the best paths, one of those that can go on alike; the others become its rivals."""
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


def characters_of(last: Emitted | None) -> list[Emitted]:
    """Return what was read, first character first."""
    nodes = []
    while last is not None:
        nodes.append(last)
        last = last.before
    nodes.reverse()
    return nodes
