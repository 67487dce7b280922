"""What lies on the desk: opening, showing, reading again and saving one document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from reader.text.document import Origin, Repair
from reader.text.errors import FileMissing, ReaderError, reading_failed
from reader.text.resources import resource_path
from reader.ui import settings
from reader.ui.dialogs import Questions
from reader.ui.document.dropping import Dropped, read_mime
from reader.ui.document.letting_go import LettingGo
from reader.ui.document.opening import Keeping, Opened, Opener, Request
from reader.ui.document.recent import RecentFiles, progress_of
from reader.ui.document.saving import Saving
from reader.ui.review.news import ReviewNews
from reader.ui.review.reviewing import ReviewController, Saved
from reader.ui.settings import Settings
from reader.ui.window.message_bar import MessageBar, Tone
from reader.ui.window.reading_page import ReadingPage
from reader.ui.window.status import StatusLine
from reader.ui.wording import error_text

_SAMPLE = "policy_damaged.txt"
_WEIGHED = 2**21  # bytes of a file that are weighed to rank the encodings


class Desk(QObject):
    """Brings documents onto the page, and says in the message bar what went wrong."""

    changed = Signal()
    """What is shown, or whether something is being opened, is different now."""
    opened = Signal(object)
    """Opened: a document is on the screen, in part or whole."""
    failed = Signal(object)
    """ReaderError: something could not be opened or saved; the message bar says it."""

    def __init__(
        self,
        store: Settings,
        page: ReadingPage,
        status: StatusLine,
        message: MessageBar,
        questions: Questions,
        keeping: Keeping,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._store = store
        self._page = page
        self._status = status
        self._message = message
        self._questions = questions
        self._window = window
        self._shown: Opened | None = None
        self._letting_go = LettingGo(self)
        self.recent = RecentFiles(store)
        self.sample = sample_path()
        self.review = ReviewController(self)
        self.review.changed.connect(self._on_reviewed)
        self.review.saved_changed.connect(self._keep_progress)
        self.news = ReviewNews(self.review, message, window)
        self.news.reopen_wanted.connect(self._open_again)
        self.news.place_wanted.connect(self._go_to_source)
        page.panes.decided.connect(self.review.decide)
        self.saving = Saving(store, questions, page.panes.readings, self.sample, window)
        self.saving.said.connect(message.show_message)
        self.saving.failed.connect(self._complain)
        self.opener = Opener(keeping, self)
        self.opener.started.connect(self._on_started)
        self.opener.progressed.connect(status.set_progress)
        self.opener.shown.connect(self._on_shown)
        self.opener.failed.connect(self._on_failed)
        self.opener.ended.connect(self._on_ended)
        status.cancel_wanted.connect(self.cancel)
        for view in (page.panes.clean_view, page.panes.source_view):
            view.painted.connect(self._on_painted)

    @property
    def shown(self) -> Opened | None:
        """The document on the screen, or None."""
        return self._shown

    @property
    def is_opening(self) -> bool:
        """Whether something is being opened."""
        return self.opener.request is not None

    def may_let_go(self) -> bool:
        """Save what was decided; return whether the document may go, which the user is asked.

        Only where it can't be saved is there anything to ask.
        """
        error = self.review.pause()
        if error is None:
            return True
        if self._questions.lose_decisions(self._window, self.review.unsaved, *error_text(error)):
            return True
        self.review.resume()
        return False

    def close(self) -> None:
        """Remember the place and stop all work; no thread is left after this."""
        self._keep_position()
        self.opener.close()
        self.review.close()
        self.saving.close()
        self.news.close()

    # -- opening

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        path = self._questions.open_path(self._window, self._store.get(settings.FOLDER))
        if path is not None:
            self._store.set(settings.FOLDER, str(path.parent))
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file where the reader left it; for a journal, the document it belongs to."""
        from reader.review.journal_file import document_of  # not needed to start

        path = document_of(path) or path
        self._open(Request(path=path, near=self.recent.position(path)))

    def ask_and_open_address(self) -> None:
        """Ask for the address of a page, fetch it and open it."""
        address = self._questions.address(self._window)
        if address is not None:
            self._open(Request(address=address))

    def show_whole_page(self, whole_page: bool) -> None:
        """Read the page again, with all of its text or with its main text alone."""
        if self._shown is not None:
            self._open(replace(self._shown.request, whole_page=whole_page, near=0))

    def open_text(self, text: str, html: str = "", origin: Origin | None = None) -> None:
        """Open a text that is in no file, with the same as HTML, or how it was read, if known."""
        self._open(Request(text=text, html=html, origin=origin))

    def open_sample(self) -> None:
        """Open the bundled sample."""
        if self.sample is not None:
            self._open(Request(path=self.sample))

    def paste(self) -> None:
        """Open what is on the clipboard."""
        self.open_dropped(read_mime(QGuiApplication.clipboard().mimeData()))

    def _go_to_source(self, offset: int) -> None:
        if self._shown is not None:
            self._page.panes.go_to_clean(self._shown.document.clean_span(offset, offset)[0])

    def _open_again(self) -> None:
        """Open the document anew at the same place."""
        if self._shown is not None:
            top = min(self._page.panes.top_clean_offset(), len(self._shown.document.text))
            near = self._shown.document.source_span(top, top)[0]
            self._open(replace(self._shown.request, near=near))

    def read_again(self, encoding: str) -> None:
        """Read the file of the shown document in another encoding; "" detects it."""
        if self._shown is not None and self._shown.request.path is not None:
            request = self._shown.request
            self._open(replace(request, encoding=encoding or None, near=0))

    def try_encodings(self) -> None:
        """Show what the file says in other encodings, to choose from."""
        shown = self._shown
        if shown is None or shown.request.path is None:
            return
        from reader.formats.decode import readings_of
        from reader.ui.document.encoding_dialog import EncodingDialog

        path = shown.request.path
        try:
            with path.open("rb") as file:
                readings = readings_of(file.read(_WEIGHED))
        except OSError as error:
            self._complain(reading_failed(path, error))
            return
        dialog = EncodingDialog(readings, shown.document.origin.encoding, self._window)
        dialog.chosen.connect(self.read_again)
        dialog.open()

    def cancel(self) -> None:
        """Stop restoring; what is on the screen stays."""
        request = self.opener.request
        if request is None:
            return
        self.opener.cancel()
        partial = self._shown is not None and not self._shown.complete
        self.review.resume()
        self._message.show_message(
            self.tr("Restoring was stopped."),
            self.tr("Only the part around where you are was restored.") if partial else "",
            button=self.tr("Start again"),
            do=lambda: self._open(request),
        )

    def close_document(self) -> None:
        """Go back to the start page."""
        if not self.may_let_go():
            return
        self._message.hide()
        self._keep_position()
        self.opener.cancel()
        self.review.begin(None)
        self._set_shown(None)

    def open_dropped(self, dropped: Dropped | None) -> None:
        """Open what was dropped or pasted; None says that there is nothing."""
        if dropped is None:
            self._message.show_message(
                self.tr("There is no text on the clipboard."),
                self.tr("Copy the text of a page first, then paste it here."),
            )
        elif dropped.path is not None:
            self.open_path(dropped.path)
            if dropped.more:
                text = self.tr("%Ln more file(s) were dropped and not opened.", "", dropped.more)
                self._message.show_message(
                    text, self.tr("One window shows one document; drop them one by one.")
                )
        else:
            self.open_text(dropped.text, dropped.html)

    def _open(self, request: Request) -> None:
        if not self.may_let_go():
            return
        self._message.hide()
        self._keep_position()
        self.opener.open(request)

    def _on_started(self) -> None:
        self._status.start_progress()
        self.changed.emit()

    def _on_shown(self, opened: Opened) -> None:
        continued = (
            self._shown is not None
            and not self._shown.complete
            and self._shown.request is opened.request
        )
        self.review.begin(opened)
        self._set_shown(opened, keep_position=continued)
        if not continued:
            self._show_place(opened)
            path = opened.request.path
            if path is not None and path != self.sample:
                self.recent.add(path)
        if opened.review is not None:
            self.news.tell_of(opened.review)
        self.opened.emit(opened)

    def _on_reviewed(self, opened: Opened, repair: Repair | None) -> None:
        panes = self._page.panes
        explained = panes.card.isVisible()
        self._set_shown(opened, keep_position=True)
        if repair is not None and (not explained or panes.current_repair is not repair):
            panes.go_to_repair(repair)

    def _keep_progress(self) -> None:
        opened = self.review.opened
        path = opened.request.path if opened is not None else None
        if opened is None or path is None or path == self.sample:
            return
        # Nothing, where there was something: somebody deleted the journal.
        known = self.review.saved is not Saved.NOTHING or self.recent.progress(path)
        if known and self.review.saved not in (Saved.SAVING, Saved.FAILED):
            self.recent.keep_progress(path, progress_of(opened.tally))

    def _on_painted(self) -> None:
        if self.is_opening:
            QTimer.singleShot(0, self.opener.go_on)  # when the other pane is painted, too

    def _show_place(self, opened: Opened) -> None:
        near = opened.request.near
        self._page.panes.setFocus()
        if 0 < near < len(opened.document.source):
            self._page.panes.go_to_clean(opened.document.clean_span(near, near)[0])

    def _on_failed(self, request: Request | None, error: ReaderError) -> None:
        self.review.resume()
        if request is not None and request.path is not None and isinstance(error, FileMissing):
            self.recent.remove(request.path)
            self.changed.emit()
        self._complain(error)

    def _on_ended(self) -> None:
        self._status.stop_progress()
        self.changed.emit()

    def _complain(self, error: ReaderError) -> None:
        what, advice = error_text(error)
        shown = self._shown
        if shown is None or shown.complete:
            self._message.show_message(what, advice, tone=Tone.ERROR)
        else:
            # Its restoring was stopped for a document that did not come.
            self._message.show_message(
                what,
                advice,
                tone=Tone.ERROR,
                button=self.tr("Restore the rest"),
                do=lambda: self._open(shown.request),
            )
        self.failed.emit(error)

    def _set_shown(self, opened: Opened | None, *, keep_position: bool = False) -> None:
        before = self._shown
        if before is not None:
            self._letting_go.take(before.document.repairs)
        self._shown = opened
        # First the page, then the text: it is measured once then, in the size it is read in.
        self.changed.emit()
        self._page.set_opened(opened, keep_position=keep_position)
        self._status.set_opened(opened)

    def _keep_position(self) -> None:
        if self._shown is None or self._shown.request.path in (None, self.sample):
            return
        path, document = self._shown.request.path, self._shown.document
        if path is not None:
            top = min(self._page.panes.top_clean_offset(), len(document.text))
            self.recent.keep_position(path, document.source_span(top, top)[0])


def sample_path() -> Path | None:
    """Return the bundled sample, None where it is not installed."""
    try:
        return resource_path("samples", _SAMPLE)
    except FileNotFoundError:
        return None
