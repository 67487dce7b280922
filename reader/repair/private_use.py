"""Private-use characters: an icon, or a rare hanzi in a special font."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.repair.calibration import ratio_of
from reader.repair.lines import find_suspect_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Characters, Evidence
from reader.text.kinds import RepairKind

_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_SHOWN = 8
_POINTED_OUT = ratio_of(0.3)


class PrivateUse:
    """Characters that mean nothing without their font; they are marked and stay."""

    name = "private_use"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each run of private-use characters."""
        for shift, text in find_suspect_lines(stretch):
            for found in _PRIVATE.finditer(text):
                shown = Characters("".join(dict.fromkeys(found[0][:_SHOWN])))
                yield Proposal(
                    found.start() + shift,
                    found.end() + shift,
                    "",
                    RepairKind.DEBRIS,
                    "debris.private_use",
                    _POINTED_OUT,
                    (Evidence("private_use", (shown,)),),
                )
