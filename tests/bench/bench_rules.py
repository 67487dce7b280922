"""Figures of rules of the user: what they cost, and how soon a preview of a change is there."""

from __future__ import annotations

from random import Random
from statistics import median
from time import perf_counter

from reader import restore
from reader.repair.mechanism import Mechanism
from reader.repair.registry import MECHANISMS
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import Level, Rules, RuleSet
from reader.review.rules.preview import preview
from tests.bench import corpus, needs
from tests.bench.figure import Figure
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS,)
_RULES = 200
_ROUNDS = 9
_OFTEN = 3  # places: a rule of the user is about something special
_LONG = 1_000_000  # code points


def run() -> list[Figure]:
    """Measure on damaged laws, with rules about words that stand in them."""
    pieces = [
        STYLES["seed"](text, Random(f"rules {n}")) for n, text in enumerate(corpus.to_damage())
    ]
    text = "\n".join(piece.text for piece in pieces)
    rules = _make_rules(text)
    return [_cost(text, rules), *_preview(text, rules)]


def _make_rules(text: str) -> Rules:
    """Return pairs, protected words and exceptions about words of the text."""
    random = Random("rules")
    rules = Rules()
    while len(rules) < _RULES:
        start = random.randrange(len(text) - 2)
        word = text[start : start + 2]
        if not all("\u4e00" <= char <= "\u9fff" for char in word) or text.count(word) > _OFTEN:
            continue
        kind = len(rules) % 4
        if kind == 0:
            rules = rules.add_pair(word, f"{word}某")
        elif kind == 1:
            rules = rules.protect(word)
        else:
            rules = rules.add_exception(word, f"{word}某")
    return rules


def _cost(text: str, rules: Rules) -> Figure:
    """Compare restoring with and without the rules, by turns."""
    ruled = apply_rules(RuleSet({Level.USER: rules}))
    times: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(_ROUNDS):
        for with_rules in times:
            times[with_rules].append(_time(text, ruled if with_rules else MECHANISMS))
    plain, under_rules = (median(of[1:]) for of in times.values())
    ratio = under_rules / plain
    value = f"{ratio - 1:+.0%} ({under_rules:.2f} s against {plain:.2f} s)"
    return Figure(f"restoring with {_RULES} rules against none", value, "< +10%", ratio < 1.1)


def _time(text: str, mechanisms: tuple[Mechanism, ...]) -> float:
    begun = perf_counter()
    restore(text, mechanisms=mechanisms)
    return perf_counter() - begun


def _preview(text: str, rules: Rules) -> list[Figure]:
    """Time the preview of one more pair, and of one rule that is switched off."""
    long = (text * (_LONG // len(text) + 1))[:_LONG]
    before = RuleSet({Level.USER: rules})
    begun = perf_counter()
    document = restore(long, mechanisms=apply_rules(before))
    baseline = perf_counter() - begun
    changes = (
        ("one more pair", rules.add_pair("劳动者", "某"), 1.0),
        ("a rule switched off", rules.switch_off("variant.table"), 3.0),
    )
    figures = []
    for name, after, most in changes:
        begun = perf_counter()
        preview(document, before, before.with_level(Level.USER, after))
        ratio = (perf_counter() - begun) / baseline
        title = f"preview of {name}, against restoring {_LONG:,} characters"
        figures.append(Figure(title, f"{ratio:.2f}", f"< {most}", ratio < most))
    return figures
