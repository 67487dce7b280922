"""How much reading in vain a document is worth; whoever waits hears that work goes on."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_ENOUGH = 200  # characters read in vain; then it is noise
_MOST = 5_000  # in the whole document
_SHARE = 0.01  # of the characters passed that may be read in vain besides
_REPORT_EVERY = 0.2  # seconds


class Meter:
    """Hands progress on to who asked for it, a few times a second."""

    def __init__(self, report: Callable[[int, int], None] | None, total: int) -> None:
        self._report, self._total = report, total
        self._at, self._last = 0, monotonic()

    def reach(self, at: int) -> None:
        """Say that everything up to code point `at` is done."""
        self._at = max(at, self._at)
        self.tick()

    def tick(self) -> None:
        """Say that work goes on."""
        if self._report is not None and monotonic() - self._last >= _REPORT_EVERY:
            self._report(self._at, self._total)
            self._last = monotonic()


class Effort:
    """Counts what was read out of step in vain: random bytes must not take minutes.

    A paragraph that is restored again gets what it got the first time.
    """

    def __init__(self, tick: Callable[[], None]) -> None:
        self.tick = tick
        self._vain = 0
        self._granted: dict[int, int] = {}
        self._last = -1

    def granted(self, start: int) -> int:
        """Return how many characters the paragraph at `start` may read in vain."""
        if start not in self._granted:
            left = min(_MOST, _ENOUGH + int(_SHARE * start)) - self._vain
            self._granted[start] = max(0, min(_ENOUGH, left))
        return self._granted[start]

    def spend(self, start: int, positions: int) -> None:
        """Note what the paragraph at `start` has read in vain, less what was sure (below 0)."""
        if start >= self._last:
            self._last = start
            self._vain = max(0, self._vain + positions)
