"""The tree of documents in the folder pane, and its keys."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.ui.folder.model import FolderModel, ShownDocuments
from reader.ui.folder.rows import DocumentRows


class DocumentTree(QTreeView):
    """The documents under their sub-folders; arrows, Enter and letters work as in any list."""

    chosen = Signal(object)
    """Path of the document to open."""
    search_wanted = Signal()
    left = Signal()
    """Esc was pressed."""

    def __init__(self, shown: ShownDocuments, documents: FolderModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("folderTree")
        self._shown = shown
        self._documents = documents
        self.setModel(shown)
        self.setItemDelegate(DocumentRows(self, documents, shown))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)

    def enter(self) -> None:
        """Take the focus; a row is the current one then."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._shown.index(0, 0))

    def open_first(self) -> None:
        """Open the first document that is shown."""
        index = self._shown.index(0, 0)
        while index.isValid() and self._is_folder(index):
            index = self._shown.index(0, 0, index)
        if index.isValid():
            self._open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self._is_folder(index):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self._open(index)
        elif event.key() == Qt.Key.Key_Slash:
            self.search_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F5:
            event.ignore()  # the pane lists the folder again
        else:
            super().keyPressEvent(event)

    def _is_folder(self, index: QModelIndex) -> bool:
        return self._documents.is_folder(self._shown.mapToSource(index))

    def _open(self, index: QModelIndex) -> None:
        if not self._is_folder(index):
            self.chosen.emit(self._documents.path(self._shown.mapToSource(index)))
