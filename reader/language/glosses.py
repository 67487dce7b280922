"""Finds glosses: pinyin in parentheses that is a reading of the hanzi before it.

It may be a reading of that hanzi or of one that the hanzi stands for: 勞(lao), 筦(guan),
動(dòng)(dong). 总值(GDP), 第(a)项, 他(he) and 男人(men) are not glosses.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from reader.language.hanzi import is_hanzi
from reader.language.syllables import SYLLABLE, SYLLABLE_ENDS, match_gloss
from reader.text.lazy_pattern import lazy_pattern

# Anything short without hanzi, to search fast; no gloss is longer.
_PARENTHESIS = lazy_pattern("([(（][^()（）\u4e00-\u9fff]{1,15}[)）])")
_CONTENT = lazy_pattern(rf"[(（][ \u3000]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")


# All end so. A pattern that begins with one of few characters is searched several times as fast.
_CLOSED = lazy_pattern(rf"[)）](?<=[{SYLLABLE_ENDS} \u3000].)")


def may_hold_gloss(text: str) -> bool:
    """Tell quickly if a text may hold a gloss of any hanzi, or what is left of one."""
    return _CLOSED.search(text) is not None


def find_closed(text: str) -> Iterator[int]:
    """Yield where each parenthesis ends that may be one of these (code points)."""
    return (one.end() for one in _CLOSED.finditer(text))


class GlossContent(NamedTuple):
    """What a gloss says; equal glosses share one object."""

    raw: str  # the reading as it is written
    of: str  # the character that it is a reading of: the hanzi, or one that this stands for
    repeated: bool  # another gloss stands between the hanzi and this one
    untoned: bool  # in the manner of spinners: lao, not Lao or láo


class Gloss(NamedTuple):
    """One gloss; offsets are code points in the paragraph, `end` after the parenthesis."""

    start: int
    end: int
    at: int  # the offset of the hanzi
    raw: str
    of: str
    repeated: bool


class GlossColumns(NamedTuple):
    """The glosses of a paragraph, one list per field because a damaged page has thousands.

    `ats` are the offsets of the hanzi; `kept` is the text before, between and after the glosses.
    """

    starts: list[int]
    ends: list[int]
    ats: list[int]
    readings: list[GlossContent]
    kept: list[str]

    @classmethod
    def none(cls) -> GlossColumns:
        """Return the columns of a text without glosses."""
        return cls([], [], [], [], [])


def find_glosses(text: str) -> list[Gloss]:
    """Return the glosses of a paragraph in order."""
    starts, ends, ats, readings, _ = split_glosses(text)
    return [
        Gloss(start, end, at, *reading[:3])
        for start, end, at, reading in zip(starts, ends, ats, readings, strict=True)
    ]


def without_glosses(text: str) -> str:
    """Return a text without its glosses.

    >>> without_glosses("勞(lao)動(dòng)(dong)，总值(GDP)")
    '勞動，总值(GDP)'
    """
    pieces, at = [], 0
    for gloss in find_glosses(text):
        pieces.append(text[at : gloss.start])
        at = gloss.end
    return "".join(pieces) + text[at:]


def split_glosses(text: str, shift: int = 0) -> GlossColumns:
    """Return the glosses of a paragraph as columns; `shift` is added to all offsets."""
    if _CLOSED.search(text) is None:
        return GlossColumns([], [], [], [], [text])
    # Split rather than search: creating match objects would take half of the time.
    pieces = _PARENTHESIS.split(text)
    if len(pieces) == 1:
        return GlossColumns([], [], [], [], pieces)
    kept, contents = pieces[::2], pieces[1::2]
    bounds = list(accumulate(map(len, pieces), initial=shift))
    starts, ends = bounds[1:-1:2], bounds[2::2]
    ats = [start - 1 for start in starts]
    readings = list(map(_parse_content, [piece[-1:] for piece in kept], contents))
    for index, piece in enumerate(kept[1:-1], 1):
        if not piece and readings[index - 1].raw:  # right after another one: 動(dòng)(dong)
            before = readings[index - 1]
            at = ats[index] = ats[index - 1]
            repeated = before.repeated or before.of != ""
            readings[index] = _parse_content(text[at - shift], contents[index], repeated)
    found = GlossColumns(starts, ends, ats, readings, kept)
    return found if all(one.of for one in readings) else _drop_others(found, text, shift)


def _drop_others(found: GlossColumns, text: str, shift: int) -> GlossColumns:
    """Return the columns without the parentheses that are not glosses."""
    right = [one.of != "" for one in found.readings]
    starts, ends = list(compress(found.starts, right)), list(compress(found.ends, right))
    lows, highs = [shift, *ends], [*starts, shift + len(text)]
    return GlossColumns(
        starts,
        ends,
        list(compress(found.ats, right)),
        list(compress(found.readings, right)),
        [text[low - shift : high - shift] for low, high in zip(lows, highs, strict=True)],
    )


@lru_cache(50_000)
def _parse_content(char: str, content: str, repeated: bool = False) -> GlossContent:
    """Return what a parenthesis after `char` says; `of` is "" if it is no gloss of it.

    `raw` is "", too, if it is no syllable or `char` no hanzi: then nothing after it is a gloss
    either. Cached, since a document repeats the same few hundred pairs.
    """
    said = _CONTENT.fullmatch(content)
    if said is None or not is_hanzi(char):
        return GlossContent("", "", False, False)
    raw = said[1]
    return GlossContent(raw, match_gloss(char, raw), repeated, raw.isascii() and not raw.istitle())
