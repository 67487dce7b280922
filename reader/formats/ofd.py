"""OFD files (GB/T 33190), in which Chinese authorities publish: a ZIP archive of XML.

OFD.xml names the documents of a file, each document its pages, and a page says where its characters
stand. Paragraphs are made of them as for PDF files.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator

from reader.formats.archive import Archive
from reader.formats.budget import Budget
from reader.formats.content import Content, Source
from reader.formats.element import Element
from reader.formats.ofd_lines import find_lines, is_garbled, surrounds
from reader.formats.ofd_text import PageReader, Run, read_box
from reader.formats.pdf_layout import Line
from reader.formats.pdf_lines import write_lines
from reader.formats.xml import parse_xml
from reader.text.errors import BrokenFile, EncryptedFile, NoTextInside, Place
from reader.text.structure import StructureWriter

_KIND = "OFD"
_ENTRY = "OFD.xml"
# Files of GM/T 0099, which say by whose key the others can be read.
_LOCKS = ("encryptions.xml", "decryptseed.dat")
_HEIGHT = 297.0  # mm, of a page that does not say it: A4


def read(source: Source) -> Content:
    """Return the text of an OFD file, its lines joined to paragraphs.

    Raises ReaderError: damaged, encrypted, nothing but pictures, too much inside.
    """
    with Archive(source.data, source.where, _KIND) as archive:
        package = _Package(archive, source.where)
        reader = _Reader(package, source.check)
        writer = StructureWriter()
        for pages in reader.documents():
            # Each is set in its own way, and no paragraph spans two.
            reader.left_out.update(write_lines(writer, pages))
    if not len(writer):
        if reader.left_out["unreadable"]:
            raise BrokenFile(source.where, _KIND)
        raise NoTextInside(source.where, _KIND)
    return Content.of(writer, left_out=reader.left_out)


class _Package:
    """The files of an archive by the names that they use for each other."""

    def __init__(self, archive: Archive, where: Place) -> None:
        self.where = where
        self._archive = archive
        self._by_lower = {_tidy(name).lower(): name for name in sorted(archive.names)}
        if any(lock in self._by_lower for lock in _LOCKS):
            raise EncryptedFile(where)

    def find(self, link: str, beside: str) -> str | None:
        """Return the name of the file that a link in the file `beside` means, None if none is.

        /Doc_0/Pages/a.xml begins at the root, Pages/a.xml beside the file; many programs write
        one where they mean the other, or names in other letters: Res and RES.
        """
        folder = posixpath.dirname(_tidy(beside))
        for base in ("", folder) if link.strip().startswith(("/", "\\")) else (folder, ""):
            name = _tidy(posixpath.join(base, _tidy(link))).lower()
            if name in self._by_lower:
                return self._by_lower[name]
        return None

    def parse(self, name: str) -> Element:
        """Return the root of a file of XML. Raises ReaderError: damaged, too much inside."""
        return parse_xml(self._archive.read(name), self.where, _KIND)


def _tidy(name: str) -> str:
    return posixpath.normpath(name.strip().replace("\\", "/")).lstrip("/")


class _Reader:
    """Reads the pages of all documents of a file; what is not text is counted in `left_out`."""

    def __init__(self, package: _Package, check: Callable[[], None] | None) -> None:
        self._check = check
        self.left_out: Counter[str] = Counter()
        self._package = package
        self._budget = Budget(package.where)
        self._templates: dict[str, list[Run]] = {}
        self._read: set[str] = set()  # names of files; some are made to name one 10,000 times

    def documents(self) -> Iterator[list[list[Line]]]:
        """Yield the pages of each document, a page as its lines."""
        name = self._package.find(_ENTRY, "")
        if name is None:
            raise BrokenFile(self._package.where, _KIND)
        for body in self._package.parse(name).iter("{*}DocBody"):
            self._budget.spend()
            self._count(_text(body, "Signatures"), name, "Signature", "signatures")
            link = _text(body, "DocRoot")
            document = self._package.find(link, name) if link else None
            root = self._parse(document)
            if root is not None and document is not None:
                yield list(self._document(root, document))

    def _parse(self, name: str | None) -> Element | None:
        """Return the root of a file that is needed; None, and counted, if it cannot be read.

        One that was read before is None, too.
        """
        if name in self._read:
            return None
        try:
            if name is not None:
                self._read.add(name)
                return self._package.parse(name)
        except BrokenFile:  # one page that is damaged does not keep the others
            pass
        self.left_out["unreadable"] += 1
        return None

    def _count(self, link: str, beside: str, element: str, what: str) -> None:
        """Count the elements of a file that lists what is not text."""
        name = self._package.find(link, beside) if link else None
        if name is not None and name not in self._read:
            root = self._parse(name)
            if root is not None:
                self.left_out[what] += sum(1 for _ in root.iter(f"{{*}}{element}"))

    def _document(self, root: Element, name: str) -> Iterator[list[Line]]:
        """Yield the lines of the pages of one document."""
        self._count(_text(root, "Attachments"), name, "Attachment", "attachments")
        self._annotations(_text(root, "Annotations"), name)
        shared = _Shared(self._package, root, name)
        for page in root.iterfind("{*}Pages/{*}Page"):
            self._budget.spend()
            if self._check is not None:
                self._check()
            link = page.get("BaseLoc") or ""
            found = self._package.find(link, name) if link else None
            if found in self._read:
                self.left_out["repeated"] += 1
                continue
            content = self._parse(found)
            if content is not None and found is not None:
                yield self._page(content, found, shared)

    def _page(self, page: Element, name: str, shared: _Shared) -> list[Line]:
        shared.open_page(page, name)
        reader = PageReader(shared.drawing, self.left_out, self._budget, self._package.where)
        body = reader.runs(page)
        template: list[Run] = []
        names = dict.fromkeys(use.get("TemplateID") or "" for use in page.iterfind("{*}Template"))
        for identity in names:
            drawn, again = self._template(identity, reader, shared)
            if again and surrounds(drawn, body):
                self.left_out["repeated"] += 1
            else:
                template += drawn
        self._budget.spend(len(template))
        self.left_out["garbled"] += is_garbled(body)
        box = read_box(_text(page, "Area/{*}PhysicalBox"))
        return find_lines(body, template, box[3] if box else shared.height)

    def _template(
        self, identity: str, reader: PageReader, shared: _Shared
    ) -> tuple[list[Run], bool]:
        """Return what a template draws, and whether it was read before."""
        found = shared.templates.get(identity)
        if found in self._templates:
            return self._templates[found], True
        root = self._parse(found)
        drawn = [] if root is None else reader.runs(root)
        if found is not None:
            self._templates[found] = drawn
        return drawn, False

    def _annotations(self, link: str, beside: str) -> None:
        """Count the notes, marks and stamps that were put on pages afterwards."""
        name = self._package.find(link, beside) if link else None
        if name is None or name in self._read:
            return
        root = self._parse(name)
        if root is not None:
            for page in root.iter("{*}FileLoc"):
                self._budget.spend()
                self._count(page.text or "", name, "Annot", "annotations")


class _Shared:
    """What the pages of a document use together: templates, drawings, the size of a page."""

    def __init__(self, package: _Package, root: Element, name: str) -> None:
        self._package = package
        self._lists: list[str] = []  # files that list drawings, not read yet
        self._listed: set[str] = set()
        self._drawings: dict[str, Element] = {}
        box = read_box(_text(root, "CommonData/{*}PageArea/{*}PhysicalBox"))
        self.height = box[3] if box else _HEIGHT
        self.templates: dict[str, str] = {}
        for page in root.iterfind("{*}CommonData/{*}TemplatePage"):
            found = package.find(page.get("BaseLoc") or "", name)
            if found is not None:
                self.templates[page.get("ID") or ""] = found
        for kind in ("PublicRes", "DocumentRes"):
            self._add_lists(root, f"{{*}}CommonData/{{*}}{kind}", name)

    def open_page(self, page: Element, name: str) -> None:
        """Add the drawings that a page lists for itself."""
        self._add_lists(page, "{*}PageRes", name)

    def _add_lists(self, root: Element, path: str, beside: str) -> None:
        for entry in root.iterfind(path):
            found = self._package.find(entry.text or "", beside) if entry.text else None
            if found is not None and found not in self._listed:
                self._listed.add(found)
                self._lists.append(found)

    def drawing(self, identity: str) -> Element | None:
        """Return the content of a drawing that pages put where they like, None if there is none."""
        while identity not in self._drawings and self._lists:
            try:
                root = self._package.parse(self._lists.pop(0))
            except BrokenFile:  # fonts and pictures stand in these lists, too: text goes without
                continue
            for unit in root.iter("{*}CompositeGraphicUnit"):
                content = unit.find("{*}Content")
                if content is not None:
                    self._drawings.setdefault(unit.get("ID") or "", content)
        return self._drawings.get(identity)


def _text(element: Element, path: str) -> str:
    found = element.find(f"{{*}}{path}")
    return "" if found is None else (found.text or "").strip()
