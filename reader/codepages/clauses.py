"""Divides the interpretation of a run into clauses, each with its own margin over its rivals."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.codepages.paths import EmittedCharacter, FinishedPath, list_rivals

_CLAUSE_END = frozenset("，。、；：？！")
_BESIDE = 3.0  # nats by which a clause may be surer than its neighbour
_UNSURE = 3.5  # a rival within so many nats makes its span a clause of its own


class Clause(NamedTuple):
    """A clause of a run: text[start:end] becomes `raw`, unless a rival is right."""

    start: int
    end: int
    raw: str
    margin: float  # nats to the best interpretation that differs here
    others: tuple[tuple[float, str], ...]  # (nats behind the chosen one, text), the best first
    rivals: float = 0.0  # weight of all interpretations that differ here; the chosen one has 1


def divide_clauses(
    start: int, resume: int, nodes: list[EmittedCharacter], finished: list[FinishedPath]
) -> list[Clause]:
    """Divide an interpretation after each mark and around what is unsure.

    This makes each clause as sure as its own bytes allow. It begins at `start`; the bytes that are
    seen begin at `resume`.
    """
    ends = [node.end for node in nodes]
    if finished[0].eaten:
        # The last character's second byte is in the '?', which stays for what it ate. So each has
        # what holds its first byte: 。可以花 is ? ? 梢 曰 in ??梢曰?.
        ends = [resume, *ends[:-1]]
    differing = list(find_differences(nodes, finished))
    unsure = sorted((begin, stop) for delta, begin, stop, _ in differing if delta < _UNSURE)
    inside: set[int] = set()  # positions between two nodes that lie inside a rival's span
    borders: set[int] = set()
    for begin, stop in unsure:
        inside.update(range(begin + 1, stop))
        borders.update((begin, stop))
    borders.update(number + 1 for number, node in enumerate(nodes) if node.char in _CLAUSE_END)
    cuts: list[int] = []  # numbers of the nodes before which a clause ends
    low = start
    for cut in sorted(borders - inside):
        if not 0 < cut < len(nodes):
            continue
        high = ends[cut - 1]
        if low < high < finished[0].end:  # a vanished pair has no width: it goes with what follows
            cuts.append(cut)
            low = high
    cuts.append(len(nodes))
    clauses = []
    first, low = 0, start
    for cut, here in zip(cuts, _sort_into(differing, cuts), strict=True):
        high = ends[cut - 1] if cut < len(nodes) else finished[0].end
        others: dict[str, float] = {}
        margin, weight = 20.0, 0.0
        raw = "".join(node.char for node in nodes[first:cut])
        for delta, begin, stop, chars in here:
            if begin >= first and stop <= cut:
                other = "".join(node.char for node in nodes[first:begin]) + chars
                other += "".join(node.char for node in nodes[stop:cut])
                others[other] = min(delta, others.get(other, delta))
            else:
                margin = min(margin, delta)
                weight += math.exp(-delta)
        others.pop(raw, None)
        ranked = tuple(sorted((delta, other) for other, delta in others.items()))
        if ranked:
            margin = min(margin, ranked[0][0])
        weight += sum(math.exp(-delta) for delta, _ in ranked)
        clauses.append(Clause(low, high, raw, margin, ranked, weight))
        first, low = cut, high
    return _limit_margins(clauses)


_Difference = tuple[float, int, int, str]
"""(nats behind the chosen one, first node, node after the last, text)."""


def _sort_into(differing: Iterable[_Difference], cuts: Sequence[int]) -> list[list[_Difference]]:
    """Return the differences that touch each clause; `cuts` are the nodes after their last."""
    found: list[list[_Difference]] = [[] for _ in cuts]
    for one in differing:
        _, begin, stop, _ = one
        at = bisect_right(cuts, begin)
        while at < len(cuts):
            if (cuts[at - 1] if at else 0) >= stop:
                break
            found[at].append(one)
            at += 1
    return found


def _limit_margins(clauses: list[Clause]) -> list[Clause]:
    """Make no clause much surer than its neighbours: the lost byte may belong to either."""
    margins = [clause.margin for clause in clauses]
    return [
        clause._replace(
            margin=min(
                clause.margin, *(near + _BESIDE for near in margins[max(0, at - 1) : at + 2])
            )
        )
        for at, clause in enumerate(clauses)
    ]


def find_differences(
    nodes: list[EmittedCharacter], finished: list[FinishedPath]
) -> Iterator[tuple[float, int, int, str]]:
    """Yield (margin, first node, node after the last, text) for each rival.

    `nodes` are the characters of the first of the finished paths.
    """
    places = {id(node): number for number, node in enumerate(nodes)}
    for _, delta, winner, loser in list_rivals(finished[0].rivals):
        stop = places.get(id(winner))
        if stop is not None:
            yield from _trim_difference(delta, stop + 1, loser, nodes, places)
    for other in finished[1:]:
        yield from _trim_difference(other.cost, len(nodes), other.last, nodes, places)


def _trim_difference(
    delta: float,
    stop: int,
    loser: EmittedCharacter,
    nodes: list[EmittedCharacter],
    places: dict[int, int],
) -> Iterator[tuple[float, int, int, str]]:
    chars: list[str] = []
    node: EmittedCharacter | None = loser
    while node is not None and id(node) not in places:
        chars.append(node.char)
        node = node.before
    begin = 0 if node is None else places[id(node)] + 1
    text = "".join(reversed(chars))
    while begin < stop and text and nodes[begin].char == text[0]:
        begin, text = begin + 1, text[1:]
    while begin < stop and text and nodes[stop - 1].char == text[-1]:
        stop, text = stop - 1, text[:-1]
    if begin == stop and text:  # more characters than the winner has, because a pair vanished
        if stop < len(nodes):
            text, stop = text + nodes[stop].char, stop + 1
        else:
            text, begin = nodes[begin - 1].char + text, begin - 1
    if text or begin < stop:
        yield delta, begin, stop, text
