"""UTF-8 bytes that were read as GBK: 鍔冲姩 is 劳动, 鍔冲姩鑰? is 劳动者."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import inf

from reader.codepages.beam import Gaps, Search, best_path
from reader.codepages.encoding import encoding_of, numbers_of
from reader.codepages.interpretation import (
    Interpretation,
    Part,
    chinese_costs,
    interpretations_of,
    weigh,
)
from reader.codepages.views import gbk_bytes, gbk_items
from reader.language.forms import table

NAME = "GBK"
_LEADS = (*range(0xE2, 0xEA), 0xEF)
_FOLLOWING = range(0x80, 0xC0)


def _pairs(firsts: Iterable[int], seconds: Iterable[int]) -> str:
    """Return the characters of GBK with these bytes, those of browsers too."""
    seconds = tuple(seconds)
    pairs = (bytes((first, second)) for first in firsts for second in seconds)
    return "".join(pair.decode("gb18030", "ignore") for pair in pairs)


_OPENS = _pairs(_LEADS, _FOLLOWING)  # 鍔: E5 8A, the beginning of a character
_GOES_ON = _pairs(_FOLLOWING, (*_LEADS, *range(0xC3, 0xC6)))  # 冲: B3 E5, its end and the next
_CLOSES = _pairs(_FOLLOWING, _FOLLOWING)  # 姩: 8A A8

TRIGGER = re.compile(rf"[{_OPENS}][{_GOES_ON}][{_CLOSES}€?\ufffd\ue000-\uf8ff]")
"""Six bytes that are two characters of UTF-8; in Chinese text once in a million characters."""

WEAK = re.compile(f"[{_OPENS}]")
_ODD = re.compile(f"[{_OPENS}{_GOES_ON}{_CLOSES}\ufffd]")
_RARE = 11.0  # nats; of the characters of UTF-8 one in ten is more frequent
_CHUNK = 500  # characters searched at once
_CUT = re.compile(r"[\x20-\x7e\ufffd]")


def interpret_gbk(line: str, known: bool) -> Iterator[Interpretation]:
    """Yield what a line says if it was UTF-8, offsets in the line."""
    pattern = WEAK if known else TRIGGER
    if not (pattern.search(line) if known else _promising(line)):
        return
    whole = _whole(line, known)
    if whole is not None:
        yield whole
        return
    at = 0
    while at < len(line):
        end = len(line)
        if end - at > _CHUNK:
            cuts = [cut.end() for cut in _CUT.finditer(line, at + _CHUNK // 2, at + _CHUNK)]
            end = cuts[-1] if cuts else at + _CHUNK
        if pattern.search(line, at, end) if known else _promising(line[at:end]):
            yield from _search(line[at:end], at, end == len(line), known)
        at = end


def _promising(line: str) -> bool:
    """Tell whether somewhere two characters of UTF-8 are ones that people write.

    Text read out of step, as slips leave it, has the bytes now and then, but not the words.
    """
    model = encoding_of("utf-8").model
    for hit in TRIGGER.finditer(line):
        data = b"".join(gbk_bytes(char) or b"" for char in hit[0].rstrip("?\ufffd"))
        chars = data.decode("utf-8", "ignore")
        if chars and all(model.rarity(char) < _RARE for char in chars.translate(table().guess)):
            return True
    return False


def _whole(line: str, known: bool) -> Interpretation | None:
    """Return the interpretation of a line that is UTF-8 from end to end, without a loss."""
    pieces = [gbk_bytes(char) for char in line]
    if None in pieces:
        return None
    data = b"".join(piece for piece in pieces if piece is not None)
    try:
        after = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    model = encoding_of("utf-8").model
    gain, hanzi = weigh(chinese_costs(line, model), after, model, known)
    if gain <= 0:
        return None
    return Interpretation(_parts(line, pieces, after), "UTF-8", NAME, gain, hanzi)


def _parts(line: str, pieces: list[bytes | None], after: str) -> tuple[Part, ...]:
    """Return the smallest parts whose bytes are whole characters on both sides."""
    ends = list(accumulate(len(piece or b"") for piece in pieces))
    parts: list[Part] = []
    at = owner = low = 0  # a byte, the character of `line` it is in, where the part begins
    text, data = "", b""
    for char in after:
        encoded = char.encode()
        at += len(encoded)
        text, data = text + char, data + encoded
        while ends[owner] < at:
            owner += 1
        if ends[owner] == at:
            owner += 1
            if line[low:owner] != text:
                parts.append(Part(low, owner, text, tuple(data)))
            low, text, data = owner, "", b""
    return tuple(parts)


def _search(text: str, shift: int, ends_line: bool, known: bool) -> list[Interpretation]:
    """Return the likeliest runs, at first without losses that left no mark."""
    items = gbk_items(text)
    written = encoding_of("utf-8")
    numbers = numbers_of(text, written.model)
    literal = chinese_costs(text, written.model)
    best: tuple[float, list[Interpretation]] | None = None
    for vanish in (inf, 3.0):
        search = Search(written, NAME, Gaps(None, vanish, 2, paired=True), ends_line, known)
        cost, steps = best_path(items, search, numbers, literal)
        interpretations = interpretations_of(steps, items, text, literal, search)
        if best is None or cost < best[0] - 1:
            best = cost, interpretations
        left = {items.owner[step.start] for step in steps if step.read is None}
        if not any(_ODD.match(text[at]) for at in left):
            break
    return [one.moved(shift) for one in best[1]] if best else []
