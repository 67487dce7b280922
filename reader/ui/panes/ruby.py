"""Which words get their reading drawn above them, and how large it is."""

from __future__ import annotations

from enum import Enum


class RubyMode(Enum):
    """When readings are drawn above words; the value is a stable id used in the settings.

    The word under the mouse has its reading above it in all modes but the last.
    """

    HOVER = "hover"
    ALWAYS = "always"
    NEW = "new"  # words that the learner does not know yet
    LEVEL = "level"  # words above a level of a list, and those in none
    FIRST = "first"  # each word where it first stands in the document
    OFF = "off"

    @property
    def is_on_page(self) -> bool:
        """Whether readings stand on the page without being pointed at."""
        return self not in (RubyMode.HOVER, RubyMode.OFF)

    @property
    def chooses(self) -> bool:
        """Whether only some words of the page have a reading above them."""
        return self in (RubyMode.NEW, RubyMode.LEVEL, RubyMode.FIRST)

    @property
    def next(self) -> RubyMode:
        """The mode that follows when one goes through all of them."""
        modes = tuple(RubyMode)
        return modes[(modes.index(self) + 1) % len(modes)]


class RubySize(Enum):
    """How large ruby is; the value is a stable id used in the settings."""

    NORMAL = "normal"
    LARGE = "large"  # for who reads it all the time

    @property
    def scale(self) -> float:
        """The size of ruby, in ems of the text."""
        return 0.56 if self is RubySize.NORMAL else 0.614

    @property
    def lead(self) -> float:
        """How much further apart lines are, besides what the ruby needs; ems."""
        return 0.0 if self is RubySize.NORMAL else 0.53
