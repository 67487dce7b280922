"""How the command palette finds actions: in English, in Chinese, by pinyin and its initials. No Qt.

A name is found by any of its spellings. How well a query fits one is a tier: the whole name, its
beginning, beginnings of its words (bc and baoc find bao cun), a part of it, or letters in order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from enum import IntEnum, auto
from typing import NamedTuple


class Tier(IntEnum):
    """How well a spelling fits a query, the best first."""

    SAME = auto()
    BEGINNING = auto()
    WORD = auto()  # a word of it begins so
    WORDS = auto()  # several words of it begin so, in order
    PART = auto()
    LETTERS = auto()  # they follow each other somewhere in it


class Spelling(NamedTuple):
    """A name in one language or script; `words` are its words, syllables or characters."""

    words: tuple[str, ...]
    joined: str  # without spaces

    @classmethod
    def of(cls, words: Iterable[str]) -> Spelling:
        """Return a spelling in lower case."""
        folded = tuple(fold(word) for word in words)
        return cls(folded, "".join(folded))


def spell(name: str) -> Spelling:
    """Return the spelling of a name as it is shown; every hanzi is a word."""
    spaced = "".join(f" {char} " if _is_hanzi(char) else char for char in name)
    return Spelling.of(spaced.split())


def spell_in_pinyin(name: str) -> Spelling | None:
    """Return the pinyin of a name without tones, None for one without hanzi.

    The first call takes 0.2 seconds, for the tables of pypinyin.
    """
    if not any(map(_is_hanzi, name)):
        return None
    from pypinyin import lazy_pinyin  # not needed to start

    return Spelling.of(word for part in lazy_pinyin(name) for word in part.split())


def fold(text: str) -> str:
    """Return a text in lower case and half width, without marks and spaces; ü, u and v are one."""
    parted = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in parted if char.isalnum()).replace("v", "u")


def find_tier(query: str, spelling: Spelling) -> Tier | None:
    """Return how a spelling fits a query that was folded, None if it does not."""
    words, joined = spelling
    if query == joined:
        return Tier.SAME
    if joined.startswith(query):
        return Tier.BEGINNING
    starts = ["".join(words[at:]).startswith(query) for at in range(1, len(words))]
    if any(starts):
        return Tier.WORD
    if _begins_words(query, words):
        return Tier.WORDS
    if query in joined:
        return Tier.PART
    letters = iter(joined)
    return Tier.LETTERS if all(char in letters for char in query) else None


def _begins_words(query: str, words: Sequence[str]) -> bool:
    """Tell if the query is beginnings of some of the words, in order: bcjw and baocj of bao cun."""
    reached = {0}
    for word in words:
        for at in tuple(reached):
            length = 0
            while length < len(word) and query[at + length : at + length + 1] == word[length]:
                length += 1
                reached.add(at + length)
    return len(query) in reached


def _is_hanzi(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"
