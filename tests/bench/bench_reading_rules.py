"""What each rule of readings earns: our own sentences are read without it.

The sentences are those of `readings_*.tsv`, of tests/pinyin/once_wrong.tsv and the cases of the
rules themselves, which are counted apart: a rule is written for its cases.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from reader.pinyin.model import context_model
from reader.pinyin.resolve import resolve
from reader.pinyin.rule_table import all_rules
from reader.pinyin.rules import Rules
from reader.pinyin.runs import find_runs
from tests.bench import needs
from tests.bench.bench_readings import kept_apart, numbered, sentences
from tests.bench.figure import Figure

HERE = Path(__file__).parent
NEEDS = (needs.SENTENCES, needs.READINGS)
_TABLES = (*sorted(HERE.glob("readings_*.tsv")), HERE.parent / "pinyin" / "once_wrong.tsv")
_LISTED = 12  # rules named in a figure

Asked = tuple[str, int, int, tuple[str, ...]]  # sentence, start, end, accepted readings


def run() -> list[Figure]:
    """Leave out each rule by itself and count what is read otherwise."""
    cases = [
        _case(case, rule.reading)
        for rules in all_rules().values()
        for rule in rules
        for case in rule.cases
    ]
    apart = [(text, at, at + 1, (label,)) for text, at, label in kept_apart()]
    own = _ablate([*_own()])
    needed = _ablate(cases)
    other = _ablate(apart)
    total = sum(map(len, all_rules().values()))
    idle = [name for name in needed if not needed[name] and not own[name] and not other[name]]
    harm = [name for name in own if own[name] < 0]
    value = f"{sum(1 for name in own if own[name] > 0)} of {total}"
    return [
        Figure("rules that earn on our own sentences", value, "reported", True),
        Figure(
            "readings that they earn there", f"{sum(own.values())}", "> 0", sum(own.values()) > 0
        ),
        Figure(
            "readings that they earn on what is kept apart",
            f"{sum(other.values())}",
            "reported",
            True,
        ),
        Figure("rules that cost readings on our own sentences", _list(harm), "none", not harm),
        Figure(
            "rules without which nothing changes, their cases either", _list(idle), "reported", True
        ),
    ]


def _ablate(asked: list[Asked]) -> Counter[str]:
    """Return by rule how many readings become wrong without it, less those that become right."""
    holding: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        for char in set(one[0][one[1] : one[2]]):
            holding[char].append(one)
    earned: Counter[str] = Counter()
    for char, rules in all_rules().items():
        full = [_is_right(one, None) for one in holding[char]]
        for number, rule in enumerate(rules):
            less = {**all_rules(), char: (*rules[:number], *rules[number + 1 :])}
            without = [_is_right(one, less) for one in holding[char]]
            earned[f"{char} {rule.reading} {number + 1}"] = sum(full) - sum(without)
    return earned


def _is_right(asked: Asked, rules: Rules | None) -> bool:
    text, start, end, accepted = asked
    found = resolve(text, find_runs(text), context_model(), rules)
    return " ".join(numbered(one.reading) for one in found if start <= one.at < end) in accepted


def _own() -> Iterator[Asked]:
    for path in _TABLES:
        for sentence, word, accepted in sentences(path):
            start = sentence.index(word)
            yield sentence, start, start + len(word), tuple(accepted)


def _case(case: str, reading: str) -> Asked:
    before, char, after = case.split("|")
    return before + char + after, len(before), len(before) + 1, (numbered(reading),)


def _list(names: list[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"{len(names)} ({', '.join(names[:_LISTED])}{more})" if names else "0"
