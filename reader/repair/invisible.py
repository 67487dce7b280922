"""Invisible characters: zero-width spaces, soft hyphens, byte order marks."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.hanzi import IS_HANZI
from reader.repair.calibration import ratio_of
from reader.repair.lines import HIDDEN, find_suspect_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Characters, Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_INVISIBLE = lazy_pattern(f"[{HIDDEN}]+")
_JOINERS = "\u200c\u200d\u200e\u200f"  # Arabic and Hebrew use the direction marks
_BIDI = lazy_pattern("[\u200e\u200f\u202a-\u202e]")
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_NO_TEXT = ratio_of(0.98)


class Invisible:
    """Invisible characters in Chinese text; those in emoji, Arabic and Hebrew stay."""

    name = "invisible"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each run of invisible characters, to be deleted."""
        for shift, line in find_suspect_lines(stretch):
            yield from _propose_runs(line, shift)


def _propose_runs(text: str, shift: int) -> Iterator[Proposal]:
    other_way = None
    for found in _INVISIBLE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if any(char in _JOINERS for char in found[0]) and not (
            _needs_no_joiner(before) and _needs_no_joiner(after)
        ):
            continue
        if not found[0].strip("\xad") and IS_HANZI.search(text) is None:
            continue  # a soft hyphen is of use in Western text
        if _BIDI.search(found[0]):
            if other_way is None:
                other_way = _RIGHT_TO_LEFT.search(text) is not None
            if other_way:  # Arabic and Hebrew need them
                continue
        shown = Characters("".join(dict.fromkeys(found[0])))
        yield Proposal(
            found.start() + shift,
            found.end() + shift,
            "",
            RepairKind.DEBRIS,
            "debris.invisible",
            _NO_TEXT,
            (Evidence("invisible", (shown,)),),
        )


def _needs_no_joiner(char: str) -> bool:
    """Tell if a joiner does nothing next to this character: hanzi, Latin, marks, line ends.

    Between emoji it has a meaning: 👨 + joiner + 👩 is one picture of a family.
    """
    code = ord(char) if char else 0
    return (
        code < 0x0590
        or 0x2E80 <= code < 0xA000
        or 0xFF00 <= code < 0xFFF0
        or 0x20000 <= code < 0x32000
    )
