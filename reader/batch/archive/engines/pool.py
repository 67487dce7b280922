"""Several processes on this machine, each with a pipe of its own.

A pool of the standard library does not say over which piece of work a process was killed, and is
broken from then on; here the others do not notice, and that one is replaced.
"""

from __future__ import annotations

from contextlib import suppress
from multiprocessing.connection import Connection, wait

from reader.batch.archive.chunk import Order, Part, Task, make_part
from reader.batch.archive.engines.protocol import Died
from reader.text.errors import ReaderError
from reader.text.processes import WorkerProcess, begin_serving, receive


class _Worker(WorkerProcess):
    """One process, and what it is doing."""

    def __init__(self, task: Task) -> None:
        super().__init__(_serve)
        self.order: Order | None = None
        with suppress(OSError):  # it has ended; `wait` finds that out
            self.pipe.send(task)


class Pool:
    """A number of processes that each do one order at a time, and have the next one waiting."""

    def __init__(self, task: Task, count: int) -> None:
        self._task, self._count = task, count
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        """Start the processes."""
        for _ in range(self._count):
            self._workers.append(_Worker(self._task))
        return self

    def __exit__(self, *_: object) -> None:
        """Kill all; what they were doing is nowhere."""
        for one in self._workers:
            one.end()
        for one in self._workers:
            one.join()
        self._workers.clear()

    @property
    def has_room(self) -> bool:
        """Whether a process has nothing to do."""
        return any(one.order is None for one in self._workers)

    @property
    def is_idle(self) -> bool:
        """Whether none has."""
        return all(one.order is None for one in self._workers)

    def submit(self, order: Order) -> None:
        """Give an order to a process that has none."""
        worker = next(one for one in self._workers if one.order is None)
        worker.order = order
        with suppress(OSError):  # it has ended; `wait` finds that out
            worker.pipe.send(order)

    def wait(self, seconds: float) -> Part | Died | None:
        """Return the next part, or over which chunk a process has ended."""
        busy = {one.pipe: one for one in self._workers if one.order is not None}
        for pipe in wait(list(busy), seconds):
            worker = busy[pipe]  # type: ignore[index]
            try:
                done: Part | ReaderError = worker.pipe.recv()
            except (EOFError, OSError):
                return self._replace(worker)
            worker.order = None
            if isinstance(done, ReaderError):
                raise done
            return done
        return None

    def _replace(self, worker: _Worker) -> Died:
        order = worker.order
        assert order is not None
        worker.end()
        worker.join()
        self._workers[self._workers.index(worker)] = _Worker(self._task)
        return Died(order)


def _serve(pipe: Connection) -> None:
    """Do what comes through the pipe behind the task, for as long as anybody sends."""
    check = begin_serving()
    requests = receive(pipe)
    task: Task | None = next(requests, None)
    if task is None:
        return
    for order in requests:
        try:
            done: Part | ReaderError = make_part(order, task, check)
        except ReaderError as error:
            done = error
        with suppress(OSError):  # nobody waits any more; `receive` finds that out
            pipe.send(done)
