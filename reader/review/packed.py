"""Packs long texts for a journal (deflated, base64), and hashes them."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from hashlib import sha256

_LEVEL = 6


def pack(text: str) -> str:
    """Return any text, even with lone surrogates, packed as ASCII."""
    return b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)).decode("ascii")


def unpack(packed: str, most: int) -> str:
    """Return the text that was packed.

    Raises ValueError if `packed` is invalid, or the text has more than `most` bytes in UTF-8: a few
    kilobytes could be made to unpack to gigabytes.
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
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
