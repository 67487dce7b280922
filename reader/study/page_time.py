"""How long a page was read, and how much of it: simple rules that the window's help tells.

Time counts from one sign of life to the next (the page is scrolled, the pointer moves over it, a
key is pressed), and only where they are no more than two minutes apart. What is left behind at the
upper edge was read, unless that went faster than anybody reads.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from reader.study.history import History, TimeRead

PAUSE = 120.0
"""Seconds without a sign of life from which a pause is not counted."""
USUAL_SPEED = 120
"""Characters a minute of a learner whose speed is not known; who grew up with Chinese reads 300."""
FASTEST, _SLOWEST = 900, 20  # characters a minute; beyond that nobody reads
_DAYS = 30  # that a speed is taken from
_LEAST = TimeRead(seconds=600, characters=1000)  # that make a speed


class Seen(NamedTuple):
    """What of a text is on the screen, in code points, and how long the text is."""

    top: int
    bottom: int
    length: int


def place_of(seen: Seen) -> int:
    """Return how much of a text lies behind: 0 at its start, all of it at its end (code points).

    A text that is all on the screen is at its start: nobody can tell how far it is read.
    """
    rest = seen.length - (seen.bottom - seen.top)
    return round(seen.length * min(1.0, seen.top / rest)) if rest > 0 else 0


class PageTime:
    """Adds up what is read of one document, from signs of life."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._seen: Seen | None = None
        self._seconds = 0.0
        self._passed = 0  # code points that went out at the top
        self._stay = 0.0  # seconds on the last screen of the text, not used up yet
        self._here = 0.0  # seconds since the last jump to another place
        self._seen_to = 0  # how far that may have been read, once its time is taken
        self.reached = 0
        """How far the text was read, as the time that was taken tells (code points)."""

    def note(self, now: float, seen: Seen) -> None:
        """Take note of a sign of life at a time (seconds, of a clock that never goes back)."""
        last, before = self._last, self._seen
        self._last, self._seen = now, seen
        if last is None or before is None or now - last > PAUSE:
            self._stay = self._here = 0.0
            return
        self._seconds += now - last
        if before.bottom >= before.length:
            self._stay += now - last
        # A jump to another place leaves nothing read behind.
        if not (before.top <= seen.top <= before.bottom or seen.top <= before.top <= seen.bottom):
            self._here = 0.0
            return
        self._here += now - last
        self._passed += max(0, seen.top - before.top)
        if (before.bottom - before.top) * 60 <= FASTEST * self._here:
            self._seen_to = max(self._seen_to, before.bottom)

    def rest(self) -> None:
        """Count nothing until the next sign: the page is not looked at any more."""
        self._last = None

    def take(self, *, leaving: bool = False) -> TimeRead:
        """Return what was read since this was last asked; `leaving` the last screen, that too."""
        seconds, passed = int(self._seconds), 0
        if self._passed * 60 <= FASTEST * self._seconds:
            passed = self._passed
            self.reached = max(self.reached, self._seen_to)
        self._seconds -= seconds
        self._passed = self._seen_to = 0
        return TimeRead(seconds, passed + (self._take_last() if leaving else 0))

    def _take_last(self) -> int:
        """Return how much stands on the last screen of the text, if one stayed to read it."""
        seen, stay, self._stay = self._seen, self._stay, 0.0
        if seen is None or seen.bottom < seen.length:
            return 0
        rest = seen.length - seen.top
        return rest if rest * 60 <= FASTEST * stay else 0


class Speed(NamedTuple):
    """Characters a minute, and whether that was measured."""

    value: int
    is_own: bool

    def minutes(self, characters: int) -> float:
        """Return how long so many characters take."""
        return characters / self.value


def speed_of(read: TimeRead) -> Speed:
    """Return the speed that so much reading shows; the usual one where it is too little."""
    if read.seconds < _LEAST.seconds or read.characters < _LEAST.characters:
        return Speed(USUAL_SPEED, is_own=False)
    value = round(read.characters * 60 / read.seconds)
    return Speed(min(FASTEST, max(_SLOWEST, value)), is_own=True)


def own_speed(history: History, today: date | None = None) -> Speed:
    """Return the speed of the last thirty days."""
    return speed_of(history.recent_time(_DAYS, today))
