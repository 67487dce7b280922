"""What the panels draw alike: bars of shares, the caps of keys, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.kinds import is_dark, theme_colour

_BAR = 5.0
_ROUND = 3.0


def colour(widget: QWidget, name: str) -> QColor:
    """Return a colour of the theme that a widget is shown in."""
    return theme_colour(name, dark=is_dark(widget.palette()))


def scaled(font: QFont, scale: float, *, bold: bool = False) -> QFont:
    """Return a font so many times as large."""
    made = QFont(font)
    made.setPointSizeF(max(6.0, font.pointSizeF() * scale))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def draw_share(painter: QPainter, box: QRectF, share: float, filled: QColor, track: QColor) -> None:
    """Draw a share (0..1) as the filled part of a thin bar in the middle of a box."""
    bar = QRectF(box.left(), box.center().y() - _BAR / 2, box.width(), _BAR)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    if share > 0:
        bar.setWidth(max(_BAR, bar.width() * min(1.0, share)))
        painter.setBrush(filled)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    painter.restore()


def key_width(font: QFont, key: str) -> float:
    """Return how wide the cap of a key is."""
    metrics = QFontMetricsF(scaled(font, 0.82))
    return max(metrics.height() + 2, metrics.horizontalAdvance(key) + 9)


def draw_key(
    painter: QPainter, box: QRectF, key: str, ink: QColor, edge: QColor, font: QFont
) -> None:
    """Draw the cap of a key in the middle of a box."""
    small = scaled(font, 0.82)
    height = QFontMetricsF(small).height() + 1
    cap = QRectF(box.left(), box.center().y() - height / 2, key_width(font, key), height)
    cap = cap.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, _ROUND, _ROUND)
    painter.setFont(small)
    painter.setPen(ink)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
