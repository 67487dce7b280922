"""All rules, by the hanzi they read."""

from __future__ import annotations

from functools import cache

from reader.pinyin import everyday, nouns, particles, structure, verbs, words
from reader.pinyin.rules import Rules

_TABLES = (particles, structure, verbs, words, nouns, everyday)


@cache
def all_rules() -> Rules:
    """Return the rules by hanzi; one hanzi stands in one of the tables only."""
    return {hanzi: rules for table in _TABLES for hanzi, rules in table.RULES.items()}
