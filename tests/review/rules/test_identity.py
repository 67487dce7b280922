"""A journal tells by which rules its document was restored."""

import pytest

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import NO_RULES, Level, Rules, RuleSet
from reader.review.decisions import decision_for
from reader.review.engine import rules_of, this_engine, with_rules
from reader.review.finding import find_journals
from reader.review.history import How
from reader.review.review import Review
from reader.text.document import Origin

SOURCE = "推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)。"
KEPT = RuleSet({Level.USER: Rules().protect("咊")})


def open_review(path, rules):
    found = find_journals(path, SOURCE, path.parent / "data")
    thawed = found.thaw(SOURCE, Origin())
    base = thawed or restore(SOURCE, mechanisms=apply_rules(rules))
    return Review(base, found, thawed=thawed is not None, rules=rules)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(SOURCE, "utf-8")
    return path


def decide(review):
    first = review.base.repairs[0]
    review.decide([decision_for(first, "试")], How.TYPED)
    review.tidy()


def test_frozen_repairs_hold_whatever_rules_hold_later(page):
    decide(open_review(page, NO_RULES))
    again = open_review(page, NO_RULES)
    assert not again.is_outdated
    assert not again.has_other_rules
    later = open_review(page, KEPT)
    assert later.document.text == "推试劳动关系和谐。"
    assert later.is_outdated
    assert later.has_other_rules


def test_what_was_restored_by_rules_says_so(page):
    decide(open_review(page, KEPT))
    assert not open_review(page, KEPT).is_outdated
    moved = RuleSet({Level.USER: Rules().protect("咊")}, {Level.USER: "other.toml"})
    assert not open_review(page, moved).is_outdated
    assert open_review(page, NO_RULES).has_other_rules
    assert open_review(page, NO_RULES).document.text == "推试劳动关系咊谐。"


def test_other_rules_are_taken_up_and_written_down(page):
    decide(open_review(page, NO_RULES))
    review = open_review(page, NO_RULES)
    review.adopt(restore(SOURCE, mechanisms=apply_rules(KEPT)), KEPT)
    assert review.document.text == "推试劳动关系咊谐。"
    assert not review.is_outdated
    review.tidy()
    again = open_review(page, KEPT)
    assert again.is_thawed
    assert not again.is_outdated
    assert again.document.text == "推试劳动关系咊谐。"


def test_rules_that_differ_in_nothing_are_confirmed(page):
    decide(open_review(page, NO_RULES))
    other = RuleSet({Level.USER: Rules().protect("无此词")})
    review = open_review(page, other)
    assert review.has_other_rules
    review.confirm()
    review.tidy()
    assert not open_review(page, other).is_outdated


def test_the_identity_of_an_engine_names_its_rules():
    assert with_rules(this_engine(), "") == this_engine()
    assert rules_of(this_engine()) == ""
    assert rules_of(with_rules(this_engine(), KEPT.fingerprint)) == KEPT.fingerprint
    assert KEPT.fingerprint
    assert RuleSet({Level.USER: Rules()}).fingerprint == ""
    assert RuleSet({Level.DOCUMENT: Rules().protect("咊")}).fingerprint != KEPT.fingerprint
