"""Writes one syllable with tone marks, tone numbers, in zhuyin, or without its tone."""

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
    """Return (plain syllable with ü, tone) of a syllable with tone marks; no mark is tone 0."""
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


@cache
def styled(reading: str, style: Style) -> str:
    """Return a syllable with tone marks in another style; one that cannot be written stays."""
    if style is Style.MARKS:
        return reading
    plain, tone = split_tone(reading)
    if style is Style.NUMBERS:
        return f"{plain}{tone or 5}"
    return plain if style is Style.PLAIN else _zhuyin(plain, tone) or reading


_INITIALS = dict(
    zip(
        [*"bpmfdtnlgkhjqx", "zh", "ch", "sh", *"rzcs"],
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ",
        strict=True,
    )
)
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ",
    "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "r": "ㄦ",
    "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ", "iai": "ㄧㄞ", "iao": "ㄧㄠ", "iu": "ㄧㄡ",
    "iou": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uei": "ㄨㄟ",
    "uan": "ㄨㄢ",
    "un": "ㄨㄣ", "uen": "ㄨㄣ", "uang": "ㄨㄤ", "ong": "ㄨㄥ", "ueng": "ㄨㄥ",
    "ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ",
}  # fmt: skip
_WITHOUT_INITIAL = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yai": "iai", "yao": "iao", "you": "iu",
    "yan": "ian", "yin": "in", "yang": "iang", "ying": "ing", "yong": "iong", "yu": "ü",
    "yue": "üe", "yuan": "üan", "yun": "ün", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai",
    "wei": "ui", "wan": "uan", "wen": "un", "wang": "uang", "weng": "ueng",
    "wong": "ueng",
}  # fmt: skip
_TONE_SIGNS = {2: "ˊ", 3: "ˇ", 4: "ˋ"}


def _zhuyin(plain: str, tone: int) -> str:
    """Return the syllable in zhuyin, or an empty string if it is none."""
    first = plain[:2] if plain[:2] in _INITIALS else plain[:1]
    initial = _INITIALS.get(first, "") if plain != "r" else ""
    final = plain[len(first) :] if initial else _WITHOUT_INITIAL.get(plain, plain)
    if first in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    if final == "i" and first in ("zh", "ch", "sh", "r", "z", "c", "s"):
        rest = ""
    elif final in _FINALS:
        rest = _FINALS[final]
    else:
        return ""
    return f"{'' if tone else '˙'}{initial}{rest}{_TONE_SIGNS.get(tone, '')}"
