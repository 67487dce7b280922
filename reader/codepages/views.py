"""How a text looks as the bytes it was wrongly decoded from.

A view turns characters back into the bytes that a reader took them for: µÚ is B5 DA to whom read
Windows-1252, 鍔冲 is E5 8A B3 E5 to whom read GBK. Where the reader found no character, a mark of
loss stands (U+FFFD, ?) or nothing at all.
"""

from __future__ import annotations

from typing import NamedTuple

LOST = 256
"""Stands among the items for a mark of loss: one byte or two that nobody can tell any more."""

_WINDOWS = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")
_BYTE_OF = {
    **{char: 0x80 + at for at, char in enumerate(_WINDOWS) if char != "\ufffd"},
    **{chr(byte): byte for byte in range(0x80, 0x100)},
}
LATIN = "".join(sorted(_BYTE_OF))
"""Every character that stands for a byte above 7F in Latin-1 or Windows-1252."""

_TYPOGRAPHY = "“”‘’…—–•·×÷°±\x85\xa0"
STRONG = "".join(char for char in LATIN if char not in _TYPOGRAPHY)
"""Those of `LATIN` that Chinese text does not use itself."""

C1 = frozenset(range(0x80, 0xA0))
WINDOWS_GAPS = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""Bytes that Windows-1252 has no character for."""


class Items(NamedTuple):
    """Bytes and losses of a stretch of text.

    `values` are bytes (0..255) or LOST; `owner` tells of each which character of the stretch it
    came from; `first` of each character the index of its first item, and at the end their number.
    """

    values: list[int]
    owner: list[int]
    first: list[int]


def latin_byte(char: str) -> int | None:
    """Return the byte that Latin-1 or Windows-1252 shows as `char`: µ is B5, Š is 8A."""
    return ord(char) if char < "\x80" else _BYTE_OF.get(char)


def latin_bytes(text: str) -> bytes | None:
    """Return the bytes of a stretch of Latin-1 or Windows-1252, None if it holds another one."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        values = [latin_byte(char) for char in text]
    return None if None in values else bytes(value for value in values if value is not None)


def gbk_bytes(char: str) -> bytes | None:
    """Return the bytes that a reader of GBK shows as `char`, None where there are none.

    Browsers read the lone byte 80 as €, and undefined pairs as private use: U+E000 is AA A1.
    """
    if char == "€":
        return b"\x80"
    try:
        data = char.encode("gb18030")
    except UnicodeEncodeError:  # a lone surrogate
        return None
    return data if len(data) <= 2 else None


def latin_items(text: str) -> Items:
    """Return the items of a stretch in the Latin view; U+FFFD and ? are losses."""
    values = [LOST if char in "\ufffd?" else latin_byte(char) for char in text]
    known = [value if value is not None else LOST for value in values]
    places = list(range(len(text)))
    return Items(known, places, [*places, len(text)])


def gbk_items(text: str) -> Items:
    """Return the items of a stretch in the GBK view; U+FFFD and ? are losses."""
    values: list[int] = []
    owner: list[int] = []
    first: list[int] = []
    for at, char in enumerate(text):
        first.append(len(values))
        data = None if char in "\ufffd?" else gbk_bytes(char)
        if char == "€" and _inside_two(values, text[at + 1 : at + 2]):
            data = b"\xa2\xe3"
        found = [LOST] if data is None else list(data)
        values += found
        owner += [at] * len(found)
    first.append(len(values))
    return Items(values, owner, first)


def _inside_two(values: list[int], behind: str) -> bool:
    """Tell whether € is the pair A2 E3 and not the byte 80.

    It is so where one character of UTF-8 ends in it and the next begins: 换、 for one.
    """
    waits = len(values) > 1 and values[-2] >= 0xE2 and 0x80 <= values[-1] < 0xC0
    data = gbk_bytes(behind) if behind else None
    return waits and (behind == "\ufffd" or (data is not None and 0x80 <= data[0] < 0xC0))
