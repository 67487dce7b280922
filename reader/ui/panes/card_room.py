"""Where the card stands: beside what it explains, never over it. Only geometry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

_EDGE = 6  # between the card and the edges of its pane
_GAP = 5  # between the card and the place it explains
_OUTDENT = 12  # it begins a little before the word, so that their texts stand below each other
_LEAST = 96  # a card lower than this tells nothing


class Room(NamedTuple):
    """What there is around a place, in pixels of the widget that holds both panes."""

    whole: QRect
    pane: QRect
    """The pane whose text is explained."""
    lines: Sequence[QRect]
    """The lines of the place, each with the ruby above it."""
    counterpart: QRect
    """The same place in the other pane; empty where it cannot be seen."""

    def width(self, wanted: int, least: int) -> int:
        """Return how wide a card can be: as it wants to, inside its pane, but not too narrow."""
        inside = self.pane.width() - 2 * _EDGE
        return max(min(wanted, inside), min(least, self.whole.width() - 2 * _EDGE))

    def spot(self, size: QSize) -> QRect:
        """Return where a card of that size stands: below the place, else above it.

        Where it is higher than both, it gets what the larger one has.
        """
        found = self._beside(self._kept(), size)
        whole = [one for one in found if one.height() == size.height()]
        found = whole or sorted(found, key=QRect.height, reverse=True)
        apart = [one for one in found if not one.intersects(self.counterpart)]
        return (apart or found)[0]

    def _kept(self) -> QRect:
        """Return what must stay in sight: the place, or the first line of one that is too high."""
        lines = [line & self.pane for line in self.lines if line.intersects(self.pane)]
        kept = QRect()
        for line in lines:
            kept = kept.united(line)
        spare = max(kept.top() - self.pane.top(), self.pane.bottom() - kept.bottom())
        return kept if spare >= _LEAST + _EDGE + _GAP or not lines else lines[0]

    def _beside(self, kept: QRect, size: QSize) -> list[QRect]:
        """Return the spots below and above."""
        pane = self.pane.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        width = size.width()
        if width <= pane.width():
            x = min(max(kept.left() - _OUTDENT, pane.left()), pane.right() + 1 - width)
        else:  # only what its pane cannot hold stands over the other one
            first = pane.center().x() < self.whole.center().x()
            x = pane.left() if first else pane.right() + 1 - width
        below, above = kept.bottom() + 1 + _GAP, kept.top() - _GAP
        high = min(size.height(), max(pane.bottom() + 1 - below, 0))
        low = min(size.height(), max(above - pane.top(), 0))
        if max(high, low) < min(_LEAST, size.height()):  # no room at all: it stays in the pane
            high = min(_LEAST, size.height(), pane.height())
            below = pane.bottom() + 1 - high
        return [QRect(x, below, width, high), QRect(x, above - low, width, low)]
