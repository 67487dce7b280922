"""Reading a file ends, whatever is in it."""

import pytest

from reader.formats import budget
from reader.formats.budget import Budget, packed_steps
from reader.text.errors import TakesTooLong, TooMuchInside


def test_steps_end():
    spent = Budget("a.docx", steps=5000)
    for _ in range(5000):
        spent.spend()
    with pytest.raises(TooMuchInside, match=r"a\.docx"):
        spent.spend(2000)


def test_time_ends(monkeypatch):
    spent = Budget("a.docx", seconds=3.0)
    spent.spend(2000)
    now = budget.time.monotonic()
    monkeypatch.setattr(budget.time, "monotonic", lambda: now + 4)
    with pytest.raises(TakesTooLong, match="3 seconds"):
        spent.spend(2000)


def test_a_small_archive_may_take_fewer_steps_than_a_large_one():
    small, large = packed_steps(5_000, 20_000_000), packed_steps(3_000_000, 20_000_000)
    assert 1_000_000 < small < 2_000_000 < 12_000_000 < large < 20_000_000
    assert packed_steps(10**9, 5_000_000) == 5_000_000
