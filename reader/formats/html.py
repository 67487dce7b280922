"""Web pages: .html files, what a browser puts on the clipboard, and what an address gives."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reader.formats.budget import Budget
from reader.formats.content import Content, Source
from reader.formats.decode import decode
from reader.formats.element import Element
from reader.formats.html_tree import build_tree
from reader.formats.main_text import main_parts, page_title
from reader.formats.tree import Walker
from reader.text.cut import with_marks, without_marks
from reader.text.errors import NoTextInside
from reader.text.structure import BlockKind, StructureWriter

_TITLE_WITHIN = 12  # lines; above the text stand a reference number, a date, the issuer


def read(source: Source) -> Content:
    """Return the main text of a page, or all of its text with `source.whole_page`.

    The encoding is found as for any text, the page's declaration being a hint. Raises ReaderError
    if the page shows no text, or holds more than can be read.
    """
    text, origin = decode(source.data, encoding=source.encoding)
    text, marks = with_marks(text, origin.cuts)
    left_out: Counter[str] = Counter()
    writer = _write_page(text, Budget(source.where), left_out, whole_page=source.whole_page)
    if not len(writer):
        raise NoTextInside(source.where, "HTML")
    found = Content.of(writer, origin.encoding, origin.how, origin.lost, left_out)
    text, cuts = without_marks(found.text, marks, origin.encoding)
    return replace(found, text=text, cuts=cuts)


def read_fragment(text: str) -> Content:
    """Return the text of a piece of HTML, such as a selection a browser put on the clipboard.

    Raises ReaderError if it holds more than can be read.
    """
    left_out: Counter[str] = Counter()
    writer = _write_page(text, Budget(None), left_out, whole_page=True)
    return Content.of(writer, left_out=left_out)


def _write_page(
    text: str, budget: Budget, left_out: Counter[str], *, whole_page: bool
) -> StructureWriter:
    """Return the lines of a page; all of them if no part of it stands out as its text."""
    root = build_tree(text, budget, xml=_is_xml(text))
    if not whole_page:
        found = main_parts(root)
        if found is not None:
            parts, dropped = found
            writer = StructureWriter()
            counts: Counter[str] = Counter()
            for part in parts:
                Walker(writer, budget, counts, dropped).walk(part)
            if len(writer):
                left_out.update(counts)
                return _put_title(writer, root)
    writer = StructureWriter()
    Walker(writer, budget, left_out).walk(root)
    return writer


def _is_xml(text: str) -> bool:
    """Tell a page that says it is XML, in which <a/> is empty, and <script/> swallows nothing."""
    return text.lstrip("\ufeff \t\r\n").startswith("<?xml")


def _put_title(writer: StructureWriter, root: Element) -> StructureWriter:
    """Return the lines under their title: as it is found in them, or put above them."""
    title = page_title(root)
    if not title:
        return writer
    lines = writer.lines()
    key = _key(title)
    at = next((i for i, (line, _) in enumerate(lines[:_TITLE_WITHIN]) if _key(line) == key), None)
    again = StructureWriter()
    if at is None:
        if any(key in _key(line) for line, _ in lines[:_TITLE_WITHIN]):
            return writer
        again.add(title, BlockKind.HEADING, 1)
    for number, (line, block) in enumerate(lines):
        if number == at and block.kind is not BlockKind.HEADING:
            again.add(line, BlockKind.HEADING, 1)
        else:
            again.add(line, block.kind, block.level, ordered=block.ordered)
    return again


def _key(text: str) -> str:
    return re.sub(r"\s", "", text)
