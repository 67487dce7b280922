"""What a spinner writes into a gloss: one character's reading, looked up without the word."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from pypinyin import Style, pinyin

_SYLLABLE = re.compile(r"[a-zü]*[aeiouü][a-zü]*")
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuüüüü")


@cache
def toned(char: str) -> tuple[str, ...]:
    """Return all readings with tone marks, the usual one first; none for 嗯 and the like."""
    found = pinyin(char, style=Style.TONE, heteronym=True, errors="ignore")
    return tuple(
        reading for reading in (found[0] if found else []) if _SYLLABLE.fullmatch(untoned(reading))
    )


@cache
def numbered(char: str) -> tuple[str, ...]:
    """Return all readings with tone numbers, neutral as 5."""
    found = pinyin(
        char, style=Style.TONE3, heteronym=True, errors="ignore", neutral_tone_with_five=True
    )
    plain = [reading.replace("v", "ü") for reading in (found[0] if found else [])]
    return tuple(reading for reading in plain if _SYLLABLE.fullmatch(reading[:-1]))


def untoned(reading: str) -> str:
    return reading.translate(_TONES)


def pick(readings: tuple[str, ...], random: Random, *, wrong: float) -> str:
    """Return the usual reading, or with probability `wrong` another one where there is one."""
    if len(readings) > 1 and random.random() < wrong:
        return random.choice(readings[1:])
    return readings[0]
