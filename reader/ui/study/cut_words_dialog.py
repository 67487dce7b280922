"""The dialog with all words that the user joined or split, to look through and to remove."""

# ruff: noqa: N802  (methods that Qt calls keep Qt's names)

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.language.own_segments import Change
from reader.ui.panes.card_labels import label
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.study.own_cut_section import cut_words
from reader.ui.study.own_words import OwnWords


class _List(QListWidget):
    """A list that hears the keys of the page: Z takes back."""

    remove_wanted = Signal()
    undo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.remove_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)


class CutWordsDialog(QDialog):
    """Lists them, the latest first; what is removed is cut by the dictionaries again."""

    def __init__(self, words: OwnWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cutWords")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Words you joined or split"))
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self._words = words
        words.load_segments()
        about = label(
            self.tr(
                "These apply to every document. With the word panel in front, J joins the "
                "current word with the next one, and X splits it."
            ),
            self,
            quiet=True,
        )
        self.list = _List(self)
        self.list.remove_wanted.connect(self.remove_selected)
        self.list.undo_wanted.connect(self._on_undo)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setStyleSheet("QListWidget::item { padding: 4px 6px; }")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.remove = QPushButton(self.tr("&Remove"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self.remove_selected)
        self.undo = QPushButton(self.tr("&Undo"), self)
        self.undo.setAutoDefault(False)
        self.undo.setEnabled(False)
        self.undo.clicked.connect(self._on_undo)
        self._removed = 0
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.undo, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(460, 420)
        words.segments_changed.connect(self._fill)
        self._fill()

    def remove_selected(self) -> None:
        """Say nothing of the selected words any more."""
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        row = self.list.currentRow()
        if chosen and self._words.cut(Change(word, None) for word in chosen):
            self._removed += 1
            self.list.setCurrentRow(min(row, self.list.count() - 1))
            self._on_selected()

    def _on_undo(self) -> None:
        """Bring back what was removed here, and nothing else."""
        if self._removed:
            self._removed -= 1
            self._words.undo()
            self._on_selected()

    def _fill(self) -> None:
        self.list.clear()
        for word, parts in reversed(list(self._words.segments.parts.items())):
            item = QListWidgetItem(cut_words(word, parts), self.list)
            item.setData(Qt.ItemDataRole.UserRole, word)
        if not self.list.count():
            item = QListWidgetItem(self.tr("You have not joined or split any words."), self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._on_selected()

    def _on_selected(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
        self.undo.setEnabled(self._removed > 0)
