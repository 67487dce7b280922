"""Finds words by how they are read: laodong, lao2dong4, láodòng, lao dong, or initials: ldgx.

A query fits where it begins at a syllable. A tone that it gives must be the word's, a tone that it
leaves out may be any; a blank or an apostrophe stands only between syllables (xi'an is not 先).
ü, v and u: are one, u is another vowel, but behind j, q, x and y, where both are written. z is not
zh, n is not ng: who types pinyin knows how the word is spelled.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple

_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_NEUTRAL = 5
_APART = " '’‘·\u3000-"
_BETWEEN = re.compile(f"[{re.escape(_APART)},，/]+")
_NO_SUCH_U = re.compile("(?<=[ln])ue")  # lue is lüe, as no syllable is spelled so
_AFTER_THESE_U = re.compile("(?<=[jqxy])v")
_LETTERS = re.compile("[a-z]")
_DIGRAPHS = ("zh", "ch", "sh")
_LEAST_INITIALS = 2


class Fit(IntEnum):
    """How well a word fits a query, the best first."""

    WHOLE = auto()
    BEGINNING = auto()
    INSIDE = auto()  # from one of its later syllables on
    INITIALS = auto()  # its syllables begin so, one after the other


class Syllable(NamedTuple):
    """A syllable in lower case, ü as v, and its tone, 1 to 5; 5 is the neutral one."""

    plain: str
    tone: int


@dataclass(frozen=True, slots=True)
class PinyinKey:
    """A reading made ready to be searched; making one takes some microseconds.

    `joined` are its letters, `starts` where each syllable begins in them and, last, where they end.
    `initials` has a character for each syllable, a capital one for zh, ch and sh.
    """

    syllables: tuple[Syllable, ...]
    joined: str
    starts: tuple[int, ...]
    initials: str

    @classmethod
    def of(cls, pinyin: str) -> PinyinKey:
        """Return the key of a reading as dictionaries give it: láo dòng, Xī ān, nǚ ér."""
        return cls.of_syllables(_BETWEEN.split(pinyin))

    @classmethod
    def of_syllables(cls, readings: Sequence[str]) -> PinyinKey:
        """Return the key of syllables with tone marks, as `reader.pinyin` gives them."""
        return cls.of_read(tuple(filter(None, map(_read, readings))))

    @classmethod
    def of_read(cls, syllables: Sequence[Syllable]) -> PinyinKey:
        """Return the key of syllables."""
        starts = [0]
        for one in syllables:
            starts.append(starts[-1] + len(one.plain))
        joined = "".join(one.plain for one in syllables)
        initials = "".join(
            one.plain[0].upper() if one.plain[:2] in _DIGRAPHS else one.plain[0]
            for one in syllables
        )
        return cls(tuple(syllables), joined, tuple(starts), initials)


class PinyinQuery:
    """What a user typed, ready to be asked of many words: 50,000 take some 50 ms."""

    def __init__(self, typed: str) -> None:
        self._letters, self._ends, self._tones = _parse(typed)
        self._initials = _initials_pattern(typed) if not self._tones else None

    def __bool__(self) -> bool:
        """Tell if anything was typed that can be pinyin; a query in hanzi is false."""
        return bool(self._letters)

    @property
    def letters(self) -> str:
        """Its letters in lower case, ü as v; "" for what is no pinyin."""
        return self._letters

    @property
    def has_tones(self) -> bool:
        """Whether it gives any tone."""
        return bool(self._tones)

    @property
    def is_exact(self) -> bool:
        """Whether it says where syllables end, or which tones they have."""
        return bool(self._ends or self._tones)

    @property
    def initials(self) -> re.Pattern[str] | None:
        """What finds it in the initials of a reading, None where it can be none."""
        return self._initials

    @property
    def spelled(self) -> re.Pattern[str]:
        """What finds its letters in a reading whose syllables begin with a capital: LaoDong."""
        others = "".join(f"[{one}{one.upper()}]" for one in self._letters[1:])
        return re.compile(self._letters[:1].upper() + others)

    def fit(self, key: PinyinKey) -> Fit | None:
        """Return how well a reading fits, None if it does not; an empty query fits nothing."""
        if not self._letters:
            return None
        if self._letters in key.joined:
            found = next(self._places(key), None)
            if found is not None:
                if found:
                    return Fit.INSIDE
                whole = len(self._letters) == len(key.joined)
                return Fit.WHOLE if whole else Fit.BEGINNING
        if self._initials is not None and self._initials.search(key.initials):
            return Fit.INITIALS
        return None

    def spans(self, key: PinyinKey) -> Iterator[tuple[int, int]]:
        """Yield the syllables of a text that are spelled so, as half-open spans of their numbers.

        They come in order and do not overlap. A syllable that is only begun counts: laod finds
        劳动.
        """
        reached = 0
        for first in self._places(key) if self._letters else ():
            end = key.starts[first] + len(self._letters)
            last = first + 1
            while key.starts[last] < end:
                last += 1
            if first >= reached:
                reached = last
                yield first, last

    def initial_spans(self, key: PinyinKey) -> Iterator[tuple[int, int]]:
        """Yield the syllables that begin as the letters of the query do: ldgx finds 劳动关系."""
        if self._initials is not None:
            for match in self._initials.finditer(key.initials):
                yield match.span()

    def _places(self, key: PinyinKey) -> Iterator[int]:
        """Yield the numbers of the syllables from which on the query is spelled."""
        for first, start in enumerate(key.starts[:-1]):
            if key.joined.startswith(self._letters, start) and self._stands(key, first, start):
                yield first

    def _stands(self, key: PinyinKey, first: int, start: int) -> bool:
        """Tell if syllables end where the query has them end, and have the tones that it gives."""
        if not self._ends and not self._tones:
            return True
        if any(start + end not in key.starts for end in self._ends):
            return False
        number = first
        for at, tone in self._tones:
            while key.starts[number + 1] <= start + at:
                number += 1
            if key.syllables[number].tone != tone:
                return False
        return True


class PinyinBook:
    """Many readings, searched together: 50,000 take a few milliseconds."""

    def __init__(self, keys: Sequence[PinyinKey]) -> None:
        self._keys = keys
        # Syllables begin with a capital: LaoDong.
        self._spelled = _Lines(
            ["".join(one.plain.title() for one in key.syllables) for key in keys]
        )
        self._initials = _Lines([key.initials for key in keys])

    def find(self, query: PinyinQuery) -> list[int]:
        """Return the numbers of the readings that a query fits, in order."""
        if not query:
            return []
        spelled = self._spelled.with_match(query.spelled)
        if query.is_exact:
            spelled = {one for one in spelled if query.fit(self._keys[one]) is not None}
        if query.initials is not None:
            spelled |= self._initials.with_match(query.initials)
        return sorted(spelled)

    def fits(self, query: PinyinQuery) -> Iterator[tuple[int, Fit]]:
        """Yield the numbers of the readings that a query fits, in order, and how well each does."""
        for number in self.find(query):
            fit = query.fit(self._keys[number])
            if fit is not None:
                yield number, fit


class _Lines:
    """Texts searched as one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def with_match(self, pattern: re.Pattern[str]) -> set[int]:
        """Return the numbers of the lines that a pattern is found in."""
        found = pattern.finditer(self._text)
        return {bisect_right(self._starts, one.start()) - 1 for one in found}


def _parse(typed: str) -> tuple[str, tuple[int, ...], tuple[tuple[int, int], ...]]:
    """Return the letters of a query, where a syllable has to end, and which letter has which tone.

    Places are numbers of letters. No letters are returned for what is no pinyin.
    """
    letters: list[str] = []
    ends: list[int] = []
    tones: list[tuple[int, int]] = []
    for char in unicodedata.normalize("NFKD", typed.strip().lower()):
        if char in _MARKS and letters:
            tones.append((len(letters) - 1, _MARKS[char]))
        elif char in ("\u0308", ":") and letters and letters[-1] == "u":
            letters[-1] = "v"
        elif char in "12345" and letters:
            tones.append((len(letters) - 1, int(char)))
            ends.append(len(letters))
        elif char in _APART:
            if letters:
                ends.append(len(letters))
        elif _LETTERS.fullmatch(char):
            letters.append(char)
        elif not unicodedata.combining(char):  # the hat of ê says nothing
            return "", (), ()
    joined = _AFTER_THESE_U.sub("u", "".join(letters))
    joined = _NO_SUCH_U.sub("ve", joined)
    return joined, tuple(dict.fromkeys(ends)), tuple(tones)


def _initials_pattern(typed: str) -> re.Pattern[str] | None:
    """Return what finds the initials of a query, zh as one or as two: ldgx, zhgx."""
    letters = "".join(char for char in typed.lower() if char not in _APART)
    if len(letters) < _LEAST_INITIALS or not letters.isascii() or not letters.isalpha():
        return None
    pattern = ""
    at = 0
    while at < len(letters):
        one = letters[at]
        if letters[at : at + 2] in _DIGRAPHS:
            pattern += f"(?:{one.upper()}|[{one}{one.upper()}]h)"
            at += 2
        else:
            pattern += f"[{one}{one.upper()}]"
            at += 1
    return re.compile(pattern)


@lru_cache(8_192)  # there are some 1,700 syllables
def _read(reading: str) -> Syllable | None:
    """Return a syllable, None for what is none: a mark, hanzi without a reading."""
    letters, _, tones = _parse(reading)
    if not letters:
        return None
    return Syllable(letters, tones[-1][1] if tones else _NEUTRAL)
