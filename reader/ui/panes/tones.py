"""The colours of the tones: where they are shown, and which they are on a light and a dark page.

A syllable has the colour of the tone that is displayed: with tone sandhi 不会 is bú huì, and 不 has
the colour of the second tone. What is read without a tone has that of quiet text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtGui import QColor

from reader.ui.kinds import theme_colour

NAMES: Mapping[int, str] = MappingProxyType(
    {1: "tone1", 2: "tone2", 3: "tone3", 4: "tone4", 0: "muted"}
)
"""Tone -> the name of its colour in the themes; 0 is the neutral one."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")


class ToneMode(Enum):
    """Where tones have colours; the value is a stable id used in the settings."""

    OFF = "off"
    RUBY = "ruby"
    TEXT = "text"  # on the characters

    @property
    def next(self) -> ToneMode:
        """The mode that follows when one goes through all of them."""
        modes = tuple(ToneMode)
        return modes[(modes.index(self) + 1) % len(modes)]


class Tones(NamedTuple):
    """Where tones have colours, and the colours that the user chose: "dark/1" -> "#ff8a80"."""

    mode: ToneMode = ToneMode.OFF
    chosen: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, mode: ToneMode, chosen: Mapping[str, str]) -> Tones:
        """Return tones with the colours that were chosen; what is no colour counts as not."""
        known = {colour_key(tone, dark=dark) for tone in NAMES for dark in (False, True)}
        valid = (
            (key, one) for key, one in chosen.items() if key in known and _COLOUR.fullmatch(one)
        )
        return cls(mode, tuple(sorted(valid)))

    def colours(self, *, dark: bool) -> dict[int, QColor]:
        """Return the colour of each tone on a page."""
        chosen = dict(self.chosen)
        return {
            tone: QColor(chosen[key])
            if (key := colour_key(tone, dark=dark)) in chosen
            else theme_colour(name, dark=dark)
            for tone, name in NAMES.items()
        }


def colour_key(tone: int, *, dark: bool) -> str:
    """Return the name by which a colour of the user is stored."""
    return f"{'dark' if dark else 'light'}/{tone}"


def contrast(one: QColor, other: QColor) -> float:
    """Return how much two colours differ in lightness, 1 to 21, as WCAG 2 counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
