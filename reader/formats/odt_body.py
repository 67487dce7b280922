"""Reads the words of an OpenDocument text event by event, and counts what is not words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.formats.budget import Budget
from reader.formats.docx_blocks import Blocks, Line
from reader.formats.odt_styles import OUTLINE, Counting, Styles
from reader.formats.xml_events import local
from reader.text.structure import BlockKind, StructureWriter

_SPACES = re.compile("[ \t\r\n]+")
# Spaces, tabs and line ends that are meant; what the file has of them itself is layout.
_SPACE, _TAB, _LINE_END = "\1", "\2", "\3"
_MEANT = str.maketrans({_SPACE: " ", _TAB: "\t", _LINE_END: "\n"})
_MOST_SPACES = 200  # that one element stands for; more is layout
_MOST_CELLS = 64  # that one element stands for
# What has no words of the text: settings, lists of what is declared, what others are said to be.
_UNREAD = frozenset(
    ("office:scripts", "office:font-face-decls", "office:styles", "office:automatic-styles",
     "office:master-styles", "office:meta", "office:settings", "text:sequence-decls",
     "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls", "svg:title",
     "svg:desc", "text:note-citation", "text:table-of-content-source",
     "text:illustration-index-source",
     "text:table-index-source", "text:object-index-source", "text:user-index-source",
     "text:alphabetical-index-source", "text:bibliography-source", "draw:glue-point",
     "text:number", "table:table-source", "text:meta-field-source", "text:section-source")
)  # fmt: skip
_COUNTED = {
    "office:annotation": "comments", "text:deletion": "deleted", "text:ruby-text": "readings",
    "text:hidden-text": "hidden", "text:hidden-paragraph": "hidden", "math:math": "formulas",
    "draw:object": "objects", "draw:object-ole": "objects", "draw:plugin": "objects",
    "draw:applet": "objects", "draw:floating-frame": "frames",
}  # fmt: skip
_FIELDS = frozenset(
    f"form:{name}"
    for name in ("text", "textarea", "password", "file", "formatted-text", "number", "date", "time",
                 "combobox", "listbox", "checkbox", "radio", "value-range")
)  # fmt: skip


@dataclass(slots=True)
class _Paragraph:
    line: Line
    words: list[str] = field(default_factory=list)
    spans: list[bool] = field(default_factory=list)  # hidden or not, each in the one before
    is_hidden: bool = False


@dataclass(slots=True)
class _List:
    style: str
    level: int
    is_item: bool = False  # its label is still to come
    start: int | None = None


class Body:
    """Takes the events of content.xml and puts its text down line by line, notes at the end.

    A repeated cell or space is a step of the budget each: a few bytes stand for many.
    """

    def __init__(
        self, writer: StructureWriter, styles: Styles, counts: Counter[str], budget: Budget
    ) -> None:
        self.counts = counts
        self._budget = budget
        self._styles = styles
        self._counting = Counting(styles)
        self._notes = StructureWriter()
        self._blocks = [Blocks(writer)]
        self._paragraphs: list[_Paragraph] = []
        self._lists: list[list[_List]] = [[]]  # a note and a cell have lists of their own
        self._frames: list[str] = []  # what each frame around was counted as
        self._repeats: list[int] = []
        self._in_head = False
        self._change = ""  # the tracked change that is described
        self._deletions: set[str] = set()  # those whose text may stand in the paragraphs
        self._deleted = 0  # how many of them are open
        self._skipped = 0  # elements open in what is passed over

    # -- events

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if self._skipped:
            self._skipped += 1
            self.counts["fields"] += name in _FIELDS
        elif name in _UNREAD or name == "office:forms":
            self._skipped = 1
        elif name in _COUNTED:
            self._skipped = 1
            self._count(name)
            if name == "text:deletion":
                self._deletions.add(self._change)
        elif begin := _BEGIN.get(name):
            begin(self, local(attributes))

    def end(self, name: str) -> None:
        """End an element."""
        if self._skipped:
            self._skipped -= 1
        elif end := _END.get(name):
            end(self)

    def text(self, text: str) -> None:
        """Take some text, which counts where it stands in a paragraph."""
        if self._paragraphs and not self._skipped:
            self._say(text)

    def finish(self) -> None:
        """Write what is left where the part broke off, and the notes."""
        while self._paragraphs:
            self._end_paragraph()
        while len(self._blocks) > 1:
            self._end_note()
        for text, block in self._notes.lines():
            self._blocks[0].add(block, text)
        self._blocks[0].finish()

    # -- words

    def _say(self, text: str) -> None:
        paragraph = self._paragraphs[-1]
        if self._deleted or paragraph.is_hidden or (paragraph.spans and paragraph.spans[-1]):
            return
        paragraph.words.append(text)

    def _say_spaces(self, own: dict[str, str]) -> None:
        spaces = min(_whole(own.get("c"), 1), _MOST_SPACES)
        self._budget.spend(spaces)
        self._say_here(_SPACE * spaces)

    def _say_here(self, text: str) -> None:
        if self._paragraphs:
            self._say(text)

    def _begin_span(self, own: dict[str, str]) -> None:
        if not self._paragraphs:
            return
        spans = self._paragraphs[-1].spans
        is_hidden = self._styles.is_hidden("text", own.get("style-name", ""))
        self.counts["hidden"] += is_hidden and not (spans and spans[-1])
        spans.append(is_hidden or bool(spans and spans[-1]))

    def _end_span(self) -> None:
        if self._paragraphs and self._paragraphs[-1].spans:
            self._paragraphs[-1].spans.pop()

    def _describe_change(self, own: dict[str, str]) -> None:
        self._change = own.get("id", "")

    def _begin_change(self, own: dict[str, str]) -> None:
        self._deleted += own.get("change-id") in self._deletions

    def _end_change(self, own: dict[str, str]) -> None:
        self._deleted -= bool(self._deleted) and own.get("change-id") in self._deletions

    # -- paragraphs

    def _begin_paragraph(self, own: dict[str, str]) -> None:
        paragraph = self._begin_line(own)
        label = self._label()
        if self._styles.is_title(own.get("style-name", "")):
            paragraph.line.kind, paragraph.line.level = BlockKind.HEADING, 1
        elif label is not None:
            paragraph.line.label, paragraph.line.ordered = label
            paragraph.line.kind = BlockKind.ITEM
            paragraph.line.level = self._lists[-1][-1].level

    def _begin_heading(self, own: dict[str, str]) -> None:
        line = self._begin_line(own).line
        level = _whole(own.get("outline-level"), 1)
        label = self._label()
        if label is None and own.get("is-list-header") != "true":
            start = _whole(own.get("start-value"), 1) if "start-value" in own else None
            label = self._counting.label(OUTLINE, level, start)
        if label is not None:
            line.label, line.ordered = label
        line.kind, line.level = BlockKind.HEADING, max(1, min(level, 6))

    def _begin_line(self, own: dict[str, str]) -> _Paragraph:
        is_hidden = self._styles.is_hidden("paragraph", own.get("style-name", ""))
        self.counts["hidden"] += is_hidden
        paragraph = _Paragraph(self._blocks[-1].begin(), is_hidden=is_hidden)
        self._paragraphs.append(paragraph)
        return paragraph

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        text = _SPACES.sub(" ", "".join(paragraph.words)).translate(_MEANT)
        paragraph.line.text = text
        if not text.strip():
            paragraph.line.label = ""
        self._blocks[-1].end()

    # -- lists

    def _begin_list(self, own: dict[str, str]) -> None:
        lists = self._lists[-1]
        style = own.get("style-name") or (lists[-1].style if lists else "")
        lists.append(_List(style, len(lists) + 1))
        goes_on = own.get("continue-numbering") == "true" or "continue-list" in own
        if len(lists) == 1 and not goes_on:
            self._counting.begin(style)

    def _end_list(self) -> None:
        if self._lists[-1]:
            self._lists[-1].pop()

    def _begin_item(self, own: dict[str, str]) -> None:
        if self._lists[-1]:
            start = _whole(own.get("start-value"), 1) if "start-value" in own else None
            self._lists[-1][-1].is_item, self._lists[-1][-1].start = True, start

    def _label(self) -> tuple[str, bool] | None:
        """Return what stands before the paragraph that begins; None if it begins no item."""
        if not self._lists[-1] or not self._lists[-1][-1].is_item:
            return None
        own = self._lists[-1][-1]
        own.is_item = False
        return self._counting.label(own.style, own.level, own.start)

    # -- notes, frames, tables

    def _begin_note(self, _own: dict[str, str]) -> None:
        self._blocks.append(Blocks(self._notes))
        self._lists.append([])

    def _end_note(self) -> None:
        if len(self._blocks) > 1:
            self._blocks.pop().finish()
            self._lists.pop()

    def _begin_frame(self, _own: dict[str, str]) -> None:
        self._frames.append("")

    def _end_frame(self) -> None:
        if self._frames and (what := self._frames.pop()):
            self.counts[what] += 1

    def _count(self, name: str) -> None:
        # A frame holds an object and a picture of it, or one picture in several formats.
        what = _COUNTED[name]
        if name.startswith("draw:") and self._frames:
            self._frames[-1] = what
        else:
            self.counts[what] += 1

    def _count_picture(self, _own: dict[str, str]) -> None:
        if self._frames:
            self._frames[-1] = self._frames[-1] or "pictures"
        else:
            self.counts["pictures"] += 1

    def _begin_table(self, _own: dict[str, str]) -> None:
        self._blocks[-1].begin_table()
        self._lists.append([])

    def _end_table(self) -> None:
        if len(self._lists) > 1:
            self._lists.pop()
            self._blocks[-1].end_table()

    def _begin_head(self, _own: dict[str, str]) -> None:
        self._in_head = True

    def _end_head(self) -> None:
        self._in_head = False

    def _begin_row(self, _own: dict[str, str]) -> None:
        self._blocks[-1].begin_row()
        if self._in_head:
            self._blocks[-1].mark_head()

    def _begin_cell(self, own: dict[str, str]) -> None:
        self._blocks[-1].begin_cell()
        self._repeats.append(min(_whole(own.get("number-columns-repeated"), 1), _MOST_CELLS) - 1)

    def _end_cell(self) -> None:
        repeats = self._repeats.pop() if self._repeats else 0
        self._budget.spend(repeats)
        for _ in range(repeats):
            self._blocks[-1].begin_cell()


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and re.fullmatch("[0-9]{1,6}", value) else otherwise


_BEGIN = {
    "text:p": Body._begin_paragraph,
    "text:h": Body._begin_heading,
    "text:span": Body._begin_span,
    "text:s": Body._say_spaces,
    "text:tab": lambda body, _own: body._say_here(_TAB),
    "text:line-break": lambda body, _own: body._say_here(_LINE_END),
    "text:changed-region": Body._describe_change,
    "text:change-start": Body._begin_change,
    "text:change-end": Body._end_change,
    "text:list": Body._begin_list,
    "text:list-item": Body._begin_item,
    "text:note": Body._begin_note,
    "draw:frame": Body._begin_frame,
    "draw:image": Body._count_picture,
    "table:table": Body._begin_table,
    "table:table-header-rows": Body._begin_head,
    "table:table-row": Body._begin_row,
    "table:table-cell": Body._begin_cell,
    "table:covered-table-cell": Body._begin_cell,
}
_END = {
    "text:p": Body._end_paragraph,
    "text:h": Body._end_paragraph,
    "text:span": Body._end_span,
    "text:list": Body._end_list,
    "text:note": Body._end_note,
    "draw:frame": Body._end_frame,
    "table:table": Body._end_table,
    "table:table-header-rows": Body._end_head,
    "table:table-cell": Body._end_cell,
    "table:covered-table-cell": Body._end_cell,
}
