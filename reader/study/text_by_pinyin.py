"""Finds places of a text by how they are read: laodong, lao2dong4, láodòng, or initials: ldgx.

Reading a whole text takes seconds, so a pattern of all hanzi that can be read so leaves out most
of it first. A line is read in context only where a hanzi with several readings stands in such a
place, and only once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from reader.pinyin.options import ReadingOptions
from reader.pinyin.possible import possible_readings
from reader.pinyin.pronounce import find_readings
from reader.pinyin.reading import Reading
from reader.pinyin.sandhi import Sandhi
from reader.study.pinyin_search import PinyinKey, PinyinQuery, Syllable

Span = tuple[int, int]
Check = Callable[[], None]

_CHANGING = frozenset("一不")  # yí gè, bú huì: found as they are listed and as they are said
_AS_SAID = ReadingOptions(sandhi=Sandhi.YIBU)
_LEAST = 2  # one letter begins every tenth hanzi
_TRIED = 3  # syllables in a pattern: more leave out little, and can be cut in too many ways
_DIGRAPHS = ("zh", "ch", "sh")


class _Way(NamedTuple):
    """One way to understand a query: what may begin it, and what it finds in readings.

    `letters` gives how many letters of the query a syllable covers at most.
    """

    pattern: str
    find: Callable[[PinyinKey], Iterable[Span]]
    letters: Callable[[Syllable], int]


class TextByPinyin:
    """A text made ready to be searched; it keeps the readings that searches asked for.

    Offsets are half-open code points. Threads may share it: what two of them make is the same.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: dict[int, list[tuple[int, PinyinKey]]] = {}

    def find(self, typed: str, check: Check = lambda: None) -> list[Span]:
        """Return the spans that are read as typed, in order and without overlaps.

        Initials are looked for where nothing is spelled so: fa is 法 and not 附案. What `check`
        raises, asked now and then, ends the search.
        """
        query = PinyinQuery(typed)
        if len(query.letters) < _LEAST:
            return []
        found = self._find(query, self._spelled(query), check)
        return found or self._find(query, self._begun(query), check)

    def _find(self, query: PinyinQuery, way: _Way, check: Check) -> list[Span]:
        if not way.pattern:
            return []
        # Looking ahead, places may overlap: hehe stands twice in 呵呵呵.
        starts = (one.start() for one in re.finditer(f"(?={way.pattern})", self._text))
        found: list[Span] = []
        for line, some in groupby(starts, lambda start: bisect_right(self._lines, start) - 1):
            check()
            for span in self._find_in_line(query, way, line, list(some)):
                if not found or span[0] >= found[-1][1]:
                    found.append(span)
        return found

    def _find_in_line(
        self, query: PinyinQuery, way: _Way, line: int, starts: Sequence[int]
    ) -> list[Span]:
        found: list[Span] = []
        for start in starts:
            key = self._key_without_context(query, way, start)
            if key is None:
                return self._find_in_context(way, line)
            first, last = next(iter(way.find(key)), (1, 1))
            if first == 0:
                found.append((start, start + last))
        return found

    def _find_in_context(self, way: _Way, line: int) -> list[Span]:
        if line not in self._read:
            self._read[line] = list(_read_line(self._text, *self._lines[line : line + 2]))
        found = {
            (start + first, start + last)
            for start, key in self._read[line]
            for first, last in way.find(key)
        }
        return sorted(found)

    def _key_without_context(self, query: PinyinQuery, way: _Way, start: int) -> PinyinKey | None:
        """Return the key of as many hanzi as the query can cover, None if any could be another."""
        said: list[Syllable] = []
        covered = 0
        for char in self._text[start : start + len(query.letters)]:
            ways = self._ways.get(char, ())
            if not ways or covered >= len(query.letters):
                break
            several = set(ways) if query.has_tones else {one.plain for one in ways}
            if len(several) > 1 or (query.has_tones and char in _CHANGING):
                return None
            said.append(ways[0])
            covered += way.letters(ways[0])
        return PinyinKey.of_read(said)

    def _spelled(self, query: PinyinQuery) -> _Way:
        pattern = self._spelled_pattern(query.letters, _TRIED)
        return _Way(pattern, query.spans, lambda one: len(one.plain))

    def _spelled_pattern(self, letters: str, tried: int) -> str:
        """Return what finds the hanzi that can begin these letters; the last may be begun only."""
        found: list[str] = []
        for plain, chars in self._chars.items():
            if plain.startswith(letters):
                found.append(f"[{chars}]")
            elif letters.startswith(plain):
                rest = self._spelled_pattern(letters[len(plain) :], tried - 1) if tried > 1 else ""
                if rest or tried == 1:
                    found.append(f"[{chars}]{rest}")
        return f"(?:{'|'.join(found)})" if found else ""

    def _begun(self, query: PinyinQuery) -> _Way:
        pattern = self._begun_pattern(query.letters, _TRIED) if query.initials is not None else ""
        return _Way(pattern, query.initial_spans, lambda one: 1)

    def _begun_pattern(self, letters: str, tried: int) -> str:
        """Return what finds the hanzi whose syllables begin so, zh as one or as two: zhgx."""
        if not letters or not tried:
            return ""
        found: list[str] = []
        for length in (2, 1) if letters.startswith(_DIGRAPHS) else (1,):
            begun = letters[:length]
            chars = "".join(some for plain, some in self._chars.items() if plain.startswith(begun))
            rest = self._begun_pattern(letters[length:], tried - 1)
            if chars and (rest or tried == 1 or len(letters) == length):
                found.append(f"[{chars}]{rest}")
        return f"(?:{'|'.join(found)})" if found else ""

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, and where the last one ends."""
        return [0, *(one.end() for one in re.finditer("\n", self._text)), len(self._text)]

    @cached_property
    def _ways(self) -> Mapping[str, tuple[Syllable, ...]]:
        """The syllables that each hanzi of the text can be."""
        read = ((char, possible_readings(char)) for char in sorted(set(self._text)))
        return {char: PinyinKey.of_syllables(sorted(some)).syllables for char, some in read if some}

    @cached_property
    def _chars(self) -> Mapping[str, str]:
        """The hanzi that can be read in each way, without tones."""
        found: dict[str, str] = {}
        for char, ways in self._ways.items():
            for plain in {one.plain for one in ways}:
                found[plain] = found.get(plain, "") + char
        return found


def _read_line(text: str, start: int, end: int) -> Iterator[tuple[int, PinyinKey]]:
    """Yield (where it begins, its key) for each run of hanzi, twice if sandhi changes it."""
    line = text[start:end]
    plain = find_readings(line)
    said = find_readings(line, options=_AS_SAID) if _CHANGING.intersection(line) else plain
    for one, other in zip(_runs(plain), _runs(said), strict=True):
        keys = {PinyinKey.of_syllables([each.pinyin for each in run]) for run in (one, other)}
        for key in keys:
            yield start + one[0].start, key


def _runs(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Yield readings of hanzi that stand beside each other."""
    for _, run in groupby(enumerate(readings), lambda pair: pair[1].start - pair[0]):
        yield [one for _, one in run]
