"""How tall every block is, and which block stands at a height. Pure Python, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_CHUNK = 256


class HeightIndex:
    """Block heights in whole pixels: a Fenwick tree over the sums of chunks of 256 blocks.

    A tree over single blocks took a second to build for 1,600,000 lines, and that at every resize;
    the sums of chunks are made at C speed, and a question costs O(log n) and one chunk.
    Heights are estimates until a block is laid out, so they change one by one while reading.
    """

    __slots__ = ("_heights", "_top", "_tree")

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        starts = range(0, len(self._heights), _CHUNK)
        tree = [0, *(sum(self._heights[start : start + _CHUNK]) for start in starts)]
        for index in range(1, len(tree)):
            parent = index + (index & -index)
            if parent < len(tree):
                tree[parent] += tree[index]
        self._tree = tree
        self._top = 1 << max(0, (len(tree) - 1).bit_length() - 1)

    def __len__(self) -> int:
        return len(self._heights)

    def height(self, block: int) -> int:
        """Return the height of one block."""
        return self._heights[block]

    def set(self, block: int, height: int) -> None:
        """Change the height of one block."""
        change = height - self._heights[block]
        if change:
            self._heights[block] = height
            index = block // _CHUNK + 1
            while index < len(self._tree):
                self._tree[index] += change
                index += index & -index

    def above(self, block: int) -> int:
        """Return the height of all blocks before `block`."""
        index = block // _CHUNK
        total = sum(self._heights[index * _CHUNK : block])
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    def accumulated(self) -> list[int]:
        """Return the height above each block, and at last that of all."""
        return list(accumulate(self._heights, initial=0))

    def total(self) -> int:
        """Return the height of all blocks."""
        return self.above(len(self._heights))

    def find(self, y: int) -> tuple[int, int]:
        """Return the block at height `y` and how far below its top `y` is.

        Above the first block that is (0, 0), below the last one its very end.
        """
        if y <= 0:
            return 0, 0
        index = 0
        step = self._top
        while step:
            following = index + step
            if following < len(self._tree) and self._tree[following] <= y:
                index = following
                y -= self._tree[following]
            step >>= 1
        first = index * _CHUNK
        ends = list(accumulate(self._heights[first : first + _CHUNK]))
        within = bisect_right(ends, y)
        if within == len(ends):  # only behind the last block
            last = len(self._heights) - 1
            return last, self._heights[last]
        return first + within, y - (ends[within - 1] if within else 0)
