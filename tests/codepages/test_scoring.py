"""What the next character of a path costs."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.codepages.scoring import Mixture
from reader.language.ngram_file import UNKNOWN

NATS = st.floats(0, 30)


class Plain:
    """Costs of two characters by the n-grams: one and two nats."""

    def __call__(self, number):
        return self.costs([number])[0]

    def costs(self, numbers):
        return [float(number) for number in numbers]

    def below(self, ranked, allowance):
        return ((float(number), number) for number in (5, 6) if number < allowance)


class Branch:
    def __init__(self, *nats):
        self.nats = np.array(nats)


class Ranked:
    numbers = frozenset({5, 6})


def mixed(*nats, known=range(7)):
    """Mix the costs of `Plain` with those of a network whose ids are the same."""
    return Mixture(Plain(), Branch(*nats), list(known), np.arange(7))


@given(NATS)
def test_a_mixture_lies_between_its_halves_and_ln_2(nats):
    mixture = mixed(*[nats] * 7)
    for number in (5, 6):
        cost = mixture(number)
        low, high = sorted((float(number), nats))
        assert low - 1e-9 <= cost <= min(high, low + math.log(2)) + 1e-9


def test_what_the_network_has_not_met_costs_what_the_ngrams_say():
    mixture = mixed(*[0.5] * 7, known=[UNKNOWN] * 7)
    assert mixture.costs([5, 6]) == [5.0, 6.0]


def test_what_is_dear_for_both_is_left_out():
    mixture = mixed(*[9.0] * 7)
    assert list(mixture.below(Ranked, 5.0)) == []
    assert [number for _, number in mixture.below(Ranked, 6.0)] == [5]


def test_what_the_network_alone_expects_is_found():
    mixture = mixed(*[9.0] * 6, 0.5)
    assert [number for _, number in mixture.below(Ranked, 2.0)] == [6]
