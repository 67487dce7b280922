"""Which characters may stand for which: the choices for every traditional or variant form.

The plain mapping is opencc-python-reimplemented's t2s, character by character; the tables of
resources/data/variants.tsv add what it leaves alone (咊, 擧, 鎗), replace what it turns into a form
that no reader knows (筴 -> 䇲), and add second choices (徵: 征 or 徵). A form that can only mean
one thing is replaced at once; the others go to the decoder.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reader.core.align import Evidence
from reader.core.kinds import RepairKind
from reader.language import characters

SOURCE_NAMES = {"opencc": "OpenCC", "cedict": "CC-CEDICT", "unihan": "Unihan", "yitizi": "yitizi"}
_MAX_OPTIONS = 7
_CERTAIN_GAP = 2  # table cost by which a second choice must lag for the first to be certain


class Option(NamedTuple):
    """One character that a form may stand for.

    `cost` is in nats, before the context has spoken; `tier` is script, variant or evidence.
    """

    text: str
    cost: float
    tier: str
    kind: RepairKind
    rule: str
    evidence: tuple[Evidence, ...]


class Plan(NamedTuple):
    """What may become of one form. `level` is its own place in the standard table, 0 for none."""

    form: str
    level: int
    options: tuple[Option, ...]
    certain: tuple[str, RepairKind, str, float, tuple[Evidence, ...]] | None


class FormTable(NamedTuple):
    """All plans, and what follows from them once and for all."""

    plans: dict[str, Plan]
    pattern: re.Pattern[str]  # any form
    foreign: re.Pattern[str]  # any form that simplified text never has
    foreign_script: frozenset[str]
    guess: dict[int, str]  # likewise, and each other foreign form becomes its first choice
    draft: dict[int, str]  # str.translate table: each certain form becomes what it stands for


@cache
def table() -> FormTable:
    """Return the table, built once a process (some 50 ms)."""
    plain = _t2s(characters.forms())
    plans = {form: _plan(form, plain.get(form, "")) for form in characters.forms()}
    plans = {form: plan for form, plan in plans.items() if plan.options}
    foreign = {
        form: plan
        for form, plan in plans.items()
        if plan.level == 0 and plan.options[0].tier != "evidence"
    }
    return FormTable(
        plans,
        re.compile("[" + "".join(sorted(plans)) + "]"),
        re.compile("[" + "".join(sorted(foreign)) + "]"),
        frozenset(form for form, plan in foreign.items() if plan.options[0].tier == "script"),
        {ord(form): plan.options[0].text for form, plan in foreign.items()},
        {ord(form): plan.certain[0] for form, plan in plans.items() if plan.certain},
    )


def is_foreign(char: str) -> bool:
    """Tell if simplified text never has this character: 勞, 咊, but not 著 or 乾."""
    return table().foreign.match(char) is not None


def foreign_forms(text: str) -> list[str]:
    """Return the characters of `text` that are foreign to simplified text, one by one."""
    return table().foreign.findall(text)


def _t2s(forms: object) -> dict[str, str]:
    """Return what OpenCC's t2s makes of each single character, where that is another one."""
    from opencc import OpenCC

    chars = list(forms)  # type: ignore[call-overload]
    converted = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {char: to for char, to in zip(chars, converted, strict=True) if to != char}


def _plan(form: str, plain: str) -> Plan:
    level = characters.standard_level(form)
    options: list[Option] = []
    for candidate in characters.candidates(form):
        tier = candidate.sources[0].partition(":")[0]
        if candidate.base == plain:
            tier = "script"
        options.append(_option(form, candidate.base, float(candidate.cost), tier, candidate.sources))
    options.sort(key=lambda option: (option.text != plain, option.tier == "evidence", option.cost))
    listed = [option for option in options if option.tier != "evidence"]
    certain = None
    if level == 0 and listed:
        lead = listed[0]
        rivals = [
            option
            for option in listed[1:]
            if option.cost < lead.cost + _CERTAIN_GAP
            and (option.tier == "script" or characters.standard_level(option.text) < 3)
        ]
        if not rivals:
            sure = 0.99 if lead.tier == "script" else 0.97 if lead.cost == 0 else 0.93
            certain = (lead.text, lead.kind, lead.rule, sure, lead.evidence)
    return Plan(form, level, tuple(options[:_MAX_OPTIONS]), certain)


def _option(form: str, base: str, cost: float, tier: str, sources: tuple[str, ...]) -> Option:
    if tier == "script":
        names = _names(sources, "script") or "OpenCC"
        reasons = (Evidence("traditional_form", (form, base, names)),)
        return Option(base, cost, tier, RepairKind.SCRIPT, "script.t2s", reasons)
    if tier == "variant":
        reasons = (Evidence("source_table", (form, base, _names(sources, "variant"))),)
        return Option(base, cost, tier, RepairKind.VARIANT, "variant.table", reasons)
    detail = sources[0].partition(":")[2]
    reading, _, shared = detail.partition("/")
    code = "same_phonetic" if shared.startswith("component") else "same_reading"
    reasons = (Evidence(code, (form, base, reading)),)
    return Option(base, cost, tier, RepairKind.VARIANT, "variant.evidence", reasons)


def _names(sources: tuple[str, ...], tier: str) -> str:
    """Return the sources of a tier as a reader knows them: "CC-CEDICT, Unihan kZVariant"."""
    names = []
    for source in sources:
        kind, _, detail = source.partition(":")
        if kind == tier:
            name, _, field = detail.partition(".")
            names.append(" ".join(filter(None, (SOURCE_NAMES.get(name, name), field))))
    return ", ".join(names)
