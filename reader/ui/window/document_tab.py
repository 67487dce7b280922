"""One open document: its page, and everything that opens, decides, saves and explains it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.export.table import Export
from reader.ui.dialogs import Questions
from reader.ui.document.bookmarks import Bookmarks
from reader.ui.document.controller import DocumentController
from reader.ui.document.opened import Opened, Request
from reader.ui.document.opener import Opener, Storage
from reader.ui.document.saving import Saving
from reader.ui.review.controller import ReviewController
from reader.ui.review.news import ReviewNews
from reader.ui.review.reading_edits import ReadingEdits
from reader.ui.review.repair_commands import RepairCommands
from reader.ui.settings import Settings
from reader.ui.window.document_page import DocumentPage
from reader.ui.window.preferences import hidden_kinds
from reader.ui.window.title import Title


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all tabs of a window share."""

    store: Settings
    storage: Storage
    bookmarks: Bookmarks
    questions: Questions
    sample: Path | None
    decision_keys: dict[str, str]  # accept and reject -> key sequence, for the card


class DocumentTab(QWidget):
    """Shows one document, or nothing yet; other tabs know nothing of it."""

    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""
    changed = Signal()
    """What is shown, whether something is being opened, or how far all is saved."""
    decisions_changed = Signal()
    """What can be decided, undone or copied now may be another thing."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        store, questions = around.store, around.questions
        self.page = DocumentPage(hidden_kinds(store), self)
        panes = self.page.panes
        self.review = ReviewController(self)
        self.news = ReviewNews(self.review, self)
        self.saving = Saving(store, questions, panes.readings, around.sample, self)
        self.opener = Opener(around.storage, self)
        self.documents = DocumentController(
            self.opener, self.review, panes, around.bookmarks, questions, self
        )
        self.reading_edits = ReadingEdits(
            panes.readings, self.review, questions, store.folder, self
        )
        self.repair_commands = RepairCommands(panes, self.review, around.decision_keys)
        self.title = Title(self.review, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        self._connect()

    def _connect(self) -> None:
        documents, panes = self.documents, self.page.panes
        for speaker in (
            documents,
            self.saving,
            self.news,
            self.reading_edits,
            self.repair_commands,
        ):
            speaker.said.connect(self.said)
        documents.changed.connect(self.changed)
        documents.shown_changed.connect(self.page.set_opened)
        documents.opened.connect(self._on_opened)
        self.saving.failed.connect(documents.complain)
        self.news.reopen_wanted.connect(documents.open_again)
        self.news.place_wanted.connect(documents.go_to_source)
        panes.decided.connect(self.review.decide)
        panes.selection_changed.connect(self.decisions_changed)
        panes.repair_reached.connect(self.decisions_changed)
        self.reading_edits.changed.connect(self.decisions_changed)
        self.review.save_state_changed.connect(self.changed)
        self.page.legend.undecided.clicked.connect(self.repair_commands.go_to_undecided)

    @property
    def shown(self) -> Opened | None:
        """The document on the screen, or None."""
        return self.documents.shown

    @property
    def request(self) -> Request | None:
        """What is shown or being opened, or None."""
        if self.opener.request is not None:
            return self.opener.request
        return self.shown.request if self.shown is not None else None

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a document nor one that is coming."""
        return self.request is None

    def with_whole(self, do: Callable[[Opened], None]) -> None:
        """Do something with the document, if all of it is restored."""
        if self.shown is not None and self.shown.complete:
            do(self.shown)

    def save(self) -> None:
        """Save the clean text."""
        self.with_whole(self.saving.save)

    def save_as(self) -> None:
        """Save the clean text where the user says."""
        self.with_whole(self.saving.save_as)

    def export(self, export: Export) -> None:
        """Write what else can be made of the document."""
        self.with_whole(partial(self.saving.export, export=export))

    def close_down(self) -> None:
        """Remember the place, stop all work and let the threads end."""
        self.documents.close()
        self.saving.close()
        self.news.close()
        self.page.find_bar.shut_down()

    def _on_opened(self, opened: Opened) -> None:
        if opened.review is not None:
            self.news.tell_of(opened.review)
