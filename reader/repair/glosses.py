"""Pinyin inserted after a hanzi: 勞(lao)動(dòng)(dong) is 勞動.

A gloss in clean text may be meant, as 重(chóng)庆 in a textbook; the document tells which. A
damaged page has one for every third character, so they are not proposed one by one.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.language.glosses import GlossContent, may_hold_gloss
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.profile import DocumentProfile
from reader.repair.proposal import Proposal
from reader.text.align import Change
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind


class Glosses:
    """The glosses of a document: all are damage, or all may be meant."""

    name = "glosses"
    kinds = frozenset((RepairKind.GLOSS,))
    layer = Layer.PARAGRAPH

    def may_concern(self, text: str, context: Context) -> bool:
        """Tell quickly if anything in a text may be proposed."""
        return may_hold_gloss(text)

    def propose(self, stretch: Stretch, context: Context) -> Iterable[Proposal]:
        """Propose nothing; `GlossChanges` says what becomes of glosses."""
        return ()


def rule_of_gloss(reading: GlossContent, profile: DocumentProfile) -> str:
    """Return the rule by which a gloss of a document is removed, or proposed to be."""
    if not profile.glossed:
        return "gloss.proposed"
    return "gloss.repeated" if reading.repeated else "gloss.removed"


class GlossChanges(dict[GlossContent, Change]):
    """The changes for the glosses of a document; equal glosses share one change."""

    def __init__(self, profile: DocumentProfile) -> None:
        super().__init__()
        self._profile = profile
        self.applied = profile.glossed

    def __missing__(self, reading: GlossContent) -> Change:
        profile = self._profile
        change = self[reading] = Change(
            "",
            RepairKind.GLOSS,
            rule_of_gloss(reading, profile),
            profile.gloss_confidence,
            (Evidence("gloss_reading", (reading.raw, reading.of)), profile.gloss_reason),
            (),
            profile.glossed,
        )
        return change
