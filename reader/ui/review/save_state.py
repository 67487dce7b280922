"""How far what was decided is saved."""

from __future__ import annotations

from enum import Enum, auto


class SaveState(Enum):
    """How far what was decided is saved."""

    NOTHING = auto()  # nothing was ever decided
    ALL = auto()
    SAVING = auto()
    FAILED = auto()
    READ_ONLY = auto()  # another window decides
