"""The review of the document that is shown: deciding on it, and saving that as it happens."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.review.decisions import Decision, decide
from reader.review.history import Act, Decided, How, Pin, Pins, how_of
from reader.text.document import Document, Repair
from reader.text.errors import CannotWrite, ReaderError
from reader.ui.document.opening import Opened, as_reader_error
from reader.ui.review.journal_lock import JournalLock
from reader.ui.workers import JobRunner

if TYPE_CHECKING:
    from reader.review.review import Review

_SAVE_MS = 300  # after an act; those that follow at once go with it
_RETRY_MS = 5_000  # a disk that was full may have room again


class Saved(Enum):
    """How far what was decided is saved."""

    NOTHING = auto()  # nothing was ever decided
    ALL = auto()
    SAVING = auto()
    FAILED = auto()
    READ_ONLY = auto()  # another window decides


class ReviewController(QObject):
    """Decides on the document as the user asks, and writes its journal in the background."""

    changed = Signal(object, object)
    """(Opened, Repair): the document reads so now; that repair was decided on, or undone."""
    pins_changed = Signal()
    """Readings of places were set or taken back."""
    saved_changed = Signal()
    """`saved` may be another."""
    failed = Signal(object)
    """ReaderError: what was decided could not be saved; it is tried again."""
    noticed = Signal(object)
    """ReaderError: all was saved, but not where one would look for it, or with what others did."""
    lost = Signal()
    """Another window took over: here it is only read from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._is_paused = False
        self._error = ""
        self._is_saving = False
        self._is_freezing = False
        self._lock = JournalLock()
        self._saver = JobRunner(self)
        self._saver.finished.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        self._freezer = JobRunner(self)
        self._freezer.finished.connect(self._on_frozen)
        self._freezer.failed.connect(self._on_not_frozen)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)

    # -- whose review it is

    def begin(self, opened: Opened | None) -> None:
        """Review another document from now on; a part of one is not decided on."""
        self.pause()
        self._opened = opened if opened is not None and opened.review is not None else None
        self._is_paused = False
        self._error = ""
        self._take_lock()
        self.pins_changed.emit()
        self.saved_changed.emit()

    def pause(self) -> ReaderError | None:
        """Save all and let another window decide; return what kept it from being saved."""
        error = self._finish()
        if self.review is not None and error is None and not self._is_paused:
            self._lock.release()
            self._is_paused = True
        return error

    def resume(self) -> None:
        """Go on with a review that was paused."""
        if self.review is not None and self._is_paused:
            self._is_paused = False
            self._take_lock()
            self.saved_changed.emit()

    def close(self) -> None:
        """Save what can be saved and end; no thread is left."""
        self.pause()
        self._lock.release()
        self._opened = None
        self._saver.close()
        self._freezer.close()

    def take_over(self) -> None:
        """Take the right to decide away from the window that has it.

        The document has to be opened again: that window may have decided since.
        """
        if self.review is not None:
            self._lock.take_away(self.review.file.lock_path)

    def _take_lock(self) -> None:
        review = self.review
        if review is None:
            self._lock.release()
        else:
            review.can_write = self._lock.take(review.file.lock_path) and review.found.can_write

    def _may_act(self) -> bool:
        """Tell if an act is allowed; another window may have taken over."""
        review = self.review
        if review is not None and review.can_write and self._lock.is_lost:
            review.can_write = False
            self.saved_changed.emit()
            self.lost.emit()
        return self.can_decide

    @property
    def opened(self) -> Opened | None:
        """The document under review as it reads now, or None."""
        return self._opened

    @property
    def review(self) -> Review | None:
        """Its review, or None."""
        return self._opened.review if self._opened is not None else None

    # -- what holds

    @property
    def can_decide(self) -> bool:
        """Whether the document may be decided on here and now."""
        return self.review is not None and self.review.can_write and not self._is_paused

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to take back."""
        review = self.review
        return review is not None and self.can_decide and bool(review.history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is one that was taken back."""
        review = self.review
        return review is not None and self.can_decide and bool(review.history.undone)

    @property
    def depth(self) -> int:
        """How many acts are in force."""
        return self.review.depth if self.review is not None else 0

    @property
    def pins(self) -> Pins:
        """The readings that are set for places of the document."""
        return self.review.pins if self.review is not None else {}

    @property
    def saved(self) -> Saved:
        """How far what was decided is saved."""
        review = self.review
        if review is None:
            return Saved.NOTHING
        if not review.can_write:
            return Saved.READ_ONLY
        if self._error:
            return Saved.FAILED
        if review.unsaved:
            return Saved.SAVING
        return Saved.ALL if review.file.is_made else Saved.NOTHING

    @property
    def unsaved(self) -> int:
        """How many acts are not in the journal yet."""
        return self.review.unsaved if self.review is not None else 0

    # -- acts

    def decide(self, repair: Repair, text: str) -> None:
        """Let a text stand where a repair is."""
        self.decide_all((decide(repair, text),), how_of(repair, text))

    def decide_all(self, places: Iterable[Decision], how: How) -> None:
        """Decide on many places with one act."""
        review = self.review
        if review is not None and self._may_act():
            self._tell(review.decide(places, how))

    def pin(self, places: Iterable[Pin]) -> None:
        """Set readings of places, or take them away."""
        review = self.review
        if review is not None and self._may_act():
            self._tell(review.pin(places))

    def undo(self) -> None:
        """Take the last act back."""
        if self.can_undo and self._may_act() and self.review is not None:
            self._tell(self.review.undo())

    def redo(self) -> None:
        """Do the act that was taken back last again."""
        if self.can_redo and self._may_act() and self.review is not None:
            self._tell(self.review.redo())

    def adopt(self, review: Review, base: Document) -> None:
        """Go on with what this version of the engine makes of the source, if that is still open."""
        if review is self.review and self._may_act():
            review.adopt(base)
            self._show(None)
            self._schedule()

    def confirm(self, review: Review) -> None:
        """Note that this version of the engine would restore nothing otherwise."""
        if review is self.review and self._may_act():
            review.confirm()
            self._schedule()

    def _tell(self, act: Act | None) -> None:
        if isinstance(act, Decided):
            self._show(act.places[0] if act.places else None)
        elif act is not None:
            self.pins_changed.emit()
        self._schedule()

    def _show(self, about: Decision | None) -> None:
        opened, review = self._opened, self.review
        if opened is None or review is None:
            return
        document = review.document
        self._opened = opened.with_document(document)
        number = document.repairs.number_of(*about[:2]) if about is not None else None
        self.changed.emit(self._opened, None if number is None else document.repairs[number])

    # -- saving

    def save_now(self) -> None:
        """Try again at once to save what could not be saved."""
        self._error = ""
        self._save()
        self.saved_changed.emit()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_SAVE_MS)
        self.saved_changed.emit()

    def _save(self) -> None:
        review = self.review
        if review is not None and review.unsaved and not self._is_saving:
            self._is_saving = True
            self._saver.start(lambda task: review.save())

    def _on_saved(self, job: int, notice: ReaderError | None) -> None:
        if job != self._saver.latest:
            return
        self._is_saving = False
        self._error = ""
        review = self.review
        if review is not None:
            if review.unsaved:
                self._timer.start(_SAVE_MS)
            elif review.wants_freezing and not self._is_freezing:
                self._is_freezing = True
                self._freezer.start(lambda task: review.freeze())
        self._take_note(notice)
        self.saved_changed.emit()

    def _take_note(self, notice: ReaderError | None) -> None:
        """Show what others decided, and tell what is to be told."""
        if self.review is not None and self.review.merged:
            self.review.refresh()
            self._show(None)
            self.pins_changed.emit()
        if notice is not None:
            self.noticed.emit(notice)

    def _on_failed(self, job: int, error: Exception) -> None:
        if job != self._saver.latest:
            return
        self._is_saving = False
        failure = as_reader_error(error, None)
        again = str(failure) == self._error
        self._error = str(failure)
        self._timer.start(_RETRY_MS)
        self.saved_changed.emit()
        if not again:
            self.failed.emit(failure)

    def _on_frozen(self, job: int, _result: object) -> None:
        if job == self._freezer.latest:
            self._is_freezing = False
            self._schedule()

    def _on_not_frozen(self, job: int, error: Exception) -> None:
        # Without the repairs the decisions hold all the same; it is tried again at the end.
        if job == self._freezer.latest:
            self._is_freezing = False

    def _finish(self) -> ReaderError | None:
        """Wait for what is being written, write the rest, and tidy up."""
        self._timer.stop()
        ended = self._saver.close() and self._freezer.close()
        self._is_saving = self._is_freezing = False
        review = self.review
        if review is None or self._is_paused or not (review.can_write or review.unsaved):
            return None
        try:
            if not ended:
                raise CannotWrite(review.file.path, "the disk does not answer")
            notice = review.tidy()
        except ReaderError as error:
            self._error = str(error)
            self._timer.start(_RETRY_MS)
            self.saved_changed.emit()
            return error if review.unsaved else None
        self._error = ""
        self._take_note(notice)
        self.saved_changed.emit()
        return None
