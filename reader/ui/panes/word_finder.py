"""Finds the word at a place; loads the dictionaries that this takes behind the first paint."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from reader.language.segment import segment
from reader.pinyin import pronounce as pinyin
from reader.ui.workers import Runner

Span = tuple[int, int]
Grouping = Callable[[str, list[Span]], list[Span]]
"""Puts words of a text together that belong together; called in a thread, too."""
_KEPT = 200
_WARM_AFTER_MS = 100


class WordFinder(QObject):
    """Answers which word stands at a place, and tells when readings can be given.

    Loading takes half a second, and neither a hover nor a click may wait for it: until then a word
    is the character alone and there is no reading; `ready` tells when to ask again.
    """

    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grouping: Grouping | None = None
        """Set before the first text is painted."""
        self._asked = self._warm = False
        self._words: OrderedDict[str, list[Span]] = OrderedDict()
        self._loader = Runner(self)
        self._loader.finished.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)

    def is_ready(self) -> bool:
        """Return whether readings can be given."""
        return self._warm

    def warm_up(self) -> None:
        """Load the dictionaries in a thread; `ready` follows. Only the first call does anything."""
        if not self._asked:
            self._asked = True
            # The other pane paints first: the thread would hold the interpreter against it.
            QTimer.singleShot(_WARM_AFTER_MS, self, self._load)

    def word_at(self, text: str, offset: int) -> Span:
        """Return the span of the word that holds text[offset]; else of that character alone."""
        if not self._warm:
            return offset, offset + 1
        words = self._words.get(text)
        if words is None:
            words = segment(text)
            if self.grouping is not None:
                words = self.grouping(text, words)
            self._words[text] = words
            if len(self._words) > _KEPT:
                self._words.popitem(last=False)
        for start, end in words:
            if start <= offset < end:
                return start, end
            if start > offset:
                break
        return offset, offset + 1

    def forget_all(self) -> None:
        """Look again for the words of all texts."""
        self._words.clear()

    def forget(self, words: Collection[str]) -> None:
        """Look again for the words of all texts that hold one of these."""
        for text in [text for text in self._words if any(word in text for word in words)]:
            del self._words[text]

    def _load(self) -> None:
        grouping = self.grouping
        self._loader.start(lambda task: _warm_up(grouping))

    def _on_loaded(self) -> None:
        self._warm = True
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error  # the tables are part of the program: without them it is not whole


def _warm_up(grouping: Grouping | None) -> None:
    pinyin.warm_up()
    if grouping is not None:
        grouping("", [])
