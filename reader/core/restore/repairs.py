"""Makes the repairs of a document from the edits of both layers."""

from __future__ import annotations

from typing import NamedTuple

from reader.core.align import Alignment, Edit
from reader.core.document import Repair
from reader.core.kinds import RepairKind


class Pending(NamedTuple):
    """All that the repairs of a document follow from; calling it makes them."""

    source: str
    debris: list[Edit]
    first: Alignment
    edits: list[Edit]

    def __call__(self) -> tuple[Repair, ...]:
        """Return the repairs."""
        return combine(*self)


def combine(
    source: str, debris: list[Edit], first: Alignment, edits: list[Edit]
) -> tuple[Repair, ...]:
    """Return one repair an edit, by source position.

    `debris` are the edits of the first layer (over `source`), `edits` those of the second (over
    what the first made of it). Where an edit of the second layer takes in one of the first, as
    when a gloss holds a zero-width space, they are one repair.
    """
    placed = _placed(debris, first, edits)
    repairs: list[Repair] = []
    moved = 0  # by how much the clean text has grown against the source so far
    make = tuple.__new__
    for number, (start, end, after, edit) in enumerate(placed):
        clean_start = start + moved
        if edit.applied:
            clean_end = clean_start + len(after)
            moved = clean_end - end
        else:
            clean_end = end + moved
        repairs.append(
            make(
                Repair,
                (
                    number,
                    edit.kind,
                    start,
                    end,
                    clean_start,
                    clean_end,
                    source[start:end],
                    after,
                    edit.rule,
                    edit.confidence,
                    edit.evidence,
                    edit.alternatives,
                    edit.applied,
                ),
            )
        )
    return tuple(repairs)


_Placed = list[tuple[int, int, str, Edit]]


def _placed(debris: list[Edit], first: Alignment, edits: list[Edit]) -> _Placed:
    """Return all edits with their spans in the source; what overlaps becomes one."""
    if not debris:
        return [(edit.start, edit.end, edit.after, edit) for edit in edits]
    both = [(*first.to_input(edit.start, edit.end), edit.after, edit) for edit in edits]
    both += [(edit.start, edit.end, edit.after, edit) for edit in debris]
    both.sort(key=lambda item: (item[0], item[1]))
    merged: _Placed = []
    for item in both:
        if merged and item[0] < merged[-1][1]:
            merged[-1] = _merge(merged[-1], item)
        else:
            merged.append(item)
    return merged


def _merge(
    one: tuple[int, int, str, Edit], two: tuple[int, int, str, Edit]
) -> tuple[int, int, str, Edit]:
    """Return one repair for two that overlap: the second layer saw what the first had made."""
    debris, later = (one, two) if one[3].kind is RepairKind.DEBRIS else (two, one)
    if not later[3].applied:
        return debris
    edit = later[3]._replace(evidence=later[3].evidence + debris[3].evidence)
    return min(one[0], two[0]), max(one[1], two[1]), later[2], edit
