"""Processes of our own: started, spoken to through a pipe, and ended with the one that asks.

They are spawned and not forked: the same on every system, and no lock of a thread is inherited.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any


class WorkerProcess:
    """A process that serves what comes through a pipe until that is closed."""

    def __init__(self, serve: Callable[[Connection], None]) -> None:
        """Start it with `serve(pipe)`, a function of a module.

        What it is to know comes through the pipe: much of it among the arguments would hang this
        process where that one ends at once, as it does if `__main__` can't be imported there.
        """
        context: Any = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self.pipe: Connection = here
        self._process = context.Process(target=serve, args=(there,), daemon=True)
        with ignoring_ctrl_c():
            self._process.start()
        there.close()

    def end(self) -> None:
        """End it at once."""
        with suppress(OSError):
            self.pipe.close()
        self._process.kill()

    def join(self) -> None:
        """Wait until it has ended."""
        self._process.join(5)
        with suppress(ValueError):
            self._process.close()


def begin_serving() -> Callable[[], None]:
    """Make this process one that serves; return what ends it if the one that asks was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parent = multiprocessing.parent_process()

    def check() -> None:
        if parent is not None and not parent.is_alive():
            os._exit(1)

    return check


def receive(pipe: Connection) -> Iterator[Any]:
    """Yield what comes through a pipe until the process that sends it has closed it or ended."""
    while True:
        try:
            what = pipe.recv()
        except (EOFError, OSError):
            return
        yield what


@contextmanager
def ignoring_ctrl_c() -> Iterator[None]:
    """Start processes that ignore Ctrl+C from their first moment, as they inherit that.

    It reaches all processes of a terminal; only the one that started the others obeys.
    """
    if hasattr(signal, "pthread_sigmask"):  # in any thread, but not on Windows
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    try:
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # only the main thread may say so
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
