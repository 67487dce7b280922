"""Tone sandhi, applied to finished readings; off by default."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reader.pinyin.spelling import add_tone, split_tone


class Sandhi(Enum):
    """Which tone changes are written; the value is a stable id used in files."""

    OFF = "off"
    YIBU = "yibu"  # 一 and 不 only: yí gè, bú huì
    FULL = "full"  # also third tones before third tones: ní hǎo


# 一 keeps its tone where it counts: 第一, 十一, 初一, 周一, 一月, 一二三.
_KEEPS_AFTER = frozenset("第十初周期拜百千零〇其之统唯划归逐单专万")
_DIGITS = frozenset("〇零一二三四五六七八九")
_KEEPS_BEFORE = _DIGITS | frozenset("月号")


def apply_sandhi(
    text: str, syllables: Sequence[tuple[int, str]], words: Sequence[tuple[int, int]], mode: Sandhi
) -> list[str]:
    """Return the readings of `syllables`, which are (offset, reading), with tone sandhi.

    Words limit it: 统一 keeps yī, and third tones change inside a word, and between words only if
    one of them has a single syllable.
    """
    said = [reading for _, reading in syllables]
    if mode is Sandhi.OFF:
        return said
    word_of = {at: word for word in words for at in range(*word)}
    for number, (at, reading) in enumerate(syllables):
        follows = number + 1 < len(syllables) and syllables[number + 1][0] == at + 1
        if not follows:
            continue
        tone = split_tone(syllables[number + 1][1])[1]
        if text[at] == "不" and reading == "bù":
            said[number] = "bú" if tone == 4 else "bù"
        elif text[at] == "一" and reading == "yī":
            said[number] = _read_yi_bu(text, at, tone, word_of.get(at, (at, at + 1)))
    if mode is Sandhi.FULL:
        _change_third_tones(syllables, word_of, said)
    return said


def _read_yi_bu(text: str, at: int, tone: int, word: tuple[int, int]) -> str:
    before, after = text[at - 1 : at], text[at + 1]
    if before in _KEEPS_AFTER or after in _KEEPS_BEFORE or before in _DIGITS:
        return "yī"
    if at == word[1] - 1 and word[1] - word[0] > 1:
        return "yī"
    return "yí" if tone == 4 or (tone == 0 and after == "个") else "yì"


def _change_third_tones(
    syllables: Sequence[tuple[int, str]], word_of: dict[int, tuple[int, int]], said: list[str]
) -> None:
    for number in range(len(syllables) - 1):
        (at, reading), (following, next_reading) = syllables[number : number + 2]
        if following != at + 1:
            continue
        plain, tone = split_tone(reading)
        if tone != 3 or split_tone(next_reading)[1] != 3:
            continue
        word, other = word_of.get(at, (at, at + 1)), word_of.get(at + 1, (at + 1, at + 2))
        if word == other or word[1] - word[0] == 1 or other[1] - other[0] == 1:
            said[number] = add_tone(plain, 2)
