"""Where each word first stands in a text, found from its start on and told as it goes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

Span = tuple[int, int]
Cut = Callable[[str], Iterable[Span]]
"""Gives the words of a text, in order."""

_FIRST_PARTS = 4000  # code points: some screens
_MOST_PARTS = 100_000


class FirstWords(NamedTuple):
    """Where the words of text[:upto] first stand: offsets (code points) of their starts, in order.

    `starts` may already hold more; nothing behind `upto` is known.
    """

    starts: Sequence[int]
    upto: int

    def within(self, start: int, end: int) -> Sequence[int] | None:
        """Return the words that first stand in a part of the text; None if not known yet."""
        if end > self.upto:
            return None
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_first_words(text: str, blocks: Iterable[Span], cut: Cut) -> Iterator[FirstWords]:
    """Yield what is known after more and more blocks of a text; the last one is all of it.

    >>> found = find_first_words("好书好", [(0, 3)], lambda text: [(0, 1), (1, 2), (2, 3)])
    >>> [list(one.starts) for one in found]
    [[0, 1]]
    """
    starts = array("q")
    seen: set[str] = set()
    told, wait, upto = 0, _FIRST_PARTS, 0
    for start, end in blocks:
        block = text[start:end]
        for low, high in cut(block):
            word = block[low:high]
            if word not in seen:
                seen.add(word)
                starts.append(start + low)
        upto = end
        if upto - told >= wait:
            yield FirstWords(starts[:], upto)
            told, wait = upto, min(_MOST_PARTS, wait * 4)
    yield FirstWords(starts, len(text))
