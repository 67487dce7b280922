"""What a card says of a word: nothing on it rests on an unsure repair."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from reader.language.segment import HANZI_RUN, segment, tag_words
from reader.pinyin.reading import Reading
from reader.study.dictionary.lookup import Dictionary
from reader.study.dictionary.word import explain
from reader.study.levels import LevelList
from reader.study.occurrences import Occurrence, sentence_at
from reader.study.vocabulary import CountedWord
from reader.text.document import Document
from reader.text.kinds import RepairState
from reader.text.repair import LOST, state_of

_IN_DOUBT = (RepairState.UNSURE, RepairState.UNDECIDED, RepairState.LOST)
_TRIED = 20  # places of a word that are looked at for a sentence without doubt
_MOST_SENSES = 4
_CLAUSE = re.compile("[，、：；。,:;]")
COMPOSED = "≈ "
"""Stands before a meaning that was put together from the parts of a word."""
_UNSURE = 0.9  # a reading less sure than that is shown as soft

FindReadings = Callable[[str], Sequence[Reading]]
"""Gives the reading of each hanzi of a sentence."""


class Spoken(NamedTuple):
    """A stretch of a sentence: a hanzi with its reading, or other text without one.

    `is_word` marks what belongs to the word of the card, `is_soft` a reading that is not sure.
    """

    text: str
    pinyin: str = ""  # with tone mark
    is_word: bool = False
    is_soft: bool = False


class Card(NamedTuple):
    """A word, what it means where it stands, and a sentence with it.

    `pinyin` has a blank between syllables; `traditional` is "" where it is the same; `sentence` is
    empty where every one rests on an unsure repair. `level` is a level of the HSK list that was
    asked for, None for a word in none. `is_composed` says that no dictionary has the word, and that
    its meaning was put together from those of its parts.
    """

    word: str
    traditional: str
    pinyin: str
    meanings: tuple[str, ...]
    sentence: tuple[Spoken, ...]
    source: str
    level: int | None
    levels: LevelList
    is_composed: bool = False

    @property
    def meaning_text(self) -> str:
        """The meanings on one line; ≈ stands before those that were put together."""
        joined = "; ".join(self.meanings)
        return f"{COMPOSED}{joined}" if self.is_composed and joined else joined

    @property
    def level_name(self) -> str:
        """The level as learners call it: HSK 4, HSK 7–9; "" without one."""
        if self.level is None:
            return ""
        band = self.level == self.levels.highest and self.levels is not LevelList.HSK2
        return f"HSK {self.level}–9" if band else f"HSK {self.level}"


def make_cards(
    words: Iterable[CountedWord],
    document: Document,
    dictionary: Dictionary,
    *,
    title: str,
    levels: LevelList = LevelList.HSK2025,
    find_readings: FindReadings | None = None,
) -> Iterator[Card]:
    """Yield a card for each word of a document that may be taught; the others are left out.

    `title` says where the sentence comes from. `find_readings` gives the readings of a sentence, as
    the page shows them (`reader.pinyin.pronounce.find_readings` with what the user set). A card
    takes a few milliseconds.
    """
    if find_readings is None:
        from reader.pinyin.pronounce import find_readings as find

        find_readings = find
    make = partial(_make_card, document, dictionary, find_readings, title, levels)
    return (make(one) for one in words if one.can_be_taught)


def _make_card(
    document: Document,
    dictionary: Dictionary,
    find_readings: FindReadings,
    title: str,
    levels: LevelList,
    counted: CountedWord,
) -> Card:
    text, word = document.text, counted.word
    place = _find_place(document, counted)
    at = place or sentence_at(text, counted.first, counted.first + len(word))
    sentence = text[at.sentence_start : at.sentence_end]
    start = at.start - at.sentence_start
    end = start + len(word)
    readings = find_readings(sentence)
    spoken = [one.pinyin for one in readings if start <= one.start < end]
    reading = " ".join(spoken) if len(spoken) == len(word) else ""
    meaning = explain(
        dictionary, word, reading=reading, word_class=_word_class(sentence, start, end)
    )
    if not reading and meaning.entries:
        reading = meaning.entries[0].pinyin
    senses = tuple(dict.fromkeys(sense.text for sense in meaning.senses))[:_MOST_SENSES]
    return Card(
        word,
        meaning.traditional,
        reading,
        senses,
        tuple(_speak(sentence, readings, start, end)) if place else (),
        title,
        levels.level_of(counted.levels),
        levels,
        meaning.is_composed,
    )


def _find_place(document: Document, counted: CountedWord) -> Occurrence | None:
    """Return the first place of a word whose whole sentence is sure, None if there is none.

    Where all sentences have something in doubt, a clause without it will do.
    """
    places = [
        sentence_at(document.text, at, at + len(counted.word))
        for at in islice(_places(document.text, counted), _TRIED)
    ]
    clauses = (_clause_of(document.text, place) for place in places)
    for place in chain(places, clauses):
        low, high = place.sentence_start, place.sentence_end
        if high - low > len(counted.word) and _is_sure(document, low, high):
            return place
    return None


def _is_sure(document: Document, start: int, end: int) -> bool:
    """Tell if text[start:end] rests on nothing that is in doubt."""
    return not any(
        state_of(one) in _IN_DOUBT and one.clean_start < end and one.clean_end > start
        for one in document.repairs_in_clean(start, end)
        if one.clean_end > one.clean_start or one.rule == LOST
    )


def _clause_of(text: str, place: Occurrence) -> Occurrence:
    """Return the clause of a sentence that holds its word."""
    before = [one.end() for one in _CLAUSE.finditer(text, place.sentence_start, place.start)]
    behind = _CLAUSE.search(text, place.end, place.sentence_end)
    return place._replace(
        sentence_start=before[-1] if before else place.sentence_start,
        sentence_end=behind.start() if behind else place.sentence_end,
    )


def _places(text: str, counted: CountedWord) -> Iterator[int]:
    """Yield where a word stands, from its first place on."""
    at = counted.first
    while at >= 0:
        yield at
        at = text.find(counted.word, at + len(counted.word))


def _word_class(sentence: str, start: int, end: int) -> str:
    """Return jieba's class of a word in its sentence, "" where jieba cuts otherwise."""
    for run in HANZI_RUN.finditer(sentence):
        if run.start() <= start and end <= run.end():
            spans, classes = segment(run[0]), tag_words(run[0])
            if len(spans) == len(classes):
                at = start - run.start(), end - run.start()
                return dict(zip(spans, classes, strict=True)).get(at, "")
    return ""


def _speak(sentence: str, readings: Sequence[Reading], start: int, end: int) -> Iterator[Spoken]:
    """Yield a sentence in stretches; sentence[start:end] is the word of the card."""
    by_place = {one.start: one for one in readings if one.end == one.start + 1}
    plain = ""
    for at, char in enumerate(sentence):
        reading = by_place.get(at)
        if reading is None and not start <= at < end:
            plain += char
            continue
        if plain:
            yield Spoken(plain)
            plain = ""
        if reading is None:
            yield Spoken(char, is_word=True)
        else:
            soft = reading.confidence < _UNSURE
            yield Spoken(char, reading.pinyin, start <= at < end, soft)
    if plain:
        yield Spoken(plain)
