"""A digest of a long document: one part of it, and pieces of the rest that tell what it is like.

What is known of a whole document (whether it is spun, how it was misread, which signs tear its
words) shows in pieces of it as well, so that a first screen need not wait until a book was read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from reader.repair.profile import sample_document
from reader.text.align import Edit
from reader.text.cut import Cut
from reader.text.document import Document
from reader.text.paragraph import Paragraph, StoredParagraph
from reader.text.repair import NO_REPAIRS

_READ_FIRST = 0.05  # share of a text that the READ layer changes in pages that say nothing before
_FROM = 48_000  # code points; a shorter document is looked at as a whole nearly as fast
_NEAR = 1_000  # code points in which the end of a line, or of a sentence, is looked for
_LINE_END = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = re.compile("[。！？；!?;]+")


class Digest(NamedTuple):
    """`text` is the pieces, a line end between them; text[low:high] is the part to be restored.

    `start` is where that part begins in the `document`. All are code points. `pieces` are what a
    profile of the document is made of.
    """

    text: str
    low: int
    high: int
    start: int
    document: str
    pieces: Sequence[str]

    def choose_pieces(self, part: str, edits: Sequence[Edit]) -> Sequence[str]:
        """Return what the profile of the document is made of; `part` is the part as it reads.

        `edits` made it so. If they are many, the pieces have to be read first, too, and only the
        part tells what the document is.
        """
        changed = sum(edit.end - edit.start for edit in edits if edit.applied)
        return self.pieces if changed < _READ_FIRST * (self.high - self.low) else (part,)

    def move_cuts(self, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
        """Return the cuts of the document that lie in the part, as cuts of the digest."""
        by = self.low - self.start
        first = bisect_left(cuts, self.start, key=itemgetter(0))
        last = bisect_left(cuts, self.high - by, key=itemgetter(0))
        return tuple(
            one._replace(start=one.start + by, end=one.end + by) for one in cuts[first:last]
        )

    def put_back(self, restored: Document) -> tuple[Paragraph, ...] | None:
        """Return the paragraphs of the document: those of the part restored, the rest as it is.

        None if a paragraph of the restored digest reaches across an end of the part.
        """
        ends = list(accumulate(one.lengths[0] for one in restored.paragraphs))
        bounds = [0, *ends]
        first, last = bisect_left(bounds, self.low), bisect_left(bounds, self.high)
        if bounds[first : first + 1] != [self.low] or bounds[last : last + 1] != [self.high]:
            return None
        end = self.start + self.high - self.low
        before, behind = self.document[: self.start], self.document[end:]
        return (
            *([StoredParagraph(before, NO_REPAIRS)] if before else ()),
            *restored.paragraphs[first:last],
            *([StoredParagraph(behind, NO_REPAIRS)] if behind else ()),
        )


def make_digest(text: str, low: int, high: int) -> Digest | None:
    r"""Return a digest of a document with the lines around text[low:high], None if it is short.

    >>> digest = make_digest("一二三。\n" * 20_000, 50_001, 50_002)
    >>> digest.text[digest.low : digest.high], digest.start
    ('一二三。\n', 50000)
    """
    if len(text) < _FROM:
        return None
    low, high = _find_start(text, low), _find_end(text, high)
    samples = sample_document(text)
    before = [piece for start, piece in samples if start + len(piece) <= low]
    behind = [piece for start, piece in samples if start >= high]
    head = "".join(f"{one}\n" for one in before)
    part = text[low:high]
    whole = "\n".join((head + part, *behind))
    return Digest(
        whole, len(head), len(head) + len(part), low, text, [piece for _, piece in samples]
    )


def _find_start(text: str, at: int) -> int:
    """Return where the line at a code point begins; of a long line, where a sentence of it does."""
    near = max(0, at - _NEAR)
    for ends in (_LINE_END, _SENTENCE_END):
        found = [one.end() for one in ends.finditer(text, near, at)]
        if found:
            return found[-1]
    return near


def _find_end(text: str, at: int) -> int:
    """Return where the line at a code point ends, its line end included, or a sentence of it."""
    near = min(len(text), at + _NEAR)
    for ends in (_LINE_END, _SENTENCE_END):
        found = ends.search(text, at, near)
        if found is not None:
            return found.end()
    return near
