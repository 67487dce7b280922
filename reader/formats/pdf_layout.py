"""A line of a PDF as it stands on its page, and how most lines of a document stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; places and sizes in points, from the bottom left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def usual_size(lines: Iterable[Line]) -> float:
    """Return the size that most characters have, to half a point; 0 without any."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def usual(values: Iterable[float]) -> float:
    """Return the value that comes most often, to half a point."""
    return Counter(round(value * 2) / 2 for value in values).most_common(1)[0][0]
