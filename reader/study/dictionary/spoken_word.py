"""A word with its readings and the dictionaries to ask for its parts: what meanings are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.study.dictionary.entry import Entry

Find = Callable[[str], tuple[Entry, ...]]


class SpokenWord(NamedTuple):
    """A word, its readings, one for each character ("" where unknown), and the dictionaries."""

    text: str
    spoken: tuple[str, ...]
    find: Find

    def part(self, start: int, end: int) -> SpokenWord:
        """Return the part text[start:end] as it is read in the word."""
        return SpokenWord(self.text[start:end], self.spoken[start:end], self.find)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the dictionaries hold of it."""
        return self.find(self.text)

    @property
    def is_measure(self) -> bool:
        """Whether it is a measure word, such as 支 and 场."""
        return any("classifier" in sense for entry in self.entries for sense in entry.senses)
