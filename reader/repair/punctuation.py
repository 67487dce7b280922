"""Half-width marks between hanzi, and stray spaces there, in documents whose marks were folded.

和谐,稳定 -> 和谐，稳定; (试行) -> （试行）. 1.45万, 10:30, 3,600, Latin sentences and (GDP) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel
from reader.repair.evidence import DocumentEvidence
from reader.repair.source_code import is_code
from reader.text.align import Change, Edit, Evidence
from reader.text.kinds import RepairKind

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_CLOSERS = "”’》〉）)】」』]％%℃"
_OPENERS = "“‘《〈（(【「『["
_MARK = re.compile("[,:;?!]")
_PARENTHESES = re.compile(r"\(([^()（）\n]{1,60})\)")
_SPACE = re.compile(rf"(?<=[{HANZI}，。、；：？！”》）])[ ](?=[{HANZI}“《（，。、；：？！”》）])")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款项目]$")
_SPACE_GAIN = 6.0  # nats by which the joined reading must be better


def fold_back(base: str, evidence: DocumentEvidence) -> Iterator[tuple[int, str]]:
    """Yield (offset, mark) for each half-width mark of `base` that was full-width.

    Where a few half-width marks are all that the text has, they are yielded, too, to be shown.
    """
    if not evidence.folded and (evidence.full_marks or not evidence.half_marks):
        return
    if is_code(base):
        return
    for found in _MARK.finditer(base):
        at, mark = found.start(), found[0]
        if not at:
            continue
        before, after = base[at - 1], base[at + 1 : at + 2]
        left = IS_HANZI.match(before) or before in _CLOSERS
        right = after and (IS_HANZI.match(after) or after in _OPENERS)
        # One side is enough for 共23,其中 and 增长,5项, both are needed for 好?好.
        both = left and (right or after in ("", '"'))
        if both if mark in "!?" else left or right:
            yield at, FULL_WIDTH[mark]
    if not evidence.folded:
        return
    for found in _PARENTHESES.finditer(base):
        if IS_HANZI.search(found[1]):
            yield found.start(), "（"
            yield found.end() - 1, "）"


def mark_edit(at: int, mark: str, evidence: DocumentEvidence) -> Edit:
    """Return the edit that makes a mark full-width again."""
    change = _mark_change(mark, evidence.half_marks, evidence.full_marks, evidence.folded)
    return Edit(at, at + 1, *change)


@lru_cache(1_000)
def _mark_change(mark: str, half: int, full: int, folded: bool) -> Change:
    """Return what becomes of each mark of a document that has so many of both widths."""
    return Change(
        mark,
        RepairKind.PUNCTUATION,
        "punctuation.full_width",
        0.4 if not folded else 0.95 if full == 0 else 0.85,
        (Evidence("folded_marks", (str(half), str(half + full))),),
        (),
        folded,
    )


def stray_spaces(
    base: str, evidence: DocumentEvidence, model: CharacterModel
) -> Iterator[tuple[int, str]]:
    """Yield (offset, joined word) for each single space that stands inside running text.

    The space of 第一条 为了 stays, and any space in a document that nobody spun.
    """
    if not evidence.spun or " " not in base:
        return
    for found in _SPACE.finditer(base):
        at = found.start()
        before, after = base[max(0, at - 4) : at], base[at + 1 : at + 5]
        if _NUMBERED.search(base[max(0, at - 11) : at]):
            continue
        if not IS_HANZI.match(before[-1]) or not IS_HANZI.match(after[0]):
            yield at, before[-1] + after[0]
            continue
        context = "\n\n" + before
        apart = model.text_cost(" " + after[:2], context)
        joined = model.text_cost(after[:2], context)
        if apart - joined > _SPACE_GAIN and len(before) > 1:
            yield at, before[-2:] + after[:2]


def space_edit(at: int, word: str) -> Edit:
    """Return the edit that closes a gap."""
    return Edit(
        at,
        at + 1,
        "",
        RepairKind.PUNCTUATION,
        "spacing.between_hanzi",
        0.8,
        (Evidence("stray_space", (word,)),),
    )
