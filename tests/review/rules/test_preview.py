"""A preview tells what a change of rules would change, and only looks where it can."""

import pytest

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import NO_RULES, Digits, Level, Rules, RuleSet
from reader.review.decisions import apply_decisions, decision_for
from reader.review.differences import find_differences
from reader.review.rules.preview import RulePreview, preview
from tests.repair.rules.test_user_rules import BY_RULES, CLEAN, HONEST, RESIDUE, SLIP, SPUN

PAGE = "\n".join((SPUN, HONEST, SLIP, RESIDUE, CLEAN, SPUN, "他说：“好。”自２０２４年。"))
RULES = Rules()


def in_force(rules):
    return RuleSet({Level.USER: rules})


def look(rules, text=PAGE, before=NO_RULES):
    document = restore(text, mechanisms=apply_rules(before))
    return preview(document, before, in_force(rules))


def test_a_pair_is_shown_once_with_the_number_of_its_places():
    ((change,), kept) = look(RULES.add_exception("咊", "和"))
    assert kept == 0
    assert (change.before, change.now, change.then, change.times) == ("咊", "和", "咊", 3)
    assert PAGE[change.start : change.end] == "咊"
    assert PAGE[: change.start].endswith(change.left)
    assert PAGE[change.end :].startswith(change.right)


@pytest.mark.parametrize(
    "rules",
    [
        *dict.fromkeys(rules for _, rules, _, _ in BY_RULES),
        RULES.switch_off("script"),
        RULES.switch_off("gloss.removed"),
        Rules(quotes="「」", digits=Digits.HALF_WIDTH),
    ],
    ids=lambda rules: str(rules)[:40],
)
def test_it_shows_what_restoring_all_would_change(rules):
    old = restore(PAGE)
    new = restore(PAGE, mechanisms=apply_rules(in_force(rules)))
    wanted = {one[2:] for one in find_differences(old, new)}
    found = preview(old, NO_RULES, in_force(rules))
    assert {(one.before, one.now, one.then) for one in found.changes} == wanted
    assert sum(one.times for one in found.changes) == len(find_differences(old, new))
    back = preview(new, in_force(rules), NO_RULES)
    assert {(one.before, one.then, one.now) for one in back.changes} == wanted


def test_rules_that_say_the_same_change_nothing():
    assert look(RULES) == RulePreview()
    rules = in_force(RULES.protect("咊"))
    assert look(RULES.protect("咊"), before=rules) == RulePreview()


def test_what_was_decided_by_hand_stays_and_is_counted_apart():
    document = restore(PAGE)
    first, second, third = [one for one in document.repairs if one.before == "咊"]
    kept, typed = decision_for(first, "咊"), decision_for(second, "龢")
    rules = in_force(RULES.add_pair("咊", "與"))
    ((change,), count) = preview(document, NO_RULES, rules, [kept, typed])
    assert (change.start, change.now, change.then) == (third.source_start, "和", "與")
    assert (change.times, count) == (1, 2)
    every = [kept, typed, decision_for(third, "和")]
    assert preview(document, NO_RULES, rules, every) == RulePreview(kept=3)


def test_it_shows_what_stands_in_the_document_as_it_is_decided():
    document = restore(PAGE)
    slips = [decision_for(one, "试") for one in document.repairs if one.before == "諧"]
    rules = in_force(RULES.add_pair("咊", "與"))
    found = preview(document, NO_RULES, rules, slips)
    now = apply_decisions(document, slips)
    then = apply_decisions(restore(PAGE, mechanisms=apply_rules(rules)), slips)
    assert sum(one.times for one in found.changes) == len(find_differences(now, then))


def test_it_can_be_cancelled_and_tells_how_far_it_is():
    told = []
    document = restore(PAGE)
    preview(
        document,
        NO_RULES,
        in_force(RULES.switch_off("forms")),
        progress=lambda done, total: told.append(done / total),
    )
    assert told == sorted(told)
    assert told[-1] == 1

    def stop(_done, _total):
        raise KeyError

    with pytest.raises(KeyError):
        preview(document, NO_RULES, in_force(RULES.switch_off("forms")), progress=stop)
