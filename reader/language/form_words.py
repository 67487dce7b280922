"""Words in which a form is right, or is replaced by another character than usual.

郃阳, 乾隆 and 凌濛初 stay as they are; 甚麼 becomes 什么, not 甚么.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reader.text.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = ("form_words.tsv", "kept_words.tsv")  # the first is ours, the second from CC-CEDICT


@cache
def _read_words() -> dict[str, str]:
    """Return word -> its correct spelling."""
    words: dict[str, str] = {}
    for name in TABLES:
        for line in resource_path("data", name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                word, _, clean = line.partition("\t")
                words.setdefault(word, clean or word)
    return words


def list_kept_words() -> list[str]:
    """Return the words that are correct as they stand."""
    return [word for word, clean in _read_words().items() if word == clean]


@cache
def index_words() -> dict[str, list[tuple[int, str]]]:
    """Return character -> [(its index in a word, the word), ...], longest word first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word in sorted(_read_words(), key=len, reverse=True):
        for place, char in enumerate(word):
            found[char].append((place, word))
    return dict(found)


@cache
def _replacement_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the characters that words replace (甚, 藉), and for those words."""
    words = [word for word, clean in _read_words().items() if word != clean]
    chars = {
        was
        for word in words
        for was, now in zip(word, _read_words()[word], strict=True)
        if was != now
    }
    words.sort(key=len, reverse=True)
    return (
        re.compile(f"[{''.join(sorted(chars))}]"),
        re.compile("|".join(map(re.escape, words))),
    )


def find_word(base: str, at: int) -> tuple[str, str]:
    """Return (correct word, correct character) for base[at] if a word of the tables is there.

    Both are empty if there is none.
    """
    for place, word in index_words().get(base[at], ()):
        if base.startswith(word, at - place) and at >= place:
            clean = _read_words()[word]
            return clean, clean[place]
    return "", ""


def find_word_edits(
    raw: str, simplified: Mapping[int, int | str]
) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, character, word) where a simplified word is spelt with another character.

    甚麼 is simplified to 甚么, but is 什么; a 甚么 that was already in `raw` stays.
    """
    chars, pattern = _replacement_patterns()
    if not chars.search(raw):
        return
    base = raw.translate(simplified)
    for found in pattern.finditer(base):
        if raw[found.start() : found.end()] == found[0]:
            continue
        clean = _read_words()[found[0]]
        for offset, char in enumerate(clean, found.start()):
            if char != base[offset] and raw[offset] == base[offset]:
                yield offset, char, clean
