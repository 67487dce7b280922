"""The recent documents as a model: those that fit what is searched for."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from reader.ui.document import recent_words
from reader.ui.document.recent import RecentEntry, tip

if TYPE_CHECKING:
    from datetime import date

ROW = 54
"""The height of a row, in pixels."""

Index = QModelIndex | QPersistentModelIndex


class RecentModel(QAbstractListModel):
    """The entries that fit what is searched for."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._entries: Sequence[RecentEntry] = ()
        self._shown: list[RecentEntry] = []
        self._query = ""

    @property
    def has_entries(self) -> bool:
        """Whether there are any at all."""
        return bool(self._entries)

    def set_entries(self, entries: Sequence[RecentEntry]) -> None:
        """Show these."""
        self._entries = entries
        self._fill()

    def search(self, query: str) -> None:
        """Show only those whose name or folder holds this, as it is written or in pinyin."""
        self._query = query
        self._fill()

    def entry(self, index: Index) -> RecentEntry:
        """Return the entry of a row."""
        return self._shown[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return recent_words.name_words(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return recent_words.spoken_words(entry, self._today())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry.source)
        return None

    @property
    def today(self) -> date:
        """The day on which the rows are read."""
        return self._today()

    def _fill(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._entries if _fits(one, self._query)]
        self.endResetModel()


def _fits(entry: RecentEntry, query: str) -> bool:
    if not query.strip():
        return True
    from reader.language.name_search import matches  # no start needs it

    # A word may be in the name, another in the folder.
    return matches(query, f"{recent_words.name_words(entry)} {recent_words.place_words(entry)}")
