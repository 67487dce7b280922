"""Doubled and no-break spaces in the middle of words: 人民  政府 is 人民政府."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.codepages.written import numbers_of
from reader.language.hanzi import HANZI
from reader.language.ngram import character_model
from reader.text.align import Edit, Evidence
from reader.text.kinds import RepairKind

TRIGGER = re.compile(r"[ \u3000\xa0](?<=[^\s].)[ \u3000\xa0]")
_GAP = re.compile(rf"(?<=[{HANZI}])(?:[ \u3000\xa0]{{2,}}|\xa0)(?=[{HANZI}])")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款项目回卷集]$")
_SENTENCE = re.compile("[，。；！？]")
_SURE, _MAYBE = 4.5, 3.5  # nats by which the word must read better closed up


def find_spaces(line: str, shift: int) -> Iterator[Edit]:
    """Yield the edits that close gaps in a line of running text; `shift` is its offset.

    Columns, lists of names and 第二条  为了 stay: two spaces are how such things are set.
    """
    if (not TRIGGER.search(line) and "\xa0" not in line) or not _SENTENCE.search(line):
        return
    model = character_model()
    for gap in _GAP.finditer(line):
        start, end = gap.span()
        if start < 2 or _NUMBERED.search(line[max(0, start - 11) : start]):
            continue
        before, after = line[start - 2 : start], line[end : end + 2]
        one, two, *behind = numbers_of(before + after, model)
        joined = [one, two, *behind]
        apart = [0, 0, *behind]
        gain = sum(
            model.cost(*apart[i : i + 3]) - model.cost(*joined[i : i + 3])
            for i in range(len(behind))
        )
        # Likely beside each other, and not only likely as such.
        tied = model.rarity(after[0]) - model.cost(one, two, behind[0])
        if gain < _MAYBE or tied < 3:
            continue
        sure = gain >= _SURE
        yield Edit(
            start + shift,
            end + shift,
            "",
            RepairKind.DEBRIS,
            "debris.space",
            0.85 if sure else 0.4,
            (Evidence("stray_space", (before + after,)),),
            (),
            sure,
        )
