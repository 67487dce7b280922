"""Writes what was decided into the journal of the document, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.text.causes import Cause
from reader.text.errors import CannotWrite, ReaderError
from reader.ui.wording import as_reader_error
from reader.ui.workers import Runner

if TYPE_CHECKING:
    from reader.review.review import Review

_SAVE_MS = 40  # after an act: when the page was painted, and long before the next key
_REST_MS = 2_000  # since the last act; keys pressed while a long document is frozen would lag
_RETRY_MS = 5_000  # a disk that was full may have room again


class JournalWriter(QObject):
    """Saves a review a moment after each act, and tries again while that fails."""

    state_changed = Signal()
    """How far all is saved may be another now."""
    saved = Signal(object)
    """ReaderError or None: all was saved, but not where one would look for it, or the like."""
    failed = Signal(object)
    """ReaderError: it could not be saved; it is tried again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._error = ""
        self._saver = Runner(self)
        self._saver.finished.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        # Without the repairs the decisions hold all the same: a failure is told nobody, and tidying
        # up at the end tries again.
        self._freezer = Runner(self)
        self._freezer.finished.connect(self.schedule)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._freeze)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)

    @property
    def has_failed(self) -> bool:
        """Whether it could not be saved the last time."""
        return bool(self._error)

    def begin(self, review: Review | None) -> None:
        """Save this review from now on; the one before was finished."""
        self._review = review
        self._error = ""

    def schedule(self) -> None:
        """Save in a moment."""
        self._rest.stop()
        if not self._timer.isActive():
            self._timer.start(_SAVE_MS)
        self.state_changed.emit()

    def save_now(self) -> None:
        """Try again at once to save what could not be saved."""
        self._error = ""
        self._save()
        self.state_changed.emit()

    def finish(self, *, tidy: bool) -> ReaderError | None:
        """Wait for what is being written, and with `tidy` write the rest and tidy up.

        Return what kept acts from being saved.
        """
        self._timer.stop()
        self._rest.stop()
        ended = self._saver.close() and self._freezer.close()
        review = self._review
        if review is None or not tidy:
            return None
        try:
            if not ended:
                raise CannotWrite(review.file.path, Cause("disk_silent"))
            notice = review.tidy()
        except ReaderError as error:
            self._error = str(error)
            self._timer.start(_RETRY_MS)
            self.state_changed.emit()
            return error if review.unsaved else None
        self._error = ""
        self.saved.emit(notice)
        self.state_changed.emit()
        return None

    def _save(self) -> None:
        review = self._review
        if review is not None and review.unsaved and not self._saver.is_busy:
            self._saver.start(lambda task: review.save())

    def _on_saved(self, notice: ReaderError | None) -> None:
        self._error = ""
        review = self._review
        if review is not None:
            if review.unsaved:
                self._timer.start(_SAVE_MS)
            elif review.wants_freezing:
                self._rest.start()
        self.saved.emit(notice)
        self.state_changed.emit()

    def _freeze(self) -> None:
        review = self._review
        if review is not None and review.wants_freezing and not self._freezer.is_busy:
            self._freezer.start(lambda task: review.freeze())

    def _on_failed(self, error: Exception) -> None:
        failure = as_reader_error(error, None)
        again = str(failure) == self._error
        self._error = str(failure)
        self._timer.start(_RETRY_MS)
        self.state_changed.emit()
        if not again:
            self.failed.emit(failure)
