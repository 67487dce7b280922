"""What a review has to tell: in the message bar, and in lists for who wants to see more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.document import Document
from reader.core.errors import ReaderError
from reader.ui.jobs import JobRunner, Task
from reader.ui.message_bar import MessageBar, Tone
from reader.ui.reviewing import ReviewController
from reader.ui.wording import error_text

if TYPE_CHECKING:
    from reader.review.differences import Difference
    from reader.review.review import Review


class ReviewNews(QObject):
    """Says what is not as the user left it, and what could not be saved; nothing, as a rule."""

    def __init__(self, controller: ReviewController, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._message = message
        self._window = window
        controller.failed.connect(self._on_failed)
        controller.noticed.connect(self._on_noticed)
        self._comparer = JobRunner(self)
        self._comparer.finished.connect(self._on_compared)

    def close(self) -> None:
        """Stop comparing; no thread is left."""
        self._comparer.close()

    def tell_of(self, review: Review) -> None:
        """Say what is special about a document that was just opened."""
        say = self._message.show_message
        journal, reopened = review.found.journal, review.reopened
        held = sum(1 for _ in review.history.decisions())
        if review.found.problem is not None:
            say(*error_text(review.found.problem), tone=Tone.ERROR)
        elif not review.can_write:
            say(
                self.tr("This document is open in another window, where it can be decided on."),
                self.tr("Here you can read it. Decisions made there show when you open it again."),
                button=self.tr("Decide here instead"),
                do=self._controller.decide_here,
            )
        elif reopened.gone:
            gone = self.tr("%Ln have no place any more and are kept.", "", len(reopened.gone))
            say(
                self.tr("The text has changed since you decided on it."),
                " ".join((self.tr("%Ln decision(s) still hold.", "", held), gone)),
                button=self.tr("Show them"),
                do=self.show_stranded,
            )
        elif journal is not None and journal.broken:
            say(
                self.tr("%Ln line(s) of {name} cannot be read.", "", journal.broken).format(
                    name=review.file.path.name
                ),
                self.tr("All other decisions hold. A copy is kept before anything is written."),
            )
        elif reopened.changed:
            say(
                self.tr("The text has changed since you decided on it."),
                self.tr("All %Ln decision(s) still hold.", "", held),
            )
        elif review.is_outdated:
            say(
                self.tr("This document was restored by another version of Jingdu."),
                self.tr("It stays as you saved it."),
                button=self.tr("Show what would change"),
                do=self.compare,
            )

    def show_stranded(self) -> None:
        """List what was decided and has no place any more."""
        from reader.ui.review_lists import stranded_list  # not needed to start

        review = self._controller.review
        if review is not None:
            stranded_list(review.stranded, self._window).open()

    def compare(self) -> None:
        """Find out in the background what this version of the engine would restore otherwise."""
        review = self._controller.review
        if review is not None:
            base = review.base
            self._message.show_message(self.tr("The text is restored anew to compare…"))
            self._comparer.start(lambda task: _compared(base, task))

    def _on_compared(self, job: int, found: tuple[Document, Document, list[Difference]]) -> None:
        from reader.ui.review_lists import differences_list  # not needed to start

        base, anew, differing = found
        review = self._controller.review
        if job != self._comparer.latest or review is None or review.base is not base:
            return
        self._message.hide()
        if not differing:
            self._controller.confirm()
        dialog = differences_list(differing, self._window)
        dialog.taken.connect(lambda: self._controller.adopt(anew))
        dialog.open()

    def _on_failed(self, error: ReaderError) -> None:
        what, advice = error_text(error)
        self._message.show_message(
            self.tr("Your decisions cannot be saved: {what}").format(what=what),
            self.tr("Nothing is lost while this window is open. {advice}").format(advice=advice),
            tone=Tone.ERROR,
            button=self.tr("Try again"),
            do=self._controller.save_now,
        )

    def _on_noticed(self, notice: ReaderError) -> None:
        self._message.show_message(*error_text(notice))


def _compared(base: Document, task: Task) -> tuple[Document, Document, list[Difference]]:
    from reader.core.restore.pipeline import restore  # takes long to import
    from reader.review.differences import differences

    anew = restore(base.source, origin=base.origin, progress=task.report)
    return base, anew, differences(base, anew)
