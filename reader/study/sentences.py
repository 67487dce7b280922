"""Cuts a text into the sentences that are spoken or translated one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.segment import HANZI

SENTENCE_ENDS = re.compile("[。！？；!?;\n]")
LONGEST = 200  # code points; a page without a full stop is cut at its commas
# 他说：“好！”然后走了。 The quotation mark belongs to the sentence that it closes.
_WHOLE_END = re.compile("[。！？；!?;…]*[”’」』）】》)\"']*")
_PAUSES = re.compile(r"[，、：,:\s]")
_READABLE = re.compile(r"\w")

Span = tuple[int, int]


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of text[start:end] that have anything to read, in order, in code points.

    None has a line end in it, none is longer than LONGEST, and what stands between them is blank
    or marks alone.
    """
    stop = len(text) if end is None else min(end, len(text))
    at = max(0, start)
    while at < stop:
        found = SENTENCE_ENDS.search(text, at, stop)
        if found is None:
            last = stop
        elif found[0] == "\n":
            last = found.start()
        else:
            whole = _WHOLE_END.match(text, found.end(), stop)
            last = whole.end() if whole is not None else found.end()
        yield from _cut(text, at, last)
        at = max(last, at) + (found is not None and found[0] == "\n")


def sentence_around(text: str, at: int) -> Span | None:
    """Return the sentence that the character at this offset belongs to, None in a blank line."""
    low, high = paragraph_around(text, at)
    following = (span for span in split_sentences(text, low, high) if at < span[1])
    return next(following, None)


def next_sentence(text: str, at: int) -> Span | None:
    """Return the first sentence that begins behind this offset, None behind the last one."""
    return next((span for span in split_sentences(text, at) if span[0] >= at), None)


def previous_sentence(text: str, at: int) -> Span | None:
    """Return the last sentence that ends before this offset, None before the first one."""
    stop = min(at, len(text))
    while stop > 0:
        low = text.rfind("\n", 0, stop) + 1
        found = [span for span in split_sentences(text, low, stop) if span[1] <= at]
        if found:
            return found[-1]
        stop = low - 1
    return None


def paragraph_around(text: str, at: int) -> Span:
    """Return the paragraph that the character at this offset belongs to, without its line end."""
    at = min(max(0, at), len(text))
    low = text.rfind("\n", 0, at) + 1
    high = text.find("\n", at)
    return low, len(text) if high < 0 else high


def is_chinese(text: str) -> bool:
    """Tell whether there is a hanzi to translate."""
    return HANZI.search(text) is not None


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield text[start:end] without the blanks around it, in pieces of at most LONGEST."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        pauses = [one.end() for one in _PAUSES.finditer(text, start + 1, start + LONGEST)]
        cut = pauses[-1] if pauses else start + LONGEST
        if _READABLE.search(text, start, cut):
            yield start, cut
        start = cut
    if _READABLE.search(text, start, end):
        yield start, end
