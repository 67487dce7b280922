"""Keys of whoever reads to learn: from word to word, to the next new one, how well it is known."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.language.segment import HANZI
from reader.study.status import WordStatus
from reader.ui.panes.panes import DocumentPanes
from reader.ui.study.meanings import Meanings
from reader.ui.study.own_words import OwnWords
from reader.ui.study.status_strip import status_of_key

_FARTHEST = 20_000  # words that are looked at for a new one

Span = tuple[int, int]


class ReadingKeys(QObject):
    """Carries out the single keys of the reading mode on one page."""

    word_wanted = Signal(int)
    """A word that begins at this offset of the clean text is to be shown."""
    undone = Signal(object)
    """The words whose last change was taken back; none if there was none."""
    nothing_new = Signal()
    """There is no new word any more on this side of the page."""
    pinyin_wanted = Signal()
    """Pinyin is to be written above other words."""
    tones_wanted = Signal()
    """Tones are to have colours in another place, or none."""
    glosses_wanted = Signal()
    """Glosses are to be shown below the words, or no longer."""

    def __init__(
        self, panes: DocumentPanes, meanings: Meanings, words: OwnWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._meanings = meanings
        self._words = words
        self.current: Span | None = None
        """The word that is shown."""

    def change_look(self, event: QKeyEvent) -> bool:
        """Do what a key means that only changes how the page looks; tell if it is one."""
        signals = {
            Qt.Key.Key_P: self.pinyin_wanted,
            Qt.Key.Key_T: self.tones_wanted,
            Qt.Key.Key_D: self.glosses_wanted,
        }
        wanted = signals.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        wanted.emit()
        return True

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell if it means anything."""
        key, shift = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        if self.change_look(event):
            return True
        status = status_of_key(event.text())
        if key == Qt.Key.Key_N:
            self._go(self._find_new(forward=not shift))
        elif shift:
            return False
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._go(next(self._from_here(forward=key == Qt.Key.Key_Right), None))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.current or next(self._from_here(forward=True), None))
        elif key == Qt.Key.Key_Z:
            self.undone.emit(self._words.undo())
        elif status is not None:
            self.set_status(status)
        else:
            return False
        return True

    def set_status(self, status: WordStatus) -> None:
        """Say how well the current word is known."""
        document = self._panes.document
        if self.current is not None and document is not None:
            start, end = self.current
            self._words.set_status(document.text[start:end], status)

    def _go(self, word: Span | None) -> None:
        if word is not None:
            self.current = word
            self._panes.select_clean(word)
            self.word_wanted.emit(word[0])

    def _from_here(self, *, forward: bool) -> Iterator[Span]:
        """Yield the words that follow the current one, or go before it."""
        document, view = self._panes.document, self._panes.clean_view
        if document is None:
            return
        text = document.text
        start, end = self.current or (self._panes.top_clean_offset(),) * 2
        at = end if forward else start - 1
        while 0 <= at < len(text):
            if not HANZI.match(text[at]):
                at += 1 if forward else -1
                continue
            word = view.word_at(at)
            yield word
            at = word[1] if forward else word[0] - 1

    def _find_new(self, *, forward: bool) -> Span | None:
        document = self._panes.document
        if document is None:
            return None
        for number, word in enumerate(self._from_here(forward=forward)):
            if number > _FARTHEST:
                break
            text = document.text[slice(*word)]
            if self._words.status_of(text) is WordStatus.NEW and self._meanings.can_learn(word):
                return word
        self.nothing_new.emit()
        return None
