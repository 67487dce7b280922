"""Doubled and no-break spaces inside words: 人民  政府 is 人民政府."""

from __future__ import annotations

from collections.abc import Iterator

from reader.codepages.encoding import numbers_of
from reader.language.hanzi import HANZI
from reader.language.ngram import CharacterModel
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.lines import DOUBLED as TRIGGER
from reader.repair.lines import find_suspect_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_GAP = lazy_pattern(rf"(?<=[{HANZI}])(?:[ \u3000\xa0]{{2,}}|\xa0)(?=[{HANZI}])")
_NUMBERED = lazy_pattern(r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款项目回卷集]$")
_SENTENCE = lazy_pattern("[，。；！？]")
_CLOSED = ratio_of(0.85)
_SURE, _MAYBE = 4.5, 3.5  # nats by which the word must be likelier without the gap


class DoubledSpaces:
    """Gaps inside words of running text."""

    name = "doubled_spaces"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the gaps to be closed.

        Columns, lists of names and 第二条  为了 stay: there, two spaces are normal typesetting.
        """
        for shift, line in find_suspect_lines(stretch):
            if (TRIGGER.search(line) or "\xa0" in line) and _SENTENCE.search(line):
                yield from _propose_gaps(line, shift, context.model)


def _propose_gaps(line: str, shift: int, model: CharacterModel) -> Iterator[Proposal]:
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
        # The two must be likely next to each other, not just frequent.
        tied = model.rarity(after[0]) - model.cost(one, two, behind[0])
        if gain < _MAYBE or tied < 3:
            continue
        yield Proposal(
            start + shift,
            end + shift,
            "",
            RepairKind.DEBRIS,
            "debris.space",
            _CLOSED if gain >= _SURE else SHOWN,
            (Evidence("stray_space", (before + after,)),),
        )
