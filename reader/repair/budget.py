"""Limits the search for text out of step in documents that have none, and reports progress."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

_ENOUGH = 200  # characters that a paragraph may search in vain; beyond that it is noise
_MOST = 5_000  # characters that the whole document may search in vain
_SHARE = 0.01  # and this share of the text before a paragraph
# A step is a character weighed at one place by a search, one or two microseconds. A run may take
# 70,000 until it is clear that it is one, if a byte is missing in a whole file. What is searched in
# vain takes less: once a document has used up so many, nothing more is searched.
_STEPS, _STEPS_A_CHARACTER, _MOST_STEPS = 36_000, 48, 70_000
_VAIN, _VAIN_A_CHARACTER = 40_000, 15
_STEPS_FOUND = 4_000  # that each character found gives back: where there are runs there are more
# The same for text that was misread, all rounds together; these steps are shorter. A page that lost
# three bytes of a hundred without a trace takes nearly all of them.
_MISREAD, _MISREAD_A_CHARACTER = 50_000, 200
_HASTY = 150_000  # steps for a first screen: a quarter of a second
_REPORT_EVERY = 0.2  # seconds


def misread_steps(size: int) -> int:
    """Return how many steps the search for misread text may take in so many characters."""
    return _MISREAD + _MISREAD_A_CHARACTER * size


class ProgressMeter:
    """Reports progress to a callback, a few times a second."""

    def __init__(self, report: Callable[[int, int], None] | None, total: int) -> None:
        self._report, self._total = report, total
        self._at, self._last = 0, monotonic()

    def reach(self, at: int) -> None:
        """Report that everything up to code point `at` is done."""
        self._at = max(at, self._at)
        self.tick()

    def tick(self) -> None:
        """Report the same progress again, so that the callback can cancel."""
        if self._report is not None and monotonic() - self._last >= _REPORT_EVERY:
            self._report(self._at, self._total)
            self._last = monotonic()


class Allowance(NamedTuple):
    """What a paragraph may search in vain: characters, and steps of the search."""

    characters: int
    steps: int


class Taken(NamedTuple):
    """What the search in a paragraph took.

    `spent` are the characters searched in vain, negative where more was found than that, and
    `steps_spent` the steps; `steps` are all, in vain or not.
    """

    spent: int = 0
    steps_spent: int = 0
    steps: int = 0


class SearchBudget:
    """Counts what is searched for runs out of step, and in vain: noise must not take seconds.

    Characters searched are one count, and the steps that they took another: where every third
    character is a '?', one takes a thousand times as long as elsewhere. Steps are counted and no
    seconds, so that a text is restored alike on every machine.
    """

    def __init__(self) -> None:
        self._vain = 0
        self._vain_steps = 0

    def allow(self, start: int, end: int) -> Allowance:
        """Return what the paragraph from `start` to `end` may search in vain (code points)."""
        left = min(_MOST, _ENOUGH + int(_SHARE * start)) - self._vain
        return Allowance(max(0, min(_ENOUGH, left)), self._allow_steps(end))

    def _allow_steps(self, end: int) -> int:
        left = _VAIN + _VAIN_A_CHARACTER * end - self._vain_steps
        most = min(_MOST_STEPS, _STEPS + _STEPS_A_CHARACTER * end)
        return max(left, most - self._vain_steps) if left > 0 else 0

    def spend(self, taken: Taken) -> None:
        """Count what a paragraph searched in vain."""
        self._vain = max(0, self._vain + taken.spent)
        found = min(0, taken.spent) * _STEPS_FOUND
        self._vain_steps = max(0, self._vain_steps + taken.steps_spent + found)


class HastyBudget(SearchBudget):
    """Counts all steps of a search, in vain or not: a first screen must not take seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._left = _HASTY

    def allow(self, start: int, end: int) -> Allowance:
        """Return what the paragraph from `start` to `end` may search in vain (code points)."""
        allowance = super().allow(start, end)
        characters = allowance.characters if self._left > 0 else 0
        return Allowance(characters, min(self._left, allowance.steps))

    def spend(self, taken: Taken) -> None:
        """Count what a paragraph searched."""
        super().spend(taken)
        self._left = max(0, self._left - taken.steps)
