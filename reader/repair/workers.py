"""Restores the paragraphs of one long document in several processes, with the same result.

The paragraphs are attempted ahead, each with the allowance that it has where nothing was searched
in vain before it. Whoever takes the attempts in order sees which of them hold, and makes the others
again: in text that is no noise, hardly any.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import repeat

from reader.repair.attempt import Attempt, ParagraphRestorer, Span
from reader.repair.budget import Allowance
from reader.repair.mechanism import do_nothing

_MOST = 4  # processes; each takes some 150 to 300 MB
# Code points to restore from which on several processes pay: each needs a second to begin, and what
# it answers takes a quarter as long to read as to make.
_LONG = 600_000
_NOISE = 5  # attempts in vain, after which the text is noise, of which less and less is searched
_LOSS = 15_000  # code points that take as long as one '?' with what is out of step behind it


def usual_workers() -> int:
    """Return how many processes the command line and the window let a document have."""
    try:
        free = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        free = os.cpu_count() or 1
    return min(_MOST, free)


class AttemptsAhead:
    """Attempts at the paragraphs of a text, given in order while processes make them."""

    def __init__(self, attempts: Iterator[Attempt | None], end: Callable[[], None]) -> None:
        """Take the attempts, None for one that nobody made, and what ends the processes."""
        self._attempts, self.end = attempts, end
        self._in_vain = 0

    def take(self, allowance: Allowance) -> Attempt | None:
        """Return the attempt at the next paragraph, None if it does not hold with its allowance."""
        attempt = next(self._attempts)
        if attempt is None or attempt.holds_with(allowance):
            return attempt
        self._in_vain += 1
        if self._in_vain == _NOISE:
            self.end()
            self._attempts = repeat(None)
        return None


@contextmanager
def attempt_ahead(
    restorer: ParagraphRestorer, spans: Sequence[Span], workers: int, tick: Callable[[], None]
) -> Iterator[AttemptsAhead]:
    """Start processes for the paragraphs with these spans if that pays, and end them.

    `tick` is called while waiting for them, to cancel by raising.
    """
    ahead = AttemptsAhead(repeat(None), do_nothing)
    asked = _list_asked(restorer, spans, tick) if workers > 1 else []
    if asked:
        from reader.repair.worker_pool import CannotSend, WorkerPool  # brings multiprocessing

        with suppress(CannotSend):
            pool = WorkerPool(restorer, asked, workers)
            attempts = _add_untouched(restorer, spans, asked, pool.attempts(tick))
            ahead = AttemptsAhead(attempts, pool.end)
    try:
        yield ahead
    finally:
        ahead.end()


def _list_asked(
    restorer: ParagraphRestorer, spans: Sequence[Span], tick: Callable[[], None]
) -> list[Span]:
    """Return the spans of the paragraphs that are not untouched; none if they take no seconds."""
    text = restorer.text
    if not spans or estimate_work(text, spans[0][0], spans[-1][1]) < _LONG:
        return []
    asked: list[Span] = []
    for start, end in spans:
        tick()
        if not restorer.is_untouched(text[start:end]):
            asked.append((start, end))
    return asked if sum(estimate_work(text, *span) for span in asked) >= _LONG else []


def estimate_work(text: str, start: int, end: int) -> int:
    """Return how long text[start:end] takes, in code points of spun text that take as long.

    There are some 300,000 in a second.
    """
    return end - start + _LOSS * text.count("?", start, end)


def _add_untouched(
    restorer: ParagraphRestorer,
    spans: Sequence[Span],
    asked: Sequence[Span],
    attempts: Iterator[Attempt | None],
) -> Iterator[Attempt | None]:
    """Yield the attempts at all these paragraphs, given those at the ones that were asked for."""
    waiting = deque(asked)
    for start, end in spans:
        if waiting and waiting[0] == (start, end):
            waiting.popleft()
            yield next(attempts)
        else:
            yield restorer.keep(start, end)
