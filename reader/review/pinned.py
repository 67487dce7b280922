"""Decides a paragraph again with the decisions that the user pinned to it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from reader.text.align import Alternative, Change
from reader.text.document import Document
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.paragraph import Paragraph
from reader.text.repair import NOTHING_OFFERED, Parts, RepairColumns

TYPED = "manual.typed"
"""The rule of a repair that the user added where the engine has none."""


class PinnedDecision(NamedTuple):
    """The decision that source[start:end] of the document (code points) becomes `text`.

    The higher `order` of two was decided later.
    """

    order: int
    start: int
    end: int
    text: str


class _RepairRow(NamedTuple):
    """A repair of the paragraph."""

    start: int
    end: int
    change: Change
    parts: Parts


class Pinner:
    """Decides paragraphs again; equal changes at many places share one object."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, str], Change] = {}

    def decide(
        self,
        source: str,
        begin: int,
        originals: Sequence[Paragraph],
        pins: Sequence[PinnedDecision],
    ) -> RepairColumns:
        """Return the repairs of adjoining paragraphs with the pins, in order, applied.

        `source` is that of the paragraphs and begins at `begin` in the document. A repair inside a
        pin is removed, and one that only overlaps it becomes a proposal: two texts cannot stand at
        one place. All others stay as they are.
        """
        columns = _join_columns(originals)
        texts: dict[tuple[int, int], str] = {}
        for _, start, end, text in pins:
            texts.pop((start - begin, end - begin), None)
            texts[start - begin, end - begin] = text
        numbers = {span: columns.number_of(*span) for span in texts}
        typed = [span for span, number in numbers.items() if number is None]
        if typed:
            columns = _add_proposals(columns, Document(source, tuple(originals)), typed)
            numbers = {span: columns.number_of(*span) for span in texts}
        changes = list(columns.changes)
        changed = [number for number in numbers.values() if number is not None]
        reached = any(not changes[number].applied for number in changed)
        for number, text in zip(changed, texts.values(), strict=True):
            changes[number] = self._change_by_hand(changes[number], text)
        parts = dict(columns.parts)
        for number in changed:
            parts.pop(number, None)
        now = RepairColumns(columns.starts, columns.ends, changes, parts)
        return _give_way(columns, now, changed) if reached else now

    def _change_by_hand(self, change: Change, text: str) -> Change:
        """Return a change as the user decided it."""
        key = id(change), text
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = _change_by_hand(change, text)
        return made


def _join_columns(originals: Sequence[Paragraph]) -> RepairColumns:
    """Return the columns of adjoining paragraphs; offsets count from the first one's beginning."""
    if len(originals) == 1:
        return originals[0].columns
    starts, ends = array("i"), array("i")
    changes: list[Change] = []
    parts: dict[int, Parts] = {}
    base = 0
    for one in originals:
        columns = one.columns
        parts.update((len(changes) + number, part) for number, part in columns.parts.items())
        starts.extend(map(base.__add__, columns.starts))
        ends.extend(map(base.__add__, columns.ends))
        changes += columns.changes
        base += one.lengths[0]
    return RepairColumns(starts, ends, changes, parts)


def _add_proposals(
    columns: RepairColumns, document: Document, spans: Iterable[tuple[int, int]]
) -> RepairColumns:
    """Return the columns with proposals added for spans at which the engine has no repair."""
    rows = [
        _RepairRow(start, end, change, columns.parts.get(number, ()))
        for number, (start, end, change) in enumerate(columns.rows())
    ]
    rows += [_make_typed(document, *span) for span in spans]
    rows.sort(key=itemgetter(0, 1))
    return _make_columns(rows)


def _make_columns(rows: Sequence[_RepairRow]) -> RepairColumns:
    parts = {number: row.parts for number, row in enumerate(rows) if row.parts}
    return RepairColumns.of((row[:3] for row in rows), parts)


def _make_typed(document: Document, start: int, end: int) -> _RepairRow:
    """Return a proposal that changes nothing, for a span at which the engine has no repair."""
    low, high = document.clean_span(start, end)
    change = Change(document.text[low:high], RepairKind.MANUAL, TYPED, 1.0, applied=False)
    return _RepairRow(start, end, change, ())


def _change_by_hand(change: Change, text: str) -> Change:
    """Return a change as the user decided it.

    Among the alternatives the engine's text takes the place of the chosen one, so that all others
    keep their numbers.
    """
    others = change.alternatives
    alone = change.rule in NOTHING_OFFERED or (change.rule == TYPED and not change.after)
    if alone:  # what stands there is no proposal
        reasons = (Evidence("by_hand_alone"), *change.evidence)
        return Change(text, RepairKind.MANUAL, change.rule, 1.0, reasons, others, True)
    if text != change.after:
        had = _alternative(change.after, change.confidence)
        at = next((at for at, other in enumerate(others) if other.text == text), None)
        others = (had, *others) if at is None else (*others[:at], had, *others[at + 1 :])
    had_read = change.applied or change.rule == TYPED
    reasons = (_explain_by_hand(change.after, had_read), *change.evidence)
    return Change(text, RepairKind.MANUAL, change.rule, 1.0, reasons, others, True)


# Cached, since the same few texts are decided on again and again.
_alternative = lru_cache(maxsize=4096)(Alternative)


@lru_cache(maxsize=4096)
def _explain_by_hand(had: str, applied: bool) -> Evidence:
    """Return the evidence of a decision: what the engine had written, removed or proposed."""
    if applied:
        return Evidence("by_hand", (had,)) if had else Evidence("by_hand_removed")
    return Evidence("by_hand_proposed", (had,)) if had else Evidence("by_hand_proposed_gone")


def _give_way(
    columns: RepairColumns, decided: RepairColumns, pinned: Sequence[int]
) -> RepairColumns:
    """Withdraw what overlaps a pin; `pinned` are the numbers of the pins, latest last.

    A repair inside a pin is removed, since there is nothing left to decide on.
    """
    rank = {number: place for place, number in enumerate(pinned)}
    before = list(columns.rows())
    now: list[_RepairRow | None] = [
        _RepairRow(start, end, change, decided.parts.get(number, ()))
        for number, (start, end, change) in enumerate(decided.rows())
    ]
    kept: list[int] = []

    def lose(loser: int, winner: int) -> None:
        start, end, change = before[loser]
        covered = before[winner][0] <= start and end <= before[winner][1]
        if covered or change.rule == TYPED:
            now[loser] = None
        else:
            now[loser] = _RepairRow(start, end, change._replace(applied=False), ())

    for number, row in enumerate(now):
        if row is None or not row.change.applied:
            continue
        mine = rank.get(number, -1)
        rivals = []
        while kept and before[kept[-1]][1] > row.start:
            rivals.append(kept.pop())
        stronger = [rival for rival in rivals if rank.get(rival, -1) > mine]
        if stronger:
            kept += reversed(rivals)
            lose(number, stronger[0])
        else:
            for rival in rivals:
                lose(rival, number)
            kept.append(number)
    return _make_columns([row for row in now if row is not None])
