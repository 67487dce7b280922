"""Traditional and variant forms in simplified text: 勞動 becomes 劳动, 咊諧 和谐, 乾杯 干杯.

A form that can mean only one thing is replaced in the draft, without a proposal; for the others
the character model decides by context.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count
from operator import ne

from reader.language import form_words
from reader.language.characters import known_forms
from reader.language.forms import FormPlan, form_table
from reader.language.names import ends_name
from reader.language.ngram import CharacterModel
from reader.language.quotations import find_quotations
from reader.language.syllables import rate_gloss
from reader.language.text_signs import measure_oddity
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.form_priors import form_choices
from reader.repair.mechanism import Context, Layer, Stretch, may_concern_forms
from reader.repair.mentions import find_mentions, is_in_row
from reader.repair.proposal import Proposal, Weighing
from reader.text.align import Alternative, Change
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

_OF_NAMES = 3  # the level of the standard table for names, places and terms
_ODD = 1.6  # nats a character by which text reads worse than modern text, as old novels do
_WORD = ratio_of(0.95)
MEANT = Evidence("quoted_form")

_Rest = tuple[str, RepairKind, str, float, tuple[Evidence, ...], tuple[Alternative, ...], Weighing]
"""A proposal without its span."""


class Forms:
    """Single forms; `FormWords` handles words that are not spelt character by character."""

    name = "forms"
    kinds = frozenset((RepairKind.SCRIPT, RepairKind.VARIANT))
    layer = Layer.PARAGRAPH
    may_concern = staticmethod(may_concern_forms)

    def applies(self, stretch: Stretch) -> bool:
        """Tell whether the forms of a stretch may be anything but what they are."""
        return stretch.kind.spun and stretch.has_forms

    def draft(self, stretch: Stretch) -> str:
        """Return the text of a stretch with all forms replaced that can mean only one thing.

        It has the same length. A damaged page has one for every fifth character, so they are not
        proposed one by one.
        """
        return draft_stretch(stretch)

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield what each form may stand for, where context must decide."""
        if not self.applies(stretch):
            return
        profile, kind = context.profile, stretch.kind
        bare, base = stretch.bare, stretch.bare_draft
        unsure = _find_unsure(bare, base)
        if not unsure:
            return
        glosses: dict[int, str] = {}
        if profile.glossed:
            parsed = stretch.glosses
            glosses = {at: one.raw for at, one in zip(parsed.ats, parsed.readings, strict=True)}
        shown = find_mentions(base)
        is_alone = not (profile.spun or profile.glossed)
        for at, plan in unsure:
            place = stretch.origin(at)
            word, wanted = form_words.find_word(base, at)
            if not word and base != bare:
                word, wanted = form_words.find_word(bare, at)
            if word and wanted != plan.form:
                yield propose_spelling(place, wanted, word)
                continue
            gloss = glosses.get(place, "")
            kept = word != "" or (not gloss and (at in shown or is_in_row(base, at)))
            rests = _list_rests(
                plan.form,
                gloss,
                kind.traditional,
                context.model,
                kept,
                _is_in_name(base, at, plan, context.model),
                context.usual.get(plan.form, ""),
                is_alone and measure_oddity(bare, base, at, context.model) > _ODD,
            )
            for rest in rests:
                yield Proposal(place, place + 1, *rest)


class FormWords:
    """Words that are not spelt character by character: 甚麼 is 什么, not 甚么."""

    name = "form_words"
    kinds = frozenset((RepairKind.SCRIPT,))
    layer = Layer.PARAGRAPH
    may_concern = staticmethod(may_concern_forms)

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the characters that have to differ."""
        if not stretch.has_forms:
            return
        kind = stretch.kind
        simple = not kind.spun and not kind.traditional
        meant = find_quotations(stretch.text) if simple else []
        for at, char, word in form_words.find_word_edits(stretch.bare, form_table().guess):
            place = stretch.origin(at)
            quoted = any(low <= place < high for low, high in meant)
            yield propose_spelling(place, char, word, meant=quoted)


def draft_stretch(stretch: Stretch) -> str:
    """Return the draft of a stretch, its glosses kept.

    It is that of the bare text: of 峯(feng)、峰 the text with glosses would replace a form that is
    proposed in the text without them, and both would be done.
    """
    glosses, bare = stretch.glosses, stretch.bare_draft
    if not glosses.starts:
        return bare
    starts = stretch.bare_starts
    pieces = [""] * (len(starts) + len(glosses.starts))
    pieces[::2] = map(bare.__getitem__, map(slice, starts, [*starts[1:], None]))
    pieces[1::2] = map(stretch.text.__getitem__, map(slice, glosses.starts, glosses.ends))
    return "".join(pieces)


def propose_spelling(
    at: int, wanted: str, word: str, *, meant: bool = False, shown: bool = False
) -> Proposal:
    """Return the proposal that `wanted` replaces the character at `at`, as `word` is spelt."""
    reasons = (Evidence("word", (word,)), *((MEANT,) if meant else ()))
    ratio = SHOWN if meant or shown else _WORD
    return Proposal(at, at + 1, wanted, RepairKind.SCRIPT, "script.word", ratio, reasons)


def list_certain_changes(text: str, draft: str) -> tuple[list[int], list[Change]]:
    """Return the offsets at which a text and its draft differ, and the change at each."""
    if text == draft:
        return [], []
    plans = form_table().plans
    places = list(compress(count(), map(ne, text, draft)))
    certain = {char: plans[char].certain for char in {text[at] for at in places}}
    changes = [certain[text[at]] for at in places]
    return places, [change for change in changes if change is not None]


def _find_unsure(bare: str, read: str) -> list[tuple[int, FormPlan]]:
    """Return (offset, plan) of each form in a text that needs context.

    `read` is the same text with all forms replaced that need none.
    """
    known, plans = known_forms(), form_table().plans
    found = [(one.start(), one[0]) for one in form_table().pattern.finditer(read)]
    kept = [(at, plans[form]) for at, form in found if bare[at] == form and form in known]
    return [(at, plan) for at, plan in kept if plan.options]


def _is_in_name(base: str, at: int, plan: FormPlan, model: CharacterModel) -> bool:
    lead = plan.options[0].text
    # The simplified form of the 勣 in 李勣 is of the third level, but in few fonts.
    rare = plan.level == _OF_NAMES or (plan.level == 0 and lead > "\uffff")
    return rare and ends_name(base, at, lead, model)


@lru_cache(20_000)
def _list_rests(
    form: str,
    gloss: str,
    traditional: bool,
    model: CharacterModel,
    kept: bool,
    named: bool,
    usual: str,
    odd: bool,
) -> tuple[_Rest, ...]:
    """Return the proposals for a form, without their span; cached, as the same few recur."""
    leave, *choices = form_choices(form, gloss, traditional, model, kept, named, usual, odd)
    rests: list[_Rest] = []
    for option, choice in zip(form_table().plans[form].options, choices, strict=True):
        reasons = [*option.evidence]
        if gloss and rate_gloss(option.text, gloss):
            reasons.append(Evidence("gloss_reading", (gloss, option.text)))
        reasons.append(Evidence("word", (option.text,)))
        reasons.append(Evidence("replaced_here", (form, option.text)))
        ratio = leave.cost - choice.cost
        rests.append(
            (
                option.text,
                option.kind,
                option.rule,
                ratio,
                tuple(reasons),
                (),
                Weighing.IN_CONTEXT,
            )
        )
    return tuple(rests)
