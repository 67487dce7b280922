"""Keeps two panes in step: scrolling, selection, hover and search hits go through the alignment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.text.document import Document
from reader.ui.panes.annotator import Annotator
from reader.ui.panes.block_notes import BlockNotes
from reader.ui.panes.block_ruby import Manner
from reader.ui.panes.highlights import Side
from reader.ui.panes.pager import Place
from reader.ui.panes.places import (
    Span,
    clean_character,
    spans_touching,
    twin_place,
    twin_span,
)
from reader.ui.panes.ruby import RubyMode, Syllables
from reader.ui.panes.text_blocks import BothBlocks
from reader.ui.panes.text_view import TextView


class Twin(QObject):
    """Both panes of one document. What the user does in one is shown in the other.

    Only the pane that was moved says so (`scrolled`), and the other one is moved silently, so
    nothing can echo.
    """

    moved = Signal()
    selection_changed = Signal()

    def __init__(
        self,
        clean: TextView,
        source: TextView,
        annotator: Annotator,
        notes: BlockNotes,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.ruby_mode = RubyMode.HOVER
        self.selecting: TextView = clean
        self._clean = clean
        self._source = source
        self._annotator = annotator
        self._notes = notes
        self._pointed: tuple[TextView, int] | None = None
        self._hits: dict[Side, Sequence[Span]] = {Side.CLEAN: (), Side.SOURCE: ()}
        self._current: int | None = None
        for view in (clean, source):
            other = self.other(view)
            view.pager.farthest = self._farthest(view, other)
            view.word_at = self._word_at(view)
            view.scrolled.connect(self._on_scrolled)
            view.resized.connect(self._on_resized)
            view.selected.connect(self._on_selected)
            view.pointed.connect(self._on_pointed)
        annotator.ready.connect(self._show_hover)
        notes.changed.connect(self._read_again)

    def other(self, view: TextView) -> TextView:
        """Return the other pane."""
        return self._source if view is self._clean else self._clean

    # -- document and place

    def set_document(
        self, document: Document | None, blocks: BothBlocks | None, *, keep_position: bool
    ) -> None:
        """Show a document in both panes, from its start or from the source text now at the top."""
        place, selected = self._source.pager.place(), self.source_selection()
        self.document = document
        self._pointed = None
        self._hits = {Side.CLEAN: (), Side.SOURCE: ()}
        self._current = None
        for view, cut in zip((self._clean, self._source), blocks or (None, None), strict=True):
            view.set_document(document, cut)
            view.overlay.hits = self._hits_of(view)
        if document is not None and keep_position:
            self._source.go(place)
            self.follow(self._source)
            if selected[0] < selected[1]:
                side = self.selecting.side
                clean = document.clean_span(*selected)
                self.select(side, selected if side is Side.SOURCE else clean)
        self.selection_changed.emit()
        self.moved.emit()

    def follow(self, leader: TextView) -> None:
        """Put at the top of the other pane what stands at the top of this one."""
        if self.document is not None:
            place = twin_place(self.document, leader.side, leader.pager.place())
            self.other(leader).go(place)

    def reveal(self, side: Side, span: Span) -> None:
        """Scroll both panes so that a span of one and its twin can be seen."""
        if self.document is None:
            return
        view = self._clean if side is Side.CLEAN else self._source
        there = twin_span(self.document, side, span)
        if self._seen(view, span) and self._seen(self.other(view), there):
            return
        # A third down is comfortable; but the other pane's text may be twice as long.
        for part in (0.3, 0.15, 0.0):
            view.pager.put_at(span[0], int(view.pager.height * part))
            view.refresh()
            self.follow(view)
            if self._seen(self.other(view), there):
                break
        self.moved.emit()

    def bring_twin(self, view: TextView, span: Span) -> None:
        """Move the other pane alone, if what belongs to a span of this one cannot be seen there."""
        if self.document is None:
            return
        other, there = self.other(view), twin_span(self.document, view.side, span)
        if not self._seen(other, there):
            other.pager.put_at(there[0], max(0, view.pager.line_y(span[0])))
            other.refresh()
            self.moved.emit()

    def _seen(self, view: TextView, span: Span) -> bool:
        pager = view.pager
        first, last = pager.visible_span()
        if not first <= span[0] <= last:
            return False
        return 0 <= pager.line_y(span[0]) <= pager.height - 2 * pager.style.pitch

    def _farthest(self, view: TextView, other: TextView) -> Callable[[], Place | None]:
        def farthest() -> Place | None:
            if self.document is None:
                return None
            return twin_place(self.document, other.side, other.pager.last_place())

        return farthest

    def _on_scrolled(self) -> None:
        leader = self.sender()
        if isinstance(leader, TextView):
            self.follow(leader)
            self.moved.emit()

    def _on_resized(self) -> None:
        # Both are resized in turn; were each to lead once, the place would wander.
        self.follow(self._clean)
        self.moved.emit()

    # -- selection

    def clean_selection(self) -> Span:
        """Return the selection in the clean text, wherever it was made."""
        span = self.selecting.selection.span
        if self.document is None or span[0] == span[1]:
            return 0, 0
        if self.selecting.side is Side.CLEAN:
            return span
        return self.document.clean_span(*span)

    def source_selection(self) -> Span:
        """Return the selection in the original, wherever it was made."""
        span = self.selecting.selection.span
        if self.document is None or span[0] == span[1]:
            return 0, 0
        if self.selecting.side is Side.SOURCE:
            return span
        return twin_span(self.document, Side.CLEAN, span)

    def select(self, side: Side, span: Span) -> None:
        """Select a span of one side."""
        view = self._clean if side is Side.CLEAN else self._source
        view.selection.set(span)
        self._select_from(view)

    def _on_selected(self) -> None:
        view = self.sender()
        if isinstance(view, TextView):
            self._select_from(view)

    def _select_from(self, view: TextView) -> None:
        other = self.other(view)
        self.selecting = view
        clean = view.side is Side.SOURCE
        other.selection.set((0, 0))
        view.overlay.twin_selection = (0, 0)
        other.overlay.twin_selection = self.clean_selection() if clean else self.source_selection()
        view.viewport().update()
        other.viewport().update()
        self.selection_changed.emit()

    def _word_at(self, view: TextView) -> Callable[[int], Span]:
        def word_at(offset: int) -> Span:
            word = self.clean_word(view, offset)
            if word is None or self.document is None:
                return offset, offset + 1
            if view.side is Side.CLEAN:
                return word
            return twin_span(self.document, Side.CLEAN, word)

        return word_at

    # -- hover

    def _on_pointed(self, offset: int | None) -> None:
        view = self.sender()
        pointed = (view, offset) if isinstance(view, TextView) and offset is not None else None
        if pointed != self._pointed:
            self._pointed = pointed
            self._show_hover()

    def word_now(self) -> Span | None:
        """Return the clean word under the mouse, else the one selected, else the one at the top."""
        word = self.clean_word(*self._pointed) if self._pointed is not None else None
        if word is None and self.document is not None:
            at = self.clean_selection()
            top = int(self._clean.pager.place().offset)
            word = self.clean_word(self._clean, at[0] if at[0] < at[1] else top)
        return word

    def clean_word(self, view: TextView, offset: int) -> Span | None:
        """Return the clean word that a character of a pane belongs to."""
        if self.document is None:
            return None
        character = clean_character(self.document, view.side, offset)
        if character is None:
            return None
        blocks = self._clean.pager.blocks
        block = blocks.at(character)
        start = blocks.starts[block]
        if character >= blocks.ends[block]:
            return None
        low, high = self._annotator.word_at(blocks.block_text(block), character - start)
        return start + low, start + high

    def _show_hover(self) -> None:
        word = self.clean_word(*self._pointed) if self._pointed is not None else None
        clean, source = self._clean.overlay, self._source.overlay
        marked = word or (0, 0)
        if clean.hover != marked or (word is not None and not clean.syllables):
            self._clean.update_span(clean.hover)
            clean.hover = marked
            clean.syllables, clean.manners = self._syllables(marked)
            self._clean.update_span(marked)
        there = (0, 0)
        if word is not None and self.document is not None:
            there = twin_span(self.document, Side.CLEAN, word)
        if source.hover != there:
            self._source.update_span(source.hover)
            source.hover = there
            self._source.update_span(there)

    def _read_again(self) -> None:
        self._clean.update_span(self._clean.overlay.hover)
        self._clean.overlay.syllables = ()
        self._show_hover()

    def _syllables(self, word: Span) -> tuple[Syllables, dict[int, Manner]]:
        if self.ruby_mode is RubyMode.OFF or word[0] == word[1]:
            return (), {}
        blocks = self._clean.pager.blocks
        block = blocks.at(word[0])
        start = blocks.starts[block]
        local = (word[0] - start, word[1] - start)
        found = self._notes.near(block, local) or ()
        syllables = [(start + one.start, start + one.end, one.pinyin) for one in found]
        return syllables, {start + one.start: Manner.of(one) for one in found}

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
        self._current = current
        if current is not None and reveal:
            self.reveal(Side.CLEAN, clean_hits[current])
        self._clean.viewport().update()
        self._source.viewport().update()

    def _hits_of(self, view: TextView) -> Callable[[int, int], Sequence[tuple[Span, bool]]]:
        """Return what finds the hits in a span of a pane."""
        side = view.side

        def hits(start: int, end: int) -> Sequence[tuple[Span, bool]]:
            if not self._hits[side]:
                return ()
            found: dict[Span, bool] = {}
            for index, (low, high) in spans_touching(self._hits[side], start, end + 1):
                if low == high:  # (dòng) is gone here: the character it stood behind shows where
                    low = max(0, low - 1)
                if low < end and high > start:
                    current = index == self._current
                    found[low, high] = current or found.get((low, high), False)
            return list(found.items())

        return hits
