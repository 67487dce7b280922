"""The gutter between the panes: curves lead from what needs a person to what stood there."""

# Methods that Qt calls keep Qt's names.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from reader.text.kinds import RepairState
from reader.text.theme import STATE_MARKS, Mark
from reader.ui.kinds import is_dark, theme_colour

WIDTH = 44
_DOT = 2.2


class Link(NamedTuple):
    """A place on both sides: where its lines are, in pixels from the top of the panes' text."""

    left: float
    right: float
    state: RepairState
    current: bool = False


class Gutter(QSplitterHandle):
    """The handle of the splitter, wide enough to draw in."""

    def __init__(self, parent: QSplitter, links: Callable[[], Sequence[Link]]) -> None:
        """`links` gives what is to be connected now, and is asked at each painting."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._links = links
        self.head = 28
        """The height of the panes' heads, which stand above the text (pixels)."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        base = self.palette().color(QPalette.ColorRole.Base)
        dark = is_dark(self.palette())
        painter.fillRect(event.rect(), base)
        painter.fillRect(0, self.head - 1, self.width(), 1, theme_colour("line", dark=dark))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, self.head, self.width(), self.height() - self.head)
        painter.translate(0, self.head)
        for link in self._links():
            _draw(painter, link, self.width(), dark=dark)
        painter.end()


def _draw(painter: QPainter, link: Link, width: float, *, dark: bool) -> None:
    mark, name = STATE_MARKS[link.state]
    colour = theme_colour("cur" if link.current else name or "faint", dark=dark)
    pen = QPen(colour, 2.0 if link.current else 1.2)
    if mark is Mark.DASHED_BOX and not link.current:
        pen.setDashPattern([3.0, 2.0])
    inset = 0.0 if link.current else 7.0
    left, right = QPointF(inset, link.left), QPointF(width - inset, link.right)
    path = QPainterPath(left)
    middle = width / 2
    path.cubicTo(QPointF(middle, link.left), QPointF(middle, link.right), right)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    if not link.current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for end in (left, right):
            painter.drawEllipse(QRectF(end.x() - _DOT, end.y() - _DOT, 2 * _DOT, 2 * _DOT))
