"""The small widgets that the card of a repair is made of."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from reader.ui.panes.byte_chain import Cell
from reader.ui.panes.text_style import CHINESE_FAMILIES, faded
from reader.ui.wording import percent

_LONGEST = 24  # characters of "before" and "after" shown at most
_ROUND = 4
WIDTH = 340


class Rule(QWidget):
    """A hairline between two repairs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = faded(self.palette().color(QPalette.ColorRole.Text), 40)
        QPainter(self).fillRect(self.rect(), colour)


class Swatch(QWidget):
    """A dot in the colour of a kind."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedSize(10, 10)

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
        self.setFixedSize(72, 5)

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
    painter.setBrush(faded(palette.color(QPalette.ColorRole.Text), 40))
    painter.drawRoundedRect(box, radius, radius)
    filled = QRectF(box)
    filled.setWidth(box.width() * part)
    painter.setBrush(colour)
    painter.drawRoundedRect(filled, radius, radius)


class ByteChain(QLabel):
    """The bytes of a repair in a monospace font, each character under its own."""

    def __init__(self, cells: Sequence[Cell], colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = cells
        self._colour = colour
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._mono.setPointSizeF(parent.font().pointSizeF() * 0.95)
        metrics = QFontMetricsF(self._mono)
        self._byte = metrics.horizontalAdvance("00")
        self._gap = self._byte * 0.28
        self._high = metrics.height() * 2.35
        self.setText("  ".join(f"{' '.join(cell.data)} {visible(cell.char)}" for cell in cells))
        self._places: list[QRectF] = []
        x = y = 0.0
        for cell in cells:
            width = len(cell.data) * (self._byte + self._gap) + self._gap
            if x and x + width > WIDTH:
                x, y = 0.0, y + self._high + 4
            self._places.append(QRectF(x, y, width, self._high))
            x += width + 3
        self.setFixedSize(WIDTH, round(y + self._high) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.palette().color(QPalette.ColorRole.Text)
        for cell, box in zip(self._cells, self._places, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(text, 16))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
            upper = QRectF(box.left() + self._gap, box.top(), self._byte, box.height() / 2)
            painter.setFont(self._mono)
            for number, piece in enumerate(cell.data):
                missing = piece == "??" or (cell.lost and not number)
                if missing:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(faded(self._colour, 70))
                    painter.drawRoundedRect(upper.adjusted(-1, 2, 1, 0), 3, 3)
                painter.setPen(text)
                painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, piece)
                upper.translate(self._byte + self._gap, 0)
            lower = QRectF(box.left(), box.center().y(), box.width(), box.height() / 2 - 1)
            painter.setFont(self.font())
            painter.setPen(faded(text, 190))
            shown = "?" if cell.char == "\ufffd" else visible(cell.char)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, shown)


class ChoiceRow(QAbstractButton):
    """Another text that could stand there: the key that picks it, the text, how likely it is."""

    def __init__(
        self, key: str, text: str, probability: float, colour: QColor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._shown = visible(text) or QCoreApplication.translate("RepairCard", "removed")
        self._part = min(1.0, max(0.0, probability))
        self._colour = colour
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(f"{self._shown} {self._per_cent()}")
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _per_cent(self) -> str:
        if self._part < 0.005:
            return f"< {percent(0.01)}"
        return percent(round(self._part, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        strength = 46 if self.isDown() else 30 if self.underMouse() else 14
        painter.setBrush(faded(text, strength))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), _ROUND, _ROUND)
        x = box.left() + 7
        if self._key:
            key = QRectF(x, box.center().y() - 8, 16, 16)
            painter.setPen(faded(text, 110))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(faded(text, 190))
            small = QFont(self.font())
            small.setPointSizeF(small.pointSizeF() * 0.82)
            painter.setFont(small)
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
            x = key.right() + 9
        painter.setFont(self.font())
        painter.setPen(text)
        metrics = self.fontMetrics()
        room = box.right() - 108 - x
        words = metrics.elidedText(self._shown, Qt.TextElideMode.ElideMiddle, int(room))
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, base), words)
        painter.setPen(faded(text, 165))
        right = QRectF(box.right() - 50, box.top(), 43, box.height())
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, aligned, self._per_cent())
        line = QRectF(box.right() - 100, box.center().y() - 2, 46, 4)
        draw_bar(painter, line, self._part, self._colour, palette)


def label(text: str, parent: QWidget, *, quiet: bool = False) -> QLabel:
    """Return a label of plain text: the text of a document is never markup."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    palette = QPalette(parent.palette())
    colour = palette.color(QPalette.ColorRole.Text)
    palette.setColor(QPalette.ColorRole.WindowText, faded(colour, 165) if quiet else colour)
    made.setPalette(palette)
    return made


def text_label(text: str, parent: QWidget, scale: float, *, quiet: bool = False) -> QLabel:
    """Show a piece of the document large; what is gone or invisible is named."""
    shown = visible(text)
    if not text:
        made = label(QCoreApplication.translate("RepairCard", "removed"), parent, quiet=True)
        font = made.font()
        font.setItalic(True)
        made.setFont(font)
        return made
    made = label(shown, parent, quiet=quiet)
    font = QFont(list(CHINESE_FAMILIES))
    if len(shown) > 8:
        scale = min(scale, 1.35)
    font.setPointSizeF(made.font().pointSizeF() * scale)
    made.setFont(font)
    return made


def visible(text: str) -> str:
    """Return a text cut to a length that fits, with a name in place of what can't be seen."""
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(
        f"[U+{ord(char):04X}]"
        if unicodedata.category(char)[0] in "CZ" and char != " "
        else ("␣" if char == " " else char)
        for char in text
    )


def between(first: QColor, second: QColor, part: float) -> QColor:
    """Return an opaque mixture; a see-through one is dark where nothing composes windows."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * part),
        round(first.green() + (second.green() - first.green()) * part),
        round(first.blue() + (second.blue() - first.blue()) * part),
    )


def bold(font: QFont) -> QFont:
    """Return the font, heavier."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier
