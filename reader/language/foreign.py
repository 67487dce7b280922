"""Tells Japanese and Korean paragraphs from Chinese ones: 会議は午後から。 대한민국(大韓民國).

Like `text_kind`, it compares how likely the signs are in text of each language; a document is a
mixture of languages, so that the short line 項目,値 follows its neighbours in kana.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from reader.language.hanzi import KANA, is_hanzi
from reader.text.lazy_pattern import lazy_pattern
from reader.text.resources import package_file

_HANGUL = lazy_pattern("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_SUSPECT = lazy_pattern("[\u3041-\u3096\u30a1-\u30fa\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
# Words of nearly every Chinese sentence that Japanese does not write in hanzi.
_FUNCTION = frozenset("的是了她他在很怎什就也而都")


class Letters(NamedTuple):
    """What was counted in a paragraph."""

    hanzi: int
    kana: int
    hangul: int
    japanese: int  # hanzi that only Japanese writes so: 値, 駅
    chinese: int  # hanzi that only Chinese writes so: 说, 說, but not 国


class Language(NamedTuple):
    """How often the signs occur: kana and hangul among all characters, the others among hanzi."""

    name: str
    prior: float
    kana: float
    hangul: float
    japanese: float
    chinese: float


CHINESE, JAPANESE, KOREAN = "Chinese", "Japanese", "Korean"
_LANGUAGES = (
    Language(CHINESE, 0.97, 3e-4, 1e-4, 1e-3, 0.25),
    Language(CHINESE, 0.022, 0.15, 0.15, 1e-3, 0.25),  # which speaks of foreign words
    Language(JAPANESE, 0.004, 0.5, 1e-4, 0.08, 0.01),
    Language(JAPANESE, 0.001, 0.02, 1e-4, 0.08, 0.01),  # a heading: 謹賀新年
    Language(KOREAN, 0.004, 1e-4, 0.8, 0.01, 0.15),
    Language(KOREAN, 0.001, 1e-4, 0.02, 0.01, 0.15),
)
_HEADINGS = 0.2  # share of a language's paragraphs that are headings, in any document
GENERAL = tuple(language.prior for language in _LANGUAGES)
"""The shares of the languages in a document of which nothing is known."""

_WEIGHT = 4.0  # paragraphs that the general prior counts for
_ROUNDS = 4


class _Kinds(dict[int, str]):
    """A table for str.translate: each hanzi to J or C if only Japanese or Chinese writes it."""

    def __init__(self) -> None:
        super().__init__()
        path = package_file("opencc", "dictionary", "JPVariants.txt")
        # 國, which Japan writes 国
        self._given_up = {row[0] for row in path.read_text("utf-8").splitlines()}

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = " "
        if is_hanzi(char):
            everyday = _is_in_first_level(char)
            if char in _FUNCTION or char in self._given_up or not _encodes(char, "cp932"):
                kind = "C"
            elif everyday and not _encodes(char, "big5") and not _encodes(char, "gb2312"):
                kind = "J"
            else:
                kind = "h"
        self[code] = kind
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds()


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _is_in_first_level(char: str) -> bool:
    """Tell if a character is one of the 2,965 everyday ones of JIS X 0208."""
    return _encodes(char, "shift_jis") and char.encode("shift_jis") < b"\x98\x73"


def count_letters(text: str) -> Letters:
    """Return the signs of a paragraph."""
    kinds = text.translate(_kinds())
    japanese, chinese = kinds.count("J"), kinds.count("C")
    return Letters(
        japanese + chinese + kinds.count("h"),
        len(KANA.findall(text)),
        len(_HANGUL.findall(text)),
        japanese,
        chinese,
    )


def may_be_foreign(text: str) -> bool:
    """Tell quickly if a text has any kana or hangul."""
    return _SUSPECT.search(text) is not None


def find_language_shares(paragraphs: Iterable[str]) -> tuple[float, ...]:
    """Return the shares of the languages in a document (expectation and maximisation)."""
    known = [count_letters(text) for text in paragraphs]
    shares: tuple[float, ...] = GENERAL
    for _ in range(_ROUNDS):
        sums = [_WEIGHT * prior for prior in GENERAL]
        for letters in known:
            for number, one in enumerate(_weigh(letters, shares)):
                sums[number] += one
        for text, heading in ((2, 3), (4, 5)):
            both = sums[text] + sums[heading]
            sums[text], sums[heading] = (1 - _HEADINGS) * both, _HEADINGS * both
        shares = tuple(one / (_WEIGHT + len(known)) for one in sums)
    return shares


def identify_language(text: str, shares: Sequence[float] = GENERAL) -> str:
    """Return the language of a paragraph: "Chinese", "Japanese" or "Korean".

    >>> identify_language("会議は午後三時から始まります。"), identify_language("他说“ありがとう”。")
    ('Japanese', 'Chinese')
    """
    weights = _weigh(count_letters(text), shares)
    chinese, japanese, korean = (sum(weights[at : at + 2]) for at in (0, 2, 4))
    if chinese >= max(japanese, korean):
        return CHINESE
    return JAPANESE if japanese > korean else KOREAN


def _weigh(letters: Letters, shares: Sequence[float]) -> list[float]:
    logs = [
        math.log(share) + _log_likelihood(letters, language)
        for share, language in zip(shares, _LANGUAGES, strict=True)
    ]
    most = max(logs)
    weights = [math.exp(one - most) for one in logs]
    total = sum(weights)
    return [one / total for one in weights]


def _log_likelihood(letters: Letters, language: Language) -> float:
    hanzi, kana, hangul, japanese, chinese = letters
    plain = max(0, hanzi - japanese - chinese)
    return (
        kana * math.log(language.kana)
        + hangul * math.log(language.hangul)
        + hanzi * math.log(1 - language.kana - language.hangul)
        + japanese * math.log(language.japanese)
        + chinese * math.log(language.chinese)
        + plain * math.log(1 - language.japanese - language.chinese)
    )
