"""Tells what has become of the user's decisions, in messages and in lists that say more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.text.document import Document
from reader.text.errors import ReaderError
from reader.ui.messages import Message, Tone, error_message
from reader.ui.review.controller import ReviewController
from reader.ui.wording import error_text, sentences
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.review.differences import Difference
    from reader.review.review import Review


class ReviewNews(QObject):
    """Says what is not as the user left it, and what could not be saved; nothing, as a rule."""

    place_wanted = Signal(int)
    """The user wants to see a place of the source (code points)."""
    reopen_wanted = Signal()
    """The document is to be opened again, as somebody else may have decided on it."""
    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""

    def __init__(self, controller: ReviewController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        controller.failed.connect(self._on_failed)
        controller.noticed.connect(self._on_noticed)
        controller.lost.connect(self._on_lost)
        self._comparer = Runner(self)
        self._comparer.finished.connect(self._on_compared)

    def close(self) -> None:
        """Stop comparing; no thread is left."""
        self._comparer.close()

    def tell_of(self, review: Review) -> None:
        """Say what is special about a document that was just opened."""
        message = self._about(review)
        if message is not None:
            self.said.emit(message)

    def _about(self, review: Review) -> Message | None:
        """Return what is most worth knowing about a review, None if it is as the user left it."""
        journal, reopened = review.found.journal, review.reopened
        if review.found.problem is not None:
            return error_message(review.found.problem)
        if self._controller.is_read_only:
            return Message(
                self.tr("This document is open in another window."),
                self.tr("It is read-only here. Open it again to see decisions made there."),
                button=self.tr("Decide here instead"),
                do=self._take_over,
            )
        if reopened.gone:
            return self._about_stranded(review)
        if journal is not None and journal.broken:
            what = self.tr("%Ln line(s) of {name} cannot be read.", "", journal.broken)
            return Message(
                what.format(name=review.file.path.name),
                self.tr("All other decisions apply. A copy is made before anything is saved."),
            )
        kept = journal is not None and bool(journal.frozen) and not reopened.changed
        if kept and not review.is_thawed:
            return Message(
                self.tr("The repairs saved with this document are damaged."),
                self.tr("It was restored again; your decisions apply."),
            )
        if review.found.more:
            from reader.review.errors import JournalMerged  # not needed to start

            return Message(*error_text(JournalMerged(review.file.path)))
        if reopened.changed:
            return Message(
                self.tr("This text has changed since you decided on it."),
                self.tr("All %Ln decision(s) still apply.", "", _decision_count(review)),
            )
        if review.has_other_rules:
            return Message(
                self.tr("Your rules have changed since this document was restored."),
                self.tr("Nothing has been changed."),
                button=self.tr("Show differences"),
                do=self.compare,
            )
        if review.is_outdated:
            return Message(
                self.tr("This document was restored by another version of Jingdu."),
                self.tr("Nothing has been changed."),
                button=self.tr("Show differences"),
                do=self.compare,
            )
        return None

    def _about_stranded(self, review: Review) -> Message:
        """Return the message about decisions whose place is gone from the text."""
        gone = self.tr("%Ln no longer apply and are kept.", "", len(review.stranded))
        count = _decision_count(review)
        still = self.tr("%Ln decision(s) still apply.", "", count)
        return Message(
            self.tr("This text has changed since you decided on it."),
            sentences(still, gone) if count else gone,
            button=self.tr("Show"),
            do=self.show_stranded,
        )

    def show_stranded(self) -> None:
        """List what was decided and has no place any more."""
        from reader.ui.review.lists import stranded_list  # not needed to start

        review = self._controller.review
        if review is not None:
            stranded_list(review.stranded, self._window).open()

    def compare(self) -> None:
        """Find out in the background what this version of the engine would restore otherwise."""
        review = self._controller.review
        if review is not None:
            self.said.emit(Message(self.tr("Comparing…")))
            self._comparer.start(lambda task: _compare(review, task))

    def _on_compared(self, found: tuple[Review, Document, list[Difference]]) -> None:
        from reader.ui.review.lists import differences_list  # not needed to start

        review, anew, differing = found
        if review is not self._controller.review:
            return
        self.said.emit(None)
        if not differing:
            by_rules = review.has_other_rules
            self._controller.confirm(review)
            same = self.tr("This version of Jingdu gives the same result.")
            self.said.emit(
                Message(self.tr("Your rules give the same result.") if by_rules else same)
            )
            return
        dialog = differences_list(
            review.base.source, differing, self._window, by_rules=review.has_other_rules
        )
        dialog.row_chosen.connect(lambda row: self.place_wanted.emit(differing[row].start))
        dialog.taken.connect(lambda: self._controller.adopt(review, anew))
        dialog.open()

    def _on_failed(self, error: ReaderError) -> None:
        what, _ = error_text(error)
        safe = self.tr(
            "Nothing is lost while this window stays open; saving is retried automatically."
        )
        self.said.emit(
            Message(
                self.tr("Your decisions cannot be saved: {what}").format(what=what),
                safe,
                tone=Tone.ERROR,
                button=self.tr("Try again"),
                do=self._controller.save_now,
            )
        )

    def _take_over(self) -> None:
        self._controller.take_over()
        self.reopen_wanted.emit()

    def _on_lost(self) -> None:
        self.said.emit(
            Message(
                self.tr("Another window has taken over this document."),
                self.tr("What you decided is saved. It is read-only here from now on."),
                button=self.tr("Decide here instead"),
                do=self._take_over,
            )
        )

    def _on_noticed(self, notice: ReaderError) -> None:
        self.said.emit(Message(*error_text(notice)))


def _decision_count(review: Review) -> int:
    return sum(1 for _ in review.history.decisions())


def _compare(review: Review, task: Task) -> tuple[Review, Document, list[Difference]]:
    from reader.repair.pipeline import restore  # takes long to import
    from reader.repair.rules.apply import apply_rules
    from reader.review.differences import find_differences

    base = review.base
    anew = restore(
        base.source,
        origin=base.origin,
        progress=task.report,
        mechanisms=apply_rules(review.rules),
    )
    return review, anew, find_differences(base, anew)
