"""Pinyin and meanings of the words of a list, made once in a thread, to search and sort by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from reader.language.segment import HANZI
from reader.study.dictionary.entry import Entry, EntrySource
from reader.study.dictionary.lookup import Dictionary
from reader.study.dictionary.senses import rank_senses, shorten
from reader.study.pinyin_search import PinyinBook, PinyinKey, PinyinQuery
from reader.study.vocabulary import Check
from reader.study.word_table import Mask, Numbers, Rows, rank

_AT_ONCE = 500  # words between two looks whether the index is still wanted
_NO_LETTER = re.compile(r"[\W_]+")


class ListedMeaning(NamedTuple):
    """What a list says of a word: its usual reading, its other spelling, its likeliest sense.

    All may be empty; `is_composed` says that no dictionary holds the word.
    """

    pinyin: str
    traditional: str
    gloss: str
    is_composed: bool = False


def describe(word: str, entries: Sequence[Entry]) -> ListedMeaning:
    """Return what a list says of a word, whose entries these are."""
    if not entries:
        return ListedMeaning(_spell(word), "", "")
    senses = rank_senses(entries)
    entry = senses[0].entry if senses else entries[0]
    other = entry.traditional if entry.simplified == word != entry.traditional else ""
    gloss = shorten(senses[0].text) if senses else ""
    pinyin = entry.pinyin or _spell(word)
    return ListedMeaning(pinyin, other, gloss, entry.source is EntrySource.COMPOSED)


class WordIndex:
    """What the rows of a table are found by. Immutable."""

    def __init__(self, keys: Sequence[tuple[PinyinKey, ...]], texts: Sequence[str]) -> None:
        """`keys` are the readings of each row, the usual one first.

        `texts` are its spellings and its meanings as `searchable` makes them.
        """
        self._book = PinyinBook([key for some in keys for key in some])
        lengths = np.array([len(some) for some in keys], np.int64)
        self._rows = np.repeat(np.arange(len(keys)), lengths)
        self._texts = "\n".join(texts)
        ends = np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int64)
        self._starts: Rows = ends[:-1]
        self.by_pinyin: Numbers = rank([_sorted_by(some[0]) if some else None for some in keys])
        """The place of each row in the order of the alphabet, then of tones; nan: no reading."""

    @classmethod
    def of(
        cls, words: Sequence[str], dictionary: Dictionary, check: Check = lambda: None
    ) -> WordIndex:
        """Make the index of words, in their order; what `check` raises ends it.

        50,000 words take some six seconds, which is why this belongs in a thread.
        """
        keys: list[tuple[PinyinKey, ...]] = []
        texts: list[str] = []
        for start in range(0, len(words), _AT_ONCE):
            check()
            for word, entries in dictionary.find_many(words[start : start + _AT_ONCE]):
                found = entries or dictionary.lookup(word)
                keys.append(tuple(PinyinKey.of(one) for one in _readings(word, found)))
                texts.append(_searchable(word, found))
        return cls(keys, texts)

    def __len__(self) -> int:
        return len(self._starts)

    def find(self, text: str) -> Mask:
        """Return which rows hold a text: hanzi of either script, pinyin, or words of a meaning.

        Of a meaning the beginnings of words count: act finds "activity" and not "fact".
        """
        found = np.zeros(len(self), np.bool_)
        if HANZI.search(text):
            found[self._lines_with(text)] = True
            return found
        words = _plain(text)[:-1]
        if words.strip():
            found[self._lines_with(words)] = True
            found[self._rows[self._book.find(PinyinQuery(text))]] = True
        return found

    def _lines_with(self, text: str) -> Rows:
        """Return the rows in whose text another one is found."""
        places = [one.start() for one in re.finditer(re.escape(text), self._texts)]
        return np.searchsorted(self._starts, places, side="right") - 1


def _sorted_by(key: PinyinKey) -> tuple[object, ...] | None:
    """Return syllables before tones: bā, bá, bān, not bā, bān, bá."""
    if not key.syllables:
        return None
    plain, tones = zip(*key.syllables, strict=True)
    return plain, tones


def _readings(word: str, entries: Sequence[Entry]) -> list[str]:
    """Return the readings of a word, the usual one first, each once."""
    if len(entries) < 2:
        return [(entries[0].pinyin if entries else "") or _spell(word)]
    usual = describe(word, entries).pinyin
    # Běi and běi are one to who types.
    found = {one.lower(): one for one in (usual, *(entry.pinyin for entry in entries)) if one}
    return list(found.values())


def _searchable(word: str, entries: Iterable[Entry]) -> str:
    """Return the spellings and meanings of a word in one text, a blank before each word of it."""
    texts = [word]
    for entry in entries:
        texts += (entry.traditional, entry.simplified, *entry.senses)
    return _plain("\n".join(dict.fromkeys(texts)))


def _plain(text: str) -> str:
    """Return words in small letters with a blank around each."""
    return f" {_NO_LETTER.sub(' ', text.casefold()).strip()} "


def _spell(word: str) -> str:
    from reader.pinyin.pronounce import pronounce  # for words that no dictionary holds

    return " ".join(reading for _, _, reading in pronounce(word))
