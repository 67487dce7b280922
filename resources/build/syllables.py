"""Pinyin syllables: tone marks, tone numbers, and what is a syllable at all."""

from __future__ import annotations

import re

from reader.pinyin.spelling import add_tone, split_tone

__all__ = ["add_tone", "from_number", "normalise", "split_tone"]

# 嗯 "ń", 噷 "hm", 誒 "ê" and the gaps that tables leave ("n2", "xx5") are no syllables to read
# a gloss by: each needs a plain vowel. y and w count as initials.
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|io|iai"
    r"|u|ua|uo|uai|ui|uan|un|uang|ueng|ü|üe|üan|ün|ue)"
)


def normalise(syllable: str) -> str | None:
    """Return the syllable as the tables spell it (lüè, tone mark in its place), or None.

    None means that it is no syllable.
    """
    plain, tone = split_tone(syllable)
    if plain.startswith(("j", "q", "x", "y")):
        plain = plain.replace("ü", "u")
    if plain in ("nue", "lue"):
        plain = plain.replace("ue", "üe")
    return add_tone(plain, tone) if _SYLLABLE.fullmatch(plain) else None


def from_number(syllable: str) -> str | None:
    """Return "lu:e4" as "lüè"; None when it is no syllable ("r5", "xx5")."""
    match = re.fullmatch(r"([a-zü:]+)([1-5])", syllable.lower())
    if not match:
        return None
    plain = match[1].replace("u:", "ü").replace("v", "ü")
    return normalise(add_tone(plain, int(match[2])))
