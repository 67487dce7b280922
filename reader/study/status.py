"""How well a learner knows a word."""

from __future__ import annotations

from enum import Enum


class WordStatus(Enum):
    """What the learner said of a word; the value is a stable id used in files.

    A word of which nothing was said is new.
    """

    NEW = "new"
    LEARNING_1 = "learning-1"
    LEARNING_2 = "learning-2"
    LEARNING_3 = "learning-3"
    LEARNING_4 = "learning-4"
    KNOWN = "known"
    IGNORED = "ignored"  # not to be learned: names, foreign words, what one does not care for

    @classmethod
    def learning(cls, step: int) -> WordStatus:
        """Return the status of a step of learning, 1 to 4. Raises ValueError for others."""
        return cls(f"learning-{step}")

    @property
    def step(self) -> int:
        """The step of learning, 1 to 4; 0 for the others."""
        return int(self.value[-1]) if self.is_learning else 0

    @property
    def is_learning(self) -> bool:
        """Whether it is one of the four steps of learning."""
        return self.value.startswith("learning")

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing more to learn: known or ignored."""
        return self in (WordStatus.KNOWN, WordStatus.IGNORED)
