"""Ruby above the words of a block: where each syllable stands, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen

from reader.ui.panes.ruby_room import Row, space_inside
from reader.ui.panes.ruby_words import Manner, RubySyllable, RubyWord
from reader.ui.panes.text_style import Glyphs, PageColours, TextStyle

RubyAbove = Callable[[int], tuple[RubyWord, ...] | None]
"""Gives what is written above a block; None where that is not known yet."""
Segments = Callable[[int, int], Sequence[tuple[int, float, float]]]
"""(start, end) -> (line, x from, x to) for each line that a span of a block stands on."""


def nothing_above(block: int) -> tuple[RubyWord, ...]:
    """Write nothing above any block."""
    return ()


class Lines(Protocol):
    """The lines of a block."""

    def segments(self, start: int, end: int) -> Sequence[tuple[int, float, float]]:
        """Return (line, x from, x to) for each line that a span stands on."""
        ...

    def left_of(self, start: int, end: int) -> tuple[int, float] | None:
        """Return line and left edge of a span, None if it stands on several lines or on none."""
        ...


class PlacedSyllable(NamedTuple):
    """One syllable, the line it stands above, and its left edge from the line's start."""

    syllable: RubySyllable
    line: int
    x: float

    @property
    def text(self) -> str:
        """What is written."""
        return self.syllable.text


def place_words(
    lines: Lines,
    words: Iterable[RubyWord],
    rows: Iterable[Row],
    style: TextStyle,
    high: float,
) -> list[PlacedSyllable]:
    """Place the syllables of the words of a block, those of each word centred above it.

    `rows` are the words, arranged. What would stand behind the x `high`, at the end of a line,
    moves as far as there is room.
    """
    placed: list[PlacedSyllable] = []
    reached, its_line = 0.0, -1  # where the ruby before ends
    for word, row in zip(words, rows, strict=True):
        whole = lines.left_of(word.start, word.end)
        if whole is None:
            placed += _place_broken(lines.segments, word, style)
            its_line = -1
            continue
        line, left = whole
        if left + row.right > high:
            least = reached + style.em * 0.1 if line == its_line else 0.0
            left -= max(0.0, min(left + row.right - high, left + row.lefts[0] - least))
        for one, x in zip(word.syllables, row.lefts, strict=True):
            placed.append(PlacedSyllable(one, line, left + x))
        reached, its_line = left + row.right, line
    return placed


def _place_broken(
    segments_of: Segments, word: RubyWord, style: TextStyle
) -> Iterator[PlacedSyllable]:
    """Place a word that goes on in another line: what has no room hangs over the line's end."""
    lines: dict[int, list[tuple[RubySyllable, float, float]]] = {}
    for one in word.syllables:
        segments = segments_of(one.start, one.end)
        if segments:
            line, left, right = segments[0]
            lines.setdefault(line, []).append((one, left, right))
    last = max(lines, default=0)
    space = space_inside(word, style)
    for line, parts in lines.items():
        widths = [style.syllable_width(one.text) for one, _, _ in parts]
        low, high = parts[0][1], parts[-1][2]
        whole = sum(widths) + space * (len(widths) - 1)
        # The room of the word is at its ends, and there is more behind the end of a line.
        x = low if line < last or len(parts) == len(word.syllables) else high - whole
        if whole < high - low:
            x = (low + high - whole) / 2
        for (one, _, _), wide in zip(parts, widths, strict=True):
            yield PlacedSyllable(one, line, x)
            x += wide + space


def keep_inside(
    placed: Sequence[PlacedSyllable], style: TextStyle, low: float, high: float
) -> list[PlacedSyllable]:
    """Move the syllables of one word so that on each line they stand between two x."""
    lines: dict[int, list[PlacedSyllable]] = {}
    for one in placed:
        lines.setdefault(one.line, []).append(one)
    moved: list[PlacedSyllable] = []
    for row in lines.values():
        right = row[-1].x + style.syllable_width(row[-1].text)
        by = max(0.0, low - row[0].x) or min(0.0, high - right)
        moved += (one._replace(x=one.x + by) for one in row)
    return moved


class _Ink(NamedTuple):
    """What glyphs are drawn with; `tone` is -1 where tones have no colour."""

    manner: Manner
    tone: int


_PLAIN = _Ink(Manner.PLAIN, -1)


class _Glyphs(NamedTuple):
    """Glyphs of one ink, and where they stand."""

    indexes: list[int]
    places: list[QPointF]

    def add(self, shapes: Glyphs, x: float, y: float) -> None:
        """Add the glyphs of a text that begins here."""
        self.indexes.extend(shapes.indexes)
        self.places.extend([QPointF(x + at, y) for at in shapes.xs])


class BlockRuby:
    """Placed syllables, ready to be drawn: one run of glyphs for each ink."""

    __slots__ = ("_lines", "_loose", "_runs", "_style")

    def __init__(self, placed: Iterable[PlacedSyllable], style: TextStyle) -> None:
        self._style = style
        self._runs: dict[_Ink, QGlyphRun] = {}
        # What the font of the others has no glyph for.
        self._loose: list[tuple[str, QPointF, _Ink]] = []
        self._lines: dict[Manner, list[QLineF]] = {}
        plain = _Glyphs([], [])  # of most, without a look-up for each
        glyphs = {_PLAIN: plain}
        for one in placed:
            syllable = one.syllable
            manner = syllable.manner
            y = one.line * style.pitch + style.ruby_baseline
            if manner is Manner.PLAIN and not style.ruby_look.toned:
                shapes = style.glyphs(syllable.text)
                if shapes is None:
                    self._loose.append((syllable.text, QPointF(one.x, y), _PLAIN))
                else:
                    plain.add(shapes, one.x, y)
                continue
            for text, x, tone in _pieces(one, style):
                ink, shapes = _Ink(manner, tone), style.glyphs(text)
                if shapes is None:
                    self._loose.append((text, QPointF(x, y), ink))
                else:
                    glyphs.setdefault(ink, _Glyphs([], [])).add(shapes, x, y)
            if manner is not Manner.PLAIN:
                width = style.syllable_width(syllable.text)
                under = y + max(2.0, style.em * 0.11)
                line = QLineF(one.x, under, one.x + width, under)
                self._lines.setdefault(manner, []).append(line)
        for ink, found in glyphs.items():
            if not found.indexes:
                continue
            run = QGlyphRun()
            slanted = ink.manner is Manner.UNSURE
            run.setRawFont(style.ruby_raw_slanted if slanted else style.ruby_raw)
            run.setGlyphIndexes(found.indexes)
            run.setPositions(found.places)
            self._runs[ink] = run

    def draw(self, painter: QPainter, colours: PageColours, *, pointed: bool = False) -> None:
        """Draw with the block's top left corner at the origin; `pointed` at is drawn in ink."""
        pens = {
            Manner.PLAIN: colours.text if pointed else colours.ruby,
            Manner.UNSURE: colours.ruby_unsure,
            Manner.USER: colours.ruby_user,
        }
        for ink, run in self._runs.items():
            painter.setPen(colours.tones.get(ink.tone, pens[ink.manner]))
            painter.drawGlyphRun(QPointF(0, 0), run)
        for text, at, ink in self._loose:
            slanted = ink.manner is Manner.UNSURE
            painter.setFont(self._style.ruby_slanted if slanted else self._style.ruby_font)
            painter.setPen(colours.tones.get(ink.tone, pens[ink.manner]))
            painter.drawText(at, text)
        for manner, lines in self._lines.items():
            painter.setPen(_line_pen(pens[manner], self._style, dotted=manner is Manner.UNSURE))
            painter.drawLines(lines)


def _pieces(one: PlacedSyllable, style: TextStyle) -> Iterator[tuple[str, float, int]]:
    """Yield what is drawn of a syllable in one colour: the text, its x, its tone."""
    # What is not sure is grey, whatever its tone would be.
    if not style.ruby_look.toned or one.syllable.manner is Manner.UNSURE:
        yield one.text, one.x, -1
        return
    x = one.x
    for text, tone in one.syllable.pieces:
        yield text, x, tone
        x += style.syllable_width(text)


def _line_pen(colour: QColor, style: TextStyle, *, dotted: bool) -> QPen:
    pen = QPen(colour, max(1.2, style.em * 0.07))
    if dotted:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
    return pen
