"""Costs for many characters after one context equal those asked for one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.ngram import character_model
from reader.language.ngram_context import RankedCharacters

TEXT = "\n各级人民政府应当加强环境保护，他说：“劳动合同法第二十三条”。邶钇A7"
IDS = st.sampled_from(character_model().ids(TEXT))


@given(IDS, IDS, IDS, IDS)
@settings(deadline=None)
def test_a_cost_is_that_of_a_single_question(first, second, third, number):
    model = character_model()
    cost = model.contexts.following(first, second, third).cost(number)
    assert cost == pytest.approx(model.cost4(first, second, third, number))


@given(IDS, IDS, IDS, st.frozensets(IDS), st.floats(0, 25))
@settings(deadline=None)
def test_only_what_is_cheap_enough_comes_and_all_of_it(first, second, third, numbers, allowance):
    contexts = character_model().contexts
    following = contexts.following(first, second, third)
    found = list(following.below(RankedCharacters(contexts, third, numbers), allowance))
    for cost, number in found:
        assert cost == pytest.approx(following.cost(number))
    near = {number for number in numbers if abs(following.cost(number) - allowance) < 1e-6}
    cheap = {number for number in numbers if following.cost(number) < allowance}
    assert {number for _, number in found} | near == cheap | near
    assert len({number for _, number in found}) == len(found)
