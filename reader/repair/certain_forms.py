"""Makes the draft of a text, with every form replaced that can mean only one thing.

It stays where the text is about it, as in the list 㐅、厵、鱻 or in 峯（峰）.
"""

from __future__ import annotations

import re
from functools import cache

from reader.language import form_words as words
from reader.language.forms import form_table
from reader.language.script import find_phrases
from reader.language.text_kind import TextKind
from reader.repair.mentions import find_compared, find_listed


def draft(text: str, kind: TextKind) -> str:
    """Return the draft of a text of this kind; it has the same length as the text.

    Of honest traditional text, only what the script tables know is replaced, and no character that
    their phrases treat otherwise. Of simplified text, nothing is.
    """
    if not kind.spun and not kind.traditional:
        return text
    forms = form_table()
    written = text.translate(forms.draft if kind.spun else forms.script)
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
    if not kind.spun:
        written = _leave_phrases(text, written)
    shown = find_listed(text)
    meant = find_compared(text)
    if not shown and not meant:
        return written
    return "".join(
        was
        if was != now and (at in meant or (at in shown and not forms.plans[was].traditional))
        else now
        for at, (was, now) in enumerate(zip(text, written, strict=True))
    )


def _leave_phrases(text: str, written: str) -> str:
    """Return the draft without the changes that a phrase has otherwise: 昇 in 李昇 stays."""
    pieces: list[str] = []
    at = 0
    for start, phrase, plain in find_phrases(text):
        for here, (was, now) in enumerate(zip(phrase, plain, strict=True), start):
            if written[here] != was and written[here] != now:
                pieces += written[at:here], was
                at = here + 1
    return "".join(pieces) + written[at:]


@cache
def _kept_words_pattern() -> re.Pattern[str]:
    """Return a pattern for words that keep a form which is replaced elsewhere: 凌濛初."""
    draft = form_table().draft
    found = [word for word in words.list_kept_words() if word.translate(draft) != word]
    return re.compile("|".join(found) or "(?!)")
