"""Word documents: a .docx is a ZIP archive of XML.

Read here and not by python-docx, which leaves out what was inserted under "track changes" and what
stands in content controls, and knows no automatic numbers: 第一条 of most Chinese rules is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.formats.archive import Archive
from reader.formats.content import Content, Source
from reader.formats.docx_numbers import Numbering, read_numbering
from reader.formats.element import Element
from reader.formats.xml import parse_xml
from reader.text.errors import NoTextInside, Place
from reader.text.structure import BlockKind, StructureWriter, with_label

_KIND = "Word"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What was deleted under "track changes", codes of fields, and the older twin of a text box.
_UNREAD = (
    f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}rPr", f"{_W}pPr",
    _COMPATIBLE,
)  # fmt: skip
_SIGNS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
_HEADING_NAME = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.I)


def read(source: Source) -> Content:
    """Return the text of a Word document with headings, lists, tables and footnotes.

    Raises ReaderError: damaged, protected by a password, no text, too much inside.
    """
    where = source.where
    with Archive(source.data, where, _KIND) as archive:
        name = _document_name(archive)
        root = _part(archive, name, where)
        folder = name.rpartition("/")[0]

        def beside(other: str) -> Element | None:
            path = f"{folder}/{other}"
            return _part(archive, path, where) if path in archive.names else None

        reader = _Reader(_styles(beside("styles.xml")), read_numbering(beside("numbering.xml")))
        reader.write(root)
        for notes in ("footnotes.xml", "endnotes.xml"):
            reader.write_notes(beside(notes))
    if not len(reader.writer):
        raise NoTextInside(where, _KIND)
    return Content.of(reader.writer)


def _document_name(archive: Archive) -> str:
    name = "word/document.xml"
    if name in archive.names:
        return name
    others = [other for other in archive.names if re.fullmatch(r"word/document\d*\.xml", other)]
    return min(others, default=name)


def _part(archive: Archive, name: str, where: Place) -> Element:
    data = archive.read(name)
    # "Strict" documents name the same elements by another address.
    return parse_xml(data.replace(_STRICT.encode(), _W[1:-1].encode()), where, _KIND)


@dataclass(frozen=True, slots=True)
class _Style:
    heading: int = 0
    number: str | None = None
    level: int = 0


def _styles(root: Element | None) -> dict[str, _Style]:
    """Return what the styles of a document say about headings and lists, by style id."""
    if root is None:
        return {}
    entries = {entry.get(f"{_W}styleId") or "": entry for entry in root.iterfind(f"{_W}style")}
    return {name: _style(name, entries) for name in entries}


def _style(name: str, entries: dict[str, Element]) -> _Style:
    """Return a style with what it inherits."""
    heading, number, level = 0, None, 0
    seen: set[str] = set()
    at: str | None = name
    while at in entries and at not in seen:
        seen.add(at)
        entry = entries[at]
        title = _value(entry, "name") or ""
        outline = entry.find(f"{_W}pPr/{_W}outlineLvl")
        if not heading:
            heading = _heading(title, None if outline is None else outline.get(f"{_W}val"))
        found = entry.find(f"{_W}pPr/{_W}numPr")
        if number is None and found is not None:
            number = _value(found, "numId")
            level = _integer(_value(found, "ilvl"))
        at = _value(entry, "basedOn")
    return _Style(heading, number, level)


def _heading(title: str, outline: str | None) -> int:
    """Return the level of a style's heading, 0 if it is none."""
    named = _HEADING_NAME.match(title)
    if named:
        return min(int(named[1]), 6)
    if title.lower() == "title" or title == "标题":
        return 1
    level = _integer(outline, 9)
    return min(level + 1, 6) if level < 9 else 0


class _Reader:
    """Writes paragraphs and tables one after the other."""

    def __init__(self, styles: dict[str, _Style], numbering: Numbering) -> None:
        self.writer = StructureWriter()
        self._styles = styles
        self._numbering = numbering

    def write(self, container: Element) -> None:
        """Write what stands in a body, a content control or a text box, in order."""
        # No recursion: content controls and custom XML may nest as deep as somebody likes.
        waiting = list(reversed(container))
        while waiting:
            element = waiting.pop()
            if element.tag == f"{_W}p":
                self._write_paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._write_table(element)
            elif element.tag not in _UNREAD and isinstance(element.tag, str):
                waiting.extend(reversed(element))

    def write_notes(self, root: Element | None) -> None:
        """Write the notes below the text; their separators have a type and no words."""
        if root is not None:
            for note in root:
                if note.get(f"{_W}type") is None:
                    self.write(note)

    def _write_paragraph(self, paragraph: Element) -> None:
        lines = _text(paragraph).split("\n")
        style, number, level = self._find_number(paragraph)
        label, counted = self._numbering.label(number, level) if number else ("", False)
        if style.heading:
            self.writer.add(with_label(label, "".join(lines)), BlockKind.HEADING, style.heading)
        else:
            first, *more = lines
            if number and number != "0":
                self.writer.add(
                    with_label(label, first), BlockKind.ITEM, level + 1, ordered=counted
                )
            else:
                self.writer.add(first)
            for line in more:
                self.writer.add(line)
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(above.tag in _UNREAD for above in box.iterancestors()):
                self.write(box)

    def _find_number(self, paragraph: Element) -> tuple[_Style, str | None, int]:
        """Return the style of a paragraph and the list and level it belongs to."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return _Style(), None, 0
        style = self._styles.get(_value(properties, "pStyle") or "", _Style())
        outline = _value(properties, "outlineLvl")
        if outline is not None:
            level = _integer(outline, 9)
            style = _Style(min(level + 1, 6) if level < 9 else 0, style.number, style.level)
        own = properties.find(f"{_W}numPr")
        if own is None:
            return style, style.number, style.level
        return style, _value(own, "numId"), _integer(_value(own, "ilvl"), style.level)

    def _write_table(self, table: Element) -> None:
        if table.find(f".//{_W}tbl") is not None or _columns(table) < 2:
            for cell in table.iterfind(f"{_W}tr/{_W}tc"):
                self.write(cell)  # a frame around text, or tables inside tables
            return
        for row in table.iter(f"{_W}tr"):
            cells = [
                " ".join(filter(None, (_text(part).strip() for part in cell.iter(f"{_W}p"))))
                for cell in row.iter(f"{_W}tc")
            ]
            head = row.find(f"{_W}trPr/{_W}tblHeader") is not None
            self.writer.add_row(cells, head=head)


def _columns(table: Element) -> int:
    rows = table.iter(f"{_W}tr")
    return max((sum(1 for _ in row.iter(f"{_W}tc")) for row in rows), default=0)


def _text(paragraph: Element) -> str:
    """Return the words of a paragraph; a line break in it is a line end."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag == f"{_W}t":
            words.append(element.text or "")
        elif tag in _SIGNS:
            words.append(_SIGNS[tag])
        elif tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n")
        elif tag == f"{_W}sym":
            words.append(_symbol(element))
        elif tag == f"{_W}rt" or tag == f"{_W}txbxContent":
            continue  # a reading above a character; a text box is written by itself
        elif tag not in _UNREAD and isinstance(tag, str):
            waiting.extend(reversed(element))
    return "".join(words)


def _symbol(element: Element) -> str:
    """Return a character given by its code; those of symbol fonts have no meaning outside them."""
    code = element.get(f"{_W}char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code) or 0xD800 <= int(code, 16) <= 0xF8FF:
        return ""
    return chr(int(code, 16))


def _value(element: Element, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    value = None if child is None else child.get(f"{_W}val")
    return None if value is None else str(value)


def _integer(value: str | None, otherwise: int = 0) -> int:
    return int(value) if value is not None and re.fullmatch(r"[0-9]{1,4}", value) else otherwise
