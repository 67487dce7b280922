"""What can be made of a document besides its clean text, written in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.pinyin.options import ReadingOptions
from reader.pinyin.user_readings import UserReadings
from reader.text.document import Document
from reader.text.errors import ReaderError
from reader.text.files import write_text
from reader.ui.dialogs import Result
from reader.ui.workers import JobRunner


@dataclass(frozen=True, slots=True)
class Export:
    """A document as it was decided, how it is read, and what of it goes where."""

    result: Result
    path: Path
    document: Document
    title: str
    options: ReadingOptions
    user: UserReadings | None
    pinned: Mapping[int, str]

    def text(self) -> str:
        """Return what is to be written."""
        material = Material(
            self.document, self.title, options=self.options, user=self.user, pinned=self.pinned
        )
        exports = {Result.BOTH: "html", Result.REPAIRS: "repairs", Result.READINGS: "ruby"}
        return exports_for(Use.WINDOW)[exports[self.result]].write(material)


class Exporter(QObject):
    """Writes one export after the other."""

    written = Signal(object)
    """Path: the file is there now."""
    failed = Signal(object)
    """ReaderError: it could not be written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Export] = []
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)

    def export(self, export: Export) -> None:
        """Write this when what was asked for before is written."""
        self._waiting.append(export)
        if len(self._waiting) == 1:
            self._begin()

    def close(self) -> None:
        """Finish what is being written, and no more."""
        self._waiting.clear()
        self._runner.close()

    def _begin(self) -> None:
        export = self._waiting[0]
        self._runner.start(lambda task: write_text(export.path, export.text()))

    def _end(self) -> Export | None:
        done = self._waiting.pop(0) if self._waiting else None
        if self._waiting:
            self._begin()
        return done

    def _on_finished(self, job: int, _result: object) -> None:
        if job == self._runner.latest and (done := self._end()) is not None:
            self.written.emit(done.path)

    def _on_failed(self, job: int, error: Exception) -> None:
        if job == self._runner.latest:
            self._end()
            if not isinstance(error, ReaderError):
                raise error
            self.failed.emit(error)
