"""Traditional and variant forms in a paragraph: certain ones at once, the others as slots.

勞 can only be 劳. 乾 may be 干 or itself, 徵 征 or itself, 跼 局 or itself: there the context
decides, and the document: in a text that nobody spun, a form that simplified text may hold stays.
"""

from __future__ import annotations

from functools import lru_cache
from operator import eq
from typing import NamedTuple

from reader.language import form_words as words
from reader.language import forms
from reader.language.characters import known_forms
from reader.language.dialect import CANTONESE
from reader.language.forms import FormTable, Option, Plan
from reader.language.ngram import CharacterModel
from reader.language.syllables import reads
from reader.repair.decoder import Choice, Decoder, Slot, Verdict, probability
from reader.repair.evidence import DocumentEvidence
from reader.repair.listed import in_a_row, shown_as_such
from reader.repair.personal_names import in_a_name
from reader.repair.votes import Votes
from reader.text.align import Alternative, Change, Edit, Evidence
from reader.text.kinds import RepairKind

# Prior costs in nats, fitted on generated damage and on clean law texts.
LEAVE_FOREIGN = 6.0  # simplified text has no 勞: leaving one must be much the better reading
LEAVE_RARE = -1.0  # the model finds rare characters somewhat unlikely, the right ones too
CHANGE_STANDARD = 2.0  # 著 乾 覆 in a text whose characters were replaced
CHANGE_STANDARD_TRADITIONAL = -1.5  # likewise where the whole text is traditional: 照著
EVERYDAY = 8.0  # -ln p of a character that spinners replace: 里 听 和; 俯 of 赵孟頫 has 12
PER_RARITY = 1.5
CHANGE_KNOWN_UNSPUN = 18.5  # two sources list it, or OpenCC: 裡 is 里 wherever it stands
CHANGE_FOREIGN_UNSPUN = 23.5  # the model finds what stands there, 頫, unlikely by 20 in any case
CHANGE_QUOTED = 8.0  # either of them where forms stand in quotations only: it is but proposed
CHANGE_SCRIPT_UNSPUN = 14.0  # 卒於 is 卒于; the surname 於 and 昇 in a name stay
CHANGE_UNSPUN = 15.0  # a rare form in a text whose characters nobody replaced: 昇 in a name
CHANGE_EVIDENCE_UNSPUN = 16.0
CHANGE_EVIDENCE = 1.6  # no table knows the pair: reading and shared part alone
NAMED = -12.0  # 李堃 is no 李坤, though the model finds 堃 unlikely
KEPT = -40.0  # a word that is right as it stands
GLOSS_AGREES = -1.0
AS_ELSEWHERE = -5.0  # what the same form is read as in the rest of the document
IN_FEW_FONTS = 1000.0  # 白鱀豚: what stands there is what could be typed, not 𬶨
_OF_NAMES = 3  # the level of the standard table for names, places and terms
PER_TABLE_STEP = 0.65  # 搨展: 拓 is listed four steps behind 搭, and reads better by some 4.5 nats
PER_EVERYDAY_STEP = 3.0  # 份 is listed for 分, and nearly always right as it stands


class FormFinding(NamedTuple):
    """A form that needs the context: its place in the whole text and in the base text."""

    at: int
    base_at: int
    plan: Plan
    gloss: str


def certain_edits(text: str, draft: str, table: FormTable, shift: int) -> list[Edit]:
    """Return the edits that make `draft` of a text: its forms that can mean only one thing."""
    places, changes = certain_forms(text, draft, table)
    return [
        Edit(at + shift, at + shift + 1, *change)
        for at, change in zip(places, changes, strict=True)
    ]


def certain_forms(text: str, draft: str, table: FormTable) -> tuple[list[int], list[Change]]:
    """Return where the two differ, and the change that is made at each place."""
    if text == draft:
        return [], []
    places = [at for at, same in enumerate(map(eq, text, draft)) if not same]
    certain = {char: table.plans[char].certain for char in {text[at] for at in places}}
    changes = [certain[text[at]] for at in places]
    return places, [change for change in changes if change is not None]


def unsure_forms(raw: str, read: str, table: FormTable) -> list[tuple[int, Plan]]:
    """Return the places (offset, plan) of `raw` that need the context.

    `read` is the same text with all forms replaced that need none. In a text that nobody spun every
    form does: 奴隷 is 奴隶, 赵孟頫 stays.
    """
    known, plans = known_forms(), table.plans
    places = [at for at, char in enumerate(read) if char in known]
    found = [(at, plans[read[at]]) for at in places if read[at] == raw[at]]
    return [(at, plan) for at, plan in found if plan.options]


def slot_of(
    finding: FormFinding,
    evidence: DocumentEvidence,
    model: CharacterModel,
    *,
    kept: bool = False,
    named: bool = False,
    usual: str = "",
) -> Slot | None:
    """Return the choices at a place, or None where nothing may change.

    `kept` says that the word it stands in is right, `named` that it ends somebody's name, `usual`
    what the form is elsewhere.
    """
    plan = finding.plan
    if plan.level in (1, 2) and not evidence.spun:
        return None
    if evidence.cantonese and plan.form in CANTONESE:
        return None
    choices = _choices(
        plan.form,
        finding.gloss,
        evidence.spun,
        evidence.traditional,
        evidence.quoted,
        model,
        kept,
        named,
        usual,
    )
    return Slot(finding.base_at, choices)


@lru_cache(20_000)
def _choices(
    form: str,
    gloss: str,
    spun: bool,
    traditional: bool,
    quoted: bool,
    model: CharacterModel,
    kept: bool,
    named: bool,
    usual: str,
) -> tuple[Choice, ...]:
    """Return the form itself and what it may stand for, with their prior costs."""
    plan = forms.table().plans[form]
    foreign = plan.level == 0 and plan.options[0].tier != "evidence"
    guessed = plan.options[0].tier == "evidence"
    leave = LEAVE_FOREIGN if foreign else LEAVE_RARE if guessed else 0.0
    choices = [Choice(form, KEPT if kept else leave + NAMED if named else leave)]
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
            # Not what is rarest tells, but what the form is first of all: 勅令 is 敕令, not 来令.
            rarity = max(model.rarity(option.text), model.rarity(plan.options[0].text))
            cost += PER_RARITY * (rarity - EVERYDAY)
        if plan.level:
            cost += CHANGE_STANDARD_TRADITIONAL if traditional else CHANGE_STANDARD
        if gloss and reads(option.text, gloss):
            cost += GLOSS_AGREES
        if option.text == usual:
            cost += AS_ELSEWHERE
        choices.append(Choice(option.text, cost))
    return tuple(choices)


def unsure_edits(
    base: str,
    raw: str,
    findings: list[FormFinding],
    evidence: DocumentEvidence,
    decoder: Decoder,
    votes: Votes,
) -> list[Edit]:
    """Let the decoder choose at each place of `base`; return the edits that follow.

    `raw` is the paragraph without its glosses, `base` the same with all certain forms replaced.
    """
    slots: list[Slot] = []
    places: list[FormFinding] = []
    edits: list[Edit] = []
    shown = shown_as_such(base) if findings else frozenset()
    for finding in findings:
        at = finding.base_at
        word, wanted = words.word_at(base, at)
        if not word and base != raw:
            word, wanted = words.word_at(raw, at)
        if word and wanted != finding.plan.form:
            spelling = word_edit(finding.at, wanted, word)
            # 家俱 in a text that nobody spun is how its author spells.
            spelled = (
                not evidence.spun and finding.plan.level in (1, 2) and words.word_at(raw, at)[0]
            )
            edits.append(spelling._replace(confidence=0.4, applied=False) if spelled else spelling)
            continue
        slot = slot_of(
            finding,
            evidence,
            decoder.model,
            kept=bool(word) or (not finding.gloss and (at in shown or in_a_row(base, at))),
            named=evidence.spun and _in_a_name(base, finding, decoder.model),
            usual=votes.usual(finding.plan.form),
        )
        if slot is not None:
            slots.append(slot)
            places.append(finding)
    for finding, verdict in zip(places, decoder.decide(base, slots), strict=True):
        votes.note(finding.plan, verdict)
        edit = _chosen_edit(finding, verdict, evidence)
        if edit is not None:
            edits.append(edit)
    return edits


def _in_a_name(base: str, finding: FormFinding, model: CharacterModel) -> bool:
    plan = finding.plan
    lead = plan.options[0].text
    # 李勣 is in the third level by its simplified form, which no font has.
    rare = plan.level == _OF_NAMES or (plan.level == 0 and lead > "\uffff")
    return rare and in_a_name(base, finding.base_at, lead, model)


def settled(
    before: str,
    raw: str,
    after: str,
    table: FormTable,
    evidence: DocumentEvidence,
    decoder: Decoder,
) -> str:
    """Return `raw`, which stands between two clean texts, in its likeliest simplified form."""
    clean = list(raw.translate(table.draft))
    shift = len(before)
    slots: list[Slot] = []
    for found in table.pattern.finditer(raw):
        plan = table.plans[found[0]]
        if plan.certain is None and plan.options:
            finding = FormFinding(0, found.start() + shift, plan, "")
            slot = slot_of(finding, evidence, decoder.model)
            if slot is not None:
                slots.append(slot)
    text = before + "".join(clean) + after
    for slot, verdict in zip(slots, decoder.decide(text, slots), strict=True):
        clean[slot.at - shift] = slot.choices[verdict.chosen].text
    return "".join(clean)


def word_edit(at: int, wanted: str, word: str) -> Edit:
    """Return the edit that gives a word the character it is written with."""
    reasons = (Evidence("word", (word,)),)
    return Edit(at, at + 1, wanted, RepairKind.SCRIPT, "script.word", 0.95, reasons)


def _chosen_edit(finding: FormFinding, verdict: Verdict, evidence: DocumentEvidence) -> Edit | None:
    plan, at = finding.plan, finding.at
    if verdict.chosen == 0:
        return None
    option: Option = plan.options[verdict.chosen - 1]
    reasons = [*option.evidence]
    if finding.gloss and reads(option.text, finding.gloss):
        reasons.append(Evidence("gloss_reading", (finding.gloss, option.text)))
    reasons.append(Evidence("word", (option.text,)))
    if evidence.spun:
        reasons.append(Evidence("document_spun"))
    others = []
    for index, margin in enumerate(verdict.margins):
        if index != verdict.chosen and margin < 12:
            text = plan.form if index == 0 else plan.options[index - 1].text
            others.append(Alternative(text, round(1 - probability(margin), 3)))
    others.sort(key=lambda other: -other.probability)
    confidence = max(0.5, verdict.confidence)
    return Edit(
        at,
        at + 1,
        option.text,
        option.kind,
        option.rule,
        confidence,
        tuple(reasons),
        tuple(others[:5]),
    )
