"""What is said of a repair, put into words once for all places where the same was done.

A damaged megabyte has half a million repairs, and ten thousand different ones: the same character
became the same for the same reasons. What depends on where one stands is none of this.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from reader.review.outcomes import NO_OUTCOMES, Outcome, Outcomes, outcome_of
from reader.text.document import Repair
from reader.text.repair import is_decided

_Made = TypeVar("_Made")


class Alike(Generic[_Made]):
    """Makes something of repairs by a function that looks at no offset and no id.

    It is given how the repair was decided by hand, too, which each such place has for itself.
    """

    def __init__(
        self, make: Callable[[Repair, Outcome | None], _Made], outcomes: Outcomes = NO_OUTCOMES
    ) -> None:
        self._make = make
        self._outcomes = outcomes
        self._known: dict[tuple[object, ...], _Made] = {}

    def of(self, repair: Repair) -> _Made:
        """Return what is made of a repair."""
        alike = repair[1], *repair[6:]
        found = self._known.get(alike)
        if found is None:
            if is_decided(repair):
                return self._make(repair, outcome_of(repair, self._outcomes))
            found = self._known[alike] = self._make(repair, None)
        return found
