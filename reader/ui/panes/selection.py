"""What is selected in one pane, and how pressing and dragging changes it. Pure Python, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

Span = tuple[int, int]


class Unit(Enum):
    """What a drag selects in steps of: one, two or three clicks begin it."""

    CHARACTER = 1
    WORD = 2
    PARAGRAPH = 3


class Selection:
    """A span of code points with a fixed side, the one that was pressed first, and a moving one."""

    def __init__(self, word_at: Callable[[int], Span], paragraph_at: Callable[[int], Span]) -> None:
        self._word_at = word_at
        self._paragraph_at = paragraph_at
        self._unit = Unit.CHARACTER
        self._anchor: Span = (0, 0)
        self.span: Span = (0, 0)
        self.moving = 0
        """The free side: where the mouse was last, or where the keys went."""

    def __bool__(self) -> bool:
        return self.span[0] < self.span[1]

    def set(self, span: Span) -> None:
        """Select this span; its start is the fixed side."""
        self._unit = Unit.CHARACTER
        self._anchor = (span[0], span[0])
        self.span = span
        self.moving = span[1]

    def press(self, offset: int, unit: Unit) -> None:
        """Begin a new selection at an offset."""
        self._unit = unit
        self._anchor = self.span = self._around(offset)
        self.moving = offset

    def drag(self, offset: int) -> None:
        """Move the free side; the pressed word or paragraph stays selected as a whole."""
        self.moving = offset
        low, high = self._around(offset)
        self.span = (min(low, self._anchor[0]), max(high, self._anchor[1]))

    def extend(self, offset: int) -> None:
        """Move the free side by character, whatever the mouse selected by."""
        if self._unit is not Unit.CHARACTER:
            backwards = self.moving < self._anchor[0]
            fixed = self.span[1] if backwards else self.span[0]
            self._unit, self._anchor = Unit.CHARACTER, (fixed, fixed)
        self.drag(offset)

    def _around(self, offset: int) -> Span:
        if self._unit is Unit.WORD:
            return self._word_at(offset)
        if self._unit is Unit.PARAGRAPH:
            return self._paragraph_at(offset)
        return offset, offset
