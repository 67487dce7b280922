"""Ruby: which words get their reading drawn above them, and where each syllable stands."""

from __future__ import annotations

from enum import Enum


class RubyMode(Enum):
    """When readings are drawn above words; the value is a stable id used in the settings."""

    OFF = "off"
    HOVER = "hover"
