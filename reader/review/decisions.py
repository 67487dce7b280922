"""Decisions of the user over a restored document: pure functions and an immutable history."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import NamedTuple

from reader.core.align import Alignment, Alternative, Evidence, replace_spans
from reader.core.collecting import uncollected
from reader.core.document import Document, Repair
from reader.core.kinds import RepairKind

LOST = "encoding.lost"
"""The rule of places where bytes are gone: nothing is offered there and nothing to be decided."""

_Span = tuple[int, int, str]
_CLEAN_START, _CLEAN_END = map(Repair._fields.index, ("clean_start", "clean_end"))


class Decision(NamedTuple):
    """What shall stand at a repair's place: source[start:end] becomes `text` (code points).

    `rule` is that of the repair, to tell apart two at one place.
    """

    start: int
    end: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class History:
    """Decisions in the order in which they were taken, and those that were taken back."""

    done: tuple[Decision, ...] = ()
    undone: tuple[Decision, ...] = ()

    def add(self, decision: Decision) -> History:
        """Return the history with one more decision; what was taken back is forgotten."""
        return History((*self.done, decision))

    def undo(self) -> History:
        """Return the history without its last decision."""
        if not self.done:
            return self
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def redo(self) -> History:
        """Return the history with the decision that was taken back last."""
        if not self.undone:
            return self
        return History((*self.done, self.undone[-1]), self.undone[:-1])


def can_decide(repair: Repair) -> bool:
    """Tell if there is anything to choose: not where bytes are gone for good."""
    return repair.rule != LOST


def decide(repair: Repair, text: str) -> Decision:
    """Return the decision that `text` shall stand where this repair is."""
    return Decision(repair.source_start, repair.source_end, repair.rule, text)


def decided(document: Document, decisions: Iterable[Decision]) -> Document:
    """Return the restored document as it reads with these decisions; later ones win.

    A decided repair is of kind MANUAL and applied, also where the original was put back; what the
    engine had written becomes one of its alternatives. A decision about a place that has no such
    repair is passed over. Without any the document itself is returned.
    """
    chosen = _chosen(document.repairs, decisions)
    if not chosen:
        return document
    with uncollected():
        changed = {index: _by_hand(document.repairs[index], text) for index, text in chosen.items()}
        if any(_is_contested(document, index) for index in chosen):
            return _rebuilt(document, _parted(document.repairs, changed))
        return _patched(flat(document), changed)


def flat(document: Document) -> Document:
    """Return the same document with one alignment; `decided` takes less long on it."""
    if len(document.steps) == 1:
        return document
    text, alignment = replace_spans(document.source, list(_spans(document, document.repairs)))
    return Document(document.source, text, document.repairs, (alignment,), document.origin)


def index_of(repairs: Sequence[Repair], decision: Decision) -> int | None:
    """Return the number of the repair that a decision is about, None if there is no such one."""
    at = bisect_left(repairs, decision.start, key=lambda repair: repair.source_start)
    while at < len(repairs) and repairs[at].source_start == decision.start:
        if (repairs[at].source_end, repairs[at].rule) == (decision.end, decision.rule):
            return at
        at += 1
    return None


def _chosen(repairs: Sequence[Repair], decisions: Iterable[Decision]) -> dict[int, str]:
    """Return the text for each decided repair, the latest decision last."""
    chosen: dict[int, str] = {}
    for decision in decisions:
        index = index_of(repairs, decision)
        if index is not None and can_decide(repairs[index]):
            chosen.pop(index, None)
            chosen[index] = decision.text
    return chosen


def _by_hand(repair: Repair, text: str) -> Repair:
    """Return the repair as the user decided it.

    What the engine had written takes the place of what was chosen, so that no number of the
    alternatives means another text after the choice.
    """
    had = Alternative(repair.after, repair.confidence)
    others = list(repair.alternatives)
    if text != repair.after:
        places = [number for number, other in enumerate(others) if other.text == text]
        if places:
            others[places[0]] = had
        else:
            others.insert(0, had)
    code = "by_hand" if repair.after else "by_hand_removed"
    args = (repair.after,) if repair.after else ()
    return repair._replace(
        kind=RepairKind.MANUAL,
        after=text,
        confidence=1.0,
        evidence=(Evidence(code, args), *repair.evidence),
        alternatives=tuple(others),
        applied=True,
    )


def _is_contested(document: Document, index: int) -> bool:
    """Tell if a proposal reaches into something that was applied."""
    one = document.repairs[index]
    return not one.applied and any(
        other.applied
        and other.source_start < one.source_end
        and one.source_start < other.source_end
        for other in document.repairs_in_source(one.source_start, one.source_end)
    )


def _patched(document: Document, changed: dict[int, Repair]) -> Document:
    """Change some repairs of a flat document; what stands between them is only moved.

    Made anew from its 750,000 repairs, a million characters took three seconds.
    """
    old = document.steps[0]
    starts, ends = array("q"), array("q")
    out_starts, out_ends = array("q"), array("q")
    repairs: list[Repair] = []
    pieces: list[str] = []
    done = at = clean_at = moved = 0

    def copy(upto: int) -> None:
        starts.extend(old.in_start[done:upto])
        ends.extend(old.in_end[done:upto])
        out_starts.extend(map(moved.__add__, old.out_start[done:upto]))
        out_ends.extend(map(moved.__add__, old.out_end[done:upto]))

    for index in sorted(changed):
        was, now = document.repairs[index], changed[index]
        # Both sides are asked: several insertions can stand at one offset of the source.
        low = max(
            bisect_left(old.in_start, was.source_start),
            bisect_left(old.out_start, was.clean_start),
        )
        high = min(
            bisect_right(old.in_end, was.source_end), bisect_right(old.out_end, was.clean_end)
        )
        copy(low)
        repairs += _moved(document.repairs[at:index], moved)
        pieces += document.text[clean_at : was.clean_start], now.after
        start = was.clean_start + moved
        end = start + len(now.after)
        starts.append(was.source_start)
        ends.append(was.source_end)
        out_starts.append(start)
        out_ends.append(end)
        repairs.append(now._replace(clean_start=start, clean_end=end))
        done, at, clean_at, moved = max(low, high), index + 1, was.clean_end, end - was.clean_end
    copy(len(old.in_start))
    repairs += _moved(document.repairs[at:], moved)
    pieces.append(document.text[clean_at:])
    return Document(
        document.source,
        "".join(pieces),
        tuple(repairs),
        (Alignment(starts, ends, out_starts, out_ends),),
        document.origin,
    )


def _moved(repairs: Sequence[Repair], by: int) -> Sequence[Repair]:
    """Return the repairs with their clean spans moved."""
    if not by or not repairs:
        return repairs
    columns = list(zip(*repairs, strict=True))  # column by column: there may be a million
    for number in (_CLEAN_START, _CLEAN_END):
        columns[number] = tuple(map(by.__add__, columns[number]))
    return list(map(tuple.__new__, repeat(Repair), zip(*columns, strict=True)))


def _parted(before: Sequence[Repair], changed: dict[int, Repair]) -> list[Repair]:
    """Take back whatever a decided proposal reaches into: two texts cannot stand at one place."""
    rank = {index: number for number, index in enumerate(changed)}
    repairs = [changed.get(index, repair) for index, repair in enumerate(before)]
    kept: list[int] = []
    for index, repair in enumerate(repairs):
        if not repair.applied:
            continue
        mine = rank.get(index, -1)
        rivals = []
        while kept and repairs[kept[-1]].source_end > repair.source_start:
            rivals.append(kept.pop())
        if any(rank.get(rival, -1) > mine for rival in rivals):
            kept += reversed(rivals)
            repairs[index] = before[index]._replace(applied=False)
        else:
            for rival in rivals:
                repairs[rival] = before[rival]._replace(applied=False)
            kept.append(index)
    return repairs


def _rebuilt(document: Document, repairs: list[Repair]) -> Document:
    """Make the document anew from its source and these repairs."""
    text, alignment = replace_spans(document.source, list(_spans(document, repairs)))
    return Document(document.source, text, _placed(repairs), (alignment,), document.origin)


def _spans(document: Document, repairs: Sequence[Repair]) -> Iterator[_Span]:
    """Yield what replaces what in the source, as finely as the alignment knows it."""
    for before, repair in zip(document.repairs, repairs, strict=True):
        if not repair.applied:
            continue
        if repair is before and repair.kind is RepairKind.ENCODING and len(repair.after) > 1:
            yield from _characters(document, repair)
        else:
            yield repair.source_start, repair.source_end, repair.after


def _characters(document: Document, repair: Repair) -> list[_Span]:
    """Return a misread clause character by character, or whole where that is not known."""
    whole = [(repair.source_start, repair.source_end, repair.after)]
    if not document.steps:
        return whole
    first: Alignment = document.steps[0]
    low = bisect_left(first.in_start, repair.source_start)
    high = bisect_right(first.in_end, repair.source_end)
    spans: list[_Span] = []
    at, clean_at = repair.source_start, repair.clean_start
    for number in range(low, high):
        start, end = first.in_start[number], first.in_end[number]
        clean_start, clean_end = document.clean_span(start, end)
        if start == end or (start, clean_start) != (at, clean_at) or clean_end < clean_start:
            return whole
        spans.append((start, end, document.text[clean_start:clean_end]))
        at, clean_at = end, clean_end
    return spans if (at, clean_at) == (repair.source_end, repair.clean_end) else whole


def _placed(repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """Return the repairs where they stand in the new clean text."""
    lengths = [
        len(repair.after) if repair.applied else repair.source_end - repair.source_start
        for repair in repairs
    ]
    moved = accumulate(
        length - repair.source_end + repair.source_start
        for length, repair in zip(lengths, repairs, strict=True)
    )
    found = []
    for repair, length, by in zip(repairs, lengths, moved, strict=True):
        end = repair.source_end + by
        if end != repair.clean_end or length != repair.clean_end - repair.clean_start:
            repair = repair._replace(clean_start=end - length, clean_end=end)
        found.append(repair)
    return tuple(found)
