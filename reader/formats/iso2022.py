"""Decodes what writes Chinese and Korean in seven bits: ISO-2022-CN, ISO-2022-KR and HZ.

In ISO-2022 escapes name sets of characters, and 0E and 0F switch. Python has no codec for the
first, and after one bad byte its codecs for the others read nonsense for long. Here each line,
escape and shift is a place to begin anew.
"""

from __future__ import annotations

import re
from contextlib import suppress

from reader.formats.cns import decode_plane

_TOKEN = re.compile(
    rb"\x1b\$[)*+]?[A-Z@]|\x1b[NO][\x21-\x7e]{2}|[\x0e\x0f\n]|[^\x0e\x0f\n\x1b]+|\x1b"
)
# What the escapes name: codecs of Python for sets that it has, numbers for planes of CNS 11643.
_SETS: dict[bytes, str | int] = {
    b"\x1b$)A": "gb2312",
    b"\x1b$)E": "gb2312",  # ISO-IR-165, which adds to it
    b"\x1b$)C": "euc_kr",
    b"\x1b$)G": 1,
}
_HZ_TOKEN = re.compile(rb"~\{([^\n]*?)(?:~\}|(?=\n)|\Z)|~(\r?\n)|(~~)|(~)")
_PAIR = re.compile(rb"[\x21-\x77][\x21-\x7e]|[^\n]")
_HIGH_BIT = bytes(byte | 0x80 for byte in range(256))
_PAIRS = re.compile(rb"(?:[\x21-\x7e]{2})+|[\x00-\x20\x7f]+|[\x21-\xff]")


def decode_iso2022(data: bytes, usual: str) -> str:
    """Decode; U+FFFD for each byte that belongs to no character.

    `usual` names the codec of the set that 0E switches to where its escape is missing.
    """
    pieces: list[str] = []
    chosen: str | int = usual
    second, third = 2, 3  # planes of single characters behind ESC N and ESC O
    shifted = False
    for token in _TOKEN.findall(data):
        first = token[0]
        if first == 0x0E or first == 0x0F:
            shifted = first == 0x0E
        elif first == 0x0A:
            pieces.append("\n")
            shifted = False
        elif first != 0x1B:
            pieces.append(_decode_run(token, chosen) if shifted else _ascii(token))
        elif token in _SETS:
            chosen = _SETS[token]
        elif token[1:2] in (b"N", b"O"):
            pieces.append(decode_plane(token[2:], second if token[1:2] == b"N" else third))
        elif token[2:3] == b"+" and token[2:] in (b"+I", b"+J", b"+K", b"+L", b"+M"):
            third = token[3] - 0x46
        elif token != b"\x1b$*H":
            pieces.append("\ufffd")
    return "".join(pieces)


def decode_iso2022_kr(data: bytes) -> str:
    """Decode ISO-2022-KR; U+FFFD for each byte that belongs to no character."""
    with suppress(UnicodeDecodeError):
        return data.decode("iso2022_kr")
    return decode_iso2022(data, "euc_kr")


def decode_hz(data: bytes) -> str:
    """Decode HZ; U+FFFD for what belongs to no character, and after it each line begins anew."""
    with suppress(UnicodeDecodeError):
        return data.decode("hz")
    pieces: list[str] = []
    done = 0
    for found in _HZ_TOKEN.finditer(data):
        pieces.append(data[done : found.start()].decode("ascii", "replace"))
        done = found.end()
        run, _joined, twice, lone = found.groups()
        if run is not None:
            for pair in _PAIR.findall(run):
                whole = len(pair) == 2
                pieces.append(
                    pair.translate(_HIGH_BIT).decode("gb2312", "replace") if whole else "\ufffd"
                )
        elif twice is not None:
            pieces.append("~")
        elif lone is not None:
            pieces.append("\ufffd")
    pieces.append(data[done:].decode("ascii", "replace"))
    return "".join(pieces)


def _ascii(data: bytes) -> str:
    return data.decode("ascii", "replace")


def _decode_run(data: bytes, chosen: str | int) -> str:
    """Return the characters of pairs of bytes, as one set has them."""
    pieces: list[str] = []
    for token in _PAIRS.findall(data):
        if token[0] <= 0x20 or token[0] == 0x7F:
            pieces.append(_ascii(token))
        elif len(token) == 1:
            pieces.append("\ufffd")
        elif isinstance(chosen, int):
            pieces.append(decode_plane(token, chosen))
        else:
            pieces.append(token.translate(_HIGH_BIT).decode(chosen, "replace"))
    return "".join(pieces)
