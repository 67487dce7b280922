"""All rules, by the hanzi that they are about; `reading_rules.tsv` holds them."""

from __future__ import annotations

from functools import cache

from reader.pinyin.conditions import CONDITIONS
from reader.pinyin.rules import CLEAR, Condition, ReadingRule, Rules
from reader.text.resources import resource_path

_USUAL = 0.94  # how often a rule is right that the table doesn't call clear


@cache
def all_rules() -> Rules:
    """Return the rules by hanzi, in the order of the table.

    A line whose first cell is a name in angle brackets defines what stands for it in patterns.
    """
    parts: dict[str, str] = {}
    found: dict[str, list[ReadingRule]] = {}
    for line in resource_path("data", "reading_rules.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        hanzi, *cells = line.split("\t")
        if hanzi.startswith("<"):
            parts[hanzi] = cells[0]
        else:
            found.setdefault(hanzi, []).append(_read(cells, parts))
    return {hanzi: tuple(rules) for hanzi, rules in found.items()}


def _read(cells: list[str], parts: dict[str, str]) -> ReadingRule:
    reading, why, sure, *patterns, previous, following, conditions, cases = cells
    for name, pattern in parts.items():
        patterns = [one.replace(name, pattern) for one in patterns]
    before, after, unless_before, unless_after = patterns
    return ReadingRule(
        reading,
        why,
        CLEAR if sure == "clear" else _USUAL,
        before,
        after,
        unless_before,
        unless_after,
        previous,
        following,
        tuple(map(_condition, conditions.split())),
        tuple(filter(None, cases.split(" / "))),
    )


def _condition(name: str) -> tuple[Condition, bool]:
    return CONDITIONS[name.removeprefix("!")], not name.startswith("!")
