"""Turns wrongly decoded text back into bytes, by one table of encodings that text is decoded in.

µÚ is B5 DA if the text was decoded as Windows-1252, 鍔冲 is E5 8A B3 E5 if it was decoded as GBK.
Where the decoder found no character, there is a loss mark (U+FFFD, ?) or nothing at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from reader.text.resources import resource_path

LOST = 256
"""The item for a loss mark: one or two bytes that are gone."""

WINDOWS = "Windows-1252"
"""The name under which Latin-1 goes as well: 80 to 9F are controls there, letters here."""

TYPOGRAPHY = "“”‘’…—–•·×÷°±\x85\xa0"
"""What Chinese text uses itself of the characters of a narrow view."""
_LOSSES = "?\ufffd"
_OTHER = b"\n"
_REMEMBERED = 1 << 14  # characters of which the bytes are known, some 2 MB
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


class DefinedPairs:
    """The pairs of bytes that a codec decodes to a character, none of private use."""

    def __init__(self, codec: str) -> None:
        self._codec = codec
        self._known: dict[bytes, bool] = {}

    def __contains__(self, pair: bytes) -> bool:
        known = self._known.get(pair)
        if known is None:
            char = pair.decode(self._codec, "replace")
            known = _is_shown(char) and not "\ue000" <= char <= "\uf8ff"
            self._known[pair] = known
        return known


class View:
    """One encoding that text is decoded in by mistake: which bytes each character stands for.

    `is_wide` tells that a character may stand for two bytes. `gaps` are the bytes that mean nothing
    alone and so get lost, `trimmed` the no-break space and the soft hyphen, which get lost where a
    text is trimmed or copied, `space` the first of them, `pairs` the pairs that mean something in
    every decoder of this name.
    `alphabet` are the characters of a narrow view, `strong` those of them that Chinese text does
    not use itself. `others` are the characters of a wide one that have several pairs of bytes, with
    all but the first one: ∵ is 87 9A, 81 E6 or FA 5B in Shift_JIS.
    """

    def __init__(self, name: str, codecs: tuple[str, ...], is_wide: bool) -> None:
        self.name = name
        self.is_wide = is_wide
        self._codecs = codecs
        self._find: Callable[[str], bytes | None]
        single = _list_single(codecs)
        if name == "GBK":
            # In browsers; pairs that are undefined are private use there: U+E000 is AA A1.
            single["€"] = b"\x80"
        defined = {byte for data in single.values() for byte in data}
        # A browser shows what is undefined as the control of that number.
        self.gaps = WINDOWS_GAPS if name == WINDOWS else frozenset(range(0x80, 0x100)) - defined
        several = _read_several().get(name, {}) if is_wide else {}
        self.others = {char: pairs[1:] for char, pairs in several.items()}
        if is_wide:
            self._known = {char: pairs[0] for char, pairs in several.items()} | single
            self._find = lru_cache(_REMEMBERED)(self._encode)
        else:
            shown = range(0x80, 0x100) if name == WINDOWS else self.gaps
            self._known = {chr(byte): bytes((byte,)) for byte in shown} | single
            self._find = self._known.get
        self.pairs = DefinedPairs(codecs[0])
        self.space = next(iter(self._find("\xa0") or b"\xa0"))
        self.trimmed = frozenset(byte for char in "\xa0\xad" for byte in self._find(char) or b"")
        self.alphabet = "" if is_wide else "".join(sorted(self._known))
        self.strong = "".join(char for char in self.alphabet if char not in TYPOGRAPHY)

    def _encode(self, char: str) -> bytes | None:
        """Return the bytes of a character of a wide view: to list all of them takes 20 ms."""
        known = self._known.get(char)
        if known is not None:
            return known
        for codec in self._codecs:
            try:
                data = char.encode(codec)
            except UnicodeEncodeError:
                continue
            # GB18030 has four bytes for others; cp932 writes ¢ as what it shows as ￠.
            if len(data) == 2 and data.decode(codec) == char:
                return data
        return None

    def limits(self, codec: str) -> Limits:
        """Return how good the Chinese must be that was written in a codec."""
        if codec == "utf-8" and (not self.is_wide or self.name == "GBK"):
            return _VALID
        if self.name == WINDOWS:
            return _NO_LANGUAGE
        return _CHARACTERS if self.is_wide else _LETTERS

    def find_bytes(self, char: str) -> bytes | None:
        """Return the bytes that this encoding shows as `char`, None where there are none."""
        return bytes((ord(char),)) if char < "\x80" else self._find(char)

    def holds(self, text: str) -> bool:
        """Tell whether every character of a text is in this encoding."""
        return all(char < "\x80" or self._find(char) for char in text)

    def count_lacking(self, times: Mapping[str, int]) -> int:
        """Return how many of some characters above 7F are not in this encoding.

        `times` tells how often each occurs.
        """
        find = self._find
        return sum([number for char, number in times.items() if find(char) is None])

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
            at: (self._known[char], *self.others[char])
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


def _list_single(codecs: Iterable[str]) -> dict[str, bytes]:
    """Return the characters above 7F that one byte stands for in any of some codecs."""
    single = [bytes((byte,)) for byte in range(0x80, 0x100)]
    found: dict[str, bytes] = {}
    for codec in codecs:
        # A line end after each: no byte is taken with the next.
        chars = b"\n".join(single).decode(codec, "replace").split("\n")
        found.update(
            (char, data) for char, data in zip(chars, single, strict=True) if _is_shown(char)
        )
    return found


def _is_shown(char: str) -> bool:
    return len(char) == 1 and char >= "\x80" and char != "\ufffd"


@cache
def _read_several() -> Mapping[str, Mapping[str, tuple[bytes, ...]]]:
    """Return view -> character -> its pairs of bytes, the one that counts most first."""
    found: dict[str, dict[str, tuple[bytes, ...]]] = defaultdict(dict)
    for line in resource_path("data", "pairs.tsv").read_text("utf-8").splitlines():
        name, char, pairs = line.split("\t")
        found[name][char] = tuple(map(bytes.fromhex, pairs.split(" ")))
    return found


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
WIDE_CODECS = {
    "GBK": ("gb18030",),
    "Big5": ("cp950", "big5hkscs"),
    "EUC-KR": ("cp949",),
    "Shift_JIS": ("cp932",),
}
WIDE = tuple(WIDE_CODECS)
"""The encodings of which a character may have two bytes."""


@cache
def view_of(name: str) -> View:
    """Return the view of this name, which remembers what it was asked."""
    return View(name, (_NARROW | WIDE_CODECS)[name], name in WIDE_CODECS)


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
    return any(char in view.alphabet for view in narrow_views()) and char not in TYPOGRAPHY
