"""Everything about readings in the two panes: above the words, on the card, in the menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from reader.ui.panes.annotator import Annotator
from reader.ui.panes.block_notes import BlockNotes
from reader.ui.panes.explainer import Explainer
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.ruby_above import RubyAbove
from reader.ui.panes.text_view import TextView
from reader.ui.panes.twin import Twin
from reader.ui.panes.word_readings import WordReadings, word_readings


class PaneReadings(QObject):
    """Joins what knows the readings with what shows them, and says what the user wants."""

    pin_wanted = Signal(object, object)
    """({source offset: hanzi}, reading): these places are read so; None as if nothing were set."""
    word_wanted = Signal(str, object)
    """(word, its readings): it is always read so; None forgets that."""
    other_wanted = Signal(object)
    """WordReadings: the user wants to say how it is read at this place."""

    def __init__(self, clean: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self.annotator = Annotator(self)
        self.notes = BlockNotes(self.annotator, lambda: clean.pager.blocks, self)
        self.above = RubyAbove(clean, self.notes, self)
        self._clean = clean
        self._twin: Twin | None = None
        self._explainer: Explainer | None = None

    def join(self, twin: Twin, explainer: Explainer) -> None:
        """Answer what these two ask."""
        self._twin, self._explainer = twin, explainer
        explainer.word_at = self.word_at
        explainer.card.read_here.connect(self.pin)
        explainer.card.read_always.connect(self.word_wanted)
        self.notes.changed.connect(explainer.read_again)
        self.above.laid_out.connect(self._on_laid_out)

    def _on_laid_out(self) -> None:
        if self._twin is not None:
            self._twin.follow(self._clean)

    def set_mode(self, mode: RubyMode) -> None:
        """Choose when readings are drawn above words."""
        if self._twin is not None:
            self._twin.ruby_mode = mode
        self._clean.overlay.syllables = ()
        self.above.set_on(mode is RubyMode.ALWAYS)
        self._clean.viewport().update()

    def word_at(self, view: TextView, offset: int) -> WordReadings | None:
        """Return the readings of the word that a character of a pane belongs to."""
        word = self._twin.clean_word(view, offset) if self._twin is not None else None
        return self._of(word)

    def _of(self, word: tuple[int, int] | None) -> WordReadings | None:
        if word is None:
            return None
        return word_readings(self.notes, self._clean.pager.blocks, word)

    def show_card(self) -> None:
        """Show the readings of the word under the mouse, else of the one selected."""
        word = self._twin.word_now() if self._twin is not None else None
        if word is not None and self._explainer is not None:
            self._explainer.explain_word(self._clean, word)

    def pin(self, places: tuple[int, ...], reading: str | None) -> None:
        """Ask for a reading at these places of the clean text."""
        text = self._clean.pager.blocks.text
        self.pin_wanted.emit({self.source_place(one): text[one] for one in places}, reading)

    def source_place(self, place: int) -> int:
        """Return where a character of the clean text stands in the original."""
        document = self._twin.document if self._twin is not None else None
        return document.source_span(place, place + 1)[0] if document is not None else place

    def add_to(self, menu: QMenu, view: QObject, event: QContextMenuEvent) -> None:
        """Add what can be done with the readings of the word that a menu was asked for."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse and self._twin is not None:
            word = self._of(self._twin.word_now())
        else:
            at = None
            if isinstance(view, TextView):
                at = view.pager.offset_on(QPointF(event.pos()))
            word = self.word_at(view, at) if isinstance(view, TextView) and at is not None else None
        if word is None:
            return
        menu.addSeparator()
        title = self.tr("Reading of {word}").format(word=word.text)
        here = menu.addMenu(title)
        for one in word.syllables:
            for other in one.reading.others:
                text = f"{word.named(one)}  {word.shown(other.reading)}"
                here.addAction(text, partial(self.pin, (one.reading.start,), other.reading))
        here.addAction(self.tr("Another reading…"), partial(self.other_wanted.emit, word))
        here.addSeparator()
        if word.is_whole and not (word.kept and not word.pinned):
            said = " ".join(word.shown(reading) for reading in word.readings)
            text = self.tr("Always read {word} as {reading}").format(word=word.text, reading=said)
            here.addAction(text, partial(self.word_wanted.emit, word.text, word.readings))
        if word.pinned:
            text = self.tr("Forget what was set here")
            here.addAction(text, partial(self.pin, word.pinned, None))
        if word.kept:
            text = self.tr("Forget the reading of this word")
            here.addAction(text, partial(self.word_wanted.emit, word.text, None))
