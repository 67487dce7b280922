"""From traditional to simplified script, phrase by phrase, as OpenCC does it.

The base is opencc-python-reimplemented; script_characters.tsv and script_phrases.tsv hold what
OpenCC's newer tables know beyond it. 乾 is 干, but not in 乾隆; 堃 stays.
Source: resources/data/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reader.text.lazy_pattern import lazy_pattern
from reader.text.resources import package_file, resource_path


class ScriptTable(NamedTuple):
    """What characters and phrases become in simplified script, the usual one first."""

    characters: Mapping[str, tuple[str, ...]]
    plain: Mapping[str, str]  # what opencc-python-reimplemented makes of a character
    phrases: Mapping[str, str]
    simplified: frozenset[str]  # all that characters become
    pattern: re.Pattern[str]  # any phrase; where several begin, the longest


@cache
def script_table() -> ScriptTable:
    """Return the table, read once per process (about 10 ms)."""
    base = _read_targets(package_file("opencc", "dictionary", "TSCharacters.txt"))
    characters = base | _read_targets(resource_path("data", "script_characters.tsv"))
    known = _read_targets(package_file("opencc", "dictionary", "TSPhrases.txt"))
    known |= _read_targets(resource_path("data", "script_phrases.tsv"))
    # What is of another length cannot be shown character by character; there are two such phrases.
    phrases = {word: plain for word, (plain, *_) in known.items() if len(word) == len(plain)}
    longest_first = sorted(phrases, key=len, reverse=True)
    simplified = frozenset(
        now for char, targets in characters.items() for now in targets if now != char
    )
    return ScriptTable(
        characters,
        {char: targets[0] for char, targets in base.items()},
        phrases,
        simplified,
        lazy_pattern("|".join(map(re.escape, longest_first))),
    )


def _read_targets(path: Path) -> dict[str, tuple[str, ...]]:
    rows = (row.partition("\t") for row in path.read_text("utf-8").splitlines())
    return {key: tuple(targets.split(" ")) for key, _, targets in rows}


def script_options(char: str) -> tuple[str, ...]:
    """Return what a character may be in simplified script, the usual one first.

    >>> script_options("勞"), script_options("乾"), script_options("堃")[0], script_options("咊")
    (('劳',), ('干', '乾'), '堃', ('咊',))
    """
    return script_table().characters.get(char, (char,))


def find_phrases(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, phrase, what it becomes) for each phrase of the table."""
    table = script_table()
    for found in table.pattern.finditer(text):
        yield found.start(), found[0], table.phrases[found[0]]


@cache
def _neighbours() -> dict[str, tuple[str, str]]:
    rows = resource_path("data", "script_words.tsv").read_text("utf-8").splitlines()
    return {form: (before, behind) for form, before, behind in (row.split("\t") for row in rows)}


@cache
def bound_pattern() -> re.Pattern[str]:
    """Return a pattern for traditional characters that stand only in certain words: 髮, 傢, 瞭."""
    return re.compile(f"[{''.join(_neighbours())}]")


def is_in_word(form: str, before: str, behind: str) -> bool:
    """Tell if a bound character is in one of its words, between two simplified characters."""
    known_before, known_behind = _neighbours()[form]
    return (before != "" and before in known_before) or (behind != "" and behind in known_behind)
