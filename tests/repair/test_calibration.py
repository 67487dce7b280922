"""Confidence and how often repairs are right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.repair.calibration import (
    limit_alternatives,
    probability_of,
    ratio_of,
    share_choices,
)
from reader.text.align import Alternative
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import Repair, state_of
from tests.damage.judging import judged, said_and_right
from tests.damage.sentences import SENTENCES


def test_a_margin_is_worth_less_than_it_seems():
    """Trigram costs overstate what they know: e to the 4th would be 98 %."""
    assert share_choices([0, 0]) == [0.5, 0.5]
    assert 0.8 < share_choices([0, 4])[0] < 0.9
    assert 0.92 < share_choices([0, 7])[0] < 0.98
    assert share_choices([0, 100])[0] == 0.99


@given(st.lists(st.floats(0, 60), min_size=1, max_size=8))
def test_choices_share_one(margins):
    shares = share_choices([0, *margins])
    assert sum(shares) <= 1 + 1e-9
    assert max(shares) == shares[0]


@given(st.floats(0.01, 0.99), st.lists(st.floats(0, 1), max_size=5))
def test_what_is_offered_is_never_likelier_than_what_is_shown(probability, others):
    listed = limit_alternatives(probability, [Alternative("x", one) for one in others])
    assert all(one.probability <= probability + 0.001 for one in listed)
    assert probability + sum(one.probability for one in listed) <= 1 + 0.001 * (len(listed) + 1)


@pytest.mark.parametrize("probability", [0.0, 0.1, 0.4, 0.5, 0.85, 0.95, 0.99, 1.0])
def test_a_ratio_says_what_the_probability_said(probability):
    assert probability_of(ratio_of(probability)) == probability


def test_repairs_are_right_as_often_as_they_say():
    """Few are unsure in so few sentences; `tests.bench calibration` has enough of every sort."""
    texts = ["\n".join(SENTENCES[at : at + 4]) for at in range(0, 40, 4)]
    found = list(judged(texts, ("variants", "traditional")))
    assert len(found) > 200
    said, right = said_and_right(found)
    assert abs(right - said) < 0.05
    assert all(right for confidence, right in found if confidence >= 0.99)


def test_five_states_come_from_one_function():
    applied = make_repair(applied=True)
    assert state_of(applied._replace(confidence=0.96)) is RepairState.CERTAIN
    assert state_of(applied._replace(confidence=0.8)) is RepairState.UNSURE
    assert state_of(applied._replace(confidence=0.55)) is RepairState.UNDECIDED
    assert state_of(make_repair(applied=False)) is RepairState.UNDECIDED
    assert state_of(make_repair(applied=False, rule="encoding.lost")) is RepairState.LOST
    by_a_rule = applied._replace(kind=RepairKind.MANUAL, confidence=1.0)
    assert state_of(by_a_rule) is RepairState.CERTAIN
    by_hand = (Evidence("by_hand", ("和",)),)
    assert state_of(applied._replace(evidence=by_hand)) is RepairState.BY_HAND


def make_repair(*, applied, rule="variant.table"):
    return Repair(0, RepairKind.VARIANT, 0, 1, 0, 1, "咊", "和", rule, 0.97, (), (), applied)
