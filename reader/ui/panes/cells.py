"""Lines of words with a gloss under each: the words are set apart, and none is broken in two.

A cell is a word with the marks that stand at it: 《关于, 权益，. It is as wide as the widest of the
word, its reading and its gloss, which are centred on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.pinyin.joining import join_syllables
from reader.pinyin.reading import Reading
from reader.pinyin.spelling import Style
from reader.ui.panes.text_style import TextStyle

_OPENING = frozenset("“‘（《〈【「『〔［｛([{<")
_GAP = 0.5  # ems between two cells
_WIDE = "\u2e80"  # from here on characters are as wide as a hanzi


class Gloss(NamedTuple):
    """What stands under text[start:end] (code points from the start of a block)."""

    start: int
    end: int
    text: str
    soft: bool = False  # it is a guess, and shown as one


class Cell(NamedTuple):
    """text[start:end], how wide it is, and the room to its left and right, in pixels."""

    start: int
    end: int
    text_width: float
    left: float = 0.0
    right: float = 0.0

    @property
    def width(self) -> float:
        """How wide the whole cell is."""
        return self.left + self.text_width + self.right


def cut_cells(
    text: str, glosses: Sequence[Gloss], ruby: dict[int, float], style: TextStyle
) -> list[Cell]:
    """Return the cells of a block; `ruby` has the width of the reading of each word, by start."""
    cells = []
    for start, end, gloss in _pieces(text, glosses):
        if gloss is None:
            cells.append(Cell(start, end, measure(text[start:end], style)))
            continue
        before = measure(text[start : gloss.start], style)
        word = measure(text[gloss.start : gloss.end], style)
        behind = measure(text[gloss.end : end], style)
        under = style.gloss_metrics.horizontalAdvance(gloss.text)
        # What sticks out on each side of the word's middle, less the mark that stands there.
        half = (max(under, ruby.get(gloss.start, 0.0)) - word) / 2
        left, right = max(0.0, half - before), max(0.0, half - behind)
        cells.append(Cell(start, end, before + word + behind, left, right))
    return cells


def _pieces(text: str, glosses: Sequence[Gloss]) -> list[tuple[int, int, Gloss | None]]:
    """Return the spans of the cells, which are all of the text, with their glosses."""
    found: list[tuple[int, int, Gloss | None]] = []
    at = 0
    for gloss in (*glosses, None):
        upto = gloss.start if gloss is not None else len(text)
        opening = upto
        while opening > at and text[opening - 1] in _OPENING and gloss is not None:
            opening -= 1
        between = text[at:opening]
        if found and not any(char.isalnum() for char in between):
            found[-1] = (found[-1][0], opening, found[-1][2])  # marks close the word before
        elif between:
            found.append((at, opening, None))
        if gloss is not None:
            found.append((opening, gloss.end, gloss))
            at = gloss.end
    return [piece for piece in found if piece[0] < piece[1]]


def measure(text: str, style: TextStyle) -> float:
    """Return how wide a piece of text is; Chinese, of which there is most, is counted."""
    if all(char >= _WIDE for char in text):
        return len(text) * style.em
    return style.metrics.horizontalAdvance(text)


def join_words(readings: Sequence[Reading], glosses: Sequence[Gloss]) -> list[Reading]:
    """Return one reading for each word, which is as sure as the least sure of its syllables."""
    joined = []
    waiting = iter(readings)
    one = next(waiting, None)
    for gloss in glosses:
        spoken = []
        while one is not None and one.start < gloss.end:
            if one.start >= gloss.start:
                spoken.append(one)
            one = next(waiting, None)
        if spoken:
            least = min(spoken, key=lambda syllable: syllable.confidence)
            pinyin = join_syllables([syllable.pinyin for syllable in spoken], Style.MARKS)
            joined.append(least._replace(start=gloss.start, end=gloss.end, pinyin=pinyin))
    return joined


class CellLine(NamedTuple):
    """One line of cells: cells[first:last]."""

    first: int
    last: int


def fill_lines(cells: Sequence[Cell], width: float, style: TextStyle) -> list[CellLine]:
    """Break cells into lines, as many in each as there is room for and one at least."""
    gap = style.em * _GAP
    lines: list[CellLine] = []
    first, x = 0, 0.0
    for number, cell in enumerate(cells):
        if number > first and x + cell.width > width:
            lines.append(CellLine(first, number))
            first, x = number, 0.0
        x += cell.width + gap
    if cells:
        lines.append(CellLine(first, len(cells)))
    return lines


def room_behind(
    cells: Sequence[Cell], lines: Sequence[CellLine], style: TextStyle
) -> dict[int, float]:
    """Return offset of a character -> pixels of room behind it."""
    gap = style.em * _GAP
    return {
        cells[number].end - 1: cells[number].right + gap + cells[number + 1].left
        for line in lines
        for number in range(line.first, line.last - 1)
    }
