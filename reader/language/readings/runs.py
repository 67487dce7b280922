"""The hanzi runs of a text, each with the words that cover it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.readings.phrases import Words
from reader.language.segment import HANZI_RUN, segment


def runs_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Words]]:
    """Yield (start, end, words) for each hanzi run of text[start:end]; offsets are in `text`."""
    part = text[start:end]
    words = segment(part)
    if start:
        words = [(start + low, start + high) for low, high in words]
    first = 0
    for run in HANZI_RUN.finditer(part):
        stop = start + run.end()
        last = first
        while last < len(words) and words[last][0] < stop:
            last += 1
        yield start + run.start(), stop, words[first:last]
        first = last
