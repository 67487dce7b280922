"""What can be made of a document besides its clean text, written in a worker."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.export.material import Material
from reader.export.table import Export
from reader.text.errors import ReaderError
from reader.text.files import write_bytes
from reader.ui.workers import Cancelled, Runner, Task


class ExportJob(NamedTuple):
    """What is to be written, of what, and where."""

    export: Export
    material: Material
    path: Path


class Exporter(QObject):
    """Writes one export after the other."""

    written = Signal(object, int)
    """Path: the file is there now; and the number of characters it could not hold."""
    progressed = Signal(object, int, int)
    """Path: how many code points of how many are done."""
    failed = Signal(object)
    """ReaderError: it could not be written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[ExportJob] = []
        self._stopped = Event()
        self._runner = Runner(self)
        self._runner.progressed.connect(self._on_progressed)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)

    def export(self, job: ExportJob) -> None:
        """Write this when what was asked for before is written."""
        self._waiting.append(job)
        if len(self._waiting) == 1:
            self._begin()

    def stop(self) -> None:
        """Give up what is being written; a file that was there stays as it is."""
        self._stopped.set()
        self._runner.cancel()
        self._end()

    def close(self) -> None:
        """Finish what is being written, and no more."""
        self._waiting.clear()
        self._runner.close()

    def _begin(self) -> None:
        job = self._waiting[0]
        self._stopped = Event()
        self._runner.start(partial(_write, job, self._stopped))

    def _end(self) -> ExportJob | None:
        done = self._waiting.pop(0) if self._waiting else None
        if self._waiting:
            self._begin()
        return done

    def _on_progressed(self, done: int, total: int) -> None:
        if self._waiting:
            self.progressed.emit(self._waiting[0].path, done, total)

    def _on_finished(self, unwritable: int) -> None:
        done = self._end()
        if done is not None:
            self.written.emit(done.path, unwritable)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)


def _write(job: ExportJob, stopped: Event, task: Task) -> int:
    """Write the file; return how many characters it shows by a picture.

    Raises ReaderError, and Cancelled if it was stopped.
    """

    def report(done: int, total: int) -> None:
        if stopped.is_set():
            raise Cancelled
        with suppress(Cancelled):  # the window closes: the file is wanted all the same
            task.report(done, total)

    made = job.export.write_bytes(replace(job.material, report=report))
    if stopped.is_set():
        raise Cancelled
    write_bytes(job.path, made)
    return job.export.count_unwritable(job.material)
