"""Paints the part of a text that is on the screen, with all that is marked in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.block_ruby import BlockRuby, keep_inside
from reader.ui.panes.highlights import Highlighter
from reader.ui.panes.margin import MarginPainter
from reader.ui.panes.pager import Pager
from reader.ui.panes.ruby_words import Manner, RubyWord, move_words
from reader.ui.panes.selection import Span
from reader.ui.panes.span_marks import SpanMarksOf, draw_span_marks, no_spans
from reader.ui.panes.text_style import PageColours
from reader.ui.panes.tones import Tones
from reader.ui.panes.word_marks import WordMarks, draw_word_marks, nothing_marked

Hits = Sequence[tuple[Span, bool]]
"""Search hits, and whether each is the current one."""


@dataclass(slots=True)
class Overlay:
    """What is drawn over a page besides its repairs; spans in code points of the pane's text."""

    matching_selection: Span = (0, 0)  # what is selected in the other pane
    hover: Span = (0, 0)
    ruby: Sequence[RubyWord] = ()  # above the word under the mouse
    current: Span = (0, 0)  # the repair that was reached
    leads_left: bool = False  # its twin stands left of this pane
    traced: tuple[int, int] | None = None  # block and line that show where something was repaired

    @property
    def syllables(self) -> list[tuple[int, int, str]]:
        """The readings above the word under the mouse: (start, end, pinyin)."""
        return [(one.start, one.end, one.text) for word in self.ruby for one in word.syllables]

    @property
    def manners(self) -> dict[int, Manner]:
        """How each of them is drawn, by its start."""
        return {one.start: one.manner for word in self.ruby for one in word.syllables}


class PagePainter:
    """Paints the blocks of a page, each from its marks up to the ruby."""

    def __init__(
        self, highlighter: Highlighter, hits_in: Callable[[int, int], Hits], palette: QPalette
    ) -> None:
        """`hits_in` gives the search hits between two offsets."""
        self._highlighter = highlighter
        self._hits_in = hits_in
        self.word_marks: WordMarks = nothing_marked
        """Gives the words of a block that are marked as the learner's own."""
        self.span_marks: SpanMarksOf = no_spans
        """Gives the bookmarks and notes of a block."""
        self.set_colours(palette, Tones())

    def set_colours(self, palette: QPalette, tones: Tones) -> None:
        """Paint in other colours."""
        self._colours = PageColours(palette, tones)
        self._margin = MarginPainter(dark=self._colours.dark)

    def paint(
        self, widget: QWidget, part: QRect, pager: Pager, overlay: Overlay, selection: Span
    ) -> None:
        """Paint a part of the viewport of a pane."""
        painter = QPainter(widget)
        painter.fillRect(part, self._colours.base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QRectF(part)
        left, blocks = pager.left, pager.blocks
        for block, y, layout in pager.visible():
            if y + layout.height < clip.top() or y > clip.bottom():
                continue
            span = (blocks.starts[block], blocks.ends[block])
            painter.save()
            painter.translate(left, y)
            here = clip.translated(-left, -y)
            draw_word_marks(painter, layout, self.word_marks(block), dark=self._colours.dark)
            self._paint_block(painter, span, layout, here, pager, overlay, selection)
            if overlay.traced is not None and overlay.traced[0] == block:
                self._highlighter.draw_traces(
                    painter, layout, overlay.traced[1], self._colours.trace
                )
            if spans := self.span_marks(block):
                draw_span_marks(painter, layout, span, spans, left, dark=self._colours.dark)
            if pager.has_margin:
                marks = self._highlighter.prepare(layout, span)
                line = _line_of(layout, overlay.current, span)
                self._margin.paint(painter, layout, marks, line)
            painter.restore()
        self._paint_leader(painter, pager, overlay, widget.width())
        painter.end()

    def _paint_leader(self, painter: QPainter, pager: Pager, overlay: Overlay, width: int) -> None:
        """Lead the eye from the current place to the gutter, between two lines."""
        boxes = pager.boxes(*overlay.current)
        if not boxes:
            return
        box = boxes[0]
        y = box.bottom() + pager.style.leader_y - pager.style.body_bottom + 0.5
        painter.setPen(QPen(self._colours.current, 1, Qt.PenStyle.DotLine))
        if overlay.leads_left:
            painter.drawLine(QPointF(0, y), QPointF(box.left(), y))
        else:
            painter.drawLine(QPointF(box.right(), y), QPointF(width, y))

    def _paint_block(
        self,
        painter: QPainter,
        span: Span,
        layout: BlockLayout,
        clip: QRectF,
        pager: Pager,
        overlay: Overlay,
        selection: Span,
    ) -> None:
        """Paint the block that holds this span of the text, its top left corner at the origin."""
        (start, end), colours = span, self._colours
        self._highlighter.draw(painter, layout, (start, end), colours)
        for (low, high), current in self._hits_in(start, end):
            painter.setPen(colours.hit_ring if current else Qt.PenStyle.NoPen)
            painter.setBrush(colours.current_hit if current else colours.hit)
            for box in layout.rects(low - start, high - start):
                painter.drawRoundedRect(box.adjusted(0, -1, 0, 1), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        for box in _boxes(layout, overlay.matching_selection, start, end):
            painter.fillRect(box.adjusted(0, -2, 0, 4), colours.matching_selection)
        for box in _boxes(layout, selection, start, end):
            painter.fillRect(box.adjusted(0, -2, 0, 4), colours.selection)
        painter.setBrush(colours.hover)
        for box in _boxes(layout, overlay.hover, start, end):
            painter.drawRoundedRect(box.adjusted(0, -1, 0, 2), 4, 4)
        if boxes := _boxes(layout, overlay.current, start, end):
            painter.setBrush(colours.current_fill)
            painter.setPen(QPen(colours.current, 2))
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-2, -3, 2, 4), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colours.text)
        layout.draw(painter, QPointF(0, 0), clip)
        self._highlighter.draw_holes(painter, layout, colours)
        if layout.under is not None:
            layout.under.draw(painter, colours)
        if layout.ruby is not None:
            layout.ruby.draw(painter, colours)
        self._draw_pointed(painter, layout, span, pager, overlay)

    def _draw_pointed(
        self, painter: QPainter, layout: BlockLayout, span: Span, pager: Pager, overlay: Overlay
    ) -> None:
        """Draw the reading of the word under the mouse, where none stands above it already."""
        if not overlay.ruby:
            return
        start, end = span
        spoken = {at for one in layout.above or () for at in range(one.start, one.end)}
        low, high = 4 - pager.left, pager.text_width + pager.left - 4
        style = layout.style
        for word in move_words(overlay.ruby, -start):
            if 0 <= word.start < end - start and word.start not in spoken:
                placed = keep_inside(layout.place([word]), style, low, high)
                BlockRuby(placed, style).draw(painter, self._colours, pointed=True)


def _line_of(layout: BlockLayout, place: Span, block: Span) -> int | None:
    """Return the line of a block that a place begins on, None if it stands in another block."""
    low, high = place
    if low == high or high <= block[0] or low >= block[1]:
        return None
    return layout.line_at(max(0, low - block[0]))


def _boxes(layout: BlockLayout, span: Span, start: int, end: int) -> list[QRectF]:
    """Return the boxes of a span of the text in the block that stands at start..end."""
    if span[0] >= end or span[1] <= start:
        return []
    return layout.rects(span[0] - start, span[1] - start)
