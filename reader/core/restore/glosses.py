"""Pinyin in parentheses after a hanzi: finds it, and tells whether it is a gloss of that hanzi.

A gloss is a reading of the character before it, as that stands or as what it may stand for:
勞(lao), 筦(guan), 動(dòng)(dong). 总值(GDP), 第(a)项, 他(he), 男人(men) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind
from reader.core.restore.hanzi import HANZI
from reader.core.restore.syllables import SYLLABLE, gloss_of

if TYPE_CHECKING:
    from reader.core.restore.evidence import DocumentEvidence

GLOSS_RUN = re.compile(rf"([{HANZI}])((?:[(（][ \u3000]?{SYLLABLE}[ \u3000]{{0,2}}[)）])+)")
_ONE = re.compile(rf"[(（][ \u3000]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")


class Gloss(NamedTuple):
    """One parenthesis that reads the hanzi before it; offsets are code points in the paragraph."""

    start: int
    end: int
    at: int  # where the hanzi stands
    raw: str  # the reading as it is written
    of: str  # the character it is a reading of: the one there, or the one it may stand for
    repeated: bool


def find_glosses(text: str) -> Iterator[Gloss]:
    """Yield the glosses of a paragraph in order."""
    for run in GLOSS_RUN.finditer(text):
        char, at = run[1], run.start()
        inside = run[2]
        if "(" not in inside[1:] and "（" not in inside[1:]:
            raw = inside[1:-1].strip(" \u3000")
            of = gloss_of(char, raw)
            if of:
                yield Gloss(at + 1, run.end(), at, raw, of, False)
            continue
        repeated = False
        for one in _ONE.finditer(text, at + 1, run.end()):
            of = gloss_of(char, one[1])
            if of:
                yield Gloss(one.start(), one.end(), at, one[1], of, repeated)
                repeated = True


def propose(glosses: list[Gloss], evidence: DocumentEvidence, shift: int) -> Iterator[Edit]:
    """Yield the removal of each gloss; a proposal only, where the document may mean its glosses.

    `shift` is the paragraph's offset in the text.
    """
    applied = evidence.glossed
    confidence = evidence.gloss_confidence
    reason = evidence.gloss_reason
    for gloss in glosses:
        rule = "gloss.repeated" if gloss.repeated else "gloss.removed"
        yield Edit(
            gloss.start + shift,
            gloss.end + shift,
            "",
            RepairKind.GLOSS,
            rule if applied else "gloss.proposed",
            confidence,
            (Evidence("gloss_reading", (gloss.raw, gloss.of)), reason),
            (),
            applied,
        )
