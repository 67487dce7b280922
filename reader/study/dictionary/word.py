"""All that is said about one word at one place: its senses in order, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.study.dictionary.characters import character_entries
from reader.study.dictionary.entry import NO_LEVELS, Entry, EntrySource, Levels
from reader.study.dictionary.lookup import Dictionary, Match
from reader.study.dictionary.senses import Sense, rank_senses, short_sense, shorten


class Part(NamedTuple):
    """One character of a word: how it is read there, and what it means in a few words."""

    hanzi: str
    reading: str
    gloss: str


class WordMeaning(NamedTuple):
    """A word and what it means at a place; `senses` are in order, the likeliest first.

    `reading` is its pinyin here, a blank between syllables. `parts` are its characters, `nested`
    the words inside of it.
    """

    word: str
    reading: str
    entries: tuple[Entry, ...]
    senses: tuple[Sense, ...]
    parts: tuple[Part, ...] = ()
    nested: tuple[Match, ...] = ()

    @property
    def gloss(self) -> str:
        """The likeliest sense in a few words; "" for a word without one."""
        return shorten(self.senses[0].text) if self.senses else ""

    @property
    def traditional(self) -> str:
        """The traditional spelling of the likeliest entry, "" where it is the same."""
        entry = self._entry
        return entry.traditional if entry is not None and entry.traditional != self.word else ""

    @property
    def levels(self) -> Levels:
        """The HSK levels of the word."""
        return self._entry.levels if self._entry is not None else NO_LEVELS

    @property
    def frequency(self) -> float | None:
        """How frequent the word is, on the Zipf scale."""
        return self._entry.frequency if self._entry is not None else None

    @property
    def is_composed(self) -> bool:
        """Whether no dictionary holds it and its meaning was made of its parts."""
        return self._entry is not None and self._entry.source is EntrySource.COMPOSED

    @property
    def _entry(self) -> Entry | None:
        if self.senses:
            return self.senses[0].entry
        return self.entries[0] if self.entries else None


def explain(
    dictionary: Dictionary, word: str, *, reading: str = "", word_class: str = ""
) -> WordMeaning:
    """Return what a word means where it is read so and is of this class; both may be unknown."""
    entries = dictionary.lookup(word)
    ranked = rank_senses(entries, reading=reading, word_class=word_class)
    senses = tuple(_each_once(ranked))
    if len(word) == 1:
        return WordMeaning(word, reading, entries, senses)
    return WordMeaning(
        word, reading, entries, senses, _parts(dictionary, word, reading), dictionary.nested(word)
    )


def _each_once(senses: Iterable[Sense]) -> Iterator[Sense]:
    """Leave out what another dictionary says in the same words of the same reading: stable."""
    said: set[tuple[str, str]] = set()
    for sense in senses:
        pinyin = sense.entry.pinyin.replace(" ", "").casefold()
        key = pinyin, sense.text.removeprefix("to ").casefold()
        if key not in said:
            said.add(key)
            yield sense


def _parts(dictionary: Dictionary, word: str, reading: str) -> tuple[Part, ...]:
    """Return what each character of a word means by itself, as it is read in the word."""
    spoken = reading.split()
    if len(spoken) != len(word):
        spoken = [""] * len(word)
    return tuple(
        Part(char, said, gloss)
        for char, said in zip(word, spoken, strict=True)
        if (gloss := _character_gloss(dictionary, char, said))
    )


def _character_gloss(dictionary: Dictionary, char: str, reading: str) -> str:
    """Return what a character means in words, by CC-CEDICT where our own table lacks it."""
    for one in character_entries(char, reading):
        return one.senses[0]
    return short_sense(dictionary.find(char), reading=reading)
