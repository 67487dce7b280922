"""The first draft of a text: all forms replaced that can mean only one thing, but where they stay.

㐅、厵、鱻 in a list are what the text is about, so is 峯（峰）; 嘅 in written
Cantonese is no 慨.
"""

from __future__ import annotations

import re
from functools import cache

from reader.language import form_words as words
from reader.language.dialect import CANTONESE
from reader.language.forms import table
from reader.repair.mentions import find_compared, find_listed
from reader.repair.profile import DocumentProfile


def draft(text: str, profile: DocumentProfile) -> str:
    """Return the draft of a text, as long as the text."""
    forms = table()
    written = text.translate(forms.draft)
    if written == text:
        return text
    kept = _kept()
    if kept.search(text):
        pieces: list[str] = []
        at = 0
        for word in kept.finditer(text):
            pieces += written[at : word.start()], word[0]
            at = word.end()
        written = "".join(pieces) + written[at:]
    shown = find_listed(text)
    # What stands in brackets or quotation marks only is proposed elsewhere.
    meant = frozenset[int]() if profile.quoted else find_compared(text)
    if not shown and not meant and not profile.cantonese:
        return written
    return "".join(
        was
        if was != now
        and (
            at in meant
            or (at in shown and not forms.plans[was].traditional)
            or (profile.cantonese and was in CANTONESE)
        )
        else now
        for at, (was, now) in enumerate(zip(text, written, strict=True))
    )


@cache
def _kept() -> re.Pattern[str]:
    """Return a pattern for words that are right with a form that is replaced elsewhere: 凌濛初."""
    draft = table().draft
    found = [word for word in words.kept() if word.translate(draft) != word]
    return re.compile("|".join(found) or "(?!)")
