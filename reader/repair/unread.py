"""Misread lines that lack too many bytes to be read back: they are marked, named, and stay.

No form, mark or slip is repaired in them; what their bytes say is offered.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.codepages.unread import find_misreading
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

_NOTHING = ratio_of(0.0)


class Unread:
    """Misread lines; the one proposal for a line stands instead of those of other mechanisms."""

    name = "unread"
    kinds = frozenset((RepairKind.ENCODING,))
    layer = Layer.PARAGRAPH

    def may_concern(self, text: str, context: Context) -> bool:
        """Tell quickly if anything in a text may be proposed."""
        return context.may_be_misread

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the mark of a misread line; it offers what the bytes say, if that is known."""
        text = stretch.text
        found = (
            find_misreading(text, context.model, context.misread_as)
            if context.may_be_misread
            else None
        )
        if found is None:
            return
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if is_explained := found.read != "":
            after, rule = found.text.strip(), "encoding.unread"
            reasons = Evidence("unread_as", (found.written, found.read))
            if found.lost:
                reasons = Evidence("unread_lost", (found.written, found.read, found.lost))
        else:
            after, rule, reasons = text[start:end], "encoding.lost", Evidence("unread")
        ratio = SHOWN if is_explained else _NOTHING
        yield Proposal(start, end, after, RepairKind.ENCODING, rule, ratio, (reasons,))
