"""PDF files that hold text. PDFium reads them: it knows the tables of Chinese fonts."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from threading import Lock
from typing import NewType

from reader.formats.content import Content, Source
from reader.formats.pdf_lines import Line, write_lines
from reader.formats.radicals import without_radicals
from reader.text.errors import (
    BrokenFile,
    EncryptedFile,
    NoTextInside,
    Place,
)
from reader.text.structure import StructureWriter

_KIND = "PDF"
_Text = NewType("_Text", object)  # the text of a page, as PDFium holds it
_LEAST = 2  # characters a page; a scan may carry the number of its copier and no more
_PASSWORD = 4  # PDFium's number for "needs a password"
_SECURITY = 5  # and for a way of locking that it does not know
_LINE_ENDS = (0x0A, 0x0D)
_HYPHEN = (0x02, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line
# PDFium keeps state of its own for the whole process; two threads in it crash.
_ONE_AT_A_TIME = Lock()


def read(source: Source) -> Content:
    """Return the text of a PDF file, its lines joined to paragraphs.

    Raises ReaderError: damaged, protected by a password, scanned (no text).
    """
    data, where = source.data, source.where
    # Mail and web servers put lines before the file; PDFium looks for the mark itself, within 1 kB.
    with _ONE_AT_A_TIME:
        pages = _pages(data, where)
    writer = StructureWriter()
    write_lines(writer, pages)
    letters = sum(1 for page in pages for line in page for sign in line.text if sign.isalnum())
    if not len(writer) or letters <= _LEAST * len(pages):
        raise NoTextInside(where, _KIND)
    return Content.of(writer)


def _pages(data: bytes, where: Place) -> list[list[Line]]:
    import pypdfium2 as pdfium  # loads a library of 7 MB

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (_PASSWORD, _SECURITY) or b"/Encrypt" in data[-4096:]:
            raise EncryptedFile(where) from error
        raise BrokenFile(where, _KIND) from error
    with closing(document):
        pages = []
        for number in range(len(document)):
            try:
                with closing(document[number]) as page, closing(page.get_textpage()) as text:
                    pages.append(list(_lines(text.raw)))
            except pdfium.PdfiumError:
                pages.append([])  # one broken page does not keep the others
        return pages


def _lines(page: _Text) -> Iterator[Line]:
    """Yield the lines of a page as PDFium parts them, with their places in points."""
    import pypdfium2.raw as raw

    start = 0
    letters: list[str] = []
    count = raw.FPDFText_CountChars(page)
    at = 0
    while at <= count:
        code = raw.FPDFText_GetUnicode(page, at) if at < count else 0x0A
        if code in _LINE_ENDS:
            if letters:
                yield from _line(page, "".join(letters), start, at)
            letters = []
            start = at + 1
        elif code in _HYPHEN:
            letters.append("\u00ad")
        elif code and not 0xD800 <= code <= 0xDFFF:
            letters.append(chr(code))
        elif 0xD800 <= code <= 0xDBFF and at + 1 < count:
            low = raw.FPDFText_GetUnicode(page, at + 1)
            if 0xDC00 <= low <= 0xDFFF:
                letters.append(chr((code - 0xD800) * 0x400 + low - 0xDC00 + 0x10000))
                at += 1
        at += 1


def _line(page: _Text, text: str, start: int, end: int) -> Iterator[Line]:
    """Yield a line with its box; nothing if it is blank."""
    if not text.strip():
        return
    boxes = [box for at in (*range(start, min(start + 8, end)), *range(max(start, end - 8), end))
             if (box := _box(page, at)) is not None]  # fmt: skip
    if not boxes:
        return
    left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
    bottom, top = min(box[2] for box in boxes), max(box[3] for box in boxes)
    size = max(1.0, sorted(box[3] - box[2] for box in boxes)[len(boxes) // 2])
    yield Line(without_radicals(text), left, right, bottom, top, size)


def _box(page: _Text, at: int) -> tuple[float, float, float, float] | None:
    """Return left, right, bottom and top of a character; None for a space or what has no place."""
    import pypdfium2.raw as raw

    if raw.FPDFText_GetUnicode(page, at) in (0x20, 0xA0, 0x3000):
        return None
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(page, at, ctypes.byref(box)):
        return None
    if box.right <= box.left or box.top <= box.bottom:
        return None
    return box.left, box.right, box.bottom, box.top
