"""Ruby: which words get their reading drawn above them, and where each syllable stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtGui import QPainter

from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.block_ruby import BlockRuby, Manner, PlacedSyllable
from reader.ui.panes.text_style import PageColours, TextStyle


class RubyMode(Enum):
    """When readings are drawn above words; the value is a stable id used in the settings."""

    OFF = "off"
    HOVER = "hover"
    NEW = "new"  # above words that the learner does not know yet, and the word under the mouse
    ALWAYS = "always"


Syllables = Sequence[tuple[int, int, str]]
"""(start, end, pinyin) for each syllable; offsets in code points."""


def place_syllables(
    layout: BlockLayout,
    syllables: Syllables,
    style: TextStyle,
    low: float,
    high: float,
    manners: Mapping[int, Manner],
) -> list[PlacedSyllable]:
    """Place each syllable of one word above its character, centred on it.

    Offsets count from the start of the block. Where neighbours would touch (zhuāngchuāng is wider
    than its two characters) the word's syllables are set side by side around its centre; all are
    kept between the x `low` and `high`.
    """
    lines: dict[int, list[tuple[str, float, float, Manner]]] = {}
    for start, end, text in syllables:
        segments = layout.segments(start, end)
        if segments:
            line, left, right = segments[0]
            lines.setdefault(line, []).append(
                (
                    text,
                    (left + right) / 2,
                    style.syllable_width(text),
                    manners.get(start, Manner.PLAIN),
                )
            )
    placed = []
    space = style.em * 0.14
    for line, row in lines.items():
        lefts = [centre - width / 2 for _, centre, width, _ in row]
        rights = [centre + width / 2 for _, centre, width, _ in row]
        if any(left < right + space for left, right in zip(lefts[1:], rights, strict=False)):
            whole = sum(width for _, _, width, _ in row) + space * (len(row) - 1)
            # Wider than its word, the row is packed; else the packed row would leave the outer
            # characters, so the outer syllables keep their places and the inner ones share.
            at = (row[0][1] + row[-1][1]) / 2 - whole / 2
            lefts = []
            for _, _, width, _ in row:
                lefts.append(at)
                at += width + space
            rights = [left + width for left, (_, _, width, _) in zip(lefts, row, strict=True)]
        shift = max(0.0, low - lefts[0]) or min(0.0, high - rights[-1])
        for (text, _, _, manner), left in zip(row, lefts, strict=True):
            placed.append(PlacedSyllable(text, line, left + shift, manner))
    return placed


def draw_syllables(
    painter: QPainter, placed: Sequence[PlacedSyllable], style: TextStyle, colours: PageColours
) -> None:
    """Draw placed syllables with the block's top left corner at the origin."""
    BlockRuby(placed, style).draw(painter, colours)
