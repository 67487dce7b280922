"""Reasons for a repair: a code, and arguments that are still what they are, not words for them.

`reader.text.messages` has a sentence for each code and says of what kind its arguments are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CODECS = {
    "UTF-8": "utf-8",
    "GBK": "gbk",
    "Big5": "cp950",
    "Big5-HKSCS": "big5hkscs",
    "Windows-1252": "cp1252",
    "Shift_JIS": "cp932",
    "EUC-KR": "cp949",
    "Windows-1251": "cp1251",
    "KOI8-R": "koi8-r",
    "MacRoman": "mac-roman",
    "CP437": "cp437",
    "CP850": "cp850",
    "CP866": "cp866",
    "Windows-1250": "cp1250",
}
"""What Python calls the encodings that evidence names."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Bytes in one encoding, of which some may be missing: E7 B3 ?? in UTF-8.

    `encoding` is a name of `CODECS`, empty where it is not known. At the offsets `missing`, `data`
    holds a zero that means nothing.
    """

    data: bytes
    encoding: str = ""
    missing: tuple[int, ...] = ()

    @classmethod
    def of(cls, values: Iterable[int], encoding: str = "") -> Bytes:
        """Return the bytes of these values; a negative one is missing."""
        known = tuple(values)
        missing = tuple(at for at, value in enumerate(known) if value < 0)
        return cls(bytes(max(0, value) for value in known), encoding, missing)

    def values(self) -> Iterator[int | None]:
        """Yield the bytes, None for each that is missing."""
        missing = frozenset(self.missing)
        for at, value in enumerate(self.data):
            yield None if at in missing else value

    def __add__(self, other: Bytes) -> Bytes:
        """Return these bytes and those of the same encoding that follow."""
        moved = tuple(at + len(self.data) for at in other.missing)
        return Bytes(self.data + other.data, self.encoding, self.missing + moved)


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters that cannot be shown as they are: a space, a soft hyphen, U+E000."""

    text: str


Argument = str | int | Bytes | Characters | tuple[str, ...]
"""Text or the name of an encoding, a number, bytes, characters to be named, a list of names."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for an edit: a stable code and its arguments.

    `reader.text.sentences.evidence_words` says it in English, or in a translation.
    """

    code: str
    args: tuple[Argument, ...] = ()
