"""Which words have a reading above them where not all have: new, hard, or not seen before ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.study.first_words import FirstWords, find_first_words
from reader.study.levels import LevelLimit
from reader.ui.panes.page_ruby import Choose
from reader.ui.panes.ruby import RubyMode
from reader.ui.study.meanings import Meanings
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.language.own_segments import OwnSegments
    from reader.study.dictionary.entry import Levels
    from reader.study.dictionary.lookup import Dictionary
    from reader.ui.panes.panes import DocumentPanes
    from reader.ui.panes.text_blocks import TextBlocks

Span = tuple[int, int]


class RubyChoices(QObject):
    """Chooses words of one page. What takes long is done in a thread when first asked for."""

    def __init__(self, panes: DocumentPanes, meanings: Meanings, parent: QObject) -> None:
        super().__init__(parent)
        self._readings = panes.readings
        self._view = panes.clean_view
        self._meanings = meanings
        self._limit = LevelLimit()
        self._levels: dict[str, Levels] | None = None
        self._first: FirstWords | None = None
        self._first_of: TextBlocks | None = None  # what is known of, or is being found
        self._loader, self._finder = Runner(self), Runner(self)
        self._loader.finished.connect(self._on_levels)
        self._finder.shown.connect(self._on_first)
        self._finder.finished.connect(self._on_first)
        for runner in (self._loader, self._finder):
            runner.failed.connect(self._on_failed)
        panes.readings.mode_changed.connect(self._on_mode)

    @property
    def by_mode(self) -> dict[RubyMode, Choose]:
        """What chooses in each mode in which not all words have a reading above them."""
        return {
            RubyMode.NEW: self._meanings.unknown_words,
            RubyMode.LEVEL: self._above_level,
            RubyMode.FIRST: self._first_places,
        }

    def set_limit(self, limit: LevelLimit) -> None:
        """Choose words above this level."""
        if limit != self._limit:
            self._limit = limit
            if self._readings.mode is RubyMode.LEVEL:
                self._readings.ruby.choose_again()

    def choose_again(self) -> None:
        """Choose anew: words have other statuses."""
        if self._readings.mode is RubyMode.NEW:
            self._readings.ruby.choose_again()

    def recut(self) -> None:
        """Look for first places again: words are cut otherwise, or a glossary has others."""
        self._first = self._first_of = None
        self._finder.cancel()
        if self._readings.mode is RubyMode.FIRST:
            self._readings.ruby.choose_again()

    def close(self) -> None:
        """End what is done in threads."""
        self._loader.close()
        self._finder.close()

    def _words(self, block: int) -> Iterator[tuple[Span, str]]:
        text = self._view.pager.blocks.block_text(block)
        for start, end in self._readings.blocks.words_of(block) or ():
            yield (start, end), text[start:end]

    def _above_level(self, block: int) -> list[Span] | None:
        if self._levels is None:
            if not self._loader.is_busy:
                self._loader.start(partial(_load_levels, self._meanings.dictionary))
            return None
        levels, limit = self._levels, self._limit
        return [span for span, word in self._words(block) if limit.is_above(levels.get(word))]

    def _first_places(self, block: int) -> list[Span] | None:
        blocks = self._view.pager.blocks
        if blocks is not self._first_of:
            # A decision may change what stands first; until that is known, nothing is.
            self._first_of, self._first = blocks, None
            own = self._meanings.own
            self._finder.start(partial(_find_first, self._meanings.dictionary, own, blocks))
        base = blocks.starts[block]
        found = self._first.within(base, blocks.ends[block]) if self._first is not None else None
        if found is None:
            return None
        first = set(found)
        return [span for span, _ in self._words(block) if base + span[0] in first]

    def _on_levels(self, levels: dict[str, Levels]) -> None:
        self._levels = levels
        self._readings.ruby.choose_again()

    def _on_first(self, found: FirstWords) -> None:
        self._first = found
        self._readings.ruby.choose_again()
        self._finder.go_on()

    def _on_mode(self) -> None:
        """Look for no first places that nobody wants to see any more."""
        if self._readings.mode is not RubyMode.FIRST:
            self._finder.cancel()
            self._first = self._first_of = None

    def _on_failed(self, error: Exception) -> None:
        raise error  # the dictionary is part of the program: without it that is not whole


def _load_levels(dictionary: Callable[[], Dictionary], _task: Task) -> dict[str, Levels]:
    return dictionary().all_levels()


def _find_first(
    dictionary: Callable[[], Dictionary], own: OwnSegments, blocks: TextBlocks, task: Task
) -> FirstWords:
    from reader.study.grouping import find_words

    asked = dictionary()
    known = asked.vocabulary().words
    spans = list(zip(blocks.starts, blocks.ends, strict=True))

    def cut(text: str) -> list[Span]:
        task.check()
        return find_words(text, asked, own, known)

    found = FirstWords((), 0)
    for found in find_first_words(blocks.text, spans, cut):
        if found.upto < len(blocks.text):
            task.show(found)
    return found
