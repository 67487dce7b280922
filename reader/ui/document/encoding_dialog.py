"""Try another encoding: the likeliest ones first, and what the file says in each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

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

from reader.formats.interpretations import Interpretation, interpret
from reader.text.errors import reading_failed
from reader.ui.document.encoding_names import encoding_label
from reader.ui.panes.text_style import CHINESE_FAMILIES

_SIZE = QSize(860, 460)
_LIST_WIDTH = 330
_SAMPLE = 2**21  # bytes at the start of a file by which the encodings are ranked


class EncodingDialog(QDialog):
    """Shows a file in each encoding; nothing changes until one is taken."""

    chosen = Signal(str)
    """The encoding to read the file in; not sent for the one it is read in already."""

    def __init__(
        self, interpretations: Sequence[Interpretation], current: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("encodings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Try another encoding"))
        self._interpretations = interpretations
        self._current = current
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setAccessibleName(self.tr("Encodings, most likely first"))
        for interpretation in interpretations:
            self.list.addItem(self._item(interpretation))
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
            self.tr("Use this encoding"), QDialogButtonBox.ButtonRole.AcceptRole
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
        rows = [
            row
            for row, interpretation in enumerate(interpretations)
            if interpretation.encoding == current
        ]
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

    def _item(self, interpretation: Interpretation) -> QListWidgetItem:
        label = encoding_label(interpretation.encoding, interpretation.label)
        notes = [self.tr("{percent}% Chinese").format(percent=round(interpretation.score * 100))]
        if interpretation.encoding == self._current:
            notes.append(self.tr("in use"))
        if interpretation.best:
            notes.append(self.tr("detected"))
        item = QListWidgetItem(f"{label}\n{' · '.join(notes)}")
        if interpretation.encoding == self._current:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _on_row(self, row: int) -> None:
        interpretation = self._interpretations[row]
        self.preview.setPlainText(interpretation.sample)
        lost = self.tr(
            "%Ln place(s) here cannot be read in this encoding.", "", interpretation.lost
        )
        whole = self.tr("All bytes here can be read in this encoding.")
        self.note.setText(lost if interpretation.lost else whole)

    def _on_accepted(self) -> None:
        encoding = self._interpretations[self.list.currentRow()].encoding
        if encoding != self._current:
            self.chosen.emit(encoding)


def encoding_dialog(path: Path, current: str, parent: QWidget) -> EncodingDialog:
    """Return the dialog for a file that is read in the `current` encoding. Raises ReaderError."""
    try:
        with path.open("rb") as file:
            start = file.read(_SAMPLE)
    except OSError as error:
        raise reading_failed(path, error) from error
    return EncodingDialog(interpret(start), current, parent)
