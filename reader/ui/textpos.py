"""Converts between the core's code points and Qt's UTF-16 units; nothing else does."""

from __future__ import annotations

from bisect import bisect_left


class Utf16Map:
    """Offsets inside one piece of text, both ways.

    𠀀 is one code point and two UTF-16 units, so every later offset differs by one. Only the
    code point offsets of such characters are kept; most texts have none.
    """

    __slots__ = ("_wide", "_wide_units")

    def __init__(self, text: str) -> None:
        self._wide: list[int] = []
        if not text.isascii() and max(text, default="") > "\uffff":
            self._wide = [index for index, char in enumerate(text) if char > "\uffff"]
        self._wide_units = [index + before for before, index in enumerate(self._wide)]

    def to_units(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._wide, offset) if self._wide else offset

    def to_points(self, units: int) -> int:
        """Return the code point offset of a UTF-16 offset.

        An offset between the two halves of a pair belongs to the character it splits.
        """
        if not self._wide:
            return units
        before = bisect_left(self._wide_units, units)
        if before and self._wide_units[before - 1] == units - 1:
            # Either just behind the first half (inside the pair) or never: units at +2 is after it.
            return self._wide[before - 1]
        return units - before
