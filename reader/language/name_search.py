"""Finds a name by what is typed for it: a part of it, or pinyin, in full or by its initials."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reader.language.characters import plain_readings_of


def matches(query: str, name: str) -> bool:
    """Tell if every word of the query occurs in the name, as it is written or in pinyin.

    Case, width, tones and the order of the words are of no importance; an empty query fits all.

    >>> [matches(query, "云州根治欠薪.txt") for query in ("根治", "yunzhou", "yzgz xin")]
    [True, True, True]
    >>> matches("xingao", "云州根治欠薪.txt")
    False
    """
    folded = _fold(name)
    return all(word in folded or _spells(word, folded) for word in _fold(query).split())


def _spells(query: str, name: str) -> bool:
    """Tell if the query is the pinyin of characters that follow each other, or its beginnings."""
    # Of a name in letters, what fits stands in it as it is written.
    if name.isascii() or not query.isascii() or not query.isalnum():
        return False
    spelled = _spell(name)
    first = query[0]
    return any(
        _spells_from(query, spelled[at:])
        for at, spellings in enumerate(spelled)
        if any(spelling[0] == first for spelling in spellings)
    )


@lru_cache(10_000)
def _spell(name: str) -> tuple[frozenset[str], ...]:
    """Return how each character is typed, without dashes, brackets and what else is not."""
    return tuple(filter(None, map(_spellings, name)))


def _spells_from(query: str, spelled: tuple[frozenset[str], ...]) -> bool:
    reached = {0}
    for spellings in spelled:
        reached = {
            at + length
            for at in reached
            for spelling in spellings
            for length in _beginnings(query[at:], spelling)
        }
        if len(query) in reached:
            return True
        if not reached:
            return False
    return False


def _beginnings(query: str, spelling: str) -> range:
    """Return how many letters both have in common at their start, from one up."""
    length = 0
    while length < min(len(query), len(spelling)) and query[length] == spelling[length]:
        length += 1
    return range(1, length + 1)


def _spellings(char: str) -> frozenset[str]:
    """Return how a character is typed: a hanzi by any of its readings, a letter as it is."""
    if char.isascii():
        return frozenset(char) if char.isalnum() else frozenset()
    return plain_readings_of(char)


@lru_cache(10_000)
def _fold(text: str) -> str:
    """Return a text in lower case and half width, without tone marks; ü is v."""
    parted = unicodedata.normalize("NFKD", text.casefold()).replace("u\u0308", "v")
    return "".join(char for char in parted if not unicodedata.combining(char))
