"""Makes the repairs of a document from the edits of both layers."""

from __future__ import annotations

from itertools import accumulate, repeat
from operator import add, itemgetter, sub
from typing import NamedTuple

from reader.core.align import Alignment, Change, Edit
from reader.core.collecting import uncollected
from reader.core.document import Repair
from reader.core.kinds import RepairKind
from reader.core.restore.forms import table
from reader.core.restore.glosses import Reading, Remover
from reader.core.restore.variants import certain_forms

_Placed = list[tuple[int, int, Change]]


class Second(NamedTuple):
    """What the second layer does: to forms (by its draft), to glosses (by columns), and edits."""

    text: str  # as the first layer left it
    draft: str  # the same with all forms replaced that can mean only one thing
    starts: list[int]  # of the glosses
    ends: list[int]
    readings: list[Reading]
    remover: Remover
    edits: list[Edit]

    def placed(self) -> _Placed:
        """Return all of it in order."""
        changes = self.remover.changes(self.readings)
        placed = list(zip(self.starts, self.ends, changes, strict=True))
        places, changes = certain_forms(self.text, self.draft, table())
        placed += zip(places, map(add, places, repeat(1)), changes, strict=False)
        placed += [(edit.start, edit.end, Change(*edit[2:])) for edit in self.edits]
        placed.sort(key=itemgetter(0))
        return placed


class Pending(NamedTuple):
    """All that the repairs of a document follow from; calling it makes them."""

    source: str
    debris: list[Edit]
    first: Alignment
    second: Second

    def __call__(self) -> tuple[Repair, ...]:
        """Return the repairs."""
        with uncollected():
            return combine(*self)


def combine(
    source: str, debris: list[Edit], first: Alignment, second: Second
) -> tuple[Repair, ...]:
    """Return one repair an edit, by source position.

    `debris` are the edits of the first layer (over `source`), `second` those of the second (over
    what the first made of it). Where an edit of the second layer takes in one of the first, as
    when a gloss holds a zero-width space, they are one repair.
    """
    placed = _placed(debris, first, second.placed())
    if not placed:
        return ()
    # Column by column and not repair by repair: a damaged page has one for every fourth character.
    starts, ends, changes = zip(*placed, strict=True)
    afters, kinds, rules, confidences, evidence, alternatives, applied = zip(*changes, strict=True)
    before = [source[start:end] for start, end in zip(starts, ends, strict=True)]
    widths = list(map(len, before))
    lengths = [
        len(after) if done else width
        for after, done, width in zip(afters, applied, widths, strict=True)
    ]
    # By how much the clean text has grown against the source at the end of each.
    moved = accumulate(map(sub, lengths, widths))
    clean_ends = list(map(add, ends, moved))
    fields = zip(
        range(len(placed)),
        kinds,
        starts,
        ends,
        map(sub, clean_ends, lengths),
        clean_ends,
        before,
        afters,
        rules,
        confidences,
        evidence,
        alternatives,
        applied,
        strict=True,
    )
    return tuple(map(tuple.__new__, repeat(Repair), fields))


def _placed(debris: list[Edit], first: Alignment, second: _Placed) -> _Placed:
    """Return all edits with their spans in the source; what overlaps becomes one."""
    if not debris:
        return second
    both = [(*first.to_input(start, end), change) for start, end, change in second]
    both += [(edit.start, edit.end, Change(*edit[2:])) for edit in debris]
    both.sort(key=itemgetter(0, 1))
    merged: _Placed = []
    for item in both:
        if merged and item[0] < merged[-1][1]:
            merged[-1] = _merge(merged[-1], item)
        else:
            merged.append(item)
    return merged


def _merge(one: tuple[int, int, Change], two: tuple[int, int, Change]) -> tuple[int, int, Change]:
    """Return one repair for two that overlap: the second layer saw what the first had made."""
    debris, later = (one, two) if one[2].kind is RepairKind.DEBRIS else (two, one)
    if not later[2].applied:
        return debris
    change = later[2]._replace(evidence=later[2].evidence + debris[2].evidence)
    return min(one[0], two[0]), max(one[1], two[1]), change
