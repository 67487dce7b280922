"""Which words are settled, and what share of others they make: values without any table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.study.status import WordStatus
from reader.study.word_counts import WordCounts


class Share(NamedTuple):
    """How many running words are known, of how many."""

    known: int
    total: int

    @property
    def value(self) -> float | None:
        """The share (0 to 1), None where there is no word."""
        return self.known / self.total if self.total else None


class LevelShare(NamedTuple):
    """How many running words are of a level, and how many of them are known; 0: in no list."""

    level: int
    known: int
    total: int


class Settled(NamedTuple):
    """The words of which nothing is left to learn."""

    known: frozenset[str]
    ignored: frozenset[str]

    @classmethod
    def of(cls, statuses: Mapping[str, WordStatus]) -> Settled:
        """Return which words these are by the statuses of words."""
        known = (word for word, status in statuses.items() if status is WordStatus.KNOWN)
        ignored = (word for word, status in statuses.items() if status is WordStatus.IGNORED)
        return cls(frozenset(known), frozenset(ignored))

    def share_of(self, counts: WordCounts) -> Share:
        """Return how many running words are known; ignored words count on neither side."""
        return Share(counts.total_of(self.known), counts.total - counts.total_of(self.ignored))
