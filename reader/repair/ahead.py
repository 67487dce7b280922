"""Restores the paragraphs of one long document in several processes, with the same result.

The paragraphs are attempted ahead, each with the allowance that it has where nothing was searched
in vain before it. Whoever takes the attempts in order sees which of them hold, and makes the others
again.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from time import thread_time

from reader.repair.attempt import Attempt, ParagraphRestorer, Span
from reader.repair.budget import Allowance

_MOST = 4  # processes; each takes some 150 to 300 MB
# What a document takes is known from its beginning: 40 question marks may be 40 places to search,
# or 40 questions. Processes pay from some seconds on that are left, since each needs one to begin,
# and what it answers takes a quarter as long to read as to make.
_LEARNT, _LEFT = 0.5, 4.0  # seconds of processor time: what was taken so far, what seems to be left
# Of the last 20 attempts that searched anything, so many may not hold; else less and less of the
# text is searched, as of noise.
_LATEST, _NOT_HELD = 20, 14


def usual_workers() -> int:
    """Return how many processes the command line and the window let a document have."""
    try:
        free = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        free = os.cpu_count() or 1
    return min(_MOST, free)


class AttemptsAhead:
    """Gives the attempts at the paragraphs of a document that processes made, in order."""

    def __init__(
        self,
        restorer: ParagraphRestorer,
        spans: Sequence[Span],
        workers: int,
        tick: Callable[[], None],
    ) -> None:
        """Begin with the first of `spans`, those of the paragraphs that may be touched.

        `tick` is called while waiting for the processes, to cancel by raising.
        """
        self._restorer, self._spans, self._workers, self._tick = restorer, spans, workers, tick
        self._may_begin = workers > 1
        self._began = thread_time()
        self._attempts: Iterator[Attempt | None] = repeat(None)
        self._end: Callable[[], None] | None = None
        self._held: deque[bool] = deque(maxlen=_LATEST)

    def take(self, number: int, allowance: Allowance) -> Attempt | None:
        """Return the attempt at a paragraph, the next one.

        None if nobody has made it, or if it would have come out otherwise with its allowance.
        """
        if self._may_begin and self._takes_long(number):
            self._may_begin = False
            self._begin(number)
        attempt = next(self._attempts)
        if attempt is None or attempt.holds:
            return attempt
        holds = attempt.holds_with(allowance)
        self._held.append(holds)
        if self._held.count(False) > _NOT_HELD:
            self.end()
        return attempt if holds else None

    def end(self) -> None:
        """End the processes; nothing more is attempted ahead."""
        self._may_begin = False
        self._attempts = repeat(None)
        if self._end is not None:
            self._end()
            self._end = None

    def _takes_long(self, number: int) -> bool:
        """Tell if what is left, from a paragraph on, takes seconds if the rest is as before."""
        took = thread_time() - self._began
        if took < _LEARNT:
            return False
        first, here, end = self._spans[0][0], self._spans[number][0], self._spans[-1][1]
        return here > first and took * (end - here) >= _LEFT * (here - first)

    def _begin(self, number: int) -> None:
        """Start processes for the paragraphs from one on."""
        from reader.repair.ahead_pool import AheadPool, CannotBegin  # brings multiprocessing

        try:
            pool = AheadPool(self._restorer, self._spans[number:], self._workers)
        except CannotBegin:
            return
        self._end = pool.end
        self._attempts = pool.attempts(self._tick)


@contextmanager
def attempt_ahead(
    restorer: ParagraphRestorer, spans: Sequence[Span], workers: int, tick: Callable[[], None]
) -> Iterator[AttemptsAhead]:
    """Let at most so many processes attempt the paragraphs with these spans, and end them.

    They are started once the first paragraphs have shown that the others take seconds. `tick` is
    called while waiting for what they answer, to cancel by raising.
    """
    ahead = AttemptsAhead(restorer, spans, workers, tick)
    try:
        yield ahead
    finally:
        ahead.end()
