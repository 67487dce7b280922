"""Tells whether a whole document is in another language than Chinese, so that it is left alone.

Japanese and Korean are told by their paragraphs, languages with an alphabet by their letters. What
was misread is in no language: ФЪТ»ХВ is Chinese, and no Russian writes capitals inside a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.language.foreign import CHINESE, identify_language
from reader.language.hanzi import IS_HANZI
from reader.language.letters import CAPITAL_INSIDE, count_cost
from reader.text.lazy_pattern import lazy_pattern

_EAST_ASIAN = lazy_pattern("[\u1100-\u11ff\u3041-\u30fe\u3131-\u318e\uac00-\ud7a3]")
_LETTERS = lazy_pattern(r"[\x80-\u10ff\u1e00-\u1fff](?<=[^\W\d_])")
_SIGNS = lazy_pattern("[\xa1-\xaa\xac-\xb9\xbc-\xbf\u2190-\u2bff]")
_LANGUAGES = (
    "ru", "uk", "bg", "mk", "el", "he", "ar", "fa", "tr", "vi", "th", "pl", "cs", "sk", "hu",
    "ro", "sh", "sl", "lt", "lv", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi",
    "is", "ca",
)  # fmt: skip
_MOST = 0.9  # share of the characters of hanzi, kana and hangul in paragraphs of one such language
_FEWEST = 6  # letters that tell a language
_PER_HANZI = 20  # letters for each hanzi that a text in another language may quote
_WORST = 5.6  # nats a letter; misread text costs more in any language
_WORST_ACCENTED = 7.2  # and an accented letter among ASCII ones
_CAPITALS, _SIGNS_EACH = 0.5, 0.3  # capitals and signs for each letter
_INSIDE = 0.04  # share of letters that may be a capital inside a word: iPhone, МакДональд


def is_other_language(lines: Sequence[str], shares: Sequence[float]) -> bool:
    """Tell whether a document, given by its lines or samples of them, is in another language.

    `shares` are those of `find_language_shares`.
    """
    text = "\n".join(lines)
    if _EAST_ASIAN.search(text):
        return _is_east_asian(lines, shares)
    letters = Counter(_LETTERS.findall(text))
    number = letters.total()
    if number < _FEWEST or len(IS_HANZI.findall(text)) * _PER_HANZI > number:
        return False
    if len(CAPITAL_INSIDE.findall(text)) > _INSIDE * number:
        return False
    capitals = sum(times for letter, times in letters.items() if letter.isupper())
    if capitals > _CAPITALS * number or len(_SIGNS.findall(text)) > _SIGNS_EACH * number:
        return False
    cost = count_cost(letters, _LANGUAGES)[0]
    accented = sum(times for letter, times in letters.items() if letter < "\u0250")
    if accented * 2 > number:
        plain = sum(map(str.isalpha, filter(str.isascii, text)))
        return cost <= _WORST_ACCENTED * number and plain > number
    return cost <= _WORST * number


def _is_east_asian(lines: Sequence[str], shares: Sequence[float]) -> bool:
    foreign = total = 0
    for line in lines:
        size = len(IS_HANZI.findall(line)) + len(_EAST_ASIAN.findall(line))
        total += size
        if size and identify_language(line, shares) != CHINESE:
            foreign += size
    return foreign >= _MOST * total
