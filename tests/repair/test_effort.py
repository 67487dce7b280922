"""What may be read in vain is limited, and success gives it back."""

from __future__ import annotations

from reader.repair.effort import Effort


def effort() -> Effort:
    return Effort(lambda: None)


def test_a_document_that_was_read_in_vain_gets_no_more():
    one = effort()
    allowed = one.granted(0)
    one.spend(0, allowed)
    assert allowed > 0
    assert one.granted(10) == 0


def test_much_text_without_trouble_gives_it_back():
    one = effort()
    one.spend(0, one.granted(0))
    assert one.granted(100_000) > 0


def test_success_gives_it_back():
    one = effort()
    allowed = one.granted(0)
    one.spend(0, allowed)
    one.spend(10, -allowed)
    assert one.granted(20) == allowed


def test_a_paragraph_that_is_restored_again_gets_what_it_got():
    one = effort()
    allowed = one.granted(50)
    one.spend(50, 150)
    assert one.granted(60) < allowed
    assert one.granted(50) == allowed
