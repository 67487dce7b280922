"""The list of recent documents: name and place, how far each is decided or read, what is left."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QWidget,
)

from reader.ui.window.recent_model import ROW, RecentModel

if TYPE_CHECKING:
    from datetime import date


class RecentList(QListView):
    """Arrows, Enter and Delete work as in any list; a click opens."""

    chosen = Signal(object)
    """RecentEntry: it is to be opened."""
    removed = Signal(object)
    """RecentEntry: it is to be taken off the list."""

    def __init__(self, parent: QWidget, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.setObjectName("recentList")
        self._paints = False
        self.entries = RecentModel(today, self)
        self.setModel(self.entries)
        self.entries.modelReset.connect(self._on_entries)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.clicked.connect(self._open)

    def _on_entries(self) -> None:
        """Have what paints rows; who has never opened anything needs none of it."""
        if self.entries.has_entries and not self._paints:
            from reader.ui.window.recent_rows import RecentDelegate

            self._paints = True
            self.setItemDelegate(RecentDelegate(self, self.entries))

    @property
    def full_height(self) -> int:
        """How high it is with all rows, in pixels."""
        return ROW * self.entries.rowCount() + 2

    def enter(self) -> None:
        """Take the focus; a row is the current one then."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.entries.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self._remove(index)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # PySide6 looks through all classes for that of a viewport; nobody sees it yet at the start.
        if self.isVisible() and event.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.PaletteChange,
        ):
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(self.entries.entry(index))

    def _remove(self, index: QModelIndex) -> None:
        row = index.row()
        self.removed.emit(self.entries.entry(index))
        last = self.entries.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.entries.index(min(row, last)))

    def _on_menu_wanted(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self._open(index))
        menu.addAction(self.tr("Remove from list"), lambda: self._remove(index))
        menu.popup(self.viewport().mapToGlobal(at))
