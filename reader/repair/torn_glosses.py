"""Finds glosses that were inserted between two bytes of a character: behind them a run begins.

人事爭議 is CA C2 | A0 8E | D7 68 ... in GBK. A spinner that searched bytes found the key 聽, C2 A0,
across 事|爭 and inserted its gloss "(tīng)" after A0: the page has 人事?tīng)幾h調解. The byte
before the break is the key's first byte, and the gloss is its reading, which leaves very few keys:
the lost byte is the second byte of one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reader.language import characters
from reader.language.glosses import find_closed, may_hold_gloss
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.syllables import SYLLABLE, TONED, TONED_LETTERS, match_gloss, split_spelling
from reader.text.lazy_pattern import lazy_pattern

_GLOSS = rf"[(（]{SYLLABLE}[ \u3000]{{0,2}}[)）]"
# Between the torn character and the one before it may stand the gloss of that: 當(dāng)?shù)卣.
_TORN = lazy_pattern(
    rf"(?P<before>[{HANZI}])(?P<own>(?:{_GLOSS})*)"
    rf"(?:[?？\ufffd][(（]?(?P<marked>{SYLLABLE})|[(（]?(?P<toned>{TONED}))[ \u3000]{{0,2}}[)）]"
)
# What one has behind the hanzi, within so many characters before its end: (GDP) has neither.
_SHOWS, _LONGEST = lazy_pattern(rf"[?？\ufffd{TONED_LETTERS}]"), 20


class TornGloss(NamedTuple):
    """A gloss between two bytes: text[start:end] (code points) is what is left of the break.

    `before` are the bytes of the character before it. `keys` maps each byte that may have been lost
    to the character whose reading the gloss is: the last byte before the break and the lost one.
    `marked` says that a '?' shows the loss.
    """

    start: int
    end: int
    gloss: str
    before: bytes
    keys: Mapping[int, str]
    marked: bool


def may_hold_torn_gloss(text: str) -> bool:
    """Tell quickly if a text may hold one."""
    return (
        any(_SHOWS.search(text, max(0, end - _LONGEST), end) for end in find_closed(text))
        and _TORN.search(text) is not None
    )


def find_torn_glosses(text: str, bare: str) -> Iterator[TornGloss]:
    """Yield the glosses that may have been inserted between two bytes, in order.

    `bare` is the text without the glosses that belong to the hanzi before them. Of the others, one
    that was torn in has at least its parenthesis left there.
    """
    if not may_hold_gloss(bare):
        return
    for found in _TORN.finditer(text):
        marked = found["marked"] is not None
        gloss = found["marked"] or found["toned"]
        if not marked and match_gloss(found["before"], gloss):
            continue  # an ordinary gloss of the character before it
        try:
            before = found["before"].encode("gbk")
        except UnicodeEncodeError:
            continue
        keys: dict[int, str] = {}
        for key in _list_keys(before[-1]).get(split_spelling(gloss), ()):
            # An ASCII byte is a character by itself: nothing can be split after it.
            if (lost := key.encode("gbk")[1]) >= 0x80:
                keys.setdefault(lost, key)
        if keys:
            yield TornGloss(found.end("own"), found.end(), gloss, before, keys, marked)


@cache
def _list_keys(lead: int) -> dict[tuple[str, str], list[str]]:
    """Return (plain syllable, tone) -> the GBK hanzi with this first byte; tone "" is any."""
    keys: dict[tuple[str, str], list[str]] = defaultdict(list)
    for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
        try:
            char = bytes((lead, trail)).decode("gbk")
        except UnicodeDecodeError:
            continue
        if not IS_HANZI.match(char):
            continue
        spelled = {split_spelling(reading) for reading in characters.readings_of(char)}
        for key in spelled | {(plain, "") for plain, _ in spelled}:
            keys[key].append(char)
    return keys
