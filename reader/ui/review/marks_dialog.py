"""The list of bookmarks and notes of a document: to go there, to change them, to remove them."""

# ruff: noqa: N802  (methods that Qt calls keep Qt's names)

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panes.span_marks import SpanSign
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.review.span_marks import ListedMark, SpanMarks


class _List(QListWidget):
    """A list that hears the keys of the page."""

    edit_wanted = Signal()
    remove_wanted = Signal()
    undo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F2 and E edit, Delete remove, and Z take back."""
        key = event.key()
        if key in (Qt.Key.Key_F2, Qt.Key.Key_E):
            self.edit_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Delete) or key == Qt.Key.Key_Backspace:
            self.remove_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) or key == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)


class MarksDialog(QDialog):
    """Lists them in the order of the text; Enter or a double click goes there."""

    def __init__(self, marks: SpanMarks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("marks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bookmarks and notes"))
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self._marks = marks
        self._shown: tuple[ListedMark, ...] = ()
        self.list = _List(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setStyleSheet("QListWidget::item { padding: 4px 6px; }")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemActivated.connect(self.go)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.edit_wanted.connect(self.edit)
        self.list.remove_wanted.connect(self.remove)
        self.list.undo_wanted.connect(self.undo)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.go_there = self._button(buttons, self.tr("&Go to"), self.go)
        self.change = self._button(buttons, self.tr("&Edit…"), self.edit)
        self.take_away = self._button(buttons, self.tr("&Remove"), self.remove)
        self.take_back = self._button(buttons, self.tr("&Undo"), self.undo)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(560, 420)
        marks.changed.connect(self._fill)
        self._fill()

    def go(self) -> None:
        """Show the place of the current row, and close."""
        mark = self._current()
        if mark is not None:
            self._marks.go_to(mark)
            self.accept()

    def edit(self) -> None:
        """Ask for another name or text."""
        mark = self._current()
        if mark is not None:
            self._marks.edit(mark)

    def remove(self) -> None:
        """Take the current one away."""
        mark = self._current()
        if mark is not None:
            self._marks.remove(mark)

    def undo(self) -> None:
        """Take back what was done last."""
        self._marks.undo()

    def _button(self, box: QDialogButtonBox, text: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _current(self) -> ListedMark | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _fill(self) -> None:
        row = max(0, self.list.currentRow())
        self._shown = self._marks.listed
        self.list.clear()
        for mark in self._shown:
            QListWidgetItem(self._words(mark), self.list)
        if not self._shown:
            text = self.tr(
                "No bookmarks or notes yet. Select some text, then add one from the Edit menu."
            )
            QListWidgetItem(text, self.list).setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setCurrentRow(min(row, len(self._shown) - 1))
        self._on_row()

    def _words(self, mark: ListedMark) -> str:
        """Return a row: which it is comes first, so that a screen reader says it first."""
        if mark.sign is SpanSign.NOTE:
            return self.tr("Note: {text} – {excerpt}").format(text=mark.text, excerpt=mark.excerpt)
        if mark.text:
            text = self.tr("Bookmark: {text} – {excerpt}")
            return text.format(text=mark.text, excerpt=mark.excerpt)
        return self.tr("Bookmark: {excerpt}").format(excerpt=mark.excerpt)

    def _on_row(self) -> None:
        there = self._current() is not None
        for button in (self.go_there, self.change, self.take_away):
            button.setEnabled(there)
        self.take_back.setEnabled(self._marks.can_undo())
