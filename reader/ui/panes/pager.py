"""The geometry of one pane: where its blocks, lines and characters are on the page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import sub
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from reader.ui.panes.block_glosses import GlossesBelow, nothing_below
from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.block_ruby import RubyAbove, nothing_above
from reader.ui.panes.side import Side
from reader.ui.panes.text_blocks import PLAIN, TextBlocks
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.tints import TintsOf, nothing_tinted
from reader.ui.panes.twin_blocks import TwinBlocks

# Left and right of the text; the marks of its lines stand left of the clean one.
_MARGINS = {Side.CLEAN: (54, 8), Side.SOURCE: (8, 16)}
_KEPT = 160  # laid out blocks; some three screens of short paragraphs


@dataclass(frozen=True, slots=True)
class ScrollPosition:
    """A reading position: a fraction of a character, and behind a paragraph of the gap below.

    `offset` counts code points and moves evenly along a line while that line scrolls away; `gap`
    (0..1) counts only where `offset` is the end of a block.
    """

    offset: float
    gap: float = 0.0


class Rows(Protocol):
    """The rows that both panes share, and which of them are on the screen; `Page` has them."""

    blocks: TwinBlocks
    row: int
    dy: int
    height: int

    def visible(self) -> Iterator[tuple[int, int]]:
        """Yield (row, y of its top) for what is on the screen."""

    def ahead(self) -> Iterator[int]:
        """Yield the rows of the screens around it."""

    def row_height(self, row: int) -> int:
        """Return the height of a row, laid out on both sides."""

    def row_y(self, row: int) -> int:
        """Return the y of a row's top."""

    def least(self, row: int) -> int:
        """Return how little of a row may be scrolled away."""

    def position(self) -> ScrollPosition:
        """Return what stands at the top, in the clean text."""

    def keep_place(self, position: ScrollPosition) -> None:
        """Put this place at the top again after some blocks were laid out anew."""

    def measure_again(self, position: ScrollPosition) -> None:
        """Guess all heights anew, and put this place at the top."""

    def scroll(self, pixels: int) -> None:
        """Move by this many pixels, down if positive."""

    def set_height(self, height: int) -> None:
        """Show so many pixels of the text."""

    def shows(self, side: Side) -> bool:
        """Return whether a side is not folded away."""
        ...

    @property
    def widest(self) -> int:
        """How wide a line may be in either pane."""
        ...

    def fit_lines(self) -> None:
        """Find out how wide lines may be, after the font or the size of a pane changed."""

    def to_end(self) -> None:
        """Move to the end of the text."""

    def put_row_at(self, row: int, dy: int, y: int) -> None:
        """Move so that what is `dy` below the top of a row is `y` below that of the view."""


class Pager:
    """Geometry of one pane. Points and boxes are in viewport pixels, offsets in code points."""

    def __init__(self, side: Side, style: TextStyle, page: Rows) -> None:
        self.style = style
        self.width = 1
        self._side = side
        self._margins = _MARGINS[side]
        self._page = page
        self._ruby_above: RubyAbove = nothing_above
        self._glosses_below: GlossesBelow = nothing_below
        self._layouts: OrderedDict[int, BlockLayout] = OrderedDict()
        self.tints_of: TintsOf = nothing_tinted
        """What is set in other colours of the blocks that are laid out from now on."""

    @property
    def blocks(self) -> TextBlocks:
        """The blocks of the text."""
        return self._page.blocks.blocks(self._side)

    @property
    def height(self) -> int:
        """The height of the view."""
        return self._page.height

    def set_frame(self, style: TextStyle, width: int, height: int) -> None:
        """Lay out in another font or another size; what stands at the top stays there."""
        page = self._page
        if not page.shows(self._side):
            height = page.height  # a pane that was never shown is 480 pixels high
        if style is self.style and width == self.width:
            page.set_height(height)
            return
        position = page.position()
        self.style, self.width, page.height = style, width, height
        self.forget()
        page.fit_lines()
        page.measure_again(position)

    def forget(self) -> None:
        """Lay out all blocks anew."""
        self._layouts.clear()

    def forget_changed(self, before: TextBlocks, after: TextBlocks) -> None:
        """Lay out anew the blocks whose clean text, before and after, is not the same."""
        for block in list(self._layouts):
            if before.block_text(block) != after.block_text(block):
                del self._layouts[block]

    def guess_heights(self) -> list[int]:
        """Return a guess at the height of each block before any is laid out."""
        style, width = self.style, self.text_width
        lengths = list(map(sub, self.blocks.ends, self.blocks.starts))
        guesses = {length: style.estimate(length, width, True) for length in set(lengths)}
        heights = list(map(guesses.__getitem__, lengths))
        for block, look in self.blocks.looks.items():
            heights[block] = style.looking(look).estimate(lengths[block], width, True)
        return heights

    @property
    def has_margin(self) -> bool:
        """Whether signs and counts stand left of the text."""
        return self._side is Side.CLEAN

    @property
    def left(self) -> int:
        """The x at which lines start."""
        left, right = self._margins
        return left + max(0, self.width - left - right - self.style.widest_line) // 2

    @property
    def room(self) -> int:
        """How wide a line could be in this pane."""
        left, right = self._margins
        return max(1, min(self.width - left - right, self.style.widest_line))

    @property
    def text_width(self) -> int:
        """The width of a line."""
        return min(self.room, self._page.widest)

    # -- blocks

    def layout(self, block: int) -> BlockLayout:
        """Return the lines of a block, laid out if need be."""
        layout = self._layouts.get(block)
        if layout is None:
            text = self.blocks.block_text(block)
            closes = self.blocks.closes_paragraph(block)
            look = self.blocks.looks.get(block, PLAIN)
            style = self.style.looking(look)
            above, tints = self._ruby_above(block), self.tints_of(block)
            below = self._glosses_below(block)
            layout = BlockLayout(text, style, self.text_width, closes, look, above, tints, below)
            self._layouts[block] = layout
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(block)
        return layout

    def row_blocks(self, row: int) -> range:
        """Return the blocks of a row, none where the other side alone has any."""
        rows = self._page.blocks.rows(self._side)
        return range(rows[row], rows[row + 1])

    def height_in_row(self, row: int) -> int:
        """Return how high a row would have to be for this side."""
        rows = self._page.blocks.rows(self._side)
        first, end = rows[row], rows[row + 1]
        if end - first == 1:  # as a rule
            return self.layout(first).height
        return sum(self.layout(block).height for block in range(first, end))

    def write_above(self, ruby_above: RubyAbove) -> None:
        """Write this above the blocks that are laid out from now on."""
        self._ruby_above = ruby_above

    def write_below(self, glosses_below: GlossesBelow) -> None:
        """Write these glosses below the words of blocks that are laid out from now on."""
        self._glosses_below = glosses_below

    def waits_for_readings(self, block: int) -> bool:
        """Return whether it is not known yet what is to be written at a block."""
        return None in (self._ruby_above(block), self._glosses_below(block), self.tints_of(block))

    def lay_out_again(self) -> bool:
        """Forget the blocks above which something else is to be written; tell if there were any.

        What stands at the top stays there. What is on the screen stays until its readings are
        known.
        """
        shown = {block for block, _, _ in self.visible()}
        stale = []
        for block, layout in self._layouts.items():
            above, tints = self._ruby_above(block), self.tints_of(block)
            below = self._glosses_below(block)
            known = None not in (above, tints, below)
            changed = (above, tints, below) != (layout.above, layout.tints, layout.glosses)
            if changed and (known or block not in shown):
                stale.append(block)
        if not stale:
            return False
        page = self._page
        position = page.position()
        for block in stale:
            del self._layouts[block]
        page.keep_place(position)
        return True

    def visible(self) -> Iterator[tuple[int, int, BlockLayout]]:
        """Yield (block, y of its top, its layout) for what is on the screen."""
        for row, y in self._page.visible():
            for block in self.row_blocks(row):
                layout = self.layout(block)
                yield block, y, layout
                y += layout.height

    def ahead(self) -> Iterator[tuple[int, BlockLayout | None]]:
        """Yield the blocks of a screen and a half below the view and of half a one above it."""
        most = _KEPT // 2
        for row in self._page.ahead():
            for block in self.row_blocks(row):
                yield block, self._layouts.get(block)
                most -= 1
                if most <= 0:
                    return

    def visible_span(self) -> tuple[int, int]:
        """Return the span of the text from the first to the last visible block."""
        shown = [block for block, _, _ in self.visible()]
        if not shown:
            at = self.blocks.starts[self.top_block()]
            return at, at
        return self.blocks.starts[shown[0]], self.blocks.ends[shown[-1]]

    # -- moving

    def scroll(self, pixels: int) -> None:
        """Move by this many pixels, down if positive."""
        self._page.scroll(pixels)

    def to_start(self) -> None:
        """Move to the start of the text."""
        self._page.put_row_at(0, 0, 0)

    def to_end(self) -> None:
        """Move to the end of the text."""
        self._page.to_end()

    def top_block(self) -> int:
        """Return the first block of the row at the top, or the next one that this side has."""
        return min(self._page.blocks.rows(self._side)[self._page.row], len(self.blocks) - 1)

    def position(self) -> ScrollPosition:
        """Return what stands at the top."""
        page = self._page
        blocks = self.row_blocks(page.row)
        if not blocks:
            at = min(blocks.start, len(self.blocks) - 1)
            return ScrollPosition(float(self.blocks.starts[at]))
        dy = max(0, page.dy)
        for block in blocks:
            layout = self.layout(block)
            if dy < layout.height or block == blocks[-1]:
                return self._position(block, layout, dy, page.row_height(page.row))
            dy -= layout.height
        raise AssertionError("the last block of a row takes all that is left")

    def _position(
        self, block: int, layout: BlockLayout, dy: int, row_height: int
    ) -> ScrollPosition:
        start = self.blocks.starts[block]
        pitch = layout.style.pitch
        line, within = divmod(dy, pitch)
        if line < layout.line_count:
            begin, end = layout.line_starts[line], layout.line_end(line)
            return ScrollPosition(start + begin + (end - begin) * within / pitch)
        text_height = layout.line_count * pitch
        room = max(1, max(layout.height, row_height) - text_height)
        return ScrollPosition(float(start + layout.length), min(1.0, (dy - text_height) / room))

    def spot(self, position: ScrollPosition) -> tuple[int, int]:
        """Return the row and the pixels of it that are scrolled away at a position."""
        page = self._page
        if position.offset == position.gap == 0.0:
            return 0, page.least(0)
        block = self.blocks.at(int(position.offset))
        row, above = self._place(block)
        layout = self.layout(block)
        local = position.offset - self.blocks.starts[block]
        pitch = layout.style.pitch
        text_height = layout.line_count * pitch
        if local >= layout.length:
            room = max(layout.height, page.row_height(row)) - text_height
            return row, above + text_height + round(position.gap * room)
        line = layout.line_at(int(local))
        begin, end = layout.line_starts[line], layout.line_end(line)
        return row, above + round((line + (local - begin) / (end - begin)) * pitch)

    def _place(self, block: int) -> tuple[int, int]:
        """Return the row of a block, and the height of what stands above it there."""
        row = self._page.blocks.row_of(self._side, block)
        above = sum(self.layout(one).height for one in range(self.row_blocks(row).start, block))
        return row, above

    # -- finding

    def line_y(self, offset: int) -> int:
        """Return the y of the top of the line an offset is on.

        Exact where the line is on the screen; a far one is measured by guessed heights.
        """
        block = self.blocks.at(offset)
        row, above = self._place(block)
        layout = self.layout(block)
        line = layout.line_at(offset - self.blocks.starts[block])
        return self._page.row_y(row) + above + line * layout.style.pitch

    def put_at(self, offset: int, y: int) -> None:
        """Move so that the line of an offset stands `y` below the top."""
        block = self.blocks.at(offset)
        row, above = self._place(block)
        layout = self.layout(block)
        line = layout.line_at(offset - self.blocks.starts[block])
        self._page.put_row_at(row, above + line * layout.style.pitch, y)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of a span, as far as it is on the screen."""
        found = []
        for block, y, layout in self.visible():
            first = self.blocks.starts[block]
            if first < end and start < self.blocks.ends[block]:
                found += [
                    box.translated(self.left, y) for box in layout.rects(start - first, end - first)
                ]
        return found

    def offset_near(self, point: QPointF) -> int:
        """Return the offset nearest to a point; above or below the text its start or end."""
        offset = self.blocks.starts[self.top_block()]
        for block, y, layout in self.visible():
            if point.y() < y:
                break
            local = layout.offset_near(point.x() - self.left, point.y() - y)
            offset = self.blocks.starts[block] + local
        return offset

    def offset_on(self, point: QPointF) -> int | None:
        """Return the offset of the character under a point, None beside the text."""
        for block, y, layout in self.visible():
            if y <= point.y() < y + layout.height:
                local = layout.offset_on(point.x() - self.left, point.y() - y)
                return None if local is None else self.blocks.starts[block] + local
        return None
