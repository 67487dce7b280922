"""Fields that show the key that leads to them, where Enter and Esc lead back; a thin slider."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSlider, QWidget

from reader.ui.parts.drawing import colour, draw_key, key_width

_INSET = 7
_HANDLE = 5.5  # pixels from the middle to the edge


class KeyField(QLineEdit):
    """A line to type in, with the cap of its key at the left or at the right."""

    entered = Signal()
    """Enter was pressed."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, key: str, parent: QWidget, *, at_right: bool = False) -> None:
        super().__init__(parent)
        self._key = key
        self._at_right = at_right
        self.setMinimumHeight(28)
        self._make_room()

    def _make_room(self) -> None:
        room = ceil(key_width(self.font(), self._key)) + 4
        self.setTextMargins(0 if self._at_right else room, 0, room if self._at_right else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._at_right:
            return
        painter = QPainter(self)
        wide = key_width(self.font(), self._key)
        x = self.width() - wide - _INSET if self._at_right else _INSET
        box = QRectF(x, 0, wide, self.height())
        draw_key(painter, box, self._key, colour(self, "muted"), colour(self, "mid"), self.font())


class ThinSlider(QSlider):
    """A slider of the theme's colours: a line up to a ring."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumWidth(60)

    def sizeHint(self) -> QSize:
        return QSize(120, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        span = max(1, self.maximum() - self.minimum())
        left, right = _HANDLE + 1, self.width() - _HANDLE - 1
        x = left + (right - left) * (self.sliderPosition() - self.minimum()) / span
        y = self.height() / 2
        for begin, end, name in ((left, right, "mid"), (left, x, "cur")):
            pen = QPen(colour(self, name), 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(begin, y), QPointF(end, y))
        painter.setPen(QPen(colour(self, "cur"), 2.5 if self.hasFocus() else 1.3))
        painter.setBrush(colour(self, "page"))
        painter.drawEllipse(QPointF(x, y), _HANDLE, _HANDLE)
