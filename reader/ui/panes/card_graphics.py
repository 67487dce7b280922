"""What the card draws: dots, bars, hairlines, bytes."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.panes.byte_chain import Cell
from reader.ui.panes.card_labels import em, visible
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


class ByteChain(QLabel):
    """The bytes of a repair in a monospace font, each character under its own."""

    def __init__(self, cells: Sequence[Cell], colour: QColor, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self._cells = cells
        self._colour = colour
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._mono.setPointSizeF(parent.font().pointSizeF() * 0.95)
        metrics, below = QFontMetricsF(self._mono), QFontMetricsF(self.font())
        self._byte = metrics.horizontalAdvance("00")
        self._gap = self._byte * 0.28
        self._high = max(metrics.height(), below.height()) * 2.2
        self.setText("  ".join(f"{' '.join(cell.data)} {visible(cell.char)}" for cell in cells))
        self._places: list[QRectF] = []
        x = y = 0.0
        for cell in cells:
            box = len(cell.data) * (self._byte + self._gap) + self._gap
            box = max(box, below.horizontalAdvance(_label_of(cell)) + 2 * self._gap)
            if x and x + box > width:
                x, y = 0.0, y + self._high + 4
            self._places.append(QRectF(x, y, box, self._high))
            x += box + 3
        self.setFixedSize(width, round(y + self._high) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.palette().color(QPalette.ColorRole.Text)
        for cell, box in zip(self._cells, self._places, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(with_alpha(text, 16))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
            inset = (box.width() - len(cell.data) * (self._byte + self._gap) + self._gap) / 2
            upper = QRectF(box.left() + inset, box.top(), self._byte, box.height() / 2)
            painter.setFont(self._mono)
            for number, piece in enumerate(cell.data):
                missing = piece == "??" or (cell.lost and not number)
                if missing:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(with_alpha(self._colour, 70))
                    painter.drawRoundedRect(upper.adjusted(-1, 2, 1, 0), 3, 3)
                painter.setPen(text)
                painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, piece)
                upper.translate(self._byte + self._gap, 0)
            lower = QRectF(box.left(), box.center().y(), box.width(), box.height() / 2 - 1)
            painter.setFont(self.font())
            painter.setPen(with_alpha(text, 190))
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, _label_of(cell))


def _label_of(cell: Cell) -> str:
    return "?" if cell.char == "\ufffd" else visible(cell.char)


def mix(first: QColor, second: QColor, part: float) -> QColor:
    """Return an opaque mixture; a see-through one is dark where nothing composes windows."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * part),
        round(first.green() + (second.green() - first.green()) * part),
        round(first.blue() + (second.blue() - first.blue()) * part),
    )
