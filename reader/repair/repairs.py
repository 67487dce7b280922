"""Makes the repairs of a document from the edits of both layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from operator import add, itemgetter
from typing import NamedTuple

from reader.language.glosses import Reading
from reader.repair.forms import certain_forms
from reader.repair.glosses import gloss_changes
from reader.repair.profile import DocumentProfile
from reader.text.align import Alignment, Change, Edit
from reader.text.collecting import uncollected
from reader.text.document import Repair, make_repairs
from reader.text.evidence import Argument, Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.text.layers import Placed, place

_CLAUSE_END = "，。；：？！、,;\n"
_LONGEST = 60  # parts of a repaired clause


class Second(NamedTuple):
    """What the second layer does: to forms (by its draft), to glosses (by columns), and edits."""

    text: str  # as the first layer left it
    draft: str  # the same with all forms replaced that can mean only one thing
    starts: list[int]  # of the glosses
    ends: list[int]
    readings: list[Reading]
    profile: DocumentProfile
    edits: list[Edit]

    def placed(self) -> list[Placed]:
        """Return all of it in order."""
        changes = gloss_changes(self.readings, self.profile)
        placed = list(zip(self.starts, self.ends, changes, strict=True))
        places, changes = certain_forms(self.text, self.draft)
        placed += zip(places, map(add, places, repeat(1)), changes, strict=False)
        placed += [(edit.start, edit.end, Change(*edit[2:])) for edit in self.edits]
        placed.sort(key=itemgetter(0))
        return placed


class Pending(NamedTuple):
    """All that the repairs of a document follow from; calling it makes them."""

    source: str
    recovered: list[Edit]
    first: Alignment
    second: Second

    def __call__(self) -> tuple[Repair, ...]:
        """Return the repairs."""
        with uncollected():
            return combine(*self)


def combine(
    source: str, recovered: list[Edit], first: Alignment, second: Second
) -> tuple[Repair, ...]:
    """Return one repair an edit, by source position.

    `recovered` are the edits of the first layer (over `source`), `second` those of the second
    (over what the first made of it). Characters misread together are one repair a clause.
    """
    placed = place(recovered, first, second.text, second.placed())
    if any(edit.kind is RepairKind.ENCODING for edit in recovered):
        placed = list(_clauses(placed))
    return make_repairs(source, placed)


def _clauses(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Yield one change for neighbours that were misread in the same way, up to a clause's end.

    The alignment knows every character; nobody wants to go through them one by one.
    """
    held: list[Placed] = []
    for item in placed:
        start, _, change = item
        alone = change.kind is not RepairKind.ENCODING or change.alternatives or not change.applied
        if held and (
            alone
            or held[-1][1] != start
            or change.rule != held[-1][2].rule
            or len(held) >= _LONGEST
        ):
            yield _clause(held)
            held = []
        held.append(item)
        if alone or change.after[-1:] in _CLAUSE_END:
            yield _clause(held)
            held = []
    if held:
        yield _clause(held)


def _clause(items: list[Placed]) -> Placed:
    if len(items) == 1:
        return items[0]
    read: dict[tuple[Argument, ...], Bytes] = {}
    others: dict[Evidence, None] = {}
    for _, _, change in items:
        for reason in change.evidence:
            if reason.code == "misread" and isinstance(data := reason.args[0], Bytes):
                way = reason.args[1:]
                read[way] = read[way] + data if way in read else data
            else:
                others[reason] = None
    reasons = [Evidence("misread", (data, *way)) for way, data in read.items()]
    change = items[0][2]._replace(
        after="".join(item[2].after for item in items),
        confidence=min(item[2].confidence for item in items),
        evidence=(*reasons, *others),
    )
    return items[0][0], items[-1][1], change
