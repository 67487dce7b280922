"""Places where text was read out of step with its bytes, and the run behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from reader.core.align import Edit
from reader.core.restore import byte_slips, gloss_slips
from reader.core.restore.evidence import DocumentEvidence
from reader.core.restore.tools import Tools


def find_slips(text: str, tools: Tools, evidence: DocumentEvidence, shift: int) -> list[Edit]:
    """Return the edits of a paragraph's slips, sorted.

    A gloss in a break says most, so it is looked for first.
    """
    edits: list[Edit] = []
    if gloss_slips.suspicious(text):
        edits += gloss_slips.find_gloss_slips(text, tools, evidence, shift)
    if tools.broken and byte_slips.suspicious(text):
        taken = [(edit.start, edit.end) for edit in edits]
        for edit in byte_slips.find_byte_slips(text, tools, evidence, shift):
            if not any(low < edit.end and edit.start < high for low, high in taken):
                edits.append(edit)
    edits.sort(key=attrgetter("start"))
    return _without_known(edits, tools.spoken_for) if tools.spoken_for else edits


def _without_known(edits: list[Edit], places: Sequence[int]) -> list[Edit]:
    """Leave out the runs that begin or end in a loss of which the bytes are known.

    In 劳动关\ufffd和谐 nothing was read out of step if E7 B3 stands behind the U+FFFD.
    """
    kept: list[Edit] = []
    dropped = -1
    for edit in edits:
        at = bisect_left(places, edit.start)
        if edit.start == dropped or (at < len(places) and places[at] < edit.end):
            dropped = edit.end
        else:
            kept.append(edit)
    return kept
