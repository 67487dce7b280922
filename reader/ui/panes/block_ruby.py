"""Ruby above every word of a block: the room it takes, where it stands, how it is drawn.

A character is as wide as its syllable where that is the wider one, so that syllables never touch.
Qt breaks the lines: the room is letter spacing, and each glyph stays centred under its syllable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen

from reader.pinyin.reading import Reading, ReadingSource
from reader.ui.panes.text_style import PageColours, TextStyle

UNSURE = 0.9
"""A reading that is less sure than this is drawn so."""
_GAP = 0.2  # ems between two syllables
_WIDE = "\u2e80"  # from here on characters are as wide as a hanzi
_WIDE_MARKS = frozenset("“”‘’…—")

ReadingsAbove = Callable[[int], tuple[Reading, ...] | None]
"""Gives what is written above a block; None where that is not known yet."""
Segments = Callable[[int, int], Sequence[tuple[int, float, float]]]
"""(start, end) -> (line, x from, x to) for each line that a span of a block stands on."""


def nothing_above(block: int) -> tuple[Reading, ...]:
    """Write nothing above any block."""
    return ()


class Manner(Enum):
    """How a syllable is drawn."""

    PLAIN = "plain"
    UNSURE = "unsure"
    USER = "user"

    @classmethod
    def of(cls, reading: Reading) -> Manner:
        """Return how a reading is drawn."""
        if reading.source is ReadingSource.USER:
            return cls.USER
        return cls.UNSURE if reading.confidence < UNSURE else cls.PLAIN


class PlacedSyllable(NamedTuple):
    """One syllable, the line it stands above, and its left edge from the line's start."""

    text: str
    line: int
    x: float
    manner: Manner = Manner.PLAIN


def spaces(
    text: str, readings: Sequence[Reading], style: TextStyle
) -> list[tuple[int, int, float]]:
    """Return (start, end, pixels) where room is needed behind characters, in order.

    Half of what a syllable sticks out lies on either side of its character, and falls away beside
    wide punctuation: the syllable may hang over that.
    """
    extras = [0.0] * len(text)
    above = bytearray(len(text))
    gap = style.em * _GAP
    for one in readings:
        count = one.end - one.start
        extra = (style.syllable_width(one.pinyin) + gap) / count - style.em
        for at in range(one.start, one.end):
            above[at] = 1
            if extra > 0:
                extras[at] = extra / 2
    found: list[tuple[int, int, float]] = []
    last = len(text) - 1
    for at, half in enumerate(extras):
        following = extras[at + 1] if at < last else 0.0
        if not half and not following:
            continue
        if half and at < last and not above[at + 1] and _is_wide(text[at + 1]):
            half = max(0.0, half - style.em / 2)
        if following and not above[at] and _is_wide(text[at]):
            following = max(0.0, following - style.em / 2)
        pixels = ceil(2 * (half + following)) / 2
        if pixels and found and found[-1][1] == at and found[-1][2] == pixels:
            found[-1] = (found[-1][0], at + 1, pixels)
        elif pixels:
            found.append((at, at + 1, pixels))
    return found


def _is_wide(char: str) -> bool:
    return char >= _WIDE or char in _WIDE_MARKS


def place_all(
    segments_of: Segments, readings: Iterable[Reading], style: TextStyle
) -> list[PlacedSyllable]:
    """Place the syllables of a whole block, each centred on its characters."""
    placed = []
    for one in readings:
        segments = segments_of(one.start, one.end)
        if not segments:
            continue
        line, left, right = segments[0]
        x = (left + right - style.syllable_width(one.pinyin)) / 2
        if len(segments) > 1:  # joined, and broken at the end of a line: it hangs to the right
            x = max(x, left)
        placed.append(PlacedSyllable(one.pinyin, line, x, Manner.of(one)))
    return placed


class BlockRuby:
    """Placed syllables, ready to be drawn: one run of glyphs for each manner."""

    __slots__ = ("_lines", "_loose", "_runs", "_style")

    def __init__(self, placed: Iterable[PlacedSyllable], style: TextStyle) -> None:
        self._style = style
        self._runs: dict[Manner, QGlyphRun] = {}
        self._loose: list[PlacedSyllable] = []  # what the font of the others has no glyph for
        self._lines: dict[Manner, list[QLineF]] = {}
        indexes: dict[Manner, list[int]] = {}
        places: dict[Manner, list[QPointF]] = {}
        for one in placed:
            y = one.line * style.pitch + style.ruby_baseline
            glyphs = style.glyphs(one.text)
            if glyphs is None:
                self._loose.append(one)
            else:
                indexes.setdefault(one.manner, []).extend(glyphs.indexes)
                places.setdefault(one.manner, []).extend(QPointF(one.x + x, y) for x in glyphs.xs)
            if one.manner is not Manner.PLAIN:
                width = style.syllable_width(one.text)
                under = y + max(2.0, style.em * 0.11)
                line = QLineF(one.x, under, one.x + width, under)
                self._lines.setdefault(one.manner, []).append(line)
        for manner, found in indexes.items():
            run = QGlyphRun()
            run.setRawFont(style.ruby_raw)
            run.setGlyphIndexes(found)
            run.setPositions(places[manner])
            self._runs[manner] = run

    def draw(self, painter: QPainter, colours: PageColours) -> None:
        """Draw with the block's top left corner at the origin."""
        pens = {
            Manner.PLAIN: colours.ruby,
            Manner.UNSURE: colours.ruby_unsure,
            Manner.USER: colours.ruby_user,
        }
        for manner, run in self._runs.items():
            painter.setPen(pens[manner])
            painter.drawGlyphRun(QPointF(0, 0), run)
        if self._loose:
            painter.setFont(self._style.ruby_font)
        for one in self._loose:
            painter.setPen(pens[one.manner])
            y = one.line * self._style.pitch + self._style.ruby_baseline
            painter.drawText(QPointF(one.x, y), one.text)
        for manner, lines in self._lines.items():
            painter.setPen(_line_pen(pens[manner], self._style, dotted=manner is Manner.UNSURE))
            painter.drawLines(lines)


def _line_pen(colour: QColor, style: TextStyle, *, dotted: bool) -> QPen:
    pen = QPen(colour, max(1.2, style.em * 0.07))
    if dotted:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
    return pen
