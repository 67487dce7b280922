"""Turns a tree of HTML into lines of text: one a paragraph, as a browser would show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree, html

from reader.formats.element import Element
from reader.text.files import encode_text
from reader.text.structure import BlockKind, StructureWriter

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form header hr html legend li main menu nav ol p pre section summary
    table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_NAMES.split()) | frozenset(_HEADINGS)
# Readings above characters (rt, rp) are no part of the running text: 漢字 and not 漢かん字じ.
_SILENT_NAMES = """
    applet audio base button canvas colgroup datalist embed head iframe input link map math meta
    noscript object option param rp rt script select style svg template textarea title video
"""
_SILENT = frozenset(_SILENT_NAMES.split())
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display:none|visibility:hidden|font-size:0(?:px|pt|em)?(?:;|$))"
)
_INLINE = "font|span|b|i|u|em|strong|small|big|tt|ins|del|sub|sup|a"
_CONTAINERS = "div|section|article|center|blockquote|main|table|tbody|tr|td|ul|ol|dl"
_NESTING = re.compile(rf"<(/?(?:{_INLINE}|{_CONTAINERS}))\b", re.I)
_DEEP = 1500  # tags left open
_SPACES = re.compile("[ \t\n\r\f]+")
# A page breaks its lines anywhere; between two characters of Chinese that is no space.
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK_IN_CHINESE = re.compile(f"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_LONG_CELL = 300  # code points; such a cell of several paragraphs holds an article, no datum


def parse_html(text: str) -> Element:
    """Return the tree of a page or fragment, whatever is wrong with it."""
    # lxml takes no NUL, and no declaration of an encoding in front.
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", "\ufffd"))
    data = encode_text(_shallow(text))
    # huge_tree: pages that never close <font> nest deeper than 256.
    parser = html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )
    try:
        root: Element = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing in it but a declaration
        root = html.document_fromstring(b"<body></body>", parser=parser)
    return root


def _shallow(text: str) -> str:
    """Return a page whose tags do not nest too deep for the parser, which loses all below 2,048.

    Where a page hardly ever closes them, inline tags go and containers become paragraphs.
    """
    opened = Counter(name.lower() for name in _NESTING.findall(text))
    if sum(opened[name] - opened[f"/{name}"] for name in opened if name[0] != "/") < _DEEP:
        return text
    text = re.sub(rf"</?(?:{_INLINE})\b[^<>]*>", "", text, flags=re.I)
    return re.sub(rf"</?(?:{_CONTAINERS})\b[^<>]*>", "<p>", text, flags=re.I)


def is_hidden(element: Element) -> bool:
    """Tell whether a browser would not show the element: noise put there against copying."""
    if element.get("hidden") is not None:
        return True
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return _HIDDEN.search(style) is not None


def is_silent(element: Element) -> bool:
    """Tell whether the element has no text of the page in it."""
    return element.tag in _SILENT or is_hidden(element)


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int


class Walker:
    """Writes the lines of one element after the other."""

    def __init__(self, writer: StructureWriter, skip: Collection[Element] = ()) -> None:
        self._writer = writer
        self._skip = skip
        self._words: list[str] = []
        self._lists: list[_List] = []
        self._item: tuple[int, str] | None = None  # level and number of an item about to begin
        self._heading = 0
        self._pre = 0

    def walk(self, root: Element) -> None:
        """Write all lines of an element, in one pass without recursion."""
        events = etree.iterwalk(root, events=("start", "end"))
        left_out: set[Element] = set()
        for event, element in events:
            if event == "start":
                if self._leave_out(element):
                    left_out.add(element)
                    events.skip_subtree()
                    continue
                self._begin(element)
                self._say(element.text)
            else:
                if element not in left_out:
                    self._finish(element)
                if element is not root:
                    self._say(element.tail)
        self._flush()

    def _leave_out(self, element: Element) -> bool:
        if element in self._skip or is_silent(element):
            return True
        if element.tag == "table" and _is_data(element):
            self._flush()
            self._write_table(element)
            return True
        return False

    def _begin(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            # A title broken over two lines is one title.
            self._words.append("\n") if self._heading else self._flush()
            return
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in ("ol", "ul", "menu"):
            self._lists.append(_List(tag == "ol", _number(element.get("start"), 1)))
        elif tag == "li":
            self._begin_item(element)
        elif tag == "pre":
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
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in ("ol", "ul", "menu") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif tag == "pre":
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
            self._writer.add(cell_text(caption))
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            head = bool(cells) and all(cell.tag == "th" for cell in cells)
            self._writer.add_row([cell_text(cell) for cell in cells], head=head)


def cell_text(cell: Element) -> str:
    """Return the text of a cell on one line."""
    if is_silent(cell):
        return ""
    inner = StructureWriter()
    Walker(inner).walk(cell)
    return " ".join(line for line, _ in inner.lines())


def _is_data(table: Element) -> bool:
    """Tell a table of data from one that only places the parts of an old page."""
    if table.find(".//table") is not None:
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        widest = max(widest, len(cells))
        for cell in cells:
            parts = sum(1 for part in cell.iter() if part.tag in BLOCKS or part.tag == "br")
            if parts > 2 and len("".join(cell.itertext())) > _LONG_CELL:
                return False
            if cell.find(".//form") is not None:
                return False
    return widest > 1


def _number(value: str | None, otherwise: int) -> int:
    """Return a number that a page gives, if it is one."""
    if value is None or not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
        return otherwise
    return int(value)
