"""ASCII characters that were swallowed where a run out of step ends: 花?.5 was 花1.5.

The decoder took the last byte of the run and the character behind it for one pair, found none, and
wrote '?'. One byte is gone. Nobody can tell a digit, so the '?' stays and is marked as lost. A
bracket can be told where its sentence has the other one.
"""

from __future__ import annotations

import re

from reader.repair.calibration import EATEN_BRACKET, ratio_of
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.repair import LOST

_SENTENCE_END = re.compile("[。！？!\r\n]")
_CLOSING = {"(": ")", "（": "）"}
_OPENING = {close: mark for mark, close in _CLOSING.items()}
# What closes nothing: :) and the number of an item, 1) or a）.
_ALONE = re.compile(r"(?:[:;：；]-?|(?<![\w.])(?:[0-9]{1,2}|[A-Za-z]))[)）]$")
_NEAR = 3  # characters before a bracket that say so
_LOSSES = re.compile("[?\ufffd]")
_EATEN = Evidence("eaten")
_NOTHING, _BRACKET = ratio_of(0.0), ratio_of(EATEN_BRACKET)


def propose_hole(text: str, at: int, before: str) -> Proposal:
    """Return what is said of the '?' at text[at], which swallowed a character.

    `before` is the clean text before it.
    """
    bracket = find_bracket(before, text[at + 1 :])
    if bracket is None:
        return Proposal(at, at + 1, text[at], RepairKind.ENCODING, LOST, _NOTHING, (_EATEN,))
    reason = Evidence("unpaired", (_CLOSING.get(bracket) or _OPENING[bracket],))
    return Proposal(
        at, at + 1, bracket, RepairKind.SLIP, "slip.byte", _BRACKET, (_EATEN, reason), damaged=True
    )


def find_bracket(before: str, after: str) -> str | None:
    """Return the bracket that a sentence lacks between two texts, None if it lacks none.

    It lacks ）in 共有人（以下简称业主 … 应当, and none if it may stand at another loss.
    """
    begins = [found.end() for found in _SENTENCE_END.finditer(before)]
    before = before[begins[-1] if begins else 0 :]
    after = _SENTENCE_END.split(after, 1)[0]
    if _LOSSES.search(before) or _LOSSES.search(after):
        return None
    opened, unopened = _unpaired(before)
    others, closes = _unpaired(after)
    if unopened or others or len(opened) + len(closes) != 1:
        return None
    return _CLOSING[opened[0]] if opened else _OPENING[closes[0]]


def _unpaired(text: str) -> tuple[list[str], list[str]]:
    """Return the brackets that are opened and not closed, and those closed and not opened."""
    opened: list[str] = []
    unopened: list[str] = []
    for at, char in enumerate(text):
        if char in _CLOSING:
            opened.append(char)
        elif char in _OPENING:
            if opened:
                opened.pop()
            elif not _ALONE.search(text, max(0, at - _NEAR), at + 1):
                unopened.append(char)
    return opened, unopened
