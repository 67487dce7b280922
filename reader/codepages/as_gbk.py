"""UTF-8 bytes that were decoded as GBK: 鍔冲姩 is 劳动, 鍔冲姩鑰? is 劳动者."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import inf

from reader.codepages.beam import MissingBytes, Search, best_path
from reader.codepages.encoding import encoding_of, numbers_of
from reader.codepages.interpretation import (
    InterpretedPart,
    RunInterpretation,
    chinese_costs,
    collect_runs,
    weigh,
)
from reader.codepages.views import gbk_bytes, gbk_items
from reader.language.forms import form_table

NAME = "GBK"
_LEADS = (*range(0xE2, 0xEA), 0xEF)
_FOLLOWING = range(0x80, 0xC0)


def _decode_pairs(firsts: Iterable[int], seconds: Iterable[int]) -> str:
    """Return the GBK characters with these lead and trail bytes, browser extensions included."""
    seconds = tuple(seconds)
    pairs = (bytes((first, second)) for first in firsts for second in seconds)
    return "".join(pair.decode("gb18030", "ignore") for pair in pairs)


_OPENS = _decode_pairs(_LEADS, _FOLLOWING)  # 鍔: E5 8A, the beginning of a character
_GOES_ON = _decode_pairs(
    _FOLLOWING, (*_LEADS, *range(0xC3, 0xC6))
)  # 冲: B3 E5, its end and the next
_CLOSES = _decode_pairs(_FOLLOWING, _FOLLOWING)  # 姩: 8A A8

TRIGGER = re.compile(rf"[{_OPENS}][{_GOES_ON}][{_CLOSES}€?\ufffd\ue000-\uf8ff]")
"""Six bytes that form two UTF-8 characters; Chinese text has such a run once in a million."""

WEAK = re.compile(f"[{_OPENS}]")
_ODD = re.compile(f"[{_OPENS}{_GOES_ON}{_CLOSES}\ufffd]")
_RARE = 11.0  # nats; of the characters of UTF-8 one in ten is more frequent
_CHUNK = 500  # characters searched at once
_CUT = re.compile(r"[\x20-\x7e\ufffd]")


def interpret_gbk(line: str, known: bool) -> Iterator[RunInterpretation]:
    """Yield what a line says if it was UTF-8; offsets are code points in the line.

    `known` says that the document was misread in this way elsewhere.
    """
    pattern = WEAK if known else TRIGGER
    if not (pattern.search(line) if known else _is_promising(line)):
        return
    whole = _interpret_whole(line, known)
    if whole is not None:
        yield whole
        return
    at = 0
    while at < len(line):
        end = len(line)
        if end - at > _CHUNK:
            cuts = [cut.end() for cut in _CUT.finditer(line, at + _CHUNK // 2, at + _CHUNK)]
            end = cuts[-1] if cuts else at + _CHUNK
        if pattern.search(line, at, end) if known else _is_promising(line[at:end]):
            yield from _search_chunk(line[at:end], at, end == len(line), known)
        at = end


def _is_promising(line: str) -> bool:
    """Tell whether the bytes of any run are two UTF-8 characters in common use.

    Text out of step happens to contain such bytes now and then, but not such characters.
    """
    model = encoding_of("utf-8").model
    for hit in TRIGGER.finditer(line):
        data = b"".join(gbk_bytes(char) or b"" for char in hit[0].rstrip("?\ufffd"))
        chars = data.decode("utf-8", "ignore")
        if chars and all(
            model.rarity(char) < _RARE for char in chars.translate(form_table().guess)
        ):
            return True
    return False


def _interpret_whole(line: str, known: bool) -> RunInterpretation | None:
    """Return the interpretation of a line that is UTF-8 throughout, with no byte missing."""
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
    return RunInterpretation(_split_parts(line, pieces, after), "UTF-8", NAME, gain, hanzi)


def _split_parts(line: str, pieces: list[bytes | None], after: str) -> tuple[InterpretedPart, ...]:
    """Return the smallest parts whose bytes are whole characters in both encodings."""
    ends = list(accumulate(len(piece or b"") for piece in pieces))
    parts: list[InterpretedPart] = []
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
                parts.append(InterpretedPart(low, owner, text, tuple(data)))
            low, text, data = owner, "", b""
    return tuple(parts)


def _search_chunk(text: str, shift: int, ends_line: bool, known: bool) -> list[RunInterpretation]:
    """Return the likeliest runs; only if bytes stay unread, allow losses that left no mark."""
    items = gbk_items(text)
    written = encoding_of("utf-8")
    numbers = numbers_of(text, written.model)
    literal = chinese_costs(text, written.model)
    best: tuple[float, list[RunInterpretation]] | None = None
    for vanish in (inf, 3.0):
        search = Search(written, NAME, MissingBytes(None, vanish, 2, paired=True), ends_line, known)
        cost, steps = best_path(items, search, numbers, literal)
        interpretations = collect_runs(steps, items, text, literal, search)
        if best is None or cost < best[0] - 1:
            best = cost, interpretations
        left = {items.owner[step.start] for step in steps if step.read is None}
        if not any(_ODD.match(text[at]) for at in left):
            break
    return [one.shift(shift) for one in best[1]] if best else []
