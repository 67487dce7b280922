"""Recognisers: each looks at the bytes of a file and tells whether they are of one format.

The table of formats puts one in each of its lines. They look at what the file holds; its name only
decides between formats that the bytes could both be.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property

from reader.formats import ole
from reader.text.errors import ReaderError
from reader.text.lazy_pattern import lazy_pattern

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_ZIP = b"PK\x03\x04"
_HEAD = 4096  # bytes looked at
# A page may begin with comments, an XML declaration and blank lines.
_PAGE = lazy_pattern(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = lazy_pattern(r"<(?:/?[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.I)


class Sample:
    """The bytes of a file as recognisers look at them."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def head(self) -> str:
        """The beginning, as text in which ASCII can be recognised, whatever the encoding."""
        return self.start(_HEAD)

    def start(self, size: int) -> str:
        """Return the first `size` bytes as such a text."""
        data = self.data[:size]
        if data.startswith(codecs.BOM_UTF16_LE) or data[1:2] == b"\x00":
            return data.decode("utf-16-le", "replace").lstrip("\ufeff")
        if data.startswith(codecs.BOM_UTF16_BE) or data[:1] == b"\x00":
            return data.decode("utf-16-be", "replace").lstrip("\ufeff")
        return data.removeprefix(codecs.BOM_UTF8).decode("latin-1")

    @property
    def is_zip(self) -> bool:
        """Whether this begins as a ZIP archive."""
        return self.data.startswith(_ZIP)

    @property
    def is_ole(self) -> bool:
        """Whether this begins as the container that Office 97 wrote."""
        return self.data.startswith(ole.MAGIC)

    @cached_property
    def streams(self) -> Mapping[str, int]:
        """The names at the root of such a container; none if its directory is damaged."""
        return ole.root_streams(self.data)

    @cached_property
    def members(self) -> frozenset[str] | None:
        """The names in a ZIP archive; None if the archive has no list of them at its end."""
        from reader.formats.archive import Archive  # not needed for a text

        try:
            with Archive(self.data, None, "ZIP") as archive:
                return archive.names
        except ReaderError:
            return None

    @cached_property
    def kinds(self) -> bytes:
        """What a file of Office says its parts are, whatever their names; empty for others."""
        from reader.formats.archive import Archive

        try:
            with Archive(self.data, None, "ZIP") as archive:
                # In UTF-16 every other byte is zero.
                return (archive.optional("[Content_Types].xml") or b"").replace(b"\x00", b"")
        except ReaderError:
            return b""


Recogniser = Callable[[Sample], bool]


def begins_with(mark: str) -> Recogniser:
    r"""Recognise what begins with a text: {\rtf."""
    return lambda sample: sample.head.startswith(mark)


def holds(mark: bytes, *, within: int) -> Recogniser:
    """Recognise what has a mark in its first bytes; mail and servers put lines before it."""
    return lambda sample: mark in sample.data[:within]


def packs(
    member: str, *, cut: tuple[bytes, ...], kind: re.Pattern[bytes] | None = None
) -> Recogniser:
    """Recognise a ZIP archive with such a member (* stands for anything).

    Or one of Office that says it has a part of a kind. Of an archive whose download broke off, only
    the first bytes tell: they hold one of `cut`.
    """

    def recognise(sample: Sample) -> bool:
        if not sample.is_zip:
            return False
        if sample.members is None:
            return any(mark in sample.data[:_HEAD] for mark in cut)
        if any(fnmatchcase(name.replace("\\", "/"), member) for name in sample.members):
            return True
        return kind is not None and kind.search(sample.kinds) is not None

    return recognise


def zip_mentions(mark: bytes = b"") -> Recogniser:
    """Recognise a ZIP archive that has a mark among its first bytes or in its list of members."""
    return lambda sample: (
        sample.is_zip and (mark in sample.data[:2048] or mark in sample.data[-65_536:])
    )


def is_open_document_text(sample: Sample) -> bool:
    """Recognise a text, no table or slides, in a ZIP archive or as one file of XML."""
    if sample.is_zip:
        return _OPEN_DOCUMENT in sample.data[:2048]
    start = sample.start(_HEAD * 4)  # behind the names of two dozen namespaces
    return "office:mimetype" in start and _OPEN_DOCUMENT.decode() in start


def ole_holds(stream: str = "") -> Recogniser:
    """Recognise what Office 97 wrote, with a stream of this name in it.

    Where the directory cannot be read, the name may stand anywhere.
    """

    def recognise(sample: Sample) -> bool:
        if not sample.is_ole or not stream:
            return sample.is_ole
        if sample.streams:
            return stream.upper() in sample.streams
        return stream.encode("utf-16-le") in sample.data

    return recognise


def is_page(sample: Sample) -> bool:
    """Recognise a whole page; a piece of one may be damaged text that is to be repaired."""
    return _PAGE.match(sample.head) is not None


def has_tags(sample: Sample) -> bool:
    """Recognise a text with tags in it."""
    return _TAG.search(sample.start(_HEAD * 16)) is not None


def nothing(_sample: Sample) -> bool:
    """Recognise nothing."""
    return False
