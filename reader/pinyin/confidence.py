"""How sure a reading is: the share of correct readings per source, on the CPP dev sentences.

A fifth of those sentences is held out for tests/bench/bench_readings.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reader.pinyin.phrases import PhraseTables, phrase_tables
from reader.pinyin.reading import Chance, Reading, ReadingSource
from reader.pinyin.resolve import Row

_PHRASE = 0.985
_ONE_DICTIONARY = 0.955
_CLEAR = 0.997  # a character with one reading, or of which no other was ever counted
_LEAST_SHOWN = 0.001


def weigh_readings(found: Iterable[Row], text: str) -> list[Reading]:
    """Return the readings with their confidence and alternatives."""
    known = phrase_tables()
    sources = {one.value: one for one in ReadingSource}
    rule, model, phrase = ReadingSource.RULE, ReadingSource.MODEL, ReadingSource.PHRASE
    make = tuple.__new__
    readings: list[Reading] = []
    for at, reading, value, reason, chances, sure in found:
        source = sources[value]
        if source is model:
            others = tuple(one for one in chances[1:] if one.probability >= _LEAST_SHOWN)
            confidence = min(chances[0].probability, _CLEAR)
        else:
            if source is phrase:
                sure = _ONE_DICTIONARY if reason in known.alone else _PHRASE
            elif source is not rule:
                sure = 0.0
            confidence, others = _rate(text[at], reading, sure)
        # The constructor of a named tuple takes twice as long.
        readings.append(
            make(Reading, (at, at + 1, reading, source, confidence, others, reason, ()))
        )
    return readings


@lru_cache(20_000)
def _rate(char: str, reading: str, sure: float) -> tuple[float, tuple[Chance, ...]]:
    """Return the confidence of a reading, and the other readings of the character.

    `sure` is the confidence of the phrase or rule that decided, 0 if none did. The other readings
    share the rest in proportion to their counts.
    """
    known: PhraseTables = phrase_tables()
    counted = known.chances.get(char, ())
    if not counted:
        usual = known.single[char]
        if not sure or usual == reading:
            return _CLEAR, ()
        return sure, (Chance(usual, 1 - sure),) if usual else ()
    confidence = sure or min(
        _CLEAR, next((one.probability for one in counted if one.reading == reading), _CLEAR)
    )
    rest = [one for one in counted if one.reading != reading]
    total = sum(one.probability for one in rest)
    shares = (Chance(one.reading, (1 - confidence) * one.probability / total) for one in rest)
    return confidence, tuple(one for one in shares if one.probability >= _LEAST_SHOWN)
