"""Deciding on the document that is shown: who may, what is decided, and how far it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.review.decisions import Decision, decision_for
from reader.review.history import (
    Act,
    Bookmark,
    BookmarkAct,
    DecisionAct,
    How,
    Note,
    NoteAct,
    PinnedReading,
    PinnedReadings,
    classify_choice,
)
from reader.text.document import Document, Repair
from reader.text.errors import ReaderError
from reader.ui.review.journal_lock import JournalLock
from reader.ui.review.journal_writer import JournalWriter
from reader.ui.review.save_state import SaveState

if TYPE_CHECKING:
    from reader.repair.rules.model import RuleSet
    from reader.review.review import Review


class ReviewController(QObject):
    """Decides as the user asks, while this window holds the lock of the journal."""

    changed = Signal(object, object)
    """(Document, Repair): it reads so now; that repair was decided on, or undone, or None."""
    pins_changed = Signal()
    """Readings of single places were set or taken back."""
    notes_changed = Signal()
    """Notes were written or taken back."""
    bookmarks_changed = Signal()
    """Bookmarks were set, renamed or taken back."""
    save_state_changed = Signal()
    """`save_state` may be another, or whether one may decide."""
    failed = Signal(object)
    """ReaderError: what was decided could not be saved; it is tried again."""
    noticed = Signal(object)
    """ReaderError: all was saved, but not where one would look for it, or with what others did."""
    lost = Signal()
    """Another window took over: here it is only read from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._is_paused = False
        self._may_write = False
        self._lock = JournalLock()
        self._writer = JournalWriter(self)
        self._writer.state_changed.connect(self.save_state_changed)
        self._writer.saved.connect(self._on_saved)
        self._writer.failed.connect(self.failed)

    # -- whose review it is

    def begin(self, review: Review | None) -> None:
        """Review another document from now on; None where there is none, or only a part."""
        self.pause()
        self._review = review
        self._writer.begin(review)
        self._is_paused = False
        self._take_lock()
        self.pins_changed.emit()
        self.bookmarks_changed.emit()
        self.save_state_changed.emit()

    def pause(self) -> ReaderError | None:
        """Save all and let another window decide; return what kept it from being saved."""
        review = self._review
        tidy = review is not None and not self._is_paused
        error = self._writer.finish(tidy=tidy and (self._may_write or self.unsaved > 0))
        if review is not None and error is None and not self._is_paused:
            self._lock.release()
            self._is_paused = True
        return error

    def resume(self) -> None:
        """Go on with a review that was paused."""
        if self._review is not None and self._is_paused:
            self._is_paused = False
            self._take_lock()
            self.save_state_changed.emit()

    def close(self) -> None:
        """Save what can be saved and end; no thread is left."""
        self.pause()
        self._lock.release()
        self._review = None
        self._writer.begin(None)

    def take_over(self) -> None:
        """Take the right to decide away from the window that has it.

        The document has to be opened again: that window may have decided since.
        """
        if self._review is not None:
            self._lock.take_away(self._review.file.lock_path)

    def _take_lock(self) -> None:
        review = self._review
        if review is None:
            self._lock.release()
            self._may_write = False
        else:
            self._may_write = self._lock.take(review.file.lock_path) and review.found.can_write

    def _may_act(self) -> bool:
        """Tell if an act is allowed; another window may have taken over."""
        if self._review is not None and self._may_write and self._lock.is_lost:
            self._may_write = False
            self.save_state_changed.emit()
            self.lost.emit()
        return self.can_decide

    @property
    def review(self) -> Review | None:
        """The review of the document that is shown, or None."""
        return self._review

    # -- what holds

    @property
    def is_read_only(self) -> bool:
        """Whether another window decides on the document, or nothing can be saved of it."""
        return self._review is not None and not self._may_write

    @property
    def can_decide(self) -> bool:
        """Whether the document may be decided on here and now."""
        return self._review is not None and self._may_write and not self._is_paused

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to take back."""
        review = self._review
        return review is not None and self.can_decide and bool(review.history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is one that was taken back."""
        review = self._review
        return review is not None and self.can_decide and bool(review.history.undone)

    @property
    def depth(self) -> int:
        """How many acts are in force."""
        return self._review.depth if self._review is not None else 0

    @property
    def pins(self) -> PinnedReadings:
        """The readings that are set for single places of the document."""
        return self._review.pinned_readings if self._review is not None else {}

    @property
    def notes(self) -> dict[tuple[int, int], str]:
        """Span of the source (code points) -> what is noted there."""
        return self._review.notes if self._review is not None else {}

    @property
    def bookmarks(self) -> dict[tuple[int, int], str]:
        """Span of the source (code points) -> the name of the bookmark there."""
        return self._review.bookmarks if self._review is not None else {}

    @property
    def save_state(self) -> SaveState:
        """How far what was decided is saved."""
        review = self._review
        if review is None:
            return SaveState.NOTHING
        if not self._may_write:
            return SaveState.READ_ONLY
        if self._writer.has_failed:
            return SaveState.FAILED
        if review.unsaved:
            return SaveState.SAVING
        return SaveState.ALL if review.file.is_made else SaveState.NOTHING

    @property
    def unsaved(self) -> int:
        """How many acts are not in the journal yet."""
        return self._review.unsaved if self._review is not None else 0

    # -- acts

    def decide(self, repair: Repair, text: str) -> None:
        """Let a text stand where a repair is."""
        self.decide_all((decision_for(repair, text),), classify_choice(repair, text))

    def decide_all(self, places: Iterable[Decision], how: How) -> None:
        """Decide on many places with one act."""
        review = self._review
        if review is not None and self._may_act():
            self._tell(review.decide(places, how))

    def pin(self, places: Iterable[PinnedReading]) -> None:
        """Set readings of single places, or take them away."""
        review = self._review
        if review is not None and self._may_act():
            self._tell(review.pin_readings(places))

    def note(self, start: int, end: int, text: str) -> None:
        """Note something about source[start:end] (code points); an empty text removes the note."""
        review = self._review
        if review is not None and self.notes.get((start, end), "") != text and self._may_act():
            self._tell(review.note([Note(start, end, text)]))

    def bookmark(self, mark: Bookmark) -> None:
        """Set, rename or remove a bookmark."""
        review = self._review
        before = self.bookmarks.get((mark.start, mark.end))
        wanted = mark.text if mark.is_set else None
        if review is not None and before != wanted and self._may_act():
            self._tell(review.bookmark([mark]))

    def undo(self) -> None:
        """Take the last act back."""
        if self.can_undo and self._may_act() and self._review is not None:
            self._tell(self._review.undo())

    def redo(self) -> None:
        """Do the act that was taken back last again."""
        if self.can_redo and self._may_act() and self._review is not None:
            self._tell(self._review.redo())

    def adopt(self, review: Review, base: Document, rules: RuleSet | None = None) -> None:
        """Go on with what this version of the engine makes of the source, if that is still open.

        `rules` are those of the user that it was made by, if others held so far.
        """
        if review is self._review and self._may_act():
            review.adopt(base, rules)
            self._show(None)
            self._writer.schedule()

    def confirm(self, review: Review) -> None:
        """Note that this version of the engine would restore nothing otherwise."""
        if review is self._review and self._may_act():
            review.confirm()
            self._writer.schedule()

    def save_now(self) -> None:
        """Try again at once to save what could not be saved."""
        self._writer.save_now()

    def _tell(self, act: Act | None) -> None:
        if isinstance(act, DecisionAct):
            self._show(act.places[0] if act.places else None)
        elif isinstance(act, NoteAct):
            self.notes_changed.emit()
        elif isinstance(act, BookmarkAct):
            self.bookmarks_changed.emit()
        elif act is not None:
            self.pins_changed.emit()
        self._writer.schedule()

    def _show(self, about: Decision | None) -> None:
        """Tell how the document reads now; `about` is what was decided."""
        if self._review is None:
            return
        document = self._review.document
        at: Repair | None = None
        if about is not None:
            number = document.repairs.number_of(about.start, about.end)
            # What was typed over several repairs and taken back is several again.
            inside = document.repairs_in_source(about.start, about.end) if number is None else ()
            at = next(iter(inside), None) if number is None else document.repairs[number]
        self.changed.emit(document, at)

    def _on_saved(self, notice: ReaderError | None) -> None:
        """Show what others decided meanwhile, and tell what is to be told."""
        if self._review is not None and self._review.merged:
            self._review.refresh()
            self._show(None)
            self.pins_changed.emit()
            self.notes_changed.emit()
            self.bookmarks_changed.emit()
        if notice is not None:
            self.noticed.emit(notice)
