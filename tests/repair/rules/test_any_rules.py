"""Whatever rules are and whatever the text: nothing is lost, and what is pinned stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.known import SWITCHES
from reader.repair.rules.model import Digits, Level, Rules, RuleSet
from reader.review.decisions import apply_decisions, decision_for
from reader.review.frozen import freeze, thaw
from tests.repair.rules.test_user_rules import CLEAN, HONEST, MISREAD, RESIDUE, SLIP, SPUN

TEXTS = [
    SPUN,
    HONEST,
    SLIP,
    RESIDUE,
    CLEAN,
    MISREAD,
    "確?！笆奈濉币巹，動(dòng)(dong)。",
    "鼠侗欸羲爛僅馱釬",
]


@st.composite
def texts_and_rules(draw):
    """A text, and rules about parts of it, cut anywhere, some of them about each other."""
    text = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map("\n".join))
    levels = {}
    for level in draw(st.sets(st.sampled_from(Level), min_size=1)):
        rules = Rules(
            quotes=draw(st.sampled_from(["", "“”", "「」"])),
            digits=draw(st.sampled_from([None, Digits.HALF_WIDTH])),
        )
        for _ in range(draw(st.integers(1, 5))):
            start = draw(st.integers(0, len(text) - 1))
            part = text[start : start + draw(st.integers(1, 8))].split("\n")[0]
            around = text[max(0, start - 2) : start + 10].split("\n")[0]
            context = around if part in around and draw(st.booleans()) else ""
            if not part:
                continue
            after = draw(st.sampled_from(["", "某", part[:-1], f"{part}{part}"]))
            plain = restore(part).text
            change = draw(st.integers(0, 3))
            if change == 0 and after != part:
                rules = rules.add_pair(part, after, context)
            elif change == 1 and plain != part:
                rules = rules.add_exception(part, plain, context)
            elif change == 2:
                rules = rules.protect(part)
            else:
                rules = rules.switch_off(draw(st.sampled_from(sorted(SWITCHES))))
        levels[level] = rules
    return text, RuleSet(levels)


@settings(deadline=None)
@given(texts_and_rules())
def test_nothing_is_lost_by_any_rules(example):
    text, rules = example
    document = restore(text, mechanisms=apply_rules(rules))
    assert document.rebuild_source() == text
    assert thaw(freeze(document), text, document.origin).text == document.text
    for repair in document.repairs:
        if repair.applied:
            span = repair.clean_start, repair.clean_end
            assert document.text[slice(*span)] == repair.after
    decisions = [decision_for(repair, repair.before) for repair in document.repairs]
    apply_decisions(document, decisions)


@settings(deadline=None)
@given(st.sampled_from([SPUN, HONEST, CLEAN, SLIP]), st.data())
def test_what_is_protected_stands_in_the_clean_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : start + data.draw(st.integers(1, 6))]
    if "(" in part or ")" in part:
        return
    document = restore(text, mechanisms=apply_rules(RuleSet({Level.USER: Rules().protect(part)})))
    # A part of a gloss is no text; all other places have it still.
    inside = sum(
        part in one.before for one in restore(text).repairs if one.rule.startswith("gloss")
    )
    assert document.text.count(part) >= text.count(part) - inside
