"""What an unsure form is read as in the whole of a document.

A spinner replaces by a fixed list, so a rare form stands for one character throughout: where 前耑
is clearly 前端, 手机耑 is no 手机专. Traditional forms take no part: 乾 is 干 here and 乾 there.
"""

from __future__ import annotations

from collections import defaultdict

from reader.language.forms import Plan
from reader.repair.decoder import Verdict

_MOST = 15.0  # nats that one place may count against a reading


class Votes:
    """Adds up, form by form, how much worse each reading is than the best one."""

    def __init__(self) -> None:
        self._against: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._winners: dict[str, set[str]] = defaultdict(set)
        self._usual: dict[str, str] = {}

    def note(self, plan: Plan, verdict: Verdict) -> None:
        """Count the verdict of one place."""
        if plan.options[0].tier == "script":
            return
        texts = (plan.form, *(option.text for option in plan.options))
        self._winners[plan.form].add(texts[verdict.chosen])
        against = self._against[plan.form]
        for text, margin in zip(texts, verdict.margins, strict=True):
            against[text] += min(margin, _MOST)

    def settle(self) -> frozenset[str]:
        """Decide what is usual; return the forms that were read in more than one way."""
        divided = frozenset(form for form, texts in self._winners.items() if len(texts) > 1)
        self._usual = {
            form: min(self._against[form], key=self._against[form].__getitem__) for form in divided
        }
        return divided

    def usual(self, form: str) -> str:
        """Return what the form is read as elsewhere; empty while that is open or undisputed."""
        return self._usual.get(form, "")
