"""The user's style of punctuation: one sort of quotation marks, half-width digits and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from reader.repair.calibration import ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

QUOTES_RULE, DIGITS_RULE = "user.quotes", "user.digits"
_CURLY, _CORNER = "“”‘’", "「」『』"
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
STYLED = re.compile(f"[{_CURLY}{_CORNER}０-９Ａ-Ｚａ-ｚ]")
"""Anything that a style may change."""
_TO_HALF_WIDTH = {
    code: code - 0xFEE0
    for code in chain(range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B))
}
_WANTED = ratio_of(0.999)  # the user says so; what the bytes say still comes first


class QuotationStyle:
    """Quotation marks in the style of the user: 「一」 becomes “一”, or the other way round."""

    name = "quotation_style"
    kinds = frozenset((RepairKind.PUNCTUATION,))
    layer = Layer.PARAGRAPH

    def __init__(self, style: str) -> None:
        """Take the outer pair of the style, “” or 「」."""
        wanted, other = (_CURLY, _CORNER) if style == _CURLY[:2] else (_CORNER, _CURLY)
        self._becomes = dict(zip(other, wanted, strict=True))
        # It’s: an apostrophe is no quotation mark.
        self._marks = re.compile(f"[{other}](?<!(?<=[A-Za-z])’(?=[A-Za-z]))")
        self._evidence = (Evidence("user_quotes", (style,)),)

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each mark of the other style."""
        for found in self._marks.finditer(stretch.text):
            yield Proposal(
                found.start(),
                found.end(),
                self._becomes[found[0]],
                RepairKind.PUNCTUATION,
                QUOTES_RULE,
                _WANTED,
                self._evidence,
            )


class DigitStyle:
    """Full-width digits and letters become half-width: ２０２４年 is 2024年."""

    name = "digit_style"
    kinds = frozenset((RepairKind.PUNCTUATION,))
    layer = Layer.PARAGRAPH

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each run of full-width digits and letters."""
        for found in _WIDE.finditer(stretch.text):
            yield Proposal(
                found.start(),
                found.end(),
                found[0].translate(_TO_HALF_WIDTH),
                RepairKind.PUNCTUATION,
                DIGITS_RULE,
                _WANTED,
                (Evidence("user_digits"),),
            )
