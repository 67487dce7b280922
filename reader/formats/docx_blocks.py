"""Puts the paragraphs, boxes and tables of a Word document in order, whatever stands in what.

A paragraph gets its place where it begins, and its words where it ends: a text box in it comes
behind it, and one in that box behind the box, each once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.text.structure import Block, BlockKind, StructureWriter, with_label


@dataclass(slots=True)
class Line:
    """One paragraph; line ends in its text part its lines. A row of a table has its cells."""

    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    ordered: bool = False
    cells: list[str] | None = None


@dataclass(slots=True)
class _Row:
    is_head: bool = False
    cells: list[int] = field(default_factory=list)  # where each begins


@dataclass(slots=True)
class _Table:
    at: int
    rows: list[_Row] = field(default_factory=list)
    has_table: bool = False


class Blocks:
    """Lines in the order of the document; they go to the writer when nothing around is open."""

    def __init__(self, writer: StructureWriter) -> None:
        self._writer = writer
        self._lines: list[Line] = []
        self._tables: list[_Table] = []
        self._open = 0

    @property
    def waiting(self) -> int:
        """How many lines are not written yet."""
        return len(self._lines)

    def begin(self) -> Line:
        """Begin a paragraph and return its line, to be filled."""
        line = Line()
        self._lines.append(line)
        self._open += 1
        return line

    def end(self) -> None:
        """End the paragraph that was begun last."""
        self._open -= 1
        if not self._open and not self._tables:
            self._flush()

    def add(self, block: Block, text: str) -> None:
        """Add a line of another document."""
        cells = text.split("\t") if block.kind is BlockKind.ROW else None
        self._lines.append(Line(text, block.kind, block.level, "", block.ordered, cells))
        self._flush()

    def begin_table(self) -> None:
        """Begin a table, which may stand in a cell of another."""
        if self._tables:
            self._tables[-1].has_table = True
        self._tables.append(_Table(len(self._lines)))

    def begin_row(self) -> None:
        """Begin a row of the table at hand."""
        if self._tables:
            self._tables[-1].rows.append(_Row())

    def mark_head(self) -> None:
        """Say that the row at hand names the columns."""
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].is_head = True

    def begin_cell(self) -> None:
        """Begin a cell of the row at hand."""
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].cells.append(len(self._lines))

    def end_table(self) -> None:
        """End the table at hand. One around other tables, or with one column, is only a frame."""
        table = self._tables.pop()
        columns = max((len(row.cells) for row in table.rows), default=0)
        if not table.has_table and columns > 1:
            rows = self._rows(table)
            del self._lines[table.at :]
            self._lines += rows
        self._flush()

    def _rows(self, table: _Table) -> list[Line]:
        starts = [row.cells[0] for row in table.rows if row.cells]
        ends = [*starts[1:], len(self._lines)]
        rows: list[Line] = []
        for row in table.rows:
            if not row.cells:
                continue
            stop = ends[len(rows)]
            cells = [
                self._cell(start, end)
                for start, end in zip(row.cells, [*row.cells[1:], stop], strict=True)
            ]
            rows.append(Line(kind=BlockKind.ROW, level=int(row.is_head), cells=cells))
        return rows

    def _cell(self, start: int, end: int) -> str:
        texts = (with_label(line.label, line.text).strip() for line in self._lines[start:end])
        return " ".join(filter(None, texts))

    def finish(self) -> None:
        """Write what is left; tables that never ended are only frames."""
        self._tables.clear()
        self._open = 0
        self._flush()

    def _flush(self) -> None:
        if self._open or self._tables:
            return
        for line in self._lines:
            if line.text or line.label or line.cells:
                self._write(line)
        self._lines.clear()

    def _write(self, line: Line) -> None:
        writer = self._writer
        if line.cells is not None:
            writer.add_row(line.cells, head=line.level > 0)
        elif line.kind is BlockKind.HEADING:
            text = with_label(line.label, line.text.replace("\n", ""))
            writer.add(text, BlockKind.HEADING, line.level)
        else:
            first, *more = line.text.split("\n")
            first = with_label(line.label, first)
            writer.add(first, line.kind, line.level, ordered=line.ordered)
            for text in more:
                writer.add(text)
