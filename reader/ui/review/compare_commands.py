"""Comparing the open document with another copy: asks for the file, compares in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.review.decisions import Decision, texts_in_force
from reader.review.history import How
from reader.text.document import Document
from reader.ui import settings
from reader.ui.messages import Message, error_message
from reader.ui.questions import Questions
from reader.ui.review.controller import ReviewController
from reader.ui.settings import Settings
from reader.ui.wording import as_reader_error
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.review.compare import Discrepancy
    from reader.review.review import Review
    from reader.ui.review.compare_panel import ComparePanel


class _Asked(NamedTuple):
    """What is compared with what; `other` once it was restored."""

    review: Review
    document: Document
    path: Path
    reference: bool
    layout: bool
    other: Document | None = None


class CompareCommands(QObject):
    """Compares on request and decides as the panel asks."""

    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""
    panel_made = Signal(object)
    """ComparePanel, which the window finds a place for; before the first comparison comes."""

    def __init__(
        self,
        controller: ReviewController,
        store: Settings,
        questions: Questions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller = controller
        self._store = store
        self._questions = questions
        self._window = window
        self._asked: _Asked | None = None
        self.panel: ComparePanel | None = None  # until there is something to show
        controller.changed.connect(self._on_changed)
        controller.save_state_changed.connect(self._on_state)
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_compared)
        self._runner.failed.connect(self._on_failed)

    def close(self) -> None:
        """Stop comparing; no thread is left."""
        self._runner.close()

    def ask_for_copy(self) -> None:
        """Ask for another scrape of the document and compare with it."""
        self._ask(reference=False)

    def ask_for_reference(self) -> None:
        """Ask for a text that is right and compare with it."""
        self._ask(reference=True)

    def _ask(self, *, reference: bool) -> None:
        review = self._controller.review
        if review is None:
            return
        path = self._questions.open_path(self._window, self._store.get(settings.FOLDER))
        if path is not None:
            self._store.set(settings.FOLDER, str(path.parent))
            layout = self.panel is not None and self.panel.with_layout.isChecked()
            self._start(_Asked(review, review.document, path, reference, layout))

    def _start(self, asked: _Asked) -> None:
        self._asked = asked
        self.said.emit(
            Message(
                self.tr("Comparing with {name}…").format(name=asked.path.name),
                button=self.tr("Stop"),
                do=self._runner.cancel,
            )
        )
        self._runner.start(lambda task: _compare(asked, task))

    def _on_compared(self, result: tuple[_Asked, Sequence[Discrepancy]]) -> None:
        asked, found = result
        if asked.review is not self._controller.review:
            return
        self._asked = asked
        self.said.emit(None)
        panel = self.panel = self.panel or self._make_panel()
        panel.set_may_decide(self._controller.can_decide)
        panel.show_found(asked.document, asked.path.name, found, reference=asked.reference)
        self._on_changed()

    def _make_panel(self) -> ComparePanel:
        from reader.ui.review.compare_panel import ComparePanel  # not needed to start

        panel = ComparePanel(self._window)
        panel.decided.connect(self._on_decided)
        panel.layout_wanted.connect(self._on_layout)
        self.panel_made.emit(panel)
        return panel

    def _on_failed(self, error: Exception) -> None:
        path = self._asked.path if self._asked is not None else None
        self.said.emit(error_message(as_reader_error(error, path)))

    def _on_decided(self, decisions: tuple[Decision, ...], how: How) -> None:
        self._controller.decide_all(decisions, how)

    def _on_layout(self, layout: bool) -> None:
        if self._asked is not None and self._asked.review is self._controller.review:
            review = self._asked.review
            self._start(self._asked._replace(document=review.document, layout=layout))

    def _on_changed(self) -> None:
        review = self._controller.review
        if self.panel is not None and review is not None:
            self.panel.set_decided(texts_in_force(review.history.decisions()))

    def _on_state(self) -> None:
        """Forget a comparison with a document that is shown no more."""
        if self._asked is not None and self._asked.review is not self._controller.review:
            self._asked = None
            self._runner.cancel()
            if self.panel is not None:
                self.panel.clear()
        if self.panel is not None:
            self.panel.set_may_decide(self._controller.can_decide)


def _compare(asked: _Asked, task: Task) -> tuple[_Asked, Sequence[Discrepancy]]:
    from reader.formats.open import read_text  # take long to import
    from reader.repair.pipeline import restore
    from reader.repair.rules.apply import apply_rules
    from reader.review.compare import compare

    other = asked.other
    if other is None:
        text, origin = read_text(asked.path, check=task.check)
        task.check()
        mechanisms = apply_rules(asked.review.rules)
        other = restore(text, origin=origin, progress=task.report, mechanisms=mechanisms)
    task.check()
    found = compare(
        asked.document,
        other,
        layout=asked.layout,
        reference=asked.reference,
        rules=asked.review.rules,
    )
    return asked._replace(other=other), found
