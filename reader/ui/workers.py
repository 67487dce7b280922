"""Work in threads: a runner lives as long as its owner and does one thing after the other.

The thread touches no Qt object: it puts what it has to tell into a queue, and the runner looks into
that. So a thread may outlive the window it works for, as the loading of the dictionaries does. A
QThreadPool, when destroyed, would wait for its threads, and they for the interpreter's lock; and a
signal object that belongs to one job can be gone before its result comes.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.text.crash_log import record
from reader.text.errors import ReaderError
from reader.text.memory import spare

_LOOK_MS = 5
_STOP_WAIT = 10.0  # seconds
_PAINT_WAIT = 0.5  # seconds


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Raised inside work that is not wanted any more."""


class _Shown(NamedTuple):
    part: object


class _Finished(NamedTuple):
    result: object


class _Failed(NamedTuple):
    error: Exception


_Message = _Shown | _Finished | _Failed


class Task:
    """What goes between work in a thread and its runner.

    The work may tell how far it is and hand over a first part of its result.
    """

    def __init__(self) -> None:
        self._messages: deque[_Message] = deque()
        self._progress: tuple[int, int] | None = None
        self._stop = Event()
        self._seen = Event()

    def check(self) -> None:
        """Raise Cancelled if the work is not wanted any more."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, done: int, total: int) -> None:
        """Tell how much is done; raises Cancelled."""
        self.check()
        self._progress = (done, total)

    def show(self, part: object) -> None:
        """Hand over a part of the result that is good already; raises Cancelled.

        The work rests until that was painted (`Runner.go_on`): going on, it would hold the
        interpreter's lock again and again, and the first screen came 0.2 seconds late.
        """
        self.check()
        self._seen.clear()
        self._messages.append(_Shown(part))
        self._seen.wait(_PAINT_WAIT)
        self.check()

    def go_on(self) -> None:
        """Let the work go on that handed over a part."""
        self._seen.set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()
        self._seen.set()

    def run(self, work: Callable[[Task], object]) -> None:
        """Do the work and tell how it ended, in the thread; what was cancelled tells nothing."""
        try:
            self.check()
            result = work(self)
            self.check()
        except Cancelled:
            return
        except Exception as error:  # the thread boundary: nothing above could catch it
            if not isinstance(error, ReaderError | OSError):
                record(error)
            self._messages.append(_Failed(error))
        else:
            self._messages.append(_Finished(result))

    def take_progress(self) -> tuple[int, int] | None:
        """Return how far it is, None if nothing new was told of that."""
        progress, self._progress = self._progress, None
        return progress

    def take_message(self) -> _Message | None:
        """Return the next thing that it told, None if there is none yet."""
        return self._messages.popleft() if self._messages else None


Work = Callable[[Task], object]


class _Rest:
    """Counts who wants the garbage collector at rest; the last to leave lets it work again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0
        self._worked_before = True

    def enter(self) -> None:
        with self._lock:
            if not self._users:
                self._worked_before = gc.isenabled()
                gc.disable()
            self._users += 1

    def leave(self) -> None:
        with self._lock:
            self._users -= 1
            if not self._users and self._worked_before:
                gc.enable()


_rest = _Rest()  # the collector is that of the whole process


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking over all there is, again and again.

    The engine's tables and caches have 300,000 objects, and each word that is counted is one more:
    each walk stopped the window for 0.2 seconds, and finds nothing. Several threads may want it at
    a time; it rests until the last of them has left.
    """
    _rest.enter()
    try:
        yield
    finally:
        _rest.leave()


class Runner(QObject):
    """Does one piece of work at a time; a new one cancels the one before.

    Only the newest work is heard of: what one that was cancelled still says is dropped here.
    """

    progressed = Signal(int, int)
    """(done, total)"""
    shown = Signal(object)
    """A first part of the result."""
    finished = Signal(object)
    """The result."""
    failed = Signal(object)
    """The exception that ended the work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._thread: Thread | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def is_busy(self) -> bool:
        """Whether there is work whose end was not told yet."""
        return self._task is not None

    def start(self, work: Work) -> None:
        """Cancel what is being done and do this."""
        self.cancel()
        self._task = Task()
        spare()
        self._thread = Thread(target=_run, args=(work, self._task, self._thread), name="worker")
        self._thread.start()
        self._look.start()

    def cancel(self) -> None:
        """Ask the work to stop; nothing more is heard of it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._look.stop()

    def go_on(self) -> None:
        """Let work go on that handed over a part."""
        if self._task is not None:
            self._task.go_on()

    def close(self) -> bool:
        """Cancel and wait for the thread to end; return whether it did."""
        self.cancel()
        if self._thread is None:
            return True
        self._thread.join(_STOP_WAIT)
        return not self._thread.is_alive()

    def _on_look(self) -> None:
        task = self._task
        if task is None:
            return
        progress = task.take_progress()
        if progress is not None:
            self.progressed.emit(*progress)
        while self._task is task and (message := task.take_message()) is not None:
            if isinstance(message, _Shown):
                self.shown.emit(message.part)
                continue
            self._task = None
            self._look.stop()
            if isinstance(message, _Finished):
                self.finished.emit(message.result)
            else:
                self.failed.emit(message.error)


def _run(work: Work, task: Task, before: Thread | None) -> None:
    if before is not None:
        before.join()  # one thing after the other: both may write the same file
    task.run(work)
