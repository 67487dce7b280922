"""Keys of whoever reads to learn: from word to word, to the next new one, how well it is known."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.language.segment import HANZI
from reader.study.sentences import next_sentence, previous_sentence, sentence_around
from reader.study.status import WordStatus
from reader.ui.panes.panes import DocumentPanes
from reader.ui.study.meanings import Meanings
from reader.ui.study.own_words import OwnWords
from reader.ui.study.status_strip import status_of_key

_FARTHEST = 20_000  # words that are looked at for a new one
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)

Span = tuple[int, int]


class ReadingKeys(QObject):
    """Carries out the single keys of the reading mode on one page."""

    word_wanted = Signal(int)
    """A word that begins at this offset of the clean text is to be shown."""
    panel_wanted = Signal()
    """The word panel is to come to the front."""
    undo_wanted = Signal()
    """What was done last to a word or a span is to be taken back."""
    bookmark_wanted = Signal()
    """A bookmark is to be set at the current word, or taken away."""
    note_wanted = Signal()
    """A note on the current word is to be written."""
    status_set = Signal(object)
    """WordStatus: so well the current word is known now."""
    nothing_new = Signal()
    """There is no new word any more on this side of the page."""
    pinyin_wanted = Signal()
    """Pinyin is to be written above other words."""
    tones_wanted = Signal()
    """Tones are to have colours in another place, or none."""
    glosses_wanted = Signal()
    """Glosses are to be shown below the words, or no longer."""
    join_wanted = Signal(bool)
    """The current word is to be joined with the next (True) or the one before."""
    split_wanted = Signal()
    """The current word is to be split, or otherwise than just now."""

    def __init__(
        self, panes: DocumentPanes, meanings: Meanings, words: OwnWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._meanings = meanings
        self._words = words
        self.current: Span | None = None
        """The word that is shown."""
        self.entry = ""
        """A word that is shown and does not occur in the document; "" for none."""

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

    def is_about_word(self, event: QKeyEvent) -> bool:
        """Tell if a key changes what is known of the current word, or where it begins and ends."""
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        changes = Qt.Key(event.key()) in (Qt.Key.Key_J, Qt.Key.Key_X)
        return changes or status_of_key(event.text()) is not None

    def moves(self, event: QKeyEvent) -> bool:
        """Tell if a key is an arrow, which scrolls the page while no panel is open."""
        return Qt.Key(event.key()) in _ARROWS

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
            self.show(self._find_new(forward=not shift))
        elif key == Qt.Key.Key_J:
            self.join_wanted.emit(not shift)
        elif shift and key == Qt.Key.Key_M:
            self.note_wanted.emit()
        elif shift:
            return False
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.show(self._find_sentence(forward=key == Qt.Key.Key_Down))
        elif key == Qt.Key.Key_B:
            self.bookmark_wanted.emit()
        elif key == Qt.Key.Key_X:
            self.split_wanted.emit()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.show(next(self._from_here(forward=key == Qt.Key.Key_Right), None))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show(self.current or next(self._from_here(forward=True), None))
            self.panel_wanted.emit()
        elif key == Qt.Key.Key_Z:
            self.undo_wanted.emit()
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
        elif self.entry:
            self._words.set_status(self.entry, status)
        else:
            return
        self.status_set.emit(status)

    def show(self, word: Span | None) -> None:
        """Make a word the current one, select it and have it shown."""
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

    def _find_sentence(self, *, forward: bool) -> Span | None:
        """Return the first word of the next sentence, or of this one, then of the one before."""
        document, view = self._panes.document, self._panes.clean_view
        if document is None:
            return None
        text = document.text
        at = self.current[0] if self.current is not None else self._panes.top_clean_offset()
        here = sentence_around(text, at)
        if forward:
            if self.current is None and here is not None:
                found: Span | None = here
            else:
                found = next_sentence(text, here[1] if here is not None else at)
        else:
            found = here
            if here is None or self.current is None or _first_hanzi(text, here) >= at:
                found = previous_sentence(text, here[0] if here is not None else at)
        if found is None:
            return None
        return view.word_at(min(_first_hanzi(text, found), found[1] - 1))

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


def _first_hanzi(text: str, sentence: Span) -> int:
    """Return where the first hanzi of a sentence stands, its start if it has none."""
    found = HANZI.search(text, *sentence)
    return found.start() if found is not None else sentence[0]
