"""The readings that the glosses of a document give, and where they disagree with ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.language.segment import HANZI
from reader.pinyin.engine import agrees
from reader.pinyin.pronounce import find_readings
from reader.pinyin.reading import Reading
from reader.pinyin.user_readings import UserReadings, parse_readings
from reader.text.document import Document
from reader.text.kinds import RepairKind


class Disagreement(NamedTuple):
    """A gloss that disagrees with the reading in context: one of the two is wrong.

    Offsets are code points: source[source_start:source_end] is the gloss, text[place] the hanzi in
    the clean text. `said` is the syllable of the gloss, with its tone mark if it has one.
    """

    source_start: int
    source_end: int
    place: int
    hanzi: str
    said: str
    reading: Reading


def map_gloss_readings(document: Document) -> dict[int, str]:
    """Return offset in the clean text -> syllable that the gloss removed after it gives."""
    return {place: said for place, said, _, _ in _find_glosses(document)}


def find_disagreements(
    document: Document,
    user: UserReadings | None = None,
    pinned: Mapping[int, str] | None = None,
) -> tuple[Disagreement, ...]:
    """Return the glosses that differ from the reading in context, or from the user's, in order.

    In 区長(cháng) the gloss is wrong. A gloss without a tone agrees with every tone.
    """
    glosses = _find_glosses(document)
    if not glosses:
        return ()
    computed = {one.start: one for one in find_readings(document.text, user=user, pinned=pinned)}
    return tuple(
        Disagreement(start, end, place, document.text[place], said, computed[place])
        for place, said, start, end in glosses
        if place in computed and not agrees(said, computed[place].pinyin)
    )


def _find_glosses(document: Document) -> list[tuple[int, str, int, int]]:
    """Return (offset of the hanzi, syllable, source start, source end) of each removed gloss."""
    found = []
    for repair in document.repairs:
        place = repair.clean_start - 1
        if repair.kind is not RepairKind.GLOSS or not repair.applied or repair.after or place < 0:
            continue
        said = syllable_of_gloss(document.text[place], repair.before)
        if said:
            found.append((place, said, repair.source_start, repair.source_end))
    return found


def syllable_of_gloss(char: str, gloss: str) -> str | None:
    """Return the syllable of a gloss after `char`, None if it is no syllable or `char` no hanzi."""
    syllable = parse_readings(char, gloss.strip("()（） \u3000")) if HANZI.match(char) else None
    return syllable[0] if syllable else None
