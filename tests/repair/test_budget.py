"""Searching in vain is limited, and a success refunds it."""

from __future__ import annotations

from reader.repair.budget import SearchBudget


def test_a_document_that_was_read_in_vain_gets_no_more():
    budget = SearchBudget()
    allowed = budget.allowance(0)
    budget.spend(allowed)
    assert allowed > 0
    assert budget.allowance(10) == 0


def test_much_text_without_trouble_gives_it_back():
    budget = SearchBudget()
    budget.spend(budget.allowance(0))
    assert budget.allowance(100_000) > 0


def test_success_gives_it_back():
    budget = SearchBudget()
    allowed = budget.allowance(0)
    budget.spend(allowed)
    budget.spend(-allowed)
    assert budget.allowance(20) == allowed
