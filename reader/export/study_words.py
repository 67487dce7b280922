"""The words of a text for a learner: how they are read, what they mean, and all of them as a list.

What the exports with pinyin by word share: pages, e-books and Word documents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from reader.export.material import Material
from reader.export.study_word import ListedWord, StudyWord, Syllable
from reader.language.own_segments import NO_SEGMENTS
from reader.language.segment import segment, tag_words
from reader.pinyin.joining import WrittenWord, join_syllables, split_words
from reader.pinyin.options import ReadingOptions
from reader.pinyin.reading import Reading
from reader.study.dictionary.entry import Entry
from reader.study.dictionary.lookup import Dictionary
from reader.study.dictionary.senses import short_sense
from reader.study.grouping import find_words
from reader.study.interlinear import gloss_words
from reader.study.vocabulary import CountedWord, count_words

Span = tuple[int, int]
_AT_ONCE = 20_000  # code points whose words are looked for together
_UNSURE = 0.9
_BAND = 7  # of the lists of 2021 and 2025, whose levels 7 to 9 are one
_start = attrgetter("start")


class StudyText:
    """The clean text of a document, word by word."""

    def __init__(self, material: Material) -> None:
        """Read the whole text out, since a reading depends on what stands around it."""
        self._material = material
        self._text = material.document.text
        self._is_joined = material.options.words
        single = replace(material, options=replace(material.options, words=False))
        self._readings = single.find_readings()
        # What dictionaries are asked with, however the page writes it.
        self._plain = (
            replace(material, options=ReadingOptions()).find_readings()
            if single.options != ReadingOptions()
            else self._readings
        )
        self._dictionary = Dictionary(material.glossaries)
        self._known = self._dictionary.vocabulary()
        self._own = material.own or NO_SEGMENTS
        self._doubts = material.find_doubts()
        self._written = cache(_split_written)

    def words(self, spans: Sequence[Span], *, glosses: bool = False) -> Iterator[list[StudyWord]]:
        """Yield the words of each line, given as spans in order (code points), none left out.

        Tells the material how far it is, whose `report` may raise to end it.
        """
        first = 0
        while first < len(spans):
            last = first + 1
            while last < len(spans) and spans[last][1] - spans[first][0] <= _AT_ONCE:
                last += 1
            self._material.report(spans[first][0], len(self._text))
            yield from self._words_of(spans[first:last], glosses)
            first = last

    def list_words(self) -> list[ListedWord]:
        """Return the words that can be learned, in the order in which they first stand there.

        Names, what no dictionary has and what rests on unsure repairs alone are none of them.
        """
        material = self._material
        total = len(self._text)
        counted = count_words(
            material.document,
            self._dictionary,
            own=self._own,
            known=self._known,
            check=lambda: material.report(total, total),
        )
        listed = [one for one in counted if one.can_be_taught and one.is_in_dictionary]
        # Together: a long text has thousands, and each question takes longer than its answer.
        entries = self._dictionary.find_many([one.word for one in listed])
        return [
            self._list(one, found or self._dictionary.lookup(one.word))
            for one, (_, found) in zip(listed, entries, strict=True)
        ]

    def _list(self, one: CountedWord, entries: Sequence[Entry]) -> ListedWord:
        end = one.first + len(one.word)
        plain = " ".join(reading.pinyin for reading in _inside(self._plain, one.first, end))
        # A particle has no sense in the list, and what it may mean elsewhere would mislead.
        silent = not entries or not entries[0].senses
        classes = tag_words(one.word)
        word_class = classes[-1] if classes else ""
        meaning = "" if silent else short_sense(entries, reading=plain, word_class=word_class)
        level = one.levels.hsk2025
        shown = "" if level is None else "7–9" if level == _BAND else str(level)
        syllables = [reading.pinyin for reading in _inside(self._readings, one.first, end)]
        # Without a text around it 黑名单 looks like somebody's name.
        is_name = any(entry.pinyin[:1].isupper() for entry in entries)
        pinyin = self._join(one.word, syllables, may_be_name=is_name)
        return ListedWord(one.word, pinyin, meaning, shown, one.sure)

    def _join(self, word: str, syllables: Sequence[str], *, may_be_name: bool = True) -> str:
        """Return the pinyin of a word as it is written: gōnggòng fúwù, Běijīng Shì."""
        if len(syllables) != len(word):
            return " ".join(syllables)
        style = self._material.options.style
        return " ".join(
            join_syllables(
                syllables[one.start : one.end],
                style,
                capital=one.capital and may_be_name,
                idiom=one.idiom,
            )
            for one in self._written(word)
        )

    def _words_of(self, spans: Sequence[Span], glosses: bool) -> Iterator[list[StudyWord]]:
        # A line end is between any two lines, even where the user took it away: no word goes on.
        part = "\n".join(self._text[start:end] for start, end in spans)
        plain: list[Reading] = []
        at = 0
        for start, end in spans:
            plain += (
                one._replace(start=one.start - start + at, end=one.end - start + at)
                for one in _inside(self._plain, start, end)
            )
            at += end - start + 1
        if glosses:
            found = [
                (one.start, one.end, one.text)
                for one in gloss_words(part, plain, self._dictionary, self._own)
            ]
        else:
            words = find_words(part, self._dictionary, self._own, self._known.words)
            found = [(start, end, "") for start, end in words]
        at = number = 0
        for start, end in spans:
            stop = at + end - start
            line: list[tuple[int, int, str]] = []
            while number < len(found) and found[number][0] < stop:
                low, high, gloss = found[number]
                line.append((low - at + start, high - at + start, gloss))
                number += 1
            yield list(self._fill(start, end, line))
            at = stop + 1

    def _fill(
        self, start: int, end: int, words: Sequence[tuple[int, int, str]]
    ) -> Iterator[StudyWord]:
        """Yield the words of one line and what stands between them."""
        at = start
        for low, high, gloss in words:
            if low > at:
                yield from self._between(at, low)
            yield self._word(low, high, gloss)
            at = high
        if at < end:
            yield from self._between(at, end)

    def _between(self, start: int, end: int) -> Iterator[StudyWord]:
        """Yield what is in no word; a character of it may have a reading nevertheless."""
        for syllable in self._syllables(start, end):
            yield StudyWord((syllable,))

    def _word(self, start: int, end: int, gloss: str) -> StudyWord:
        syllables = tuple(self._syllables(start, end))
        if not self._is_joined or not all(one.pinyin for one in syllables):
            return StudyWord(syllables, gloss)
        word = self._text[start:end]
        joined = self._join(word, [one.pinyin for one in syllables])
        sure = all(one.is_sure for one in syllables)
        doubt = any(one.in_doubt for one in syllables)
        return StudyWord((Syllable(word, joined, sure, doubt),), gloss)

    def _syllables(self, start: int, end: int) -> Iterator[Syllable]:
        at = start
        for one in _inside(self._readings, start, end):
            if one.start > at:
                yield Syllable(self._text[at : one.start])
            doubt = self._doubts.touch(one.start, one.end)
            sure = one.confidence >= _UNSURE and not doubt
            yield Syllable(self._text[one.start : one.end], one.pinyin, sure, doubt)
            at = one.end
        if at < end:
            yield Syllable(self._text[at:end])


def _split_written(word: str) -> tuple[WrittenWord, ...]:
    """Return the words that pinyin writes one word of a dictionary as."""
    spans = segment(word)
    classes = tag_words(word)
    return tuple(split_words(word, spans, [*classes, *[""] * (len(spans) - len(classes))]))


def _inside(readings: Sequence[Reading], start: int, end: int) -> Sequence[Reading]:
    """Return the readings of text[start:end]; they are of single characters, in order."""
    return readings[
        bisect_left(readings, start, key=_start) : bisect_left(readings, end, key=_start)
    ]
