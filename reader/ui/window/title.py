"""The title of the window: which document it is, and how far what was decided is saved."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.document.opened import Opened, Request
from reader.ui.document.recent import tip
from reader.ui.review.controller import ReviewController
from reader.ui.review.save_state import SaveState


class Title(QObject):
    """Puts the title together."""

    def __init__(self, review: ReviewController, parent: QObject) -> None:
        super().__init__(parent)
        self._review = review

    def of(self, opened: Opened | None) -> str:
        """Return the title with a document, or with the start page."""
        if opened is None:
            return self.tr("Jingdu")
        name = self.name(opened.request)
        state = self._state()
        if state:
            name = self.tr("{name} – {state}").format(name=name, state=state)
        return self.tr("{name} – Jingdu").format(name=name)

    def name(self, request: Request | None) -> str:
        """Return what a document is called."""
        if request is None:
            return self.tr("Empty")
        if request.path is not None:
            return request.path.name
        if request.page is not None:
            return request.page.page
        return request.address or self.tr("Pasted text")

    def tip(self, request: Request | None) -> str:
        """Return where it lies, as far as that is known."""
        return tip(request.path) if request is not None and request.path is not None else ""

    def _state(self) -> str:
        """Return how far all is saved, empty while nothing was ever decided."""
        match self._review.save_state:
            case SaveState.ALL:
                return self.tr("all saved")
            case SaveState.SAVING:
                return self.tr("saving…")
            case SaveState.FAILED:
                return self.tr("%Ln not saved", "", self._review.unsaved)
            case SaveState.READ_ONLY:
                return self.tr("read-only")
            case SaveState.NOTHING:
                return ""
