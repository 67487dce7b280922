"""What the glosses of a document say of its readings, and where the two disagree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.language.segment import HANZI
from reader.pinyin.engine import agrees
from reader.pinyin.pronounce import readings
from reader.pinyin.reading import Reading
from reader.pinyin.user_readings import UserReadings, parsed
from reader.text.document import Document
from reader.text.kinds import RepairKind


class Disagreement(NamedTuple):
    """A gloss and the reading in context that do not agree: one of the two is wrong.

    Offsets are code points: `source_start` and `source_end` span the gloss in the source, `place`
    is the hanzi in the clean text. `said` is the gloss with its tone mark, or without a tone.
    """

    source_start: int
    source_end: int
    place: int
    hanzi: str
    said: str
    reading: Reading


def gloss_readings(document: Document) -> dict[int, str]:
    """Return place in the clean text -> what a removed gloss says of it, with tone mark if any."""
    return {place: said for place, said, _, _ in _glosses(document)}


def disagreements(
    document: Document,
    user: UserReadings | None = None,
    pinned: Mapping[int, str] | None = None,
) -> tuple[Disagreement, ...]:
    """Return the glosses that differ from the reading in context, or the user's, in order.

    区長(cháng) is one: the gloss is wrong. A gloss without a tone agrees with every tone.
    """
    glosses = _glosses(document)
    if not glosses:
        return ()
    computed = {one.start: one for one in readings(document.text, user=user, pinned=pinned)}
    return tuple(
        Disagreement(start, end, place, document.text[place], said, computed[place])
        for place, said, start, end in glosses
        if place in computed and not agrees(said, computed[place].pinyin)
    )


def _glosses(document: Document) -> list[tuple[int, str, int, int]]:
    """Return (place, what is said, source start, source end) of each gloss that was removed."""
    found = []
    for repair in document.repairs:
        place = repair.clean_start - 1
        if repair.kind is not RepairKind.GLOSS or not repair.applied or repair.after or place < 0:
            continue
        said = said_of(document.text[place], repair.before)
        if said:
            found.append((place, said, repair.source_start, repair.source_end))
    return found


def said_of(char: str, gloss: str) -> str | None:
    """Return the syllable that a gloss behind a hanzi gives, None if it gives none."""
    syllable = parsed(char, gloss.strip("()（） \u3000")) if HANZI.match(char) else None
    return syllable[0] if syllable else None
