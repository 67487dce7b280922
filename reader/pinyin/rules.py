"""Rules on words and word classes for function words that stand alone, and how they are tried.

A rule looks at the characters and words around one hanzi and gives its reading, with the reason.
The rules of a hanzi are tried in order; the first that fits wins. If none does, the context model
decides. A phrase hit comes before any rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

_NEAR = 14  # characters before and after that a pattern may look at
_CLAUSE_END = re.compile("[，。；：！？、,;:!?\n（）()“”《》]")

CLEAR = 0.985  # how often a rule is right that hardly ever meets an exception; others: 0.94


class Occurrence:
    """One hanzi in its text, with the words around it; offsets are code points."""

    __slots__ = ("_tags", "after", "at", "before", "index", "text", "words")

    def __init__(
        self,
        text: str,
        at: int,
        words: list[tuple[int, int]],
        index: int,
        tags: Callable[[], list[str]],
    ) -> None:
        self.text = text
        self.at = at
        self.words = words
        self.index = index
        self._tags = tags
        self.before = text[max(0, at - _NEAR) : at]
        self.after = text[at + 1 : at + 1 + _NEAR]

    def previous_class(self) -> str:
        """Return the word class before, as jieba names it ("v", "ad"); "" at the run's start."""
        if self.words[self.index][0] < self.at:
            return self._tags()[self.index]
        return self._tags()[self.index - 1] if self.index else ""

    def next_class(self) -> str:
        """Return the word class behind, as jieba names it; "" at the run's end."""
        if self.words[self.index][1] > self.at + 1:
            return self._tags()[self.index]
        return self._tags()[self.index + 1] if self.index + 1 < len(self.words) else ""

    def own_class(self) -> str:
        """Return the class of the word that holds the hanzi."""
        return self._tags()[self.index]

    def previous_word(self) -> str:
        """Return the word before, or the part of its own word before; "" at the run's start."""
        start, _ = self.words[self.index]
        if start < self.at:
            return self.text[start : self.at]
        return self.text[slice(*self.words[self.index - 1])] if self.index else ""

    def next_word(self) -> str:
        """Return the word behind, or the part of its own word behind; "" at the run's end."""
        _, end = self.words[self.index]
        if end > self.at + 1:
            return self.text[self.at + 1 : end]
        more = self.index + 1 < len(self.words)
        return self.text[slice(*self.words[self.index + 1])] if more else ""

    def clause_before(self) -> str:
        """Return the clause up to the hanzi, at most 40 characters."""
        return _CLAUSE_END.split(self.text[max(0, self.at - 40) : self.at])[-1]

    def classes_after(self) -> list[tuple[str, str]]:
        """Return (word, class) of the words behind in the same run, at most 30."""
        tags = self._tags()
        first = self.index + 1
        return [
            (self.text[start:end], tag)
            for (start, end), tag in zip(
                self.words[first : first + 30], tags[first : first + 30], strict=True
            )
        ]


@dataclass(frozen=True, slots=True)
class Rule:
    """Read a hanzi as `reading` where all that is given fits.

    `before` and `after` are patterns on the text that ends, or begins, at the hanzi; `previous`
    and `following` list first letters of jieba's word classes ("va": verb or adjective; "$": none
    there); `test` is asked last. `cases` show the hanzi between two bars in sentences that the
    rule reads, which the tests check. `sure` is how often the rule is right (0..1).
    """

    reading: str
    why: str
    cases: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    previous: str = ""
    following: str = ""
    test: Callable[[Occurrence], bool] | None = field(default=None)
    sure: float = 0.94

    def fits(self, place: Occurrence) -> bool:
        """Tell whether the rule gives the reading here."""
        if self.before and not _pattern(f"(?:{self.before})$").search(place.before):
            return False
        if self.after and not _pattern(self.after).match(place.after):
            return False
        if self.previous and (place.previous_class()[:1] or "$") not in self.previous:
            return False
        if self.following and (place.next_class()[:1] or "$") not in self.following:
            return False
        return self.test is None or self.test(place)


Rules = dict[str, tuple[Rule, ...]]


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
