"""Books: an .epub is a ZIP archive of pages and a list of their order."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from reader.formats.archive import Archive
from reader.formats.content import Content, Source
from reader.formats.decode import decode
from reader.formats.element import Element
from reader.formats.tree import Walker, parse_html
from reader.formats.xml import parse_xml
from reader.text.errors import BrokenFile, EncryptedFile, NoTextInside, Place, ReaderError
from reader.text.structure import StructureWriter

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
# These hide fonts from copying, no text.
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read(source: Source) -> Content:
    """Return the text of all pages of a book, in reading order.

    Raises ReaderError: damaged, locked by its seller, nothing but pictures, too much inside.
    """
    where = source.where
    with Archive(source.data, where, "EPUB") as archive:
        _refuse_locked(archive, where)
        folder, package = _package(archive, where)
        writer = StructureWriter()
        for name in _reading_order(package, folder):
            if name not in archive.names:
                continue  # a book whose cover page is missing is still a book
            page = _page_text(archive.read(name))
            if page:
                Walker(writer).walk(parse_html(page))
    if not len(writer):
        raise NoTextInside(where, "EPUB")
    return Content.of(writer)


def _page_text(data: bytes) -> str:
    """Return the text of one page; pages are UTF-8 by the book's rules, and not all obey."""
    try:
        return decode(data)[0]
    except ReaderError:  # an empty page, or a picture named as a page
        return ""


def _refuse_locked(archive: Archive, where: Place) -> None:
    """Raise EncryptedFile if anything but fonts is encrypted."""
    described = archive.optional(_ENCRYPTION)
    if described is None:
        return
    methods = [
        element.get("Algorithm", "")
        for element in parse_xml(described, where, "EPUB").iter("{*}EncryptionMethod")
    ]
    if any(method not in _FONTS for method in methods):
        raise EncryptedFile(where)


def _package(archive: Archive, where: Place) -> tuple[str, Element]:
    """Return the folder and the root of the file that lists the pages."""
    container = parse_xml(archive.read(_CONTAINER), where, "EPUB")
    root = container.find(".//{*}rootfile")
    name = "" if root is None else unquote(root.get("full-path") or "")
    if name not in archive.names:
        raise BrokenFile(where, "EPUB")
    return posixpath.dirname(name), parse_xml(archive.read(name), where, "EPUB")


def _reading_order(package: Element, folder: str) -> list[str]:
    """Return the names of the pages, each once."""
    files: dict[str, str] = {}
    for item in package.iterfind(".//{*}manifest/{*}item"):
        is_page = item.get("media-type") in _PAGES
        identity, link = item.get("id"), item.get("href")
        if identity and link and is_page and "nav" not in (item.get("properties") or ""):
            name = unquote(link.split("#")[0])
            files[identity] = posixpath.normpath(posixpath.join(folder, name))
    spine = [entry.get("idref") or "" for entry in package.iterfind(".//{*}spine/{*}itemref")]
    return list(dict.fromkeys(files[entry] for entry in spine if entry in files))
