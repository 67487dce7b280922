"""What a dictionary says about one word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class EntrySource(Enum):
    """Where an entry comes from; the value is a stable id used in files."""

    USER = "user"  # a glossary of the user's own
    GLOSSARY = "glossary"  # Jingdu's glossary of policy language
    CEDICT = "cedict"  # CC-CEDICT
    COMPOSED = "composed"  # made of the parts of a word that no dictionary holds


@dataclass(frozen=True, slots=True)
class Levels:
    """The HSK level of a word in each of the three lists; None: not in the list.

    Level 7 of the lists of 2021 and 2025 is their band from 7 to 9.
    """

    hsk2: int | None = None
    hsk2021: int | None = None
    hsk2025: int | None = None

    def __bool__(self) -> bool:
        return any(level is not None for level in (self.hsk2, self.hsk2021, self.hsk2025))


NO_LEVELS = Levels()


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with one reading and what it means, the likeliest sense first.

    `pinyin` has tone marks and a blank between syllables: `láo dòng`. `frequency` is on the Zipf
    scale (7: the most frequent word, 3: once in a million words), None where it isn't known.
    `measures` are its measure words, simplified. `word_class` is jieba's where the source gives
    one: v, n, nt.
    """

    simplified: str
    traditional: str
    pinyin: str
    senses: tuple[str, ...]
    source: EntrySource
    levels: Levels = NO_LEVELS
    frequency: float | None = None
    measures: tuple[str, ...] = ()
    word_class: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is a proper name: CC-CEDICT writes those with a capital letter."""
        return self.pinyin[:1].isupper()
