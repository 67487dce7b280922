"""What the words of the page mean; the dictionary is opened with the first word asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.language.segment import run_around
from reader.pinyin.reading import Reading
from reader.text.doubts import is_word_in_doubt
from reader.ui.panes.cells import Gloss
from reader.ui.panes.hover_popup import PopupMeaning
from reader.ui.panes.side import Side
from reader.ui.panes.word_marks import MarkedWord, WordMark
from reader.ui.study.facts import WordFacts
from reader.ui.study.glossaries import Glossaries
from reader.ui.study.own_words import OwnWords

if TYPE_CHECKING:
    from reader.language.own_segments import OwnSegments, Parts
    from reader.study.dictionary.entry import Levels
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.dictionary.word import WordMeaning
    from reader.study.vocabulary import CountedWord, Vocabulary
    from reader.ui.panes.panes import DocumentPanes
    from reader.ui.panes.word_readings import WordReadings

NOWHERE = -1
"""The offset of a word that does not occur in the document."""
_REACH = 60  # code points on either side of a word that its class in the sentence depends on


class Meanings:
    """Explains words of the clean text of one page."""

    def __init__(self, panes: DocumentPanes, words: OwnWords, glossaries: Glossaries) -> None:
        self._panes = panes
        self._words = words
        self.glossaries = glossaries
        self.vocabulary: Callable[[], Vocabulary | None] = lambda: None
        """Gives the words of the document, None until they were counted."""

    def dictionary(self) -> Dictionary:
        """Return what is asked about words; the first call opens it."""
        return self.glossaries.dictionary()

    @property
    def own(self) -> OwnSegments:
        """How the user cuts words."""
        return self._words.segments

    def group(self, text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Put words of a text together as the dictionary has them, and cut them as the user says.

        Called in a thread, too.
        """
        from reader.study.grouping import cut_as_said, group_words

        dictionary = self.dictionary()
        grouped = group_words(text, words, dictionary)
        return cut_as_said(text, grouped, dictionary, self._words.segments)

    def plain_words(self, run: str) -> list[tuple[int, int]]:
        """Return the words of a run of hanzi without what the user said of them."""
        from reader.language.segment import segment
        from reader.study.grouping import group_words

        return group_words(run, segment(run), self.dictionary())

    def is_word(self, text: str) -> bool:
        """Tell if the segmenter or a dictionary has a word."""
        from reader.study.grouping import word_test

        return word_test(self.dictionary())(text)

    def can_learn(self, word: tuple[int, int]) -> bool:
        """Tell whether a word can be learned here: it is one, and its text is sure.

        A dictionary has it, or the user made a word of it. What rests on an unsure repair may be
        another word.
        """
        document = self._panes.document
        if document is None:
            return False
        text = document.text[slice(*word)]
        if not (self.dictionary().find(text) or self._words.segments.is_joined(text)):
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
            word = text[one.start : one.end]
            if status.is_settled or not (one.text or self._words.segments.is_joined(word)):
                continue
            if self.can_learn((base + one.start, base + one.end)):
                mark = WordMark.LEARNING if status.is_learning else WordMark.NEW
                yield MarkedWord(one.start, one.end, mark)

    def gloss(self, text: str, readings: tuple[Reading, ...]) -> tuple[Gloss, ...]:
        """Return a short gloss for each word of a block; called in a thread."""
        from reader.study.interlinear import gloss_words

        glosses = gloss_words(text, readings, self.dictionary(), self._words.segments)
        return tuple(Gloss(one.start, one.end, one.text, one.is_composed) for one in glosses)

    def of(self, word: WordReadings) -> WordMeaning | None:
        """Return what a word means where it stands, None for one that nothing is known of."""
        from reader.study.dictionary.word import explain

        text = self._panes.clean_view.pager.blocks.text
        found = explain(
            self.dictionary(),
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
            self._own_cut(text, word.start),
            self._same(word.text),
        )

    def entry(self, word: str) -> WordFacts | None:
        """Return what the word panel shows of a word that need not stand in the document."""
        from reader.pinyin.pronounce import find_readings
        from reader.study.dictionary.word import explain
        from reader.study.occurrences import Occurrences
        from reader.ui.panes.word_readings import Syllable, WordReadings

        blocks = self._panes.readings.blocks
        found = find_readings(word, user=blocks.user, own=self._words.segments)
        syllables = tuple(Syllable(word[one.start : one.end], one) for one in found)
        style = blocks.options.style
        readings = WordReadings(word, NOWHERE, NOWHERE, syllables, style)
        reading = " ".join(readings.readings) if readings.is_whole else ""
        meaning = explain(self.dictionary(), word, reading=reading)
        return WordFacts(
            readings,
            meaning if meaning.entries else None,
            None,
            Occurrences(0, ()),
            "",
            same=self._same(word),
        )

    def _same(self, word: str) -> tuple[CountedWord, ...]:
        vocabulary = self.vocabulary()
        found = vocabulary.with_characters(word) if vocabulary is not None else []
        return tuple(one for one in found if one.word != word and one.can_be_taught)

    def _own_cut(self, text: str, at: int) -> tuple[str, Parts] | None:
        """Return what the user said that cuts the words at a place."""
        own = self._words.segments
        if not own:
            return None
        low, high = run_around(text, at, at)
        run = text[low:high]
        for start, end in own.matches(run, self.plain_words(run), self.is_word):
            if start <= at - low < end:
                word = run[start:end]
                return word, own.parts[word]
        return None

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
