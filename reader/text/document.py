"""What restoring a text gives: source, clean text, every repair, and the way between them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from pathlib import Path

from reader.text.cut import Cut
from reader.text.left_out import LeftOut
from reader.text.paragraph import LEAST, Paragraph, Steps, divide
from reader.text.repair import Repair, RepairColumns, Row
from reader.text.repair_sequence import Repairs
from reader.text.structure import Block, BlockKind, Structure

__all__ = ["Document", "Origin", "Repair"]

_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_ALIGNED = 64  # paragraphs whose alignments are kept


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document's text came from and how its bytes were read.

    `encoding` is empty where the format has none of its own (.docx, .pdf). `structure` says what
    the lines of the source are; it is empty for plain text. `cuts` are the bytes behind U+FFFD.
    """

    path: Path | None = None
    encoding: str = "utf-8"
    how: str = "given"  # "bom", "declared", "detected", "chosen", "given"
    lost: int = 0  # number of undecodable byte sequences shown as U+FFFD
    format: str = "text"  # "text", "html", "docx", "pdf", "epub", "ofd", "doc", "odt", "rtf"
    address: str = ""  # where the bytes were fetched from
    whole_page: bool = False  # all text of a page, not its main text alone
    structure: Structure = ()
    cuts: tuple[Cut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()  # what the file holds besides its text


@dataclass(frozen=True, eq=False)
class Document:
    """A restored document: a sequence of restored paragraphs. Immutable and picklable.

    The paragraphs make up the whole source, each with the separators behind it.
    """

    source: str
    paragraphs: tuple[Paragraph, ...]
    origin: Origin = field(default_factory=Origin)

    @classmethod
    def of(
        cls,
        source: str,
        rows: RepairColumns | Iterable[Row] = (),
        origin: Origin | None = None,
        *,
        least: int = LEAST,
    ) -> Document:
        """Return the document in which these are the repairs: (start, end, change), in order.

        `least` is the length from which on a paragraph may end. Raises ValueError if applied
        repairs overlap, or if any is out of order or reaches outside the source.
        """
        columns = rows if isinstance(rows, RepairColumns) else RepairColumns.of(rows)
        return cls(source, divide(source, columns, least), origin or Origin())

    def __eq__(self, other: object) -> bool:
        """Tell if another document reads the same, with the same repairs and origin."""
        if not isinstance(other, Document):
            return NotImplemented
        return (
            (self.source, self.text, self.origin) == (other.source, other.text, other.origin)
            and self.repairs == other.repairs
        )  # fmt: skip

    __hash__ = None  # type: ignore[assignment]  # as of a list: too long to be a key

    def __getstate__(self) -> dict[str, object]:
        """Return what is pickled: nothing that can be made again."""
        names = ("source", "paragraphs", "origin")
        return {name: self.__dict__[name] for name in names}

    @cached_property
    def text(self) -> str:
        """The clean text."""
        return "".join(map(attrgetter("text"), self.paragraphs))

    @cached_property
    def repairs(self) -> Repairs:
        """All repairs, ordered by source position; each is made when it is looked at."""
        return Repairs(self.source, self.paragraphs, self.starts[0], self.starts[2])

    @property
    def structure(self) -> Structure:
        """What the lines of the source are (code points); empty for plain text."""
        return self.origin.structure

    def clean_structure(self) -> Structure:
        """Return the structure with offsets into the clean text; its blocks hold all of that."""
        return tuple(clean for _, clean in self.place_structure())

    def place_structure(self) -> list[tuple[Block, Block]]:
        """Return each block of the clean text behind the block of the source that it came of.

        What was written beside a line is a part of that line. A line that was written where none
        stood is a paragraph, which came of an empty block of the source.
        """
        placed: list[tuple[Block, Block]] = []
        at = 0
        for block in self.origin.structure:
            start, end = self.clean_span(block.start, block.end)
            start = self._place_written(placed, at, max(at, start), is_last=False)
            at = max(start, end)
            placed.append((block, block._replace(start=start, end=at)))
        if placed:
            self._place_written(placed, at, len(self.text), is_last=True)
        return placed

    def _place_written(
        self, placed: list[tuple[Block, Block]], start: int, end: int, *, is_last: bool
    ) -> int:
        """Place what stands in text[start:end], between two blocks; return where the next begins.

        The formats put nothing there but a line end.
        """
        between = self.text[start:end]
        if not between or between.isspace():
            return end
        lines = [found.span() for found in _LINE.finditer(between)]
        if placed and lines[0][0] == 0:
            source, clean = placed[-1]
            placed[-1] = source, clean._replace(end=start + lines.pop(0)[1])
        if lines and lines[-1][1] == len(between) and not is_last:
            end = start + lines.pop()[0]
        for low, high in lines:
            at, _ = self.source_span(start + low, start + high)
            clean = Block(start + low, start + high, BlockKind.PARAGRAPH)
            placed.append((Block(at, at, BlockKind.PARAGRAPH), clean))
        return end

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that became text[start:end] (code points)."""
        return self._map(1, 0, *self._map(2, 1, start, end))

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the clean text that source[start:end] became (code points)."""
        return self._map(1, 2, *self._map(0, 1, start, end))

    def repairs_in_source(self, start: int, end: int) -> tuple[Repair, ...]:
        """Return the repairs that touch source[start:end] (code points)."""
        return self.repairs.in_source(start, end)

    def repairs_in_clean(self, start: int, end: int) -> tuple[Repair, ...]:
        """Return the repairs that touch text[start:end], removed glosses at its edges included."""
        return self.repairs.in_clean(start, end)

    def rows(self) -> Iterator[Row]:
        """Yield (start, end, change) of each repair, start and end in the source (code points)."""
        for base, paragraph in zip(self.starts[0], self.paragraphs, strict=False):
            columns = paragraph.columns
            starts, ends = map(base.__add__, columns.starts), map(base.__add__, columns.ends)
            yield from zip(starts, ends, columns.changes, strict=True)

    def rebuild_source(self) -> str:
        """Return the source, put together from the clean text and the repairs alone."""
        pieces: list[str] = []
        at = 0
        for repair in self.repairs:
            if repair.applied:
                pieces.append(self.text[at : repair.clean_start])
                pieces.append(repair.before)
                at = repair.clean_end
        pieces.append(self.text[at:])
        return "".join(pieces)

    @cached_property
    def starts(self) -> tuple[array[int], array[int], array[int]]:
        """Where the paragraphs begin in the source, after the first layer, and in the clean text.

        Each ends with the length of the whole.
        """
        levels = zip(*map(attrgetter("lengths"), self.paragraphs), strict=True)
        source, between, clean = (array("q", accumulate(one, initial=0)) for one in levels)
        return source, between, clean

    @cached_property
    def _aligned(self) -> dict[int, Steps]:
        return {}

    def _steps(self, number: int) -> Steps:
        """Return the alignments of a paragraph; those asked for last are kept."""
        kept = self._aligned
        steps = kept.get(number)
        if steps is None:
            if len(kept) >= _ALIGNED:
                del kept[next(iter(kept))]
            steps = kept[number] = self.paragraphs[number].steps
        return steps

    def _map(self, here: int, there: int, start: int, end: int) -> tuple[int, int]:
        """Map a span from one text to the one before or after it; 0 is the source, 2 clean.

        Does what one alignment of the whole text would do, caret and deletions at the edge of a
        paragraph included: only the first and the last paragraph it touches are asked.
        """
        near, far = self.starts[here], self.starts[there]
        count = len(self.paragraphs)
        if start < end:
            first = max(0, bisect_right(near, start, 0, count) - 1)
            last = max(first, bisect_left(near, end, 0, count) - 1)
        else:
            # All that is empty here and stands at the caret may lie in several paragraphs.
            first = max(0, bisect_left(near, start, 0, count) - 1)
            last = max(first, bisect_right(near, start, 0, count) - 1)
        if first == last:
            low, high = self._map_in(first, here, there, start - near[first], end - near[first])
            return low + far[first], high + far[first]
        stop = near[first + 1] if start < end else end
        low, _ = self._map_in(first, here, there, start - near[first], stop - near[first])
        begin = near[last] if start < end else start
        _, high = self._map_in(last, here, there, begin - near[last], end - near[last])
        return low + far[first], max(low + far[first], high + far[last])

    def _map_in(self, number: int, here: int, there: int, start: int, end: int) -> tuple[int, int]:
        step = self._steps(number)[min(here, there)]
        return step.to_output(start, end) if here < there else step.to_input(start, end)
