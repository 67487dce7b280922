"""What a stretch of text says when it is decoded in another encoding, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from reader.codepages.encoding import MOST_COST, numbers_of
from reader.codepages.triggers import EVERYDAY_HANGUL
from reader.codepages.views import Limits, is_strong
from reader.language.hanzi import IS_HANZI
from reader.language.ngram import CharacterModel
from reader.text.align import Alternative
from reader.text.lazy_pattern import lazy_pattern

SURE = 14.0  # nats by which an interpretation must be likelier if it is the only one of its kind
KNOWN = 4.0  # nats, where the document was misread in the same way elsewhere
_LOOKED_AT = 400  # characters of a stretch that are weighed; more would not change the result
# Nats per character where the document was misread in the same way elsewhere, and more if there is
# only one: it may be any.
_KNOWN_WORST, _KNOWN_SHORT = 10.5, 2.0
_ROW, _ODD = 3, 12.5  # three characters in a row that cost so many nats each are not Chinese
_MARKS = lazy_pattern("[\u3001-\u3011\u2014\u2018-\u201d\u2026\uff01-\uff1f]")
_FULL_WIDTH = lazy_pattern("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_FOREIGN = lazy_pattern("[\u3041-\u30fe\u3131-\u318e\uac00-\ud7a3\uff61-\uff9f]+")
# Nats for one of kana or hangul, and for such a syllable as Korean has one of in a sentence.
_FOREIGN_COST, _RARE_HANGUL = 6.0, 7.5
_LANGUAGE = 4.7  # nats; letters that cost no more are words of a language
_ALPHABET = 0.7  # share of letters among its characters above 7F
_ASCII_COST = 2.5  # nats for a character that is the same in any interpretation


class InterpretedPart(NamedTuple):
    """text[start:end] of the stretch (code points) is `after` in the right encoding.

    `data` are the bytes, -1 for each missing one. `sure` is the probability of `after` among the
    characters that its bytes can be; `others` are the runners-up.
    """

    start: int
    end: int
    after: str
    data: tuple[int, ...]
    sure: float = 1.0
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class RunInterpretation:
    """One misread run: its parts, its encodings, and by how many nats it is the likelier text."""

    parts: tuple[InterpretedPart, ...]
    written: str  # "GBK"
    read: str  # "Windows-1252"
    gain: float  # nats
    hanzi: int
    again: tuple[tuple[str, str], ...] = ()  # misreadings on the way: ("UTF-8", "Windows-1252")

    @property
    def way(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """How the run was misread; equal for runs that were misread in the same way."""
        return self.written, self.read, self.again

    @property
    def outermost(self) -> tuple[str, str]:
        """How the run was misread last: what it was written in, what it was read as."""
        return self.again[0] if self.again else (self.written, self.read)

    @property
    def span(self) -> tuple[int, int]:
        """Where the run begins and ends in its line (code points)."""
        return self.parts[0].start, self.parts[-1].end

    def shift(self, shift: int) -> RunInterpretation:
        """Return the run with `shift` added to its offsets."""
        parts = tuple(
            part._replace(start=part.start + shift, end=part.end + shift) for part in self.parts
        )
        return replace(self, parts=parts) if shift else self


def western_costs(text: str) -> list[float]:
    """Return the cost (nats) of each character of a stretch if it really is Western text.

    In été an é stands next to other letters, in привет small letters next to each other; nobody
    writes µÚÒ» or ЦРЗш.
    """
    costs: list[float] = []
    last = len(text) - 1
    for at, char in enumerate(text):
        before = text[at - 1 : at]
        if char < "\x80":
            costs.append(_ASCII_COST)
        elif not is_strong(char):
            costs.append(4.0)
        elif char == before:
            costs.append(_ASCII_COST)  # a long cry: ááááá
        elif "\u0400" <= char <= "\u045f":
            costs.append(_cyrillic_cost(char, before, text[at + 1 : at + 2]))
        elif _is_greek(char):
            costs.append(4.0 if _is_greek(before) or _is_greek(text[at + 1 : at + 2]) else 7.0)
        elif char >= "\xc0":
            beside = (before < "\x80" and before.isalpha()) or (
                at < last and text[at + 1] < "\x80" and text[at + 1].isalpha()
            )
            costs.append(5.0 if beside else 7.0)
        else:
            costs.append(7.5)
    return costs


def is_language(text: str) -> bool:
    """Tell whether the letters of a text with an alphabet make words: привет."""
    high = [
        (cost, char) for cost, char in zip(western_costs(text), text, strict=True) if char >= "\x80"
    ]
    letters = sum("\xc0" <= char < "\u0600" for _, char in high)
    return letters >= _ALPHABET * len(high) and sum(cost for cost, _ in high) <= _LANGUAGE * len(
        high
    )


def _is_greek(char: str) -> bool:
    """Tell whether a character is a Greek letter."""
    return "\u0370" <= char <= "\u03ff" or "\u1f00" <= char <= "\u1fff"


def _cyrillic_cost(char: str, before: str, behind: str) -> float:
    """Return the cost of a letter: small ones follow letters, capitals begin words or stay alone.

    Words all in capitals exist.
    """
    if char.islower():
        return 3.5 if before.isalpha() and before >= "\u0400" else 5.5
    if before.islower():
        return 8.0
    return 4.5 if not before.isalpha() or (before.isupper() and not behind.islower()) else 6.0


@lru_cache(4)  # a line is weighed in several encodings
def wide_costs(text: str, model: CharacterModel) -> Sequence[float]:
    """Return the cost (nats) of each character of a line that may be Chinese, or Japanese, Korean.

    The model knows neither kana nor hangul, and yet they are no nonsense.
    """
    costs = chinese_costs(text, model)
    for found in _FOREIGN.finditer(text):
        for at in range(*found.span()):
            rare = text[at] >= "\uac00" and text[at] not in EVERYDAY_HANGUL
            costs[at] = min(costs[at], _RARE_HANGUL if rare else _FOREIGN_COST)
    return costs


def chinese_costs(text: str, model: CharacterModel) -> list[float]:
    """Return the cost (nats) of each character as Chinese; traditional counts as simplified."""
    ids = [0, 0, *numbers_of(text, model)]
    cost = model.cost
    return [
        _ASCII_COST if char < "\x80" else min(MOST_COST, cost(*ids[at : at + 3]))
        for at, char in enumerate(text)
    ]


def is_foreign(char: str) -> bool:
    """Tell whether a character is kana or hangul."""
    return _FOREIGN.match(char) is not None


def weigh(
    before: Sequence[float],
    after: str,
    model: CharacterModel,
    limits: Limits,
    known: bool = False,
) -> tuple[float, int]:
    """Return by how many nats `after` is likelier than text with the costs `before`, and its hanzi.

    Full-width letters and digits count as hanzi; so do marks alone, as （ at the end of a column,
    where the document is `known` to be misread.

    What is not Chinese gains -1. A short text must be good Chinese unless the document is `known`
    to be misread, since in noise something always reads well.
    """
    costs = chinese_costs(after[:_LOOKED_AT], model)
    chinese = [cost for cost, char in zip(costs, after, strict=False) if char >= "\x80"]
    hanzi = len(IS_HANZI.findall(after)) + len(_FULL_WIDTH.findall(after))
    if known and not hanzi:
        hanzi = len(_MARKS.findall(after))
    size = max(1, len(chinese))
    worst = _KNOWN_WORST + _KNOWN_SHORT / size if known else limits.worst - limits.short / size
    if not hanzi or sum(chinese) > worst * len(chinese):
        return -1.0, 0
    share = len(after) / len(costs)
    return sum(before) - sum(costs) * share, hanzi


def is_doubtful(after: str, model: CharacterModel) -> bool:
    """Tell whether some characters in a row are not Chinese: a byte is missing before them."""
    costs = [
        cost
        for cost, char in zip(chinese_costs(after, model), after, strict=True)
        if char >= "\x80"
    ]
    return any(sum(costs[at : at + _ROW]) > _ROW * _ODD for at in range(len(costs) - _ROW + 1))
