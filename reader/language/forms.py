"""The options for every traditional or variant form: which characters it may stand for.

The base is opencc-python-reimplemented's t2s, character by character. resources/data/variants.tsv
adds the forms that it leaves alone (咊, 擧, 鎗), replaces results that nobody knows (筴 -> 䇲), and
adds further options (徵: 征 or 徵). A form with only one meaning is replaced at once; for the
others the decoder chooses by context.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reader.language import characters
from reader.language import form_words as words
from reader.language.script import script_options, script_table
from reader.text.align import Change
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import MemberPattern
from reader.text.resources import resource_path

SOURCE_NAMES = {"opencc": "OpenCC", "cedict": "CC-CEDICT", "unihan": "Unihan", "yitizi": "yitizi"}
_ASTRAL = ("\U00020000", "\U0003134f")
_MOST_PLANS = 2_000
_MAX_OPTIONS = 7
_OF_NAMES = 3  # the level of the standard table for names, places and terms
_OF_TODAY = "囧"  # old variants that came back with a new meaning
_CERTAIN_COST = 1  # highest table cost at which a listed pair needs no context
_CONFIRMED = 2  # table cost that a listed variant saves if sound and shape agree: 耑 is 端, not 专
_STRETCH = 7  # table cost added to a traditional character's other options: 譚 is 谭, hardly 谈
_CERTAIN_GAP = 2  # table cost by which the second option must be worse for the first to be certain


class FormOption(NamedTuple):
    """One character that a form may stand for.

    `cost` is in steps of the table, before any context; `tier` is script, variant or evidence.
    """

    text: str
    cost: float
    tier: str
    kind: RepairKind
    rule: str
    evidence: tuple[Evidence, ...]


class FormPlan(NamedTuple):
    """What may become of one form; `level` is its own level in the standard table, 0 for none."""

    form: str
    level: int
    options: tuple[FormOption, ...]
    traditional: bool  # OpenCC lists it as a traditional character
    certain: Change | None  # the change to make if no context is needed


class FormPlans(dict[str, FormPlan]):
    """The plan of each form, made when first looked up: a document needs only a few hundred.

    More are forgotten: a table of a code page asks for all of them once, and each would be walked
    over in every full collection of garbage.
    """

    def __init__(self, simplified: Mapping[str, str]) -> None:
        super().__init__()
        self._simplified = simplified

    @classmethod
    def of_opencc(cls) -> FormPlans:
        """Return the plans whose base is what OpenCC makes of each character."""
        return cls(script_table().plain)

    def __missing__(self, form: str) -> FormPlan:
        plain = self._simplified.get(form, form)
        if len(self) >= _MOST_PLANS:
            self.clear()
        plan = self[form] = _make_plan(form, plain if plain != form else "")
        return plan


class DraftTable(dict[int, int | str]):
    """A table for str.translate that replaces each foreign form whose meaning is certain.

    With `script`, it replaces only what OpenCC can simplify in one way.
    """

    def __init__(self, plans: FormPlans, *, script: bool = False) -> None:
        super().__init__()
        self._plans, self._script = plans, script

    def __missing__(self, code: int) -> int | str:
        char = chr(code)
        after: int | str = code
        if is_foreign(char):
            certain = self._plans[char].certain
            if certain is not None and not (
                self._script and script_options(char) != (certain.after,)
            ):
                after = certain.after
        self[code] = after
        return after


class LikeliestTable(dict[int, int | str]):
    """A table for str.translate that replaces each of some forms, sorted, by its likeliest one.

    Read from a file: to make the plans of all forms takes half a second.
    """

    def __init__(self, forms: str, likeliest: str) -> None:
        super().__init__()
        self._forms, self._likeliest = forms, likeliest

    def __missing__(self, code: int) -> int | str:
        char = chr(code)
        at = bisect_left(self._forms, char)
        found = at < len(self._forms) and self._forms[at] == char
        after = self[code] = self._likeliest[at] if found else code
        return after


def find_likeliest(plans: FormPlans, form: str) -> tuple[str, str]:
    """Return what a form becomes, whatever the context, in any text, and in a traditional one.

    In traditional text 於 is 于, though as a surname it stays.
    """
    options = plans[form].options
    first = options[0].text if options else form
    guess = first if is_foreign(form) else form
    return guess, first if options and options[0].tier == "script" else guess


class FormTable(NamedTuple):
    """The plans of all forms, and the pattern and translations derived from them."""

    plans: FormPlans
    pattern: MemberPattern  # any form
    draft: DraftTable
    script: DraftTable  # the same for honest traditional text
    guess: LikeliestTable  # what needs context, too
    traditional: LikeliestTable  # the same, and what is a form only in a traditional text


@cache
def form_table() -> FormTable:
    """Return the table, built once per process (about 10 ms)."""
    plans = FormPlans.of_opencc()
    lines = resource_path("data", "likeliest.txt").read_text("utf-8").splitlines()
    known = characters.known_forms()
    return FormTable(
        plans,
        MemberPattern(known, *_ASTRAL, lambda: _make_class(known)),
        DraftTable(plans),
        DraftTable(plans, script=True),
        LikeliestTable(lines[0], lines[1]),
        LikeliestTable(lines[0], lines[2]),
    )


def simplify_characters(text: str) -> str:
    """Return a text with each character in its likeliest simplified form, whatever the context."""
    return text.translate(form_table().guess)


def level_of(char: str) -> int:
    """Return the level of a character that may occur in simplified text, 0 if it may not.

    Characters of the older GB 2312 count as level 2: 馀 and 谘 are rare in simplified text, but
    correct. 後, which GB 2312 also holds, is traditional all the same.
    """
    level = characters.standard_level(char)
    if level:
        return level
    if char in _OF_TODAY:
        return 3
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return 0
    first = characters.candidates_for(char)[:1]
    traditional = first and first[0].sources[0] == "script:opencc.TSCharacters"
    return 0 if traditional else 2


def _make_class(forms: Iterable[str]) -> str:
    """Return the class of all of the forms.

    A class that lists characters beyond the BMP one by one is 30 times slower, so it takes in their
    whole planes; a plan without options does no harm.
    """
    spans: list[list[int]] = []
    for code in sorted(ord(form) for form in forms if form < "\U00010000"):
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    ranges = "".join(chr(low) if low == high else f"{chr(low)}-{chr(high)}" for low, high in spans)
    return f"[{ranges}{'-'.join(_ASTRAL)}]"


@cache
def is_foreign(char: str) -> bool:
    """Tell if simplified text never contains this character: 勞, 咊, but not 著 or 乾."""
    return char in characters.listed_forms() and level_of(char) == 0


def may_hold_forms(text: str) -> bool:
    """Tell if a text holds any traditional or variant form."""
    return form_table().pattern.search(text) is not None


def find_foreign_forms(text: str) -> list[str]:
    """Return every character of `text` that is foreign to simplified text, repeated ones too.

    The 濛 of 凌濛初 is not foreign: that is how his name is written.
    """
    pattern, kept = form_table().pattern, words.index_words()
    found = [form for form in pattern.findall(text) if is_foreign(form)]
    if kept.keys().isdisjoint(found):
        return found
    return [
        one[0]
        for one in pattern.finditer(text)
        if is_foreign(one[0])
        and not (one[0] in kept and words.find_word(text, one.start())[1] == one[0])
    ]


def _make_plan(form: str, plain: str) -> FormPlan:
    level = level_of(form)
    options: list[FormOption] = []
    for candidate in characters.candidates_for(form):
        tier = candidate.sources[0].partition(":")[0]
        cost = float(candidate.cost)
        if candidate.base == plain:
            tier = "script"
        elif tier == "variant" and any(one.startswith("evidence:") for one in candidate.sources):
            cost -= _CONFIRMED
        options.append(_make_option(form, candidate.base, cost, tier, candidate.sources))
    options.sort(key=lambda option: _sort_key(option, plain))
    if options and options[0].tier == "variant":
        options += _find_further(form, options)
    if options and options[0].tier == "script":
        # 譚 is 谭, and hardly ever 谈.
        options = [
            option if option.tier == "script" else option._replace(cost=option.cost + _STRETCH)
            for option in options
        ]
    listed = [option for option in options if option.tier != "evidence"]
    certain = None
    if level == 0 and listed:
        lead = listed[0]
        rivals = [option for option in options if option is not lead and _are_rivals(lead, option)]
        # Few fonts have characters beyond the BMP: 鱀 becomes 𬶨 only in a text that was spun.
        believed = lead.tier == "script" or lead.cost <= _CERTAIN_COST
        if believed and not rivals and lead.text < "\U00010000":
            sure = 0.99 if lead.tier == "script" else 0.97 if lead.cost == 0 else 0.93
            certain = Change(lead.text, lead.kind, lead.rule, sure, lead.evidence)
    return FormPlan(form, level, tuple(options[:_MAX_OPTIONS]), bool(plain), certain)


def _find_further(form: str, options: list[FormOption]) -> Iterator[FormOption]:
    """Yield what the first option, if it is rare, may stand for itself: 嵠 is 谿, which is 溪."""
    lead = options[0]
    if characters.standard_level(lead.text) != _OF_NAMES:
        return
    for candidate in characters.candidates_for(lead.text):
        tier = candidate.sources[0].partition(":")[0]
        known = any(option.text == candidate.base for option in options)
        if tier == "variant" and candidate.cost <= _CERTAIN_COST and not known:
            cost = lead.cost + candidate.cost
            yield _make_option(form, candidate.base, cost, tier, candidate.sources)


def _are_rivals(lead: FormOption, other: FormOption) -> bool:
    """Tell if context must choose between the two: 畫 is 画 or 划; 徠 is 来 rather than 徕."""
    level, other_level = (characters.standard_level(option.text) for option in (lead, other))
    if other_level < level and (other.tier != "evidence" or lead.tier != "script"):
        return True
    if other.tier == "evidence":
        return lead.tier == "variant" and lead.cost > 0 and other_level == 1
    if lead.cost > 0 and other_level == 1:  # 釆 is 辨 in one source and 采 in another
        return True
    return other.cost < lead.cost + _CERTAIN_GAP and (other.tier == "script" or other_level < 3)


def _sort_key(option: FormOption, plain: str) -> tuple[bool, bool, bool, float]:
    """Return a key that sorts t2s first, then certain script pairs, and inferred ones last."""
    sure = option.tier == "script" and option.cost <= 0
    return option.text != plain, not sure, option.tier == "evidence", option.cost


def _make_option(
    form: str, base: str, cost: float, tier: str, sources: tuple[str, ...]
) -> FormOption:
    if tier == "script":
        names = _name_sources(sources, "script") or ("OpenCC",)
        reasons = (Evidence("traditional_form", (form, base, names)),)
        return FormOption(base, cost, tier, RepairKind.SCRIPT, "script.t2s", reasons)
    if tier == "variant":
        reasons = (Evidence("source_table", (form, base, _name_sources(sources, "variant"))),)
        return FormOption(base, cost, tier, RepairKind.VARIANT, "variant.table", reasons)
    detail = sources[0].partition(":")[2]
    reading, _, shared = detail.partition("/")
    code = "same_phonetic" if shared.startswith("component") else "same_reading"
    reasons = (Evidence(code, (form, base, reading)),)
    return FormOption(base, cost, tier, RepairKind.VARIANT, "variant.evidence", reasons)


def _name_sources(sources: tuple[str, ...], tier: str) -> tuple[str, ...]:
    """Return the sources of a tier by their usual names: CC-CEDICT, Unihan kZVariant."""
    names = []
    for source in sources:
        kind, _, detail = source.partition(":")
        if kind == tier:
            name, _, field = detail.partition(".")
            names.append(" ".join(filter(None, (SOURCE_NAMES.get(name, name), field))))
    return tuple(names)
