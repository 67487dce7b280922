"""The readings of a text in context, one per hanzi: the interface of this folder.

A phrase of the dictionaries wins, then a rule for a function word, then the context model, then
the most common reading; each has a file of its own here. They are imported on first use, so that
the window starts without them.

pypinyin is the base: its phrases and first readings, corrected, are compiled into tables, because
loading its dictionaries takes 0.3 s and 54 MB. It also converts between the ways to write pinyin.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.pinyin.options import ReadingOptions
from reader.pinyin.reading import Chance, Reading, ReadingSource
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style

if TYPE_CHECKING:
    from reader.language.own_segments import OwnSegments
    from reader.pinyin.resolve import Row
    from reader.pinyin.user_readings import UserReadings

__all__ = [
    "Chance",
    "Reading",
    "ReadingOptions",
    "ReadingSource",
    "Sandhi",
    "Style",
    "find_readings",
    "pronounce",
    "warm_up",
]

_AS_IT_IS = ReadingOptions()


def find_readings(
    text: str,
    *,
    options: ReadingOptions = _AS_IT_IS,
    gloss: Mapping[int, str] | None = None,
    user: UserReadings | None = None,
    pinned: Mapping[int, str] | None = None,
    own: OwnSegments | None = None,
) -> list[Reading]:
    """Return the reading of each hanzi that has one, in order; never raises on any str.

    `gloss` maps offsets (code points) to the syllables that the document's own glosses give, with
    or without tone; `user` holds the user's words, `pinned` maps offsets to readings that the user
    set there; `own` is how the user cuts words. With `options.words` there is one entry per word:
    its spelling, with the source and the confidence of its least sure syllable.

    >>> [one.pinyin for one in find_readings("为群众办事")]
    ['wèi', 'qún', 'zhòng', 'bàn', 'shì']
    >>> [one.pinyin for one in find_readings("西安", options=ReadingOptions(words=True))]
    ["Xī'ān"]
    """
    from reader.pinyin.engine import make_readings

    return make_readings(
        text, options=options, gloss=gloss or {}, user=user, pinned=pinned or {}, own=own
    )


def pronounce(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, pinyin) for each hanzi with a known reading, in order.

    Offsets are half-open code points and span one character; readings have tone marks. Tone sandhi
    is not written: 一 is always yī and 不 always bù. Never raises on any str.

    >>> pronounce("区长")
    [(0, 1, 'qū'), (1, 2, 'zhǎng')]
    """
    return [(at, at + 1, reading) for at, reading, _, _, _, _ in _resolve(text)]


def warm_up() -> None:
    """Load segmenter, tables, rules and model in advance (about 0.3 s); safe in any thread."""
    pronounce("重要调解机制为")
    _resolve("颉")  # the model


def _resolve(text: str) -> list[Row]:
    from reader.pinyin.model import context_model
    from reader.pinyin.resolve import resolve
    from reader.pinyin.runs import find_runs

    return resolve(text, find_runs(text), context_model())
