"""Turns wrongly decoded text back into bytes.

µÚ is B5 DA if the text was decoded as Windows-1252, 鍔冲 is E5 8A B3 E5 if it was decoded as GBK.
Where the decoder found no character, there is a loss mark (U+FFFD, ?) or nothing at all.
"""

from __future__ import annotations

from typing import NamedTuple

LOST = 256
"""The item for a loss mark: one or two bytes that are gone."""

_WINDOWS = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")
_BYTE_OF = {
    **{char: 0x80 + at for at, char in enumerate(_WINDOWS) if char != "\ufffd"},
    **{chr(byte): byte for byte in range(0x80, 0x100)},
}
LATIN = "".join(sorted(_BYTE_OF))
"""Every character that stands for a byte above 7F in Latin-1 or Windows-1252."""

_TYPOGRAPHY = "“”‘’…—–•·×÷°±\x85\xa0"
STRONG = "".join(char for char in LATIN if char not in _TYPOGRAPHY)
"""The characters of `LATIN` that Chinese text does not use itself."""

C1 = frozenset(range(0x80, 0xA0))
WINDOWS_GAPS = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""The bytes that Windows-1252 does not define."""

TRIMMED = frozenset(b"\xa0\xad")
"""A no-break space and a soft hyphen, which get lost when a text is trimmed or copied."""


class Items(NamedTuple):
    """The bytes and losses of a stretch of text.

    `values` are bytes (0..255) or LOST. `owner` gives for each of them the character it came from;
    `first` gives for each character the index of its first item, and ends with their number.
    """

    values: list[int]
    owner: list[int]
    first: list[int]


def latin_byte(char: str) -> int | None:
    """Return the byte that Latin-1 or Windows-1252 shows as `char`: µ is B5, Š is 8A."""
    return ord(char) if char < "\x80" else _BYTE_OF.get(char)


def latin_bytes(text: str) -> bytes | None:
    """Return the bytes of Latin-1 or Windows-1252 text, None if a character is in neither."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        values = [latin_byte(char) for char in text]
    return None if None in values else bytes(value for value in values if value is not None)


def gbk_bytes(char: str) -> bytes | None:
    """Return the bytes that a GBK decoder shows as `char`, None where there are none.

    Browsers decode the lone byte 80 as €, and undefined pairs as private use: U+E000 is AA A1.
    """
    if char == "€":
        return b"\x80"
    try:
        data = char.encode("gb18030")
    except UnicodeEncodeError:  # a lone surrogate
        return None
    return data if len(data) <= 2 else None


def latin_items(text: str) -> Items:
    """Return the items of a stretch decoded as Latin-1 or Windows-1252; U+FFFD and ? are losses."""
    values = [LOST if char in "\ufffd?" else latin_byte(char) for char in text]
    known = [value if value is not None else LOST for value in values]
    places = list(range(len(text)))
    return Items(known, places, [*places, len(text)])


def gbk_items(text: str) -> Items:
    """Return the items of a stretch decoded as GBK; U+FFFD and ? are losses."""
    values: list[int] = []
    owner: list[int] = []
    first: list[int] = []
    for at, char in enumerate(text):
        first.append(len(values))
        data = None if char in "\ufffd?" else gbk_bytes(char)
        if char == "€" and _is_inside_pair(values, text[at + 1 : at + 2]):
            data = b"\xa2\xe3"
        found = [LOST] if data is None else list(data)
        values += found
        owner += [at] * len(found)
    first.append(len(values))
    return Items(values, owner, first)


def _is_inside_pair(values: list[int], behind: str) -> bool:
    """Tell whether € is the pair A2 E3 and not the byte 80.

    It is where one UTF-8 character ends in it and the next begins, as in 换、.
    """
    waits = len(values) > 1 and values[-2] >= 0xE2 and 0x80 <= values[-1] < 0xC0
    data = gbk_bytes(behind) if behind else None
    return waits and (behind == "\ufffd" or (data is not None and 0x80 <= data[0] < 0xC0))
