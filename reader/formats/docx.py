"""Word documents: a .docx is a ZIP archive of XML.

Read here and not by python-docx, which leaves out what was inserted under "track changes" and what
stands in content controls, and knows no automatic numbers: 第一条 of most Chinese rules is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from reader.formats import html, rtf
from reader.formats.archive import Archive
from reader.formats.budget import Budget, packed_steps
from reader.formats.content import Content, Source
from reader.formats.docx_body import Body
from reader.formats.docx_numbers import Numbering
from reader.formats.docx_package import Package, Relation
from reader.formats.docx_styles import Style, StylesReader
from reader.formats.recognise import Sample, is_page
from reader.text.errors import (
    BrokenFile,
    NoTextInside,
    Place,
    ReaderError,
    TakesTooLong,
    TooMuchInside,
)
from reader.text.structure import StructureWriter

_KIND = "Word"
_STEPS = 5_000_000  # elements, and some more a paragraph; a thousand pages take a million
_SECONDS = 60.0
_DEEPEST = 3  # documents inside documents
_PAGE_NUMBER = re.compile(r"(?:page|of|[\s\d第页頁共ivxlc/|·.,，()—–-])*", re.I)


def read(source: Source) -> Content:
    """Return the text of a Word document with headings, lists, tables and footnotes.

    Raises ReaderError: damaged, protected by a password, no text, too much inside.
    """
    budget = Budget(source.where, seconds=_SECONDS, steps=packed_steps(len(source.data), _STEPS))
    return _read(source, budget, depth=0)


def _read(source: Source, budget: Budget, depth: int) -> Content:
    where = source.where
    with Archive(source.data, where, _KIND) as archive:
        reader = _Reader(Package(archive, budget, where), where, budget, depth)
        reader.read()
    counts = reader.counts
    if not len(reader.writer):
        raise BrokenFile(where, _KIND) if counts["unreadable"] else NoTextInside(where, _KIND)
    return Content.of(reader.writer, left_out=counts)


class _Reader:
    """Reads the parts of a document in order."""

    def __init__(self, package: Package, where: Place, budget: Budget, depth: int) -> None:
        self.writer = StructureWriter()
        self.counts: Counter[str] = Counter()
        self._package = package
        self._where = where
        self._budget = budget
        self._depth = depth
        self._styles = StylesReader()
        self._inherited: Mapping[str, Style] = {}
        self._numbering = Numbering()

    def read(self) -> None:
        """Read the text, what stands below it, and count what stands around it."""
        main = self._package.main()
        relations = self._package.relations(main)
        parts: dict[str, list[str]] = {}
        for relation in relations.values():
            if relation.name is not None and relation.name not in parts.get(relation.kind, ()):
                parts.setdefault(relation.kind, []).append(relation.name)
        self._read_settings(main, parts)
        self._read_part(main, relations)
        for kind in ("footnotes", "endnotes"):
            for name in parts.get(kind) or self._package.beside(main, f"{kind}.xml"):
                self._read_part(name, self._package.relations(name))
        for kind in ("header", "footer"):
            for name in parts.get(kind, ()):
                self._count_margin(name, kind)
        for name in parts.get("comments", ()):
            counted = _Comments()
            self._package.walk(name, counted)
            self.counts["comments"] += counted.number

    def _read_settings(self, main: str, parts: Mapping[str, list[str]]) -> None:
        """Read the styles and lists; what is broken in them is as if it was not there."""
        for name in parts.get("styles") or self._package.beside(main, "styles.xml"):
            self._package.walk(name, self._styles)
        for name in parts.get("numbering") or self._package.beside(main, "numbering.xml"):
            self._package.walk(name, self._numbering)
        self._inherited = self._styles.styles()

    def _read_part(self, name: str, relations: Mapping[str, Relation]) -> None:
        body = Body(
            self.writer, self._inherited, self._numbering, self.counts, self._budget,
            lambda at, element, identity: self._read_inner(at, element, relations.get(identity)),
        )  # fmt: skip
        is_whole = self._package.walk(name, body)
        body.finish()
        self.counts["unreadable"] += not is_whole

    def _count_margin(self, name: str, kind: str) -> None:
        """Count a header or footer that has words; a number of the page is none."""
        writer = StructureWriter()
        body = Body(writer, {}, Numbering(), Counter(), self._budget, lambda *_: False)
        self._package.walk(name, body)
        body.finish()
        text = writer.result()[0]
        if text:
            self.counts["page_numbers" if _PAGE_NUMBER.fullmatch(text) else f"{kind}s"] += 1

    def _read_inner(self, body: Body, element: str, relation: Relation | None) -> bool:
        """Read what the text has in a part of its own; tell whether that has words."""
        if relation is None or relation.name is None:
            self.counts["unreadable"] += element in ("w:altChunk", "w:subDoc")
            return False
        before = len(self.writer) + body.blocks.waiting
        if element in ("c:chart", "dgm:relIds"):
            self.counts["charts"] += element == "c:chart"
            inner = Body(self.writer, {}, Numbering(), Counter(), self._budget, lambda *_: False)
            inner.blocks = body.blocks  # in place, in the order of all the rest
            self._package.walk(relation.name, inner)
        else:
            self._read_document(body, relation.name)
        return len(self.writer) + body.blocks.waiting > before

    def _read_document(self, body: Body, name: str) -> None:
        """Read a document inside this one, of any format that can be told by its bytes."""
        try:
            content = self._content(Source(self._package.data(name), self._where, whole_page=True))
        except (TooMuchInside, TakesTooLong):
            raise
        except ReaderError:
            content = None
        if content is None:
            self.counts["unreadable"] += 1
            return
        for block in content.structure:
            body.blocks.add(block, content.text[block.start : block.end])
        self.counts.update(dict(content.left_out))

    def _content(self, source: Source) -> Content | None:
        sample = Sample(source.data)
        if sample.is_zip:
            return _read(source, self._budget, self._depth + 1) if self._depth < _DEEPEST else None
        if sample.head.startswith("{\\rtf"):
            return rtf.read(source)
        return html.read(source) if is_page(sample) else None


class _Comments:
    """Counts comments."""

    def __init__(self) -> None:
        self.number = 0

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self.number += name == "w:comment"

    def end(self, _name: str) -> None:
        pass

    def text(self, _text: str) -> None:
        pass
