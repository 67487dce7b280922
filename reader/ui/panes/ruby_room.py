"""The room that ruby takes: it is set by word, centred, and only its ends are widened.

Ruby that is wider than its word hangs over the marks that stand at it, 8 pixels over what has no
ruby, and no nearer than 8 pixels to other ruby (pixels of a hanzi of 22).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from reader.ui.panes.ruby_words import RubyWord
from reader.ui.panes.text_style import TextStyle

_HANG = 8 / 22  # ems over a neighbour without ruby
_APART = 8 / 22  # ems between the rubies of two words
_BETWEEN = 0.14  # ems between two syllables of a word
_BLANK = 0.26  # where they are joined, between what pinyin writes apart: gōnggòng fúwù
_OPENING = frozenset("“‘（《〈【「『〔［｛([{<")
_CLOSING = frozenset("”’）》〉】」』〕］｝)]}>，。、；：？！,.;:?!%％")

Room = tuple[int, int, float]
"""(start, end, pixels): so much is needed behind each of these characters."""


class Row(NamedTuple):
    """Where the syllables of a word stand, in pixels from its left edge; its width, and theirs."""

    lefts: tuple[float, ...]
    width: float
    right: float

    @property
    def before(self) -> float:
        """How far they stick out on the left; less than 0 where they leave room."""
        return -self.lefts[0]

    @property
    def behind(self) -> float:
        """How far they stick out on the right."""
        return self.right - self.width


def space_inside(word: RubyWord, style: TextStyle) -> float:
    """Return how far apart the syllables of a word are at least; pixels."""
    is_joined = any(one.end - one.start > 1 for one in word.syllables)
    return style.em * (_BLANK if is_joined else _BETWEEN)


def arrange(text: str, word: RubyWord, style: TextStyle) -> Row:
    """Set the syllables of a word above their characters, or close together where they are wider.

    Inside of the word each stands as near to the middle of its character as the others let it.
    """
    width = style.measure(text[word.start : word.end])
    if len(word.syllables) == 1:
        wide = style.syllable_width(word.syllables[0].text)
        left = (width - wide) / 2
        return Row((left,), width, left + wide)
    widths = [style.syllable_width(one.text) for one in word.syllables]
    space = space_inside(word, style)
    whole = sum(widths) + space * (len(widths) - 1)
    lefts: list[float] = []
    if whole >= width:
        at = (width - whole) / 2
        for wide in widths:
            lefts.append(at)
            at += wide + space
        return Row(tuple(lefts), width, at - space)
    at = 0.0
    for one, wide in zip(word.syllables, widths, strict=True):
        before = style.measure(text[word.start : one.start])
        middle = before + style.measure(text[one.start : one.end]) / 2
        lefts.append(max(at, middle - wide / 2))
        at = lefts[-1] + wide + space
    right = width
    for number in range(len(lefts) - 1, -1, -1):
        lefts[number] = min(lefts[number], right - widths[number])
        right = lefts[number] - space
    return Row(tuple(lefts), width, lefts[-1] + widths[-1])


def arrange_all(text: str, words: Sequence[RubyWord], style: TextStyle) -> list[Row]:
    """Arrange the syllables of each word of a block."""
    return [arrange(text, word, style) for word in words]


def make_room(
    text: str, words: Sequence[RubyWord], rows: Sequence[Row], style: TextStyle
) -> list[Room]:
    """Return where a block needs room behind characters, so that no two rubies come too near.

    `rows` are its words, arranged.
    """
    hang, apart = style.em * _HANG, style.em * _APART
    found: list[Room] = []
    if not words:
        return found
    _, opened = marks_between(text, 0, words[0].start)
    if opened:
        opening = style.measure(text[opened : words[0].start])
        _add(found, opened, rows[0].before - opening - hang)
    for number in range(len(words) - 1):
        before, behind = words[number], words[number + 1]
        out, into = rows[number].behind, rows[number + 1].before
        if before.end == behind.start:
            _add(found, before.end, out + into + apart)
            continue
        closed, opened = marks_between(text, before.end, behind.start)
        marks = style.measure(text[before.end : closed])
        opening = style.measure(text[opened : behind.start])
        if closed == opened:
            _add(found, closed, out + into + apart - marks - opening)
            continue
        right, left = max(0.0, out - marks - hang), max(0.0, into - opening - hang)
        between = marks + style.measure(text[closed:opened]) + opening
        right += max(0.0, out + into + apart - between - right - left)
        _add(found, closed, right)
        _add(found, opened, left)
    closed, _ = marks_between(text, words[-1].end, len(text))
    if closed < len(text):
        marks = style.measure(text[words[-1].end : closed])
        _add(found, closed, rows[-1].behind - marks - hang)
    return found


def marks_between(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the marks that close the word before `start` end, and those of `end` begin."""
    closed = start
    while closed < end and text[closed] in _CLOSING:
        closed += 1
    opened = end
    while opened > closed and text[opened - 1] in _OPENING:
        opened -= 1
    return closed, opened


def _add(found: list[Room], behind: int, pixels: float) -> None:
    """Add room behind the character that ends at an offset."""
    pixels = ceil(2 * pixels) / 2  # of halves, there are few formats
    if pixels > 0:
        found.append((behind - 1, behind, pixels))
