"""What can be made of a document besides its clean text, written in a worker."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.export.material import Material
from reader.export.table import Export
from reader.text.errors import ReaderError
from reader.text.files import write_bytes
from reader.ui.workers import Runner


class ExportJob(NamedTuple):
    """What is to be written, of what, and where."""

    export: Export
    material: Material
    path: Path


class Exporter(QObject):
    """Writes one export after the other."""

    written = Signal(object, int)
    """Path: the file is there now; and the number of characters it could not hold."""
    failed = Signal(object)
    """ReaderError: it could not be written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[ExportJob] = []
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)

    def export(self, job: ExportJob) -> None:
        """Write this when what was asked for before is written."""
        self._waiting.append(job)
        if len(self._waiting) == 1:
            self._begin()

    def close(self) -> None:
        """Finish what is being written, and no more."""
        self._waiting.clear()
        self._runner.close()

    def _begin(self) -> None:
        job = self._waiting[0]
        self._runner.start(lambda task: _write(job))

    def _end(self) -> ExportJob | None:
        done = self._waiting.pop(0) if self._waiting else None
        if self._waiting:
            self._begin()
        return done

    def _on_finished(self, unwritable: int) -> None:
        done = self._end()
        if done is not None:
            self.written.emit(done.path, unwritable)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)


def _write(job: ExportJob) -> int:
    """Write the file; return how many characters it shows by a picture. Raises ReaderError."""
    write_bytes(job.path, job.export.write_bytes(job.material))
    return job.export.count_unwritable(job.material)
