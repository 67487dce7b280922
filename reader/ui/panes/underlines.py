"""Draws the underline styles of the kinds, so that no kind is told by its colour alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.text.theme import Line
from reader.ui.panes.text_style import TextStyle

DrawLines = Callable[[QPainter, Sequence[QLineF], TextStyle], None]
"""Draws lines from left to right with the pen that is set."""

# Lengths of strokes and gaps, in widths of the line.
_DASHES: dict[Line, tuple[float, ...]] = {
    Line.DASHED: (4.0, 2.0),
    Line.DOTTED: (1.2, 1.6),
    Line.DASH_DOT: (5.0, 1.6, 1.2, 1.6),
}


def underline_pen(style: Line, colour: QColor, width: float) -> tuple[QPen, DrawLines]:
    """Return the pen of an underline style, and what draws with it; `width` is in pixels."""
    pen = QPen(colour, width)
    if style in _DASHES:
        pen.setWidthF(width * 1.3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES[style])
    elif style is Line.THICK:
        pen.setWidthF(width * 2.2)
    elif style is Line.THIN:
        pen.setWidthF(max(0.8, width * 0.6))
    return pen, _DRAWN.get(style, _plain)


def proposal_pen(colour: QColor, width: float) -> QPen:
    """Return the pen of the outline around what is only proposed."""
    pen = QPen(colour, width)
    pen.setDashPattern([3.0, 2.0])
    return pen


def _plain(painter: QPainter, lines: Sequence[QLineF], style: TextStyle) -> None:
    painter.drawLines(lines)


def _double(painter: QPainter, lines: Sequence[QLineF], style: TextStyle) -> None:
    apart = style.mark_width * 2 + 0.5
    painter.drawLines(lines)
    painter.translate(0, apart)
    painter.drawLines(lines)
    painter.translate(0, -apart)


def _step(painter: QPainter, lines: Sequence[QLineF], style: TextStyle) -> None:
    """Draw battlements: out of step, as the bytes are."""
    path = QPainterPath()
    step, rise = style.em * 0.17, style.em * 0.08
    for line in lines:
        x, low, high = line.x1(), line.y1() + rise, line.y1() - rise / 2
        path.moveTo(x, low)
        up = True
        while x < line.x2():
            x = min(x + step, line.x2())
            path.lineTo(x, low if up else high)
            if x < line.x2():
                path.lineTo(x, high if up else low)
            up = not up
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def draw_wave(painter: QPainter, lines: Sequence[QLineF], style: TextStyle) -> None:
    """Draw the wavy line under what is unsure."""
    path = QPainterPath()
    step, rise = style.em * 0.13, style.em * 0.055
    for line in lines:
        x, y = line.x1(), line.y1() + rise
        path.moveTo(x, y)
        side = -1.0
        while x < line.x2():
            to = min(x + step, line.x2())
            path.quadTo(QPointF((x + to) / 2, y + side * rise * 2), QPointF(to, y))
            x, side = to, -side
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


_DRAWN: dict[Line, DrawLines] = {
    Line.DOUBLE: _double,
    Line.STEPPED: _step,
}
