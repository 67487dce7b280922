"""Long texts in a journal: deflated, in base64, bounded when unpacked, or known by their hash."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from hashlib import sha256

_LEVEL = 6


def pack(text: str) -> str:
    """Return a text of any characters, lone surrogates among them, as ASCII."""
    return b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)).decode("ascii")


def unpack(packed: str, most: int) -> str:
    """Return the text that `pack` was given.

    Raises ValueError if it is no such text, or has more than `most` bytes in UTF-8: a few kilobytes
    may be made to unpack to gigabytes.
    """
    engine = zlib.decompressobj()
    try:
        data = engine.decompress(b64decode(packed, validate=True), most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if len(data) > most or not engine.eof:
        raise ValueError("it is cut off, or longer than it says")
    return data.decode("utf-8", "surrogatepass")


def fingerprint(text: str) -> str:
    """Return what tells a text from any other: the SHA-256 of its UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
