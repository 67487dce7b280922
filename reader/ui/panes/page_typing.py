"""Typing in the clean text: opens the editor over a paragraph, and tells what was typed there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal

from reader.review.typing import Replacement
from reader.ui.panes.counterparts import Span
from reader.ui.panes.paragraph_editor import ParagraphEditor
from reader.ui.panes.side import Side
from reader.ui.panes.sync import PaneSync

_FREE = 8  # pixels around the paragraph that is typed in


class PageTyping(QObject):
    """Keeps the editor where its paragraph is. Offsets are code points of the clean text."""

    changed = Signal()
    """Typing began or ended."""
    typed = Signal(object)
    """tuple[Replacement, ...]: this is to stand in the clean text."""

    def __init__(self, sync: PaneSync, parent: QObject) -> None:
        super().__init__(parent)
        self._sync = sync
        self._view = sync.clean
        self._may_type = False
        self._editor = ParagraphEditor(self._view.viewport())
        self._editor.left.connect(self._on_left)
        self._view.typing_wanted.connect(lambda offset: self.open_at((offset, offset)))

    def set_allowed(self, allowed: bool) -> None:
        """Let the clean text be typed in, or only be read."""
        self._may_type = self._view.may_type = allowed
        if not allowed:
            self.stop()

    @property
    def is_open(self) -> bool:
        """Whether a paragraph is being typed in."""
        return self._editor.is_open

    def open_at(self, span: Span) -> None:
        """Open the editor over the paragraph in which a span begins; the span is selected."""
        if self._sync.document is None or not self._may_type:
            return
        self._sync.reveal(Side.CLEAN, span)
        pager = self._view.pager
        block = pager.blocks.at(span[0])
        start = pager.blocks.starts[block]
        layout = pager.layout(block)
        self._make_room(start, layout.line_count * layout.style.pitch)
        selected = span[0] - start, span[1] - start
        text = pager.blocks.block_text(block)
        self._editor.open_on(start, text, layout.style, self._room(), selected)
        self.follow()
        self.changed.emit()

    def stop(self) -> None:
        """Close the editor; what was typed is told."""
        self._editor.leave()

    def follow(self) -> None:
        """Keep the editor over its paragraph when the page was scrolled."""
        if self._editor.is_open:
            self._editor.move_to(self._room())

    def _make_room(self, start: int, height: int) -> None:
        """Scroll no further than it takes to see a whole paragraph, if it fits at all."""
        pager = self._view.pager
        room = pager.height - height - _FREE
        top = pager.line_y(start)
        if room >= _FREE and not _FREE <= top <= room:
            pager.put_at(start, min(max(top, _FREE), room))
            self._sync.refresh()

    def _room(self) -> QRect:
        """Return where the paragraph that is typed in stands in the pane."""
        pager = self._view.pager
        start, _ = self._editor.span
        layout = pager.layout(pager.blocks.at(start))
        height = max(1, layout.line_count) * layout.style.pitch
        return QRect(pager.left, pager.line_y(start), pager.text_width, height)

    def _on_left(self, changes: Sequence[Replacement]) -> None:
        self._view.setFocus()
        self.changed.emit()
        if changes:
            self.typed.emit(changes)
