"""Plans one decision for many places: what it would touch, and what stays open. Changes nothing.

A plan is shown before it is carried out. The places of one pair need not be alike: where the engine
sees other alternatives, or the character is pronounced otherwise, somebody has
to look at each. What the user decided on already is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

import numpy as np

from reader.repair.rules.model import Replacement, check_replacement
from reader.review.decisions import Decision
from reader.review.history import DecisionAct, History, How
from reader.review.repair_columns import Pair
from reader.review.repair_order import RepairFilter, select
from reader.review.repair_table import RepairTable
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.text.repair import can_decide

REPEATED = 3
"""How often a pair is kept until keeping it always is offered."""

Pronounce = Callable[[Repair], str]
"""Returns how a place is pronounced in its context, empty where that is not known."""


class Plan(NamedTuple):
    """One decision for many places. Row numbers are those of the table it was made from.

    `alike` is decided; `differing` stays open unless the user wants `decide_all`.
    """

    how: How
    alike: tuple[int, ...]
    differing: tuple[int, ...]
    decisions: tuple[Decision, ...]
    all_decisions: tuple[Decision, ...]

    @property
    def can_keep(self) -> bool:
        """Whether the original can be kept there instead: something is to be replaced."""
        return bool(self.alike) and self.how is How.ACCEPT

    @property
    def places(self) -> int:
        """How many places it is about."""
        return len(self.alike) + len(self.differing)


def plan_pair(
    table: RepairTable, current: int, how: How = How.ACCEPT, pronounce: Pronounce | None = None
) -> Plan:
    """Plan a decision on all places of the pair of row `current`; those like it are alike."""
    rows = _find_undecided(table, RepairFilter(pair=table.pair(current)))
    wanted = _likeness(table, current, pronounce)
    alike: list[int] = []
    differing: list[int] = []
    for row in rows:
        (alike if _likeness(table, row, pronounce) == wanted else differing).append(row)
    return _plan(table, how, alike, differing)


def plan_like(table: RepairTable, current: int, how: How = How.ACCEPT) -> Plan:
    """Plan a decision on row `current` and the places left to decide that are just like it.

    They have its pair, its rule and its alternatives.
    """
    chosen = RepairFilter(rule=table.rule(current), pair=table.pair(current))
    mask = select(table, chosen) & table.is_open
    mask[current] = not table.is_decided[current]
    wanted = _likeness(table, current, None)
    rows = _drop_lost(table, np.flatnonzero(mask).tolist())
    return _plan(table, how, [row for row in rows if _likeness(table, row, None) == wanted], [])


def plan_rule(table: RepairTable, rule: str, how: How = How.ACCEPT) -> Plan:
    """Plan a decision on all places of a rule: what is left to decide, or all to keep it out."""
    rows = _find_undecided(table, RepairFilter(rule=rule))
    if how is not How.KEEP:
        rows = [row for row in rows if table.is_open[row]]
    return _plan(table, how, rows, [])


def plan_surer(
    table: RepairTable,
    least: float,
    kinds: Iterable[RepairKind] = RepairKind,
    how: How = How.ACCEPT,
) -> Plan:
    """Plan a decision on what is left to decide with at least this confidence (0..1)."""
    mask = select(table, RepairFilter(kinds=frozenset(kinds))) & table.is_open
    mask &= table.columns.sure >= least
    return _plan(table, how, _drop_lost(table, np.flatnonzero(mask).tolist()), [])


def plan_keeping(table: RepairTable, plan: Plan) -> Plan:
    """Plan to keep the original at the places of another plan."""
    return _plan(table, How.KEEP, list(plan.alike), list(plan.differing))


def can_be_rule(pair: Pair) -> bool:
    """Tell if a pair can always be replaced, or never: not, say, a line end or an insertion."""
    return not check_replacement(Replacement(*pair))


class Kept(NamedTuple):
    """A pair of which the user kept the original again and again."""

    pair: Pair
    times: int


def find_kept_pair(history: History, base: Document, least: int = REPEATED) -> Kept | None:
    """Return the pair that the last act kept, if it was kept at `least` places in all.

    None also for a pair of which no rule can be made, such as a line end. `base` is the document
    as it was restored, without decisions.
    """
    last = history.done[-1] if history.done else None
    if not isinstance(last, DecisionAct) or last.how is not How.KEEP or not last.places:
        return None
    repair = _find_repair(base, last.places[-1])
    pair = Pair(repair.before, repair.after) if repair is not None else None
    if pair is None or not can_be_rule(pair):
        return None
    stands: dict[tuple[int, int], str] = {}
    width = len(pair.before)
    for start, end, text in history.decisions():
        if end - start == width and base.source[start:end] == pair.before:
            stands[start, end] = text
    times = 0
    for (start, end), text in stands.items():
        found = _find_repair(base, Decision(start, end, text)) if text == pair.before else None
        times += found is not None and found.after == pair.after
    return Kept(pair, times) if times >= least else None


def _find_repair(document: Document, place: Decision) -> Repair | None:
    number = document.repairs.number_of(place.start, place.end)
    return None if number is None else document.repairs[number]


def _find_undecided(table: RepairTable, chosen: RepairFilter) -> list[int]:
    """Return the rows that pass and on which the user has not decided, lost places left out."""
    mask = select(table, chosen) & ~table.is_decided
    return _drop_lost(table, np.flatnonzero(mask).tolist())


def _drop_lost(table: RepairTable, rows: Iterable[int]) -> list[int]:
    return [row for row in rows if can_decide(table.change(row))]


def _likeness(table: RepairTable, row: int, pronounce: Pronounce | None) -> Hashable:
    """Return what two places of one pair must share to be alike."""
    others = frozenset(other.text for other in table.engine_change(row).alternatives)
    return others, pronounce(table.repair(row)) if pronounce is not None else ""


def _plan(table: RepairTable, how: How, alike: list[int], differing: list[int]) -> Plan:
    def decide(rows: Iterable[int]) -> tuple[Decision, ...]:
        return tuple(
            Decision(
                int(table.columns.starts[row]),
                int(table.columns.ends[row]),
                table.pair(row).before if how is How.KEEP else table.change(row).after,
            )
            for row in sorted(rows)
        )

    every = decide([*alike, *differing])
    return Plan(how, tuple(alike), tuple(differing), decide(alike) if differing else every, every)
