"""Pinyin in parentheses after a hanzi: finds it, and tells whether it is a gloss of that hanzi.

A gloss is a reading of the character before it, as that stands or as what it may stand for:
勞(lao), 筦(guan), 動(dòng)(dong). 总值(GDP), 第(a)项, 他(he), 男人(men) are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind
from reader.core.restore.hanzi import is_hanzi
from reader.core.restore.syllables import SYLLABLE, gloss_of

if TYPE_CHECKING:
    from reader.core.restore.evidence import DocumentEvidence

_CONTENT = re.compile(rf"[ \u3000]?{SYLLABLE}[ \u3000]{{0,2}}")


class Gloss(NamedTuple):
    """One parenthesis that reads the hanzi before it; offsets are code points in the paragraph."""

    start: int
    end: int
    at: int  # where the hanzi stands
    raw: str  # the reading as it is written
    of: str  # the character it is a reading of: the one there, or the one it may stand for
    repeated: bool


def find_glosses(text: str) -> list[Gloss]:
    """Return the glosses of a paragraph in order."""
    found: list[Gloss] = []
    make = tuple.__new__
    # Split and not searched: a damaged page has a gloss for every fourth character, and a match
    # object for each would take half of the time.
    if "（" in text:
        text = text.replace("（", "(").replace("）", ")")
    parts = text.split("(")
    start, base, repeated = len(parts[0]), parts[0][-1:], False
    at = start - 1
    for part in parts[1:]:
        content, closed, rest = part.partition(")")
        end = start + len(content) + 2
        of = _of(base, content) if closed and base else None
        if of:
            found.append(make(Gloss, (start, end, at, content.strip(), of, repeated)))
            repeated = True
        start += len(part) + 1
        if rest or of is None:
            base, at, repeated = part[-1:], start - 1, False
    return found


@lru_cache(50_000)
def _of(char: str, content: str) -> str | None:
    """Return what character a parenthesis behind `char` reads; "" if it is a syllable of another.

    None means that it is no syllable, and that a gloss behind it is not one of `char`. A document
    says the same few hundred pairs again and again.
    """
    if not is_hanzi(char) or not _CONTENT.fullmatch(content):
        return None
    return gloss_of(char, content.strip())


class Remover:
    """Proposes the removal of glosses; only shows them where the document may mean them.

    Holds what all glosses of a document share, and each distinct gloss once.
    """

    def __init__(self, evidence: DocumentEvidence) -> None:
        self._applied = evidence.glossed
        self._confidence = evidence.gloss_confidence
        self._reason = evidence.gloss_reason
        self._known: dict[tuple[str, str, bool], tuple[object, ...]] = {}

    def propose(self, glosses: list[Gloss], shift: int) -> list[Edit]:
        """Return one edit a gloss; `shift` is the paragraph's offset in the text."""
        known = self._known
        edits: list[Edit] = []
        make = tuple.__new__
        for start, end, _, raw, of, repeated in glosses:
            rest = known.get((raw, of, repeated))
            if rest is None:
                rest = known[raw, of, repeated] = self._rest(raw, of, repeated)
            edits.append(make(Edit, (start + shift, end + shift) + rest))
        return edits

    def _rest(self, raw: str, of: str, repeated: bool) -> tuple[object, ...]:
        """Return the fields of an edit behind its span."""
        rule = "gloss.repeated" if repeated else "gloss.removed"
        return (
            "",
            RepairKind.GLOSS,
            rule if self._applied else "gloss.proposed",
            self._confidence,
            (Evidence("gloss_reading", (raw, of)), self._reason),
            (),
            self._applied,
        )
