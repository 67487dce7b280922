"""The reading of one hanzi, where it comes from, and how sure it is."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.pinyin.spelling import split_tone


class ReadingSource(Enum):
    """Where a reading comes from; the value is a stable id used in files."""

    USER = "user"  # set by the user
    GLOSS = "gloss"  # the document's own, in parentheses after the hanzi
    PHRASE = "phrase"  # a word of the dictionaries or of our list
    RULE = "rule"  # a rule on a function word, a number or a name; reasons.py has its sentence
    MODEL = "model"  # the context model
    DEFAULT = "default"  # the most common reading of the character


class Chance(NamedTuple):
    """One reading of a hanzi and how likely it is (0..1)."""

    reading: str
    probability: float


class Reading(NamedTuple):
    """The reading of text[start:end], one hanzi or a word; offsets are code points.

    `pinyin` has tone marks and no sandhi (一 yī, 不 bù) unless options say otherwise. `confidence`
    is the share of such readings that are right, measured on sentences that no table was made from.
    `others` are the other readings, likeliest first. `reason` is the phrase, the rule's id or the
    user's word; it is empty if the user set only this place. `pieces` are what `pinyin` is made of
    and the tone of each, one a hanzi: zhong and 4; it is empty where the tone marks tell.
    """

    start: int
    end: int
    pinyin: str
    source: ReadingSource
    confidence: float
    others: tuple[Chance, ...] = ()
    reason: str = ""
    pieces: tuple[tuple[str, int], ...] = ()

    @property
    def toned(self) -> tuple[tuple[str, int], ...]:
        """What is written for each hanzi, and the tone that it shows: 1 to 4, 0 the neutral one."""
        return self.pieces or ((self.pinyin, split_tone(self.pinyin)[1]),)
