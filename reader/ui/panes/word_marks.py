"""Marks of words of one's own in the clean text: new ones filled, those being learned dotted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.kinds import theme_colour
from reader.ui.panes.block_layout import BlockLayout

_INSET = 1.5  # pixels at either end of a word


class WordMark(Enum):
    """How a word is marked."""

    NEW = "new"
    LEARNING = "learning"


class MarkedWord(NamedTuple):
    """text[start:end] of a block, offsets from its start, and its mark."""

    start: int
    end: int
    mark: WordMark


WordMarks = Callable[[int], Iterable[MarkedWord]]
"""Gives the words of a block that are marked."""


def nothing_marked(block: int) -> Iterable[MarkedWord]:
    """Mark no word of any block."""
    return ()


def draw_word_marks(
    painter: QPainter, layout: BlockLayout, words: Iterable[MarkedWord], *, dark: bool
) -> None:
    """Draw with the block's top left corner at the origin, below the text."""
    ink, fill = theme_colour("cur", dark=dark), theme_colour("cur_fill", dark=dark)
    style = layout.style
    width = max(1.5, style.em * 0.07)
    for word in words:
        for box in layout.rects(word.start, word.end):
            # A gap between two words that touch, 坚强堡垒, shows where one ends.
            seen = box.adjusted(_INSET, 0, -_INSET, 0)
            if word.mark is WordMark.NEW:
                painter.fillRect(seen, fill)
            painter.setPen(_pen(ink, width, dotted=word.mark is WordMark.LEARNING))
            y = box.bottom() + width
            painter.drawLine(QLineF(seen.left(), y, seen.right(), y))


def _pen(colour: QColor, width: float, *, dotted: bool) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dotted:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
    return pen
