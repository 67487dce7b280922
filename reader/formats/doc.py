"""Word documents of before 2007, and those of WPS: LibreOffice makes .docx of them."""

from __future__ import annotations

import struct

from reader.formats import docx
from reader.formats.content import Content, Source
from reader.formats.libreoffice import convert
from reader.formats.ole import root_streams
from reader.text.errors import EncryptedFile

_KIND = "Word 97 (.doc)"
_MARK = b"\xec\xa5"  # of what says how the text of a document is stored
_LOCKED = 0x0100


def read(source: Source) -> Content:
    """Return the text of a .doc, .dot, .wps or .wpt with headings, lists, tables and notes.

    Raises ReaderError: no LibreOffice, damaged, protected by a password, no text, too much inside,
    too long.
    """
    if is_locked(source.data):
        raise EncryptedFile(source.where)
    data = convert(source.data, ".doc", ".docx", source.where, _KIND, check=source.check)
    return docx.read(source._replace(data=data))


def is_locked(data: bytes) -> bool:
    """Tell whether a .doc has a password, by the block with which its main stream begins.

    LibreOffice does not say why it could not open a file.
    """
    start = root_streams(data).get("WORDDOCUMENT", len(data))
    if data[start : start + 2] != _MARK or start + 12 > len(data):
        return False
    (flags,) = struct.unpack_from("<H", data, start + 10)
    return bool(flags & _LOCKED)
