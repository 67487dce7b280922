"""Draws what was repaired: a fill and an underline for text, a wedge where text is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from reader.core.document import Document, Repair
from reader.core.kinds import RepairKind
from reader.ui.kinds import STYLES, Underline
from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.text_style import PageColours, TextStyle, faded


class Side(Enum):
    """Which of its two texts a pane shows of a document."""

    CLEAN = "clean"
    SOURCE = "source"

    def text(self, document: Document) -> str:
        """Return the text of this side."""
        return document.text if self is Side.CLEAN else document.source

    def span(self, repair: Repair) -> tuple[int, int]:
        """Return where a repair stands on this side (code points)."""
        if self is Side.CLEAN:
            return repair.clean_start, repair.clean_end
        return repair.source_start, repair.source_end

    def repairs(self, document: Document, start: int, end: int) -> Sequence[Repair]:
        """Return the repairs that touch a span of this side."""
        if self is Side.CLEAN:
            return document.repairs_in_clean(start, end)
        return document.repairs_in_source(start, end)


# Alpha of the fill (0..255). In the clean text nearly every character can be a repair, and it is
# there to be read: it only hints. The original is there to be compared: it shows.
_FILL = {Side.CLEAN: 22, Side.SOURCE: 48}
_LINE = {Side.CLEAN: 150, Side.SOURCE: 255}
_DARK_FILL = {Side.CLEAN: 34, Side.SOURCE: 66}


@dataclass(slots=True)
class _Marks:
    """The geometry of one kind in one block, relative to the block's top left corner."""

    fills: list[QRectF] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    wedges: dict[tuple[int, float], None] = field(default_factory=dict)


_BlockMarks = dict[tuple[RepairKind, bool], _Marks]


class Highlighter:
    """Draws the repairs of a document on one side; keeps each block's geometry with its layout."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self.document: Document | None = None
        self.shown: frozenset[RepairKind] = frozenset(RepairKind)

    def draw(
        self,
        painter: QPainter,
        layout: BlockLayout,
        span: tuple[int, int],
        style: TextStyle,
        colours: PageColours,
    ) -> None:
        """Draw the marks of the block that holds this span of the text, at the origin."""
        marks = layout.marks
        if marks is None:
            marks = layout.marks = self._measure(layout, span, style)
        assert isinstance(marks, dict)
        for (kind, applied), found in marks.items():
            if kind in self.shown:
                self._draw_kind(painter, kind, applied, found, style, colours)

    def _measure(self, layout: BlockLayout, span: tuple[int, int], style: TextStyle) -> _BlockMarks:
        start, end = span
        merged: dict[tuple[RepairKind, bool], list[list[int]]] = {}
        marks: _BlockMarks = {}
        document = self.document
        repairs = self._side.repairs(document, start, end) if document is not None else ()
        for repair in repairs:
            low, high = self._side.span(repair)
            key = (repair.kind, repair.applied)
            if low == high:
                # At a cut between two blocks only the earlier one shows it.
                if start < low <= end or low == start == 0 or (low == start and self._fresh(start)):
                    marks.setdefault(key, _Marks()).wedges[layout.caret(low - start)] = None
                continue
            spans = merged.setdefault(key, [])
            if spans and low <= spans[-1][1] and repair.applied:
                spans[-1][1] = max(spans[-1][1], high)
            else:
                spans.append([low, high])
        for key, spans in merged.items():
            found = marks.setdefault(key, _Marks())
            for low, high in spans:
                for line, left, right in layout.segments(low - start, high - start):
                    top = line * style.pitch
                    box = QRectF(left, top + style.body_top, right - left, 0)
                    box.setBottom(top + style.body_bottom)
                    found.fills.append(box)
                    y = top + style.mark_y + 0.5
                    found.lines.append(QLineF(left + 1, y, right - 1, y))
        return marks

    def _fresh(self, start: int) -> bool:
        """Return whether a line of the text begins at this offset."""
        document = self.document
        return document is not None and self._side.text(document)[start - 1 : start] in "\r\n"

    def _draw_kind(
        self,
        painter: QPainter,
        kind: RepairKind,
        applied: bool,
        marks: _Marks,
        style: TextStyle,
        colours: PageColours,
    ) -> None:
        look = STYLES[kind]
        colour = look.colour(colours.dark)
        if not applied:
            pen = QPen(colour, 1.2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in marks.fills:
                painter.drawRoundedRect(box.adjusted(0.5, -1, -0.5, 2), 3, 3)
            self._draw_wedges(painter, marks, style, hollow=True)
            return
        fill = (_DARK_FILL if colours.dark else _FILL)[self._side]
        if marks.fills:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(colour, fill))
            painter.drawRects(marks.fills)
        line = faded(colour, _LINE[self._side])
        if marks.lines:
            painter.setPen(QPen(line, style.mark_width))
            _UNDERLINES[look.underline](painter, marks.lines, style)
        if marks.wedges:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(line)
            self._draw_wedges(painter, marks, style, hollow=False)

    def _draw_wedges(
        self, painter: QPainter, marks: _Marks, style: TextStyle, *, hollow: bool
    ) -> None:
        half = max(2.0, style.em * (0.16 if hollow else 0.12))
        path = QPainterPath()
        for line, x in marks.wedges:
            y = line * style.pitch + style.body_bottom - 0.5
            path.moveTo(x, y)
            path.lineTo(x + half, y + half * 1.5)
            path.lineTo(x - half, y + half * 1.5)
            path.closeSubpath()
        painter.drawPath(path)


def _dashed(pattern: Sequence[float]) -> Callable[[QPainter, list[QLineF], TextStyle], None]:
    def draw(painter: QPainter, lines: list[QLineF], style: TextStyle) -> None:
        pen = painter.pen()
        pen.setWidthF(style.mark_width * 1.3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(pattern)
        painter.setPen(pen)
        painter.drawLines(lines)

    return draw


def _solid(painter: QPainter, lines: list[QLineF], style: TextStyle) -> None:
    painter.drawLines(lines)


def _thick(painter: QPainter, lines: list[QLineF], style: TextStyle) -> None:
    pen = painter.pen()
    pen.setWidthF(style.mark_width * 2.6)
    painter.setPen(pen)
    painter.drawLines([line.translated(0, style.mark_width) for line in lines])


def _double(painter: QPainter, lines: list[QLineF], style: TextStyle) -> None:
    apart = style.mark_width * 2 + 0.5
    painter.drawLines(lines)
    painter.drawLines([line.translated(0, apart) for line in lines])


def _curve(rounded: bool) -> Callable[[QPainter, list[QLineF], TextStyle], None]:
    def draw(painter: QPainter, lines: list[QLineF], style: TextStyle) -> None:
        path = QPainterPath()
        step, rise = style.em * 0.16, style.em * 0.06
        for line in lines:
            x, y = line.x1(), line.y1() + rise
            path.moveTo(x, y)
            side = -1.0
            while x < line.x2():
                to = min(x + step, line.x2())
                if rounded:
                    path.quadTo(QPointF((x + to) / 2, y + side * rise * 2), QPointF(to, y))
                else:
                    path.lineTo(QPointF(to, y + side * rise))
                x, side = to, -side
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    return draw


_UNDERLINES: dict[Underline, Callable[[QPainter, list[QLineF], TextStyle], None]] = {
    Underline.SOLID: _solid,
    Underline.THICK: _thick,
    Underline.DOUBLE: _double,
    Underline.DASHED: _dashed([4.0, 2.0]),
    Underline.DOTTED: _dashed([1.2, 1.6]),
    Underline.DASH_DOT: _dashed([5.0, 1.6, 1.2, 1.6]),
    Underline.WAVY: _curve(rounded=True),
    Underline.ZIGZAG: _curve(rounded=False),
}
