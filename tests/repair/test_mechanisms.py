"""Mechanisms can be left out, added, and tried on one paragraph."""

import re

import pytest

from reader import MECHANISMS, RepairKind, restore
from reader.repair.calibration import ratio_of
from reader.repair.mechanism import Layer
from reader.repair.proposal import Proposal
from tests.repair.test_variants import PLAIN

DAMAGED = "推動(dòng)建(jian)立(li)和&nbsp;諧(xie)的劳动关系,確?！笆奈濉币巹。"


def leave_out(*names: str):
    return [one for one in MECHANISMS if one.name not in names]


class Stars:
    """Somebody's own rule: a row of stars is no text."""

    name = "stars"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PARAGRAPH

    def propose(self, stretch, context):
        for found in re.finditer(r"\*{2,}", stretch.text):
            yield Proposal(*found.span(), "", RepairKind.DEBRIS, "user.stars", ratio_of(0.9))


def test_every_mechanism_has_a_name_of_its_own_and_says_what_it_repairs():
    assert len({one.name for one in MECHANISMS}) == len(MECHANISMS)
    assert all(one.kinds for one in MECHANISMS)


@pytest.mark.parametrize("one", MECHANISMS, ids=lambda one: one.name)
def test_any_mechanism_can_be_left_out(one):
    document = restore(DAMAGED, mechanisms=leave_out(one.name))
    assert document.rebuild_source() == DAMAGED


def test_what_is_left_out_repairs_nothing():
    assert "(dòng)" in restore(DAMAGED, mechanisms=leave_out("glosses")).text
    assert "動" in restore(DAMAGED, mechanisms=leave_out("forms")).text
    assert "&nbsp" in restore(DAMAGED, mechanisms=leave_out("entities")).text
    assert restore(DAMAGED, mechanisms=()).text == DAMAGED
    assert not restore(DAMAGED, mechanisms=()).repairs


def test_a_mechanism_of_ones_own_repairs_like_any_other():
    document = restore(PLAIN + "****" + DAMAGED, mechanisms=(*MECHANISMS, Stars()))
    (stars,) = [one for one in document.repairs if one.rule == "user.stars"]
    assert (stars.before, stars.after, stars.applied) == ("****", "", True)
    assert stars.confidence == pytest.approx(0.9)
    assert "*" not in document.text


class QuickStars(Stars):
    """The same, if it can tell that a text has no star."""

    def __init__(self):
        self.asked = []

    def may_concern(self, text, context):
        return "**" in text

    def propose(self, stretch, context):
        self.asked.append(stretch.text)
        yield from super().propose(stretch, context)


def test_a_mechanism_that_can_tell_is_asked_only_about_paragraphs_that_may_concern_it():
    stars, text = QuickStars(), "\n".join((PLAIN, f"{PLAIN}****", PLAIN))
    document = restore(text, mechanisms=(*MECHANISMS, stars))
    assert stars.asked == [f"{PLAIN}****"]
    assert document.text == "\n".join((PLAIN,) * 3)
    assert document.rebuild_source() == text


def test_a_mechanism_that_cannot_tell_is_asked_about_all():
    document = restore(f"{PLAIN}\n****\n{PLAIN}", mechanisms=(*MECHANISMS, Stars()))
    assert document.text == f"{PLAIN}\n\n{PLAIN}"


def test_a_mechanism_sees_a_text_without_its_glosses_parsed_once():
    seen = []

    class Watching(Stars):
        def propose(self, stretch, context):
            seen.append((stretch.bare, [stretch.origin(at) for at in range(len(stretch.bare))]))
            return ()

    restore("推動(dòng)建(jian)立", mechanisms=[Watching()])
    assert seen == [("推動建立", [0, 1, 8, 15])]
