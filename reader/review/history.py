"""What the user did to a document, in order, and what was taken back: one history for all of it.

An act is what one key or click did: a decision on a place or on many alike, or readings set for
places. Each has a number, by which the journal names it when it is undone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import NamedTuple

from reader.review.decisions import Decision
from reader.text.document import Repair

PinnedReadings = Mapping[int, tuple[str, str]]
"""Source offset (code points) -> (hanzi, reading): what the user set for single places."""


class How(Enum):
    """How a decision was taken; the value is a stable id used in journals."""

    ACCEPT = "accept"  # what the engine proposed
    KEEP = "keep"  # what stood in the original
    ALTERNATIVE = "alternative"  # another text that the engine thought of
    TYPED = "typed"


def how_of(repair: Repair, text: str) -> How:
    """Return how a text was chosen for the place of a repair."""
    if text == repair.before:
        return How.KEEP
    if text == repair.after:
        return How.ACCEPT
    known = any(other.text == text for other in repair.alternatives)
    return How.ALTERNATIVE if known else How.TYPED


class PinnedReading(NamedTuple):
    """A hanzi of the clean text that came from `offset` in the source, and how it is read.

    None as its reading means as if the user had never set one.
    """

    offset: int
    hanzi: str
    reading: str | None


class DecisionAct(NamedTuple):
    """A text was decided on, for a place or for many at once.

    `when` is the time in UTC (2026-11-29T08:00:00Z), `by` the user; both may be empty.
    """

    places: tuple[Decision, ...]
    how: How
    when: str = ""
    by: str = ""
    number: int = 0


class ReadingAct(NamedTuple):
    """Readings were set for places, or taken away. `when` and `by` are as in `DecisionAct`."""

    places: tuple[PinnedReading, ...]
    when: str = ""
    by: str = ""
    number: int = 0


Act = DecisionAct | ReadingAct


def act_fingerprint(act: Act) -> str:
    """Return what tells an act from any other, whatever its number."""
    content = repr((type(act).__name__, *act._replace(number=0)))
    return sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class History:
    """Acts in the order in which they were done, and those that were taken back, the last last.

    `dropped` are the fingerprints of acts that were taken back and can't be redone any more: an
    older copy of the journal must not bring them back.
    """

    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()
    dropped: frozenset[str] = frozenset()

    @property
    def next_number(self) -> int:
        """The number for the next act: higher than all that can still be undone or redone."""
        return 1 + max(act.number for act in (*self.done[-1:], *self.undone, _NOTHING))

    def add(self, act: Act) -> History:
        """Return the history with one more act; what was taken back is forgotten."""
        dropped = self.dropped.union(map(act_fingerprint, self.undone))
        return History((*self.done, act), (), dropped)

    def undo(self) -> History:
        """Return the history without its last act."""
        if not self.done:
            return self
        return History(self.done[:-1], (*self.undone, self.done[-1]), self.dropped)

    def redo(self) -> History:
        """Return the history with the act that was taken back last."""
        if not self.undone:
            return self
        return History((*self.done, self.undone[-1]), self.undone[:-1], self.dropped)

    def decisions(self) -> Iterator[Decision]:
        """Yield the decisions on places, in the order in which they were taken."""
        for act in self.done:
            if isinstance(act, DecisionAct):
                yield from act.places

    def pinned_readings(self) -> dict[int, tuple[str, str] | None]:
        """Return what is set for places; None where a reading was taken away."""
        pins: dict[int, tuple[str, str] | None] = {}
        for act in self.done:
            if isinstance(act, ReadingAct):
                for offset, hanzi, reading in act.places:
                    pins[offset] = None if reading is None else (hanzi, reading)
        return pins


_NOTHING = DecisionAct((), How.KEEP)
