"""The decisions of the user on the document that is shown; each makes a new document of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document, Repair
from reader.review.decisions import Decision, History, decide, decided, flat, index_of
from reader.ui.opening import Opened


class Review(QObject):
    """Holds the document as it was restored and what was decided since."""

    changed = Signal(object, object)
    """(Opened, Repair): the document reads so now; that repair was decided on, or undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._base: Document | None = None
        self._history = History()

    def begin(self, opened: Opened | None) -> None:
        """Review another document from now on; a part of one is not decided on."""
        self._opened = opened if opened is not None and opened.complete else None
        self._base = None
        self._history = History()

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is one that was taken back."""
        return bool(self._history.undone)

    @property
    def depth(self) -> int:
        """How many decisions are in force."""
        return len(self._history.done)

    def decide(self, repair: Repair, text: str) -> None:
        """Let a text stand where a repair is."""
        if self._opened is not None:
            self._move(self._history.add(decide(repair, text)), decide(repair, text))

    def undo(self) -> None:
        """Take the last decision back."""
        if self.can_undo:
            self._move(self._history.undo(), self._history.done[-1])

    def redo(self) -> None:
        """Take again the decision that was taken back last."""
        if self.can_redo:
            self._move(self._history.redo(), self._history.undone[-1])

    def _move(self, history: History, about: Decision) -> None:
        opened = self._opened
        if opened is None:
            return
        if self._base is None:
            self._base = flat(opened.document)
        self._history = history
        document = decided(self._base, history.done)
        now = opened.with_document(document) if history.done else opened
        number = index_of(document.repairs, about)
        self.changed.emit(now, None if number is None else document.repairs[number])
