"""Shows what a change of rules would change in the open document, while the rules are typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.export.explain import visible
from reader.repair.rules.model import RuleSet
from reader.review.decisions import Decision
from reader.review.rules.preview import RuleChange, RulePreview, preview
from reader.text.document import Document
from reader.ui.rules.tables import dress_table
from reader.ui.wording import as_reader_error, error_text, sentences
from reader.ui.workers import Runner

translate = QCoreApplication.translate
_PAUSE = 300  # ms without a key, after which the preview is made
_MOST = 2_000  # rows
_LONGEST = 60  # characters of a cell


class PreviewTable(QWidget):
    """A table of what would change: its first place, what it reads now and then, how often."""

    place_wanted = Signal(int)
    """The user wants to see a place of the source (code points)."""
    shown = Signal()
    """The preview of what was asked for last is shown."""

    def __init__(
        self,
        document: Document | None,
        rules: RuleSet,
        decisions: Iterable[Decision] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`rules` restored the document, on which these are the decisions of the user."""
        super().__init__(parent)
        self._document = document
        self._rules = rules
        self._decisions = tuple(decisions)
        self._wanted: RuleSet | None = None
        self.changes: tuple[RuleChange, ...] = ()
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        heads = (
            translate("Rules", "First occurrence"),
            translate("Rules", "Now"),
            translate("Rules", "New"),
            translate("Rules", "Places"),
        )
        self.table = QTableWidget(0, len(heads), self)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(translate("Rules", "What changes in this document"))
        dress_table(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.table.cellActivated.connect(
            lambda row, _column: self.place_wanted.emit(self.changes[row].start)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self._runner = Runner(self)
        self._runner.progressed.connect(self._on_progressed)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)
        self._show(RulePreview())

    def look(self, rules: RuleSet) -> None:
        """Show, after a short pause, what would change by these rules."""
        self._wanted = rules
        self._runner.cancel()
        self._pause.start()

    def close_runner(self) -> None:
        """Stop; no thread is left."""
        self._pause.stop()
        self._runner.close()

    def _on_pause(self) -> None:
        document, before, after = self._document, self._rules, self._wanted
        if document is None or after is None:
            self.shown.emit()
            return
        self.note.setText(translate("Rules", "Comparing…"))
        decisions = self._decisions
        self._runner.start(
            lambda task: preview(document, before, after, decisions, progress=task.report)
        )

    def _on_progressed(self, done: int, total: int) -> None:
        share = 100 * done // max(1, total)
        self.note.setText(translate("Rules", "Comparing… {percent}%").format(percent=share))

    def _on_finished(self, found: RulePreview) -> None:
        self._show(found)
        self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        what, advice = error_text(as_reader_error(error, None))
        self._show(RulePreview())
        self.note.setText(sentences(what, advice))
        self.shown.emit()

    def _show(self, found: RulePreview) -> None:
        changes = self.changes = found.changes
        self.table.setRowCount(min(len(changes), _MOST))
        for row, one in enumerate(changes[:_MOST]):
            place = f"{_line(one.left)}【{_line(one.before)}】{_line(one.right)}"
            for column, text in enumerate((place, one.now, one.then)):
                shown = text if column == 0 else _line(text) or translate("Rules", "removed")
                self.table.setItem(row, column, QTableWidgetItem(shown))
            count = QTableWidgetItem(str(one.times))
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, 3, count)
        self.note.setText(self._says(found))

    def _says(self, found: RulePreview) -> str:
        if self._document is None:
            return translate("Rules", "Open a document to try the rules on it.")
        places = sum(one.times for one in found.changes)
        if not places and not found.kept:
            return translate("Rules", "Nothing changes in this document.")
        text = self.tr("%Ln place(s) in this document change.", "", places)
        if not places:
            text = translate("Rules", "Nothing changes in this document.")
        if not found.kept:
            return text
        kept = self.tr("%Ln place(s) decided by hand stay as they are.", "", found.kept)
        return sentences(text, kept)


def _line(text: str) -> str:
    """Return a text on one line, its middle left out if it is long."""
    shown = visible(text.replace("\r\n", "\n").replace("\n", "⏎"))
    half = _LONGEST // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]}…{shown[-half:]}"
