"""How sure a clause of a run is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.codepages.clauses import Clause
from reader.repair.calibration import probability_of_clause

NATS = st.floats(0.5, 15)
MARGINS = st.floats(0, 20)


def probability(clause: Clause, nats: float, *, by_network: bool = False) -> float:
    return probability_of_clause(clause, nats, 60.0, by_network=by_network)


def make_clause(margin: float, *, others: int = 1) -> Clause:
    return Clause(0, 4, "劳动关系", margin, (), others * math.exp(-margin))


@given(NATS, MARGINS)
def test_it_is_a_probability_and_never_certain(nats, margin):
    assert 0 <= probability(make_clause(margin), nats) < 1


@given(NATS, MARGINS, st.floats(0.1, 5))
def test_what_beats_the_others_by_more_is_surer(nats, margin, more):
    assert probability(make_clause(margin + more), nats) >= probability(make_clause(margin), nats)


@pytest.mark.parametrize("nats", [2, 5])
def test_many_readings_and_rare_words_make_it_less_sure(nats):
    sure = probability(make_clause(3), nats)
    assert probability(make_clause(3, others=6), nats) < sure
    assert probability(make_clause(3), nats + 3) < sure


def test_a_tie_in_odd_text_is_only_proposed():
    assert probability(make_clause(0.1, others=3), 6) < 0.5


def test_a_piece_without_another_reading_is_all_but_sure():
    assert probability(Clause(0, 4, "劳动关系", 20.0, ()), 2) > 0.98
