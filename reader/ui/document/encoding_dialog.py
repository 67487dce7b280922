"""Try another encoding: the likeliest ones first, and what the file says in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.formats.decode import EncodingReading
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.window.menus import encoding_label

_SIZE = QSize(860, 460)
_LIST_WIDTH = 330


class EncodingDialog(QDialog):
    """Shows a file in each encoding; nothing changes until one is taken."""

    chosen = Signal(str)
    """The encoding to read the file in; not sent for the one it is read in already."""

    def __init__(self, readings: Sequence[EncodingReading], current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("encodings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Try another encoding"))
        self._readings = readings
        self._current = current
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setAccessibleName(self.tr("Encodings, the likeliest first"))
        for reading in readings:
            self.list.addItem(self._item(reading))
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.preview.setAccessibleName(self.tr("The first lines in this encoding"))
        font = QFont(list(CHINESE_FAMILIES))
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        self.preview.setFont(font)
        self.preview.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        self.take = self.buttons.addButton(
            self.tr("Read in this encoding"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.take.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemDoubleClicked.connect(self.accept)
        self._arrange()
        self.resize(_SIZE)
        rows = [row for row, reading in enumerate(readings) if reading.encoding == current]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.setFocus()

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self.note)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(14)
        column.addLayout(middle, 1)
        column.addWidget(self.buttons)

    def _item(self, reading: EncodingReading) -> QListWidgetItem:
        label = encoding_label(reading.encoding, reading.label)
        notes = [self.tr("{percent} % Chinese").format(percent=round(reading.score * 100))]
        if reading.encoding == self._current:
            notes.append(self.tr("read so now"))
        if reading.best:
            notes.append(self.tr("detected"))
        item = QListWidgetItem(f"{label}\n{' · '.join(notes)}")
        if reading.encoding == self._current:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _on_row(self, row: int) -> None:
        reading = self._readings[row]
        self.preview.setPlainText(reading.sample)
        lost = self.tr("%Ln place(s) here cannot be read in this encoding.", "", reading.lost)
        whole = self.tr("All bytes here can be read in this encoding.")
        self.note.setText(lost if reading.lost else whole)

    def _on_accepted(self) -> None:
        encoding = self._readings[self.list.currentRow()].encoding
        if encoding != self._current:
            self.chosen.emit(encoding)
