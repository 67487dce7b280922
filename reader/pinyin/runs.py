"""The hanzi runs of a text, each with the words that cover it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.language.segment import HANZI_RUN, segment, segment_runs
from reader.pinyin.phrases import Words


def find_runs(text: str, own: OwnSegments = NO_SEGMENTS) -> Iterator[tuple[int, int, Words]]:
    """Yield (start, end, words) for each hanzi run of the text; `own` is how the user cuts them."""
    if not own:
        yield from segment_runs(text)
        return
    words = own.cut(text, segment(text))
    first = 0
    for run in HANZI_RUN.finditer(text):
        last = first
        while last < len(words) and words[last][0] < run.end():
            last += 1
        yield run.start(), run.end(), words[first:last]
        first = last
