"""Turns wrongly decoded text back into bytes, by one table of encodings that text is decoded in.

µÚ is B5 DA if the text was decoded as Windows-1252, 鍔冲 is E5 8A B3 E5 if it was decoded as GBK.
Where the decoder found no character, there is a loss mark (U+FFFD, ?) or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

LOST = 256
"""The item for a loss mark: one or two bytes that are gone."""

WINDOWS = "Windows-1252"
"""The name under which Latin-1 goes as well: 80 to 9F are controls there, letters here."""

TYPOGRAPHY = "“”‘’…—–•·×÷°±\x85\xa0"
"""What Chinese text uses itself of the characters of a narrow view."""
_LOSSES = "?\ufffd"
_OTHER = b"\n"
C1 = frozenset(range(0x80, 0xA0))
WINDOWS_GAPS = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""The bytes that Windows-1252 does not define."""


class Items(NamedTuple):
    """The bytes and losses of a stretch of text.

    `values` are bytes (0..255) or LOST. `owner` gives for each of them the character it came from;
    `first` gives for each character the index of its first item, and ends with their number.
    `variants` holds all the pairs of bytes of a character that has several, given by its number.
    """

    values: list[int]
    owner: list[int]
    first: list[int]
    variants: Mapping[int, tuple[bytes, ...]] = MappingProxyType({})


class Limits(NamedTuple):
    """How good the Chinese must be that bytes are read back as.

    In nats a character: what costs more than `worst` is none, less `short` if it is one character,
    half as much if there are two: in noise something short always reads well.
    """

    worst: float
    short: float


_VALID = Limits(11.5, 3.0)  # hardly any other bytes are UTF-8, however short
_NO_LANGUAGE = Limits(9.75, 8.0)  # nobody writes µÚÒ», whatever else it may be
_LETTERS = Limits(8.5, 4.0)  # Russian, a table drawn with lines, a formula
_CHARACTERS = Limits(8.5, 8.0)  # Korean, Japanese, a list of rare characters


class View:
    """One encoding that text is decoded in by mistake: which bytes each character stands for.

    `is_wide` tells that a character may stand for two bytes. `gaps` are the bytes that mean nothing
    alone and so get lost, `trimmed` the no-break space and the soft hyphen, which get lost where a
    text is trimmed or copied, `space` the first of them, `pairs` the pairs that mean something in
    every decoder of this name.
    `strong` are the characters that Chinese text does not use itself, `others` those that have
    several pairs of bytes, with all but the first one: ∵ is 87 9A, 81 E6 or FA 5B in Shift_JIS.
    """

    def __init__(self, name: str, codecs: tuple[str, ...], is_wide: bool) -> None:
        self.name = name
        self.is_wide = is_wide
        listed = list(_list_characters(codecs, is_wide))
        self.bytes_of: Mapping[str, bytes] = dict(listed)
        self.others = _list_others(listed, self.bytes_of)
        defined = {data[0] for data in self.bytes_of.values() if len(data) == 1}
        # A browser shows what is undefined as the control of that number.
        self.gaps = WINDOWS_GAPS if name == WINDOWS else frozenset(range(0x80, 0x100)) - defined
        if not self.is_wide:
            shown = {chr(byte): bytes((byte,)) for byte in self.gaps}
            if name == WINDOWS:
                shown |= {chr(byte): bytes((byte,)) for byte in range(0x80, 0x100)}
            self.bytes_of = {**shown, **self.bytes_of}
        same = dict(zip(self.bytes_of.values(), self.bytes_of.values(), strict=True))
        self.pairs = frozenset(
            same.get(data, data)
            for char, data in _list_characters(codecs[:1], is_wide)
            if len(data) == 2 and not "\ue000" <= char <= "\uf8ff"
        )
        self.space = next(iter(self.bytes_of.get("\xa0", b"\xa0")))
        self.trimmed = frozenset(
            byte for char in "\xa0\xad" for byte in self.bytes_of.get(char, b"")
        )
        self.alphabet = "".join(sorted(self.bytes_of))
        self.strong = "".join(char for char in self.alphabet if char not in TYPOGRAPHY)

    def limits(self, codec: str) -> Limits:
        """Return how good the Chinese must be that was written in a codec."""
        if codec == "utf-8" and (not self.is_wide or self.name == "GBK"):
            return _VALID
        if self.name == WINDOWS:
            return _NO_LANGUAGE
        return _CHARACTERS if self.is_wide else _LETTERS

    def find_bytes(self, char: str) -> bytes | None:
        """Return the bytes that this encoding shows as `char`, None where there are none."""
        return bytes((ord(char),)) if char < "\x80" else self.bytes_of.get(char)

    def holds(self, text: str) -> bool:
        """Tell whether every character of a text is in this encoding."""
        return all(char < "\x80" or char in self.bytes_of for char in text)

    def list_bytes(self, text: str) -> list[bytes | None]:
        """Return the bytes of each character, none for U+FFFD and ?, which are losses.

        What this encoding lacks was not decoded in it; a line end stands for it.
        """
        found: list[bytes | None] = []
        for at, char in enumerate(text):
            data = None if char in _LOSSES else self.find_bytes(char) or _OTHER
            if (
                char == "€"
                and self.name == "GBK"
                and self._is_inside_pair(found, text[at + 1 : at + 2])
            ):
                data = b"\xa2\xe3"
            found.append(data)
        return found

    def list_variants(self, text: str) -> dict[int, tuple[bytes, ...]]:
        """Return all the pairs of bytes of the characters that have several, by their places."""
        if self.others.keys().isdisjoint(text):
            return {}
        return {
            at: (self.bytes_of[char], *self.others[char])
            for at, char in enumerate(text)
            if char in self.others
        }

    def _is_inside_pair(self, before: Sequence[bytes | None], behind: str) -> bool:
        """Tell whether the € of GBK is the pair A2 E3 and not the byte 80.

        It is where one UTF-8 character ends in it and the next begins, as in 换、.
        """
        values = [value for one in before[-2:] for value in (one or b"\0")][-2:]
        waits = len(values) > 1 and values[-2] >= 0xE2 and 0x80 <= values[-1] < 0xC0
        data = self.find_bytes(behind) if behind else None
        return waits and (behind == "\ufffd" or (data is not None and 0x80 <= data[0] < 0xC0))


def items_of(
    pieces: Sequence[bytes | None], variants: Mapping[int, tuple[bytes, ...]] | None = None
) -> Items:
    """Return the items of characters with these bytes; None is a loss."""
    values: list[int] = []
    owner: list[int] = []
    first: list[int] = []
    for at, data in enumerate(pieces):
        first.append(len(values))
        found = [LOST] if data is None else list(data)
        values += found
        owner += [at] * len(found)
    first.append(len(values))
    return Items(values, owner, first, variants or {})


def _list_others(
    listed: Iterable[tuple[str, bytes]], first: Mapping[str, bytes]
) -> dict[str, tuple[bytes, ...]]:
    """Return the characters of several pairs of bytes, with all but the first."""
    found: dict[str, dict[bytes, None]] = {}
    for char, data in listed:
        if len(data) == 2 and data != first[char] and char != "€":
            found.setdefault(char, {})[data] = None
    return {char: tuple(others) for char, others in found.items()}


@cache
def _list_pairs() -> list[list[bytes]]:
    """Return the pairs of bytes by their first one; all views have the same objects."""
    return [[bytes((lead, trail)) for trail in range(0x40, 0xFF)] for lead in range(0x81, 0xFF)]


def _list_characters(codecs: tuple[str, ...], wide: bool) -> Iterator[tuple[str, bytes]]:
    """Yield each character above 7F and its bytes; what comes later counts more.

    Of two pairs for a character the higher one is listed last.
    """
    single = [bytes((byte,)) for byte in range(0x80, 0x100)]
    rows = _list_pairs() if wide else []
    for codec in reversed(codecs):
        for row in (*rows, single):
            chars = b"\n".join(row).decode(codec, "replace").split("\n")
            for char, data in zip(map(intern, chars), row, strict=True):  # the same in all tables
                if len(char) == 1 and char >= "\x80" and char != "\ufffd":
                    yield char, data
    if codecs[0] == "gb18030":
        yield "€", b"\x80"  # browsers; undefined pairs are private use there: U+E000 is AA A1


# What text is decoded in: its name, and what Python calls it; the first codec counts most.
_NARROW = {
    WINDOWS: ("cp1252",),
    "Windows-1250": ("cp1250",),
    "Windows-1251": ("cp1251",),
    "MacRoman": ("mac-roman",),
    "CP437": ("cp437",),
    "CP850": ("cp850",),
    "CP866": ("cp866",),
    "KOI8-R": ("koi8-r",),
}
_WIDE = {
    "GBK": ("gb18030",),
    "Big5": ("cp950", "big5hkscs"),
    "EUC-KR": ("cp949",),
    "Shift_JIS": ("cp932",),
}
WIDE = tuple(_WIDE)
"""The encodings of which a character may have two bytes."""


@cache
def view_of(name: str) -> View:
    """Return the view of this name, cached because its table takes time to fill."""
    return View(name, (_NARROW | _WIDE)[name], name in _WIDE)


def narrow_views() -> tuple[View, ...]:
    """Return the views of one byte a character; where two explain a text, the first counts."""
    return tuple(map(view_of, _NARROW))


def char_class(chars: Iterable[str]) -> str:
    """Return these characters as the inside of a character class, in ranges."""
    codes = sorted(set(map(ord, chars)))
    runs: list[tuple[int, int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1] = runs[-1][0], code
        else:
            runs.append((code, code))
    return "".join(f"{re.escape(chr(low))}-{re.escape(chr(high))}" for low, high in runs)


@cache
def is_strong(char: str) -> bool:
    """Tell whether a narrow view has a character that Chinese text does not use itself."""
    return any(char in view.bytes_of for view in narrow_views()) and char not in TYPOGRAPHY
