"""Finding: a query in both texts of a document at once. Pure; knows no widget."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.text.document import Document

Check = Callable[[], None]
"""Called now and then; what it raises ends the search."""

FindRead = Callable[[str, Check], Iterable[tuple[int, int]]]
"""Returns the spans of the clean text that are read as a query in pinyin."""

_CHECK_EVERY = 2_000


def find_nothing(query: str, check: Check) -> Iterable[tuple[int, int]]:
    """Find nothing by pinyin."""
    return ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: its half-open code point spans in the clean text and in the source.

    Where the query stands in what a repair took away, the clean span is empty or is what came
    instead. `is_read` tells that the place is read as the query, and is not written so.
    """

    clean: tuple[int, int]
    source: tuple[int, int]
    is_read: bool = False


def find(
    document: Document,
    query: str,
    *,
    simplify: Callable[[str], str] = str,
    find_read: FindRead = find_nothing,
    check: Check = lambda: None,
) -> tuple[Hit, ...]:
    """Return every place of the query, in reading order; upper and lower case are the same.

    The query is looked for in the clean text as typed and simplified, and each hit is followed
    back: 争议 is found in 事?tīng)幾h of the original. What the original alone has, such as (dòng)
    or 係, is looked for there. `simplify` gives the simplified form of a query, `find_read` the
    spans of the clean text that are read as a query in pinyin; where the query itself stands in
    the clean text they are not asked for, so that AI does not find 爱.
    """
    if not query:
        return ()
    clean_spans: dict[tuple[int, int], None] = {}
    for wanted in dict.fromkeys((query, simplify(query))):
        for span in occurrences(document.text, wanted):
            clean_spans[span] = None
            if len(clean_spans) % _CHECK_EVERY == 0:
                check()
    is_read = not clean_spans
    if is_read:
        clean_spans = dict.fromkeys(find_read(query, check))
    hits: list[Hit] = []
    for number, span in enumerate(_without_overlaps(sorted(clean_spans))):
        if number % _CHECK_EVERY == 0:
            check()
        hits.append(Hit(span, document.source_span(*span), is_read))
    hits.extend(_source_only(document, query, hits, check))
    hits.sort(key=lambda hit: (hit.source, hit.clean))
    return tuple(hits)


def occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of `wanted` in `text`, left to right, without overlaps."""
    if not wanted:
        return
    if wanted.lower() != wanted.upper():
        for match in re.finditer(re.escape(wanted), text, re.IGNORECASE):
            yield match.span()
        return
    # Hanzi have no case, and this is some ten times as fast.
    at = text.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


def nearest(hits: tuple[Hit, ...], clean_offset: int) -> int | None:
    """Return the index of the first hit at or after an offset of the clean text, else the first."""
    if not hits:
        return None
    index = bisect_left(hits, clean_offset, key=lambda hit: hit.clean[0])
    return index if index < len(hits) else 0


def _without_overlaps(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = -1
    for span in spans:
        if span[0] >= end:
            yield span
            end = span[1]


def _source_only(document: Document, query: str, known: list[Hit], check: Check) -> Iterator[Hit]:
    """Yield the places where only the source has the query."""
    at = 0
    for number, (start, end) in enumerate(occurrences(document.source, query)):
        if number % _CHECK_EVERY == 0:
            check()
        while at < len(known) and known[at].source[1] <= start:
            at += 1
        if at < len(known) and known[at].source[0] < end:
            continue
        yield Hit(document.clean_span(start, end), (start, end))
