"""Glosses of a block, placed under its words and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from reader.ui.panes.block_ruby import Segments
from reader.ui.panes.cells import Gloss
from reader.ui.panes.text_style import PageColours, TextStyle

GlossesBelow = Callable[[int], tuple[Gloss, ...] | None]
"""Gives what is written below the words of a block; None where that is not known yet."""


def nothing_below(block: int) -> tuple[Gloss, ...]:
    """Write nothing below any block."""
    return ()


class _Placed(NamedTuple):
    text: str
    at: QPointF
    soft: bool


class BlockGlosses:
    """Glosses, each centred below the first line that its word stands on."""

    __slots__ = ("_placed", "_style")

    def __init__(self, segments_of: Segments, glosses: Iterable[Gloss], style: TextStyle) -> None:
        self._style = style
        self._placed = []
        for gloss in glosses:
            segments = segments_of(gloss.start, gloss.end) if gloss.text else ()
            if segments:
                line, left, right = segments[0]
                width = style.gloss_metrics.horizontalAdvance(gloss.text)
                y = line * style.pitch + style.gloss_baseline
                x = (left + right - width) / 2
                self._placed.append(_Placed(gloss.text, QPointF(x, y), gloss.soft))

    def draw(self, painter: QPainter, colours: PageColours) -> None:
        """Draw with the block's top left corner at the origin."""
        upright, slanted = self._style.gloss_font, QFont(self._style.gloss_font)
        slanted.setItalic(True)
        painter.setPen(colours.gloss)
        for one in self._placed:
            painter.setFont(slanted if one.soft else upright)
            painter.drawText(one.at, one.text)
