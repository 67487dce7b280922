"""Decides a paragraph again with what the user pinned to it."""

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
"""The rule of a repair that only the user made: the engine has none of that span."""


class PinnedDecision(NamedTuple):
    """A decision at its place: what shall stand at source[start:end] (code points).

    `order` tells which of two was taken later.
    """

    order: int
    start: int
    end: int
    text: str

    def shift(self, by: int) -> PinnedDecision:
        """Return the pin as of another beginning."""
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
    """Return the repairs of paragraphs that stand together, with the pins (in order) in force.

    What a pin covers whole is gone, and what it only reaches into is a proposal from then on: two
    texts cannot stand at one place. Everything else stays as it is.
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
    # From the end: should there be several of one span, the first is decided on.
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
    """Return a proposal for a span of which the engine has no repair: what stands there."""
    low, high = document.clean_span(start, end)
    change = Change(document.text[low:high], RepairKind.MANUAL, TYPED, 1.0, applied=False)
    return _RepairRow(start, end, change, ())


def _change_by_hand(change: Change, text: str) -> Change:
    """Return a change as the user decided it.

    What the engine had written takes the place of what was chosen, so that no number of the
    alternatives means another text after the choice.
    """
    others = change.alternatives
    if text != change.after:
        had = _alternative(change.after, change.confidence)
        at = next((at for at, other in enumerate(others) if other.text == text), None)
        others = (had, *others) if at is None else (*others[:at], had, *others[at + 1 :])
    reasons = (_decided_by_hand(change.after, change.applied), *change.evidence)
    return Change(text, RepairKind.MANUAL, change.rule, 1.0, reasons, others, True)


# The same few texts are decided on again and again.
_alternative = lru_cache(maxsize=4096)(Alternative)


@lru_cache(maxsize=4096)
def _decided_by_hand(had: str, applied: bool) -> Evidence:
    """Return the reason of a decision: what the engine had read or removed, or proposed to."""
    if applied:
        return Evidence("by_hand", (had,)) if had else Evidence("by_hand_removed")
    return Evidence("by_hand_proposed", (had,)) if had else Evidence("by_hand_proposed_gone")


def _give_way(
    rows: Sequence[_RepairRow], now: list[_RepairRow | None], pinned: Sequence[int]
) -> None:
    """Take back in `now` whatever a pin reaches into; `pinned` are their rows, the last the last.

    What a pin covers whole is gone with it: there is nothing left to decide on.
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
