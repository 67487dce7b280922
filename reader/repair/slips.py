"""Places where text was read out of step with its bytes, and the run behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from reader.repair import byte_slips, gloss_slips
from reader.repair.evidence import DocumentEvidence
from reader.repair.tools import Tools
from reader.text.align import Edit

_NO_BREAK = "\U0010ffff"


def find_slips(text: str, tools: Tools, evidence: DocumentEvidence, shift: int) -> list[Edit]:
    """Return the edits of a paragraph's slips, sorted.

    A gloss in a break says most, so it is looked for first.
    """
    edits: list[Edit] = []
    if gloss_slips.suspicious(text):
        edits += gloss_slips.find_gloss_slips(text, tools, evidence, shift)
    searched = _without_known(text, tools.explained, shift) if tools.broken else text
    if tools.broken and byte_slips.suspicious(searched):
        taken = [(edit.start, edit.end) for edit in edits]
        for edit in byte_slips.find_byte_slips(searched, tools, evidence, shift):
            if not any(low < edit.end and edit.start < high for low, high in taken):
                edits.append(edit)
    edits.sort(key=attrgetter("start"))
    return edits


def _without_known(text: str, places: Sequence[int], shift: int) -> str:
    """Put something that no code page holds in place of the losses that are no break.

    In 劳动关\ufffd和谐 nothing was read out of step if E7 B3 stands behind the U+FFFD.
    """
    low = bisect_left(places, shift)
    high = bisect_left(places, shift + len(text))
    if low == high:
        return text
    chars = list(text)
    for place in places[low:high]:
        chars[place - shift] = _NO_BREAK
    return "".join(chars)
