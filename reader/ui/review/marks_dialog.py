"""The list of bookmarks and notes of a document: to go there, to change them, to remove them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reader.ui.panes.span_marks import SpanSign
from reader.ui.parts.list_dialog import ListDialog
from reader.ui.review.span_marks import ListedMark, SpanMarks


class MarksDialog(ListDialog):
    """Lists them in the order of the text; Enter or a double click goes there."""

    def __init__(self, marks: SpanMarks, parent: QWidget) -> None:
        super().__init__(self.tr("Bookmarks and notes"), parent)
        self.setObjectName("marks")
        self._marks = marks
        self._shown: tuple[ListedMark, ...] = ()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemActivated.connect(self.go)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.edit_wanted.connect(self.edit)
        self.list.remove_wanted.connect(self.remove)
        self.list.undo_wanted.connect(self.undo)
        self.go_there = self.add_button(self.tr("&Go to"), self.go)
        self.change = self.add_button(self.tr("&Edit…"), self.edit)
        self.take_away = self.add_button(self.tr("&Remove"), self.remove)
        self.take_back = self.add_button(self.tr("&Undo"), self.undo)
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
            self.list.say_empty(
                self.tr(
                    "No bookmarks or notes yet. Select some text, then add one from the Edit menu."
                )
            )
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
