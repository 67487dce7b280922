"""The words of a document, or of one's own, as a table: filtered and put in order.

A table knows nothing of the learner: statuses come as `Library.statuses()` gives them, so that a
status that changes costs no new table. 50,000 words are filtered and sorted in some 50 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from reader.study.status import WordStatus
from reader.study.vocabulary import CountedWord, Vocabulary

if TYPE_CHECKING:
    from reader.study.dictionary.entry import Levels
    from reader.study.dictionary.lookup import Dictionary

Numbers = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int8]

_STATES = {status: place for place, status in enumerate(WordStatus)}
_BY_ID = {id(status): place for status, place in _STATES.items()}
_OLD = 0.5  # a level of the old list alone stands behind the same one of the newer lists


class Index(Protocol):
    """What the rows of a table are found by; `reader.study.word_index.WordIndex` is one."""

    by_pinyin: Numbers

    def find(self, text: str) -> Mask:
        """Return which rows hold a text."""
        ...


class WordGroup(Enum):
    """What the words of a list are told apart by; the value is a stable id."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    IGNORED = "ignored"
    NAME = "name"  # of a person or a place, of which nothing was said
    DOUBTFUL = "doubtful"  # seen through unsure repairs only: never counted, nor taught


class WordColumn(Enum):
    """What a list can be in order of; the value is a stable id."""

    PLACE = "place"  # in the text; of words of one's own: the last changed first
    PINYIN = "pinyin"
    LEVEL = "level"
    COUNT = "count"
    FREQUENCY = "frequency"
    STATUS = "status"


MOST_FIRST = frozenset((WordColumn.COUNT, WordColumn.FREQUENCY))
"""Columns of which the largest comes first where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class WordFilter:
    """What of a list is shown: groups, levels up to one (None: all), and a text looked for."""

    groups: frozenset[WordGroup] = frozenset(WordGroup)
    level_up_to: int | None = None
    text: str = ""


class Standing(NamedTuple):
    """How well the learner knows each row: places in `WordStatus`, and in `WordGroup`."""

    states: Places
    groups: Places

    def counts(self) -> dict[WordGroup, int]:
        """Return how many rows each group has."""
        found = np.bincount(self.groups, minlength=len(WordGroup)).tolist()
        return dict(zip(WordGroup, found, strict=True))


class ShownLevel(NamedTuple):
    """The level of a word by the newest list that has it; `is_old` for the list of 2010."""

    level: int
    is_old: bool = False


def newest_level(levels: Levels) -> ShownLevel | None:
    """Return the level of a word by the newest list that has it, None where none has."""
    newest = levels.hsk2025 or levels.hsk2021
    if newest is not None:
        return ShownLevel(newest)
    return None if levels.hsk2 is None else ShownLevel(levels.hsk2, is_old=True)


class WordTable:
    """Rows of words, each word once. Immutable."""

    def __init__(self, words: Iterable[CountedWord]) -> None:
        self.words = tuple(words)
        """`count` is how often a word stands in the document; 0, and `first` is -1: not at all."""

    @classmethod
    def of_document(cls, vocabulary: Vocabulary) -> WordTable:
        """Return the words of a document in the order of their first places."""
        return cls(sorted(vocabulary, key=lambda one: one.first))

    @classmethod
    def of_words(
        cls, words: Iterable[str], dictionary: Dictionary, vocabulary: Vocabulary | None = None
    ) -> WordTable:
        """Return words of one's own in their order, counted as `vocabulary` has them."""
        asked = list(dict.fromkeys(words))
        here = {} if vocabulary is None else {one.word: one for one in vocabulary}
        away = [word for word in asked if word not in here]
        levels = dictionary.levels_of(away)
        for word in away:
            known = levels.get(word)
            # Nothing in it is in doubt: the learner has said something of it.
            one = CountedWord(word, 0, 1, -1)
            here[word] = one if known is None else CountedWord(word, 0, 1, -1, one.kind, *known)
        return cls(here[word] for word in asked)

    def __len__(self) -> int:
        return len(self.words)

    def standing(self, statuses: Mapping[str, WordStatus]) -> Standing:
        """Return how well the learner knows each word, by the statuses of words."""
        states = np.zeros(len(self.words), np.int8)
        rows = self._rows
        if len(statuses) < len(rows):
            for word, status in statuses.items():
                row = rows.get(word)
                if row is not None:
                    states[row] = _STATES[status]
        else:
            said = map(statuses.get, rows, repeat(WordStatus.NEW))
            # By identity: an Enum is hashed in Python, 50,000 times is what a user would feel.
            states = np.fromiter(map(_BY_ID.__getitem__, map(id, said)), np.int8, len(rows))
        groups = np.where(states == _STATES[WordStatus.NEW], self._unsaid, _GROUPS[states])
        return Standing(states, groups)

    def holds(self, words: Mapping[str, object]) -> bool:
        """Tell if all of some words, the keys of a mapping, have rows."""
        return words.keys() <= self._rows.keys()

    def find(self, word: str) -> int | None:
        """Return the row of a word, None if there is none."""
        return self._rows.get(word)

    def level_counts(self) -> dict[int, int]:
        """Return how many words are of each level, in order; 0 is for those in no list."""
        found = np.floor(np.nan_to_num(self.levels)).astype(np.int64)
        levels, counts = np.unique(found, return_counts=True)
        return dict(zip(levels.tolist(), counts.tolist(), strict=True))

    @cached_property
    def levels(self) -> Numbers:
        """The level of each word by the newest list that has it, nan where none has."""
        found = (newest_level(one.levels) for one in self.words)
        return _numbers(None if one is None else one.level + _OLD * one.is_old for one in found)

    @cached_property
    def counts(self) -> Numbers:
        """How often each word stands in the document."""
        return _numbers(one.count for one in self.words)

    @cached_property
    def frequencies(self) -> Numbers:
        """How frequent each word is in general (Zipf), nan where it is not known."""
        return _numbers(one.frequency for one in self.words)

    @cached_property
    def _unsaid(self) -> Places:
        """The group of each word if nothing was said of it."""
        found = (_PLACES[_unsaid_group(one)] for one in self.words)
        return np.fromiter(found, np.int8, len(self.words))

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {one.word: row for row, one in enumerate(self.words)}


def select(
    table: WordTable,
    chosen: WordFilter,
    standing: Standing,
    index: Index | None = None,
) -> Mask:
    """Return which rows pass a filter.

    Without an index, which is made in a thread, a text is looked for in the words alone.
    """
    count = len(table)
    mask = np.array([group in chosen.groups for group in WordGroup])[standing.groups]
    if chosen.level_up_to is not None:
        mask &= np.floor(table.levels) <= chosen.level_up_to  # what is in no list is above all
    text = chosen.text.strip()
    if text and index is not None:
        mask &= index.find(text)
    elif text:
        mask &= np.fromiter((text in one.word for one in table.words), np.bool_, count)
    return mask


def order(
    table: WordTable,
    mask: Mask,
    column: WordColumn,
    *,
    descending: bool = False,
    standing: Standing,
    index: Index | None = None,
) -> Rows:
    """Return the rows that pass, in order; rows that are alike stay in the order of the table.

    Words that have no such value, a level or a frequency, come last either way. Without an index
    pinyin is in the order of the table.
    """
    rows = np.flatnonzero(mask)
    if column is WordColumn.PLACE:
        return rows[::-1] if descending else rows
    keys = _keys(table, column, standing, index)
    if keys is None:
        return rows
    keys = keys[rows]
    return rows[np.argsort(-keys if descending else keys, kind="stable")]


def _keys(
    table: WordTable,
    column: WordColumn,
    standing: Standing,
    index: Index | None,
) -> Numbers | None:
    if column is WordColumn.STATUS:
        return standing.states.astype(np.float64)
    if column is WordColumn.PINYIN:
        return None if index is None else index.by_pinyin
    columns: dict[WordColumn, Callable[[], Numbers]] = {
        WordColumn.LEVEL: lambda: table.levels,
        WordColumn.COUNT: lambda: table.counts,
        WordColumn.FREQUENCY: lambda: table.frequencies,
    }
    return columns[column]()


def rank(values: Sequence[object]) -> Numbers:
    """Return the place of each value in their order, the same for equal ones; None has nan."""
    places = sorted({value for value in values if value is not None})  # type: ignore[type-var]
    ranks = {value: place for place, value in enumerate(places)}
    return _numbers(None if value is None else ranks[value] for value in values)


def _numbers(values: Iterable[float | None]) -> Numbers:
    return np.array([np.nan if value is None else value for value in values], np.float64)


def _unsaid_group(word: CountedWord) -> WordGroup:
    if word.is_doubtful:
        return WordGroup.DOUBTFUL
    return WordGroup.NAME if word.is_name else WordGroup.NEW


def _said_group(status: WordStatus) -> WordGroup:
    if status.is_learning:
        return WordGroup.LEARNING
    settled = {WordStatus.KNOWN: WordGroup.KNOWN, WordStatus.IGNORED: WordGroup.IGNORED}
    return settled.get(status, WordGroup.NEW)


_PLACES = {group: place for place, group in enumerate(WordGroup)}
_GROUPS = np.array([_PLACES[_said_group(status)] for status in WordStatus], np.int8)
"""The group of each status, where something was said of the word."""
