"""Bytes of any format to text, structure and origin."""

from __future__ import annotations

from reader.formats.detect import ole_kind
from reader.formats.extracted import Extracted
from reader.text.errors import BinaryContent, EncryptedFile, OtherFormat, Place


def read_format(
    kind: str, data: bytes, where: Place, *, encoding: str | None = None, whole_page: bool = False
) -> Extracted:
    """Return the text of bytes in a format that `detect` found, other than "text".

    `encoding` and `whole_page` mean something for pages only. Raises ReaderError, naming `where`.
    """
    # Imported here: who opens a .txt waits for none of the libraries.
    if kind == "html":
        from reader.formats.html import read_html

        return read_html(data, where, encoding=encoding, whole_page=whole_page)
    if kind == "docx":
        from reader.formats.docx import read_docx

        return read_docx(data, where)
    if kind == "epub":
        from reader.formats.epub import read_epub

        return read_epub(data, where)
    if kind == "pdf":
        from reader.formats.pdf import read_pdf

        return read_pdf(data, where)
    if kind == "rtf":
        from reader.formats.rtf import read_rtf

        return read_rtf(data, where)
    raise _refusal(kind, data, where)


def _refusal(kind: str, data: bytes, where: Place) -> Exception:
    """Return the error for a format that is known and not read."""
    if kind == "ole":
        holds = ole_kind(data)
        if holds == "encrypted":
            return EncryptedFile(where)
        if holds == "Word":
            return OtherFormat(where, "Word 97 (.doc)", ".docx")
        return OtherFormat(where, f"{holds} 97", ".html")
    for mark, name, ending in (
        (b"xl/workbook", "Excel", ".html"),
        (b"ppt/presentation", "PowerPoint", ".pdf"),
        (b"OFD.xml", "OFD", ".pdf"),
        (b"vnd.oasis.opendocument", "OpenDocument", ".docx"),
    ):
        if mark in data[:2048] or mark in data[-65_536:]:
            return OtherFormat(where, name, ending)
    return BinaryContent(where, kind="ZIP")
