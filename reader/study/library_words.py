"""The words of all documents of a library as numbers, so that a status costs no new count.

A thread reads the packed counts once; after that, shares, levels and ranks of 2,000 documents are
sums over arrays, made in some milliseconds whenever a word becomes known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from reader.study.history import History
from reader.study.levels import LevelList
from reader.study.settled import LevelShare, Settled, Share
from reader.study.word_counts import WordCounts

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary

Check = Callable[[], None]
Small = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_MOST = 2**31 - 1  # times that a word is counted in a document
_RARE_WITHOUT = np.inf  # the frequency of a word of which nobody counted it


class _Document(NamedTuple):
    """The words of one document; `stamp` tells if they are still those."""

    stamp: int
    ids: Small
    counts: Small


class LibraryWords:
    """Remembers what it has read; `update` reads what is new. Used by one thread at a time."""

    def __init__(self) -> None:
        self.words: list[str] = []
        """All different words; an id is a place in here."""
        self._ids: dict[str, int] = {}
        self._documents: dict[str, _Document] = {}
        self._levels = np.zeros(0, np.int8)
        self._frequencies = np.zeros(0)
        self._put_together()

    def update(self, history: History, check: Check = lambda: None) -> None:
        """Read the words of the documents that were counted since. Raises ReaderError."""
        stamps = history.counted()
        gone = [name for name in self._documents if name not in stamps]
        for name in gone:
            del self._documents[name]
        stale = [
            name
            for name, stamp in stamps.items()
            if name not in self._documents or self._documents[name].stamp != stamp
        ]
        for name, counts in history.words_of_many(stale):
            check()
            self._put(name, stamps[name], counts)
        if gone or stale:
            self._put_together()

    def add(self, name: str, counts: WordCounts) -> None:
        """Take the words of one document."""
        self._put(name, 0, counts)
        self._put_together()

    def rate(self, dictionary: Dictionary) -> None:
        """Look up level and frequency of words that were not looked up yet."""
        known = len(self._levels)
        new = self.words[known:]
        if not new:
            return
        found = dictionary.levels_of(new)
        level_of = LevelList.HSK2025.level_of
        levels = np.zeros(len(new), np.int8)
        frequencies = np.full(len(new), _RARE_WITHOUT)
        for at, word in enumerate(new):
            rated = found.get(word)
            if rated is not None:
                levels[at] = level_of(rated[0]) or 0
                frequencies[at] = rated[1] or _RARE_WITHOUT
        self._levels = np.concatenate([self._levels, levels])
        self._frequencies = np.concatenate([self._frequencies, frequencies])

    def shares(self, settled: Settled) -> dict[str, Share]:
        """Return how much of each document is known."""
        names = list(self._documents)
        if not names:
            return {}
        known = self._sums(self._mask(settled.known))
        counted = self._sums(~self._mask(settled.ignored))
        return {
            name: Share(one, all_)
            for name, one, all_ in zip(names, known.tolist(), counted.tolist(), strict=True)
        }

    def share(self, settled: Settled) -> Share:
        """Return how much of all documents is known."""
        known, ignored = self._mask(settled.known), self._mask(settled.ignored)
        return Share(int(self.totals[known].sum()), int(self.totals[~ignored].sum()))

    def profile(self, settled: Settled) -> tuple[LevelShare, ...]:
        """Return how much is of each level, in order, what is in no list last; after `rate`."""
        known, kept = self._mask(settled.known), ~self._mask(settled.ignored)
        size = LevelList.HSK2025.highest + 1

        def sums(mask: Mask) -> list[int]:
            levels = self._levels[mask]
            found = np.bincount(levels, self.totals[mask], minlength=size)
            return [int(one) for one in found]

        known_sums, sums_ = sums(known & kept), sums(kept)
        order = [*range(1, size), 0]
        return tuple(LevelShare(at, known_sums[at], sums_[at]) for at in order if sums_[at])

    @property
    def totals_sum(self) -> int:
        """How many running words all documents have."""
        return int(self.totals.sum())

    def count_of(self, word: str) -> int:
        """Return how often a word stands in all documents."""
        at = self._ids.get(word)
        return int(self.totals[at]) if at is not None else 0

    def documents_of(self, word: str) -> int:
        """Return in how many documents a word stands."""
        at = self._ids.get(word)
        return int(self._spread[at]) if at is not None else 0

    def most_frequent(self, settled: Settled, number: int) -> list[str]:
        """Return the words to learn that stand there most often."""
        order = np.lexsort((-self._spread, -self.totals))
        return self._first(order, settled, number)

    def rarest(self, settled: Settled, number: int) -> list[str]:
        """Return the words to learn that are the rarest in general; after `rate`."""
        order = np.argsort(self._frequencies, kind="stable")
        return self._first(order[np.isfinite(self._frequencies[order])], settled, number)

    def _first(self, order: npt.NDArray[np.int64], settled: Settled, number: int) -> list[str]:
        found: list[str] = []
        for at in order.tolist():
            if len(found) >= number:
                break
            word = self.words[at]
            if self.totals[at] and word not in settled.known and word not in settled.ignored:
                found.append(word)
        return found

    def _id(self, word: str) -> int:
        at = self._ids.get(word)
        if at is None:
            at = self._ids[word] = len(self.words)
            self.words.append(word)
        return at

    def _mask(self, words: Iterable[str]) -> Mask:
        mask = np.zeros(len(self.words), np.bool_)
        ids = [at for at in map(self._ids.get, words) if at is not None]
        mask[ids] = True
        return mask

    def _sums(self, mask: Mask) -> Numbers:
        """Return how many running words of each document are among some."""
        weights = np.where(mask[self._all_ids], self._all_counts, 0)
        found = np.bincount(self._rows, weights, minlength=len(self._documents))
        return found.astype(np.int64)

    def _put(self, name: str, stamp: int, counts: WordCounts) -> None:
        ids = list(map(self._ids.get, counts.words))
        if None in ids:
            ids = list(map(self._id, counts.words))
        kept = np.minimum(np.array(counts.counts, np.int64), _MOST).astype(np.int32)
        self._documents[name] = _Document(stamp, np.array(ids, np.int32), kept)

    def _put_together(self) -> None:
        """Put the words of all documents together."""
        documents = list(self._documents.items())
        none = np.zeros(0, np.int32)
        self._all_ids: Small = np.concatenate([none, *(one.ids for _, one in documents)])
        self._all_counts: Small = np.concatenate([none, *(one.counts for _, one in documents)])
        lengths = [len(one.ids) for _, one in documents]
        self._rows: Small = np.repeat(np.arange(len(documents), dtype=np.int32), lengths)
        # Each document looks into the whole from now on: nothing is there twice.
        end = 0
        for (name, one), length in zip(documents, lengths, strict=True):
            start, end = end, end + length
            ids, counts = self._all_ids[start:end], self._all_counts[start:end]
            self._documents[name] = _Document(one.stamp, ids, counts)
        size = len(self.words)
        found = np.bincount(self._all_ids, self._all_counts, minlength=size)
        self.totals: Numbers = found.astype(np.int64)
        """How often each word stands in all documents."""
        self._spread: Numbers = np.bincount(self._all_ids, minlength=size)


def profile_of(
    counts: WordCounts, settled: Settled, dictionary: Dictionary
) -> tuple[LevelShare, ...]:
    """Return how much of one document is of each level."""
    words = LibraryWords()
    words.add("", counts)
    words.rate(dictionary)
    return words.profile(settled)
