"""Syllables joined by word, as GB/T 16159 spells: rénmín, Xī'ān, Běijīng Shì, huār."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.language.readings.spelling import Style

_APOSTROPHE_BEFORE = tuple("aoeāáǎàōóǒòēéěèê")
_GENERIC = frozenset("省市县区镇乡村州盟旗路街河江湖山海岛")
_NAMES = ("nr", "ns", "nt", "nz")
_TWO_SURNAMES = ("欧阳", "司马", "诸葛", "上官", "尉迟", "长孙", "令狐", "万俟", "皇甫", "公孙")


def word_parts(text: str, words: Sequence[tuple[int, int]], classes: Sequence[str]) -> Iterator[
    tuple[int, int, bool]
]:
    """Yield (start, end, capital) of what is written together.

    A surname stands apart from the given name, and 市, 县, 区 from the name of the place.
    """
    for (start, end), name in zip(words, classes, strict=True):
        length = end - start
        if name.startswith("nr") and 1 < length < 5 and name != "nrt":
            cut = start + (2 if length > 2 and text[start : start + 2] in _TWO_SURNAMES else 1)
            yield start, cut, True
            yield cut, end, True
        elif name == "ns" and length > 2 and text[end - 1] in _GENERIC:
            yield start, end - 1, True
            yield end - 1, end, True
        else:
            yield start, end, name in _NAMES and name != "nz"


def joined(syllables: Sequence[str], style: Style, *, capital: bool = False) -> str:
    """Return one word of its syllables, already in `style`.

    An apostrophe stands before a, o, e inside a word; r of 儿 joins without one.
    """
    if style is Style.ZHUYIN:
        return "".join(syllables)
    pieces: list[str] = []
    for number, syllable in enumerate(syllables):
        if number and syllable.startswith(_APOSTROPHE_BEFORE):
            pieces.append("'")
        pieces.append(syllable)
    word = "".join(pieces)
    return word[:1].upper() + word[1:] if capital else word
