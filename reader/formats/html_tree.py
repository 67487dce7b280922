"""Puts the tags of a page into a tree that is never deep, whatever the page does.

The parser of lxml stops where 2,048 elements are open, and loses the rest; what comes after it may
take time in proportion to depth. Here an element that would stand too deep is left out of the
tree: of a block the line break stays, of <font> nothing, and no text is lost.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree, html

from reader.formats.budget import Budget
from reader.formats.element import Element
from reader.formats.html_names import (
    BLOCKS,
    CELLS,
    HEADINGS,
    IN_HEAD,
    LISTS,
    OUTSIDE,
    SCOPES,
    SILENT,
    VOID,
    may_be_hidden,
    tree_name,
)
from reader.formats.html_tokens import Piece, Token, split_page

DEEPEST = 200  # blocks inside each other; those of the worst pages of newspapers reach sixty
_DEEPEST_INLINE = 100
# These close an open paragraph, a list's item, a row: as the standard of HTML says.
_CLOSES = {
    "li": (("li",), LISTS), "dt": (("dt", "dd"), ("dl",)), "dd": (("dt", "dd"), ("dl",)),
    "option": (("option",), ("select", "datalist")),
    "optgroup": (("option", "optgroup"), ("select",)),
    "rt": (("rt", "rp"), ("ruby",)), "rp": (("rt", "rp"), ("ruby",)),
    "tr": (("tr", "caption", "colgroup"), ("table",)),
    "tbody": (("tbody", "thead", "tfoot", "tr", "caption", "colgroup"), ("table",)),
    "caption": (("caption",), ("table",)),
}  # fmt: skip
_CLOSES["thead"] = _CLOSES["tfoot"] = _CLOSES["colgroup"] = _CLOSES["tbody"]
_PARTS_OF_TABLES = {"tr", "tbody", "thead", "tfoot", "caption", "colgroup", *CELLS}
_IN_SELECT = {"optgroup", "hr"}
_STAYS_FOREIGN = {"foreignobject", "desc", "annotation-xml", "annotation"}


def build_tree(text: str, budget: Budget, *, xml: bool = False) -> Element:
    """Return the tree of a page: <html> with <head>, if there is one, and <body>.

    Takes time linear in the length of `text`. Raises ReaderError where `budget` is spent.
    """
    builder = _Builder()
    for piece in split_page(text, budget, xml=xml):
        if piece.token is Token.TEXT:
            builder.say(piece.text, raw=piece.raw)
        elif piece.token is Token.END:
            builder.end(piece.name)
        else:
            builder.start(piece, xml=xml)
    return builder.finish()


class _Open:
    """An element that is open. `element` is None if it has no place in the tree."""

    __slots__ = ("element", "is_unseen", "last", "name")

    def __init__(self, name: str, element: Element | None, *, is_unseen: bool) -> None:
        self.name = name
        self.element = element
        self.last: Element | None = None  # its last child
        self.is_unseen = is_unseen  # it, or one around it, is not shown


class _Builder:
    """The open elements, and where those of each name stand among them."""

    def __init__(self) -> None:
        self._root: Element = html.html_parser.makeelement("html")
        self._head: Element | None = None
        self._body: Element | None = None
        self._open: list[_Open] = []
        self._placed: list[_Open] = []  # those that are in the tree
        self._at: dict[str, list[int]] = {}
        self._scopes: list[int] = []  # where <td>, <table> and the like are open
        self._blocks: list[int] = []
        self._words: list[str] = []  # text that has not got into the tree yet

    def finish(self) -> Element:
        self._body_open()
        self._close_to(0)
        self._flush()
        return self._root

    # -- text

    def say(self, text: str, *, raw: bool = False) -> None:
        if not raw and self._body is None and not self._in_noscript:
            if not text.strip():
                return
            self._body_open()
        self._words.append(text)

    def _flush(self) -> None:
        if not self._words:
            return
        text = "".join(self._words)
        self._words.clear()
        around = self._placed[-1]
        if around.last is not None:
            around.last.tail = (around.last.tail or "") + text
        elif around.element is not None:
            around.element.text = (around.element.text or "") + text

    # -- tags

    def start(self, piece: Piece, *, xml: bool) -> None:
        name = piece.name
        if name in OUTSIDE:
            self._start_outside(name, piece.attributes)
            return
        if self._foreign_at() < 0:
            name = "img" if name == "image" else name
        if self._body is None and (name in IN_HEAD or self._in_noscript):
            self._head_open()
        else:
            self._body_open()
            self._close_implied(name)
        is_block = name in BLOCKS
        if name in CELLS and self._last("tr") < self._last("table"):
            self._push("tr", {}, is_block=True)
        foreign = name not in ("svg", "math") and self._foreign_at() >= 0
        if name == "form" and self._is_between_cells:
            self._put(name, {})  # <tr><form><td>: the cells belong to the row
        elif name in VOID or (piece.closed and (xml or foreign or name in ("svg", "math"))):
            self._put(name, piece.attributes)
        else:
            self._push(name, piece.attributes, is_block=is_block)

    def end(self, name: str) -> None:
        if name in OUTSIDE:
            if name == "head" and self._body is None:
                self._close_to(0)
            return  # text behind </body> and </html> is text
        at = self._last(name)
        if name in HEADINGS:
            at = max(self._last(other) for other in HEADINGS)
        if name in ("p", "br") and (at < 0 or at < self._last_scope()):
            self._body_open()
            self._put("br", {})
        if at < 0:
            return
        if name in _PARTS_OF_TABLES:
            closes = at > self._last("table")
        elif name == "table" or name in SILENT:
            closes = True  # were <button> left open, all that follows would be lost
        elif name in SCOPES:
            closes = at >= self._last_scope()
        elif name in BLOCKS:
            closes = at > self._last_scope()
        else:  # </b> closes no <div> that was opened in between
            closes = at > (self._blocks[-1] if self._blocks else -1)
        if closes:
            self._close_to(at)

    def _start_outside(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "head" and self._body is None:
            self._head_open()
        elif name == "body":
            is_first = self._body is None
            self._body_open()
            if is_first and self._body is not None:
                # A body that is hidden until its scripts have run is shown: no style.
                for key in ("class", "id"):
                    if key in attributes:
                        self._body.set(key, attributes[key])

    @property
    def _in_noscript(self) -> bool:
        """Whether <noscript> or <template> is open in the head."""
        return bool(self._open) and self._body is None

    def _head_open(self) -> None:
        if self._head is None:
            self._head = etree.SubElement(self._root, "head")
        if not self._placed:
            self._placed.append(_Open("head", self._head, is_unseen=True))

    def _body_open(self) -> None:
        if self._body is not None:
            return
        self._close_to(0)
        if self._placed:
            self._flush()
        self._words.clear()
        self._placed.clear()
        self._body = etree.SubElement(self._root, "body")
        self._placed.append(_Open("body", self._body, is_unseen=False))

    def _close_implied(self, name: str) -> None:
        """Close what a start tag ends without saying so."""
        foreign = self._foreign_at()
        if foreign >= 0 and (name in BLOCKS or name in ("img", "br", "font", "span", "b", "i")):
            self._close_to(foreign)
        select = self._last("select")
        if select > self._last_scope() and name in BLOCKS and name not in _IN_SELECT:
            self._close_to(select)
        if name in CELLS:
            cell = max(self._last(other) for other in (*CELLS, "caption"))
            if cell > self._last("table"):
                self._close_to(cell)
        elif name == "table":
            if self._is_between_cells:
                self._close_to(self._last("table"))
        elif name in _CLOSES:
            others, within = _CLOSES[name]
            around = max(self._last(other) for other in within)
            if "table" not in within:
                around = max(around, self._last_scope())
            found = [at for other in others for at in self._first_after(other, around)]
            if found:
                self._close_to(min(found))
        if name in BLOCKS and name not in _PARTS_OF_TABLES:
            paragraph = self._last("p")
            if paragraph > self._last_scope():
                self._close_to(paragraph)
        if name in HEADINGS and self._open and self._open[-1].name in HEADINGS:
            self._close_to(len(self._open) - 1)
        if name == "a":
            link = self._last("a")
            if link > (self._blocks[-1] if self._blocks else -1):
                self._close_to(link)

    # -- the stack

    def _last(self, name: str) -> int:
        places = self._at.get(name)
        return places[-1] if places else -1

    def _first_after(self, name: str, around: int) -> list[int]:
        """Return the outermost element of a name inside another, [] if there is none.

        There is at most one, as each closes the one before it.
        """
        at = self._last(name)
        return [at] if at > around else []

    @property
    def _is_between_cells(self) -> bool:
        return self._last("table") > max(self._last(name) for name in (*CELLS, "caption"))

    def _last_scope(self) -> int:
        return self._scopes[-1] if self._scopes else -1

    def _foreign_at(self) -> int:
        """Return where the innermost <svg> or <math> is open, -1 if none is, or HTML is in it."""
        at = max(self._last("svg"), self._last("math"))
        if at >= 0 and max(self._last(name) for name in _STAYS_FOREIGN) > at:
            return -1
        return at

    def _push(self, name: str, attributes: Mapping[str, str], *, is_block: bool) -> None:
        around = self._open[-1] if self._open else self._placed[-1]
        is_unseen = around.is_unseen
        hides = name in SILENT or may_be_hidden(attributes)
        depth = len(self._placed)
        fits = depth < (DEEPEST if is_block else _DEEPEST_INLINE) or (hides and not is_unseen)
        element: Element | None = None
        if fits:
            element = self._put(name, attributes)
        elif is_block:
            self._put("br", {})
        at = len(self._open)
        opened = _Open(name, element, is_unseen=is_unseen or hides)
        self._open.append(opened)
        if element is not None:
            self._placed.append(opened)
        self._at.setdefault(name, []).append(at)
        if name in SCOPES:
            self._scopes.append(at)
        if is_block:
            self._blocks.append(at)

    def _put(self, name: str, attributes: Mapping[str, str]) -> Element:
        """Add an element to the tree, behind what was said."""
        self._flush()
        around = self._placed[-1]
        element: Element = etree.SubElement(around.element, tree_name(name))
        for key, value in attributes.items():
            element.set(key.replace(":", "-"), value)
        around.last = element
        return element

    def _close_to(self, at: int) -> None:
        """Close the elements from a place in the stack on."""
        while len(self._open) > at:
            closed = self._open.pop()
            self._at[closed.name].pop()
            place = len(self._open)
            if self._scopes and self._scopes[-1] == place:
                self._scopes.pop()
            if self._blocks and self._blocks[-1] == place:
                self._blocks.pop()
                if closed.element is None:
                    self._put("br", {})
            if closed.element is not None:
                self._flush()
                self._placed.pop()
