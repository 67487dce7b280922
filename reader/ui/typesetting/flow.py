"""Breaks lines: words that may have something above and below, and what stands between them.

Pure; what a text measures is asked of whoever draws it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.export.study_word import StudyWord, Syllable

_NOT_FIRST = frozenset("，。、；：？！”’）》」』】〉〕｝…—·,.;:?!)]}%％℃°")
_NOT_LAST = frozenset("“‘（《「『【〈〔｛([{￥$№")
_PIECE = re.compile(r"[ \t\u3000\u00a0]+|[!-~\u00a1-\u024f\u2010-\u2013]+|.", re.DOTALL)


class Sizes(NamedTuple):
    """What measures a text in each of the three lines, in units of the page."""

    text: Callable[[str], float]
    above: Callable[[str], float]
    below: Callable[[str], float]
    gap: float  # between two pinyins, or two meanings, that would touch


class Box(NamedTuple):
    """What is never parted: a word with what is above and below it, or a piece of what is not.

    `inset` is what is free on either side of a text that is narrower than what is above or below.
    """

    word: StudyWord
    width: float
    inset: float = 0.0
    is_space: bool = False

    @property
    def text(self) -> str:
        """Its text."""
        return self.word.text


class Placed(NamedTuple):
    """A box and where it begins, from the left edge of its line."""

    left: float
    box: Box


def measure(words: Iterable[StudyWord], sizes: Sizes, widest: float) -> Iterator[Box]:
    """Yield the boxes of words; none is wider than `widest` if it can be parted."""
    for word in words:
        if word.has_pinyin or word.gloss:
            above = pinyin_of(word)
            text = sizes.text(word.text)
            least = [text]
            least += [sizes.above(above) + sizes.gap] if above else []
            least += [sizes.below(word.gloss) + sizes.gap] if word.gloss else []
            width = max(text, min(widest, max(least)))
            yield Box(word, width, (width - text) / 2)
            continue
        for piece in _PIECE.findall(word.text):
            yield from _part(piece, sizes, widest)


def pinyin_of(word: StudyWord) -> str:
    """Return what stands above a word: its syllables, or the word as it is spelled."""
    return " ".join(one.pinyin for one in word.syllables if one.pinyin)


def _part(piece: str, sizes: Sizes, widest: float) -> Iterator[Box]:
    width = sizes.text(piece)
    if width <= widest or len(piece) == 1:
        yield Box(StudyWord((Syllable(piece),)), width, is_space=piece.isspace())
        return
    middle = len(piece) // 2  # an address, a table drawn with characters
    yield from _part(piece[:middle], sizes, widest)
    yield from _part(piece[middle:], sizes, widest)


class _Unit(NamedTuple):
    """Boxes that no line parts, with their places; marks lie close to the text of their word."""

    placed: Sequence[Placed]
    width: float

    @property
    def is_space(self) -> bool:
        return self.placed[0].box.is_space


def break_lines(boxes: Iterable[Box], width: float, *, justify: bool = True) -> list[list[Placed]]:
    """Return the lines of a paragraph; full ones reach the right edge.

    No line begins with a closing mark or ends with an opening one, unless nothing else fits.
    """
    lines: list[list[Placed]] = []
    line: list[_Unit] = []
    taken = 0.0
    for unit in map(_join, _together(boxes)):
        if line and taken + unit.width > width and not unit.is_space:
            lines.append(_spread(line, width if justify else None))
            line, taken = [], 0.0
        if unit.is_space and not line and lines:
            continue  # what parted two words parts two lines now
        line.append(unit)
        taken += unit.width
    if line:
        lines.append(_spread(line, None))
    return lines


def _together(boxes: Iterable[Box]) -> Iterator[list[Box]]:
    """Yield boxes with the marks that no line may part from them."""
    unit: list[Box] = []
    for box in boxes:
        stays = unit and (box.text[0] in _NOT_FIRST or unit[-1].text[-1] in _NOT_LAST)
        if stays and not box.is_space and not unit[-1].is_space:
            unit.append(box)
            continue
        if unit:
            yield unit
        unit = [box]
    if unit:
        yield unit


def _join(boxes: Sequence[Box]) -> _Unit:
    """Put marks at the text of their word, below the ends of its pinyin: “防护网”."""
    placed: list[Placed] = []
    free = end = 0.0  # where the next text may begin, and where all above and below ends
    for box in boxes:
        if placed and placed[-1].box.inset and box.inset:
            left = end
        else:
            left = max(0.0, free - box.inset)
            lead = left + box.inset - free  # opening marks are narrower than what is free there
            placed = [one._replace(left=one.left + lead) for one in placed]
        placed.append(Placed(left, box))
        free = left + box.width - box.inset
        end = max(end, left + box.width)
    return _Unit(placed, end)


def _spread(units: Sequence[_Unit], width: float | None) -> list[Placed]:
    """Return the boxes of a line with their places; with a width, they are spread over it."""
    while len(units) > 1 and units[-1].is_space:
        units = units[:-1]
    free = 0.0
    if width is not None and len(units) > 1:
        taken = sum(unit.width for unit in units)
        free = max(0.0, width - taken) / (len(units) - 1)
    line: list[Placed] = []
    left = 0.0
    for unit in units:
        line += (one._replace(left=one.left + left) for one in unit.placed)
        left += unit.width + free
    return line
