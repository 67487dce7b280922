"""The document that is shown: replaces it by another, and lets it go only when all is saved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.text.document import Document
from reader.text.errors import FileMissing, ReaderError
from reader.ui.document.bookmarks import Bookmarks, source_offset
from reader.ui.document.opened import Opened, Request
from reader.ui.document.opener import Opener
from reader.ui.messages import Message, error_message
from reader.ui.panes.panes import DocumentPanes
from reader.ui.questions import Questions
from reader.ui.review.controller import ReviewController
from reader.ui.wording import error_text


class DocumentController(QObject):
    """Brings documents onto the page, each with its review, at the place where it was left."""

    changed = Signal()
    """What is shown, or whether something is being opened, is different now."""
    shown_changed = Signal(object, bool)
    """(Opened or None, whether to stay at the same place): this is shown from now on."""
    leaving = Signal()
    """What is shown makes room for another document, or for none; it is still on the screen."""
    opened = Signal(object)
    """Opened: a document is on the screen, in part or whole."""
    failed = Signal(object)
    """ReaderError: something could not be opened; a message said it."""
    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""

    def __init__(
        self,
        opener: Opener,
        review: ReviewController,
        panes: DocumentPanes,
        bookmarks: Bookmarks,
        questions: Questions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._opener = opener
        self._review = review
        self._panes = panes
        self._bookmarks = bookmarks
        self._questions = questions
        self._window = window
        self._shown: Opened | None = None
        review.changed.connect(self._on_reviewed)
        review.save_state_changed.connect(self._keep_progress)
        opener.started.connect(self.changed)
        opener.shown.connect(self._on_shown)
        opener.failed.connect(self._on_failed)
        opener.ended.connect(self.changed)
        for view in (panes.clean_view, panes.source_view):
            view.painted.connect(self._on_painted)

    @property
    def shown(self) -> Opened | None:
        """The document on the screen, or None."""
        return self._shown

    @property
    def is_opening(self) -> bool:
        """Whether something is being opened."""
        return self._opener.request is not None

    def may_let_go(self) -> bool:
        """Save what was decided; return whether the document may go, which the user is asked.

        Only where it can't be saved is there anything to ask.
        """
        error = self._review.pause()
        if error is None:
            return True
        lost = self._review.unsaved
        if self._questions.lose_decisions(self._window, lost, *error_text(error)):
            return True
        self._review.resume()
        return False

    def close(self) -> None:
        """Remember the place and stop all work; no thread is left after this."""
        self._keep_position()
        self.leaving.emit()
        self._opener.close()
        self._review.close()

    # -- opening

    def open(self, request: Request) -> None:
        """Open a document in place of the one that is shown, if that may go."""
        if self.may_let_go():
            self.said.emit(None)
            self._keep_position()
            self._opener.open(request)

    def open_again(self) -> None:
        """Open the document anew at the same place."""
        if self._shown is not None:
            near = source_offset(self._shown, self._panes.top_clean_offset())
            self.open(replace(self._shown.request, near=near))

    def read_again(self, encoding: str) -> None:
        """Read the file of the shown document in another encoding; "" detects it."""
        if self._shown is not None and self._shown.request.path is not None:
            self.open(replace(self._shown.request, encoding=encoding or None, near=0))

    def show_whole_page(self, whole_page: bool) -> None:
        """Read the page again, with all of its text or with its main text alone."""
        if self._shown is not None:
            self.open(replace(self._shown.request, whole_page=whole_page, near=0))

    def try_encodings(self) -> None:
        """Show what the file says in other encodings, to choose from."""
        from reader.ui.document.encoding_dialog import encoding_dialog  # not needed to start

        shown = self._shown
        if shown is None or shown.request.path is None:
            return
        try:
            origin = shown.document.origin
            dialog = encoding_dialog(shown.request.path, origin.encoding, self._window)
        except ReaderError as error:
            self.complain(error)
            return
        dialog.chosen.connect(self.read_again)
        dialog.open()

    def cancel(self) -> None:
        """Stop restoring; what is on the screen stays."""
        request = self._opener.request
        if request is None:
            return
        self._opener.cancel()
        partial = self._shown is not None and not self._shown.complete
        self._review.resume()
        self.said.emit(
            Message(
                self.tr("Repair cancelled."),
                self.tr("Only the part around your position has been restored.") if partial else "",
                button=self.tr("Start again"),
                do=lambda: self.open(request),
            )
        )

    def close_document(self) -> None:
        """Go back to the start page."""
        if not self.may_let_go():
            return
        self.said.emit(None)
        self._keep_position()
        self._opener.cancel()
        self._show(None)
        self._put_on_page(keep_position=False)

    # -- going

    def go_to_source(self, offset: int) -> None:
        """Scroll to a place of the source."""
        if self._shown is not None:
            self._panes.go_to_clean(self._shown.document.clean_span(offset, offset)[0])

    def complain(self, error: ReaderError) -> None:
        """Say what went wrong."""
        shown = self._shown
        message = error_message(error)
        if shown is not None and not shown.complete:
            # Its restoring was stopped for a document that did not come.
            text = self.tr("Restore the rest")
            message = replace(message, button=text, do=lambda: self.open(shown.request))
        self.said.emit(message)
        self.failed.emit(error)

    # -- what happens

    def _on_shown(self, opened: Opened) -> None:
        before = self._shown
        continued = before is not None and not before.complete and before.request is opened.request
        self._show(opened)
        self._put_on_page(keep_position=continued)
        if not continued:
            self._go_to_start(opened)
            self._bookmarks.begin(opened)
        self.opened.emit(opened)

    def _show(self, opened: Opened | None) -> None:
        """Show a document, or none, from now on, and begin its review."""
        self._review.pause()  # as long as the one before is the one that is shown
        before = self._shown
        if before is not None and (opened is None or opened.request is not before.request):
            self.leaving.emit()
        self._shown = opened
        self._review.begin(opened.review if opened is not None else None)

    def _put_on_page(self, *, keep_position: bool) -> None:
        # First the page, then the text: it is measured once then, in the size it is read in.
        self.changed.emit()
        self.shown_changed.emit(self._shown, keep_position)

    def _go_to_start(self, opened: Opened) -> None:
        near = opened.request.near
        self._panes.setFocus()
        if 0 < near < len(opened.document.source):
            self.go_to_source(near)

    def _on_reviewed(self, document: Document) -> None:
        if self._shown is None:
            return
        self._shown = self._shown.with_document(document)
        self._put_on_page(keep_position=True)

    def _on_painted(self) -> None:
        if self.is_opening:
            QTimer.singleShot(0, self._opener.go_on)  # when the other pane is painted, too

    def _on_failed(self, request: Request | None, error: ReaderError) -> None:
        self._review.resume()
        if request is not None and request.path is not None and isinstance(error, FileMissing):
            self._bookmarks.remove(request.path)
            self.changed.emit()
        self.complain(error)

    def _keep_progress(self) -> None:
        if self._shown is not None and self._shown.review is not None:
            self._bookmarks.keep_progress(self._shown, self._review.save_state)

    def _keep_position(self) -> None:
        if self._shown is not None:
            seen = self._panes.clean_view.pager.visible_span()[1]
            self._bookmarks.keep_position(self._shown, self._panes.top_clean_offset(), seen)
