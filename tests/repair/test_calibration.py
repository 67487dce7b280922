"""Confidence and how often repairs are right."""

import pytest

from reader.repair.calibration import probability_in_context, probability_of, ratio_of
from tests.damage.judging import judged, said_and_right
from tests.damage.sentences import SENTENCES


def test_a_margin_is_worth_less_than_it_seems():
    """Trigram costs overstate what they know: e to the 4th would be 98 %."""
    assert probability_in_context(0) == 0.5
    assert 0.8 < probability_in_context(4) < 0.9
    assert 0.92 < probability_in_context(7) < 0.98
    assert probability_in_context(100) == 0.99


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
