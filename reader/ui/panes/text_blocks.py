"""Cuts a text into blocks, which are laid out one by one. Pure Python, no Qt."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from reader.text.structure import Block, BlockKind, Structure

# Where paragraphs end for the engine too; the font has no glyph for most of these.
_RARE = "\x0b\x0c\x85\u2028\u2029"
_BREAK = re.compile(rf"\r\n|[\r\n{_RARE}]")
_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)]*")
# A layout costs more than its length says: one line of 1,000,000 characters takes 156 ms.
LONGEST = 3000
CUT_AT = 2000


class Look(NamedTuple):
    """How a block is set, apart from the font; indents in widths of a hanzi of plain text."""

    heading: int = 0  # 1 to 6; 0 is no heading
    bold: bool = False
    indent: float = 0.0
    hang: float = 0.0  # how much further the lines behind the first stand
    bullet: bool = False
    close: bool = False  # to the next block


PLAIN = Look()
_LEVELS = 6


def _look(block: Block) -> Look:
    level = max(1, block.level)
    if block.kind is BlockKind.HEADING:
        return Look(heading=min(level, _LEVELS), bold=True)
    if block.kind is BlockKind.ITEM:
        # The sign of an ordered item is part of its text.
        indent = 1.3 * min(level, _LEVELS)
        if block.ordered:
            return Look(indent=indent - 1.3, hang=1.3, close=True)
        return Look(indent=indent, bullet=True, close=True)
    if block.kind is BlockKind.ROW:
        return Look(bold=bool(block.level), close=True)
    return PLAIN


class TextBlocks:
    r"""The blocks of a text: its paragraphs, the long ones cut.

    Offsets are code points. Line ends (\r\n, \r, \n, and those of Unicode) stand between blocks
    and in none of them.
    """

    __slots__ = ("ends", "looks", "starts", "text")

    def __init__(self, text: str, structure: Structure = ()) -> None:
        """Cut a text at its line ends."""
        self.text = text
        self.starts = array("q")
        self.ends = array("q")
        self.looks: dict[int, Look] = {}
        """How blocks are set that are not plain paragraphs."""
        self._cut_into_lines(text)
        for block in structure:
            self._set_look(block)

    def _set_look(self, block: Block) -> None:
        look = _look(block)
        if look is PLAIN or block.start >= block.end:
            return
        number = self.at(block.start)
        self.looks[number] = look
        rest = look._replace(indent=look.indent + look.hang, hang=0.0, bullet=False)
        while number + 1 < len(self.starts) and self.starts[number + 1] < block.end:
            number += 1
            self.looks[number] = rest

    def _cut_into_lines(self, text: str) -> None:
        line_end = _only_line_end(text)
        if line_end is None:
            at = 0
            for found in _BREAK.finditer(text):
                self.starts.append(at)
                self.ends.append(found.start())
                at = found.end()
            self.starts.append(at)
            self.ends.append(len(text))
            return
        # One kind of line end, as nearly every file has it: 5,000,000 characters in short lines
        # are cut at C speed.
        lengths = list(map(len, text.split(line_end)))
        step = len(line_end)
        following = accumulate(map(step.__add__, lengths))
        self.ends.extend(map((-step).__add__, following))
        self.starts.extend(map(sub, self.ends, lengths))

    def with_cuts(self, structure: Structure, cuts: Sequence[int]) -> TextBlocks:
        """Return the blocks of the same text, cut at these offsets inside of lines, too."""
        new = TextBlocks("")
        new.text, new.starts, new.ends = self.text, self.starts[:], self.ends[:]
        for cut in cuts:
            number = bisect_right(new.starts, cut)
            new.starts.insert(number, cut)
            new.ends.insert(number - 1, cut)
        for block in structure:
            new._set_look(block)
        return new

    def with_text(self, text: str) -> TextBlocks | None:
        """Return the blocks of a text that differs from this one inside one line.

        None if it differs in more, or the line becomes too long to be laid out at once.
        """
        low = _count_equal(self.text, text)
        behind = _count_equal_behind(self.text, text, low)
        number = self.at(low)
        start, end = self.starts[number], self.ends[number]
        grown = len(text) - len(self.text)
        inside = start <= low and len(self.text) - behind <= end
        # Where nothing is left of a line, \r and \n on either side of it may become one line end.
        fits = 0 < end + grown - start <= LONGEST
        if not inside or not fits or _BREAK.search(text, start, end + grown):
            return None
        new = TextBlocks("")
        new.text, new.looks = text, self.looks
        new.starts = self.starts[: number + 1]
        new.starts.extend(map(grown.__add__, self.starts[number + 1 :]))
        new.ends = self.ends[:number]
        new.ends.extend(map(grown.__add__, self.ends[number:]))
        return new

    def with_part(self, text: str, low: int, high: int) -> TextBlocks | None:
        """Return the blocks of a text that differs from this one only between two offsets.

        Its other lines are not looked for again. None where these have a look of their own, or a
        line end of two characters may have come about.
        """
        grown = len(text) - len(self.text)
        first, last = self.at(low), self.at(high) + 1
        start = self.starts[first]
        end = self.starts[last] if last < len(self) else len(self.text)
        if self.looks or text[start - 1 : start + 1] == "\r\n":
            return None
        part = TextBlocks(text[start : end + grown])
        # What stands behind a line end of the part is the rest's first line.
        count = len(part) - (last < len(self))
        new = TextBlocks("")
        new.text = text
        for old, made, found in (
            (self.starts, new.starts, part.starts),
            (self.ends, new.ends, part.ends),
        ):
            del made[:]
            made.extend(old[:first])
            made.extend(map(start.__add__, found[:count]))
            made.extend(map(grown.__add__, old[last:]) if grown else old[last:])
        return new

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """Return the block that holds the offset; one inside a line end is in the block before."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def block_text(self, block: int) -> str:
        """Return the text of a block, without its line end."""
        return self.text[self.starts[block] : self.ends[block]]

    def closes_paragraph(self, block: int) -> bool:
        """Return whether a line end, or the end of the text, follows the block."""
        return block + 1 >= len(self.starts) or self.ends[block] < self.starts[block + 1]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Return the span of the whole paragraph at the offset, put together where it was cut."""
        first = last = self.at(offset)
        while first > 0 and not self.closes_paragraph(first - 1):
            first -= 1
        while not self.closes_paragraph(last):
            last += 1
        return self.starts[first], self.ends[last]


def long_lines(blocks: TextBlocks) -> list[int]:
    """Return the numbers of the blocks that are longer than a layout should be."""
    lengths = list(map(sub, blocks.ends, blocks.starts))
    if max(lengths) <= LONGEST:  # as a rule
        return []
    return [number for number, length in enumerate(lengths) if length > LONGEST]


def cut_near(text: str, start: int, wanted: int) -> int:
    """Return where to cut a line that begins at `start`: behind a sentence end before `wanted`."""
    cut = wanted
    for mark in _SENTENCE_END.finditer(text, start + (wanted - start) // 2, wanted):
        cut = mark.end()
    return cut


def _count_equal(one: str, other: str) -> int:
    """Return how many code points two texts have in common at their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _count_equal_behind(one: str, other: str, low: int) -> int:
    """Return how many code points two texts have in common at their end, `low` at the start."""
    ends = len(one), len(other)
    known, most = 0, min(ends) - low
    while known < most:
        more = (known + most + 1) // 2
        parts = (
            text[end - more : end - known] for text, end in zip((one, other), ends, strict=True)
        )
        if len(set(parts)) == 1:
            known = more
        else:
            most = more - 1
    return known


def _only_line_end(text: str) -> str | None:
    """Return the line end the text uses, None if it mixes several."""
    if any(end in text for end in _RARE):
        return None
    feeds, returns = text.count("\n"), text.count("\r")
    if not returns:
        return "\n"
    if not feeds:
        return "\r"
    return "\r\n" if feeds == returns == text.count("\r\n") else None
