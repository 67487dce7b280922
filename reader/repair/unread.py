"""Lines decoded in an encoding that is not read back: they are marked, named, and stay as they are.

鼠侗欸羲爛僅馱釬 is GBK decoded as Big5. No form, mark or slip is repaired in it; what its bytes say
is offered.
"""

from __future__ import annotations

from reader.codepages.unread import Misreading
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

_NOTHING = ratio_of(0.0)


def mark_unread(text: str, misreading: Misreading) -> Proposal:
    """Return the proposal that marks a line; it offers what the bytes say, if that is known."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if not misreading.read:
        return Proposal(
            start,
            end,
            text[start:end],
            RepairKind.ENCODING,
            "encoding.lost",
            _NOTHING,
            (Evidence("unread"),),
        )
    return Proposal(
        start,
        end,
        misreading.text.strip(),
        RepairKind.ENCODING,
        "encoding.unread",
        SHOWN,
        (Evidence("unread_as", (misreading.written, misreading.read)),),
    )
