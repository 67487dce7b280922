"""Keeps the page and the review panel at one place, and carries out what is decided on either."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.review.decisions import Decision
from reader.review.history import How
from reader.review.repair_table import RepairTable
from reader.review.typing import Replacement, decide_replacements
from reader.text.document import Document, Repair
from reader.ui.document.opened import Opened
from reader.ui.panes.marking import Marking
from reader.ui.panes.panes import DocumentPanes
from reader.ui.panes.side import Side
from reader.ui.review.controller import ReviewController
from reader.ui.review.panel.panel import ReviewPanel


class Judging(QObject):
    """Connects the page, the panel and the review of one document."""

    progressed = Signal()
    """`panel.progress` may be another, or the order in which places come."""
    exception_offered = Signal(str, str)
    """(before, after): the user kept the original of this pair again and again."""
    offer_taken = Signal()
    """The key that takes what was offered last was pressed."""
    refused = Signal(str)
    """A key can do nothing here; why, and what can."""
    undo_wanted = Signal()
    """The key for undo was pressed in review mode."""

    def __init__(
        self, panes: DocumentPanes, panel: ReviewPanel, review: ReviewController, parent: QObject
    ) -> None:
        """Connect what is there; `review` must have told the page already when it tells this."""
        super().__init__(parent)
        self._panes = panes
        self._panel = panel
        self._review = review
        self._shown: object = None  # the review whose document the panel has
        self._is_deciding = False
        self._table: RepairTable | None = None  # of the document as it is shown
        self._offered: set[tuple[str, str]] = set()
        self.is_reviewing = False
        """Whether single keys on the page decide: the review panel is in front."""
        panes.repair_reached.connect(self._on_reached)
        panes.typing.typed.connect(self.decide_typed)
        panes.key_pressed.connect(self._on_key)
        panel.place_wanted.connect(panes.go_to_repair)
        panel.decided.connect(self._on_decided)
        panel.refused.connect(self.refused)
        panel.note_changed.connect(review.note)
        panel.typing_wanted.connect(panes.start_typing)
        panel.page_wanted.connect(panes.setFocus)
        panel.all_repairs_wanted.connect(lambda: panes.set_marking(Marking.PROOF))
        panel.order_changed.connect(self.progressed)
        panel.set_pronounce(self._pronounce)
        review.changed.connect(self._on_reviewed)
        review.notes_changed.connect(panel.update_notes)

    def set_opened(self, opened: Opened | None) -> None:
        """Show the repairs of another document; of a part of one, none."""
        whole = opened is not None and opened.complete
        review = opened.review if opened is not None and whole else None
        self._table = opened.table if opened is not None else None
        if review is not None and review is self._shown:
            return  # it was decided on, and the review tells of that
        self._shown = review
        if opened is not None and whole:
            self._panel.set_document(opened.document, self._review, opened.table)
        else:
            self._panel.set_document(None)
        self._show_table()

    def decide_typed(self, replacements: Sequence[Replacement]) -> None:
        """Let what was typed in the clean text stand there."""
        document, current = self._panes.document, self._panel.current
        if document is not None:
            if self.is_reviewing and current is not None and _overlap(current, replacements):
                self._panel.step_on()
            self._decide(decide_replacements(document, replacements), How.TYPED)

    def _decide(self, decisions: Sequence[Decision], how: How) -> None:
        self._is_deciding = True
        try:
            self._review.decide_all(decisions, how)
        finally:
            self._is_deciding = False

    def _on_decided(self, decisions: tuple[Decision, ...], how: How) -> None:
        self._decide(decisions, how)
        review = self._review.review
        if how is How.KEEP and review is not None:
            from reader.review.group_decisions import find_kept_pair

            kept = find_kept_pair(review.history, review.base)
            if kept is not None and kept.pair not in self._offered:
                self._offered.add(kept.pair)
                self.exception_offered.emit(*kept.pair)

    def _on_reviewed(self, document: Document, repair: Repair | None) -> None:
        stepping = self._panel.is_stepping
        self._panel.update_document(document, self._table)
        self._show_table()
        if not stepping and repair is not None:
            self._panes.go_to_repair(repair)
            self._panel.set_current(repair)

    def _show_table(self) -> None:
        self._panes.overview.set_table(self._panel.repairs)
        self.progressed.emit()

    def _on_reached(self, repair: Repair | None) -> None:
        # While a decision is carried out the page only finds its place again.
        if not self._is_deciding and repair != self._panel.current:
            self._panel.set_current(repair)

    def _on_key(self, event: QKeyEvent) -> None:
        if not self.is_reviewing:
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Y:
            self.offer_taken.emit()
            event.accept()
        elif plain and event.key() == Qt.Key.Key_Z:
            self.undo_wanted.emit()
            event.accept()
        elif self._panel.handle_key(event):
            event.accept()

    def _pronounce(self, repair: Repair) -> str:
        """Return how a place is pronounced; empty until the dictionaries are loaded."""
        if not self._panes.readings_ready() or repair.clean_start == repair.clean_end:
            return ""
        word = self._panes.readings.word_at(Side.CLEAN, repair.clean_start)
        if word is None:
            return ""
        return " ".join(
            one.reading.pinyin
            for one in word.syllables
            if repair.clean_start <= one.reading.start < repair.clean_end
        )


def _overlap(repair: Repair, replacements: Sequence[Replacement]) -> bool:
    """Tell if something was typed where a repair stands in the clean text."""
    return any(
        one.start <= repair.clean_end and one.end >= repair.clean_start for one in replacements
    )
