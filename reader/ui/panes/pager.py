"""Which blocks of a text are on the screen, and where.

The place at the top is kept as (block, pixels of it that are scrolled away), never as a height
from the start of the text: heights of blocks that were not laid out yet are guesses.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import sub

from PySide6.QtCore import QPointF, QRectF

from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.block_ruby import ReadingsAbove, nothing_above
from reader.ui.panes.heights import HeightIndex
from reader.ui.panes.text_blocks import PLAIN, TextBlocks
from reader.ui.panes.text_style import TextStyle

_KEPT = 160  # laid out blocks; some three screens of short paragraphs


@dataclass(frozen=True, slots=True)
class ScrollPosition:
    """A reading position: a fraction of a character, and behind a paragraph of the gap below.

    `offset` counts code points and moves evenly along a line while that line scrolls away; `gap`
    (0..1) counts only where `offset` is the end of a block.
    """

    offset: float
    gap: float = 0.0


Farthest = Callable[[], ScrollPosition | None]


class Pager:
    """Geometry of one pane. Points and boxes are in viewport pixels, offsets in code points."""

    def __init__(self, style: TextStyle, farthest: Farthest = lambda: None) -> None:
        """`farthest` gives the place up to which one may scroll, even beyond the own end.

        That is the other pane's last place: what stands at the top of one must be able to stand at
        the top of the other.
        """
        self.blocks = TextBlocks("")
        self.style = style
        self.width = 1
        self.height = 1
        self.block = 0
        self.dy = 0
        self._farthest = farthest
        self._readings_above: ReadingsAbove = nothing_above
        self._layouts: OrderedDict[int, BlockLayout] = OrderedDict()
        self._end: tuple[int, int] | None = None
        self._kept: ScrollPosition | None = None
        self._heights = HeightIndex([])
        self._measure()

    def set_blocks(self, blocks: TextBlocks) -> None:
        """Show another text from its start."""
        self.blocks = blocks
        self.block = self.dy = 0
        self._kept = None
        self._measure()
        self._to_start()

    def set_frame(self, style: TextStyle, width: int, height: int) -> None:
        """Lay out in another font or another size; what stands at the top stays there."""
        if style is self.style and width == self.width:
            self.height = height
            self._end = None
            self._clamp()
            return
        # While a window is being dragged wider this is called again and again: each time from the
        # same place, else the rounding to pixels would add up and the text would creep away.
        position = self._kept or self.position()
        self.style, self.width, self.height = style, width, height
        self._measure()
        self.go(position)
        self._kept = position

    def _measure(self) -> None:
        self._layouts.clear()
        self._end = None
        blocks, style, width = self.blocks, self.style, self.text_width
        lengths = list(map(sub, blocks.ends, blocks.starts))
        guesses = {length: style.estimate(length, width, True) for length in set(lengths)}
        heights = list(map(guesses.__getitem__, lengths))
        for block, look in blocks.looks.items():
            heights[block] = style.looking(look).estimate(lengths[block], width, True)
        self._heights = HeightIndex(heights)

    @property
    def left(self) -> int:
        """The x at which lines start."""
        return self.style.margin(self.width)

    @property
    def text_width(self) -> int:
        """The width of a line."""
        return max(1, self.width - 2 * self.left)

    def layout(self, block: int) -> BlockLayout:
        """Return the lines of a block, laid out if need be."""
        layout = self._layouts.get(block)
        if layout is None:
            text = self.blocks.block_text(block)
            closes = self.blocks.closes_paragraph(block)
            look = self.blocks.looks.get(block, PLAIN)
            style = self.style.looking(look)
            above = self._readings_above(block)
            layout = BlockLayout(text, style, self.text_width, closes, look, above)
            self._layouts[block] = layout
            self._heights.set(block, layout.height)
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(block)
        return layout

    def write_above(self, readings_above: ReadingsAbove) -> None:
        """Write these readings above the blocks that are laid out from now on."""
        self._readings_above = readings_above

    def waits_for_readings(self, block: int) -> bool:
        """Return whether it is not known yet what is to be written above a block."""
        return self._readings_above(block) is None

    def lay_out_again(self) -> bool:
        """Forget the blocks above which something else is to be written; tell if there were any.

        What stands at the top stays there. What is on the screen stays until its readings are
        known.
        """
        shown = {block for block, _, _ in self.visible()}
        stale = []
        for block, layout in self._layouts.items():
            above = self._readings_above(block)
            if above != layout.readings and (above is not None or block not in shown):
                stale.append(block)
        if not stale:
            return False
        position = self._kept or self.position()
        for block in stale:
            del self._layouts[block]
        self._end = None
        self.go(position)
        self._kept = position
        return True

    def visible(self) -> Iterator[tuple[int, int, BlockLayout]]:
        """Yield (block, y of its top, its layout) for what is on the screen."""
        y = -self.dy
        for block in range(self.block, len(self.blocks)):
            if y >= self.height:
                return
            layout = self.layout(block)
            yield block, y, layout
            y += layout.height

    def ahead(self) -> Iterator[tuple[int, BlockLayout | None]]:
        """Yield the blocks of a screen and a half below the view and of half a one above it."""
        last = len(self.blocks) - 1
        below = self._heights.find(self.value() + self.height * 5 // 2)[0]
        above = self._heights.find(self.value() - self.height // 2)[0]
        for block in range(self.block, min(below, last, self.block + _KEPT // 2) + 1):
            yield block, self._layouts.get(block)
        for block in range(self.block - 1, max(above, self.block - _KEPT // 4) - 1, -1):
            yield block, self._layouts.get(block)

    def visible_span(self) -> tuple[int, int]:
        """Return the span of the text from the first to the last visible block."""
        shown = [block for block, _, _ in self.visible()]
        return self.blocks.starts[shown[0]], self.blocks.ends[shown[-1]]

    # -- moving

    def scroll(self, pixels: int) -> None:
        """Move by this many pixels, down if positive."""
        self._kept = None
        self.dy += pixels
        last = len(self.blocks) - 1
        while self.dy < 0 and self.block > 0:
            self.block -= 1
            self.dy += self.layout(self.block).height
        while self.block < last and self.dy >= self.layout(self.block).height:
            self.dy -= self.layout(self.block).height
            self.block += 1
        self._clamp()

    def set_value(self, y: int) -> None:
        """Move to a height from the start of the text, as a scroll bar's thumb gives it."""
        self._kept = None
        self.block, below = self._heights.find(y - self.style.top_room)
        # The guess and the real height differ: keep the fraction, so that no place is skipped.
        guessed = self._heights.height(self.block) or 1
        self.dy = below * self.layout(self.block).height // guessed
        self._to_start()
        self._clamp()

    def value(self) -> int:
        """Return the height above the view, partly guessed."""
        return self._heights.above(self.block) + self.dy + self.style.top_room

    def maximum(self) -> int:
        """Return the height above the view when the last line stands at its bottom."""
        return max(0, self._heights.total() + self.style.top_room - self.height)

    def position(self) -> ScrollPosition:
        """Return what stands at the top."""
        return self._position(self.block, self.dy)

    def go(self, position: ScrollPosition) -> None:
        """Put a place at the top."""
        self._kept = None
        self.block, self.dy = self._spot(position)
        self._clamp()

    def last_position(self) -> ScrollPosition:
        """Return what stands at the top when the last line stands at the bottom."""
        return self._position(*self._own_end())

    def _to_start(self) -> None:
        """Where the text begins, some room belongs above its first line."""
        if not self.block and not self.dy:
            self.dy = -self.style.top_room

    def _least(self, block: int) -> int:
        return 0 if block else -self.style.top_room

    def _clamp(self) -> None:
        self.dy = max(self._least(self.block), self.dy)
        end = self._own_end()
        if (self.block, self.dy) > end:
            farthest = self._farthest()
            if farthest is not None:
                end = max(end, self._spot(farthest))
            if (self.block, self.dy) > end:
                self.block, self.dy = end

    def _own_end(self) -> tuple[int, int]:
        if self._end is None:
            left = self.height
            block = len(self.blocks)
            while block > 0 and left > 0:
                block -= 1
                left -= self.layout(block).height
            self._end = (block, max(self._least(block), -left))
        return self._end

    def _position(self, block: int, dy: int) -> ScrollPosition:
        layout = self.layout(block)
        start = self.blocks.starts[block]
        pitch = layout.style.pitch
        line, within = divmod(max(0, dy), pitch)
        if line < layout.line_count:
            begin, end = layout.line_starts[line], layout.line_end(line)
            return ScrollPosition(start + begin + (end - begin) * within / pitch)
        text_height = layout.line_count * pitch
        gap = (dy - text_height) / max(1, layout.height - text_height)
        return ScrollPosition(float(start + layout.length), min(1.0, gap))

    def _spot(self, position: ScrollPosition) -> tuple[int, int]:
        if position.offset == position.gap == 0.0:
            return 0, self._least(0)
        block = self.blocks.at(int(position.offset))
        layout = self.layout(block)
        local = position.offset - self.blocks.starts[block]
        pitch = layout.style.pitch
        text_height = layout.line_count * pitch
        if local >= layout.length:
            return block, text_height + round(position.gap * (layout.height - text_height))
        line = layout.line_at(int(local))
        begin, end = layout.line_starts[line], layout.line_end(line)
        return block, round((line + (local - begin) / (end - begin)) * pitch)

    # -- finding

    def line_y(self, offset: int) -> int:
        """Return the y of the top of the line an offset is on.

        Exact where the line is on the screen; a far one is measured by guessed heights.
        """
        block = self.blocks.at(offset)
        layout = self.layout(block)
        line = layout.line_at(offset - self.blocks.starts[block])
        top = self._heights.above(block) - self._heights.above(self.block)
        return top - self.dy + line * layout.style.pitch

    def put_at(self, offset: int, y: int) -> None:
        """Move so that the line of an offset stands `y` below the top."""
        self.block = self.blocks.at(offset)
        layout = self.layout(self.block)
        line = layout.line_at(offset - self.blocks.starts[self.block])
        self.dy = line * layout.style.pitch
        self.scroll(-y)
        self._to_start()

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
        offset = self.blocks.starts[self.block]
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
