"""Lines of words with a gloss under each: the words are set apart, and none is broken in two.

A cell is a word with the marks that stand at it: 《关于, 权益，. It is as wide as the widest of the
word, its reading and its gloss, which are centred on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.pinyin.joining import join_pieces
from reader.pinyin.spelling import Style
from reader.ui.panes.ruby_words import Manner, RubySyllable, RubyWord
from reader.ui.panes.text_style import TextStyle

_OPENING = frozenset("“‘（《〈【「『〔［｛([{<")
_GAP = 0.5  # ems between two cells


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
            cells.append(Cell(start, end, style.measure(text[start:end])))
            continue
        before = style.measure(text[start : gloss.start])
        word = style.measure(text[gloss.start : gloss.end])
        behind = style.measure(text[gloss.end : end])
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


def join_words(words: Sequence[RubyWord], glosses: Sequence[Gloss]) -> tuple[RubyWord, ...]:
    """Return what is above each word with a gloss in one piece, as sure as its least sure hanzi."""
    joined = []
    waiting = (one for word in words for one in word.syllables)
    one = next(waiting, None)
    for gloss in glosses:
        above: list[RubySyllable] = []
        while one is not None and one.start < gloss.end:
            above += _cut(one, gloss)
            if one.end > gloss.end:
                break  # Shànghǎishìwěi is above 上海 and 市委
            one = next(waiting, None)
        if above:
            joined.append(RubyWord(gloss.start, gloss.end, (_join(above, gloss),)))
    return tuple(joined)


def _cut(one: RubySyllable, gloss: Gloss) -> list[RubySyllable]:
    """Return what of it stands above the word of a gloss: shìwěi of Shànghǎishìwěi above 市委."""
    low, high = max(one.start, gloss.start), min(one.end, gloss.end)
    if low >= high:
        return []
    if (low, high) == (one.start, one.end):
        return [one]
    if len(one.pieces) != one.end - one.start:
        return [one] if low == one.start else []
    (first, tone), *rest = one.pieces[low - one.start : high - one.start]
    pieces = ((first.lstrip("'-"), tone), *rest)
    return [RubySyllable(low, high, "".join(text for text, _ in pieces), pieces, one.manner)]


def _join(above: Sequence[RubySyllable], gloss: Gloss) -> RubySyllable:
    if any(one.end - one.start > 1 for one in above):  # words as pinyin writes them
        first, *others = (one.text for one in above)
        written = [first, *(f" {text}" for text in others)]
    else:
        written = join_pieces([one.text for one in above], Style.MARKS)
    pieces: list[tuple[str, int]] = []
    for one, text in zip(above, written, strict=True):
        if len(one.pieces) == 1:
            pieces.append((text, one.pieces[0][1]))
        else:  # it was joined already: an apostrophe or a space may have come before it
            rest = sum(len(piece) for piece, _ in one.pieces)
            first, tone = one.pieces[0]
            pieces += [(text[: len(text) - rest] + first, tone), *one.pieces[1:]]
    manners = [one.manner for one in above]
    manner = Manner.UNSURE if Manner.UNSURE in manners else manners[0]
    return RubySyllable(gloss.start, gloss.end, "".join(written), tuple(pieces), manner)


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
