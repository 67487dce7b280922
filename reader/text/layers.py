"""Two layers of edits, the second over what the first made, as one list over the first's input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from reader.text.align import Alignment, Change, Edit
from reader.text.kinds import RepairKind
from reader.text.repair import NOTHING_OFFERED

Placed = tuple[int, int, Change]
"""Start and end in the input of the first layer, and what is done there in the end."""


class _Item(NamedTuple):
    start: int  # in the input of the first layer
    end: int
    change: Change
    at: tuple[int, int] | None  # in what the first layer made; None for its own edits


def place(
    first: Sequence[Edit], alignment: Alignment, between: str, second: list[Placed]
) -> list[Placed]:
    """Return the edits of both layers with their spans in the first's input, sorted.

    Edits of the first take in at least one character, as all that recovering makes do.
    `alignment` is what applying `first` left, `between` the text it made. Where an edit of the
    second takes in one of the first, as when a gloss holds a zero-width space, or changes a part
    of what it made, as when 勞 came out of two bytes, they become one. A proposal that an applied
    edit reaches into is dropped; the mark of a misread line stays where nothing was read back.
    """
    if not first:
        return second
    items = [
        _Item(*alignment.to_input(start, end), change, (start, end))
        for start, end, change in second
    ]
    items += [_Item(edit.start, edit.end, Change(*edit[2:]), None) for edit in first]
    items.sort(key=itemgetter(0, 1))
    return [placed for group in _groups(items) for placed in _merged(group, alignment, between)]


def flatten(
    first: Sequence[Edit], alignment: Alignment, between: str, second: Sequence[Edit]
) -> list[Edit]:
    """Return one layer of edits that does what `first` and then `second` do."""
    if not first or not second:
        return list(first or second)
    placed = [(edit.start, edit.end, Change(*edit[2:])) for edit in second]
    return [
        Edit(start, end, *change) for start, end, change in place(first, alignment, between, placed)
    ]


def _groups(items: list[_Item]) -> list[list[_Item]]:
    """Return the items in groups, each of which overlaps, sorted as they are."""
    groups: list[list[_Item]] = []
    reach = -1
    for item in items:
        if groups and item.start < reach:
            groups[-1].append(item)
        else:
            groups.append([item])
            reach = item.end
        reach = max(reach, item.end)
    return groups


def _merged(group: list[_Item], alignment: Alignment, between: str) -> list[Placed]:
    if len(group) == 1:
        return [group[0][:3]]
    applied = [item for item in group if item.change.applied]
    if not applied:
        return _apart(group)
    if len(applied) < len(group):  # without the proposals the others may lie apart
        groups = _groups(applied)
        made = [one for part in groups for one in _merged(part, alignment, between)]
        marks = [
            item for item in group if item.at is not None and item.change.rule in NOTHING_OFFERED
        ]
        if not marks:
            return made
        left = [one for mark in marks for one in _left_of_mark(mark, applied, alignment, between)]
        return sorted([*made, *left], key=itemgetter(0, 1))
    return [_one(group, alignment, between)]


def _left_of_mark(
    mark: _Item, applied: list[_Item], alignment: Alignment, between: str
) -> Iterator[Placed]:
    """Yield a mark for each part of a marked line that no applied edit takes in."""
    low = mark.start
    for start, end in [*((item.start, item.end) for item in applied), (mark.end, mark.end)]:
        if start > low:
            text = between[slice(*alignment.to_output(low, start))]
            if text.strip():
                yield low, start, mark.change._replace(after=text)
        low = max(low, end)


def _apart(group: list[_Item]) -> list[Placed]:
    """Return the proposals that do not overlap, the surer ones first."""
    kept: list[Placed] = []
    for item in sorted(group, key=lambda item: (-item.change.confidence, item.start)):
        if all(item.end <= other[0] or other[1] <= item.start for other in kept):
            kept.append(item[:3])
    return sorted(kept, key=itemgetter(0, 1))


def _one(group: list[_Item], alignment: Alignment, between: str) -> Placed:
    """Return one edit for several that overlap: what stands there after both layers."""
    low, high = min(item.start for item in group), max(item.end for item in group)
    at, end = alignment.to_output(low, high)
    pieces: list[str] = []
    for item in group:
        if item.at is not None:
            pieces += between[at : item.at[0]], item.change.after
            at = item.at[1]
    pieces.append(between[at:end])
    later = [item.change for item in group if item.at is not None]
    changes = [item.change for item in group]
    # That the bytes were misread or cut says more than that a traditional character came of them.
    misread = next((one for one in changes if one.kind is RepairKind.ENCODING), None)
    cut = next((one for one in changes if one.kind is RepairKind.SLIP and one not in later), None)
    lead = misread or cut or (later[0] if later else changes[0])
    others = [reason for one in changes if one is not lead for reason in one.evidence]
    made = lead._replace(after="".join(pieces), evidence=(*lead.evidence, *others))
    if misread:
        made = made._replace(alternatives=())
    if misread or cut:
        made = made._replace(confidence=min(one.confidence for one in changes))
    return low, high, made
