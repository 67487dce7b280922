"""The processes in which the paragraphs of one document are attempted ahead."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import repeat
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler

from reader.repair.attempt import Attempt, ParagraphRestorer, Span
from reader.repair.budget import SearchBudget
from reader.repair.mechanism import do_nothing
from reader.text.processes import WorkerProcess, begin_serving, receive

_ORDERS = 16  # for each process, so that none waits long for the last one
_LEAST, _LONGEST = 1_000, 20_000  # code points of an order
_WAITING = 2  # orders that a process has, the one that it does included
_LOOK = 0.1  # seconds

_Order = tuple[int, int]
"""From which paragraph of those asked for up to which. So little that no pipe is too small for two
of them: who waits to send one while the other waits to answer would wait for ever."""


class CannotBegin(Exception):  # noqa: N818 - nothing failed: one process does it all
    """Raised where no process can be started, or what it is to know can't be sent to it."""


class AheadPool:
    """Processes that attempt paragraphs, the first ones first."""

    def __init__(self, restorer: ParagraphRestorer, spans: Sequence[Span], count: int) -> None:
        """Start at most `count` processes for the paragraphs with these spans.

        Raises CannotBegin if none could be started, or a mechanism can't be sent.
        """
        if multiprocessing.current_process().daemon:
            raise CannotBegin("a process that ends with another may start none")
        self._orders = _divide(spans, count)
        self._answers: dict[int, list[Attempt] | None] = {}
        self._next = 0
        self._given: dict[Connection, deque[int]] = {}
        self._workers: list[WorkerProcess] = []
        task = _pack(restorer, spans)
        try:
            self._start(min(count, len(self._orders)))
            for pipe in [*self._given]:
                try:
                    pipe.send_bytes(task)
                except OSError:
                    self._drop(pipe)
            for _ in range(_WAITING):
                for pipe in [*self._given]:
                    self._give(pipe)
        except BaseException:
            self.end()
            raise

    def attempts(self, tick: Callable[[], None]) -> Iterator[Attempt | None]:
        """Yield the attempts in order, None for each that a process has not come to.

        `tick` is called some times a second while waiting, to cancel by raising.
        """
        for number, (first, end) in enumerate(self._orders):
            while number not in self._answers and self._given:
                self._look()
                tick()
            yield from self._answers.pop(number, None) or repeat(None, end - first)

    def end(self) -> None:
        """End the processes at once."""
        for one in self._workers:
            one.end()
        for one in self._workers:
            one.join()
        self._workers.clear()

    def _start(self, count: int) -> None:
        """Start so many processes, or as many as the system allows. Raises CannotBegin."""
        for _ in range(count):
            try:
                worker = WorkerProcess(_serve)
            except OSError as error:  # too many processes, or no memory
                if self._workers:
                    return
                raise CannotBegin from error
            self._workers.append(worker)
            self._given[worker.pipe] = deque()

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


def _pack(restorer: ParagraphRestorer, spans: Sequence[Span]) -> bytes:
    """Return what a process is to know, without what only this one can do. Raises CannotBegin."""
    context = replace(restorer.context, usual=dict(restorer.context.usual), tick=do_nothing)
    task = replace(restorer, context=context), spans
    try:
        return bytes(ForkingPickler.dumps(task))
    except Exception as error:  # whatever a mechanism of somebody else's program raises
        raise CannotBegin from error


def _divide(spans: Sequence[Span], count: int) -> list[_Order]:
    """Return the orders, of about as many code points each."""
    share = (spans[-1][1] - spans[0][0]) // (count * _ORDERS)
    size = min(max(share, _LEAST), _LONGEST)
    orders: list[_Order] = []
    first = 0
    for number, (_, end) in enumerate(spans):
        if number > first and end - spans[first][0] > size:
            orders.append((first, number))
            first = number
    return [*orders, (first, len(spans))]


def _serve(pipe: Connection) -> None:
    """Attempt what comes through the pipe behind the task, for as long as anybody asks."""
    check = begin_serving()
    budget = SearchBudget()
    try:
        restorer, spans = pipe.recv()
    except Exception:  # nobody is there, or a mechanism that is not found here by its name
        return
    for first, end in receive(pipe):
        answer: list[Attempt] = []
        for span in spans[first:end]:
            check()
            answer.append(restorer.restore(*span, budget.allow(*span)))
        with suppress(OSError):  # nobody waits any more; `receive` finds that out
            pipe.send(answer)
