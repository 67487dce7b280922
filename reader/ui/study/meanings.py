"""What the words of the page mean; the dictionary is opened with the first word asked about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.pinyin.reading import Reading
from reader.text.doubts import is_word_in_doubt
from reader.ui.panes.cells import Gloss
from reader.ui.panes.hover_popup import PopupMeaning
from reader.ui.panes.side import Side
from reader.ui.panes.word_marks import MarkedWord, WordMark
from reader.ui.study.facts import WordFacts
from reader.ui.study.own_words import OwnWords

if TYPE_CHECKING:
    from reader.study.dictionary.entry import Levels
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.dictionary.word import WordMeaning
    from reader.ui.panes.panes import DocumentPanes
    from reader.ui.panes.word_readings import WordReadings

_REACH = 60  # code points on either side of a word that its class in the sentence depends on


class Meanings:
    """Explains words of the clean text of one page."""

    def __init__(self, panes: DocumentPanes, words: OwnWords) -> None:
        self._panes = panes
        self._words = words

    def dictionary(self) -> Dictionary:
        """Return what is asked about words; the first call opens it."""
        return _dictionary()

    def group(self, text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Put words of a text together as the dictionary has them."""
        from reader.study.grouping import group_words

        return group_words(text, words, _dictionary())

    def can_learn(self, word: tuple[int, int]) -> bool:
        """Tell whether a word can be learned here: a dictionary has it, and its text is sure.

        What rests on an unsure repair may be another word.
        """
        document = self._panes.document
        if document is None or not _dictionary().find(document.text[slice(*word)]):
            return False
        return not is_word_in_doubt(document, *word)

    def unknown_words(self, block: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words of a block that are neither known nor ignored."""
        text = self._panes.clean_view.pager.blocks.block_text(block)
        for start, end in self._panes.readings.blocks.words_of(block) or ():
            if not self._words.status_of(text[start:end]).is_settled:
                yield start, end

    def marks(self, block: int) -> Iterator[MarkedWord]:
        """Yield the words of a block that are new or being learned, to mark them."""
        glosses = self._panes.readings.blocks.glosses_of(block) or ()
        blocks = self._panes.clean_view.pager.blocks
        text, base = blocks.block_text(block), blocks.starts[block]
        for one in glosses:
            status = self._words.status_of(text[one.start : one.end])
            if status.is_settled or not one.text:
                continue
            if self.can_learn((base + one.start, base + one.end)):
                mark = WordMark.LEARNING if status.is_learning else WordMark.NEW
                yield MarkedWord(one.start, one.end, mark)

    def gloss(self, text: str, readings: tuple[Reading, ...]) -> tuple[Gloss, ...]:
        """Return a short gloss for each word of a block; called in a thread."""
        from reader.study.interlinear import gloss_words

        glosses = gloss_words(text, readings, _dictionary())
        return tuple(Gloss(one.start, one.end, one.text, one.is_composed) for one in glosses)

    def of(self, word: WordReadings) -> WordMeaning | None:
        """Return what a word means where it stands, None for one that nothing is known of."""
        from reader.study.dictionary.word import explain

        text = self._panes.clean_view.pager.blocks.text
        found = explain(
            _dictionary(),
            word.text,
            reading=" ".join(word.readings) if word.is_whole else "",
            word_class=_word_class(text, word.start, word.end),
        )
        return found if found.entries else None

    def facts(self, word: WordReadings | None) -> WordFacts | None:
        """Return everything that the word panel shows of a word."""
        from reader.study.occurrences import find_occurrences, find_spelling

        document = self._panes.document
        if word is None or document is None:
            return None
        text = self._panes.clean_view.pager.blocks.text
        return WordFacts(
            word,
            self.of(word),
            find_spelling(document, word.start, word.end),
            find_occurrences(text, word.text, here=word.start),
            text,
        )

    def popup(self, span: tuple[int, int]) -> PopupMeaning | None:
        """Return what the popup of a word says."""
        word = self._panes.readings.word_at(Side.CLEAN, span[0])
        meaning = self.of(word) if word is not None else None
        if word is None or meaning is None or not meaning.gloss:
            return None
        return PopupMeaning(
            word.text,
            meaning.traditional,
            word.spoken,
            level_words(meaning.levels),
            meaning.gloss,
            meaning.is_composed,
        )


def level_words(levels: Levels) -> str:
    """Return the level of a word by the newest list that has it: HSK 4, HSK 7–9; "" without one."""
    translate = QCoreApplication.translate
    newest = levels.hsk2025 or levels.hsk2021
    if newest is not None:
        shown = "7–9" if newest == 7 else str(newest)
        return translate("Word", "HSK {level}").format(level=shown)
    if levels.hsk2 is not None:
        return translate("Word", "old HSK {level}").format(level=levels.hsk2)
    return ""


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary:
    from reader.study.dictionary.lookup import Dictionary

    return Dictionary()


def _word_class(text: str, start: int, end: int) -> str:
    """Return jieba's class of a word in its run of hanzi, "" where jieba cuts otherwise."""
    from reader.language.segment import HANZI_RUN, tag_words
    from reader.language.segment import segment as cut

    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for run in HANZI_RUN.finditer(text, low, high):
        if run.start() <= start and end <= run.end():
            spans = cut(run[0])
            classes = tag_words(run[0])
            if len(classes) != len(spans):
                return ""
            at = start - run.start(), end - run.start()
            return dict(zip(spans, classes, strict=True)).get(at, "")
    return ""
