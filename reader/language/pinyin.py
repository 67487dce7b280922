"""Readings in context, one a hanzi: what other parts of the reader ask for.

A phrase of the dictionaries wins, then a rule for a function word, then the context model, then
the usual reading; `reader/language/readings/` holds one of these a file.
"""

from __future__ import annotations

from reader.language.readings.engine import readings
from reader.language.readings.model import context_model
from reader.language.readings.options import ReadingOptions
from reader.language.readings.reading import Chance, Reading, ReadingSource
from reader.language.readings.resolve import Found, resolve
from reader.language.readings.runs import runs_of
from reader.language.readings.sandhi import Sandhi
from reader.language.readings.spelling import Style
from reader.language.segment import HANZI

__all__ = [
    "Chance",
    "Reading",
    "ReadingOptions",
    "ReadingSource",
    "Sandhi",
    "Style",
    "pronounce",
    "pronounce_span",
    "readings",
    "warm_up",
]

# A span is pronounced within its sentence, but never within more than this many characters
# on either side: a page without punctuation must not make hovering slow.
_REACH = 100


def pronounce(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, pinyin) for each hanzi with a known reading, in order.

    Offsets are half-open code points, one character each; readings carry tone marks. Tone changes
    in speech are not written: 一 is always yī and 不 always bù. Never raises on any str.
    """
    return [(one.at, one.at + 1, one.reading) for one in _resolved(text, 0, len(text))]


def pronounce_span(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the syllables of text[start:end], read within the words around the span.

    Looks only at the hanzi runs that the span touches, so it is quick in a text of any length.
    """
    start, end = max(start, 0), min(end, len(text))
    if start >= end:
        return []
    low, high = start, end
    while low > 0 and start - low < _REACH and HANZI.match(text[low - 1]):
        low -= 1
    while high < len(text) and high - end < _REACH and HANZI.match(text[high]):
        high += 1
    return [
        (one.at, one.at + 1, one.reading)
        for one in _resolved(text, low, high)
        if start <= one.at < end
    ]


def warm_up() -> None:
    """Load segmenter, tables and model (about 0.3 s); safe in any thread, any time."""
    pronounce("重要调解机制")


def _resolved(text: str, start: int, end: int) -> list[Found]:
    return resolve(text, runs_of(text, start, end), context_model())
