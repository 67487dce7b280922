"""Keeps the two panes in step: scrolling, selection and search hits go through the alignment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.text.document import Document
from reader.ui.panes.counterparts import (
    Span,
    clean_character,
    matching_position,
    matching_span,
    spans_touching,
)
from reader.ui.panes.page_painter import Hits
from reader.ui.panes.pager import ScrollPosition
from reader.ui.panes.side import Side
from reader.ui.panes.text_blocks import BothBlocks
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.text_view import TextView
from reader.ui.panes.word_finder import WordFinder


class PaneSync(QObject):
    """The two panes of one document: what the user does in one is shown in the other.

    Only the pane that was moved says so (`scrolled`), and the other one is moved silently, so
    nothing can echo.
    """

    moved = Signal()
    selection_changed = Signal()

    def __init__(self, style: TextStyle, words: WordFinder, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._document: Document | None = None
        self._hits: dict[Side, Sequence[Span]] = {Side.CLEAN: (), Side.SOURCE: ()}
        self._current_hit: int | None = None
        self.clean = TextView(Side.CLEAN, style, self)
        self.source = TextView(Side.SOURCE, style, self)
        self._selecting = self.clean
        for view in self.views:
            view.scrolled.connect(self._on_scrolled)
            view.resized.connect(self._on_resized)
            view.selected.connect(self._on_selected)

    @property
    def views(self) -> tuple[TextView, TextView]:
        """Both panes, that of the clean text first."""
        return self.clean, self.source

    @property
    def document(self) -> Document | None:
        """The document that is shown, or None."""
        return self._document

    def other(self, view: TextView) -> TextView:
        """Return the other pane."""
        return self.source if view is self.clean else self.clean

    # -- what a pane asks

    def word_at(self, side: Side, offset: int) -> Span:
        """Return the word that a character of a pane belongs to, else the character alone."""
        word = self.clean_word(side, offset)
        if word is None or self._document is None:
            return offset, offset + 1
        return word if side is Side.CLEAN else matching_span(self._document, Side.CLEAN, word)

    def farthest(self, side: Side) -> ScrollPosition | None:
        """Return where a pane stands when the other one stands at its end."""
        if self._document is None:
            return None
        other = self.source if side is Side.CLEAN else self.clean
        return matching_position(self._document, other.side, other.pager.last_position())

    def hits(self, side: Side, start: int, end: int) -> Hits:
        """Return the search hits in a span of a pane, and whether each is the current one."""
        if not self._hits[side]:
            return ()
        found: dict[Span, bool] = {}
        for index, (low, high) in spans_touching(self._hits[side], start, end + 1):
            if low == high:  # (dòng) is gone here: the character it stood behind shows where
                low = max(0, low - 1)
            if low < end and high > start:
                current = index == self._current_hit
                found[low, high] = current or found.get((low, high), False)
        return list(found.items())

    def clean_word(self, side: Side, offset: int) -> Span | None:
        """Return the clean word that a character of a pane belongs to."""
        if self._document is None:
            return None
        character = clean_character(self._document, side, offset)
        if character is None:
            return None
        blocks = self.clean.pager.blocks
        block = blocks.at(character)
        start = blocks.starts[block]
        if character >= blocks.ends[block]:
            return None
        low, high = self._words.word_at(blocks.block_text(block), character - start)
        return start + low, start + high

    # -- document and place

    def set_document(
        self, document: Document | None, blocks: BothBlocks | None, *, keep_position: bool
    ) -> None:
        """Show a document in both panes, from its start or from the source text now at the top."""
        place, selected = self.source.pager.position(), self.source_selection()
        self._document = document
        self._hits = {Side.CLEAN: (), Side.SOURCE: ()}
        self._current_hit = None
        for view, cut in zip(self.views, blocks or (None, None), strict=True):
            view.set_document(document, cut)
        if document is not None and keep_position:
            self.source.go(place)
            self.follow(self.source)
            if selected[0] < selected[1]:
                side = self._selecting.side
                clean = document.clean_span(*selected)
                self.select(side, selected if side is Side.SOURCE else clean)
        self.selection_changed.emit()
        self.moved.emit()

    def follow(self, leader: TextView) -> None:
        """Put at the top of the other pane what stands at the top of this one."""
        if self._document is not None:
            place = matching_position(self._document, leader.side, leader.pager.position())
            self.other(leader).go(place)

    def reveal(self, side: Side, span: Span) -> None:
        """Scroll both panes so that a span of one and what matches it can be seen."""
        if self._document is None:
            return
        view = self.clean if side is Side.CLEAN else self.source
        there = matching_span(self._document, side, span)
        if self._is_seen(view, span) and self._is_seen(self.other(view), there):
            return
        # A third down is comfortable; but the other pane's text may be twice as long.
        for part in (0.3, 0.15, 0.0):
            view.pager.put_at(span[0], int(view.pager.height * part))
            view.refresh()
            self.follow(view)
            if self._is_seen(self.other(view), there):
                break
        self.moved.emit()

    def bring_counterpart(self, view: TextView, span: Span) -> None:
        """Move the other pane alone, if what belongs to a span of this one cannot be seen there."""
        if self._document is None:
            return
        other, there = self.other(view), matching_span(self._document, view.side, span)
        if not self._is_seen(other, there):
            other.pager.put_at(there[0], max(0, view.pager.line_y(span[0])))
            other.refresh()
            self.moved.emit()

    def _is_seen(self, view: TextView, span: Span) -> bool:
        pager = view.pager
        first, last = pager.visible_span()
        if not first <= span[0] <= last:
            return False
        return 0 <= pager.line_y(span[0]) <= pager.height - 2 * pager.style.pitch

    def _on_scrolled(self) -> None:
        leader = self.sender()
        if isinstance(leader, TextView):
            self.follow(leader)
            self.moved.emit()

    def _on_resized(self) -> None:
        # Both are resized in turn; were each to lead once, the place would wander.
        self.follow(self.clean)
        self.moved.emit()

    # -- selection

    def clean_selection(self) -> Span:
        """Return the selection in the clean text, wherever it was made."""
        span = self._selecting.selection.span
        if self._document is None or span[0] == span[1]:
            return 0, 0
        if self._selecting.side is Side.CLEAN:
            return span
        return self._document.clean_span(*span)

    def has_selection(self) -> bool:
        """Return whether anything is selected."""
        return bool(self._selecting.selection)

    def source_selection(self) -> Span:
        """Return the selection in the original, wherever it was made."""
        span = self._selecting.selection.span
        if self._document is None or span[0] == span[1]:
            return 0, 0
        if self._selecting.side is Side.SOURCE:
            return span
        return matching_span(self._document, Side.CLEAN, span)

    def selected_text(self) -> str:
        """Return the selection as clean text, whichever pane it was made in."""
        start, end = self.clean_selection()
        return self._document.text[start:end] if self._document is not None else ""

    def selected_source(self) -> str:
        """Return the selection as it stands in the original."""
        start, end = self.source_selection()
        return self._document.source[start:end] if self._document is not None else ""

    def select(self, side: Side, span: Span) -> None:
        """Select a span of one side."""
        view = self.clean if side is Side.CLEAN else self.source
        view.selection.set(span)
        self._select_from(view)

    def _on_selected(self) -> None:
        view = self.sender()
        if isinstance(view, TextView):
            self._select_from(view)

    def _select_from(self, view: TextView) -> None:
        other = self.other(view)
        self._selecting = view
        clean = view.side is Side.SOURCE
        other.selection.set((0, 0))
        view.show_matching_selection((0, 0))
        other.show_matching_selection(self.clean_selection() if clean else self.source_selection())
        self.selection_changed.emit()

    # -- hits

    def set_hits(
        self,
        clean_hits: Sequence[Span],
        source_hits: Sequence[Span],
        current: int | None,
        *,
        reveal: bool = True,
    ) -> None:
        """Mark hits, given for both sides in the same order; bring the current one into view."""
        self._hits = {Side.CLEAN: clean_hits, Side.SOURCE: source_hits}
        self._current_hit = current
        if current is not None and reveal:
            self.reveal(Side.CLEAN, clean_hits[current])
        self.clean.viewport().update()
        self.source.viewport().update()
