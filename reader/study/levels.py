"""The lists of HSK levels that a learner can go by."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.study.dictionary.entry import Levels


class LevelList(Enum):
    """A list of HSK levels; the value is a stable id used in files and on the command line."""

    HSK2 = "hsk2"  # of 2010, six levels
    HSK2021 = "hsk2021"  # of 2021, nine levels, of which 7 to 9 are one list
    HSK2025 = "hsk2025"  # of 2025, the same

    @property
    def highest(self) -> int:
        """The highest level: 6, or 7 for the band from 7 to 9."""
        return 6 if self is LevelList.HSK2 else 7

    def level_of(self, levels: Levels) -> int | None:
        """Return the level of a word in this list, None if it is not in it."""
        level: int | None = getattr(levels, self.value)
        return level


class LevelLimit(NamedTuple):
    """A level of a list, above which words are hard."""

    levels: LevelList = LevelList.HSK2025
    level: int = 4

    def is_above(self, levels: Levels | None) -> bool:
        """Tell whether a word with these levels is above it, or in none of its list."""
        level = self.levels.level_of(levels) if levels is not None else None
        return level is None or level > self.level
