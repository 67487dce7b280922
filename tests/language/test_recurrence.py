"""What occurs elsewhere in the document is likelier there than in other documents."""

from __future__ import annotations

import pytest

from reader.language.ngram import character_model
from reader.language.ngram_context import RankedCharacters
from reader.language.recurrence import Recurrence

TEXT = "海菊蛤生活在海里。海菊蛤是贝类，渔民也吃海菊蛤。\n"
NUMBERS = "菊蛤里洋的，"


@pytest.fixture
def recurrence():
    return Recurrence(TEXT, character_model())


def ids(text: str) -> list[int]:
    return character_model().ids(text)


def test_a_name_of_the_document_costs_less_than_by_the_model(recurrence):
    first, second, third, number = ids("吃海菊蛤")
    assert recurrence.cost(first, second, third, number) < (
        character_model().cost4(first, second, third, number) - 1
    )


def test_what_the_document_does_not_hold_costs_what_it_costs(recurrence):
    numbers = ids("劳动合同")
    assert recurrence.cost(*numbers) == character_model().cost4(*numbers)


def test_what_stands_behind_a_break_does_not_count():
    damaged = Recurrence("前面?海菊蛤海菊蛤海菊蛤\n", character_model())
    numbers = ids("吃海菊蛤")
    assert damaged.cost(*numbers) == character_model().cost4(*numbers)


def test_all_ways_to_ask_agree(recurrence):
    first, second, third = ids("，吃海")
    costs = recurrence.following(first, second, third)
    numbers = ids(NUMBERS)
    for number in numbers:
        assert costs(number) == pytest.approx(recurrence.cost(first, second, third, number))
    ranked = RankedCharacters(character_model().contexts, third, numbers)
    allowance = sorted(map(costs, numbers))[3] + 1e-6
    found = {number: cost for cost, number in costs.below(ranked, allowance)}
    assert found == pytest.approx({n: costs(n) for n in numbers if costs(n) < allowance})
