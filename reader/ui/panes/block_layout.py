"""One block of text, broken into lines by Qt and measured in code points."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.ui.panes.block_glosses import BlockGlosses
from reader.ui.panes.block_ruby import BlockRuby, PlacedSyllable, place_words
from reader.ui.panes.cells import Gloss, cut_cells, fill_lines, join_words, room_behind
from reader.ui.panes.ruby_room import Row, arrange_all, make_room
from reader.ui.panes.ruby_words import RubyWord
from reader.ui.panes.text_blocks import PLAIN, Look
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.tints import Tint, tint_format
from reader.ui.textpos import Utf16Map

# Lone surrogates cannot be handed to Qt; separators would break lines where the text has none.
_UNDRAWABLE = re.compile(
    "[\ud800-\udfff\u2028\u2029\ufdd0-\ufdef\ufffc\x00-\x08\x0b-\x1f\x7f-\x9f]"
)

_BEYOND = 6  # pixels that ruby may stand out at the end of a line
_TAB = 7  # widths of a hanzi between the cells of a table


def drawable(text: str) -> str:
    """Return a text that Qt can hold: what it can't is U+FFFD, so that all lengths stay."""
    return _UNDRAWABLE.sub("\ufffd", text)


@cache
def spacing_format(pixels: float) -> QTextCharFormat:
    """Return the format of characters with this much room behind each."""
    made = QTextCharFormat()
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(pixels)
    return made


class BlockLayout:
    """The lines of one block; offsets are code points from its start, y counts from its top."""

    __slots__ = (
        "__weakref__",
        "_behind",
        "_layout",
        "_lefts",
        "_lines",
        "_look",
        "_map",
        "_width",
        "above",
        "glosses",
        "height",
        "length",
        "line_starts",
        "ruby",
        "style",
        "text",
        "tints",
        "under",
    )

    def __init__(
        self,
        text: str,
        style: TextStyle,
        width: float,
        closes_paragraph: bool,
        look: Look = PLAIN,
        above: tuple[RubyWord, ...] | None = (),
        tints: tuple[Tint, ...] | None = (),
        glosses: tuple[Gloss, ...] | None = (),
    ) -> None:
        """Break the text, with room for what is to be written above it and below its words."""
        self.text = text
        self.length = len(text)
        self.above = above
        """What is written above its words; None where that is not known yet."""
        self.tints = tints
        """What of it is set in other colours; None where that is not known yet."""
        self.glosses = glosses
        """What is written below its words; None where that is not known yet."""
        self.style = style
        self._look = look
        self._map = Utf16Map(text)
        self._layout = QTextLayout(drawable(text), style.font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAnywhere  # at the ends of cells, see _break
            if glosses and not look.close
            else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        )
        option.setTabStopDistance(style.em * (_TAB if look.close else 2))
        self._layout.setTextOption(option)
        room = self._width = max(width, style.em)
        columns: list[int] = []
        rows: list[Row] = []  # what is above, but for what stands above cells
        self._lefts: list[float] = []  # how far the first word of a line stands in
        if glosses and not look.close:
            self._behind, columns = self._set_cells(text, glosses, above or (), room)
            spacing = [(at, at + 1, wide) for at, wide in self._behind.items()]
        else:
            rows = arrange_all(text, above, style) if above else []
            spacing = make_room(text, above, rows, style) if above else []
            self._behind = {at: wide for start, end, wide in spacing for at in range(start, end)}
        formats = [self._format(start, end, spacing_format(wide)) for start, end, wide in spacing]
        formats += [
            self._format(start, end, tint_format(colour)) for start, end, colour in tints or ()
        ]
        if formats:
            self._layout.setFormats(formats)
        self._lines: list[QTextLine] = []
        self.line_starts: list[int] = []
        if text:
            self._break(room, columns, [] if columns else list(above or ()))
            gap = style.paragraph_gap if closes_paragraph else 0
            if look.close:
                gap //= 3
            elif look.heading:
                gap //= 2  # it belongs to what follows
            self.height = len(self._lines) * style.pitch + gap
        else:
            self.height = style.blank_height
        self.ruby: BlockRuby | None = None
        """The readings, each above its word."""
        if above:
            placed = self._place(above, rows) if rows else self.place_ruby()
            self.ruby = BlockRuby(placed, style)
        self.under = BlockGlosses(self.segments, glosses, style) if glosses else None
        """The glosses, each below its word."""

    def place_ruby(self) -> list[PlacedSyllable]:
        """Return where what is written above the words stands."""
        above = self.above or ()
        if self.glosses and not self._look.close:
            above = join_words(above, self.glosses)
        return self.place(above)

    def place(self, words: Sequence[RubyWord]) -> list[PlacedSyllable]:
        """Return where the syllables of some words would stand."""
        return self._place(words, arrange_all(self.text, words, self.style))

    def _place(self, words: Sequence[RubyWord], rows: Sequence[Row]) -> list[PlacedSyllable]:
        return place_words(self, words, rows, self.style, self._width + _BEYOND)

    def _set_cells(
        self, text: str, glosses: tuple[Gloss, ...], words: Sequence[RubyWord], width: float
    ) -> tuple[dict[int, float], list[int]]:
        """Set words apart; return the room behind characters, and how many each line has."""
        style, look = self.style, self._look
        above = {
            one.start: style.syllable_width(one.syllables[0].text)
            for one in join_words(words, glosses)
        }
        cells = cut_cells(text, glosses, above, style)
        lines = fill_lines(cells, width - style.em * (look.indent + look.hang), style)
        self._lefts = [cells[line.first].left for line in lines]
        columns = [
            self._map.to_units(cells[line.last - 1].end)
            - self._map.to_units(cells[line.first].start)
            for line in lines
        ]
        return room_behind(cells, lines, style), columns

    def _keep_whole(self, line: QTextLine, words: list[RubyWord]) -> None:
        """End a line before a word that would go on in the next one: its ruby is one piece."""
        end = self._map.to_points(line.textStart() + line.textLength())
        at = bisect_left(words, end, key=attrgetter("end"))
        if at < len(words) and words[at].start < end < words[at].end:
            start = self._map.to_units(words[at].start)
            if start > line.textStart():
                x = line.cursorToX(start)
                line.setLineWidth(x[0] + 0.1)  # type: ignore[index]

    def _break(self, width: float, columns: Sequence[int], words: list[RubyWord]) -> None:
        style, look = self.style, self._look
        self._layout.beginLayout()
        try:
            y = 0
            while (line := self._layout.createLine()).isValid():
                left = style.em * (look.indent + (look.hang if self._lines else 0.0))
                left = min(left, width / 2)
                number = len(self._lines)
                if number < len(columns):
                    line.setNumColumns(columns[number])
                    left += self._lefts[number]
                else:
                    line.setLineWidth(width - left)
                    self._keep_whole(line, words)
                # Every line has its baseline at the same place, also where another font came in.
                line.setPosition(QPointF(left, y + style.baseline - line.ascent()))
                y += style.pitch
                self._lines.append(line)
                self.line_starts.append(self._map.to_points(line.textStart()))
        finally:
            # endLayout() without a beginLayout() before it ends the process.
            self._layout.endLayout()

    def _format(self, start: int, end: int, wanted: QTextCharFormat) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = self._map.to_units(start)
        made.length = self._map.to_units(end) - made.start
        made.format = wanted
        return made

    @property
    def line_count(self) -> int:
        """Return the number of lines; an empty block has none."""
        return len(self._lines)

    def line_at(self, offset: int) -> int:
        """Return the index of the line that holds the character behind the offset."""
        return max(0, bisect_right(self.line_starts, offset) - 1)

    def line_end(self, line: int) -> int:
        """Return the offset behind the last character of a line."""
        return self.line_starts[line + 1] if line + 1 < len(self._lines) else self.length

    def x(self, line: int, offset: int) -> float:
        """Return the x of an offset on a line."""
        # The binding returns the pair (x, cursor), as the C++ function writes to its argument.
        pair = self._lines[line].cursorToX(self._map.to_units(offset))
        return pair[0]  # type: ignore[index,no-any-return]

    def segments(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """Return (line, x from, x to) for each line that a span stands on.

        The room behind its last character, made for ruby, is left out.
        """
        if start < 0:
            start = 0
        if end > self.length:
            end = self.length
        if start >= end:
            return []
        line = bisect_right(self.line_starts, start) - 1
        if end <= self.line_end(line):
            return [(line, self.x(line, start), self._right(line, end))]
        found = []
        while start < end:
            stop = min(end, self.line_end(line))
            found.append((line, self.x(line, start), self._right(line, stop)))
            start, line = stop, line + 1
        return found

    def left_of(self, start: int, end: int) -> tuple[int, float] | None:
        """Return line and left edge of a span, None if it stands on several lines or on none."""
        line = bisect_right(self.line_starts, start) - 1
        if line < 0 or end > self.line_end(line):
            return None
        return line, self.x(line, start)

    def _right(self, line: int, offset: int) -> float:
        x = self.x(line, offset)
        return x - self._behind.get(offset - 1, 0.0) if self._behind else x

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of a span's characters, one a line."""
        style = self.style
        height = style.body_bottom - style.body_top
        return [
            QRectF(left, line * style.pitch + style.body_top, right - left, height)
            for line, left, right in self.segments(start, end)
        ]

    def caret(self, offset: int) -> tuple[int, float]:
        """Return line and x of a place between characters, hard behind the one before it."""
        if not self._lines:
            return 0, 0.0
        line = self.line_at(offset)
        if line and offset == self.line_starts[line]:
            line -= 1
        opens = offset == self.line_starts[line]
        return line, self.x(line, offset) if opens else self._right(line, offset)

    def offset_near(self, x: float, y: float) -> int:
        """Return the offset between two characters nearest to a point."""
        if not self._lines:
            return 0
        line = min(max(0, int(y // self.style.pitch)), len(self._lines) - 1)
        units = self._lines[line].xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
        return min(self._map.to_points(units), self.line_end(line))

    def offset_on(self, x: float, y: float) -> int | None:
        """Return the offset of the character under a point, None beside the text."""
        line = int(y // self.style.pitch)
        if not 0 <= line < len(self._lines):
            return None
        end = self.line_end(line)
        if not self.x(line, self.line_starts[line]) <= x < self.x(line, end):
            return None
        units = self._lines[line].xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self._map.to_points(units), end - 1)

    def draw(self, painter: QPainter, at: QPointF, clip: QRectF) -> None:
        """Draw the lines inside the clip with the painter's pen."""
        self._layout.draw(painter, at, [], clip)
        if self._look.bullet and self._lines:
            style = self.style
            middle = QPointF(self._lines[0].x() - style.em * 0.65, style.baseline - style.em * 0.36)
            painter.setBrush(painter.pen().color())
            painter.drawEllipse(at + middle, style.em * 0.1, style.em * 0.1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
