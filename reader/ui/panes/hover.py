"""Marks the word under the mouse in both panes, and writes its reading above it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.text.doubts import doubtful_spans
from reader.ui.panes.block_readings import BlockReadings
from reader.ui.panes.counterparts import Span, matching_span
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.ruby_words import RubyWord, move_words, write_words
from reader.ui.panes.side import Side
from reader.ui.panes.sync import PaneSync
from reader.ui.panes.text_view import TextView
from reader.ui.panes.word_finder import WordFinder


class Hover(QObject):
    """Follows the mouse over either pane."""

    def __init__(
        self, sync: PaneSync, words: WordFinder, readings: BlockReadings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sync = sync
        self._readings = readings
        self._mode = RubyMode.HOVER
        self._pointed: tuple[Side, int] | None = None
        for view in sync.views:
            view.pointed.connect(self._on_pointed)
        words.ready.connect(self._show)
        readings.changed.connect(self._read_again)

    def set_mode(self, mode: RubyMode) -> None:
        """Choose when the reading of the word is written above it."""
        self._mode = mode
        self._sync.clean.show_hover(self._sync.clean.overlay.hover)

    def forget(self) -> None:
        """Point at nothing: another text comes below the mouse."""
        self._pointed = None

    @property
    def word(self) -> Span | None:
        """The clean word under the mouse, or None."""
        return self._sync.clean_word(*self._pointed) if self._pointed is not None else None

    def _on_pointed(self, offset: int | None) -> None:
        view = self.sender()
        pointed = None
        if isinstance(view, TextView) and offset is not None:
            pointed = (view.side, offset)
        if pointed != self._pointed:
            self._pointed = pointed
            self._show()

    def _show(self) -> None:
        word = self.word
        clean, source = self._sync.clean, self._sync.source
        marked = word or (0, 0)
        if clean.overlay.hover != marked or (word is not None and not clean.overlay.ruby):
            clean.show_hover(marked, self._ruby(marked))
        there = (0, 0)
        if word is not None and self._sync.document is not None:
            there = matching_span(self._sync.document, Side.CLEAN, word)
        if source.overlay.hover != there:
            source.show_hover(there)

    def _read_again(self) -> None:
        self._sync.clean.show_hover(self._sync.clean.overlay.hover)
        self._show()

    def _ruby(self, word: Span) -> list[RubyWord]:
        """Return what is written above a word, offsets in the clean text."""
        document = self._sync.document
        if self._mode is RubyMode.OFF or word[0] == word[1] or document is None:
            return []
        blocks = self._sync.clean.pager.blocks
        block = blocks.at(word[0])
        start = blocks.starts[block]
        here = word[0] - start, word[1] - start
        found = self._readings.of_word(block, here) or ()
        doubts = doubtful_spans(document, start, blocks.ends[block])
        return move_words(write_words(found, [here], doubts), start)
