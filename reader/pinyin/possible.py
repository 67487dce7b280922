"""Which readings a hanzi can get in some context: what a search by pinyin may leave out unread."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reader.pinyin.phrases import phrase_tables
from reader.pinyin.rule_table import all_rules
from reader.pinyin.surnames import SURNAMES


def possible_readings(char: str) -> frozenset[str]:
    """Return all readings, with tone marks, that `pronounce` can give a hanzi; empty for others.

    Tone sandhi is not among them. The first call in a process takes some 0.1 s.
    """
    usual = phrase_tables().single[char]
    found = _other_readings().get(char, frozenset())
    return found | {usual} if usual else found


@cache
def _other_readings() -> Mapping[str, frozenset[str]]:
    """Return the readings of characters beside their most common one."""
    tables = phrase_tables()
    found: dict[str, set[str]] = {}
    for char, chances in tables.chances.items():
        found.setdefault(char, set()).update(one.reading for one in chances)
    for phrase, listed in tables.phrases.items():
        for char, reading in zip(phrase, listed.split(" "), strict=True):
            if reading != tables.single[char]:
                found.setdefault(char, set()).add(reading)
    for char, rules in all_rules().items():
        found.setdefault(char, set()).update(one.reading for one in rules)
    for char, reading in SURNAMES.items():
        found.setdefault(char, set()).add(reading)
    return {char: frozenset(some) for char, some in found.items()}
