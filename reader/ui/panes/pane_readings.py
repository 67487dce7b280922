"""The readings of the text in the panes: above the words, and what the user wants to set."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.pinyin.options import ReadingOptions
from reader.text.document import Document
from reader.ui.panes.block_readings import BlockReadings
from reader.ui.panes.hover import Hover
from reader.ui.panes.page_ruby import Choose, PageRuby, choose_none
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.side import Side
from reader.ui.panes.sync import PaneSync
from reader.ui.panes.tones import Tones
from reader.ui.panes.word_finder import WordFinder
from reader.ui.panes.word_readings import WordReadings, word_readings


class PaneReadings(QObject):
    """Gives the readings of words, has them drawn, and says which the user wants to set."""

    pin_wanted = Signal(object, object)
    """({source offset: hanzi}, reading): these places are read so; None as if nothing were set."""
    word_wanted = Signal(str, object)
    """(word, its readings): it is always read so; None forgets that."""
    mode_changed = Signal()
    """Readings are written above other words now."""
    other_wanted = Signal(object)
    """WordReadings: the user wants to say how it is read at this place."""

    def __init__(self, sync: PaneSync, words: WordFinder, parent: QObject) -> None:
        super().__init__(parent)
        self._sync = sync
        self.mode = RubyMode.HOVER
        self.choices: dict[RubyMode, Choose] = {}
        """Tells for the modes that choose which words of a block have a reading above them."""
        self.words = words
        self.blocks = BlockReadings(words, lambda: sync.clean.pager.blocks, self)
        self.ruby = PageRuby(sync.clean, self.blocks, self)
        self.hover = Hover(sync, words, self.blocks, self)
        self.ruby.laid_out.connect(self._on_laid_out)

    def set_document(self, document: Document | None, *, same: bool) -> None:
        """Read this document from now on; `same` says that it is the one before, decided on."""
        self.hover.forget()
        self.blocks.set_document(document, same=same)

    def set_mode(self, mode: RubyMode) -> None:
        """Choose when readings are drawn above words."""
        self.mode = mode
        self.hover.set_mode(mode)
        self.ruby.set_mode(mode, self.choices.get(mode, choose_none))
        self._sync.clean.viewport().update()
        self.mode_changed.emit()

    def set_tones(self, tones: Tones) -> None:
        """Show tones in these colours; the size and style of the panes follow on their own."""
        self.ruby.set_tones(tones)
        self._sync.clean.set_tones(tones)

    def set_options(self, options: ReadingOptions) -> None:
        """Write readings in this way."""
        self.blocks.set_options(options)

    def word_at(self, side: Side, offset: int) -> WordReadings | None:
        """Return the readings of the word that a character of a pane belongs to."""
        return self._readings_of(self._sync.clean_word(side, offset))

    def current_word(self) -> WordReadings | None:
        """Return the readings of the word under the mouse, else of the one selected.

        Without either it is the word at the top of the pane.
        """
        word = self.hover.word
        if word is None and self._sync.document is not None:
            start, end = self._sync.clean_selection()
            top = int(self._sync.clean.pager.position().offset)
            word = self._sync.clean_word(Side.CLEAN, start if start < end else top)
        return self._readings_of(word)

    def pin(self, places: tuple[int, ...], reading: str | None) -> None:
        """Ask for a reading at these places of the clean text."""
        text = self._sync.clean.pager.blocks.text
        self.pin_wanted.emit({self.source_offset(one): text[one] for one in places}, reading)

    def source_offset(self, offset: int) -> int:
        """Return where a character of the clean text stands in the original."""
        document = self._sync.document
        return document.source_span(offset, offset + 1)[0] if document is not None else offset

    def _readings_of(self, word: tuple[int, int] | None) -> WordReadings | None:
        if word is None:
            return None
        return word_readings(self.blocks, self._sync.clean.pager.blocks, word)

    def _on_laid_out(self) -> None:
        for view in self._sync.views:  # rows are as high as the taller side
            view.refresh()
