"""Tells if a text can be what the bytes of a damaged one are left of.

Bytes may be gone, a mark or a gloss may stand between them; the text that the other copy has is
simplified, so that each of its characters may have been written in any form.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import inf

from reader.language.syllables import SYLLABLE
from reader.text.lazy_pattern import lazy_pattern
from reader.text.resources import resource_path

_GLOSS = lazy_pattern(rf"[(（]?{SYLLABLE}[ \u3000]{{0,2}}[)）]")
_LOST = -1  # a byte of which only a mark is left
_NONE = -2  # the last byte of the character before is there
_HALF, _VANISHED = 1.0, 0.2  # nats for a byte that is gone, a pair that no table holds
_ADDED_SIGN, _ADDED = 0.5, 1.25  # for a sign that does not belong there, a byte that does not
_FOLDED = {mark: chr(ord(mark) + 0xFEE0).encode("gbk") for mark in ",:;!"}
_HIGH = 0x80  # from here on a byte belongs to a character
_BAND = 120  # bytes by which the two may be apart
_LONGEST = 200  # characters
_ALLOWED, _ALLOWED_EACH = 1.5, 0.12  # what may be wrong, and so much more for each character
_TOLD = 0.35  # share of the bytes that must be there
_FEWEST, _FEWEST_INSIDE = 4, 2  # bytes that must be there

_States = dict[tuple[int, int], float]
"""(bytes used up, the last byte of the text if that is gone) -> cost."""


def fits_bytes(damaged: str, text: str, *, inside: bool = False) -> bool:
    """Tell if the bytes of `damaged`, as GBK, are those of `text` but for what was lost or added.

    `inside` says that both may begin and end inside a character, as a part of a run does.

    >>> fits_bytes("?！V州", "海、广州"), fits_bytes("?！V州", "天津、广州"), fits_bytes("甲", "乙")
    (True, False, False)
    """
    data = _list_bytes(_GLOSS.sub("", damaged), text)
    known = sum(value != _LOST for value in data)
    least = max(_FEWEST_INSIDE if inside else _FEWEST, _TOLD * 2 * len(text))
    if not text or len(text) > _LONGEST or known < least:
        return False
    allowed = _ALLOWED + _ALLOWED_EACH * len(text)
    written = [_list_written(char) for char in text]
    return _cost(data, written, allowed, inside=inside) <= allowed


def _list_bytes(damaged: str, text: str) -> list[int]:
    """Return the bytes of what stands there; a half-width mark may be folded: ?;酃 is 海化."""
    data: list[int] = []
    for char in damaged:
        if char in "?\ufffd":
            data.append(_LOST)
        elif char in _FOLDED and char not in text:
            data += _FOLDED[char]
        else:
            data += char.encode("gb18030", "replace")
    return data


def _cost(
    data: Sequence[int], written: Sequence[Sequence[bytes]], allowed: float, *, inside: bool
) -> float:
    """Return what is wrong at least if `data` was written so; infinite if more than `allowed`.

    Read one byte off, the last byte of a character and the first of the next are a pair. Where GBK
    has no such pair, both are gone without a trace.
    """
    size = len(data)
    states: _States = {(0, _NONE): 0.0}
    for number, options in enumerate(written):
        following: _States = {}

        def reach(at: int, gone: int, cost: float, following: _States = following) -> None:
            if cost <= allowed and cost < following.get((at, gone), inf):
                following[at, gone] = cost

        for (at, gone), cost in _add_bytes(states, data, allowed):
            if abs(at - 2 * number) > _BAND:
                continue
            one, two = data[at] if at < size else inf, data[at + 1] if at + 1 < size else inf
            for option in options:
                first, last = option[0], option[-1]
                paid = cost + _HALF if gone != _NONE else cost
                vanished = gone != _NONE and _is_no_pair(gone, first)
                # Its first byte is gone:
                begun = cost + _VANISHED if vanished or (inside and not number) else paid + _HALF
                if len(option) == 1:
                    if one in (first, _LOST):
                        reach(at + 1, _NONE, paid)
                    reach(at, _NONE, begun)
                    continue
                if one in (first, _LOST):
                    if two in (last, _LOST):
                        reach(at + 2, _NONE, paid)
                    reach(at + 1, last, paid)
                if one in (last, _LOST):
                    reach(at + 1, _NONE, begun)
                reach(at, last, begun)
        states = following
    rest = [0.0] * (size + 1)
    for at in range(size - 1, -1, -1):
        is_half = inside and at == size - 1
        rest[at] = rest[at + 1] + (_VANISHED if is_half else _cost_added(data[at]))
    return min(
        (cost + rest[at] + (0 if gone == _NONE else _HALF) for (at, gone), cost in states.items()),
        default=inf,
    )


def _add_bytes(
    states: _States, data: Sequence[int], allowed: float
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the states, and those in which bytes that do not belong there are skipped."""
    best: _States = {}
    for (start, gone), begun in states.items():
        at, cost = start, begun
        while cost <= allowed and cost < best.get((at, gone), inf):
            best[at, gone] = cost
            if at == len(data):
                break
            cost += _cost_added(data[at])
            at += 1
    yield from best.items()


def _cost_added(value: int) -> float:
    return _ADDED if value >= _HIGH else _ADDED_SIGN


@lru_cache(1 << 16)
def _is_no_pair(first: int, last: int) -> bool:
    """Tell if GBK has no character of these two bytes."""
    return not bytes((first, last)).decode("gbk", "ignore")


@cache
def _list_written(char: str) -> tuple[bytes, ...]:
    """Return the bytes in which a simplified character may have been written."""
    simplified, forms = _read_forms()
    low = bisect_left(simplified, char)
    written = (char, *forms[low : bisect_right(simplified, char, low)])
    return tuple(data for one in written if (data := one.encode("gbk", "ignore"))) or (b"\xff",)


@cache
def _read_forms() -> tuple[str, str]:
    """Return simplified characters, sorted, and below each a form that stands for it."""
    simplified, forms, _ = resource_path("data", "written_forms.txt").read_text("utf-8").split("\n")
    return simplified, forms
