"""A dialog about a list: its rows are changed by buttons below, or by the keys of the page."""

# ruff: noqa: N802  (methods that Qt calls keep Qt's names)

from __future__ import annotations

from collections.abc import Callable

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

from reader.ui.panes.text_style import CHINESE_FAMILIES


class EditableList(QListWidget):
    """A list that hears the keys of the page: F2 and E edit, Delete removes, Z takes back."""

    edit_wanted = Signal()
    remove_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet("QListWidget::item { padding: 4px 6px; }")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for."""
        key = event.key()
        if key in (Qt.Key.Key_F2, Qt.Key.Key_E):
            self.edit_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Delete) or key == Qt.Key.Key_Backspace:
            self.remove_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) or key == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def say_empty(self, text: str) -> None:
        """Show why there is no row."""
        QListWidgetItem(text, self).setFlags(Qt.ItemFlag.NoItemFlags)


class ListDialog(QDialog):
    """Shows a list in Chinese letters, a row of buttons below."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self.list = EditableList(self)
        self.list.setAccessibleName(title)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._buttons)

    def add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        """Add a button; Enter belongs to the list and presses none."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button
