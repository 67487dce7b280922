"""What single characters mean as parts of words: 关 to close, 系 system, 度 degree.

A dictionary lists the senses of a character by itself, and the first is often none that it has in
words: 关 is "mountain pass" there, 项 "back of the neck". `characters.tsv` has a line for each
reading that matters, the most frequent one first.
"""

from __future__ import annotations

from functools import lru_cache

from reader.pinyin.spelling import split_tone
from reader.study.dictionary.entry import Entry, EntrySource
from reader.study.dictionary.glossary import Glossary
from reader.text.resources import resource_path


def character_entries(char: str, reading: str = "") -> tuple[Entry, ...]:
    """Return what a character means in words where it is read so, one entry or none.

    `reading` has a tone mark. A neutral tone may stand for any (系 in guānxi); without a reading
    the most frequent one counts. There is nothing where the table lacks the reading.
    """
    listed = _table().entries(char)
    if not reading:
        return listed[:1]
    spoken, tone = split_tone(reading)
    for one in listed:
        if split_tone(one.pinyin) == (spoken, tone):
            return (one,)
    if tone:
        return ()
    return next(((one,) for one in listed if split_tone(one.pinyin)[0] == spoken), ())


@lru_cache(maxsize=1)
def _table() -> Glossary:
    return Glossary(
        resource_path("data", "characters.tsv").read_text("utf-8"), EntrySource.GLOSSARY
    )
