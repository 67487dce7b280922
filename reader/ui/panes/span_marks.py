"""Bookmarks and notes on the page: a bar at the left edge, a small flag at the end of a span."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from reader.ui.kinds import theme_colour
from reader.ui.panes.block_layout import BlockLayout

_BAR = 5.0  # pixels wide
_FLAG = 6.0  # pixels along its two sides


class SpanSign(Enum):
    """What a span is marked as."""

    BOOKMARK = "bookmark"
    NOTE = "note"


class MarkedSpan(NamedTuple):
    """text[start:end] of the clean text (code points) and its sign."""

    start: int
    end: int
    sign: SpanSign


SpanMarksOf = Callable[[int], Sequence[MarkedSpan]]
"""Gives the marked spans that touch a block."""


def no_spans(block: int) -> Sequence[MarkedSpan]:
    """Mark no span of any block."""
    return ()


def draw_span_marks(
    painter: QPainter,
    layout: BlockLayout,
    block: tuple[int, int],
    marks: Sequence[MarkedSpan],
    left: float,
    *,
    dark: bool,
) -> None:
    """Draw the marks of the block text[block], its top left corner at the origin.

    `left` is how far left of it the pane begins.
    """
    ink = theme_colour("cur", dark=dark)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    start, end = block
    for mark in marks:
        # What nothing is left of is marked at the character that follows.
        low, high = max(mark.start, start) - start, min(max(mark.end, mark.start + 1), end) - start
        if low >= high:
            continue
        boxes = layout.rects(low, high)
        if mark.sign is SpanSign.BOOKMARK:
            for box in boxes:
                bar = QRectF(-left - _BAR, box.top(), 2 * _BAR, box.height())
                painter.drawRoundedRect(bar, 3, 3)
        elif mark.end <= end and boxes:
            corner = boxes[-1].topRight() + QPointF(1, -1)
            painter.drawPolygon(
                QPolygonF([corner, corner - QPointF(_FLAG, 0), corner + QPointF(0, _FLAG)])
            )
