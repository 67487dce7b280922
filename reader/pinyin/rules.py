"""Rules that read a hanzi by the words and word classes around it.

The rules of a hanzi are tried in order; the first that fits gives its reading and the reason. If
none fits, the context model decides. A phrase takes precedence over any rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

_NEAR = 14  # characters before and after that a pattern may look at
_CLAUSE_END = re.compile("[，。；：！？、,;:!?\n（）()“”《》]")

CLEAR = 0.985  # how often a rule with hardly any exceptions is right; for others it is 0.94


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
        """Return jieba's class of the word before ("v", "ad"); "" at the run's start."""
        if self.words[self.index][0] < self.at:
            return self._tags()[self.index]
        return self._tags()[self.index - 1] if self.index else ""

    def next_class(self) -> str:
        """Return jieba's class of the word after; "" at the run's end."""
        if self.words[self.index][1] > self.at + 1:
            return self._tags()[self.index]
        return self._tags()[self.index + 1] if self.index + 1 < len(self.words) else ""

    def own_class(self) -> str:
        """Return the class of the word that contains the hanzi."""
        return self._tags()[self.index]

    def previous_word(self) -> str:
        """Return the rest of its own word before it, else the word before; "" at a run's start."""
        start, _ = self.words[self.index]
        if start < self.at:
            return self.text[start : self.at]
        return self.text[slice(*self.words[self.index - 1])] if self.index else ""

    def next_word(self) -> str:
        """Return the rest of its own word after it, else the word after; "" at a run's end."""
        _, end = self.words[self.index]
        if end > self.at + 1:
            return self.text[self.at + 1 : end]
        more = self.index + 1 < len(self.words)
        return self.text[slice(*self.words[self.index + 1])] if more else ""

    def clause_before(self) -> str:
        """Return the clause up to the hanzi, at most 40 characters."""
        return _CLAUSE_END.split(self.text[max(0, self.at - 40) : self.at])[-1]

    def classes_after(self) -> list[tuple[str, str]]:
        """Return (word, class) of the words after it in the same run, at most 30."""
        tags = self._tags()
        first = self.index + 1
        return [
            (self.text[start:end], tag)
            for (start, end), tag in zip(
                self.words[first : first + 30], tags[first : first + 30], strict=True
            )
        ]


Condition = Callable[[Occurrence], bool]


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """Gives a hanzi `reading` if all conditions hold.

    `before` and `after` are patterns for the text that ends, or begins, at the hanzi;
    `unless_before` and `unless_after` are patterns of what must not stand there. `previous` and
    `following` list initials of jieba's word classes ("va": verb or adjective; "$": no word).
    `conditions` are asked last, each with the answer that it must give. `cases` are sentences that
    the rule decides, with the hanzi between two bars; the tests check them. `sure` is how often
    the rule is right (0..1).
    """

    reading: str
    why: str
    sure: float = 0.94
    before: str = ""
    after: str = ""
    unless_before: str = ""
    unless_after: str = ""
    previous: str = ""
    following: str = ""
    conditions: tuple[tuple[Condition, bool], ...] = ()
    cases: tuple[str, ...] = ()

    def fits(self, place: Occurrence) -> bool:
        """Tell whether all conditions hold here."""
        if self.before and not _compile(f"(?:{self.before})$").search(place.before):
            return False
        if self.after and not _compile(self.after).match(place.after):
            return False
        if self.unless_before and _compile(f"(?:{self.unless_before})$").search(place.before):
            return False
        if self.unless_after and _compile(self.unless_after).match(place.after):
            return False
        if self.previous and (place.previous_class()[:1] or "$") not in self.previous:
            return False
        if self.following and (place.next_class()[:1] or "$") not in self.following:
            return False
        return all(holds(place) == wanted for holds, wanted in self.conditions)


Rules = dict[str, tuple[ReadingRule, ...]]


@cache
def _compile(text: str) -> re.Pattern[str]:
    return re.compile(text)
