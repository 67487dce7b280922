"""Searches that would take too long are given up; what is nonsense is told soon."""

from math import inf
from random import Random

import pytest

from reader.codepages.beam import MissingBytes, Search, best_path
from reader.codepages.encoding import encoding_of, numbers_of
from reader.codepages.gap import is_nonsense, sides_of
from reader.codepages.interpretation import western_costs
from reader.codepages.plausible import is_hopeless
from reader.codepages.step_budget import StepBudget
from reader.codepages.views import items_of, view_of
from reader.language.ngram import character_model
from tests.damage.encodings import lose_bytes, misread
from tests.damage.everyday import TEXTS
from tests.damage.noise import hanzi_noise

TEXT = "".join(TEXTS[:3])


def search(text, budget):
    view = view_of("Windows-1252")
    items = items_of(view.list_bytes(text))
    asked = Search(encoding_of("gb18030"), view.name, MissingBytes(), view.limits("gb18030"))
    return best_path(items, asked, numbers_of(text, character_model()), western_costs(text), budget)


def test_a_search_counts_its_steps():
    budget = StepBudget()
    path = search(misread(TEXT, "gbk", "latin-1"), budget)
    assert "".join(step.char or "" for step in path.steps) == TEXT
    assert budget.taken > len(TEXT)
    assert budget.left == inf


def test_half_a_search_has_no_result():
    shown = lose_bytes(misread(TEXT, "gbk", "latin-1"), Random(1))
    whole = StepBudget()
    assert search(shown, whole) is not None
    budget = StepBudget(whole.taken // 2)
    assert search(shown, budget) is None
    assert budget.left <= 0


@pytest.mark.parametrize("codec", ["gb18030", "cp950", "utf-8"])
def test_hanzi_at_random_are_nonsense_in_any_encoding(codec):
    for name in ("GBK", "Big5"):
        view = view_of(name)
        values = items_of(view.list_bytes(hanzi_noise(200))).values
        assert is_hopeless(values, codec) or name.startswith(encoding_of(codec).name)


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_chinese_is_none(codec):
    assert not is_hopeless(list(TEXT.encode(codec)), codec)


def test_nothing_tells_what_stood_between_hanzi_at_random():
    model = character_model()
    assert is_nonsense(sides_of("鼠侗欸", "羲爛僅", model), model)
    assert not is_nonsense(sides_of("和谐劳动关", "的协调", model), model)
