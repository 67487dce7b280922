"""The kinds of damage that a repair can undo, and how a repair can stand."""

from __future__ import annotations

from enum import Enum


class RepairKind(Enum):
    """What sort of damage was there; the value is a stable id used in files."""

    __hash__ = object.__hash__  # each is one object; that of Enum is a Python function

    GLOSS = "gloss"
    SLIP = "slip"
    VARIANT = "variant"
    SCRIPT = "script"
    PUNCTUATION = "punctuation"
    ENCODING = "encoding"
    DEBRIS = "debris"
    MANUAL = "manual"

    number: int
    """Which of them it is, from 0."""

    def __init__(self, _value: str) -> None:
        """Count the kinds, in their order."""
        self.number = len(type(self).__members__)


class RepairState(Enum):
    """How a place stands: what is sure, what a reader should look at, and what a user decided."""

    __hash__ = object.__hash__  # each is one object; that of Enum is a Python function

    LOST = "lost"  # bytes are gone, nothing was written
    CERTAIN = "certain"
    UNSURE = "unsure"
    UNDECIDED = "undecided"
    BY_HAND = "by hand"
