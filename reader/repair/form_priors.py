"""The prior costs of what a traditional or variant form may stand for.

勞 can only be 劳. 乾 may be 干 or itself, 徵 may be 征 or itself: there context decides. In a text
that was not spun, a form that may occur in simplified text stays.
"""

from __future__ import annotations

from functools import lru_cache

from reader.language.dialect import CANTONESE
from reader.language.forms import FormPlan, form_table
from reader.language.ngram import CharacterModel
from reader.language.syllables import rate_gloss
from reader.repair.decoder import SlotChoice
from reader.repair.profile import DocumentProfile

# Prior costs in nats, fitted on generated damage and on clean law texts.
LEAVE_FOREIGN = 6.0  # simplified text has no 勞: it stays only if that is much likelier
LEAVE_RARE = -1.0  # the model underestimates rare characters, even right ones
CHANGE_STANDARD = 2.0  # 著 乾 覆 in a spun text
CHANGE_STANDARD_TRADITIONAL = -1.5  # the same where the whole text is traditional: 照著
EVERYDAY = 8.0  # -ln p of what spinners replace: 里 听 和. The 俯 for 赵孟頫 has 12
PER_RARITY = 1.5
CHANGE_KNOWN_UNSPUN = 18.5  # listed by two sources, or by OpenCC: 裡 is always 里
CHANGE_FOREIGN_UNSPUN = 23.5  # any other; an unknown form such as 頫 costs 20 in any case
CHANGE_QUOTED = 8.0  # either of them if all forms are in quotations: it is only proposed
CHANGE_SCRIPT_UNSPUN = 14.0  # 卒於 is 卒于; the surname 於 and 昇 in a name stay
CHANGE_UNSPUN = 15.0  # a rare form in a text that was not spun: 昇 in a name
CHANGE_EVIDENCE_UNSPUN = 16.0
CHANGE_EVIDENCE = 1.6  # no source lists the pair: only reading and component agree
NAMED = -12.0  # 李堃 is not 李坤, though the model finds 堃 unlikely
KEPT = -40.0  # a word that is right as it stands
GLOSS_AGREES = -1.0
AS_ELSEWHERE = -5.0  # what the same form was decided to be in the rest of the document
IN_FEW_FONTS = 1000.0  # 白鱀豚: the author could type 鱀, but not 𬶨
_OF_NAMES = 3  # the level of the standard table for names, places and terms
PER_TABLE_STEP = 0.65  # 搨展: 拓 costs four steps more than 搭 but is some 4.5 nats likelier
PER_EVERYDAY_STEP = 3.0  # 份 is listed for 分, but is nearly always right as it stands


def may_change(plan: FormPlan, profile: DocumentProfile) -> bool:
    """Tell if a form may stand for another character in this document."""
    if plan.level in (1, 2) and not profile.spun:
        return False
    return not (profile.cantonese and plan.form in CANTONESE)


def choices_at(
    plan: FormPlan, profile: DocumentProfile, model: CharacterModel
) -> tuple[SlotChoice, ...] | None:
    """Return the choices for a form without gloss or vote, None if it must stay."""
    if not may_change(plan, profile):
        return None
    spun, traditional, quoted = profile.spun, profile.traditional, profile.quoted
    return form_choices(plan.form, "", spun, traditional, quoted, model, False, False, "")


@lru_cache(20_000)
def form_choices(
    form: str,
    gloss: str,
    spun: bool,
    traditional: bool,
    quoted: bool,
    model: CharacterModel,
    kept: bool,
    named: bool,
    usual: str,
) -> tuple[SlotChoice, ...]:
    """Return the form itself and what it may stand for, with their prior costs (nats).

    `kept` says that its word is right as it stands, `named` that it ends a person's name. `usual`
    is what the form stands for in the rest of the document, `gloss` the gloss after it.
    """
    plan = form_table().plans[form]
    foreign = plan.level == 0 and plan.options[0].tier != "evidence"
    guessed = plan.options[0].tier == "evidence"
    leave = LEAVE_FOREIGN if foreign else LEAVE_RARE if guessed else 0.0
    choices = [SlotChoice(form, KEPT if kept else leave + NAMED if named else leave)]
    for option in plan.options:
        cost = option.cost * (PER_EVERYDAY_STEP if plan.level == 1 else PER_TABLE_STEP)
        if option.text > "\uffff" and not traditional:
            cost += IN_FEW_FONTS
        if option.tier == "evidence":
            cost += CHANGE_EVIDENCE if spun else CHANGE_EVIDENCE_UNSPUN
        elif not spun:
            known = option.cost <= 0 and option.tier != "evidence"
            if foreign and quoted:
                cost += CHANGE_QUOTED
            elif foreign:
                cost += CHANGE_KNOWN_UNSPUN if known else CHANGE_FOREIGN_UNSPUN
            else:
                cost += CHANGE_SCRIPT_UNSPUN if plan.traditional else CHANGE_UNSPUN
            # Rarity alone is no argument against the first option: 勅令 is 敕令, not 来令.
            rarity = max(model.rarity(option.text), model.rarity(plan.options[0].text))
            cost += PER_RARITY * (rarity - EVERYDAY)
        if plan.level:
            cost += CHANGE_STANDARD_TRADITIONAL if traditional else CHANGE_STANDARD
        if gloss and rate_gloss(option.text, gloss):
            cost += GLOSS_AGREES
        if option.text == usual:
            cost += AS_ELSEWHERE
        choices.append(SlotChoice(option.text, cost))
    return tuple(choices)
