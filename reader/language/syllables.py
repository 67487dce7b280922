"""Parses the spellings in which spinners write a gloss: dòng, dong, dong4, lv, lu:e, DONG."""

from __future__ import annotations

import unicodedata
from functools import cache

from reader.language.characters import candidates_for, plain_readings_of, readings_of

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
TONED_LETTERS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜ"
"""The vowels with a tone mark, as the inside of a class."""
_COMBINING = "\u0300\u0301\u0304\u030c\u0308"

SYLLABLE = rf"[A-Za-z{TONED_LETTERS}{_COMBINING}]{{1,8}}(?::e?[A-Za-z]?)?[1-5]?"
"""A pattern for anything that may be a syllable; `split_spelling` parses it."""

SYLLABLE_ENDS = f"A-Za-z{TONED_LETTERS}{_COMBINING}:1-5"
"""What the last character of one may be, as the inside of a class."""

TONED = rf"(?=[A-Za-z]{{0,5}}[{TONED_LETTERS}])[A-Za-z{TONED_LETTERS}]{{1,6}}"
"""A pattern for a syllable with a tone mark."""


@cache
def split_spelling(raw: str) -> tuple[str, str]:
    """Return (plain syllable, tone) of a gloss; the tone is "" if there is none.

    ü is written as v. What is not a syllable is returned in lower case.

    >>> split_spelling("dòng"), split_spelling("lu:4"), split_spelling("dong")
    (('dong', '4'), ('lv', '4'), ('dong', ''))
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
def _split_readings(char: str) -> frozenset[tuple[str, str]]:
    """Return the readings of a character as (plain, tone); a neutral tone is ""."""
    return frozenset(split_spelling(reading) for reading in readings_of(char))


@cache
def _split_plain_readings(char: str) -> frozenset[str]:
    return frozenset(split_spelling(reading)[0] for reading in plain_readings_of(char))


@cache
def rate_gloss(char: str, raw: str) -> int:
    """Rate the gloss `raw` as a reading of `char`: 2 right, 1 right but for the tone, 0 wrong."""
    plain, tone = split_spelling(raw)
    if plain not in _split_plain_readings(char):
        # Where tones are dropped, dots may be, too: 率(lu), 女(nu).
        dotted = {"lu": "lv", "nu": "nv"}.get(plain, "")
        return 2 if not tone and dotted in _split_plain_readings(char) else 0
    if not tone or tone == "5":
        return 2
    return 2 if (plain, tone) in _split_readings(char) else 1


@cache
def match_gloss(char: str, raw: str) -> str:
    """Return the character that `raw` is a reading of: `char`, one that it may stand for, or "".

    >>> match_gloss("筦", "guan"), match_gloss("勞", "lao"), match_gloss("图", "he")
    ('筦', '勞', '')
    """
    if len(raw) > 1 and raw.isupper() and len(raw) < 3 and raw.isascii():
        return ""  # 安(AN): rather an abbreviation
    if len(raw) == 1 and raw.isupper():
        return ""  # 阿(A): a grade, a class, a choice
    if rate_gloss(char, raw):
        return char
    for candidate in candidates_for(char):
        if "evidence" not in candidate.sources[0] and rate_gloss(candidate.base, raw):
            return candidate.base
    return ""
