"""The prior costs of what a traditional or variant form may stand for.

勞 can only be 劳. 乾 may be 干 or itself, 徵 may be 征 or itself: context decides. All this
is about spun text; honest text is left to `script`.
"""

from __future__ import annotations

from functools import lru_cache

from reader.language.forms import FormPlan, form_table
from reader.language.ngram import CharacterModel
from reader.language.syllables import rate_gloss
from reader.language.text_kind import TextKind
from reader.repair.decoder import SlotChoice

# Prior costs in nats, fitted on generated damage and on clean law texts.
LEAVE_FOREIGN = 6.0  # simplified text has no 勞: it stays only if that is much likelier
LEAVE_RARE = -1.0  # the model underestimates rare characters, even right ones
CHANGE_STANDARD = 2.0  # 著 乾 覆 in a spun text
CHANGE_STANDARD_TRADITIONAL = -1.5  # the same where the whole text is traditional: 照著
CHANGE_EVIDENCE = 1.6  # no source lists the pair: only reading and component agree
# The same where nothing shows that the document was spun and the text around reads no better with
# it: an old novel has rare characters of its own (辅璆琳, 枭獍, 登阼), the sound and shape of which
# often fit an everyday one.
CHANGE_EVIDENCE_ODDLY = 14.0
NAMED = -12.0  # 李堃 is not 李坤, though the model finds 堃 unlikely
KEPT = -40.0  # a word that is right as it stands
GLOSS_AGREES = -1.0
AS_ELSEWHERE = -5.0  # what the same form was decided to be in the rest of the document
IN_FEW_FONTS = 1000.0  # 白鱀豚: the author could type 鱀, but not 𬶨
_OF_NAMES = 3  # the level of the standard table for names, places and terms
PER_TABLE_STEP = 0.65  # 搨展: 拓 costs four steps more than 搭 but is some 4.5 nats likelier
PER_EVERYDAY_STEP = 3.0  # 份 is listed for 分, but is nearly always right as it stands


def choices_at(
    plan: FormPlan, kind: TextKind, model: CharacterModel
) -> tuple[SlotChoice, ...] | None:
    """Return the choices for a form without gloss or vote, None if it must stay."""
    if plan.level and not (kind.spun or kind.traditional):
        return None
    return form_choices(plan.form, "", kind.traditional, model, False, False, "")


@lru_cache(20_000)
def form_choices(
    form: str,
    gloss: str,
    traditional: bool,
    model: CharacterModel,
    kept: bool,
    named: bool,
    usual: str,
    odd: bool = False,
) -> tuple[SlotChoice, ...]:
    """Return the form itself and what it may stand for, with their prior costs (nats).

    `kept` says that its word is right as it stands, `named` that it ends a person's name. `usual`
    is what the form stands for in the rest of the document, `gloss` the gloss after it. `odd`
    says that nobody spun the document, as far as can be told, and that the text reads oddly there.
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
            cost += CHANGE_EVIDENCE_ODDLY if odd else CHANGE_EVIDENCE
        if plan.level:
            cost += CHANGE_STANDARD_TRADITIONAL if traditional else CHANGE_STANDARD
        if gloss and rate_gloss(option.text, gloss):
            cost += GLOSS_AGREES
        if option.text == usual:
            cost += AS_ELSEWHERE
        choices.append(SlotChoice(option.text, cost))
    return tuple(choices)
