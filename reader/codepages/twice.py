"""Text that was misread twice: ÂµÃšÃ’Â» is µÚÒ» in UTF-8, and that is 第一 in GBK.

What was misread last is undone first. That is UTF-8, for a page is converted to nothing else, and a
few bytes of it may be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reader.codepages.encoding import encoding_of
from reader.codepages.interpretation import InterpretedPart, RunInterpretation
from reader.codepages.views import LOST, View, items_of

_FEW_BAD = 0.3  # bytes outside UTF-8 for each character inside

Inner = Callable[[str], list[RunInterpretation]]
"""Returns what a text says that may have been misread before."""


def interpret_twice(text: str, inner: Inner, view: View) -> list[RunInterpretation]:
    """Return the interpretation of text that was misread twice: ÂµÃšÃ’Â» is µÚÒ» is 第一.

    What was misread first is looked at if nearly all bytes are UTF-8; the few others are losses.
    """
    items = items_of(view.list_bytes(text))
    if not _is_nearly_utf8(items.values):
        return []
    between, begins = _decode_utf8(items.values)
    places = {begin: at for at, begin in enumerate(items.first)}
    found = []
    for one in inner(between):
        parts = tuple(_move_parts(one.parts, between, begins, places))
        again = (("UTF-8", view.name), *one.again)
        gain = one.gain * 1.5  # the text in between is as odd as the outermost
        found.append(RunInterpretation(parts, one.written, one.read, gain, one.hanzi, again))
    return found


def _move_parts(
    parts: Sequence[InterpretedPart], between: str, begins: list[int], places: dict[int, int]
) -> Iterator[InterpretedPart]:
    """Yield the parts of what was misread first, at the characters that hold their bytes.

    Each character of `between` begins at one of `begins`, each of the text at one of `places`. A
    character of the text that holds bytes of two makes them one part. What was not decoded of it
    is lost: nobody wrote the 浠 of 采用浠.
    """
    low = at = 0
    now = ""
    data: tuple[int, ...] = ()
    sure, others = 1.0, parts[0].others
    for number, part in enumerate(parts):
        if not now:
            low = at = part.start
            while begins[low] not in places:
                low -= 1
            at, sure = low, 1.0
        now += _leave_out(between[at : part.start]) + part.after
        data += (*[-1] * (part.start - at), *part.data)
        at, sure, others = part.end, sure * part.sure, part.others
        if number == len(parts) - 1:
            while begins[at] not in places:
                now, data, at = now + _leave_out(between[at]), (*data, -1), at + 1
        if begins[at] in places:
            yield InterpretedPart(places[begins[low]], places[begins[at]], now, data, sure, others)
            now, data = "", ()


def _leave_out(text: str) -> str:
    """Return what nothing more is known of, with U+FFFD for all but ASCII."""
    return "".join(char if char < "\x80" else "\ufffd" for char in text)


def _is_nearly_utf8(values: Sequence[int]) -> bool:
    """Tell whether few of the bytes above 7F are in no character of UTF-8, and any is."""
    _, begins = _decode_utf8(values)
    high = [end - begin for begin, end in pairwise(begins) if values[begin] >= 0x80]
    bad = high.count(1)
    return len(high) > bad and bad <= _FEW_BAD * (len(high) - bad)


def _decode_utf8(values: Sequence[int]) -> tuple[str, list[int]]:
    """Return what items say in UTF-8, U+FFFD for each byte that is in no character.

    The list says at which item each character begins, and ends with their number.
    """
    written = encoding_of("utf-8")
    chars: list[str] = []
    begins: list[int] = []
    at = 0
    while at < len(values):
        begins.append(at)
        value = values[at]
        size = written.width(value) if 0x80 <= value < LOST else 0
        char = ""
        if size and LOST not in values[at : at + size]:
            char = bytes(values[at : at + size]).decode("utf-8", "ignore")
        if len(char) != 1:
            char, size = chr(value) if value < 0x80 else "\ufffd", 1
        chars.append(char)
        at += size
    return "".join(chars), [*begins, len(values)]
