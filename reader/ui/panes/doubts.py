"""What of the clean text may be another text: it rests on a repair that is unsure or undecided."""

from __future__ import annotations

from reader.text.document import Document, Repair
from reader.text.repair import is_in_doubt

Span = tuple[int, int]


def doubtful_spans(document: Document, start: int, end: int) -> tuple[Span, ...]:
    """Return what of text[start:end] is in doubt, in order; offsets (code points) from `start`.

    What was taken away, (dòng), left nothing that would be in doubt.
    """
    return tuple(
        (max(one.clean_start, start) - start, min(one.clean_end, end) - start)
        for one in document.repairs_in_clean(start, end)
        if one.clean_start < one.clean_end and _is_doubtful(one, start, end)
    )


def is_word_in_doubt(document: Document, start: int, end: int) -> bool:
    """Tell whether text[start:end] may be another word: also if what was taken out of it may not.

    In 监(jian)管 a gloss that may be none stands between the two; without it, it is a word.
    """
    return any(_is_doubtful(one, start, end) for one in document.repairs_in_clean(start, end))


def _is_doubtful(repair: Repair, start: int, end: int) -> bool:
    touches = repair.clean_start < end and repair.clean_end > start
    return touches and is_in_doubt(repair)
