"""Reads the spellings in which spinners write a gloss: dòng, dong, dong4, lv, lu:e, DONG."""

from __future__ import annotations

import unicodedata
from functools import cache

from reader.language.characters import candidates, plain_readings, readings

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜ"
_COMBINING = "\u0300\u0301\u0304\u030c\u0308"

SYLLABLE = rf"[A-Za-z{_TONED}{_COMBINING}]{{1,8}}(?::e?[A-Za-z]?)?[1-5]?"
"""A pattern for anything that may be a gloss; `spelling` decides."""

TONED = rf"(?=[A-Za-z]{{0,5}}[{_TONED}])[A-Za-z{_TONED}]{{1,6}}"
"""A pattern for a syllable that carries its tone mark."""


@cache
def spelling(raw: str) -> tuple[str, str]:
    """Return (plain syllable, tone) of a gloss: ("dong", "4"); no tone is "".

    ü is written v, as in lv. What is no syllable at all comes back as it is, in lower case.
    """
    tone = ""
    if raw[-1:] in tuple("12345"):
        raw, tone = raw[:-1], raw[-1]
    plain: list[str] = []
    for char in unicodedata.normalize("NFD", raw.lower()):
        if char in TONES:
            tone = TONES[char]
        elif char == "\u0308" and plain:
            plain[-1] = "v"
        else:
            plain.append(char)
    text = "".join(plain).replace("u:", "v")
    if text[:1] in ("j", "q", "x", "y"):
        text = text.replace("v", "u")  # ju and jü are one syllable
    return text.replace("lue", "lve").replace("nue", "nve"), tone


@cache
def _spelled(char: str) -> frozenset[tuple[str, str]]:
    """Return the readings of a character as (plain, tone); a neutral tone is ""."""
    return frozenset(spelling(reading) for reading in readings(char))


@cache
def _spelled_plain(char: str) -> frozenset[str]:
    return frozenset(spelling(reading)[0] for reading in plain_readings(char))


@cache
def reads(char: str, raw: str) -> int:
    """Tell how well the gloss `raw` is a reading of `char`: 2 tone and all, 1 without it, 0 not."""
    plain, tone = spelling(raw)
    if plain not in _spelled_plain(char):
        # Who drops the tones may drop the dots, too: 率(lu), 女(nu).
        dotted = {"lu": "lv", "nu": "nv"}.get(plain, "")
        return 2 if not tone and dotted in _spelled_plain(char) else 0
    if not tone or tone == "5":
        return 2
    return 2 if (plain, tone) in _spelled(char) else 1


@cache
def gloss_of(char: str, raw: str) -> str:
    """Return the character that `raw` is a reading of: `char` or one it may stand for; or "".

    筦(guan) is a reading of 筦 itself; 跼(ju) of 跼 and of 局; 图(he) of nothing.
    """
    if len(raw) > 1 and raw.isupper() and len(raw) < 3 and raw.isascii():
        return ""  # 安(AN): an abbreviation rather than a reading
    if len(raw) == 1 and raw.isupper():
        return ""  # 阿(A): a grade, a class, a choice
    if reads(char, raw):
        return char
    for candidate in candidates(char):
        if "evidence" not in candidate.sources[0] and reads(candidate.base, raw):
            return candidate.base
    return ""
