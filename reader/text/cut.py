"""What a file still holds of characters that were cut: of 劳, E5 8A B3, the bytes E5 8A."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.lazy_pattern import lazy_pattern

_ENCODINGS = frozenset({"utf-8", "gb18030", "cp950", "big5hkscs"})
_MOST = 20_000  # places that are remembered; what is broken so often was no text
_ESCAPED = lazy_pattern("[\udc80-\udcff]+")
# In UTF-8 a first byte takes those behind it along; what follows no first byte stands together.
_PIECE = lazy_pattern(rb"[\xc2-\xf4][\x80-\xbf]*|[\x80-\xbf]+|[^\x80-\xbf]")
_SHIFT = 0xDC00
_FIRST_MARK = 0xF0000  # 65,534 private characters
_MARK = lazy_pattern("[\U000f0000-\U000ffffd]")


class Cut(NamedTuple):
    """The bytes that could not be decoded at source[start:end], which are U+FFFD (code points)."""

    start: int
    end: int
    data: bytes


def decode_with_cuts(data: bytes, encoding: str) -> tuple[str, tuple[Cut, ...]]:
    """Decode, U+FFFD for what is undecodable, and return what bytes stand behind each of them.

    Of a file with more than 20,000 such places none is returned.
    """
    text = data.decode(encoding, "replace")
    if encoding not in _ENCODINGS or "\ufffd" not in text:
        return text, ()
    try:
        escaped = data.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:
        return text, ()
    cuts: list[Cut] = []
    moved = 0
    for found in _ESCAPED.finditer(escaped):
        at = found.start() + moved
        for piece in _pieces(found[0], encoding):
            end = at + len(piece.decode(encoding, "replace"))
            cuts.append(Cut(at, end, piece))
            at = end
        if len(cuts) > _MOST:
            return text, ()
        moved = at - found.end()
    if len(escaped) + moved != len(text):  # a codec that marks otherwise
        return text, ()
    return text, tuple(cuts)


def with_marks(text: str, cuts: Sequence[Cut]) -> tuple[str, tuple[bytes, ...]]:
    """Put a private character that tells its bytes in place of the first U+FFFD of each cut.

    A page's text is taken apart before it is shown, and `without_marks` finds the cuts in what it
    became. Returns the text and what `without_marks` needs, which is empty if nothing was put in.
    """
    if not cuts or _MARK.search(text):
        return text, ()
    known: dict[bytes, int] = {}
    pieces: list[str] = []
    done = 0
    for cut in cuts:
        number = known.setdefault(cut.data, len(known))
        pieces += text[done : cut.start], chr(_FIRST_MARK + number)
        done = cut.start + 1
    pieces.append(text[done:])
    return "".join(pieces), tuple(known)


def without_marks(text: str, known: Sequence[bytes], encoding: str) -> tuple[str, tuple[Cut, ...]]:
    """Return the text with U+FFFD again, and where the cuts are in it."""
    if not known:
        return text, ()
    lengths = [len(data.decode(encoding, "replace")) for data in known]
    cuts: list[Cut] = []
    for found in _MARK.finditer(text):
        number = ord(found[0]) - _FIRST_MARK
        if number < len(known):
            start = found.start()
            cuts.append(Cut(start, start + lengths[number], known[number]))
    return _MARK.sub("\ufffd", text), tuple(cuts)


def _pieces(escaped: str, encoding: str) -> Iterator[bytes]:
    """Yield the bytes of undecodable characters, one character at a time."""
    data = bytes(ord(char) - _SHIFT for char in escaped)
    if encoding == "utf-8":
        yield from _PIECE.findall(data)
    else:
        yield from (bytes((byte,)) for byte in data)
