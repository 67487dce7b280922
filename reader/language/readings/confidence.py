"""How sure a reading is: shares of right readings, measured per source on the CPP dev sentences.

The fifth of those sentences that is kept apart (tests/bench/bench_readings.py) took no part.
"""

from __future__ import annotations

from reader.language.readings.phrases import Tables
from reader.language.readings.reading import Chance, ReadingSource
from reader.language.readings.resolve import Found

_PHRASE = 0.985
_ONE_DICTIONARY = 0.955
_CLEAR = 0.997  # a character with one reading, or none that was ever counted beside it
_LEAST_SHOWN = 0.001


def confidence_of(found: Found, known: Tables) -> float:
    """Return how likely the reading is right (0..1)."""
    if found.source is ReadingSource.PHRASE:
        return _ONE_DICTIONARY if found.reason in known.alone else _PHRASE
    if found.source is ReadingSource.RULE:
        return found.sure
    if found.chances:
        return min(found.chances[0].probability, _CLEAR)
    return _CLEAR


def others_of(found: Found, char: str, confidence: float, known: Tables) -> tuple[Chance, ...]:
    """Return the readings the hanzi may have instead, most likely first.

    The model tells their chances. Beside a phrase or a rule they share what is left by how often
    each is counted.
    """
    if found.source is ReadingSource.MODEL:
        return tuple(one for one in found.chances[1:] if one.probability >= _LEAST_SHOWN)
    rest = [one for one in known.chances.get(char, ()) if one.reading != found.reading]
    total = sum(one.probability for one in rest)
    if not total:
        return ()
    left = 1 - confidence
    shares = (Chance(one.reading, left * one.probability / total) for one in rest)
    return tuple(one for one in shares if one.probability >= _LEAST_SHOWN)
