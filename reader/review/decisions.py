"""What the user decided about places of a restored document, and how the document reads with it.

A decision is a span of the source and the text that shall stand there: neither the rules of the
engine nor the way it cuts its repairs matter, so that a decision outlives both. Where the span is
that of a repair, the repair shows it; anywhere else a repair of kind MANUAL is put in.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add, itemgetter, sub
from typing import NamedTuple

from reader.text.align import Alignment, Alternative, replace_spans
from reader.text.collecting import uncollected
from reader.text.document import Document, Repair
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

LOST = "encoding.lost"
"""The rule of places where bytes are gone: nothing is offered there."""
TYPED = "manual.typed"
"""The rule of a repair that only the user made: the engine has none of that span."""

_Span = tuple[int, int, str]
_MANY = 1000  # decisions; from here on a look-up of all repairs costs less than asking one by one
_CLEAN_START, _CLEAN_END = map(Repair._fields.index, ("clean_start", "clean_end"))
_SOURCE_SPAN = itemgetter(*map(Repair._fields.index, ("source_start", "source_end")))


class Decision(NamedTuple):
    """What shall stand at a place: source[start:end] becomes `text` (code points)."""

    start: int
    end: int
    text: str


def can_decide(repair: Repair) -> bool:
    """Tell if there is anything to choose: not where bytes are gone and nothing was typed."""
    return repair.rule != LOST or repair.kind is RepairKind.MANUAL


def decide(repair: Repair, text: str) -> Decision:
    """Return the decision that `text` shall stand where this repair is."""
    return Decision(repair.source_start, repair.source_end, text)


def decided(document: Document, decisions: Iterable[Decision]) -> Document:
    """Return the restored document as it reads with these decisions; later ones win.

    A decided repair is of kind MANUAL and applied, also where the original was put back; what the
    engine had written becomes one of its alternatives. What a decision reaches into gives way to
    it. Without any the document itself is returned. Raises ValueError if one reaches outside the
    source.
    """
    return decided_anew(document, decisions)[0]


def decided_anew(document: Document, decisions: Iterable[Decision]) -> tuple[Document, bool]:
    """Return the same as `decided`, and whether the decisions are plain.

    They are where each is about one repair of the document and reaches into no other: then what is
    decided next can be brought in by itself (`redecided`).
    """
    with uncollected():
        return _decided(document, in_force(decisions))


def _decided(document: Document, texts: dict[tuple[int, int], str]) -> tuple[Document, bool]:
    if not texts:
        return document, True
    indices = _indices(document.repairs, texts)
    own = [span for span, index in zip(texts, indices, strict=True) if index is None]
    if own:
        document = _having(document, own)
        indices = _indices(document.repairs, texts)
    repairs = document.repairs
    changed = {
        index: _by_hand(repairs[index], text)
        for index, text in zip(indices, texts.values(), strict=True)
        if index is not None
    }
    proposed = [index for index in changed if not repairs[index].applied]
    if own or any(_is_contested(document, index) for index in proposed):
        return _rebuilt(document, _parted(repairs, changed)), False
    if len(changed) > _MANY:
        every = list(repairs)
        for index, repair in changed.items():
            every[index] = repair
        return _rebuilt(document, every), True
    return _patched(flat(document), changed, document), True


def redecided(
    base: Document, now: Document, texts: Mapping[tuple[int, int], str | None]
) -> Document | None:
    """Return what `now` reads like with other decisions at these spans; None takes one back.

    `base` is the document as it was restored, `now` what `decided` made of it by decisions that
    are plain (`decided_anew`). Takes less long than deciding all anew; returns None where nothing
    else would do.
    """
    changed: dict[int, Repair] = {}
    for (start, end), text in texts.items():
        index = index_of(base.repairs, start, end)
        if index is None or _is_contested(base, index):
            return None
        repair = base.repairs[index]
        changed[index] = repair if text is None else _by_hand(repair, text)
    with uncollected():
        return _patched(flat(now), changed, base)


def flat(document: Document) -> Document:
    """Return the same document with one alignment; `decided` takes less long on it."""
    if len(document.steps) == 1:
        return document
    text, alignment = replace_spans(document.source, list(_spans(document, document.repairs)))
    return Document(document.source, text, document.repairs, (alignment,), document.origin)


def index_of(repairs: Sequence[Repair], start: int, end: int) -> int | None:
    """Return the number of the repair of source[start:end], None if there is none of that span."""
    at = bisect_left(repairs, start, key=lambda repair: repair.source_start)
    while at < len(repairs) and repairs[at].source_start == start:
        if repairs[at].source_end == end:
            return at
        at += 1
    return None


def in_force(decisions: Iterable[Decision]) -> dict[tuple[int, int], str]:
    """Return the text for each span that was decided on, the one decided on last at the end."""
    texts: dict[tuple[int, int], str] = {}
    for start, end, text in decisions:
        texts.pop((start, end), None)
        texts[start, end] = text
    return texts


def _indices(repairs: Sequence[Repair], spans: Collection[tuple[int, int]]) -> list[int | None]:
    """Return the number of the repair of each span, None where there is none."""
    if len(spans) < _MANY:
        return [index_of(repairs, *span) for span in spans]
    # From the end, so that the first of several wins, as in `index_of`.
    numbers = range(len(repairs) - 1, -1, -1)
    table = dict(zip(map(_SOURCE_SPAN, reversed(repairs)), numbers, strict=True))
    return list(map(table.get, spans))


def _having(document: Document, spans: Iterable[tuple[int, int]]) -> Document:
    """Return the document with a proposal at each of these spans, of which it has no repair."""
    repairs = list(document.repairs)
    number = max((repair.id for repair in repairs), default=-1)
    for start, end in spans:
        if not 0 <= start <= end <= len(document.source):
            raise ValueError(f"{start}..{end} is no span of {len(document.source)} code points")
        number += 1
        low, high = document.clean_span(start, end)
        before, standing = document.source[start:end], document.text[low:high]
        repairs.append(
            Repair(
                number, RepairKind.MANUAL, start, end, low, high, before, standing, TYPED, 1.0,
                applied=False,
            )
        )  # fmt: skip
    repairs.sort(key=_SOURCE_SPAN)
    return Document(document.source, document.text, tuple(repairs), document.steps, document.origin)


def _by_hand(repair: Repair, text: str) -> Repair:
    """Return the repair as the user decided it.

    What the engine had written takes the place of what was chosen, so that no number of the
    alternatives means another text after the choice.
    """
    others = repair.alternatives
    if text != repair.after:
        had = _alternative(repair.after, repair.confidence)
        at = next((at for at, other in enumerate(others) if other.text == text), None)
        others = (had, *others) if at is None else (*others[:at], had, *others[at + 1 :])
    # Not with `_replace`: a journal may hold 200,000 decisions.
    return tuple.__new__(
        Repair,
        (
            repair.id,
            RepairKind.MANUAL,
            *repair[2:7],
            text,
            repair.rule,
            1.0,
            (_decided_by_hand(repair.after, repair.applied), *repair.evidence),
            others,
            True,
        ),
    )


# The same few texts are decided on again and again.
_alternative = lru_cache(maxsize=4096)(Alternative)


@lru_cache(maxsize=4096)
def _decided_by_hand(had: str, applied: bool) -> Evidence:
    """Return the reason of a decision: what the engine had read or removed, or proposed to."""
    if applied:
        return Evidence("by_hand", (had,)) if had else Evidence("by_hand_removed")
    return Evidence("by_hand_proposed", (had,)) if had else Evidence("by_hand_proposed_gone")


def _is_contested(document: Document, index: int) -> bool:
    """Tell if a proposal reaches into something that was applied."""
    one = document.repairs[index]
    return not one.applied and any(
        other.applied
        and other.source_start < one.source_end
        and one.source_start < other.source_end
        for other in document.repairs_in_source(one.source_start, one.source_end)
    )


def _patched(document: Document, changed: dict[int, Repair], base: Document) -> Document:
    """Change some repairs of a flat document; what stands between them is only moved.

    `changed` has them as they shall be, those that are not by hand as they are in `base`. Made anew
    from its 750,000 repairs, a million characters took three seconds.
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
        pieces += (
            document.text[clean_at : was.clean_start],
            now.after if now.applied else now.before,
        )
        start = end = was.clean_start + moved
        for low_in, high_in, text in fine_spans(base, now) if now.applied else ():
            starts.append(low_in)
            ends.append(high_in)
            out_starts.append(end)
            end += len(text)
            out_ends.append(end)
        end = start + len(pieces[-1])
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
    """Take back whatever a decision reaches into: two texts cannot stand at one place.

    What it covers whole is gone with it: there is nothing left to decide on.
    """
    rank = {index: number for number, index in enumerate(changed)}
    repairs: list[Repair | None] = [changed.get(at, one) for at, one in enumerate(before)]
    kept: list[int] = []

    def give_way(loser: int, winner: int) -> None:
        one, other = before[loser], before[winner]
        covered = other.source_start <= one.source_start and one.source_end <= other.source_end
        gone = covered or one.rule == TYPED
        repairs[loser] = None if gone else one._replace(applied=False)

    for index, repair in enumerate(repairs):
        if repair is None or not repair.applied:
            continue
        mine = rank.get(index, -1)
        rivals = []
        while kept and before[kept[-1]].source_end > repair.source_start:
            rivals.append(kept.pop())
        stronger = [rival for rival in rivals if rank.get(rival, -1) > mine]
        if stronger:
            kept += reversed(rivals)
            give_way(index, stronger[0])
        else:
            for rival in rivals:
                give_way(rival, index)
            kept.append(index)
    return [repair for repair in repairs if repair is not None]


def _rebuilt(document: Document, repairs: list[Repair]) -> Document:
    """Make the document anew from its source and these repairs."""
    text, alignment = replace_spans(document.source, list(_spans(document, repairs)))
    return Document(document.source, text, _placed(repairs), (alignment,), document.origin)


def _spans(document: Document, repairs: Sequence[Repair]) -> Iterator[_Span]:
    """Yield what replaces what in the source, as finely as the alignment knows it."""
    for repair in repairs:
        if not repair.applied:
            continue
        if repair.kind is RepairKind.ENCODING:
            yield from fine_spans(document, repair)
        else:
            yield repair.source_start, repair.source_end, repair.after


def fine_spans(document: Document, repair: Repair) -> list[tuple[int, int, str]]:
    """Return what replaces what where a repair of a document is (code points of the source).

    A misread clause comes character by character, where that is known; anything else is one span.
    """
    whole = [(repair.source_start, repair.source_end, repair.after)]
    if repair.kind is not RepairKind.ENCODING or len(repair.after) < 2 or not document.steps:
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
    if not repairs:
        return ()
    columns = list(zip(*repairs, strict=True))  # column by column: there may be a million
    ends, befores, afters, applied = columns[3], columns[6], columns[7], columns[12]
    widths = list(map(len, befores))
    lengths = [
        len(after) if done else width
        for after, done, width in zip(afters, applied, widths, strict=True)
    ]
    columns[_CLEAN_END] = tuple(map(add, ends, accumulate(map(sub, lengths, widths))))
    columns[_CLEAN_START] = tuple(map(sub, columns[_CLEAN_END], lengths))
    return tuple(map(tuple.__new__, repeat(Repair), zip(*columns, strict=True)))
