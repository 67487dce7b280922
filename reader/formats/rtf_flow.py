"""Puts the paragraphs, cells and rows of a Rich Text file together as they come.

A text box and a footnote have a flow of their own: their words do not cut those around them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.formats.scripts import LEVEL, ScriptedText
from reader.text.structure import BlockKind, StructureWriter, with_label

# What stands in a row: a cell, or a row of a table in a cell.
_Items = list["str | list[str]"]


@dataclass(slots=True)
class Line:
    """A line to be written; a row has its cells."""

    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    cells: list[str] | None = None


@dataclass(slots=True)
class Flow:
    """One stream of paragraphs, and what the paragraph at hand is."""

    words: ScriptedText = field(default_factory=ScriptedText)
    label_words: list[str] | None = None
    label: str | None = None  # the number or bullet before the paragraph
    outline: int | None = None
    level: int = 0  # of a list
    in_table: bool = False
    has_row: bool = False  # whether a row was announced that has not ended
    depth: int = 0  # of tables in tables; 2 is a table in a cell
    words_depth: int = 0  # where the words so far stand
    row: _Items = field(default_factory=list)
    inner: list[str] = field(default_factory=list)  # cells of a row in a cell
    place: list[Line] | None = None  # kept for the paragraph at hand, before what stands in it
    is_note: bool = False

    def begin_paragraph(self) -> None:
        """Forget what the paragraph before was."""
        self.outline = None
        self.in_table = False
        self.level = 0
        self.depth = 0


class Flows:
    """The flow at hand and those around it; lines go to the writer in the order of the text."""

    def __init__(self, writer: StructureWriter) -> None:
        self._writer = writer
        self._above: list[Flow] = []
        self._lines: list[list[Line]] = []
        self._notes: list[list[Line]] = []
        self.now = Flow()

    def begin(self, *, is_note: bool) -> None:
        """Begin a text box, which comes behind the paragraph around it, or a note at the end."""
        is_note = is_note or self.now.is_note
        if not is_note and self.now.place is None:
            self.now.place = []
            self._lines.append(self.now.place)
        self._above.append(self.now)
        self.now = Flow(is_note=is_note)

    def end(self) -> None:
        """End the box or note at hand."""
        if self._above:
            self.finish_flow()
            self.now = self._above.pop()
            self._flush()

    def _emit(self, lines: list[Line]) -> None:
        place, self.now.place = self.now.place, None
        if place is not None:
            place += lines
        elif self.now.is_note:
            self._notes.append(lines)
        else:
            self._lines.append(lines)
        self._flush()

    def _flush(self) -> None:
        if self._above or self.now.place is not None:
            return
        for lines in self._lines:
            for line in lines:
                self._write(line)
        self._lines.clear()

    def _write(self, line: Line) -> None:
        if line.cells is not None:
            self._writer.add_row(line.cells)
        else:
            self._writer.add(line.text, line.kind, line.level, ordered=line.ordered)

    # -- words

    def say(self, text: str, script: int = LEVEL, *, in_label: bool = False) -> None:
        """Add some words to the paragraph at hand, or to the number before it."""
        if not in_label:
            self.now.words.add(text, script)
        elif self.now.label_words is None:
            self.now.label_words = [text]
        else:
            self.now.label_words.append(text)

    def end_label(self) -> None:
        """Take the words of the label as the number or bullet of the paragraph."""
        self.now.label = _whole("".join(self.now.label_words or ())).strip()
        self.now.label_words = None

    def _take(self) -> str:
        text = _whole(self.now.words.result())
        self.now.words = ScriptedText()
        return text

    def end_paragraph(self) -> None:
        """End the paragraph at hand; inside a cell it is only a space."""
        now = self.now
        if now.in_table or (now.has_row and (now.row or now.inner)):
            now.words.add(" ")
            now.words_depth = now.depth
            return
        if now.row or now.inner:
            self.end_row()  # its own end got lost
        text, label, now.label = self._take(), now.label, None
        if now.outline is not None and 0 <= now.outline < 9:
            text = with_label(label or "", text.replace("\n", ""))
            self._emit([Line(text, BlockKind.HEADING, min(now.outline + 1, 6))])
            return
        first, *more = text.split("\n")
        line = Line(first) if label is None else self._item(label, first)
        self._emit([line, *map(Line, more)])

    def _item(self, label: str, text: str) -> Line:
        is_number = any(sign.isalnum() for sign in label)
        if is_number:
            text = with_label(label, text)
        return Line(text, BlockKind.ITEM, self.now.level + 1, is_number)

    # -- tables

    def set_depth(self, depth: int) -> None:
        """Say in how many tables the paragraph at hand stands."""
        now = self.now
        if depth > 1 and now.words and now.words_depth < depth:
            before = self._take()  # words of a cell before the table in it
            if now.inner:
                self.end_inner_row()
            now.row.append(before)
        now.depth = depth

    def end_cell(self, *, nested: bool) -> None:
        """End a cell of the row at hand, or of the row in its cell."""
        label, self.now.label = self.now.label, None
        text = with_label(label or "", self._take()).strip()
        (self.now.inner if nested else self.now.row).append(text)

    def end_inner_row(self) -> None:
        """End a row of a table in a cell."""
        before = self._take()
        if before.strip():
            self.now.row.append(before)  # words of the cell before that table
        if self.now.inner:
            self.now.row.append(self.now.inner)
            self.now.inner = []

    def end_row(self) -> None:
        """End the row at hand; one around other tables is only a frame."""
        now = self.now
        now.has_row = False
        if now.inner:
            self.end_inner_row()
        items, now.row = now.row, []
        if all(isinstance(item, str) for item in items):
            if items:
                self._emit([Line(cells=[item for item in items if isinstance(item, str)])])
            return
        self._emit(
            [Line(text=item) if isinstance(item, str) else Line(cells=item) for item in items]
        )

    def finish_flow(self) -> None:
        """Write what the flow at hand has left: a file may end before its paragraph does."""
        if self.now.in_table and self.now.words and (self.now.row or self.now.inner):
            self.end_cell(nested=bool(self.now.inner))
        self.now.in_table = self.now.has_row = False
        self.end_paragraph()

    def finish(self) -> None:
        """Write what all flows have left, and the notes."""
        while self._above:
            self.end()
        self.finish_flow()
        self._lines, self._notes = self._notes, []
        self._flush()


def _whole(text: str) -> str:
    """Return a text with the halves of characters joined; a half alone is none."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
