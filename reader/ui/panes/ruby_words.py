"""What is written above the words of a block: the syllables of each, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from reader.pinyin.reading import Reading, ReadingSource

UNSURE = 0.9
"""A reading that is less sure than this is shown so."""

Span = tuple[int, int]


class Manner(Enum):
    """How a syllable is drawn."""

    PLAIN = "plain"
    UNSURE = "unsure"  # the reading is, or the repair that its hanzi rests on
    USER = "user"

    @classmethod
    def of(cls, reading: Reading, *, on_doubt: bool = False) -> Manner:
        """Return how a reading is drawn; `on_doubt` says that its hanzi may be another one."""
        if reading.source is ReadingSource.USER:
            return cls.USER
        return cls.UNSURE if on_doubt or reading.confidence < UNSURE else cls.PLAIN


class RubySyllable(NamedTuple):
    """What is written above text[start:end] of a block: one hanzi, or a word that is joined.

    `pieces` are what `text` is made of, one a hanzi, and the tone of each (0: the neutral one).
    """

    start: int
    end: int
    text: str
    pieces: tuple[tuple[str, int], ...]
    manner: Manner = Manner.PLAIN


class RubyWord(NamedTuple):
    """A word of a block, text[start:end] in code points, and what is written above it."""

    start: int
    end: int
    syllables: tuple[RubySyllable, ...]


def write_words(
    readings: Sequence[Reading], words: Sequence[Span], doubts: Sequence[Span] = ()
) -> tuple[RubyWord, ...]:
    """Put the readings of a block together by its words.

    All are in order; offsets count from the start of the block. What is in none of the `words`,
    or in two of them, stands alone: pinyin writes Běijīng Shì apart, and joins over other words.
    `doubts` is what rests on a repair that is unsure or undecided.
    """
    found: list[RubyWord] = []
    together: list[RubySyllable] = []  # of the word `around`
    around: Span | None = None
    waiting = iter(words)
    word = next(waiting, None)
    for one in readings:
        while word is not None and word[1] <= one.start:
            word = next(waiting, None)
        alone = word is None or one.start < word[0] or one.end > word[1]
        if together and (alone or word != around or together[-1].end != one.start):
            found.append(_word_of(together))
            together = []
        on_doubt = bool(doubts) and any(low < one.end and high > one.start for low, high in doubts)
        manner = Manner.of(one, on_doubt=on_doubt)
        together.append(RubySyllable(one.start, one.end, one.pinyin, one.toned, manner))
        around = None if alone else word
    if together:
        found.append(_word_of(together))
    return tuple(found)


def _word_of(syllables: list[RubySyllable]) -> RubyWord:
    return RubyWord(syllables[0].start, syllables[-1].end, tuple(syllables))


def move_words(words: Sequence[RubyWord], by: int) -> list[RubyWord]:
    """Return words whose offsets are so much greater."""
    return [
        RubyWord(
            word.start + by,
            word.end + by,
            tuple(one._replace(start=one.start + by, end=one.end + by) for one in word.syllables),
        )
        for word in words
    ]
