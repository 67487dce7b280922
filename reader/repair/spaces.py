"""Single spaces inside running text: 和 谐稳定 is 和谐稳定, 第一条 为了 stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.hanzi import HANZI, IS_HANZI
from reader.repair.calibration import ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

_SPACE = re.compile(rf"(?<=[{HANZI}，。、；：？！”》）])[ ](?=[{HANZI}“《（，。、；：？！”》）])")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款项目]$")
_GAIN = 6.0  # nats by which the text must be likelier without the space
_STRAY = ratio_of(0.8)


class Spaces:
    """Spaces that a spinner or a web page left, in a spun document."""

    name = "spaces"
    kinds = frozenset((RepairKind.PUNCTUATION,))
    layer = Layer.PARAGRAPH

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each single space inside running text."""
        if not stretch.kind.spun or " " not in stretch.bare:
            return
        bare, model = stretch.bare_draft, context.model
        for found in _SPACE.finditer(bare):
            at = found.start()
            before, after = bare[max(0, at - 4) : at], bare[at + 1 : at + 5]
            if _NUMBERED.search(bare[max(0, at - 11) : at]):
                continue
            word = before[-1] + after[0]
            if IS_HANZI.match(before[-1]) and IS_HANZI.match(after[0]):
                word = before[-2:] + after[:2]
                context_before = "\n\n" + before
                apart = model.text_cost(" " + after[:2], context_before)
                joined = model.text_cost(after[:2], context_before)
                if apart - joined <= _GAIN or len(before) < 2:
                    continue
            place = stretch.origin(at)
            reasons = (Evidence("stray_space", (word,)),)
            yield Proposal(
                place,
                place + 1,
                "",
                RepairKind.PUNCTUATION,
                "spacing.between_hanzi",
                _STRAY,
                reasons,
            )
