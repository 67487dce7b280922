"""What can be decided about a repair, and what the number keys choose. Pure functions, no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from reader.review.decisions import can_decide
from reader.text.align import Alternative
from reader.text.document import Repair

MOST_CHOICES = 5


def offered_alternatives(repair: Repair) -> Sequence[Alternative]:
    """Return the other texts that the card offers, the one for the key 1 first."""
    return repair.alternatives[:MOST_CHOICES]


def can_accept(repair: Repair) -> bool:
    """Tell if it is a proposal that can be applied."""
    return can_decide(repair) and not repair.applied and repair.before != repair.after


def can_reject(repair: Repair) -> bool:
    """Tell if the original could be put back, or a proposal put aside."""
    return can_decide(repair) and repair.before != repair.after


def alternative_for_key(shown: Sequence[Repair], current: Repair | None, key: str) -> str | None:
    """Return the text that a digit picks of the card that shows these repairs, None if none."""
    if current is None or not shown or shown[0].id != current.id or not can_decide(current):
        return None
    if len(key) != 1 or key not in "12345":
        return None
    others = offered_alternatives(current)
    number = int(key)
    return others[number - 1].text if number <= len(others) else None
