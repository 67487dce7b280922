"""Decides what an unsure form stands for in a whole document.

A spinner uses a fixed list, so a rare form stands for the same character throughout: where 前耑 is
clearly 前端, 手机耑 is not 手机专. Traditional forms do not vote: 乾 is 干 here and 乾 there.
"""

from __future__ import annotations

from collections import defaultdict

from reader.language.forms import form_table
from reader.repair.decide import Ballot

_MOST = 15.0  # nats that one place may hold against a character


class Votes:
    """Adds up for each form by how many nats each character is worse than the best one."""

    def __init__(self) -> None:
        self._against: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._winners: dict[str, set[str]] = defaultdict(set)

    def count(self, ballot: Ballot) -> None:
        """Add what one place says."""
        options = form_table().plans[ballot.form].options
        if not options or options[0].tier == "script":  # U+2F8C2, which Unicode itself takes for 㨮
            return
        self._winners[ballot.form].add(ballot.chosen)
        against = self._against[ballot.form]
        for text, margin in ballot.margins:
            against[text] += min(margin, _MOST)

    def settle(self) -> dict[str, str]:
        """Return form -> character for each form that was decided in more than one way."""
        return {
            form: min(self._against[form], key=self._against[form].__getitem__)
            for form, texts in self._winners.items()
            if len(texts) > 1
        }
