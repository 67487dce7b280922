"""Draws what was repaired: a fill and an underline for text, a wedge where text is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QPainter, QPainterPath, QPen

from reader.review.decisions import can_decide
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.text.theme import KIND_LINES
from reader.ui.kinds import kind_colour
from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.side import Side
from reader.ui.panes.text_style import PageColours, TextStyle, with_alpha
from reader.ui.panes.underlines import DrawLines, proposal_pen, underline_pen

# Alpha of the fill (0..255). In the clean text nearly every character can be a repair, and it is
# there to be read: it only hints. The original is there to be compared: it shows.
_FILL = {Side.CLEAN: 22, Side.SOURCE: 48}
_DARK_FILL = {Side.CLEAN: 34, Side.SOURCE: 66}


def line_colour(kind: RepairKind, side: Side, *, dark: bool) -> QColor:
    """Return the colour of the line under a repair; quieter in the clean text, but seen."""
    alpha = (170 if dark else 215) if side is Side.CLEAN else 255
    return with_alpha(kind_colour(kind, dark=dark), alpha)


_STYLES = 12  # of one zoom there are fewer: plain text and the levels of headings


@dataclass(slots=True)
class _Marks:
    """The geometry of one kind in one block, relative to the block's top left corner."""

    fills: list[QRectF] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    wedges: dict[tuple[int, float], None] = field(default_factory=dict)
    wedge_run: QGlyphRun | None = None
    wedge_path: QPainterPath | None = None  # for proposals, and where the font has no wedge


class _State(Enum):
    """What is known of a place: repaired, only proposed, or that nothing can be known."""

    APPLIED = "applied"
    PROPOSED = "proposed"
    LOST = "lost"

    @classmethod
    def of(cls, repair: Repair) -> _State:
        """Return the state of a repair."""
        if repair.applied:
            return cls.APPLIED
        return cls.PROPOSED if can_decide(repair) else cls.LOST


_BlockMarks = dict[tuple[RepairKind, _State], _Marks]


@dataclass(frozen=True, slots=True)
class _Ink:
    """What one kind is drawn with; made once for a style and a page."""

    outline: QPen
    fill: QBrush
    hatch: QBrush
    line: QPen
    wedge: QBrush
    draw_lines: DrawLines


class Highlighter:
    """Draws the repairs of a document on one side; keeps each block's geometry with its layout."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._document: Document | None = None
        self._shown: frozenset[RepairKind] = frozenset(RepairKind)
        # Each goes with its layout.
        self._marks: WeakKeyDictionary[BlockLayout, _BlockMarks] = WeakKeyDictionary()
        self._inks: dict[TextStyle, dict[RepairKind, _Ink]] = {}
        self._made_for: PageColours | None = None

    def set_document(self, document: Document | None) -> None:
        """Draw the repairs of this document."""
        self._document = document
        self._marks.clear()

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Draw repairs of these kinds only."""
        self._shown = kinds

    def draw(
        self,
        painter: QPainter,
        layout: BlockLayout,
        span: tuple[int, int],
        colours: PageColours,
    ) -> None:
        """Draw the marks of the block that holds this span of the text, at the origin."""
        style = layout.style
        if self._made_for is not colours or len(self._inks) > _STYLES:
            self._made_for = colours
            self._inks = {}
        inks = self._inks.get(style)
        if inks is None:
            inks = {kind: self._ink(kind, style, colours) for kind in RepairKind}
            self._inks[style] = inks
        for (kind, state), found in self.prepare(layout, span).items():
            if kind in self._shown:
                _draw_kind(painter, inks[kind], found, style, state)

    def is_prepared(self, layout: BlockLayout) -> bool:
        """Return whether the marks of a block are measured."""
        return layout in self._marks

    def prepare(self, layout: BlockLayout, span: tuple[int, int]) -> _BlockMarks:
        """Measure the marks of a block, so that drawing it takes less long."""
        marks = self._marks.get(layout)
        if marks is None:
            marks = self._marks[layout] = self._measure(layout, span, layout.style)
        return marks

    def _measure(self, layout: BlockLayout, span: tuple[int, int], style: TextStyle) -> _BlockMarks:
        start, end = span
        merged: dict[tuple[RepairKind, _State], list[list[int]]] = {}
        marks: _BlockMarks = {}
        document = self._document
        repairs = self._side.repairs(document, start, end) if document is not None else ()
        for repair in repairs:
            low, high = self._side.span(repair)
            key = (repair.kind, _State.of(repair))
            if low == high:
                # At a cut between two blocks only the earlier one shows it.
                if start < low <= end or (low == start and self._opens_line(start)):
                    marks.setdefault(key, _Marks()).wedges[layout.caret(low - start)] = None
                continue
            spans = merged.setdefault(key, [])
            if spans and low <= spans[-1][1] and repair.applied:
                spans[-1][1] = max(spans[-1][1], high)
            else:
                spans.append([low, high])
        height = style.body_bottom - style.body_top
        for key, spans in merged.items():
            found = marks.setdefault(key, _Marks())
            for low, high in spans:
                for line, left, right in layout.segments(low - start, high - start):
                    top = line * style.pitch
                    found.fills.append(QRectF(left, top + style.body_top, right - left, height))
                    y = top + style.mark_y + 0.5
                    found.lines.append(QLineF(left + 1, y, right - 1, y))
        for (_, state), found in marks.items():
            hollow = state is not _State.APPLIED
            if found.wedges and not hollow and style.wedge_glyph:
                found.wedge_run = _wedge_run(found.wedges, style)
            elif found.wedges:
                found.wedge_path = _wedge_path(found.wedges, style, hollow=hollow)
        return marks

    def _opens_line(self, start: int) -> bool:
        """Return whether a line of the text begins at this offset."""
        document = self._document
        if document is None or start == 0:
            return True
        return self._side.text(document)[start - 1] in "\r\n"

    def _ink(self, kind: RepairKind, style: TextStyle, colours: PageColours) -> _Ink:
        colour = kind_colour(kind, dark=colours.dark)
        outline = proposal_pen(colour, max(1.3, style.mark_width * 0.9))
        line = line_colour(kind, self._side, dark=colours.dark)
        pen, draw_lines = underline_pen(KIND_LINES[kind], line, style.mark_width)
        fill = (_DARK_FILL if colours.dark else _FILL)[self._side]
        hatch = QBrush(with_alpha(colour, 130), Qt.BrushStyle.BDiagPattern)
        return _Ink(outline, QBrush(with_alpha(colour, fill)), hatch, pen, QBrush(line), draw_lines)


def _draw_kind(
    painter: QPainter, ink: _Ink, marks: _Marks, style: TextStyle, state: _State
) -> None:
    applied = state is _State.APPLIED
    if not applied:
        # A broken frame asks; a hatched field says that there is nothing to find.
        lost = state is _State.LOST
        painter.setPen(Qt.PenStyle.NoPen if lost else ink.outline)
        painter.setBrush(ink.hatch if lost else Qt.BrushStyle.NoBrush)
        for box in marks.fills:
            painter.drawRoundedRect(box.adjusted(0.5, -1, -0.5, 2), 3, 3)
    elif marks.fills:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fill)
        painter.drawRects(marks.fills)
        painter.setPen(ink.line)
        ink.draw_lines(painter, marks.lines, style)
    if marks.wedge_run is not None:
        painter.setPen(ink.wedge.color())
        painter.drawGlyphRun(QPointF(0, 0), marks.wedge_run)
    elif marks.wedge_path is not None:
        if applied:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.wedge)
        painter.drawPath(marks.wedge_path)


def _wedge_run(wedges: Iterable[tuple[int, float]], style: TextStyle) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(style.wedge_font)
    places = [
        QPointF(x - style.wedge_centre, line * style.pitch + style.wedge_baseline)
        for line, x in wedges
    ]
    run.setGlyphIndexes([style.wedge_glyph] * len(places))
    run.setPositions(places)
    return run


def _wedge_path(
    wedges: Iterable[tuple[int, float]], style: TextStyle, *, hollow: bool
) -> QPainterPath:
    half = max(2.0, style.em * (0.16 if hollow else 0.12))
    path = QPainterPath()
    for line, x in wedges:
        y = line * style.pitch + style.body_bottom - 0.5
        path.moveTo(x, y)
        path.lineTo(x + half, y + half * 1.5)
        path.lineTo(x - half, y + half * 1.5)
        path.closeSubpath()
    return path
