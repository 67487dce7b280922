"""The first draft of a text: all forms replaced that can mean only one thing, but where they stay.

㐅、厵、鱻 in a list are what the text is about, so is 峯（峰）; 嘅 in written
Cantonese is no 慨.
"""

from __future__ import annotations

from reader.core.restore.dialect import CANTONESE
from reader.core.restore.evidence import DocumentEvidence
from reader.core.restore.forms import FormTable
from reader.core.restore.listed import compared, listed


def drafted(text: str, table: FormTable, evidence: DocumentEvidence) -> str:
    """Return the draft of a text, as long as the text."""
    draft = text.translate(table.draft)
    if draft == text:
        return draft
    shown = listed(text)
    # What stands in brackets or quotation marks only is proposed elsewhere.
    meant = frozenset[int]() if evidence.quoted else compared(text)
    if not shown and not meant and not evidence.cantonese:
        return draft
    return "".join(
        was
        if was != now
        and (
            at in meant
            or (at in shown and not table.plans[was].traditional)
            or (evidence.cantonese and was in CANTONESE)
        )
        else now
        for at, (was, now) in enumerate(zip(text, draft, strict=True))
    )
