"""The mechanisms that restore a text by the rules of the user."""

from __future__ import annotations

from collections.abc import Sequence

from reader.repair.mechanism import Mechanism
from reader.repair.registry import MECHANISMS
from reader.repair.rules.model import Digits, RuleSet
from reader.repair.rules.style import DigitStyle, QuotationStyle
from reader.repair.rules.user_rules import KeptInPage, UserRules


def apply_rules(
    rules: RuleSet, mechanisms: Sequence[Mechanism] = MECHANISMS
) -> tuple[Mechanism, ...]:
    """Return the mechanisms to restore a text with, for `restore(text, mechanisms=...)`.

    Without rules they are those that were given, so that nothing becomes slower or different.
    """
    if not rules:
        return tuple(mechanisms)
    off = rules.switched_off
    chosen: list[Mechanism] = [one for one in mechanisms if one.name not in off]
    # Before what looks for residue, as what is pinned there must stay.
    chosen.insert(0, KeptInPage(rules))
    chosen.append(UserRules(rules))
    if rules.quotes:
        chosen.append(QuotationStyle(rules.quotes))
    if rules.digits is Digits.HALF_WIDTH:
        chosen.append(DigitStyle())
    return tuple(chosen)
