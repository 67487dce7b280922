"""Decodes EUC-TW, which Python has no codec for, and the sets of 94 by 94 that ISO 2022 switches.

EUC-TW: two bytes from A1 on are plane 1 of CNS 11643; 8E A2 and two bytes are plane 2.
"""

from __future__ import annotations

import re
from functools import cache

from reader.text.resources import resource_path

_FIRST = 0x21
_TOKEN = re.compile(
    rb"[\x00-\x7f]+|(?:[\xa1-\xfe]{2})+|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\x80-\xff]", re.S
)


@cache
def _plane(number: int) -> dict[bytes, str]:
    """Return two bytes (7 bits each) -> character, of a plane of CNS 11643."""
    found: dict[bytes, str] = {}
    for line in resource_path("data", "cns11643.txt").read_text("utf-8").splitlines():
        plane, row, cells = line.split("\t")
        if int(plane) == number:
            for cell, char in enumerate(cells, _FIRST):
                found[bytes((int(row), cell))] = char
    return found


def decode_plane(pairs: bytes, plane: int) -> str:
    """Return the characters of pairs of bytes (7 bits each), U+FFFD for an empty place."""
    get = _plane(plane).get
    return "".join([get(pairs[at : at + 2], "\ufffd") for at in range(0, len(pairs) - 1, 2)])


_SEVEN_BITS = bytes(byte & 0x7F for byte in range(256))


def decode_euc_tw(data: bytes) -> str:
    """Decode EUC-TW; U+FFFD for each byte that belongs to no character."""
    pieces: list[str] = []
    for token in _TOKEN.findall(data):
        if token[0] < 0x80:
            pieces.append(token.decode("ascii"))
        elif len(token) == 1:
            pieces.append("\ufffd")
        elif token[0] == 0x8E:
            pieces.append(decode_plane(token[2:].translate(_SEVEN_BITS), token[1] - 0xA0))
        else:
            pieces.append(decode_plane(token.translate(_SEVEN_BITS), 1))
    return "".join(pieces)
