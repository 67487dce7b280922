"""Places where text was read out of step with its bytes, and the run behind them."""

from __future__ import annotations

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
    return edits
