"""What the card draws: dots, bars, hairlines, bytes."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from reader.ui.panes.card_labels import em
from reader.ui.panes.text_style import with_alpha

_ROUND = 4


class Rule(QWidget):
    """A hairline between two repairs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = with_alpha(self.palette().color(QPalette.ColorRole.Text), 40)
        QPainter(self).fillRect(self.rect(), colour)


class Swatch(QWidget):
    """A dot in the colour of a kind."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        side = round(em(parent.font()) * 0.75)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), 3, 3)


class Bar(QWidget):
    """How sure a repair is, as a part of a line."""

    def __init__(self, part: float, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = min(1.0, max(0.0, part))
        self._colour = colour
        size = em(parent.font())
        self.setFixedSize(round(size * 5.4), round(size * 0.38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, QRectF(self.rect()), self._part, self._colour, self.palette())


def draw_bar(
    painter: QPainter, box: QRectF, part: float, colour: QColor, palette: QPalette
) -> None:
    """Draw a share (0..1) as the filled part of a thin line."""
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(with_alpha(palette.color(QPalette.ColorRole.Text), 40))
    painter.drawRoundedRect(box, radius, radius)
    filled = QRectF(box)
    filled.setWidth(box.width() * part)
    painter.setBrush(colour)
    painter.drawRoundedRect(filled, radius, radius)


def mix(first: QColor, second: QColor, part: float) -> QColor:
    """Return an opaque mixture; a see-through one is dark where nothing composes windows."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * part),
        round(first.green() + (second.green() - first.green()) * part),
        round(first.blue() + (second.blue() - first.blue()) * part),
    )
