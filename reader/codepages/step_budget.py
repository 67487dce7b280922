"""How much the searches in a text may take: noise must not take seconds."""

from __future__ import annotations

from math import inf


class StepsSpentError(Exception):
    """A search would take too many steps; what was found so far is only a part, and not used."""


class StepBudget:
    """Counts the steps of the searches in a text, and what is not searched once they are used up.

    A step is a character weighed at one place, well under a microsecond. Steps are counted and no
    seconds, so that a text is read alike on every machine.
    """

    __slots__ = ("left", "refused", "taken")

    def __init__(self, most: float = inf) -> None:
        """`most` is how many steps may be taken."""
        self.left = most
        self.taken = 0
        self.refused = 0  # stretches that were not searched, or not to their end

    def spend(self, steps: int) -> None:
        """Count what a search took."""
        self.left -= steps
        self.taken += steps

    def demand(self) -> None:
        """Raise StepsSpentError if nothing is left."""
        if self.left <= 0:
            raise StepsSpentError
