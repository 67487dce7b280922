"""How tall every block is, and which block stands at a height. Pure Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable


class HeightIndex:
    """A Fenwick tree of block heights in whole pixels; every question takes O(log n).

    Heights are estimates until a block is laid out, so they change one by one while reading.
    """

    __slots__ = ("_heights", "_top", "_tree")

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        tree = [0, *self._heights]
        for index in range(1, len(tree)):
            parent = index + (index & -index)
            if parent < len(tree):
                tree[parent] += tree[index]
        self._tree = tree
        self._top = 1 << max(0, len(self._heights).bit_length() - 1)

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
            index = block + 1
            while index < len(self._tree):
                self._tree[index] += change
                index += index & -index

    def above(self, block: int) -> int:
        """Return the height of all blocks before `block`."""
        total = 0
        while block > 0:
            total += self._tree[block]
            block -= block & -block
        return total

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
        last = len(self._heights) - 1
        return (index, y) if index <= last else (last, self._heights[last])
