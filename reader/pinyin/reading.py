"""What is said of one hanzi: its reading, where that comes from, and how sure it is."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class ReadingSource(Enum):
    """Where a reading comes from; the value is a stable id used in files."""

    USER = "user"  # set by the user
    GLOSS = "gloss"  # the document's own, in parentheses behind the hanzi
    PHRASE = "phrase"  # a word of the dictionaries or of our list
    RULE = "rule"  # a rule on a function word, a number or a name; reasons.py says it in words
    MODEL = "model"  # the context model
    DEFAULT = "default"  # the usual reading of the character


class Chance(NamedTuple):
    """One reading of a hanzi and how likely it is (0..1)."""

    reading: str
    probability: float


class Reading(NamedTuple):
    """The reading of text[start:end], which is one hanzi; offsets are code points.

    `pinyin` carries tone marks, without tone changes (一 yī, 不 bù). `confidence` is the share of
    readings given so that are right, as measured on sentences kept apart from all tables. `others`
    are the readings it might have instead, most likely first; `reason` names the phrase or
    rule, or the word that the user set; it is empty for what was set for one place.
    """

    start: int
    end: int
    pinyin: str
    source: ReadingSource
    confidence: float
    others: tuple[Chance, ...] = ()
    reason: str = ""
