"""Decides a paragraph again with the decisions that the user pinned to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from reader.text.align import Alternative, Change, Evidence
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.text.paragraph import Paragraph
from reader.text.repair import Parts, RepairColumns

TYPED = "manual.typed"
"""The rule of a repair that the user added where the engine has none."""


class PinnedDecision(NamedTuple):
    """The decision that source[start:end] (code points) becomes `text`.

    The higher `order` of two was decided later.
    """

    order: int
    start: int
    end: int
    text: str

    def shift(self, by: int) -> PinnedDecision:
        """Return the pin with `by` added to its offsets."""
        return PinnedDecision(self.order, self.start + by, self.end + by, self.text) if by else self


class _RepairRow(NamedTuple):
    """A repair of the paragraph."""

    start: int
    end: int
    change: Change
    parts: Parts


def decide_rows(
    source: str, originals: Sequence[Paragraph], pins: Sequence[PinnedDecision]
) -> RepairColumns:
    """Return the repairs of adjoining paragraphs with the pins, in order, applied.

    A repair inside a pin is removed, and one that only overlaps it becomes a proposal: two texts
    cannot stand at one place. All others stay as they are.
    """
    rows = _rows_of(originals)
    texts: dict[tuple[int, int], str] = {}
    for _, start, end, text in pins:
        texts.pop((start, end), None)
        texts[start, end] = text
    typed = texts.keys() - {row[:2] for row in rows}
    if typed:
        document = Document(source, tuple(originals))
        rows += [_typed(document, *span) for span in typed]
        rows.sort(key=itemgetter(0, 1))
    # Reversed, so that of several repairs with the same span the first one is decided on.
    numbers = {row[:2]: number for number, row in reversed(list(enumerate(rows)))}
    changed = {numbers[span]: text for span, text in texts.items()}
    now: list[_RepairRow | None] = list(rows)
    for number, text in changed.items():
        start, end, change, _ = rows[number]
        now[number] = _RepairRow(start, end, _change_by_hand(change, text), ())
    if any(not rows[number].change.applied for number in changed):
        _give_way(rows, now, list(changed))
    left = [row for row in now if row is not None]
    parts = {number: row.parts for number, row in enumerate(left) if row.parts}
    return RepairColumns.of((row[:3] for row in left), parts)


def _rows_of(originals: Sequence[Paragraph]) -> list[_RepairRow]:
    rows: list[_RepairRow] = []
    base = 0
    for one in originals:
        parts = one.columns.parts
        rows += [
            _RepairRow(start + base, end + base, change, parts.get(number, ()) if parts else ())
            for number, (start, end, change) in enumerate(one.columns.rows())
        ]
        base += one.lengths[0]
    return rows


def _typed(document: Document, start: int, end: int) -> _RepairRow:
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
    if text != change.after:
        had = _alternative(change.after, change.confidence)
        at = next((at for at, other in enumerate(others) if other.text == text), None)
        others = (had, *others) if at is None else (*others[:at], had, *others[at + 1 :])
    reasons = (_decided_by_hand(change.after, change.applied), *change.evidence)
    return Change(text, RepairKind.MANUAL, change.rule, 1.0, reasons, others, True)


# Cached, since the same few texts are decided on again and again.
_alternative = lru_cache(maxsize=4096)(Alternative)


@lru_cache(maxsize=4096)
def _decided_by_hand(had: str, applied: bool) -> Evidence:
    """Return the evidence of a decision: what the engine had written, removed or proposed."""
    if applied:
        return Evidence("by_hand", (had,)) if had else Evidence("by_hand_removed")
    return Evidence("by_hand_proposed", (had,)) if had else Evidence("by_hand_proposed_gone")


def _give_way(
    rows: Sequence[_RepairRow], now: list[_RepairRow | None], pinned: Sequence[int]
) -> None:
    """Withdraw in `now` what overlaps a pin; `pinned` are the rows of the pins, latest last.

    A repair inside a pin is removed, since there is nothing left to decide on.
    """
    rank = {number: place for place, number in enumerate(pinned)}
    kept: list[int] = []

    def lose(loser: int, winner: int) -> None:
        one, other = rows[loser], rows[winner]
        covered = other.start <= one.start and one.end <= other.end
        if covered or one.change.rule == TYPED:
            now[loser] = None
        else:
            now[loser] = one._replace(change=one.change._replace(applied=False))

    for number, row in enumerate(now):
        if row is None or not row.change.applied:
            continue
        mine = rank.get(number, -1)
        rivals = []
        while kept and rows[kept[-1]].end > row.start:
            rivals.append(kept.pop())
        stronger = [rival for rival in rivals if rank.get(rival, -1) > mine]
        if stronger:
            kept += reversed(rivals)
            lose(number, stronger[0])
        else:
            for rival in rivals:
                lose(rival, number)
            kept.append(number)
