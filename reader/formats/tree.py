"""Turns a tree of HTML into lines of text: one a paragraph, as a browser would show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from reader.formats.budget import Budget
from reader.formats.element import Element
from reader.formats.html_left_out import count_left_out, has_text_instead, is_picture
from reader.formats.html_math import formula_text
from reader.formats.html_names import BLOCKS, CELLS, HEADINGS, LISTS, SILENT, may_be_hidden
from reader.formats.scripts import LOWERED, RAISED, as_script
from reader.text.structure import BlockKind, StructureWriter

_SPACES = re.compile("[ \t\n\r\f]+")
# A page breaks its lines anywhere; between two characters of Chinese that is no space.
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK_IN_CHINESE = re.compile(f"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_LONG_CELL = 300  # code points; such a cell of several paragraphs holds an article, no datum
_ROWS = ("tbody", "thead", "tfoot", "tr")
_IN_ROWS = (*CELLS, "colgroup", "col", "form")
_PREFORMATTED = ("pre", "xmp", "listing", "plaintext")


def is_silent(element: Element) -> bool:
    """Tell whether the element has no text of the page in it."""
    return element.tag in SILENT or may_be_hidden(element.attrib)


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int


class Walker:
    """Writes the lines of one element after the other.

    What is passed over is counted in `left_out`, by the keys of `LEFT_OUT`; elements of `skip` are
    not, as they are no part of what was asked for. Raises ReaderError where `budget` is spent.
    """

    def __init__(
        self,
        writer: StructureWriter,
        budget: Budget,
        left_out: Counter[str],
        skip: Collection[Element] = (),
    ) -> None:
        self._writer = writer
        self._budget = budget
        self._left_out = left_out
        self._skip = skip
        self._words: list[str] = []
        self._lists: list[_List] = []
        self._item: tuple[int, str] | None = None  # level and number of an item about to begin
        self._heading = 0
        self._pre = 0
        self._links = 0

    def walk(self, root: Element) -> None:
        """Write all lines of an element, in one pass without recursion."""
        events = etree.iterwalk(root, events=("start", "end"))
        passed: set[Element] = set()
        for event, element in events:
            if event == "start":
                self._budget.spend()
                if self._pass_over(element):
                    passed.add(element)
                    events.skip_subtree()
                    continue
                self._begin(element)
                self._say(element.text)
            else:
                if element in passed:
                    passed.discard(element)
                else:
                    self._finish(element)
                if element is not root:
                    self._say(element.tail)
        self._flush()

    def _pass_over(self, element: Element) -> bool:
        """Tell whether nothing is left to write of an element, having written it in its own way."""
        if element in self._skip:
            return True
        tag = element.tag
        if tag == "math" and not may_be_hidden(element.attrib):
            formula = formula_text(element)
            if formula is not None:
                self._words.append(formula)
                return True
        if is_silent(element):
            count_left_out(element, self._left_out)
            return not has_text_instead(element)
        if tag in ("sup", "sub"):
            return self._shift(element)
        if tag == "table" and _is_data(element):
            self._flush()
            self._write_table(element)
            return True
        return False

    def _shift(self, element: Element) -> bool:
        """Write a raised or lowered number by its sign, but not one that leads to a note."""
        if self._links or any(part.tag == "a" or is_silent(part) for part in element.iter()):
            return False
        before = next((words for words in reversed(self._words) if words), "")
        level = RAISED if element.tag == "sup" else LOWERED
        self._words.append(as_script("".join(element.itertext()), level, before))
        return True

    def _begin(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            # A title broken over two lines is one title.
            self._words.append("\n") if self._heading else self._flush()
            return
        if tag == "img":
            self._left_out["pictures"] += is_picture(element)
        elif tag == "a":
            self._links += 1
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif tag in LISTS:
            self._lists.append(_List(tag == "ol", _number(element.get("start"), 1)))
        elif tag == "li":
            self._begin_item(element)
        elif tag in _PREFORMATTED:
            self._pre += 1

    def _begin_item(self, element: Element) -> None:
        number = ""
        if self._lists and self._lists[-1].ordered:
            current = _number(element.get("value"), self._lists[-1].number)
            self._lists[-1].number = current + 1
            number = f"{current}. "
        self._item = (max(1, len(self._lists)), number)

    def _finish(self, element: Element) -> None:
        tag = element.tag
        self._links -= tag == "a"
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in HEADINGS:
            self._heading = 0
        elif tag in LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif tag in _PREFORMATTED:
            self._pre -= 1

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if not self._pre:
            self._words.append(text)
            return
        first, *more = text.splitlines() or [""]
        self._words.append(first)
        for line in more:
            self._flush()
            self._words.append(line)

    def _flush(self) -> None:
        """Write what was said since the last line."""
        if not self._words:
            return
        text = _SPACES.sub(" ", _BREAK_IN_CHINESE.sub("", "".join(self._words)))
        self._words.clear()
        if not text.strip(" \u00a0\u3000"):
            return
        if self._heading:
            self._writer.add(text, BlockKind.HEADING, self._heading)
        elif self._item is not None:
            level, number = self._item
            self._item = None
            text = f"{number}{text.lstrip()}"
            self._writer.add(text, BlockKind.ITEM, level, ordered=bool(number))
        else:
            self._writer.add(text)

    def _write_table(self, table: Element) -> None:
        for caption in table.iterfind("caption"):
            self._writer.add(self._cell_text(caption))
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in CELLS]
            head = bool(cells) and all(cell.tag == "th" for cell in cells)
            self._writer.add_row([self._cell_text(cell) for cell in cells], head=head)

    def _cell_text(self, cell: Element) -> str:
        """Return the text of a cell on one line."""
        if is_silent(cell):
            count_left_out(cell, self._left_out)
            return ""
        inner = StructureWriter()
        Walker(inner, self._budget, self._left_out).walk(cell)
        return " ".join(line for line, _ in inner.lines())


def _is_data(table: Element) -> bool:
    """Tell a table of data from one that only places the parts of an old page."""
    if table.find(".//table") is not None or _has_loose_parts(table):
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in CELLS]
        widest = max(widest, len(cells))
        for cell in cells:
            parts = sum(1 for part in cell.iter() if part.tag in BLOCKS or part.tag == "br")
            if parts > 2 and len("".join(cell.itertext())) > _LONG_CELL:
                return False
            if cell.find(".//form") is not None:
                return False
    return widest > 1


def _has_loose_parts(table: Element) -> bool:
    """Tell whether anything stands in a table outside its cells: the rows would not show it."""
    frame = [table]
    for element in frame:
        if element.text and element.text.strip():
            return True
        for child in element:
            if child.tail and child.tail.strip():
                return True
            if child.tag in _ROWS:
                frame.append(child)
            elif child.tag not in _IN_ROWS and not (
                (child.tag == "caption" and element is table) or is_silent(child)
            ):
                return True
    return False


def _number(value: str | None, otherwise: int) -> int:
    """Return a number that a page gives, if it is one."""
    if value is None or not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
        return otherwise
    return int(value)
