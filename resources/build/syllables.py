"""Pinyin syllables: tone marks, tone numbers, and what is a syllable at all."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_MARK_OF = {tone: mark for mark, tone in _MARKS.items()}

# 嗯 "ń", 噷 "hm", 誒 "ê" and the gaps that tables leave ("n2", "xx5") are no syllables to read
# a gloss by: each needs a plain vowel. y and w count as initials.
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|io|iai"
    r"|u|ua|uo|uai|ui|uan|un|uang|ueng|ü|üe|üan|ün|ue)"
)


def split_tone(syllable: str) -> tuple[str, int]:
    """Return (plain syllable with ü, tone 0..4) of a syllable with tone marks."""
    tone = 0
    plain = []
    for char in unicodedata.normalize("NFD", syllable.strip().lower()):
        if char in _MARKS:
            tone = _MARKS[char]
        else:
            plain.append(char)
    return unicodedata.normalize("NFC", "".join(plain)), tone


def with_tone(plain: str, tone: int) -> str:
    """Put the mark of `tone` (0 and 5: none) on the vowel that carries it."""
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


def normalise(syllable: str) -> str | None:
    """Return the syllable as the tables spell it (lüè, tone mark in its place), or None.

    None means that it is no syllable.
    """
    plain, tone = split_tone(syllable)
    if plain.startswith(("j", "q", "x", "y")):
        plain = plain.replace("ü", "u")
    if plain in ("nue", "lue"):
        plain = plain.replace("ue", "üe")
    return with_tone(plain, tone) if _SYLLABLE.fullmatch(plain) else None


def from_number(syllable: str) -> str | None:
    """Return "lu:e4" as "lüè"; None when it is no syllable ("r5", "xx5")."""
    match = re.fullmatch(r"([a-zü:]+)([1-5])", syllable.lower())
    if not match:
        return None
    plain = match[1].replace("u:", "ü").replace("v", "ü")
    return normalise(with_tone(plain, int(match[2])))
