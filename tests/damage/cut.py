"""Bytes cut inside a character: 劳动关系 -> E5 8A B3 E5 8A A8 E5 85 B3 E7 B3."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

_TAILS = (b"", b"...", "…".encode(), b"\n", "。".encode(), b"</p>")
_AFTER_LINE = (b"\n", b"\r\n", b"...\n", b"")


class Cut(NamedTuple):
    """A file's bytes in which one character is cut, and what they would be if it was whole."""

    data: bytes
    before: str
    char: str
    after: str
    way: str

    @property
    def truth(self) -> str:
        return self.before + self.char + self.after


def summary(text: str, random: Random) -> Cut | None:
    """Cut after a number of bytes, as a summary is; what comes next is marked or not."""
    at = _hanzi(text, random)
    if at is None:
        return None
    data = text[at].encode()[: random.choice((1, 2))]
    tail = random.choice(_TAILS)
    return Cut(text[:at].encode() + data + tail, text[:at], text[at], tail.decode(), "summary")


def joined(text: str, random: Random) -> Cut | None:
    """Cut after a number of bytes and go on some characters later, as two pieces of a text do."""
    at = _hanzi(text, random)
    if at is None:
        return None
    rest = text[at + random.randint(2, 30) :]
    data = text[at].encode()[: random.choice((1, 2))]
    return Cut(text[:at].encode() + data + rest.encode(), text[:at], text[at], rest, "joined")


def beginning(text: str, random: Random) -> Cut | None:
    """Begin inside a character, as the second of two pieces does."""
    at = _hanzi(text, random)
    if at is None:
        return None
    rest = text[at + 1 :]
    data = text[at].encode()[random.choice((1, 2)) :]
    return Cut(data + rest.encode(), "", text[at], rest, "beginning")


def dropped(text: str, random: Random) -> Cut | None:
    """Leave out one byte of a character."""
    return _without(text, random, b"", "dropped")


def replaced(text: str, random: Random) -> Cut | None:
    """Put a question mark in place of one byte of a character."""
    return _without(text, random, b"?", "replaced")


def line_end(text: str, random: Random, encoding: str = "gbk") -> Cut | None:
    """Cut GBK or Big5 between the two bytes of a character, at the end of a line or of the file."""
    at = _hanzi(text, random)
    if at is None:
        return None
    tail = random.choice(_AFTER_LINE)
    try:
        rest = tail + (text[at + 5 :].encode(encoding) if tail.endswith(b"\n") else b"")
        data = text[:at].encode(encoding) + text[at].encode(encoding)[:1] + rest
    except UnicodeEncodeError:  # not a text of that encoding
        return None
    return Cut(data, text[:at], text[at], rest.decode(encoding), encoding)


WAYS: dict[str, Callable[[str, Random], Cut | None]] = {
    "summary": summary,
    "joined": joined,
    "beginning": beginning,
    "dropped": dropped,
    "replaced": replaced,
}


def _without(text: str, random: Random, instead: bytes, way: str) -> Cut | None:
    at = _hanzi(text, random)
    if at is None:
        return None
    data = text[at].encode()
    gone = random.randrange(len(data))
    left = data[:gone] + instead + data[gone + 1 :]
    before, after = text[:at], text[at + 1 :]
    return Cut(before.encode() + left + after.encode(), before, text[at], after, way)


def _hanzi(text: str, random: Random) -> int | None:
    """Return where a character of three bytes stands that has ten others before it."""
    places = [at for at, char in enumerate(text) if at >= 10 and len(char.encode()) == 3]
    return random.choice(places) if places else None
