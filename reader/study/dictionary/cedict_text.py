"""Reads what CC-CEDICT writes: lines, numbered pinyin, and the marks inside of a meaning.

Source of the format: https://cc-cedict.org/wiki/format:syntax
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.pinyin.spelling import add_tone

_LINE = re.compile(r"(\S+) (\S+) \[{1,2}([^\]]*)\]{1,2} /(.*)/\s*$")
_SYLLABLE = re.compile(r"([A-Za-zÜü:]+)([1-5])")
# 狀元|状元[zhuang4 yuan2] and 榜眼[bang3 yan3], inside of a meaning
_WORD = re.compile(r"(?:[^\s\[\]|,;(/]+\|)?([^\s\[\]|,;(/]+)\[([^\]]*)\]")
_PAIR = re.compile(r"[\u3400-\u9fff·，]+\|([\u3400-\u9fff·，]+)")
_SAID = re.compile(r"\[((?:[A-Za-zü:]+[1-5]\s?)+)\]")  # Taiwan pr. [han4]
_MEASURES = re.compile(r"^CL:(.*)$")


class Line(NamedTuple):
    """One line: the word in both scripts, its pinyin with tone marks, what it means."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


class Meaning(NamedTuple):
    """The senses of an entry as they are read, and its measure words."""

    senses: tuple[str, ...]
    measures: tuple[str, ...]


def parse_line(line: str) -> Line | None:
    """Return one line of a file, None for a comment and for what is no entry."""
    if line.startswith("#"):
        return None
    found = _LINE.match(line)
    if found is None:
        return None
    senses = tuple(filter(None, found[4].split("/")))
    return Line(found[1], found[2], mark_tones(found[3]), senses)


def mark_tones(numbered: str) -> str:
    """Return numbered pinyin with tone marks: lao2 dong4 as láo dòng, lu:4 as lǜ, xx5 as xx."""
    return " ".join(_mark(part) for part in numbered.split())


@lru_cache(4096)  # there are 2,000 syllables, and an entry has several
def _mark(part: str) -> str:
    found = _SYLLABLE.fullmatch(part)
    if found is None:
        return part
    plain, tone = found[1].replace("u:", "ü").replace("U:", "Ü").replace("v", "ü"), int(found[2])
    marked = add_tone(plain.lower(), tone)
    return marked[:1].upper() + marked[1:] if plain[:1].isupper() else marked


def read_meaning(senses: tuple[str, ...]) -> Meaning:
    """Return senses in plain words: simplified, pinyin with tone marks, measure words apart.

    >>> read_meaning(("state/see 國|国[guo2]", "CL:個|个[ge4],種|种[zhong3]"))
    Meaning(senses=('state/see 国 guó',), measures=('个', '种'))
    """
    plain: list[str] = []
    measures: list[str] = []
    for sense in senses:
        listed = _MEASURES.match(sense)
        if listed:
            measures.extend(_WORD.sub(r"\1", listed[1]).split(","))
        elif "[" not in sense and "|" not in sense:  # as most: nothing is searched for
            plain.append(sense)
        else:
            plain.append(_SAID.sub(_write_said, _PAIR.sub(r"\1", _WORD.sub(_write_word, sense))))
    return Meaning(tuple(plain), tuple(measures))


def _write_said(found: re.Match[str]) -> str:
    return mark_tones(found[1]).replace(" ", "")


def _write_word(found: re.Match[str]) -> str:
    return f"{found[1]} {mark_tones(found[2]).replace(' ', '')}"
