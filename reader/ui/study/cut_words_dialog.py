"""The dialog with all words that the user joined or split, to look through and to remove."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QWidget

from reader.language.own_segments import Change
from reader.ui.panes.card_labels import label
from reader.ui.parts.list_dialog import ListDialog
from reader.ui.study.own_cut_section import cut_words
from reader.ui.study.own_words import OwnWords


class CutWordsDialog(ListDialog):
    """Lists them, the latest first; what is removed is cut by the dictionaries again."""

    def __init__(self, words: OwnWords, parent: QWidget) -> None:
        super().__init__(self.tr("Words you joined or split"), parent)
        self.setObjectName("cutWords")
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
        self.column.insertWidget(0, about)
        self.list.remove_wanted.connect(self.remove_selected)
        self.list.undo_wanted.connect(self._on_undo)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.remove = self.add_button(self.tr("&Remove"), self.remove_selected)
        self.undo = self.add_button(self.tr("&Undo"), self._on_undo)
        self._removed = 0
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
            self.list.say_empty(self.tr("You have not joined or split any words."))
        self._on_selected()

    def _on_selected(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
        self.undo.setEnabled(self._removed > 0)
