"""Plain text, in whatever encoding: every line exactly as it is in the file."""

from __future__ import annotations

from reader.formats.content import Content, Source
from reader.formats.decode import decode


def read(source: Source) -> Content:
    """Decode the bytes. Raises ReaderError: empty, not text, no such encoding."""
    text, origin = decode(source.data, encoding=source.encoding)
    return Content(text, (), origin.encoding, origin.how, origin.lost, origin.cuts)
