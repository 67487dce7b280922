"""Single spaces inside running text: 和 谐稳定 is 和谐稳定, 第一条 为了 stays."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.forms import may_hold_forms
from reader.language.glosses import may_hold_gloss
from reader.language.hanzi import HANZI, IS_HANZI
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_SPACE = lazy_pattern(rf"(?<=[{HANZI}，。、；：？！”》）])[ ](?=[{HANZI}“《（，。、；：？！”》）])")
_NUMBERED = lazy_pattern(r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款项目]$")
_ATTRACTION = 1.0  # nats by which the two sides are likelier together, for a space to be stray
_MARK = 3.0  # the same behind or before a mark, which needs no space
_PROSE = lazy_pattern("[，,。；;]")
_IN_PROSE = 2.0  # nats for a stray one behind a clause: lists and titles have none before a space
_OWN, _OTHERS = 0.8, 0.5  # how much its own place and the others of the paragraph say of a space
_MOST = 4.0  # nats that a space may be for or against being stray
_ENDS = "，。、；：？！”》"
_BEGINS = "，。、；：？！“《（"


class Spaces:
    """Spaces that a spinner or a web page left, in spun text.

    A stray space tears apart what belongs together; one between names or cells does not: 汪三 詹四.
    The spaces of a paragraph mostly have one cause.
    """

    name = "spaces"
    kinds = frozenset((RepairKind.PUNCTUATION,))
    layer = Layer.PARAGRAPH

    def may_concern(self, text: str, context: Context) -> bool:
        """Tell quickly if anything in a text may be proposed."""
        return " " in text and (may_hold_forms(text) or may_hold_gloss(text))

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each single space inside running text that seems to be stray."""
        if not stretch.kind.spun or " " not in stretch.bare:
            return
        bare, model = stretch.bare_draft, context.model
        found: list[tuple[int, str, float]] = []
        for space in _SPACE.finditer(bare):
            at = space.start()
            before, after = bare[max(0, at - 4) : at], bare[at + 1 : at + 5]
            if _NUMBERED.search(bare[max(0, at - 11) : at]):
                continue
            if IS_HANZI.match(before[-1]) and IS_HANZI.match(after[0]):
                word = before[-2:] + after[:2]
                signs = model.attraction(before, after) - _ATTRACTION
            else:
                word = before[-1] + after[0]
                signs = _MARK if before[-1] in _ENDS or after[0] in _BEGINS else 0.0
            if _PROSE.search(bare, 0, at):
                signs += _IN_PROSE
            found.append((at, word, signs))
        total = sum(signs for _, _, signs in found)
        for at, word, signs in found:
            ratio = _OWN * signs + _OTHERS * (total - signs)
            if ratio > 0:
                place = stretch.origin(at)
                yield Proposal(
                    place,
                    place + 1,
                    "",
                    RepairKind.PUNCTUATION,
                    "spacing.between_hanzi",
                    min(_MOST, ratio),
                    (Evidence("stray_space", (word,)),),
                )
