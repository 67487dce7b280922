"""The margin of the clean text: how much was repaired in a paragraph, and what needs a person."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from reader.text.kinds import RepairState
from reader.text.theme import STATE_MARKS, Mark
from reader.ui.kinds import theme_colour
from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.highlights import BlockMarks, Place
from reader.ui.panes.text_style import TextStyle

_URGENCY = (
    RepairState.UNDECIDED,
    RepairState.LOST,
    RepairState.UNSURE,
    RepairState.BY_HAND,
    RepairState.CERTAIN,
)
_SIGN = 50  # how far left of the text the signs of places begin
_COUNT = 12  # and where the counts end
_SIDE = 11  # of a sign


def most_urgent(states: Iterable[RepairState]) -> RepairState:
    """Return which of some states a person should look at first."""
    return min(states, key=_URGENCY.index)


class MarginPainter:
    """Paints the margin beside one block after the other, the block's corner at the origin."""

    def __init__(self, *, dark: bool) -> None:
        self._dark = dark
        font = QFont(QApplication.font())
        font.setPointSizeF(max(8.0, font.pointSizeF() * 0.88))
        self._font = font

    def paint(
        self, painter: QPainter, layout: BlockLayout, marks: BlockMarks, current: int | None
    ) -> None:
        """Paint the count of what is certain, and a sign at each line with an open place.

        `current` is the line of the current place, if it stands in the block.
        """
        style = layout.style
        certain = marks.kinds.total()
        if certain and layout.line_count:
            self._paint_count(painter, style, certain)
        lines: dict[int, list[RepairState]] = {}
        for place in marks.places:
            lines.setdefault(place.line, []).append(place.state)
        for line, states in lines.items():
            if line != current:
                self._paint_sign(painter, style, line, most_urgent(states))
        if current is not None:
            self._paint_pointer(painter, style, current)

    def _paint_count(self, painter: QPainter, style: TextStyle, count: int) -> None:
        painter.setFont(self._font)
        colour = theme_colour("faint", dark=self._dark)
        painter.setPen(colour)
        box = QRectF(-_SIGN - 4, style.body_top, _SIGN + 4 - _COUNT, style.em)
        words = str(count)
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, aligned, words)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(box.right() - width - 6, box.center().y() + 0.5), 1.5, 1.5)

    def _paint_sign(
        self, painter: QPainter, style: TextStyle, line: int, state: RepairState
    ) -> None:
        middle = line * style.pitch + style.body_top + style.em / 2
        box = QRectF(-_SIGN, middle - _SIDE / 2, _SIDE, _SIDE)
        paint_state_sign(painter, box, state, dark=self._dark)

    def _paint_pointer(self, painter: QPainter, style: TextStyle, line: int) -> None:
        middle = line * style.pitch + style.body_top + style.em / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_colour("cur", dark=self._dark))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(-_SIGN, middle - 7),
                    QPointF(-_SIGN + 9, middle),
                    QPointF(-_SIGN, middle + 7),
                ]
            )
        )


def paint_state_sign(painter: QPainter, box: QRectF, state: RepairState, *, dark: bool) -> None:
    """Paint the small sign of a state: a dashed or hatched box, a wave, a bar."""
    mark, name = STATE_MARKS[state]
    if mark is Mark.NONE:
        return
    colour = theme_colour(name, dark=dark)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = box.center().y()
    if mark is Mark.WAVE:
        painter.setPen(QPen(colour, 1.6))
        wave = QPainterPath(QPointF(box.left(), middle))
        half = box.width() / 2
        wave.quadTo(
            QPointF(box.left() + half / 2, middle - half), QPointF(box.center().x(), middle)
        )
        wave.quadTo(QPointF(box.right() - half / 2, middle + half), QPointF(box.right(), middle))
        painter.drawPath(wave)
    elif mark is Mark.THICK_LINE:
        painter.fillRect(QRectF(box.left(), middle - 1.2, box.width(), 2.4), colour)
    else:
        pen = QPen(colour, 1.4)
        if mark is Mark.DASHED_BOX:
            pen.setDashPattern([2.0, 1.4])
        painter.setPen(pen)
        if mark is Mark.HATCHED_BOX:
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)


def place_at(marks: BlockMarks, line: int) -> Place | None:
    """Return the most urgent place of a line, None if all of it is certain."""
    here = [place for place in marks.places if place.line == line]
    return min(here, key=lambda place: _URGENCY.index(place.state), default=None)
