"""Work off the GUI thread: one runner lives as long as its owner and owns pool and signals.

A signal object that belongs to a single job would be dropped with it and its result lost.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

STOP_WAIT = 10_000  # milliseconds
_PAINT_WAIT = 0.5  # seconds


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Raised inside a job that is not wanted any more."""


class Task:
    """What a running job may do besides returning: tell how far it is, hand over a first part."""

    def __init__(self, runner: JobRunner, job: int, stop: Event) -> None:
        self._runner = runner
        self._job = job
        self._stop = stop

    def check(self) -> None:
        """Raise Cancelled if the job is not wanted any more."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, done: int, total: int) -> None:
        """Tell how much is done; raises Cancelled."""
        self.check()
        self._runner.progressed.emit(self._job, done, total)

    def show(self, part: object) -> None:
        """Hand over a part of the result that is good already; raises Cancelled.

        The job rests until that was painted (`JobRunner.go_on`): at work it would hold the
        interpreter's lock again and again, and the first screen came 0.2 seconds late.
        """
        self.check()
        self._runner.seen.clear()
        self._runner.shown.emit(self._job, part)
        self._runner.seen.wait(_PAINT_WAIT)
        self.check()


Work = Callable[[Task], object]


class JobRunner(QObject):
    """Runs one job at a time; a new one cancels the one before.

    Every signal carries the job's id first. Slots ignore any id that is not `latest`.
    """

    progressed = Signal(int, int, int)
    shown = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.latest = 0
        self._stop = Event()
        self.seen = Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def start(self, work: Work) -> int:
        """Cancel whatever runs and queue work; return its id."""
        self.cancel()
        self._stop = Event()
        self._pool.start(_Job(self, self.latest, work, self._stop))
        return self.latest

    def cancel(self) -> None:
        """Ask the job that runs to stop; nothing of it will be `latest` any more."""
        self._stop.set()
        self.seen.set()
        self.latest += 1

    def go_on(self) -> None:
        """Let a job work on that handed over a part."""
        self.seen.set()

    def close(self) -> bool:
        """Cancel and wait for the thread to end; return whether it did."""
        self.cancel()
        return self._pool.waitForDone(STOP_WAIT)


class _Job(QRunnable):
    def __init__(self, runner: JobRunner, job: int, work: Work, stop: Event) -> None:
        super().__init__()
        self._runner = runner
        self._id = job
        self._work = work
        self._stop = stop

    def run(self) -> None:
        try:
            task = Task(self._runner, self._id, self._stop)
            task.check()
            result = self._work(task)
            task.check()
        except Cancelled:
            return
        except Exception as error:  # the thread boundary: nothing above could catch it
            self._runner.failed.emit(self._id, error)
        else:
            self._runner.finished.emit(self._id, result)
