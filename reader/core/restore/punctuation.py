"""Half-width marks between hanzi, and stray spaces there, in documents whose marks were folded.

和谐,稳定 -> 和谐，稳定; (试行) -> （试行）. 1.45万, 10:30, 3,600, Latin sentences and (GDP) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind
from reader.core.restore.evidence import DocumentEvidence
from reader.core.restore.hanzi import HANZI, IS_HANZI
from reader.core.restore.plain import is_code
from reader.language.ngram import CharacterModel

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
        before, after = base[at - 1 : at] if at else "", base[at + 1 : at + 2]
        left = IS_HANZI.match(before) or before in _CLOSERS
        right = IS_HANZI.match(after) or after in _OPENERS
        if not before:
            continue
        ends = after in ("", "\n")
        if (left and (right or ends or after == '"')) or (
            mark not in "!?" and (left or right) and _other_side(before, after)
        ):
            yield at, FULL_WIDTH[mark]
    if not evidence.folded:
        return
    for found in _PARENTHESES.finditer(base):
        if IS_HANZI.search(found[1]):
            yield found.start(), "（"
            yield found.end() - 1, "）"


def _other_side(before: str, after: str) -> bool:
    """Tell if a mark with a hanzi on one side only is a Chinese one: 共23,其中 and 增长,5项."""
    return bool(before) and bool(after) and not (before.isdigit() and after.isdigit())


def mark_edit(at: int, mark: str, evidence: DocumentEvidence) -> Edit:
    """Return the edit that makes a mark full-width again."""
    total = evidence.half_marks + evidence.full_marks
    return Edit(
        at,
        at + 1,
        mark,
        RepairKind.PUNCTUATION,
        "punctuation.full_width",
        0.4 if not evidence.folded else 0.95 if evidence.full_marks == 0 else 0.85,
        (Evidence("folded_marks", (str(evidence.half_marks), str(total))),),
        (),
        evidence.folded,
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
