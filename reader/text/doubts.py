"""What of the clean text may be another text: it rests on a repair that is unsure or undecided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reader.text.document import Document, Repair
from reader.text.paragraph import Paragraph
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


def doubts_of(paragraphs: Iterable[Paragraph]) -> Iterator[Span]:
    """Yield what is in doubt in the clean text of paragraphs, in order, without overlaps.

    It makes no object for each repair, of which a long text has half a million.
    """
    base = reached = 0
    for paragraph in paragraphs:
        grown = 0
        for start, end, change in paragraph.columns.rows():
            length = len(change.after) if change.applied else end - start
            low = base + start + grown
            if length and is_in_doubt(change):
                high = low + length
                if high > reached:
                    yield max(low, reached), high
                    reached = high
            if change.applied:
                grown += length - (end - start)
        base += paragraph.lengths[2]


class Doubts:
    """All that is in doubt in a clean text. Immutable."""

    def __init__(self, document: Document) -> None:
        spans = list(doubts_of(document.paragraphs))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def touch(self, start: int, end: int) -> bool:
        """Tell whether anything of text[start:end] is in doubt (code points)."""
        at = bisect_right(self._starts, end - 1)
        return at > 0 and self._ends[at - 1] > start
