"""Makes the draft of a text, with every form replaced that can mean only one thing.

It stays where the text is about it, as in the list 㐅、厵、鱻 or in 峯（峰）, and in Cantonese,
where 嘅 is not 慨.
"""

from __future__ import annotations

import re
from functools import cache

from reader.language import form_words as words
from reader.language.dialect import CANTONESE
from reader.language.forms import form_table
from reader.repair.mentions import find_compared, find_listed
from reader.repair.profile import DocumentProfile


def draft(text: str, profile: DocumentProfile) -> str:
    """Return the draft of a text; it has the same length as the text."""
    forms = form_table()
    written = text.translate(forms.draft)
    if written == text:
        return text
    kept = _kept_words_pattern()
    if kept.search(text):
        pieces: list[str] = []
        at = 0
        for word in kept.finditer(text):
            pieces += written[at : word.start()], word[0]
            at = word.end()
        written = "".join(pieces) + written[at:]
    shown = find_listed(text)
    # If all forms are in quotations, `Forms` proposes them one by one.
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
def _kept_words_pattern() -> re.Pattern[str]:
    """Return a pattern for words that keep a form which is replaced elsewhere: 凌濛初."""
    draft = form_table().draft
    found = [word for word in words.list_kept_words() if word.translate(draft) != word]
    return re.compile("|".join(found) or "(?!)")
