"""Puts together what is shown of the current place, and of places that a plan leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reader.review.group_decisions import Plan, Pronounce
from reader.review.repair_order import Notes, context_of, position
from reader.review.repair_table import RepairTable
from reader.ui.review.panel.choices import list_choices
from reader.ui.review.panel.current_place import Place
from reader.ui.review.panel.group_preview import OpenPlace
from reader.ui.review.panel.profile_strip import ProfileStrip

_AROUND = 4  # code points beside a place that stays open
_LISTED = 6  # places that stay open, told one by one


class ReviewState(Protocol):
    """What the panel has to know of the review of a document."""

    @property
    def notes(self) -> Notes:
        """Span of the source (code points) -> what is noted there."""
        ...

    @property
    def can_decide(self) -> bool:
        """Whether the document may be decided on here and now."""
        ...


def describe_place(table: RepairTable, number: int, notes: Notes) -> Place:
    """Return what is shown of a row: which of the places to decide it is, or of all repairs."""
    repair = table.repair(number)
    counted = bool(table.is_open[number] or table.is_decided[number])
    where, total = position(table, number) if counted else (number + 1, len(table))
    choices = list_choices(repair, table.engine_change(number))
    note = notes.get((repair.source_start, repair.source_end), "")
    return Place(
        repair,
        table.kind(number),
        table.state(number),
        where,
        total,
        choices,
        note,
        is_certain=not counted,
        how=table.how(number),
    )


def list_open_places(
    table: RepairTable, plan: Plan, strip: ProfileStrip, pronounce: Pronounce | None
) -> Sequence[OpenPlace]:
    """Return the first places that a plan leaves open."""
    places = []
    for number in plan.differing[:_LISTED]:
        reading = pronounce(table.repair(number)) if pronounce is not None else ""
        paragraph = 1 + strip.paragraph_at(int(table.columns.starts[number]))
        places.append(OpenPlace(paragraph, context_of(table, number, _AROUND), reading))
    return places
