"""What may be read in vain is limited, and success gives it back."""

from __future__ import annotations

from reader.repair.effort import Effort


def test_a_document_that_was_read_in_vain_gets_no_more():
    effort = Effort()
    allowed = effort.allowance(0)
    effort.spend(allowed)
    assert allowed > 0
    assert effort.allowance(10) == 0


def test_much_text_without_trouble_gives_it_back():
    effort = Effort()
    effort.spend(effort.allowance(0))
    assert effort.allowance(100_000) > 0


def test_success_gives_it_back():
    effort = Effort()
    allowed = effort.allowance(0)
    effort.spend(allowed)
    effort.spend(-allowed)
    assert effort.allowance(20) == allowed
