"""The ways to open a document: a file, an address, the clipboard, something dropped, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.text.resources import resource_path
from reader.ui import settings
from reader.ui.document.opened import Request
from reader.ui.messages import Message
from reader.ui.settings import Settings

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress
    from reader.text.document import Origin
    from reader.ui.document.bookmarks import Bookmarks
    from reader.ui.document.mime import MimeContent
    from reader.ui.questions import Questions

_SAMPLE = "policy_damaged.txt"


class OpenCommands(QObject):
    """Asks what to open where that is not said, and passes a request on."""

    requested = Signal(object)
    """Request: this is to be opened."""
    folder_requested = Signal(object)
    """Path of a folder whose documents are to be listed."""
    said = Signal(object)
    """Message: there was nothing to open, or more than one thing."""

    def __init__(
        self,
        store: Settings,
        questions: Questions,
        bookmarks: Bookmarks,
        sample: Path | None,
        window: QWidget,
    ) -> None:
        """`sample` is the bundled file, None where it is not installed."""
        super().__init__(window)
        self._store = store
        self._questions = questions
        self._bookmarks = bookmarks
        self._sample = sample
        self._window = window

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        path = self._questions.open_path(self._window, self._store.get(settings.FOLDER))
        if path is not None:
            self._store.set(settings.FOLDER, str(path.parent))
            self.open_path(path)

    def open_path(self, path: Path, near: int = 0) -> None:
        """Open a file where the reader left it; for a journal, the document it belongs to.

        `near` is a source offset for one of which no place is remembered here any more.

        Of a folder, as it may be dropped, the documents are listed.
        """
        from reader.review.journal_name import document_of  # not needed to start

        if path.is_dir():
            self.folder_requested.emit(path.absolute())
            return
        path = document_of(path) or path
        self.requested.emit(Request(path=path, near=self._bookmarks.position(path) or near))

    def ask_and_open_address(self) -> None:
        """Ask for the address of a page, fetch it and open it."""
        address = self._questions.address(self._window)
        if address is not None:
            self.open_address(address)

    def open_address(self, address: str, near: int = 0) -> None:
        """Fetch a page and open it where the reader left it; else near a source offset."""
        near = self._bookmarks.position(address) or near
        self.requested.emit(Request(address=address, near=near))

    def ask_and_open_folder(self) -> None:
        """Ask for a folder and list its documents."""
        folder = self._questions.open_folder(self._window, self._store.get(settings.FOLDER))
        if folder is not None:
            self._store.set(settings.FOLDER, str(folder))
            self.folder_requested.emit(folder)

    def open_text(self, text: str, html: str = "", origin: Origin | None = None) -> None:
        """Open a text that is in no file; with it the same text as HTML, or how it was decoded."""
        self.requested.emit(Request(text=text, html=html, origin=origin))

    def open_page(self, page: PageAddress) -> None:
        """Open a page of an archive."""
        self.requested.emit(Request(page=page))

    def open_sample(self) -> None:
        """Open the bundled sample."""
        if self._sample is not None:
            self.requested.emit(Request(path=self._sample))

    def paste(self) -> None:
        """Open what is on the clipboard."""
        from reader.ui.document.mime import read_mime  # not needed to start

        content = read_mime(QGuiApplication.clipboard().mimeData())
        if content is not None:
            self.open_content(content)
        else:
            self.said.emit(
                Message(
                    self.tr("There is no text on the clipboard."),
                    self.tr("Copy the text of a page first, then paste it here."),
                )
            )

    def open_content(self, content: MimeContent) -> None:
        """Open what was dropped or pasted."""
        if content.path is None:
            self.open_text(content.text, content.html)
            return
        self.open_path(content.path)
        if content.more:
            text = self.tr("%Ln more file(s) were dropped and not opened.", "", content.more)
            advice = self.tr("Only one file is opened at a time; drop them one by one.")
            self.said.emit(Message(text, advice))


def sample_path() -> Path | None:
    """Return the bundled sample, None where it is not installed."""
    try:
        return resource_path("samples", _SAMPLE)
    except FileNotFoundError:
        return None
