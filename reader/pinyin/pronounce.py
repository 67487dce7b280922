"""Readings in context, one a hanzi: what other parts of the reader ask for.

A phrase of the dictionaries wins, then a rule for a function word, then the context model, then
the usual reading; `reader/pinyin/` holds one of these a file. They are imported at
first use, so that the window starts without them.

pypinyin is the base: its phrases and first readings, corrected, are compiled into tables, because
loading its dictionaries takes 0.3 s and 54 MB; other ways to write a syllable are its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.pinyin.options import ReadingOptions
from reader.pinyin.reading import Chance, Reading, ReadingSource
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style

if TYPE_CHECKING:
    from reader.pinyin.resolve import Found
    from reader.pinyin.user_readings import UserReadings

__all__ = [
    "Chance",
    "Reading",
    "ReadingOptions",
    "ReadingSource",
    "Sandhi",
    "Style",
    "pronounce",
    "readings",
    "warm_up",
]

_AS_IT_IS = ReadingOptions()


def readings(
    text: str,
    *,
    options: ReadingOptions = _AS_IT_IS,
    gloss: Mapping[int, str] | None = None,
    user: UserReadings | None = None,
    pinned: Mapping[int, str] | None = None,
) -> list[Reading]:
    """Return the reading of each hanzi that has one, in order; never raises on any str.

    `gloss` says what the document itself says of text[place], with or without tone; `user` holds
    the user's words, `pinned` what the user set for single places. Offsets are code points. With
    `options.words` there is one entry a word: its spelling, the source of its least sure
    syllable, and that syllable's confidence.
    """
    from reader.pinyin.engine import made

    return made(text, options=options, gloss=gloss or {}, user=user, pinned=pinned or {})


def pronounce(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, pinyin) for each hanzi with a known reading, in order.

    Offsets are half-open code points, one character each; readings carry tone marks. Tone changes
    in speech are not written: 一 is always yī and 不 always bù. Never raises on any str.
    """
    return [(one.at, one.at + 1, one.reading) for one in _resolved(text)]


def warm_up() -> None:
    """Load segmenter, tables, rules and model (about 0.3 s); safe in any thread, any time."""
    pronounce("重要调解机制为")
    _resolved("颉")  # the model


def _resolved(text: str) -> list[Found]:
    from reader.pinyin.model import context_model
    from reader.pinyin.resolve import resolve
    from reader.pinyin.runs import runs_of

    return resolve(text, runs_of(text), context_model())
