"""Limits what a document may cost that only looks out of step, and reports progress."""

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


class SearchBudget:
    """Counts what was read out of step in vain: random bytes must not take minutes."""

    def __init__(self) -> None:
        self._vain = 0

    def allowance(self, start: int) -> int:
        """Return how many characters the next paragraph, which begins there, may read in vain."""
        left = min(_MOST, _ENOUGH + int(_SHARE * start)) - self._vain
        return max(0, min(_ENOUGH, left))

    def spend(self, positions: int) -> None:
        """Note what a paragraph has read in vain, less what was sure (below 0)."""
        self._vain = max(0, self._vain + positions)
