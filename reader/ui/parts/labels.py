"""Labels of plain text: what stands in a document is never markup."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.ui.parts.drawing import colour

_NEW_LINE = "\n"


def plain_label(parent: QWidget, *, wrap: bool = False, scale: float = 1.0) -> QLabel:
    """Return a label in the colour of text; with `wrap` it is as high as its width makes it."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
    if scale != 1.0:
        font = made.font()
        font.setPointSizeF(font.pointSizeF() * scale)
        made.setFont(font)
    return made


class QuietLabel(QLabel):
    """One line in the colour of second text, in whichever theme it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(colour(self, "muted"))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), self.alignment(), shown)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is: Qt takes one that looks like markup for it."""
    return f"<span>{escape(text).replace(_NEW_LINE, '<br>')}</span>"
