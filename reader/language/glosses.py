"""Pinyin in parentheses after a hanzi: finds it, and tells whether it is a gloss of that hanzi.

A gloss is a reading of the character before it, as that stands or as what it may stand for:
勞(lao), 筦(guan), 動(dòng)(dong). 总值(GDP), 第(a)项, 他(he), 男人(men) are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from reader.language.hanzi import is_hanzi
from reader.language.syllables import SYLLABLE, gloss_of

# Whatever is short and no Chinese, quickly found: no gloss is longer.
_PARENTHESIS = re.compile("([(（][^()（）\u4e00-\u9fff]{1,15}[)）])")
_CONTENT = re.compile(rf"[(（][ \u3000]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")


class Reading(NamedTuple):
    """What a gloss says; all glosses that say the same share one."""

    raw: str  # the reading as it is written
    of: str  # the character it is a reading of: the one there, or the one it may stand for
    repeated: bool
    untoned: bool  # as spinners write it: lao, and not Lao or láo


class Gloss(NamedTuple):
    """One parenthesis that reads the hanzi before it; offsets are code points in the paragraph."""

    start: int
    end: int
    at: int  # where the hanzi stands
    raw: str
    of: str
    repeated: bool


class Glosses(NamedTuple):
    """The glosses of a paragraph, column by column: a damaged page has thousands.

    `ats` says where the hanzi stand; `kept` are the pieces of text before, between and behind.
    """

    starts: list[int]
    ends: list[int]
    ats: list[int]
    readings: list[Reading]
    kept: list[str]

    @classmethod
    def none(cls) -> Glosses:
        """Return what a text without glosses has."""
        return cls([], [], [], [], [])


def find_glosses(text: str) -> list[Gloss]:
    """Return the glosses of a paragraph in order."""
    starts, ends, ats, readings, _ = split_glosses(text)
    return [
        Gloss(start, end, at, *reading[:3])
        for start, end, at, reading in zip(starts, ends, ats, readings, strict=True)
    ]


def without_glosses(text: str) -> str:
    """Return a text without the glosses that stand in it."""
    pieces, at = [], 0
    for gloss in find_glosses(text):
        pieces.append(text[at : gloss.start])
        at = gloss.end
    return "".join(pieces) + text[at:]


def split_glosses(text: str, shift: int = 0) -> Glosses:
    """Return the same as columns; `shift` is the paragraph's offset in the whole text."""
    if "(" not in text and "（" not in text:
        return Glosses([], [], [], [], [text])
    # Split and not searched: a match object for each would take half of the time.
    pieces = _PARENTHESIS.split(text)
    if len(pieces) == 1:
        return Glosses([], [], [], [], pieces)
    kept, contents = pieces[::2], pieces[1::2]
    bounds = list(accumulate(map(len, pieces), initial=shift))
    starts, ends = bounds[1:-1:2], bounds[2::2]
    ats = [start - 1 for start in starts]
    readings = list(map(_reading, [piece[-1:] for piece in kept], contents))
    for index, piece in enumerate(kept[1:-1], 1):
        if not piece and readings[index - 1].raw:  # right behind another one: 動(dòng)(dong)
            before = readings[index - 1]
            at = ats[index] = ats[index - 1]
            repeated = before.repeated or before.of != ""
            readings[index] = _reading(text[at - shift], contents[index], repeated)
    found = Glosses(starts, ends, ats, readings, kept)
    return found if all(one.of for one in readings) else _without_others(found, text, shift)


def _without_others(found: Glosses, text: str, shift: int) -> Glosses:
    """Leave the parentheses where they are that are no glosses."""
    right = [one.of != "" for one in found.readings]
    starts, ends = list(compress(found.starts, right)), list(compress(found.ends, right))
    lows, highs = [shift, *ends], [*starts, shift + len(text)]
    return Glosses(
        starts,
        ends,
        list(compress(found.ats, right)),
        list(compress(found.readings, right)),
        [text[low - shift : high - shift] for low, high in zip(lows, highs, strict=True)],
    )


@lru_cache(50_000)
def _reading(char: str, content: str, repeated: bool = False) -> Reading:
    """Return what a parenthesis behind `char` reads, `of` "" if it is a syllable of another.

    One that is no syllable, or stands behind no hanzi, reads nothing, and so does a gloss behind
    it. A document says the same few hundred pairs again and again.
    """
    said = _CONTENT.fullmatch(content)
    if said is None or not is_hanzi(char):
        return Reading("", "", False, False)
    raw = said[1]
    return Reading(raw, gloss_of(char, raw), repeated, raw.isascii() and not raw.istitle())
