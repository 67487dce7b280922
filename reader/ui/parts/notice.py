"""A sentence and a button or two where there is nothing else to show: done, nothing found."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.parts.buttons import KeyButton
from reader.ui.parts.drawing import colour
from reader.ui.parts.labels import plain_label


class Notice(QWidget):
    """Says how things stand, and offers what can be done next."""

    first_wanted = Signal()
    second_wanted = Signal()

    def __init__(self, first_key: str, parent: QWidget, *, primary: bool, framed: bool) -> None:
        super().__init__(parent)
        self._is_framed = framed
        self.title = plain_label(self, wrap=True, scale=1.25)
        font = self.title.font()
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.words = plain_label(self, wrap=True)
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.first = KeyButton(first_key, self, primary=primary)
        self.second = KeyButton("", self)
        self.first.clicked.connect(self.first_wanted)
        self.second.clicked.connect(self.second_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.first)
        buttons.addWidget(self.second)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addStretch()

    def say(self, title: str, words: str, first: str, second: str = "") -> None:
        """Say something else; a button without words is hidden."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        for button, text in ((self.first, first), (self.second, second)):
            button.setText(text)
            button.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self, "line"), 1))
        painter.setBrush(colour(self, "page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 6, 6)
