"""The processes in which the paragraphs of one document are attempted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import repeat
from multiprocessing.connection import Connection, wait
from pickle import PicklingError

from reader.repair.attempt import Attempt, ParagraphRestorer, Span
from reader.repair.budget import SearchBudget
from reader.repair.mechanism import do_nothing
from reader.text.processes import WorkerProcess, begin_serving

_ORDERS = 16  # for each process, so that none waits long for the last one
_LEAST, _LONGEST = 1_000, 20_000  # code points of an order
_WAITING = 2  # orders that a process has, the one that it does included
_LOOK = 0.1  # seconds


class CannotSend(Exception):  # noqa: N818 - nothing failed: one process does it all
    """Raised where a mechanism, such as a program's own, can't be sent to another process."""


class WorkerPool:
    """Processes that attempt paragraphs, the first ones first."""

    def __init__(self, restorer: ParagraphRestorer, spans: Sequence[Span], count: int) -> None:
        """Start at most `count` processes. Raises CannotSend."""
        self._orders = _divide(spans, count)
        self._answers: dict[int, list[Attempt] | None] = {}
        self._next = 0
        self._given: dict[Connection, deque[int]] = {}
        self._workers: list[WorkerProcess] = []
        for _ in range(min(count, len(self._orders))):
            worker = WorkerProcess(_serve)
            self._workers.append(worker)
            self._given[worker.pipe] = deque()
        try:
            self._tell(_make_task(restorer))
        except BaseException:
            self.end()
            raise
        for _ in range(_WAITING):
            for pipe in [*self._given]:
                self._give(pipe)

    def attempts(self, tick: Callable[[], None]) -> Iterator[Attempt | None]:
        """Yield the attempts in order, None for each that a process has not come to."""
        for number, spans in enumerate(self._orders):
            while number not in self._answers and self._given:
                self._look()
                tick()
            yield from self._answers.pop(number, None) or repeat(None, len(spans))

    def end(self) -> None:
        """End the processes at once."""
        for one in self._workers:
            one.end()
        for one in self._workers:
            one.join()
        self._workers.clear()

    def _tell(self, task: ParagraphRestorer) -> None:
        """Send the task to all. Raises CannotSend."""
        for pipe in [*self._given]:
            try:
                pipe.send(task)
            except OSError:
                self._drop(pipe)
            except (PicklingError, TypeError, AttributeError) as error:
                raise CannotSend from error

    def _look(self) -> None:
        """Take the answers that have come."""
        for pipe in wait([*self._given], _LOOK):
            assert isinstance(pipe, Connection)
            try:
                answer: list[Attempt] = pipe.recv()
            except (EOFError, OSError):
                self._drop(pipe)
                continue
            self._answers[self._given[pipe].popleft()] = answer
            self._give(pipe)

    def _give(self, pipe: Connection) -> None:
        """Send the next order to a process, if there is one."""
        if self._next == len(self._orders):
            return
        try:
            pipe.send(self._orders[self._next])
        except OSError:
            self._drop(pipe)
            return
        self._given[pipe].append(self._next)
        self._next += 1

    def _drop(self, pipe: Connection) -> None:
        """Give up a process that has ended: what it had is attempted by nobody."""
        for number in self._given.pop(pipe):
            self._answers[number] = None


def _make_task(restorer: ParagraphRestorer) -> ParagraphRestorer:
    """Return what the processes are sent, without what only this one can do."""
    context = replace(restorer.context, usual=dict(restorer.context.usual), tick=do_nothing)
    return replace(restorer, context=context)


def _divide(spans: Sequence[Span], count: int) -> list[list[Span]]:
    """Return the spans in orders of about the same length."""
    share = (spans[-1][1] - spans[0][0]) // (count * _ORDERS)
    size = min(max(share, _LEAST), _LONGEST)
    orders: list[list[Span]] = [[]]
    for span in spans:
        if orders[-1] and span[1] - orders[-1][0][0] > size:
            orders.append([])
        orders[-1].append(span)
    return orders


def _serve(pipe: Connection) -> None:
    """Attempt what comes through the pipe behind the task, for as long as anybody asks."""
    check = begin_serving()
    budget = SearchBudget()
    with suppress(EOFError, OSError):
        restorer: ParagraphRestorer = pipe.recv()
        while True:
            spans: list[Span] = pipe.recv()
            answer: list[Attempt] = []
            for start, end in spans:
                check()
                answer.append(restorer.restore(start, end, budget.allow(start, end)))
            pipe.send(answer)
