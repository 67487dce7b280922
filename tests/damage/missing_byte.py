"""One byte is missing in a GBK file: what follows is read one byte off, up to an ASCII byte."""

from __future__ import annotations

from tests.damage.gbk import units


def without_byte(text: str, at: int) -> str:
    """Return a text of hanzi and full-width marks as it is read without the first byte of text[at].

    Text that GBK cannot encode is not accepted (UnicodeEncodeError).
    """
    data = bytearray(text.encode("gbk"))
    del data[len(text[:at].encode("gbk"))]
    return "".join(read for _, _, read in units(bytes(data)))
