"""How the panel is laid out: by its own shape, wherever it is docked."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QSize

LEFT = 392  # pixels of the current place where the panel lies below the page
UPPER = 400  # pixels of the current place where the panel stands beside the page
LEAST = QSize(300, 200)  # pixels
_STRIP = 270  # pixels; a panel that is lower shows only what it must
_WIDE = 1.2  # times as wide as high


class Arrangement(Enum):
    """Where the current place and the table stand."""

    BESIDE = auto()  # the current place above the table, beside the page
    BELOW = auto()  # the current place left of the table, below the page
    STRIP = auto()  # the same with little height


def arrange(size: QSize) -> Arrangement:
    """Return how a panel of this size is laid out."""
    if size.width() <= _WIDE * size.height():
        return Arrangement.BESIDE
    return Arrangement.BELOW if size.height() >= _STRIP else Arrangement.STRIP
