"""The history of what the user did to a document, and of what was undone.

An act is the effect of one key or click: a decision on one place or on many alike, readings set for
places, a note on one, or a bookmark. Each has a number, by which the journal refers to it when it
is undone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import NamedTuple

from reader.review.decisions import Decision
from reader.text.align import Change
from reader.text.document import Repair

PinnedReadings = Mapping[int, tuple[str, str]]
"""Source offset (code points) -> (hanzi, reading) that the user set for that place."""


class How(Enum):
    """How a decision was made; the value is a stable id used in journals."""

    ACCEPT = "accept"  # the engine's proposal
    KEEP = "keep"  # the original
    ALTERNATIVE = "alternative"  # an alternative of the engine
    TYPED = "typed"


def classify_choice(repair: Repair, text: str) -> How:
    """Return how `text` was chosen for a repair."""
    return classify_text(text, repair.before, repair)


def classify_text(text: str, before: str, proposed: Repair | Change | None) -> How:
    """Return how `text` was chosen where `before` stood; None if the engine proposed nothing."""
    if text == before:
        return How.KEEP
    if proposed is None:
        return How.TYPED
    if text == proposed.after:
        return How.ACCEPT
    known = any(other.text == text for other in proposed.alternatives)
    return How.ALTERNATIVE if known else How.TYPED


class Signature(NamedTuple):
    """Who decided, and when (2026-11-29T08:00:00Z); both may be empty."""

    by: str = ""
    when: str = ""


class PinnedReading(NamedTuple):
    """The reading of a hanzi of the clean text that came from source[offset] (code points).

    A reading of None removes what the user set before.
    """

    offset: int
    hanzi: str
    reading: str | None


class DecisionAct(NamedTuple):
    """The user decided on one place, or on many at once.

    `when` is the time in UTC (2026-11-29T08:00:00Z), `by` the user; both may be empty.
    """

    places: tuple[Decision, ...]
    how: How
    when: str = ""
    by: str = ""
    number: int = 0


class ReadingAct(NamedTuple):
    """The user set or removed readings of places. `when` and `by` are as in `DecisionAct`."""

    places: tuple[PinnedReading, ...]
    when: str = ""
    by: str = ""
    number: int = 0


class Note(NamedTuple):
    """What the user noted about source[start:end] (code points).

    An empty text removes what was noted before.
    """

    start: int
    end: int
    text: str


class NoteAct(NamedTuple):
    """The user wrote or removed notes. `when` and `by` are as in `DecisionAct`."""

    places: tuple[Note, ...]
    when: str = ""
    by: str = ""
    number: int = 0


class Bookmark(NamedTuple):
    """A bookmark on source[start:end] (code points) and its name, which may be empty.

    One that is not set takes away what was there before.
    """

    start: int
    end: int
    text: str = ""
    is_set: bool = True


class BookmarkAct(NamedTuple):
    """The user set, renamed or removed bookmarks. `when` and `by` are as in `DecisionAct`."""

    places: tuple[Bookmark, ...]
    when: str = ""
    by: str = ""
    number: int = 0


Act = DecisionAct | ReadingAct | NoteAct | BookmarkAct


def act_fingerprint(act: Act) -> str:
    """Return a hash of an act without its number."""
    content = repr((type(act).__name__, *act._replace(number=0)))
    return sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class History:
    """Acts in the order in which they were done, and those that were undone, the latest last.

    `dropped` are the fingerprints of undone acts that can no longer be redone: an older copy of the
    journal must not bring them back.
    """

    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()
    dropped: frozenset[str] = frozenset()

    @property
    def next_number(self) -> int:
        """The number for the next act, higher than that of any act that can be undone or redone."""
        return 1 + max(act.number for act in (*self.done[-1:], *self.undone, _NOTHING))

    def add(self, act: Act) -> History:
        """Return the history with one more act; undone acts can no longer be redone."""
        dropped = self.dropped.union(map(act_fingerprint, self.undone))
        return History((*self.done, act), (), dropped)

    def undo(self) -> History:
        """Return the history without its last act."""
        if not self.done:
            return self
        return History(self.done[:-1], (*self.undone, self.done[-1]), self.dropped)

    def redo(self) -> History:
        """Return the history with the act that was undone last."""
        if not self.undone:
            return self
        return History((*self.done, self.undone[-1]), self.undone[:-1], self.dropped)

    def decisions(self) -> Iterator[Decision]:
        """Yield the decisions in the order in which they were made."""
        for act in self.done:
            if isinstance(act, DecisionAct):
                yield from act.places

    def signatures(self) -> dict[tuple[int, int], Signature]:
        """Return span of the source (code points) -> who decided on it last, and when."""
        return {
            (start, end): Signature(act.by, act.when)
            for act in self.done
            if isinstance(act, DecisionAct)
            for start, end, _ in act.places
        }

    def notes(self) -> dict[tuple[int, int], str]:
        """Return span of the source (code points) -> what the user noted there."""
        notes: dict[tuple[int, int], str] = {}
        for act in self.done:
            if isinstance(act, NoteAct):
                for start, end, text in act.places:
                    notes.pop((start, end), None)
                    if text:
                        notes[start, end] = text
        return notes

    def bookmarks(self) -> dict[tuple[int, int], str]:
        """Return span of the source (code points) -> the name of the bookmark there."""
        found: dict[tuple[int, int], str] = {}
        for act in self.done:
            if isinstance(act, BookmarkAct):
                for start, end, name, is_set in act.places:
                    found.pop((start, end), None)
                    if is_set:
                        found[start, end] = name
        return found

    def pinned_readings(self) -> dict[int, tuple[str, str] | None]:
        """Return source offset -> (hanzi, reading); None where a reading was removed."""
        pins: dict[int, tuple[str, str] | None] = {}
        for act in self.done:
            if isinstance(act, ReadingAct):
                for offset, hanzi, reading in act.places:
                    pins[offset] = None if reading is None else (hanzi, reading)
        return pins


_NOTHING = DecisionAct((), How.KEEP)
