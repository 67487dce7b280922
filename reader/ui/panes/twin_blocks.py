"""Pairs the paragraphs of the clean text with those of the source. No Qt.

A pair is a row of the page: both begin at the same height, whichever is the longer one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from reader.text.document import Document
from reader.text.paragraph import Paragraph, StoredParagraph
from reader.ui.panes.side import Side
from reader.ui.panes.text_blocks import CUT_AT, LONGEST, TextBlocks, cut_near, long_lines


class TwinBlocks(NamedTuple):
    """The blocks of both texts, and which of them stand side by side.

    Row r holds the clean blocks clean_rows[r] to clean_rows[r + 1] and the source blocks
    source_rows[r] to source_rows[r + 1], the latter excluded; mostly that is one of each, and on
    one side it can be none. Both sequences end with the number of blocks.
    """

    clean: TextBlocks
    source: TextBlocks
    clean_rows: Sequence[int]
    source_rows: Sequence[int]
    is_cut: bool = False  # long lines were cut, which depends on both texts

    @classmethod
    def of(cls, document: Document | None, before: TwinBlocks | None = None) -> TwinBlocks:
        """Cut both texts of a document into blocks and pair them.

        `before` are those of the same source with another clean text: a decision changes one
        paragraph, and the source of a megabyte need not be cut again.
        """
        document = document or Document.of("")
        if before is not None and not before.is_cut and before.source.text is document.source:
            changed = before.clean.with_text(document.text)
            if changed is not None:  # no line came or went
                return before._replace(clean=changed)
        if before is not None and not before.is_cut and before.source.text is document.source:
            source = before.source
        else:
            source = TextBlocks(document.source, document.structure)
        clean = _cut_clean_text(document, source)
        pairs = _pair_lines(document, clean, source)
        cuts = _cut_long_lines(document, clean, source, pairs)
        if not cuts:
            return cls(clean, source, *pairs)
        clean = clean.with_cuts(document.clean_structure(), [cut for cut, _ in cuts])
        source = source.with_cuts(document.structure, [cut for _, cut in cuts])
        return cls(clean, source, *_pair_lines(document, clean, source, cuts), is_cut=True)

    def blocks(self, side: Side) -> TextBlocks:
        """Return the blocks of one side."""
        return self.clean if side is Side.CLEAN else self.source

    def rows(self, side: Side) -> Sequence[int]:
        """Return the first block of each row on one side, and the number of all blocks."""
        return self.clean_rows if side is Side.CLEAN else self.source_rows

    @property
    def row_count(self) -> int:
        """How many rows there are; never none."""
        return len(self.clean_rows) - 1

    def row_of(self, side: Side, block: int) -> int:
        """Return the row that holds a block."""
        return bisect_right(self.rows(side), block) - 1


def _cut_clean_text(document: Document, source: TextBlocks) -> TextBlocks:
    """Return the blocks of the clean text.

    Of a document of which only a part is restored yet, the rest is cut as the source is.
    """
    first, last = document.paragraphs[0], document.paragraphs[-1]
    low = len(first.text) if _is_untouched(first) else 0
    rest = len(last.text) if _is_untouched(last) and last is not first else 0
    if low + rest > len(document.source) // 2:
        made = source.with_part(document.text, low, len(document.source) - rest)
        if made is not None:
            return made
    return TextBlocks(document.text, document.clean_structure())


def _is_untouched(paragraph: Paragraph) -> bool:
    return isinstance(paragraph, StoredParagraph) and not paragraph.columns


_Pairs = tuple[Sequence[int], Sequence[int]]
_Cut = tuple[int, int]
"""An offset in the clean text and the one in the source that belongs to it (code points)."""


def _pair_lines(
    document: Document, clean: TextBlocks, source: TextBlocks, cuts: Sequence[_Cut] = ()
) -> _Pairs:
    """Return the first blocks of the rows on either side."""
    if len(clean) == len(source) and _are_parallel(document, clean, source):
        both = range(len(clean) + 1)
        return both, both
    clean_rows, source_rows = array("q", [0]), array("q", [0])
    for left, right in sorted({*_pairs(document, clean, source), *_cut_pairs(clean, source, cuts)}):
        # A pair that would go back on either side is none: text was moved.
        if left >= clean_rows[-1] and right >= source_rows[-1] and (left, right) != (0, 0):
            if right == source_rows[-1] and left == clean_rows[-1]:
                continue
            clean_rows.append(left)
            source_rows.append(right)
    clean_rows.append(len(clean))
    source_rows.append(len(source))
    return clean_rows, source_rows


def _are_parallel(document: Document, clean: TextBlocks, source: TextBlocks) -> bool:
    """Tell if every paragraph of the document begins in blocks of the same number."""
    sources, _, cleans = document.starts
    return list(map(bisect_right, repeat(clean.starts), cleans)) == list(
        map(bisect_right, repeat(source.starts), sources)
    )


def _pairs(document: Document, clean: TextBlocks, source: TextBlocks) -> Iterator[tuple[int, int]]:
    """Yield the numbers of blocks that begin together, paragraph by paragraph."""
    sources, _, cleans = document.starts
    lefts = list(map(bisect_left, repeat(clean.starts), cleans))
    rights = list(map(bisect_left, repeat(source.starts), sources))
    for at in range(len(document.paragraphs)):
        left, right = lefts[at], rights[at]
        lines = lefts[at + 1] - left
        if lines == rights[at + 1] - right:
            yield from zip(range(left, left + lines), range(right, right + lines), strict=True)
            continue
        for number in range(left, left + lines):
            start, _ = document.source_span(clean.starts[number], clean.starts[number] + 1)
            there = bisect_left(source.starts, start, right, rights[at + 1])
            if there < rights[at + 1] and source.starts[there] == start:
                yield number, there

    if lefts[-1] < len(clean) and rights[-1] < len(source):
        yield lefts[-1], rights[-1]  # both end with a line end


def _cut_pairs(
    clean: TextBlocks, source: TextBlocks, cuts: Sequence[_Cut]
) -> Iterator[tuple[int, int]]:
    for left, right in cuts:
        yield bisect_left(clean.starts, left), bisect_left(source.starts, right)


def _cut_long_lines(
    document: Document, clean: TextBlocks, source: TextBlocks, pairs: _Pairs
) -> list[_Cut]:
    """Return where to cut lines that are too long to be laid out at once, on both sides together.

    Both are cut behind the same sentence, so that what belongs together stays side by side.
    """
    rows = {bisect_right(pairs[0], number) - 1 for number in long_lines(clean)}
    rows |= {bisect_right(pairs[1], number) - 1 for number in long_lines(source)}
    cuts: list[_Cut] = []
    for row in sorted(rows):
        first, last = pairs[0][row], pairs[0][row + 1]
        there, beyond = pairs[1][row], pairs[1][row + 1]
        if first < last and there < beyond:
            span = clean.starts[first], clean.ends[last - 1]
            other = source.starts[there], source.ends[beyond - 1]
            cuts += _cut_line(document, clean, source, span, other)
    return cuts


def _cut_line(
    document: Document, clean: TextBlocks, source: TextBlocks, here: _Cut, there: _Cut
) -> Iterator[_Cut]:
    (start, end), (low, high) = here, there
    longer = max(end - start, high - low, 1)
    # The longer side decides: glosses make a source twice as long as what is left of it.
    step = max(1, CUT_AT * (end - start) // longer)
    at = start
    while end - at > max(1, LONGEST * (end - start) // longer):
        cut = cut_near(document.text, at, at + step)
        other = document.source_span(cut - 1, cut)[1]
        in_lines = _is_inside(clean, cut) and _is_inside(source, other)
        if in_lines and low < other < high:
            yield cut, other
            low = other
        at = cut


def _is_inside(blocks: TextBlocks, offset: int) -> bool:
    """Tell if an offset stands inside a line, neither at its start nor at its end."""
    number = blocks.at(offset)
    return blocks.starts[number] < offset < blocks.ends[number]
