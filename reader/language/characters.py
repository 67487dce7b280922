"""Single characters: standard level, readings, and what a form may stand for.

The tables are in resources/data (see its README). They are read on first use and kept as sorted
lines of UTF-8, whose order is that of code points; a line is decoded and parsed when its character
is asked for, so loading takes a few milliseconds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.text.resources import resource_path

_FIRST_COLUMN = re.compile(rb"^[^\t\n]+", re.MULTILINE)
_LISTED = re.compile(rb"^([^\t\n]+)\t[^\t]+\t[0-9]\t(?:script|variant):", re.MULTILINE)
_TONES = str.maketrans("", "", "\u0300\u0301\u0304\u030c")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A standard simplified character that a form may stand for.

    `cost` runs from 0 (certain) to 9 (a guess). `sources` names who lists the pair, such as
    "script:opencc.TSCharacters", "variant:cedict" or "evidence:jú/component".
    """

    base: str
    cost: int
    sources: tuple[str, ...]


@cache
def _read_data(name: str) -> bytes:
    """Return a table, whose lines are sorted by their first character."""
    return resource_path("data", name).read_bytes()


@cache
def _read_lines(name: str) -> list[bytes]:
    return _read_data(name).split(b"\n")


@cache
def _read_levels() -> dict[str, int]:
    lines = _read_data("standard.tsv").decode().splitlines()
    return {line[0]: int(line[2]) for line in lines}


@cache
def _index_forms() -> dict[str, int]:
    """Return form -> index of its first line in variants.tsv."""
    forms = b"".join(_FIRST_COLUMN.findall(_read_data("variants.tsv"))).decode()
    # Backwards, so that of several lines of a form the first one is kept.
    return dict(zip(reversed(forms), range(len(forms) - 1, -1, -1), strict=True))


def standard_level(char: str) -> int:
    """Return the level (1..3) in the Table of General Standard Chinese Characters, 0 for none.

    Level 1 holds the 3,500 most used characters, 2 the next 3,000, 3 those of names, places and
    terms. Source: 通用规范汉字表 (2013), in standard.tsv.
    """
    return _read_levels().get(char, 0)


@cache
def readings_of(char: str) -> tuple[str, ...]:
    """Return all readings with tone marks, the most common first; empty if none is known.

    Source: readings.tsv.
    """
    if len(char) != 1 or "\ud800" <= char <= "\udfff":
        return ()
    lines = _read_lines("readings.tsv")
    key = f"{char}\t".encode()
    at = bisect_left(lines, key)
    if at == len(lines) or not lines[at].startswith(key):
        return ()
    return tuple(lines[at].decode()[2:].split(" "))


@cache
def plain_readings_of(char: str) -> frozenset[str]:
    """Return all readings without tones, ü written as v.

    >>> sorted(plain_readings_of("绿"))
    ['lu', 'lv']
    """
    return frozenset(
        unicodedata.normalize("NFD", reading).translate(_TONES).replace("u\u0308", "v")
        for reading in readings_of(char)
    )


@lru_cache(2_000)
def candidates_for(char: str) -> tuple[Candidate, ...]:
    """Return what `char` may stand for, cheapest first; empty if nothing is known.

    A character that is right as it stands may have candidates too (乾 has 干, 昇 has 升):
    `standard_level` tells the two apart. Source: variants.tsv.
    """
    at = _index_forms().get(char)
    if at is None:
        return ()
    found = []
    lines, key = _read_lines("variants.tsv"), char.encode()
    while lines[at].startswith(key):
        _, base, cost, sources = lines[at].decode().split("\t")
        found.append(Candidate(base, int(cost), tuple(sources.split(" "))))
        at += 1
    return tuple(found)


class _Forms(Mapping[str, tuple[Candidate, ...]]):
    """All forms; the candidates of a form are parsed when it is looked up."""

    def __getitem__(self, char: str) -> tuple[Candidate, ...]:
        if char not in _index_forms():
            raise KeyError(char)
        return candidates_for(char)

    def __contains__(self, char: object) -> bool:
        return char in _index_forms()

    def __iter__(self) -> Iterator[str]:
        return iter(_index_forms())

    def __len__(self) -> int:
        return len(_index_forms())


@cache
def all_forms() -> Mapping[str, tuple[Candidate, ...]]:
    """Return a read-only mapping from each form of the table to its candidates."""
    return _Forms()


@cache
def known_forms() -> frozenset[str]:
    """Return all forms of the table, including those that no source lists."""
    return frozenset(_index_forms())


@cache
def listed_forms() -> frozenset[str]:
    """Return the forms that some source lists, without those inferred from sound and shape."""
    return frozenset(b"".join(_LISTED.findall(_read_data("variants.tsv"))).decode())
