"""Writes a syllable with tone marks, with tone numbers, in zhuyin, or without its tone."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import cache

_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_MARK_OF = {tone: mark for mark, tone in _MARKS.items()}


class Style(Enum):
    """How a syllable is written; the value is a stable id used in files and on the command line."""

    MARKS = "marks"  # zhòng, de
    NUMBERS = "numbers"  # zhong4, de5
    ZHUYIN = "zhuyin"  # ㄓㄨㄥˋ, ˙ㄉㄜ
    PLAIN = "plain"  # zhong, de


@cache
def split_tone(syllable: str) -> tuple[str, int]:
    """Return (plain syllable with ü, tone) of a syllable with tone marks; without one, tone 0.

    >>> split_tone("zhòng"), split_tone("de")
    (('zhong', 4), ('de', 0))
    """
    tone = 0
    plain = []
    for char in unicodedata.normalize("NFD", syllable.strip().lower()):
        if char in _MARKS:
            tone = _MARKS[char]
        else:
            plain.append(char)
    return unicodedata.normalize("NFC", "".join(plain)), tone


def add_tone(plain: str, tone: int) -> str:
    """Return a syllable with the mark of `tone` on the right vowel; 0 and 5 have no mark.

    >>> add_tone("zhong", 4), add_tone("lü", 3), add_tone("de", 5)
    ('zhòng', 'lǚ', 'de')
    """
    if tone not in _MARK_OF:
        return plain
    at = next((plain.index(vowel) for vowel in ("a", "e", "o") if vowel in plain), -1)
    if "ou" in plain:
        at = plain.index("ou")
    if at < 0:
        at = max(plain.rfind(vowel) for vowel in "iuü")
    if at < 0:
        return plain
    marked = plain[: at + 1] + _MARK_OF[tone] + plain[at + 1 :]
    return unicodedata.normalize("NFC", marked)


@cache
def write_syllable(reading: str, style: Style) -> str:
    """Return a syllable with tone marks in another style; one that pypinyin lacks is unchanged."""
    if style is Style.MARKS:
        return reading
    if style is Style.ZHUYIN:
        return _write_zhuyin(reading) or reading
    from pypinyin.contrib.tone_convert import to_normal, to_tone3

    if style is Style.NUMBERS:
        return to_tone3(reading, neutral_tone_with_five=True, v_to_u=True)
    return to_normal(reading, v_to_u=True)


def _write_zhuyin(reading: str) -> str:
    """Return the syllable in zhuyin, "" if it has no spelling there."""
    if reading == "r":  # the 儿 of 花儿, which pypinyin takes for an initial
        return "˙ㄦ"
    import pypinyin
    from pypinyin.style import convert

    said = convert(reading, pypinyin.Style.BOPOMOFO, strict=True, default="")
    # The dot of the neutral tone goes in front: ˙ㄉㄜ.
    return f"˙{said[:-1]}" if said.endswith("˙") else said
