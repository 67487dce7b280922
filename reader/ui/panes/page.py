"""Which rows of a document are on the screen, and where: one place for both panes.

A row is a paragraph of the clean text and its twin in the source. Both begin at the same height,
and the row is as high as the taller of the two. The place at the top is kept as (row, pixels of it
that are scrolled away), never as a height from the start of the text: heights of rows that were not
laid out yet are guesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.ui.panes.heights import HeightIndex
from reader.ui.panes.pager import Pager, ScrollPosition
from reader.ui.panes.side import Side
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.twin_blocks import TwinBlocks

_ANY = 1_000_000  # pixels; lines are as wide as the pane allows


class Anchor(NamedTuple):
    """A place that outlives a change of the clean text: pixels below the start of a row."""

    source_start: int  # of the row (code points)
    dy: int


class Page:
    """The place that both panes show. Heights are in pixels, offsets in code points."""

    def __init__(self, styles: dict[Side, TextStyle]) -> None:
        self.blocks = TwinBlocks.of(None)
        self.row = 0
        self.dy = 0
        self.height = 1
        self._heights = HeightIndex([0])
        self._last: tuple[int, int] | None = None
        self._kept: ScrollPosition | None = None
        self._pagers = {side: Pager(side, styles[side], self) for side in Side}
        self._shown: tuple[Side, ...] = tuple(Side)
        self._showing = tuple(self._pagers.values())
        self.widest = _ANY
        self._measure()

    def pager(self, side: Side) -> Pager:
        """Return the geometry of one pane."""
        return self._pagers[side]

    # -- what is shown

    def set_blocks(self, blocks: TwinBlocks, *, same: bool = False) -> None:
        """Show another document from its start; `same` says that it is the one before, decided on.

        Then what is laid out stays, but for the rows that read otherwise now.
        """
        before, self.blocks = self.blocks, blocks
        self.row = self.dy = 0
        self._kept = None
        if same and before.source is blocks.source and _are_single(before, blocks):
            self._last = None
            for pager in self._pagers.values():
                pager.forget_changed(before.clean, blocks.clean)
        else:
            for pager in self._pagers.values():
                pager.forget()
            self._measure()
        self._to_start()

    def show_sides(self, *sides: Side) -> None:
        """Make rows as high as these sides need."""
        if sides != self._shown:
            self._shown = sides
            self._showing = tuple(self._pagers[side] for side in sides)
            self.fit_lines()
            self.measure_again(self.position())

    def fit_lines(self) -> None:
        """Let lines of both sides be equally wide where both are set in one size.

        What is the same on both sides then breaks at the same characters.
        """
        pagers = self._showing
        alike = len({pager.style.em for pager in pagers}) < len(pagers)
        widest = min(pager.room for pager in pagers) if alike else _ANY
        if widest != self.widest:
            self.widest = widest
            for pager in self._pagers.values():
                pager.forget()

    def measure_again(self, position: ScrollPosition) -> None:
        """Guess all heights anew, for another font or width, and put this place at the top."""
        self._measure()
        # While a window is being dragged wider this is called again and again: each time from the
        # same place, else the rounding to pixels would add up and the text would creep away.
        self.keep_place(position)

    def _measure(self) -> None:
        self._last = None
        guesses = [self._guess(side) for side in self._shown]
        self._heights = HeightIndex(map(max, *guesses) if len(guesses) > 1 else guesses[0])

    def _guess(self, side: Side) -> Sequence[int]:
        """Return a guess at the height of each row on one side."""
        heights = self._pagers[side].guess_heights()
        rows = self.blocks.rows(side)
        if isinstance(rows, range):  # every block is a row
            return heights
        above = list(accumulate(heights, initial=0))
        return [above[end] - above[start] for start, end in pairwise(rows)]

    def keep_place(self, position: ScrollPosition) -> None:
        """Put this place at the top again after some blocks were laid out anew."""
        self._last = None
        self.go(position)
        self._kept = position

    # -- rows

    def row_height(self, row: int) -> int:
        """Return the height of a row, laid out on both sides."""
        height = 0
        for pager in self._showing:  # some sixty rows are asked for while a page is turned
            height = max(height, pager.height_in_row(row))
        self._heights.set(row, height)
        return height

    def visible(self) -> Iterator[tuple[int, int]]:
        """Yield (row, y of its top) for what is on the screen."""
        y = -self.dy
        for row in range(self.row, self.blocks.row_count):
            if y >= self.height:
                return
            yield row, y
            y += self.row_height(row)

    def ahead(self) -> Iterator[int]:
        """Yield the rows of a screen and a half below the view and of half a one above it."""
        last = self.blocks.row_count - 1
        below = self._heights.find(self.value() + self.height * 5 // 2)[0]
        above = self._heights.find(self.value() - self.height // 2)[0]
        yield from range(self.row, min(below, last) + 1)
        yield from range(self.row - 1, above - 1, -1)

    def row_y(self, row: int) -> int:
        """Return the y of a row's top; of a far one it is measured by guessed heights."""
        return self._heights.above(row) - self._heights.above(self.row) - self.dy

    def row_at(self, y: int) -> int:
        """Return the row at a height below the top of the view."""
        found = self.row
        for row, top in self.visible():
            if y < top:
                break
            found = row
        return found

    def height_before(self, row: int) -> tuple[int, int]:
        """Return the height of all rows before one, and of all there are; partly guessed."""
        return self._heights.above(row), self._heights.total()

    def heights_above(self) -> list[int]:
        """Return the height above each row, and at last that of all; partly guessed."""
        return self._heights.accumulated()

    def row_at_height(self, y: int) -> int:
        """Return the row at a height from the start of the text."""
        return self._heights.find(y)[0]

    # -- moving

    def scroll(self, pixels: int) -> None:
        """Move by this many pixels, down if positive."""
        self._kept = None
        self.dy += pixels
        last = self.blocks.row_count - 1
        while self.dy < 0 and self.row > 0:
            self.row -= 1
            self.dy += self.row_height(self.row)
        while self.row < last and self.dy >= self.row_height(self.row):
            self.dy -= self.row_height(self.row)
            self.row += 1
        self.clamp()

    def set_value(self, y: int) -> None:
        """Move to a height from the start of the text, as a scroll bar's thumb gives it."""
        self._kept = None
        self.row, below = self._heights.find(y - self._top_room)
        # The guess and the real height differ: keep the fraction, so that no place is skipped.
        guessed = self._heights.height(self.row) or 1
        self.dy = below * self.row_height(self.row) // guessed
        self._to_start()
        self.clamp()

    def value(self) -> int:
        """Return the height above the view, partly guessed."""
        return self._heights.above(self.row) + self.dy + self._top_room

    def maximum(self) -> int:
        """Return the height above the view when the last line stands at its bottom."""
        return max(0, self._heights.total() + self._top_room - self.height)

    def shows(self, side: Side) -> bool:
        """Return whether a side is not folded away."""
        return side in self._shown

    def set_height(self, height: int) -> None:
        """Show so many pixels of the text."""
        if height != self.height:
            self.height = height
            self._last = None
            self.clamp()

    def put_row_at(self, row: int, dy: int, y: int) -> None:
        """Move so that what is `dy` below the top of a row is `y` below that of the view."""
        self.row, self.dy = row, dy
        self.scroll(-y)
        self._to_start()

    def to_end(self) -> None:
        """Move to the end of the text."""
        self._kept = None
        self.row, self.dy = self._end()

    def anchor(self) -> Anchor:
        """Return what stands at the top, for the time when the clean text is another."""
        start = self.blocks.source_rows[self.row]
        starts = self.blocks.source.starts
        return Anchor(starts[min(start, len(starts) - 1)], self.dy)

    def go_to_anchor(self, anchor: Anchor) -> None:
        """Put the same row at the top, as far scrolled away."""
        self._kept = None
        source = self.blocks.source
        self.row = self.blocks.row_of(Side.SOURCE, source.at(anchor.source_start))
        self.dy = anchor.dy
        self.scroll(0)

    def position(self) -> ScrollPosition:
        """Return what stands at the top, in the clean text."""
        return self._kept or self._pagers[Side.CLEAN].position()

    def go(self, position: ScrollPosition) -> None:
        """Put a place of the clean text at the top."""
        self._kept = None
        self.row, self.dy = self._pagers[Side.CLEAN].spot(position)
        self.clamp()

    @property
    def _top_room(self) -> int:
        """Where the text begins, some room belongs above its first line."""
        return self._pagers[Side.CLEAN].style.top_room

    def _to_start(self) -> None:
        if not self.row and not self.dy:
            self.dy = -self._top_room

    def least(self, row: int) -> int:
        """Return how little of a row may be scrolled away."""
        return 0 if row else -self._top_room

    def clamp(self) -> None:
        """Stay inside the text."""
        self.dy = max(self.least(self.row), self.dy)
        end = self._end()
        if (self.row, self.dy) > end:
            self.row, self.dy = end

    def _end(self) -> tuple[int, int]:
        if self._last is None:
            left, row = self.height, self.blocks.row_count
            while row > 0 and left > 0:
                row -= 1
                left -= self.row_height(row)
            self._last = (row, max(self.least(row), -left))
        return self._last


def _are_single(before: TwinBlocks, after: TwinBlocks) -> bool:
    """Tell if every row is one block on each side in both, so that their numbers are the same."""
    return (
        isinstance(before.clean_rows, range)
        and isinstance(after.clean_rows, range)
        and before.row_count == after.row_count
    )
