"""What the lines of a document are: headings, paragraphs, items of lists, rows of tables."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class BlockKind(Enum):
    """What one line of the text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Block(NamedTuple):
    """One line of a text and what it is; offsets are half-open code points, without the line end.

    `level` is 1 to 6 for a heading, 1 upwards for an item of a list inside lists, 1 for the head
    row of a table. `ordered` says that the item's number is part of its text. The cells of a row
    are parted by tabs.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    ordered: bool = False


Structure = tuple[Block, ...]
"""The blocks of a text, in order, not overlapping; empty where the format has none (.txt)."""

# All that some reader takes for a line end, and what no text holds.
_LINE_ENDS = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f]")
_EDGES = " \t\u00a0\u3000"


def cell_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the span of each cell of a row that is text[start:end] (code points)."""
    found, at = [], start
    for cell in text[start:end].split("\t"):
        found.append((at, at + len(cell)))
        at += len(cell) + 1
    return found


class StructureWriter:
    """Puts a text together line by line and remembers what each line is."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._at = 0

    def __len__(self) -> int:
        """Return the number of code points written."""
        return self._at

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        *,
        ordered: bool = False,
    ) -> None:
        """Add one line; what has no text is left out.

        Indents are layout and go: 　　第一条 becomes 第一条. In a row tabs part the cells and stay.
        """
        line = _NO_TEXT.sub("", _LINE_ENDS.sub(" ", text))
        line = line.strip(" \u00a0\u3000") if kind is BlockKind.ROW else line.strip(_EDGES)
        if not line.strip():
            return
        self._lines.append(line)
        self._blocks.append(Block(self._at, self._at + len(line), kind, level, ordered))
        self._at += len(line) + 1

    def add_row(self, cells: list[str], *, head: bool = False) -> None:
        """Add a row of a table; `head` if it names the columns."""
        texts = [_LINE_ENDS.sub(" ", cell).replace("\t", " ").strip(_EDGES) for cell in cells]
        if any(texts):
            self.add("\t".join(texts), BlockKind.ROW, 1 if head else 0)

    def lines(self) -> list[tuple[str, Block]]:
        """Return what was written, line by line."""
        return list(zip(self._lines, self._blocks, strict=True))

    def result(self) -> tuple[str, Structure]:
        """Return the text, one line a block, each with a line end, and its structure."""
        text = "\n".join(self._lines)
        return f"{text}\n" if text else "", tuple(self._blocks)


def with_label(label: str, text: str) -> str:
    """Return a text behind its number, with a space where one is needed: 1. 目标, but 一、目标."""
    if label and label[-1].isascii() and text.strip():
        return f"{label} {text.strip()}"
    return f"{label}{text}"
