"""Draws what was repaired: lines say what happened, boxes and fills what is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QPainter, QPainterPath, QPen

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import count_gone, state_of
from reader.text.theme import KIND_LINES, STATE_MARKS, TINT, Line, Mark
from reader.ui.kinds import kind_colour, theme_colour
from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.marking import Marking
from reader.ui.panes.side import Side
from reader.ui.panes.text_style import PageColours, TextStyle, with_alpha
from reader.ui.panes.underlines import DrawLines, draw_wave, proposal_pen, underline_pen


class Place(NamedTuple):
    """A marked place of a block: what it is, and the line it begins on."""

    repair: Repair
    state: RepairState
    line: int


@dataclass(slots=True)
class _Lines:
    """Where something stands in a block, relative to the block's top left corner."""

    boxes: list[QRectF] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    gaps: dict[tuple[int, float], None] = field(default_factory=dict)
    """(line, x) of what is gone from this text."""


@dataclass(slots=True)
class BlockMarks:
    """What is marked in one block."""

    certain: dict[RepairKind, _Lines] = field(default_factory=dict)
    open: dict[RepairState, _Lines] = field(default_factory=dict)
    kinds: Counter[RepairKind] = field(default_factory=Counter)
    """How many certain repairs there are of each kind."""
    places: list[Place] = field(default_factory=list)
    """What is not certain, in order."""
    holes: list[tuple[QRectF, str]] = field(default_factory=list)
    """Where one character stands for bytes that are gone, and how many these are."""
    wedge_runs: dict[RepairKind, QGlyphRun] = field(default_factory=dict)


_STYLES = 12  # of one zoom there are fewer: plain text and the levels of headings


class _KindInk(NamedTuple):
    """What the certain repairs of one kind are drawn with."""

    tint: QBrush
    pen: QPen
    draw_lines: DrawLines


class _StateInk(NamedTuple):
    """What the places of one state are drawn with."""

    mark: Mark
    fill: QBrush
    pen: QPen
    hatch: QBrush


class _Inks(NamedTuple):
    """All that a page is drawn with; made once for a style and a page."""

    kinds: dict[RepairKind, _KindInk]
    states: dict[RepairState, _StateInk]


class Highlighter:
    """Draws the repairs of a document on one side; keeps each block's geometry with its layout."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._document: Document | None = None
        self._shown: frozenset[RepairKind] = frozenset(RepairKind)
        self.marking = Marking.PROOF
        # Each goes with its layout.
        self._marks: WeakKeyDictionary[BlockLayout, BlockMarks] = WeakKeyDictionary()
        self._inks: dict[TextStyle, _Inks] = {}
        self._made_for: PageColours | None = None

    def set_document(self, document: Document | None) -> None:
        """Draw the repairs of this document."""
        self._document = document
        self._marks.clear()

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Draw repairs of these kinds only."""
        self._shown = kinds
        self._marks.clear()

    def is_prepared(self, layout: BlockLayout) -> bool:
        """Return whether the marks of a block are measured."""
        return layout in self._marks

    def prepare(self, layout: BlockLayout, span: tuple[int, int]) -> BlockMarks:
        """Measure the marks of a block, so that drawing it takes less long."""
        marks = self._marks.get(layout)
        if marks is None:
            marks = self._marks[layout] = self._measure(layout, span)
        return marks

    def draw(
        self,
        painter: QPainter,
        layout: BlockLayout,
        span: tuple[int, int],
        colours: PageColours,
    ) -> None:
        """Draw the marks of the block that holds this span of the text, at the origin."""
        style = layout.style
        inks = self._inks_for(style, colours)
        marks = self.prepare(layout, span)
        if self.marking is Marking.PROOF:
            for kind, found in marks.certain.items():
                _draw_kind(painter, inks.kinds[kind], found, style, marks.wedge_runs.get(kind))
        for state, found in marks.open.items():
            _draw_state(painter, inks.states[state], found, style)

    def draw_holes(self, painter: QPainter, layout: BlockLayout, colours: PageColours) -> None:
        """Draw what is gone over the '?' that stands for it in the text: how many bytes."""
        marks, style = self._marks.get(layout), layout.style
        if marks is None or not marks.holes:
            return
        ink = self._inks_for(style, colours).states[RepairState.LOST]
        painter.setFont(style.hole_font)
        for box, gone in marks.holes:
            frame = box.adjusted(0, -2, 0, 3)
            painter.setPen(ink.pen)
            for brush in (ink.fill, ink.hatch):
                painter.setBrush(brush)
                painter.drawRoundedRect(frame, 3, 3)
            # Small, above the line and in its own field, so that nobody takes it for a digit of
            # the text: 花1.5 of which the 1 is gone.
            field = QRectF(frame.left(), frame.top(), frame.width(), style.hole_height)
            painter.setBrush(ink.fill)
            painter.drawRoundedRect(field, 3, 3)
            painter.drawText(field, Qt.AlignmentFlag.AlignCenter, gone)

    def draw_traces(self, painter: QPainter, layout: BlockLayout, line: int, dot: QColor) -> None:
        """Draw a dot under each certain repair of a line: there was something here."""
        marks, style = self._marks.get(layout), layout.style
        if marks is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dot)
        y, radius = line * style.pitch + style.mark_y + style.em * 0.08, max(1.2, style.em * 0.07)
        for found in marks.certain.values():
            for one in found.lines:
                if line * style.pitch <= one.y1() < (line + 1) * style.pitch:
                    count = max(1, round(one.length() / style.em))
                    step = one.length() / count
                    for number in range(count):
                        middle = QPointF(one.x1() + (number + 0.5) * step, y)
                        painter.drawEllipse(middle, radius, radius)

    # -- measuring

    def _measure(self, layout: BlockLayout, span: tuple[int, int]) -> BlockMarks:
        start, end = span
        marks = BlockMarks()
        document, style = self._document, layout.style
        if document is None:
            return marks
        covered: set[int] = set()
        certain: dict[RepairKind, list[list[int]]] = {}
        behind: list[int] = []  # where glosses were, in the clean text
        for repair in self._side.repairs(document, start, end):
            if repair.kind not in self._shown:
                continue
            low, high = self._side.span(repair)
            if low == high and not self._shows_gap(start, end, low):
                continue
            state = state_of(repair)
            if state is not RepairState.CERTAIN:
                found = marks.open.setdefault(state, _Lines())
                gone = count_gone(repair) if self._side is Side.CLEAN and high == low + 1 else 0
                if gone:
                    found = _Lines()
                line = _measure_open(found, layout, (low - start, high - start))
                marks.holes += [(box, str(gone)) for box in found.boxes if gone]
                marks.places.append(Place(repair, state, line))
                continue
            marks.kinds[repair.kind] += 1
            if low < high:
                covered.update(range(low, high))
                _join(certain.setdefault(repair.kind, []), low, high)
            elif repair.kind is RepairKind.GLOSS and low > start:
                behind.append(low - 1)
            else:
                found = marks.certain.setdefault(repair.kind, _Lines())
                found.gaps[layout.caret(low - start)] = None
        for at in behind:
            # 勞(láo): the line of the form stands under 劳 already.
            if at not in covered:
                covered.add(at)
                _join(certain.setdefault(RepairKind.GLOSS, []), at, at + 1)
        height = style.body_bottom - style.body_top
        for kind, spans in certain.items():
            found = marks.certain.setdefault(kind, _Lines())
            for low, high in spans:
                for line, left, right in layout.segments(low - start, high - start):
                    top = line * style.pitch
                    found.boxes.append(QRectF(left, top + style.body_top, right - left, height))
                    y = top + style.mark_y + 0.5
                    found.lines.append(QLineF(left + 1, y, right - 1, y))
        for kind, found in marks.certain.items():
            if found.gaps and style.wedge_glyph:
                marks.wedge_runs[kind] = _wedge_run(found.gaps, style)
        return marks

    def _shows_gap(self, start: int, end: int, at: int) -> bool:
        """Tell if what is gone at an offset is marked in this block, not in the one before it."""
        return start < at <= end or (at == start and self._opens_line(start))

    def _opens_line(self, start: int) -> bool:
        """Return whether a line of the text begins at this offset."""
        document = self._document
        if document is None or start == 0:
            return True
        return self._side.text(document)[start - 1] in "\r\n"

    # -- ink

    def _inks_for(self, style: TextStyle, colours: PageColours) -> _Inks:
        if self._made_for is not colours or len(self._inks) > _STYLES:
            self._made_for = colours
            self._inks = {}
        inks = self._inks.get(style)
        if inks is None:
            kinds = {kind: _kind_ink(kind, style, dark=colours.dark) for kind in RepairKind}
            states: dict[RepairState, _StateInk] = {
                state: _state_ink(state, style, dark=colours.dark)
                for state in RepairState
                if state is not RepairState.CERTAIN
            }
            inks = self._inks[style] = _Inks(kinds, states)
        return inks


def _join(spans: list[list[int]], low: int, high: int) -> None:
    """Add a span to sorted ones; one that touches the last becomes one with it."""
    if spans and low <= spans[-1][1]:
        spans[-1][1] = max(spans[-1][1], high)
    else:
        spans.append([low, high])


def _measure_open(found: _Lines, layout: BlockLayout, span: tuple[int, int]) -> int:
    """Measure a place that is not certain, offsets in the block; return its line."""
    style = layout.style
    low, high = span
    segments = layout.segments(low, high)
    if not segments:
        line, x = layout.caret(max(0, low))
        found.gaps[line, x] = None
        return line
    height = style.body_bottom - style.body_top
    for line, left, right in segments:
        top = line * style.pitch
        found.boxes.append(QRectF(left, top + style.body_top, right - left, height))
        y = top + style.mark_y + 0.5
        found.lines.append(QLineF(left + 1, y, right - 1, y))
    return segments[0][0]


def _kind_ink(kind: RepairKind, style: TextStyle, *, dark: bool) -> _KindInk:
    colour = kind_colour(kind, dark=dark)
    pen, draw_lines = underline_pen(KIND_LINES[kind], colour, style.mark_width)
    return _KindInk(QBrush(with_alpha(colour, round(255 * TINT))), pen, draw_lines)


def _state_ink(state: RepairState, style: TextStyle, *, dark: bool) -> _StateInk:
    mark, name = STATE_MARKS[state]
    colour = theme_colour(name, dark=dark)
    width = style.mark_width
    pen = QPen(colour, width)
    if mark is Mark.DASHED_BOX:
        pen = proposal_pen(colour, max(1.3, width * 0.9))
    elif mark is Mark.THICK_LINE:
        pen, _ = underline_pen(Line.THICK, colour, width)
    fill = QBrush(Qt.BrushStyle.NoBrush)
    if mark is not Mark.THICK_LINE:
        fill = QBrush(theme_colour(f"{name}_fill", dark=dark))
    return _StateInk(mark, fill, pen, QBrush(with_alpha(colour, 120), Qt.BrushStyle.BDiagPattern))


# -- drawing


def _draw_kind(
    painter: QPainter, ink: _KindInk, found: _Lines, style: TextStyle, wedges: QGlyphRun | None
) -> None:
    if found.boxes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.tint)
        painter.drawRects(found.boxes)
        painter.setPen(ink.pen)
        ink.draw_lines(painter, found.lines, style)
    if wedges is not None:
        painter.setPen(ink.pen.color())
        painter.drawGlyphRun(QPointF(0, 0), wedges)
    elif found.gaps:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.pen.color())
        painter.drawPath(_wedge_path(found.gaps, style))


def _draw_state(painter: QPainter, ink: _StateInk, found: _Lines, style: TextStyle) -> None:
    if found.boxes and ink.mark is Mark.WAVE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fill)
        painter.drawRects([box.adjusted(0, -1, 0, 3) for box in found.boxes])
        painter.setPen(ink.pen)
        draw_wave(painter, found.lines, style)
    elif found.boxes and ink.mark is Mark.THICK_LINE:
        painter.setPen(ink.pen)
        painter.drawLines(found.lines)
    else:
        painter.setPen(ink.pen)
        hatches = ink.mark is Mark.HATCHED_BOX
        for box in found.boxes:
            frame = box.adjusted(-1, -2, 1, 3)
            painter.setBrush(ink.fill)
            painter.drawRoundedRect(frame, 3, 3)
            if hatches:
                painter.setBrush(ink.hatch)
                painter.drawRoundedRect(frame, 3, 3)
    if found.gaps:
        painter.setPen(QPen(ink.pen.color(), style.mark_width))
        painter.setBrush(ink.fill)
        painter.drawPath(_wedge_path(found.gaps, style, large=True))


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
    gaps: Iterable[tuple[int, float]], style: TextStyle, *, large: bool = False
) -> QPainterPath:
    half = max(2.0, style.em * (0.16 if large else 0.12))
    path = QPainterPath()
    for line, x in gaps:
        y = line * style.pitch + style.body_bottom - 0.5
        path.moveTo(x, y)
        path.lineTo(x + half, y + half * 1.5)
        path.lineTo(x - half, y + half * 1.5)
        path.closeSubpath()
    return path
