"""Finds the words in running text, by rjieba; returns spans and never rewrites the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import ModuleType

from reader.language.offices import join_offices, may_hold_office
from reader.text.lazy_pattern import lazy_pattern

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HANZI = lazy_pattern(f"[{_HAN}]")
HANZI_RUN = lazy_pattern(f"[{_HAN}]+")

# rjieba builds a lattice over the whole run; nothing that long is natural language.
_LONGEST_RUN = 2000


@lru_cache(maxsize=1)
def _load_segmenter() -> ModuleType:
    """Return the segmenter, imported on first use (0.15 s)."""
    import rjieba

    return rjieba


def segment(text: str) -> list[tuple[int, int]]:
    """Return the word spans of `text`: half-open code point offsets, in order.

    Every hanzi is in exactly one span; other characters are in none. Never raises on any str.
    """
    return [span for _, _, words in segment_runs(text) for span in words]


def segment_runs(text: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Yield (start, end, word spans) for each run of hanzi of `text`."""
    for run in HANZI_RUN.finditer(text):
        start, end = run.span()
        spans: list[tuple[int, int]] = []
        for low in range(start, end, _LONGEST_RUN):
            _append_words(spans, text, low, min(low + _LONGEST_RUN, end))
        yield start, end, spans


def run_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the run of hanzi around a span; no word reaches beyond it."""
    while start and HANZI.match(text[start - 1]):
        start -= 1
    while end < len(text) and HANZI.match(text[end]):
        end += 1
    return start, end


def tag_words(run: str) -> list[str]:
    """Return jieba's word class for each word that `segment` finds in a run of hanzi.

    The classes are empty if the run is too long to be language or the segmenter altered it.
    """
    if not run or len(run) > _LONGEST_RUN:
        return []
    pairs: list[tuple[str, str]] = _load_segmenter().tag(run)
    if "".join(word for word, _ in pairs) != run:
        return []
    return [name for _, name in join_offices(run, pairs, _load_segmenter().tag)]


def tag_spans(text: str, start: int, end: int, words: Sequence[tuple[int, int]]) -> list[str]:
    """Return jieba's class of each of the words that cover text[start:end], a run of hanzi.

    Where the words were cut otherwise than jieba does, each has the class of jieba's word that ends
    where it ends, as the last part of a word says what it is, or "".
    """
    run = text[start:end]
    classes = tag_words(run)
    spans = segment(run)
    if len(classes) != len(spans):
        return [""] * len(words)
    by_end = {span[1] + start: name for span, name in zip(spans, classes, strict=True)}
    return [by_end.get(stop, "") for _, stop in words]


def find_recut(text: str, start: int, end: int, words: Sequence[tuple[int, int]]) -> list[int]:
    """Return which of the words that cover text[start:end], a run of hanzi, jieba cuts otherwise.

    They are given by their numbers.
    """
    found = {(low + start, high + start) for low, high in segment(text[start:end])}
    return [number for number, word in enumerate(words) if word not in found]


def is_listed(word: str) -> bool:
    """Tell if the segmenter's dictionary holds a word; it takes unknown ones for words, too."""
    return bool(word) and bool(_load_segmenter().has_word(word))


def _append_words(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append the words of text[start:end], which consists of hanzi."""
    if end - start == 1:
        spans.append((start, end))
        return
    run = text[start:end]
    words: list[str] = _load_segmenter().cut(run)
    if may_hold_office(run):
        pairs = join_offices(run, [(word, "") for word in words], _cut)
        words = [word for word, _ in pairs]
    at = start
    for word in words:
        stop = at + len(word)
        spans.append((at, stop))
        at = stop


def _cut(run: str) -> list[tuple[str, str]]:
    """Return the segmenter's words without their classes, which take twice as long."""
    return [(word, "") for word in _load_segmenter().cut(run)]
