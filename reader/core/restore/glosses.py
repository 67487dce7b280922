"""Pinyin in parentheses after a hanzi: finds it, and tells whether it is a gloss of that hanzi.

A gloss is a reading of the character before it, as that stands or as what it may stand for:
勞(lao), 筦(guan), 動(dòng)(dong). 总值(GDP), 第(a)项, 他(he), 男人(men) are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.core.align import Change, Evidence
from reader.core.kinds import RepairKind
from reader.core.restore.hanzi import is_hanzi
from reader.core.restore.syllables import SYLLABLE, gloss_of

if TYPE_CHECKING:
    from reader.core.restore.evidence import DocumentEvidence

_PARENTHESIS = re.compile(rf"[(（]([ \u3000]?{SYLLABLE}[ \u3000]{{0,2}})[)）]")


class Reading(NamedTuple):
    """What a gloss says; all glosses that say the same share one."""

    raw: str  # the reading as it is written
    of: str  # the character it is a reading of: the one there, or the one it may stand for
    repeated: bool


class Gloss(NamedTuple):
    """One parenthesis that reads the hanzi before it; offsets are code points in the paragraph."""

    start: int
    end: int
    at: int  # where the hanzi stands
    raw: str
    of: str
    repeated: bool


class Glosses(NamedTuple):
    """The glosses of a paragraph, column by column: a damaged page has thousands.

    `ats` says where the hanzi stand; `kept` are the pieces of text before, between and behind.
    """

    starts: list[int]
    ends: list[int]
    ats: list[int]
    readings: list[Reading]
    kept: list[str]

    @classmethod
    def none(cls) -> Glosses:
        """Return what a text without glosses has."""
        return cls([], [], [], [], [])


def find_glosses(text: str) -> list[Gloss]:
    """Return the glosses of a paragraph in order."""
    starts, ends, ats, readings, _ = split_glosses(text)
    return [
        Gloss(start, end, at, *reading)
        for start, end, at, reading in zip(starts, ends, ats, readings, strict=True)
    ]


def split_glosses(text: str, shift: int = 0) -> Glosses:
    """Return the same as columns; `shift` is the paragraph's offset in the whole text."""
    # Split and not searched: a match object for each would take half of the time.
    pieces = _PARENTHESIS.split(text)
    starts: list[int] = []
    ends: list[int] = []
    ats: list[int] = []
    readings: list[Reading] = []
    base, at, repeated = "", shift, False
    end = shift
    one_by_one = iter(pieces)
    for piece, content in zip(one_by_one, one_by_one, strict=False):
        start = end + len(piece)
        end = start + len(content) + 2
        if piece:
            base, at, repeated = piece[-1], start - 1, False
        reading = _reading(base, content, repeated)
        if reading is None:
            base = ""
        elif reading.of:
            starts.append(start)
            ends.append(end)
            ats.append(at)
            readings.append(reading)
            repeated = True
    kept = pieces[::2]
    if len(kept) != len(starts) + 1:  # some parentheses stay where they are
        lows = [0, *(end - shift for end in ends)]
        highs = [*(start - shift for start in starts), len(text)]
        kept = [text[low:high] for low, high in zip(lows, highs, strict=True)]
    return Glosses(starts, ends, ats, readings, kept)


@lru_cache(50_000)
def _reading(char: str, content: str, repeated: bool) -> Reading | None:
    """Return what a parenthesis behind `char` reads; of "" if it is a syllable of another.

    None means that `char` is no hanzi, and that a gloss behind it is not one of `char`. A document
    says the same few hundred pairs again and again.
    """
    if not is_hanzi(char):
        return None
    raw = content.strip()
    return Reading(raw, gloss_of(char, raw), repeated)


class Remover:
    """Proposes the removal of glosses; only shows them where the document may mean them."""

    def __init__(self, evidence: DocumentEvidence) -> None:
        self.applied = evidence.glossed
        self._confidence = evidence.gloss_confidence
        self._reason = evidence.gloss_reason

    def changes(self, readings: list[Reading]) -> list[Change]:
        """Return what becomes of each gloss; those that say the same share one change."""
        made = {reading: self._change(reading) for reading in set(readings)}
        return [made[reading] for reading in readings]

    def _change(self, reading: Reading) -> Change:
        rule = "gloss.repeated" if reading.repeated else "gloss.removed"
        return Change(
            "",
            RepairKind.GLOSS,
            rule if self.applied else "gloss.proposed",
            self._confidence,
            (Evidence("gloss_reading", (reading.raw, reading.of)), self._reason),
            (),
            self.applied,
        )
