"""The table of formats: what Jingdu opens, and what it knows and refuses.

All that depends on the format of a file comes from here: how it is recognised and read, what the
command line's help and the window's dialog name, and which menus apply to it. A new format is a
module with a function `read`, and a line in `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from reader.formats.content import Content, Source
from reader.formats.recognise import (
    Recogniser,
    Sample,
    begins_with,
    has_tags,
    holds,
    is_open_document_text,
    is_page,
    nothing,
    ole_holds,
    packs,
    zip_mentions,
)
from reader.text.errors import (
    BinaryContent,
    EncryptedFile,
    FileTooBig,
    OtherFormat,
    Place,
    ReaderError,
)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that Jingdu opens.

    `id` is stable: it is kept in files, and names the module in this folder whose function
    `read(source: Source) -> Content` reads the format. `name` is what users call it. A file is of
    this format if `looks_like` says so of its bytes, whatever its name; or if no format does, its
    name ends so, and `may_be` says that it could be.
    """

    id: str
    name: str
    endings: tuple[str, ...]
    looks_like: Recogniser
    may_be: Recogniser = nothing
    has_encoding: bool = False  # the user can choose in which encoding it is read
    has_whole_page: bool = False  # the user can have all text of it, or the main text alone
    largest: int = 512  # MB (2**20 bytes); reading more would fill the memory of a laptop

    def read(self, source: Source) -> Content:
        """Return the text of a file in this format. Raises ReaderError, naming `source.where`."""
        if len(source.data) > self.largest * 2**20:
            raise FileTooBig(source.where, len(source.data), self.largest * 2**20)
        # Imported here: who opens a .txt waits for none of the libraries.
        read: Callable[[Source], Content] = import_module(f"reader.formats.{self.id}").read
        return read(source)


@dataclass(frozen=True, slots=True)
class Refused:
    """A format that is recognised only to say what to do with it."""

    looks_like: Recogniser
    error: Callable[[Place], ReaderError]
    endings: tuple[str, ...] = ()


# What no other format takes is text.
TEXT = Format("text", "text", (".txt", ".md"), nothing, has_encoding=True)
FORMATS = (
    TEXT,
    Format(
        "html", "HTML", (".html", ".htm", ".xhtml", ".shtml"), is_page, has_tags,
        has_encoding=True, has_whole_page=True, largest=64,  # its tree takes ten times as much
    ),
    Format(
        "docx", "Word", (".docx", ".docm", ".dotx", ".dotm"),
        packs(
            "word/document*.xml", cut=(b"[Content_Types].xml",),
            kind=re.compile(rb"wordprocessingml\.\w+\.main|ms-word\.\w+\.macroEnabled\w*\.main"),
        ),
    ),
    Format("pdf", "PDF", (".pdf",), holds(b"%PDF-", within=1024), largest=256),
    Format(
        "epub", "EPUB", (".epub",),
        packs("META-INF/container.xml", cut=(b"application/epub+zip", b"META-INF/container.xml")),
    ),
    Format("ofd", "OFD", (".ofd",), packs("[Oo][Ff][Dd].[Xx][Mm][Ll]", cut=(b"OFD.xml",))),
    Format(
        "doc", "Word 97", (".doc", ".wps", ".dot", ".wpt"), ole_holds("WordDocument"), largest=128,
    ),
    Format("odt", "OpenDocument", (".odt", ".ott", ".fodt"), is_open_document_text),
    Format("rtf", "RTF", (".rtf",), begins_with("{\\rtf"), largest=128),
)  # fmt: skip


def _refuse(
    looks_like: Recogniser, name: str, save_as: str, endings: tuple[str, ...] = ()
) -> Refused:
    """Return a line for a format that its own program can save as another."""
    return Refused(looks_like, partial(OtherFormat, kind=name, ending=save_as), endings)


# The first that recognises a file refuses it.
REFUSED = (
    Refused(ole_holds("EncryptedPackage"), EncryptedFile),  # a .docx with a password
    _refuse(ole_holds("Workbook"), "Excel 97", ".html"),
    _refuse(ole_holds("PowerPoint Document"), "PowerPoint 97", ".html"),
    _refuse(ole_holds(), "Office 97", ".docx"),
    _refuse(zip_mentions(b"xl/workbook"), "Excel", ".html"),
    _refuse(zip_mentions(b"ppt/presentation"), "PowerPoint", ".pdf"),
    _refuse(zip_mentions(b"vnd.oasis.opendocument"), "OpenDocument", ".pdf"),
    Refused(zip_mentions(), partial(BinaryContent, kind="ZIP")),
)


def detect(data: bytes, name: str = "") -> Format | Refused:
    """Return the format of a file, or what refuses it; `name` is the file's name.

    Text with tags in it is a page only if its name says so, as a pasted fragment may be damaged
    text that is to be repaired.
    """
    sample = Sample(data)
    for one in (*FORMATS, *REFUSED):
        if one.looks_like(sample):
            return one
    for known in FORMATS:
        if name.lower().endswith(known.endings) and known.may_be(sample):
            return known
    return TEXT


def format_of(identity: str) -> Format | None:
    """Return the format with this id, None if there is none (any more)."""
    return next((known for known in FORMATS if known.id == identity), None)


def describe_formats() -> str:
    """Return what can be opened, for a help text: a text, .html, .docx or .pdf file."""
    usual = [known.endings[0] for known in FORMATS if known is not TEXT]
    return f"a {TEXT.name}, {', '.join(usual[:-1])} or {usual[-1]} file"


def is_document(ending: str) -> bool:
    """Tell whether files with this ending are documents, and their text is better not named so."""
    known = (one.endings for one in (*FORMATS, *REFUSED) if one is not TEXT)
    return any(ending.lower() in endings for endings in known)
