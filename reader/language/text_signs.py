"""The signs in a paragraph that tell what it is: simplified, honestly traditional, or spun.

They are simplified-only and traditional characters, words of bound characters, glosses, and
characters that read better when replaced.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reader.language.characters import known_forms, standard_level
from reader.language.form_words import find_word
from reader.language.forms import (
    FormPlan,
    form_table,
    is_foreign,
    level_of,
    simplify_characters,
)
from reader.language.hanzi import is_hanzi
from reader.language.names import stands_in_name
from reader.language.ngram import CharacterModel
from reader.language.quotations import find_meant, is_simplified
from reader.language.script import bound_pattern, is_in_word, script_options, script_table

_UNSURE = re.compile("[rw]")
_MOST_OPTIONS = 3  # of a form, that are tried in context
_PER_STEP = 0.65  # nats for a step of cost in the table of forms
_NOBODY_LISTS = 1.6  # nats that a form costs more if only its sound and shape say what it is
# Nats that a place may speak for a replacement: less for a form that nobody lists or that is
# standard itself, and less in names.
_MOST_GAIN, _MOST_UNLISTED, _MOST_NAMED, _MOST_STANDARD = 11.0, 9.0, 4.0, 2.5
# Nats by which a rare character is likelier than the model thinks. Where a spinner put it, the
# character that it replaced is 10 to 30 nats likelier, elsewhere 0 to 10.
_RARE, _NAMED = 6.0, 9.0
# Nats a character from which on nothing reads well around a rare one: in a list of such, whatever
# is everyday is likelier (龘靐齉), but a spinner puts them into sentences.
_NONSENSE = 10.0
# Nats a character that text around a form may cost once it is replaced, as 95 of 100 places in laws
# and news do; each nat more speaks so many nats less for a replacement. An old novel costs 5 to 14.
_READS, _READS_LESS = 4.8, 3.0
_AROUND = 6  # code points on each side that are read
_MANY_GLOSSES = 0.05  # glosses a hanzi in a paragraph that is surely spun
_CONVINCING = 8.0  # nats of gain that leave no doubt
_ENOUGH = 10  # places that are weighed; more would change nothing
_OF_NAMES = 3  # the level of the standard table for names, places and terms


class Signs(NamedTuple):
    """What was counted in a paragraph.

    `listed` and `unlisted` hold, for each character that may be a replacement, by how many nats the
    text is likelier with what it may stand for: forms that some source lists (咊), and others (郃).
    """

    hanzi: int
    simplified: int  # characters of simplified text only: 说
    traditional: int  # characters that only traditional text has: 說
    bookish: int  # everyday in traditional text, in simplified only in names: 於, 昇
    listed: tuple[float, ...]
    unlisted: tuple[float, ...]
    placed: int  # different bound characters in one of their words: 頭髮
    misplaced: int  # and in no such word: 髮展
    glosses: int
    convincing: frozenset[str]  # forms that are certainly replacements somewhere


class _Types(dict[int, str]):
    """A table for str.translate: each hanzi to a letter for what it says.

    s is simplified only, t traditional only, w such a one that may be the wrong form (賙 for 周), n
    traditional but in names (昇), r a form that may be a replacement (咊), h any other.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letter = " "
        if is_hanzi(char):
            letter = "s" if is_simplified(char) else "h"
            if script_options(char)[0] != char or form_table().plans[char].traditional:
                if is_foreign(char):
                    letter = "w" if _may_be_wrong(form_table().plans[char]) else "t"
                elif level_of(char) == _OF_NAMES:
                    letter = "n"
            elif (
                char in known_forms()
                and level_of(char) in (0, _OF_NAMES)
                and not (level_of(char) and char in script_table().simplified)
            ):
                letter = "r"
        self[code] = letter
        return letter


def _may_be_wrong(plan: FormPlan) -> bool:
    """Tell if a traditional character may be the wrong form of an everyday one: 賙 of 周."""
    first, *others = plan.options or (None,)
    return (
        first is not None
        and standard_level(first.text) in (0, 3)
        and any(standard_level(one.text) == 1 for one in others)
    )


@cache
def _types() -> _Types:
    return _Types()


def read_signs(
    bare: str, glosses: int, model: CharacterModel, replacing: frozenset[str] = frozenset()
) -> Signs:
    """Return the signs of a paragraph, given without its glosses.

    `replacing` are forms that certainly are replacements elsewhere in the document.
    """
    types = find_types(bare)
    return weigh_forms(bare, types, count_signs(bare, types, glosses), model, replacing)


def find_types(bare: str) -> str:
    """Return the letter of each character of a paragraph, by `_Types`."""
    types = bare.translate(_types())
    if "r" in types or "t" in types or "w" in types:
        for start, end in find_meant(bare):
            types = types[:start] + "h" * (end - start) + types[end:]
    if "n" in types and types.count("s") > types.count("t") + types.count("w"):
        types = types.replace("n", "r")  # 陞 is traditional, but not in simplified text
    return types


def count_signs(bare: str, types: str, glosses: int) -> Signs:
    """Return the signs that need no model of the language."""
    traditional = types.count("t") + types.count("w")
    placed, misplaced = _find_places(bare) if traditional else (0, 0)
    return Signs(
        len(types) - types.count(" "),
        types.count("s"),
        traditional,
        types.count("n"),
        (),
        (),
        placed,
        misplaced,
        glosses,
        frozenset(),
    )


def weigh_forms(
    bare: str, types: str, signs: Signs, model: CharacterModel, replacing: frozenset[str]
) -> Signs:
    """Return the signs with what its forms say that may be replacements."""
    if "r" not in types and "w" not in types:  # as in most
        return signs
    unsure = [found.start() for found in _UNSURE.finditer(types)]
    # A form counts once behind the same character: a name recurs, too, as 赤穂 does.
    gains: dict[str, float] = {}
    hanzi = signs.hanzi
    glossed = signs.glosses > _MANY_GLOSSES * hanzi
    draft = bare.translate(form_table().guess)
    for at in unsure:
        known = bare[at] in replacing
        gain = _weigh_replacement(bare, draft, at, model, replacing=known, glossed=glossed)
        place = bare[at] + bare[at - 1 : at]
        if gain > gains.get(place, 0.0):
            gains[place] = gain
            if len(gains) == _ENOUGH:
                # What is behind it would say the same again.
                hanzi -= len(types) - at - types.count(" ", at)
                break
    plans = form_table().plans
    return signs._replace(
        hanzi=hanzi,
        listed=tuple(gain for place, gain in gains.items() if is_listed(plans[place[0]])),
        unlisted=tuple(gain for place, gain in gains.items() if not is_listed(plans[place[0]])),
        convincing=frozenset(place[0] for place, gain in gains.items() if gain >= _CONVINCING),
    )


def _find_places(bare: str) -> tuple[int, int]:
    """Return how many different bound characters are in one of their words, and in none."""
    placed, misplaced = set[str](), set[str]()
    for found in bound_pattern().finditer(bare):
        at, char = found.start(), found[0]
        if char not in misplaced and standard_level(char) != _OF_NAMES:
            before = simplify_characters(bare[at - 1 : at]) if at else ""
            is_placed = is_in_word(char, before, simplify_characters(bare[at + 1 : at + 2]))
            (placed if is_placed else misplaced).add(char)
    return len(placed), len(misplaced)


def is_listed(plan: FormPlan) -> bool:
    """Tell if some source lists what a form stands for."""
    return plan.options[0].tier != "evidence"


def _weigh_replacement(
    bare: str, draft: str, at: int, model: CharacterModel, *, replacing: bool, glossed: bool
) -> float:
    """Return by how many nats bare[at] is likelier as what it may stand for; 0 if it is not.

    Unless it is replaced elsewhere, it is likelier as it stands than the model thinks, and the more
    so the less the text around reads like that of today. Who glosses (`glossed`) has spun it, too.
    """
    before, behind = draft[max(0, at - 2) : at].rjust(2, "\n"), draft[at + 1 : at + 3]
    gain = _weigh_form(before, bare[at], behind, model)
    if not replacing:
        gain -= _RARE
    if gain <= 0 or find_word(draft, at)[0] or find_word(bare, at)[0]:
        return 0.0
    if not replacing and not glossed:
        gain -= _READS_LESS * measure_oddity(bare, draft, at, model)
        if gain <= 0:
            return 0.0
    plan = form_table().plans[bare[at]]
    if not replacing and stands_in_name(draft, at, model):
        most = _MOST_STANDARD if plan.level else _MOST_NAMED
        return max(0.0, min(most, gain + _RARE - _NAMED))
    return min(_MOST_GAIN if is_listed(plan) and not plan.level else _MOST_UNLISTED, gain)


def measure_oddity(bare: str, draft: str, at: int, model: CharacterModel) -> float:
    """Return by how many nats a character the text around bare[at] reads worse than modern text.

    It is read in the draft, with bare[at] replaced by what it likeliest stands for.
    """
    low, high = max(0, at - _AROUND, draft.rfind("\n", 0, at) + 1), at + _AROUND + 1
    around = draft[low:high].partition("\n")[0]
    around = around.replace(bare[at], form_table().plans[bare[at]].options[0].text)
    each = model.text_cost(around, draft[max(0, low - 3) : low]) / len(around)
    return max(0.0, each - _READS)


@lru_cache(20_000)
def _weigh_form(before: str, form: str, behind: str, model: CharacterModel) -> float:
    """Return by how many nats a form between two texts is likelier as what it may stand for.

    It is 0 if that makes no more sense there.
    """
    ids_before, ids_behind = model.ids(before), model.ids(behind)

    def cost(char: str) -> float:
        ids = [*ids_before, *model.ids(char), *ids_behind]
        return sum(map(model.cost, ids, ids[1:], ids[2:]))

    plan = form_table().plans[form]
    options = [one for one in plan.options[:_MOST_OPTIONS] if one.text < "\U00010000"]
    if not options:
        return 0.0
    stands = cost(plan.options[0].text if _may_be_wrong(plan) else form)
    costs = {one: cost(one.text) for one in options}
    if min(costs.values()) > _NONSENSE * (1 + len(ids_behind)):
        return 0.0
    return stands - min(
        paid + _PER_STEP * one.cost + (_NOBODY_LISTS if one.tier == "evidence" else 0.0)
        for one, paid in costs.items()
    )
