"""Keeps the two panes in step: they share one page; selection and hits go through the alignment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.text.document import Document
from reader.text.kinds import RepairState
from reader.ui.panes.counterparts import (
    Span,
    clean_character,
    matching_span,
    repair_span,
    spans_touching,
)
from reader.ui.panes.gutter import Link
from reader.ui.panes.page import Page
from reader.ui.panes.page_painter import Hits
from reader.ui.panes.side import Side
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.text_view import TextView
from reader.ui.panes.twin_blocks import TwinBlocks
from reader.ui.panes.word_finder import WordFinder

_MOST_LINKS = 40  # of one paragraph: more would be a thicket


class PaneSync(QObject):
    """The two panes of one document: what the user does in one is shown in the other.

    Both show the same page, so that scrolling one is scrolling the other.
    """

    moved = Signal()
    resized = Signal()
    selection_changed = Signal()

    def __init__(self, styles: dict[Side, TextStyle], words: WordFinder, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._document: Document | None = None
        self._hits: dict[Side, Sequence[Span]] = {Side.CLEAN: (), Side.SOURCE: ()}
        self._current_hit: int | None = None
        self.page = Page(styles)
        self.clean = TextView(Side.CLEAN, self.page.pager(Side.CLEAN), self)
        self.source = TextView(Side.SOURCE, self.page.pager(Side.SOURCE), self)
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
        self, document: Document | None, blocks: TwinBlocks | None, *, keep_position: bool
    ) -> None:
        """Show a document in both panes, from its start or from the source text now at the top."""
        place, selected = self.page.anchor(), self.source_selection()
        self._document = document
        self._hits = {Side.CLEAN: (), Side.SOURCE: ()}
        self._current_hit = None
        blocks = blocks if blocks is not None else TwinBlocks.of(document)
        self.page.set_blocks(blocks, same=keep_position)
        if document is not None and keep_position:
            self.page.go_to_anchor(place)
        for view in self.views:
            view.set_document(document)
        if document is not None and keep_position and selected[0] < selected[1]:
            side = self._selecting.side
            clean = document.clean_span(*selected)
            self.select(side, selected if side is Side.SOURCE else clean)
        self.selection_changed.emit()
        self.moved.emit()

    def links(self) -> list[Link]:
        """Return what the gutter connects: places on the screen that are not certain."""
        if self._document is None:
            return []
        clean, source = self.clean.pager, self.source.pager
        links = []
        current = self.clean.overlay.current, self.source.overlay.current
        for y, marks in self.clean.marked():
            for place in marks.places[:_MOST_LINKS]:
                if repair_span(Side.CLEAN, place.repair) == current[0]:
                    continue
                here = y + place.line * clean.style.pitch + clean.style.mark_y
                there = source.line_y(place.repair.source_start) + source.style.mark_y
                links.append(self._link(here, there, place.state))
        if current[0] != (0, 0):
            ys = [
                view.pager.line_y(span[0]) + view.pager.style.leader_y
                for view, span in zip(self.views, current, strict=True)
            ]
            links.append(self._link(ys[0], ys[1], RepairState.CERTAIN, current=True))
        return links

    def _link(
        self, here: float, there: float, state: RepairState, *, current: bool = False
    ) -> Link:
        """Connect a line of the clean text with one of the source."""
        if self.clean.overlay.leads_left:
            return Link(there, here, state, current)
        return Link(here, there, state, current)

    def refresh(self) -> None:
        """Repaint both panes after the page was moved, and tell of it."""
        for view in self.views:
            view.refresh()
        self.moved.emit()

    def reveal(self, side: Side, span: Span) -> None:
        """Scroll so that a span of one pane and what matches it can be seen."""
        if self._document is None:
            return
        view = self.clean if side is Side.CLEAN else self.source
        there = matching_span(self._document, side, span)
        if self._is_seen(view, span) and self._is_seen(self.other(view), there):
            return
        # A third down is comfortable; but the other pane's lines may stand lower in a long row.
        for part in (0.3, 0.15, 0.0):
            view.pager.put_at(span[0], int(view.pager.height * part))
            if self._is_seen(self.other(view), there):
                break
        self.refresh()

    def show_twin(self, view: TextView, span: Span) -> None:
        """Scroll no further than it takes to see what belongs to a span of this pane, too."""
        if self._document is None:
            return
        other, there = self.other(view), matching_span(self._document, view.side, span)
        here_y, there_y = view.pager.line_y(span[0]), other.pager.line_y(there[0])
        below = there_y + 2 * other.pager.style.pitch - self.page.height
        if below > 0 or there_y < 0:
            self.page.scroll(min(below, here_y) if below > 0 else there_y)
            self.refresh()

    def _is_seen(self, view: TextView, span: Span) -> bool:
        pager = view.pager
        first, last = pager.visible_span()
        if not first <= span[0] <= last:
            return False
        return 0 <= pager.line_y(span[0]) <= pager.height - 2 * pager.style.pitch

    def _on_scrolled(self) -> None:
        self.refresh()

    def _on_resized(self) -> None:
        self.refresh()
        self.resized.emit()

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
