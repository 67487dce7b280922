"""Pieces of a block that are set in a colour of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat

from reader.text.document import Document
from reader.text.kinds import RepairKind


class Tint(NamedTuple):
    """text[start:end] of a block (code points from its start) is set in a colour: #665f55."""

    start: int
    end: int
    colour: str


TintsOf = Callable[[int], tuple[Tint, ...] | None]
"""Gives the colours of a block; None where they are not known yet."""


def nothing_tinted(block: int) -> tuple[Tint, ...]:
    """Set no piece of any block in another colour."""
    return ()


def join_tints(tints: Iterable[Tint]) -> tuple[Tint, ...]:
    """Make one of tints side by side that have the same colour: each costs Qt a run of glyphs."""
    joined: list[Tint] = []
    for one in tints:
        if joined and joined[-1].end == one.start and joined[-1].colour == one.colour:
            joined[-1] = joined[-1]._replace(end=one.end)
        else:
            joined.append(one)
    return tuple(joined)


@cache
def tint_format(colour: str) -> QTextCharFormat:
    """Return the format of what is set in a colour."""
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def tint_glosses(document: Document, start: int, end: int, colour: QColor) -> tuple[Tint, ...]:
    """Set the glosses of the original between two offsets (code points) in a quiet colour."""
    return tuple(
        Tint(max(one.source_start, start) - start, min(one.source_end, end) - start, colour.name())
        for one in document.repairs_in_source(start, end)
        if one.kind is RepairKind.GLOSS and one.applied and one.source_start < one.source_end
    )
