"""Single characters: standard level, readings, and what a form may stand for.

The tables are in resources/data (see its README). They are read on first use and kept as sorted
lines of UTF-8, whose order is that of code points; a line is decoded and parsed when its character
is asked for, so loading takes a few milliseconds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.text.resources import resource_path

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


def _find_line(table: bytes, char: str) -> int:
    """Return where the first line of a character begins in a table, -1 where it has none.

    The lines stay one text: of 100,000 of them each alone took 6 MB.
    """
    key = f"{char}\t".encode()
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", low, middle) + 1 or low
        if table[start : start + len(key)] < key:
            low = table.index(b"\n", middle) + 1
        else:
            high = start
    return low if table.startswith(key, low) else -1


@cache
def _read_levels() -> dict[str, int]:
    lines = _read_data("standard.tsv").decode().splitlines()
    return {line[0]: int(line[2]) for line in lines}


@cache
def _read_forms() -> tuple[str, str]:
    """Return the forms of variants.tsv, in its order, and those of them that some source lists."""
    forms, listed, _ = _read_data("forms.txt").decode().split("\n")
    return forms, listed


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
    table = _read_data("readings.tsv")
    at = _find_line(table, char)
    if at < 0:
        return ()
    return tuple(table[at : table.index(b"\n", at)].decode()[2:].split(" "))


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


@lru_cache(512)
def _split_sources(listed: str) -> tuple[str, ...]:
    """Return the sources that a line of the table lists; most lines list the same few."""
    return tuple(listed.split(" "))


@lru_cache(2_000)
def candidates_for(char: str) -> tuple[Candidate, ...]:
    """Return what `char` may stand for, cheapest first; empty if nothing is known.

    A character that is right as it stands may have candidates too (乾 has 干, 昇 has 升):
    `standard_level` tells the two apart. Source: variants.tsv.
    """
    if char not in known_forms():
        return ()
    found = []
    table, key = _read_data("variants.tsv"), char.encode()
    at = _find_line(table, char)
    while table.startswith(key, at):
        end = table.index(b"\n", at)
        _, base, cost, sources = table[at:end].decode().split("\t")
        found.append(Candidate(base, int(cost), _split_sources(sources)))
        at = end + 1
    return tuple(found)


def forget() -> None:
    """Let go of what was parsed of the tables, 3 MB after a long document."""
    for one in (readings_of, plain_readings_of, candidates_for, _split_sources):
        one.cache_clear()


class _Forms(Mapping[str, tuple[Candidate, ...]]):
    """All forms; the candidates of a form are parsed when it is looked up."""

    def __getitem__(self, char: str) -> tuple[Candidate, ...]:
        if char not in known_forms():
            raise KeyError(char)
        return candidates_for(char)

    def __contains__(self, char: object) -> bool:
        return char in known_forms()

    def __iter__(self) -> Iterator[str]:
        return iter(_read_forms()[0])

    def __len__(self) -> int:
        return len(known_forms())


@cache
def all_forms() -> Mapping[str, tuple[Candidate, ...]]:
    """Return a read-only mapping from each form of the table to its candidates."""
    return _Forms()


@cache
def known_forms() -> frozenset[str]:
    """Return all forms of the table, including those that no source lists."""
    return frozenset(_read_forms()[0])


@cache
def listed_forms() -> frozenset[str]:
    """Return the forms that some source lists, without those inferred from sound and shape."""
    return frozenset(_read_forms()[1])
