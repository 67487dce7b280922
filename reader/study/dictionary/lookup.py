"""Asks all dictionaries about a word: the user's, the glossary, CC-CEDICT, then its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from reader.study.dictionary.composed import compose
from reader.study.dictionary.entry import Entry, Levels
from reader.study.dictionary.file import DictionaryFile
from reader.study.dictionary.glossary import Glossary, own_glossary
from reader.study.dictionary.references import resolve_many, resolve_references

LONGEST = 20  # code points; the longest words of a dictionary are proverbs in two halves
_KEPT = 20_000  # words whose entries are kept; a long document has fewer different ones


class Match(NamedTuple):
    """A word of a text that dictionaries hold: its span in code points, and its entries."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class WordSet(NamedTuple):
    """All words that the dictionaries hold, simplified, and which of them are proper names only."""

    words: frozenset[str]
    names: frozenset[str]


class Dictionary:
    """All that is known of words. May be asked from several threads."""

    def __init__(
        self, glossaries: Sequence[Glossary] = (), file: DictionaryFile | None = None
    ) -> None:
        self._file = file or DictionaryFile()
        self._glossaries = (*glossaries, own_glossary())
        self._found = lru_cache(_KEPT)(self._find)
        self.find: Callable[[str], tuple[Entry, ...]] = self._found

    def forget(self) -> None:
        """Let go of what was read: up to 10 MB after all words of a document."""
        self._found.cache_clear()
        self._file.forget()

    def _find(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of a word as it is spelled, the user's first."""
        compiled = self._file.entries((word,)).get(word, ())
        compiled = resolve_references(compiled, self._file.entries)
        named = [entry for glossary in self._glossaries for entry in glossary.entries(word)]
        if named:
            levels, frequency = self._file.levels(named[0].simplified)
            named = [
                replace(
                    one,
                    levels=levels,
                    frequency=frequency,
                    traditional=self._traditional(one) if one.traditional == word else word,
                )
                for one in named
            ]
        return (*named, *compiled)

    def find_many(self, words: Sequence[str]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """Yield each of many words with its entries, as `find` gives them.

        This is for thousands of words: they are asked for together, and few are kept.
        """
        compiled = resolve_many(self._file.entries(words), self._file.entries)
        for word in words:
            yield word, self.find(word) if self.in_glossary(word) else compiled.get(word, ())

    def _traditional(self, entry: Entry) -> str:
        """Return how a word is written in traditional script, by the words inside of it.

        A glossary gives the simplified spelling only, and 关系 is 關係 but 联系 is 聯繫.
        """
        if entry.traditional != entry.simplified:
            return entry.traditional
        word = entry.simplified
        size = len(word)
        inside = {word[at:end] for at in range(size) for end in range(at + 1, size + 1)}
        known = self._file.entries(inside)
        written, at = [], 0
        while at < size:
            end = next((end for end in range(size, at, -1) if word[at:end] in known), at + 1)
            found = [one for one in known.get(word[at:end], ()) if one.simplified == word[at:end]]
            # 牎 and 窻 are "variant of 窗", and stand before it.
            usual = [one for one in found if not one.is_name and not _is_variant(one)] or found
            written.append(usual[0].traditional if usual else word[at:end])
            at = end
        return "".join(written)

    def in_glossary(self, word: str) -> bool:
        """Tell whether a glossary holds the word, the user's or the one of policy language."""
        return any(word in glossary.terms for glossary in self._glossaries)

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of many words that a dictionary holds."""
        asked = set(words)
        named = {word for word in asked if self.in_glossary(word)}
        return self._file.known(asked - named) | named

    def vocabulary(self, text: str | None = None) -> WordSet:
        """Return all words that a dictionary holds (0.2 s, 15 MB; not kept).

        With `text`, at least all that may stand in it: half of them for a book, few for a page.
        """
        words, names = self._file.vocabulary(None if text is None else frozenset(text))
        terms = frozenset().union(*(glossary.terms for glossary in self._glossaries))
        named = frozenset().union(*(glossary.names for glossary in self._glossaries))
        return WordSet(words | terms, (names - terms) | named)

    def levels_of(self, words: Iterable[str]) -> dict[str, tuple[Levels, float | None]]:
        """Return levels and frequency (Zipf) of those of many simplified words that have any."""
        return self._file.levels_of(words)

    def all_levels(self) -> dict[str, Levels]:
        """Return the levels of all words that are in a list of levels."""
        return self._file.all_levels()

    def lookup(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of a word; where there are none, one composed of its parts, if any."""
        found = self.find(word)
        if found or not 1 < len(word) <= LONGEST:
            return found
        composed = compose(word, self.find)
        return (composed,) if composed is not None else ()

    def longest(self, text: str, start: int, ends: Iterable[int]) -> Match | None:
        """Return the longest word that begins at `start` and ends at one of `ends`.

        `ends` are the ends of the words of a page (code points), so that what is found never parts
        one: 劳动|关系 is 劳动关系, 方便|群众 stays two words.
        """
        reach = sorted((end for end in ends if start < end <= start + LONGEST), reverse=True)
        for end in reach:
            found = self.find(text[start:end])
            if found:
                return Match(start, end, found)
        return None

    def nested(self, word: str) -> tuple[Match, ...]:
        """Return the words of two and more characters inside of a word, the longest first."""
        spans = [
            (start, end)
            for start in range(len(word))
            for end in range(start + 2, len(word) + 1)
            if end - start < len(word)
        ]
        found = (Match(start, end, self.find(word[start:end])) for start, end in spans)
        return tuple(
            sorted(
                (one for one in found if one.entries), key=lambda one: (one.start - one.end, one)
            )
        )


def _is_variant(entry: Entry) -> bool:
    return bool(entry.senses) and "variant of " in entry.senses[0]


@lru_cache(maxsize=1)
def _standard() -> Dictionary:
    return Dictionary()


def lookup(word: str) -> tuple[Entry, ...]:
    """Return what the dictionaries that come with Jingdu say about a word, the likeliest first.

    Simplified and traditional spellings are found. A word that none holds gets one entry composed
    of its parts (`EntrySource.COMPOSED`), or nothing. Never raises on any str.
    """
    return _standard().lookup(word)
