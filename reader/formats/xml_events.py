"""XML of any size, read event by event: no tree that fills the memory, no depth that ends it.

Files that anybody may have made: nothing is fetched, no entity is put in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from reader.formats.budget import Budget
from reader.text.errors import Place, TooMuchInside

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{1,40})[\"']")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
_UTF_16 = {
    b"\xff\xfe": "utf-16le", b"\xfe\xff": "utf-16be", b"<\x00": "utf-16le", b"\x00<": "utf-16be",
}  # fmt: skip
_KNOWN = ("utf-8", "utf8", "us-ascii", "iso-8859-1")  # by expat itself
_ENTITY = 100  # characters; one that stands for more, or for others, is made to fill the memory
_NAMES = 10_000  # remembered; a document has a few hundred
_STEP = 256  # elements between two looks at the budget
_CHUNK = 1 << 20
_LONGEST_TAG = 8 << 20  # bytes; pictures in old drawings are attributes of 1 MB


class DamagedXml(Exception):  # noqa: N818
    """The bytes are no XML, or XML that nobody writes in good faith."""


class Handler(Protocol):
    """What happens at each event. A name is "w:p", by the table of prefixes, or "p" by none."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element. The names of attributes have their namespaces: `local`."""

    def end(self, name: str) -> None:
        """End an element."""

    def text(self, text: str) -> None:
        """Take some text."""


def local(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return attributes by their names alone, as no element in Office has two of one name."""
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}


def walk_xml(
    data: bytes, prefixes: Mapping[str, str], handler: Handler, budget: Budget, where: Place = None
) -> None:
    """Tell a handler what is in an XML text, in order.

    `prefixes` maps namespaces to what stands before names of theirs. Raises DamagedXml where the
    XML breaks off or is broken, after what stands before that; ReaderError, naming `where`, for too
    many elements or too long a tag.
    """
    data, encoding = _as_known(data)
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    names: dict[str, str] = {}
    start, end = handler.start, handler.end
    count = 0

    def shorten(name: str) -> str:
        space, _, own = name.rpartition(" ")
        short = f"{prefixes[space]}:{own}" if space in prefixes else own
        if len(names) < _NAMES:
            names[name] = short
        return short

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if not count % _STEP:
            budget.spend(_STEP)
        start(names.get(name) or shorten(name), attributes)

    def on_end(name: str) -> None:
        end(names.get(name) or shorten(name))

    def on_entity(_name: str, _parameter: bool, value: str | None, *_where: object) -> None:
        if value is not None and (len(value) > _ENTITY or "&" in value or "%" in value):
            raise DamagedXml

    def refuse(*_what: object) -> None:
        raise DamagedXml  # attributes by default: a short line gives each element a hundred

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = on_entity
    parser.AttlistDeclHandler = refuse
    parser.DefaultHandler = lambda _text: None  # with one, entities are not put in
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    try:
        for at in range(0, len(data), _CHUNK):
            parser.Parse(data[at : at + _CHUNK], False)
            # The attributes of a tag are not seen before it ends: three million would take 1 GB.
            if at + _CHUNK - max(parser.CurrentByteIndex, 0) > _LONGEST_TAG:
                raise TooMuchInside(where)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        parser.buffer_text = False  # gives the handler the text that stands before the damage
        raise DamagedXml from error


def _as_known(data: bytes) -> tuple[bytes, str | None]:
    """Return XML in an encoding that expat knows, and that encoding if the text says another."""
    # What the bytes show counts, whatever the declaration says.
    for mark, encoding in _UTF_16.items():
        if data.startswith(mark):
            return data.removeprefix(mark) if mark in _BYTE_ORDER else data, encoding
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in _KNOWN:
        return data, None
    if name.startswith(("utf-16", "utf16", "ucs-2")):
        return data, "utf-8"
    try:
        return data.decode(name, "replace").encode(), "utf-8"
    except (LookupError, UnicodeError):
        return data, "utf-8"
