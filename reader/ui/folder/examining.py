"""Lists and examines the documents of a folder in the background, one after the other."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.ui.wording import as_reader_error
from reader.ui.workers import Cancelled, Runner, Task

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress
    from reader.batch.archive.result_folder import ResultListing
    from reader.batch.folder import Examination, FolderExaminer, FolderListing
    from reader.review.repair_table import Progress

_TELL_EVERY = 0.1  # seconds; each telling waits until the window has taken it in


class _Listed(NamedTuple):
    listing: FolderListing
    examiner: FolderExaminer
    opens: Mapping[Path, Path | PageAddress]


class _Examined(NamedTuple):
    found: dict[Path, Examination]


class FolderExamination(QObject):
    """Tells what is in a folder, then what was found in each document."""

    listed = Signal(object, object)
    """(FolderListing, path -> what opens it, for what is not opened by its own path)"""
    examined = Signal(object)
    """Path -> Examination, of the documents that were looked at since the last time."""
    progressed = Signal(int, int)
    """(documents examined, of how many)"""
    ended = Signal()
    """All are examined."""
    failed = Signal(object)
    """ReaderError: the folder itself cannot be read."""

    def __init__(self, data: Path | None, parent: QObject) -> None:
        """Begin with nothing; `data` is the user's data folder, None the system's."""
        super().__init__(parent)
        self._data = data
        self._folder: Path | None = None
        self._examiner: FolderExaminer | None = None
        self._runner = Runner(self)
        self._runner.progressed.connect(self.progressed)
        self._runner.shown.connect(self._on_shown)
        self._runner.finished.connect(lambda _result: self.ended.emit())
        self._runner.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether documents are being examined."""
        return self._runner.is_busy

    def start(self, folder: Path) -> None:
        """List a folder and examine what is in it; what is known already takes no time."""
        self._folder = folder
        data, examiner = self._data, self._examiner
        self._runner.start(lambda task: _examine_folder(task, folder, data, examiner))

    def stop(self) -> None:
        """Stop; what was found so far holds."""
        self._runner.cancel()

    def put(self, path: Path, progress: Progress) -> None:
        """Take in how far a document is decided on that is open."""
        if self._examiner is not None:
            self._examiner.put(path, progress)

    def close(self) -> None:
        """Stop and wait until no thread is left."""
        self._runner.close()

    def _on_shown(self, part: _Listed | _Examined) -> None:
        if isinstance(part, _Listed):
            self._examiner = part.examiner
            self.listed.emit(part.listing, part.opens)
        else:
            self.examined.emit(part.found)
        self._runner.go_on()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(as_reader_error(error, self._folder))


def _examine_folder(
    task: Task, folder: Path, data: Path | None, examiner: FolderExaminer | None
) -> None:
    # Here and not above: the engine takes longer to import than the window to appear.
    from reader.batch.archive.result_folder import list_result
    from reader.batch.folder import FolderExaminer, list_folder
    from reader.text.user_folders import data_folder

    examiner_before = examiner
    examiner = examiner or FolderExaminer(data or data_folder())
    result = list_result(folder, task.check)
    if result is not None:
        _show_result(task, result, examiner)
        return
    listing = list_folder(folder, task.check)
    is_first = examiner_before is None
    task.show(_Listed(listing, examiner, {}))
    found: dict[Path, Examination] = {}
    told = monotonic()
    for number, path in enumerate(listing.files):
        task.report(number, len(listing.files))
        found[path] = _examine(task, examiner, path)
        if is_first and number == 0:
            # The engine's tables are there now. The garbage collector would walk over them again
            # and again, and stop the window each time.
            gc.freeze()
        if monotonic() - told >= _TELL_EVERY:
            task.show(_Examined(found))
            found, told = {}, monotonic()
    task.show(_Examined(found))


def _show_result(task: Task, result: ResultListing, examiner: FolderExaminer) -> None:
    """Show the pages of a batch with what its rows say; nothing is restored for that.

    Only what was decided on since is examined, that is what has a journal beside it.
    """
    from reader.review.journal_name import journal_beside, resolve

    opens = {path: page.opens for path, page in result.pages.items()}
    task.show(_Listed(result.listing, examiner, opens))
    task.show(_Examined({path: page.found for path, page in result.pages.items()}))
    found: dict[Path, Examination] = {}
    for path, page in result.pages.items():
        task.check()
        known = examiner.known(path)
        if known is not None:  # it was open meanwhile
            found[path] = known
        elif isinstance(page.opens, Path) and journal_beside(resolve(page.opens)).exists():
            found[path] = _examine(task, examiner, page.opens)
    task.show(_Examined(found))


def _examine(task: Task, examiner: FolderExaminer, path: Path) -> Examination:
    from reader.batch.folder import Examination

    try:
        return examiner.examine(path, task.check)
    except Cancelled:
        raise
    except Exception as error:  # one bad document must not keep the others from being looked at
        return Examination(error=as_reader_error(error, path))
