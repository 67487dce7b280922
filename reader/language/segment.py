"""Finds the words in running text, by rjieba; returns spans and never rewrites the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HANZI = re.compile(f"[{_HAN}]")
HANZI_RUN = re.compile(f"[{_HAN}]+")

# rjieba builds a lattice over the whole run; nothing that long is natural language.
_LONGEST_RUN = 2000


@lru_cache(maxsize=1)
def _load_segmenter() -> Callable[[str], list[str]]:
    """Return the segmenter, imported on first use (0.15 s)."""
    import rjieba

    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


def segment(text: str) -> list[tuple[int, int]]:
    """Return the word spans of `text`: half-open code point offsets, in order.

    Every hanzi is in exactly one span; other characters are in none. Never raises on any str.
    """
    spans: list[tuple[int, int]] = []
    for run in HANZI_RUN.finditer(text):
        for start in range(run.start(), run.end(), _LONGEST_RUN):
            _append_words(spans, text, start, min(start + _LONGEST_RUN, run.end()))
    return spans


def tag_words(run: str) -> list[str]:
    """Return jieba's word class for each word that `segment` finds in a run of hanzi.

    The classes are empty if the run is too long to be language or the segmenter altered it.
    """
    if not run or len(run) > _LONGEST_RUN:
        return []
    import rjieba

    pairs: list[tuple[str, str]] = rjieba.tag(run)
    if "".join(word for word, _ in pairs) != run:
        return []
    return [name for _, name in pairs]


def _append_words(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append the words of text[start:end], which consists of hanzi."""
    run = text[start:end]
    at = start
    for word in _load_segmenter()(run) if end - start > 1 else (run,):
        if not text.startswith(word, at):
            # The segmenter altered the text, so its spans do not fit: every hanzi is a word.
            del spans[_find_first(spans, start) :]
            spans.extend((i, i + 1) for i in range(start, end))
            return
        spans.append((at, at + len(word)))
        at += len(word)
    if at != end:
        spans.extend((i, i + 1) for i in range(at, end))


def _find_first(spans: list[tuple[int, int]], start: int) -> int:
    """Return the index of the first span that starts at or after `start`."""
    index = len(spans)
    while index and spans[index - 1][0] >= start:
        index -= 1
    return index
