"""Searches a list of words by hanzi, by pinyin with or without tones, and by meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum, auto
from typing import NamedTuple

from reader.language.forms import simplify_characters
from reader.language.segment import HANZI
from reader.study.pinyin_search import Fit, PinyinBook, PinyinKey, PinyinQuery


class Searched(NamedTuple):
    """What a word is found by; `pinyin` has tone marks and a blank between syllables."""

    word: str
    pinyin: str = ""
    meaning: str = ""


class _Rank(IntEnum):
    """How well a word is found, the best first."""

    SAME = auto()  # the word or its whole pinyin
    BEGINNING = auto()
    MEANING = auto()  # a word of its meaning begins so
    INSIDE = auto()
    INITIALS = auto()


_RANKS = {
    Fit.WHOLE: _Rank.SAME,
    Fit.BEGINNING: _Rank.BEGINNING,
    Fit.INSIDE: _Rank.INSIDE,
    Fit.INITIALS: _Rank.INITIALS,
}


class WordSearch:
    """A list of words made ready to be searched: 50,000 take 0.2 s once, and 50 ms each time."""

    def __init__(self, words: Iterable[Searched]) -> None:
        listed = tuple(words)
        self._words = [one.word for one in listed]
        self._meanings = [one.meaning.lower() for one in listed]
        self._book = PinyinBook([PinyinKey.of(one.pinyin) for one in listed])

    def find(self, typed: str) -> list[int]:
        """Return the numbers of the words that fit what was typed, the best first.

        Words that fit equally well keep their order. Nothing typed fits all of them.
        """
        typed = typed.strip().lower()
        if not typed:
            return list(range(len(self._words)))
        rank = self._rank_by_hanzi if HANZI.search(typed) else self._rank_by_sound_and_meaning
        return [number for _, number in sorted(rank(typed))]

    def _rank_by_hanzi(self, typed: str) -> Iterator[tuple[_Rank, int]]:
        wanted = simplify_characters(typed)
        for number, word in enumerate(self._words):
            if wanted in word:
                begins = _Rank.BEGINNING if word.startswith(wanted) else _Rank.INSIDE
                yield _Rank.SAME if word == wanted else begins, number

    def _rank_by_sound_and_meaning(self, typed: str) -> Iterator[tuple[_Rank, int]]:
        best = {number: _RANKS[fit] for number, fit in self._book.fits(PinyinQuery(typed))}
        begins_word = re.compile(rf"\b{re.escape(typed)}")
        for number, meaning in enumerate(self._meanings):
            if typed in meaning:
                rank = _Rank.MEANING if begins_word.search(meaning) else _Rank.INSIDE
                best[number] = min(rank, best.get(number, rank))
        for number, rank in best.items():
            yield rank, number
