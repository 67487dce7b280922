"""How rare each character is in the texts of a language: what bytes may say is weighed with it.

Bytes that are 各级人民 in GB18030 are other characters in Big5 or in Korean; in the encoding that
they were written in, they are everyday characters of some language.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reader.text.lazy_pattern import lazy_pattern
from reader.text.resources import resource_path

CHINESE, JAPANESE, KOREAN = "zh", "ja", "ko"
EAST_ASIAN = frozenset((CHINESE, JAPANESE, KOREAN))
ASCII = 3.0
"""Nats for a printable ASCII character, in any language."""

_LOST, _CONTROL, _NUL, _FOREIGN = 13.0, 12.0, 20.0, 13.0
_HALF_WIDTH_KANA = 7.0  # one byte each in Shift JIS
_TELLING = 120  # characters, the most frequent ones, that tell a language
_MARKS = frozenset("，。、；：？！“”‘’（）《》「」『』…—　・")
_TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü")  # glosses
_SIGNS = frozenset("«»–—‘’‚“”„…•°§©®№·\xa0")  # of languages with an alphabet
_OTHER_SCRIPTS = frozenset(("ru", "uk", "bg", "mk", "el", "he", "ar", "fa", "th"))
_BESIDE = lazy_pattern("(?<=[A-Za-z])[\u0370-\u0e7f]|[\u0370-\u0e7f](?=[A-Za-z])")
CAPITAL_INSIDE = lazy_pattern(
    "[\u00df-\u00f6\u00f8-\u00ff\u03ac-\u03ce\u0430-\u045f]"
    "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03ab\u0400-\u042f]"
    "|[a-z][\u00c0-\u00d6\u00d8-\u00de\u0391-\u03ab\u0400-\u042f]"
)
"""A small letter and a capital behind it, in Latin, Greek and Cyrillic; not both of them ASCII."""
_ENCLOSED = lazy_pattern(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])")
# First and last code point of a block, and the cost of its characters by language.
_BLOCKS: tuple[tuple[str, str, Mapping[str, float]], ...] = (
    ("\u2460", "\u2473", {CHINESE: 7.0, JAPANESE: 7.5, KOREAN: 8.0}),
    ("\u2500", "\u266f", {CHINESE: 8.0, JAPANESE: 7.5, KOREAN: 8.0}),  # ■ ★ ─
    ("\u3001", "\u301f", {CHINESE: 6.0, JAPANESE: 6.0, KOREAN: 7.0}),
    ("\u3041", "\u30fe", {CHINESE: 9.5}),
    ("\u3105", "\u312d", {CHINESE: 9.5}),
    ("\u4e00", "\u9fa5", {CHINESE: 11.5, KOREAN: 11.5}),
    ("\uac00", "\ud7a3", {KOREAN: 12.0}),
    ("\uff01", "\uff5e", {CHINESE: 6.0, JAPANESE: 6.5, KOREAN: 8.0}),
    ("\uff61", "\uff9f", {JAPANESE: _HALF_WIDTH_KANA}),
    ("\u0391", "\u0451", {CHINESE: 11.0, JAPANESE: 10.5}),
    ("\xa1", "\u024f", {CHINESE: 10.0}),
    ("\u2010", "\u22ff", {CHINESE: 8.5, JAPANESE: 8.5, KOREAN: 9.0}),
)


class LetterCosts(dict[str, float]):
    """The cost (nats) of each character in one language; an unknown one is looked up by its kind.

    Mutable only in that it remembers what was asked.
    """

    def __init__(self, language: str, known: Mapping[str, float]) -> None:
        super().__init__(known)
        self.language = language

    def __missing__(self, char: str) -> float:
        cost = self[char] = self._cost_by_kind(char)
        return cost

    def _cost_by_kind(self, char: str) -> float:
        if char < "\x80":
            if " " <= char < "\x7f" or char in "\t\r\n\x1a":
                return ASCII
            return _NUL if char == "\x00" else _CONTROL
        if char == "\ufffd":
            return _LOST
        if self.language not in EAST_ASIAN:
            return 6.0 if char in _SIGNS else 8.5 if "\xa1" <= char <= "\xbf" else _FOREIGN
        if char in _MARKS:
            return 6.0 if self.language == KOREAN else 3.5
        if char in _TONED and self.language == CHINESE:
            return 7.0
        for first, last, costs in _BLOCKS:
            if first <= char <= last:
                return costs.get(self.language, _FOREIGN)
        return _FOREIGN


@cache
def _known_costs() -> Mapping[str, Mapping[str, float]]:
    """Return language -> character -> cost."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in resource_path("data", "letters.tsv").read_text("utf-8").splitlines():
        language, cost, letters = line.split("\t")
        found[language].update(dict.fromkeys(letters, float(cost)))
    return MappingProxyType(found)


@cache
def letter_costs(language: str) -> LetterCosts:
    """Return the costs of a language, named by its code: "zh", "ja", "ru"."""
    return LetterCosts(language, _known_costs().get(language, {}))


def count_cost(counts: Counter[str], languages: Sequence[str]) -> tuple[float, str]:
    """Return the cost (nats) of counted characters in the likeliest of the languages, and which.

    >>> count_cost(Counter("привет"), ("ru", "el"))
    (17.5, 'ru')
    """
    best = languages[0]
    if len(languages) > 1:
        telling = [pair for pair in counts.most_common(_TELLING) if pair[0] >= "\x80"]
        best = min(languages, key=lambda language: _sum_costs(telling, language))
    return _sum_costs(counts.items(), best), best


def _sum_costs(counts: Iterable[tuple[str, int]], language: str) -> float:
    costs = letter_costs(language)
    return sum([number * costs[char] for char, number in counts])


def count_mixed(text: str, language: str) -> int:
    """Return how many letters stand where none of the language does.

    Hebrew or Russian letters next to Latin ones, and hanzi between two small ones, are nonsense:
    café is read as cafי, don’t as don抰. So are capitals inside words: привет is read as ОПХБЕр.
    """
    if language in EAST_ASIAN:
        return len(_ENCLOSED.findall(text))
    if language not in _OTHER_SCRIPTS:
        return 0
    return len(_BESIDE.findall(text)) + len(CAPITAL_INSIDE.findall(text))


def mean_cost(counts: Counter[str], language: str, *, ascii_too: bool = False) -> float:
    """Return the mean cost of the characters that are not ASCII, or of all; 0 if there are none."""
    costs = letter_costs(language)
    number = total = 0.0
    for char, times in counts.items():
        if ascii_too or char >= "\x80":
            number += times
            total += times * costs[char]
    return total / number if number else 0.0
