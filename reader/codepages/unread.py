"""Recognises lines that were decoded in an encoding that is not read back: 鼠侗欸羲爛僅馱釬.

As Chinese such a line is worse than characters drawn at random. If its bytes make sense in another
encoding, that is named; if it is full of losses besides (撠極?瑞?????), it was misread, too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.codepages.triggers import rare_run
from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel

# (what we call it, Python's codec): how a line may have been read, and how it was written.
_READ = (
    ("Big5", "cp950"),
    ("GBK", "gbk"),
    ("Shift_JIS", "cp932"),
    ("EUC-KR", "cp949"),
    ("Windows-1251", "cp1251"),
    ("KOI8-R", "koi8-r"),
    ("MacRoman", "mac-roman"),
    ("CP437", "cp437"),
    ("CP850", "cp850"),
    ("CP866", "cp866"),
    ("Windows-1250", "cp1250"),
)
_WRITTEN = (("GBK", "gbk"), ("UTF-8", "utf-8"), ("Big5", "cp950"))
_AT_RANDOM = 9.5  # nats for a hanzi of GBK or Big5 that is drawn at random
_BAD = 7.5  # nats a character below which a line is no nonsense
_SENSE = 6.5  # nats a character that a reading in another encoding may cost
_GAIN = 12.0  # nats by which that reading must be likelier
_LOSS = 5.0  # nats that a '?' behind or before a hanzi says of losses
_MISREAD = 12.0  # nats by which a line must be worse than at random
_MANY, _RECURRING = 12, 0.6  # hanzi, and the share of different ones below which they recur
_LONGEST = 300  # characters that are looked at
_KEPT = 0.85  # share of the characters that the other encoding must have
_FEWEST = 4  # hanzi of a reading
_SIGNS = tuple(
    map(
        re.compile,
        (
            "[\uff61-\uff9f]{3}",
            "[\u0400-\u045f\u0370-\u03ff\u00a1-\u024f\u2010-\u2122\u2190-\u25ff]{4}",
            rf"[?\ufffd](?:(?<=[{HANZI}].)[?\ufffd]|[{HANZI}][?\ufffd])",
            "[\uac00-\ud7a3]{2}",
        ),
    )
)
_LOST = re.compile(rf"[?\ufffd](?=[{HANZI}?\ufffd])|(?<=[{HANZI}?\ufffd])[?\ufffd]")


class Misreading(NamedTuple):
    """How a line was misread; all three are empty if no encoding explains it."""

    written: str
    read: str
    text: str  # what the bytes say


UNEXPLAINED = Misreading("", "", "")


def may_be_misread(text: str) -> bool:
    """Tell quickly if any line of a text may have been misread."""
    return any(sign.search(text) for sign in _SIGNS) or rare_run().search(text) is not None


def find_misreading(line: str, model: CharacterModel) -> Misreading | None:
    """Return how a line was misread, None if it was not."""
    if not may_be_misread(line):
        return None
    looked_at = line[:_LONGEST]
    plain = simplify_characters(looked_at)
    cost = model.text_cost(plain)
    if cost < _BAD * len(plain):
        return None
    best: tuple[float, Misreading] | None = None
    for read, codec in _READ:
        data = _encode(looked_at, codec)
        if data is None:
            continue
        for written, other in _WRITTEN:
            if written == read:
                continue
            text = data.decode(other, "replace")
            hanzi = len(IS_HANZI.findall(text))
            if hanzi < _FEWEST or hanzi < text.count("\ufffd") * 6:
                continue
            reading = model.text_cost(simplify_characters(text))
            if reading > _SENSE * len(text) or cost - reading < _GAIN:
                continue
            if best is None or reading < best[0]:
                whole = _encode(line, codec) or data
                best = reading, Misreading(written, read, whole.decode(other, "replace"))
    if best is not None:
        return best[1]
    return UNEXPLAINED if _is_worse_than_random(plain, model) else None


def _encode(text: str, codec: str) -> bytes | None:
    """Return the bytes of a text in a codec, None if it lacks too many of the characters."""
    pieces, lost, seen = [], 0, 0
    for char in text:
        try:
            pieces.append(char.encode(codec))
            seen += char >= "\x80"
        except UnicodeEncodeError:
            pieces.append(b"?")
            lost += 1
    return b"".join(pieces) if seen and lost <= (1 - _KEPT) * (seen + lost) else None


def _is_worse_than_random(plain: str, model: CharacterModel) -> bool:
    found = "".join(IS_HANZI.findall(plain))
    if not found:
        return False
    excess = model.text_cost(found) - _AT_RANDOM * len(found)
    if len(found) >= _MANY and excess > 0 and len(set(found)) < _RECURRING * len(found):
        return (
            True  # 茂录聢氓聧聛: the same few lead bytes; a list of rare characters has each once
        )
    losses = len(_LOST.findall(plain))
    return losses > 0 and excess > -len(found) and excess + _LOSS * losses > _MISREAD
