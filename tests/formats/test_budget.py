"""Reading a file ends, whatever is in it."""

import pytest

from reader.formats import budget
from reader.formats.budget import Budget
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
