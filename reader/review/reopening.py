"""Moves the decisions, readings and notes of a journal to the text as it is now."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.review.decisions import Decision
from reader.review.history import (
    Act,
    Bookmark,
    BookmarkAct,
    DecisionAct,
    History,
    Note,
    NoteAct,
    PinnedReading,
    ReadingAct,
    act_fingerprint,
)
from reader.review.journal import Journal, Stranded

_AROUND = 24  # code points around a place that is gone; enough to recognise it
_TELLING = 4  # code points; a shorter text may be anywhere

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReopenedHistory:
    """The history of a text, and the decisions, readings and notes that have no place in it.

    `changed` is true if the text is not the one that the journal is about; `gone` is the part of
    `stranded` that lost its place just now.
    """

    history: History
    stranded: tuple[Stranded, ...] = ()
    changed: bool = False
    gone: tuple[Stranded, ...] = ()


def reopen(journal: Journal, source: str) -> ReopenedHistory:
    """Return the history of a journal on this source text; never raises."""
    if journal.is_about(source):
        return ReopenedHistory(journal.history, journal.stranded)
    try:
        old = journal.source()
    except ValueError:
        old = ""
    moved = _find_moved(journal, old, source)
    gone = tuple(_list_stranded(journal.history, moved, old, journal.was))
    waiting: list[Stranded] = []
    returned: list[Act] = []
    for one in journal.stranded:
        act = _find_again(one, source)
        if act is None:
            waiting.append(one)
        else:
            returned.append(act)
    # What comes back is older than all decisions since.
    done = [*returned, *_carry_acts(journal.history.done, moved)]
    undone = list(_carry_acts(journal.history.undone, moved))
    history = _number_acts(done, undone, journal.history.dropped)
    return ReopenedHistory(history, (*waiting, *gone), True, gone)


def _find_moved(journal: Journal, old: str, source: str) -> dict[_Span, _Span | None]:
    """Return old span -> new span for each place of the journal, None if it is gone."""
    spans = sorted(set(_list_spans((*journal.history.done, *journal.history.undone))))
    if not old:
        # Without the old text, only the characters at each place can be checked; if all of them
        # are where they were, so are the empty places.
        stands = {
            span: source[span[0] : span[1]] == was for span, was in journal.was.items() if was
        }
        same = bool(stands) and all(stands.values())
        end = len(source)
        return {span: span if span[1] <= end and stands.get(span, same) else None for span in spans}
    from reader.review.carry import carry  # imported here because few texts change

    return dict(zip(spans, carry(old, source, spans), strict=True))


def _list_spans(acts: Iterable[Act]) -> Iterator[_Span]:
    for act in acts:
        for place in act.places:
            yield _span_of(place)


def _span_of(place: Decision | PinnedReading | Note | Bookmark) -> _Span:
    return (place.offset, place.offset + 1) if isinstance(place, PinnedReading) else place[:2]


def _carry_acts(acts: Iterable[Act], moved: Mapping[_Span, _Span | None]) -> Iterator[Act]:
    """Yield the acts at their new places; an act without any is dropped."""
    for act in acts:
        if isinstance(act, DecisionAct):
            decided = tuple(
                Decision(*there, place.text)
                for place in act.places
                if (there := moved.get(_span_of(place))) is not None
            )
            if decided:
                yield act._replace(places=decided)
        elif isinstance(act, NoteAct):
            notes = tuple(
                Note(*there, place.text)
                for place in act.places
                if (there := moved.get(_span_of(place))) is not None
            )
            if notes:
                yield act._replace(places=notes)
        elif isinstance(act, BookmarkAct):
            marks = tuple(
                place._replace(start=there[0], end=there[1])
                for place in act.places
                if (there := moved.get(_span_of(place))) is not None
            )
            if marks:
                yield act._replace(places=marks)
        else:
            pins = tuple(
                place._replace(offset=there[0])
                for place in act.places
                if (there := moved.get(_span_of(place))) is not None
            )
            if pins:
                yield act._replace(places=pins)


def _list_stranded(
    history: History,
    moved: Mapping[_Span, _Span | None],
    old: str,
    was: Mapping[_Span, str],
) -> Iterator[Stranded]:
    """Yield the latest decision, reading, note and bookmark of each place that is gone."""
    last: dict[tuple[type, _Span], Stranded] = {}
    for act in history.done:
        for place in act.places:
            span = start, end = _span_of(place)
            key = type(place), span
            last.pop(key, None)
            if (
                moved.get(span) is not None
                or (isinstance(place, PinnedReading) and place.reading is None)
                or (isinstance(place, Note) and not place.text)
                or (isinstance(place, Bookmark) and not place.is_set)
            ):
                continue
            around = old[max(0, start - _AROUND) : start], old[end : end + _AROUND]
            text = was.get(span) or old[start:end]
            signed = act.when, act.by
            if isinstance(act, DecisionAct):
                last[key] = Stranded(place, text, *around, act.how, *signed)
            else:
                last[key] = Stranded(place, text, *around, when=act.when, by=act.by)
    yield from last.values()


def _find_again(one: Stranded, source: str) -> Act | None:
    """Return the act at its place in `source`, None unless its text and context occur once."""
    wanted = one.before + one.was + one.after
    if len(wanted) < _TELLING:
        return None
    offset = _span_of(one.place)[0]
    at = offset - len(one.before)
    if at < 0 or not source.startswith(wanted, at):
        at = source.find(wanted)
        if at < 0 or source.find(wanted, at + 1) >= 0:
            return None
    start = at + len(one.before)
    if isinstance(one.place, Decision):
        place = Decision(start, start + len(one.was), one.place.text)
        return DecisionAct((place,), one.how, one.when, one.by)
    if isinstance(one.place, Note):
        note = Note(start, start + len(one.was), one.place.text)
        return NoteAct((note,), one.when, one.by)
    if isinstance(one.place, Bookmark):
        mark = one.place._replace(start=start, end=start + len(one.was))
        return BookmarkAct((mark,), one.when, one.by)
    return ReadingAct((one.place._replace(offset=start),), one.when, one.by)


def _number_acts(done: list[Act], undone: list[Act], dropped: frozenset[str]) -> History:
    """Return the history with new numbers, since the journal will be rewritten."""
    count = len(done)
    return History(
        tuple(act._replace(number=number) for number, act in enumerate(done, 1)),
        tuple(
            act._replace(number=number)
            for number, act in zip(range(count + len(undone), count, -1), undone, strict=True)
        ),
        dropped,
    )


def merge(one: History, other: History) -> History:
    """Return the merged history of two journals that diverged: all acts of both, by time.

    An act that either has undone stays undone, unless it is done in both.
    """
    mine, theirs = [list(map(_strip_number, history.done)) for history in (one, other)]
    common = Counter(mine) & Counter(theirs)
    gone, gone_there = _fingerprint_gone(one), _fingerprint_gone(other)
    kept = deque(_leave_out(mine, common, gone_there, keep_common=True))
    new = deque(_leave_out(theirs, common, gone, keep_common=False))
    done: list[Act] = []
    while kept and new:
        done.append((kept if kept[0].when <= new[0].when else new).popleft())
    return _number_acts([*done, *kept, *new], list(one.undone), one.dropped | other.dropped)


def _fingerprint_gone(history: History) -> frozenset[str]:
    return history.dropped.union(map(act_fingerprint, history.undone))


def _leave_out(
    acts: list[Act], common: Counter[Act], gone: frozenset[str], *, keep_common: bool
) -> Iterator[Act]:
    """Yield the acts that were not undone there; those in common only if `keep_common`."""
    left = Counter(common)
    for act in acts:
        if left[act] > 0:
            left[act] -= 1
            if keep_common:
                yield act
        elif not gone or act_fingerprint(act) not in gone:
            yield act


def _strip_number(act: Act) -> Act:
    return act._replace(number=0)
