"""What is mere layout in a text: spaces, line ends, full and half width."""

from __future__ import annotations

from array import array
from itertools import compress
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFF61: 0x3002}


class Words(NamedTuple):
    """A text without its layout, and where each of its characters stands in the text."""

    text: str
    places: array[int]  # offsets (code points); one more than characters, the last is the end


def is_layout(character: str) -> bool:
    """Tell if a character only spaces or breaks lines."""
    return character.isspace() or character in _INVISIBLE


def strip_layout(text: str) -> Words:
    """Return a text without spaces and line ends, all its characters in half width."""
    kept = [not is_layout(character) for character in text]
    places = array("q", compress(range(len(text)), kept))
    places.append(len(text))
    return Words("".join(compress(text, kept)).translate(_NARROW), places)
