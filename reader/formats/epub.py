"""Books: an .epub is a ZIP archive of pages and a list of their order."""

from __future__ import annotations

import posixpath
from collections import Counter
from urllib.parse import unquote

from reader.formats.archive import Archive
from reader.formats.budget import STEPS, Budget, packed_steps
from reader.formats.content import Content, Source
from reader.formats.decode import decode
from reader.formats.element import Element
from reader.formats.html_tree import build_tree
from reader.formats.tree import Walker
from reader.formats.xml import parse_xml
from reader.text.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    NoTextInside,
    Place,
    ReaderError,
)
from reader.text.structure import StructureWriter

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = (
    "application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document",
)  # fmt: skip
# These hide fonts from copying, no text.
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read(source: Source) -> Content:
    """Return the text of all pages of a book, in reading order.

    Raises ReaderError: damaged, locked by its seller, nothing but pictures, too much inside.
    """
    where = source.where
    budget = Budget(where, steps=packed_steps(len(source.data), STEPS))
    left_out: Counter[str] = Counter()
    with Archive(source.data, where, "EPUB") as archive:
        folder, package = _package(archive, where)
        book = _Book(package, folder, budget)
        _refuse_locked(archive, where, set(book.pages))
        writer = StructureWriter()
        for name in book.pages:
            page = _page_text(archive.read(name)) if name in archive.names else None
            if page is None:
                left_out["unreadable"] += 1  # a book whose cover page is missing is still a book
                continue
            is_xml = not book.is_plain_html(name)
            Walker(writer, budget, left_out).walk(build_tree(page, budget, xml=is_xml))
        left_out["pictures"] += book.pictures
        left_out["unlisted"] += len(book.unlisted & archive.names)
    if not len(writer):
        raise NoTextInside(where, "EPUB")
    return Content.of(writer, left_out=left_out)


def _page_text(data: bytes) -> str | None:
    """Return the text of one page; pages are UTF-8 by the book's rules, and not all obey."""
    try:
        return decode(data)[0]
    except EmptyFile:
        return ""
    except ReaderError:  # a picture named as a page
        return None


def _refuse_locked(archive: Archive, where: Place, pages: set[str]) -> None:
    """Raise EncryptedFile if a page is encrypted; fonts often are, and a film may be."""
    described = archive.optional(_ENCRYPTION)
    if described is None:
        return
    root = parse_xml(described, where, "EPUB")
    for entry in root.iter("{*}EncryptionMethod"):
        if entry.get("Algorithm", "") in _FONTS:
            continue
        data = entry.getparent()
        reference = None if data is None else data.find(".//{*}CipherReference")
        name = None if reference is None else reference.get("URI")
        if name is None or posixpath.normpath(unquote(name)) in pages:
            raise EncryptedFile(where, is_book=True)


def _package(archive: Archive, where: Place) -> tuple[str, Element]:
    """Return the folder and the root of the file that lists the pages."""
    container = parse_xml(archive.read(_CONTAINER), where, "EPUB")
    root = container.find(".//{*}rootfile")
    name = "" if root is None else unquote(root.get("full-path") or "")
    if name not in archive.names:
        raise BrokenFile(where, "EPUB")
    return posixpath.dirname(name), parse_xml(archive.read(name), where, "EPUB")


class _Book:
    """What the list of a book's files says.

    `pages` are those to read, in order, each once, however often they are named. `unlisted` are
    pages that no reader comes to by turning pages.
    """

    def __init__(self, package: Element, folder: str, budget: Budget) -> None:
        self.pages: dict[str, None] = {}
        self.pictures = 0
        self._folder = folder
        self._items: dict[str, Element] = {}
        self._plain: set[str] = set()
        all_pages: set[str] = set()
        for item in package.iterfind(".//{*}manifest/{*}item"):
            budget.spend()
            if item.get("id") and item.get("href"):
                self._items.setdefault(item.get("id") or "", item)
                name = self._name(item)
                if item.get("media-type") in _PAGES and not _is_contents(item):
                    all_pages.add(name)
                    if item.get("media-type") == "text/html":
                        self._plain.add(name)
        for entry in package.iterfind(".//{*}spine/{*}itemref"):
            budget.spend()
            self._add(entry.get("idref") or "", budget)
        self.unlisted = all_pages - self.pages.keys()

    def is_plain_html(self, name: str) -> bool:
        """Tell whether a page is HTML as browsers read it, and no XML."""
        return name in self._plain

    def _add(self, identity: str, budget: Budget) -> None:
        """Add a page to be read; of what is no page, such as a drawing, the page in its place."""
        seen: set[str] = set()
        first = self._items.get(identity)
        item = first
        while item is not None and identity not in seen:
            budget.spend()
            seen.add(identity)  # two files may name each other
            if item.get("media-type") in _PAGES:
                if not _is_contents(item):
                    self.pages[self._name(item)] = None
                return
            identity = item.get("fallback") or ""
            item = self._items.get(identity)
        if first is not None and (first.get("media-type") or "").startswith("image/"):
            self.pictures += 1

    def _name(self, item: Element) -> str:
        link = unquote((item.get("href") or "").split("#")[0])
        return posixpath.normpath(posixpath.join(self._folder, link))


def _is_contents(item: Element) -> bool:
    """Tell the table of contents, which repeats the headings."""
    return "nav" in (item.get("properties") or "").split()
