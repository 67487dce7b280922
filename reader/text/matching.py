"""Aligns two long texts that are mostly the same: finds the stretches they share. Pure functions.

Sentences that stand once in each text are anchors, then short runs of characters that do; only what
is left between two anchors is compared character by character. So a million characters take seconds
and no step compares one whole text with the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_SENTENCE = re.compile(r"[^。!?;]*[。!?;]+|[^。!?;]+")
_LEAST_SENTENCE = 6  # code points; 对。 stands once by chance
_RUNS = (16, 8, 4)  # lengths of the runs of characters that can be anchors, one after the other
_SMALL = 400  # code points of both sides together that are compared without anchors
_MOST_EDITS = 120  # what differs in more characters than that is another passage


class Match(NamedTuple):
    """one[start:start + length] is other[other_start:other_start + length] (code points)."""

    start: int
    other_start: int
    length: int


_Gap = tuple[int, int, int, int]
"""(start, end, other start, other end) of what is not aligned yet."""


def match_texts(one: str, other: str) -> list[Match]:
    """Return what two texts share, in the order of both, without overlaps or neighbours that join.

    What was moved is shared only once, where that keeps most in order.
    """
    anchors = _match_unique(_cut_sentences(one), _cut_sentences(other))
    found: list[Match] = []
    for gap in _list_gaps(anchors, (0, len(one), 0, len(other))):
        found += _match_gap(one, other, gap, _RUNS)
    return _drop_chance(_join([*anchors, *found]), Match(len(one), len(other), 0))


def _match_gap(one: str, other: str, gap: _Gap, runs: Sequence[int]) -> list[Match]:
    """Return what is shared between two anchors, their growth into the gap first."""
    start, end, other_start, other_end = gap
    head = _count_shared(one, other, gap)
    found = [Match(start, other_start, head)] if head else []
    start, other_start = start + head, other_start + head
    tail = _count_shared_back(one, other, (start, end, other_start, other_end))
    if tail:
        found.append(Match(end - tail, other_end - tail, tail))
    end, other_end = end - tail, other_end - tail
    width, other_width = end - start, other_end - other_start
    if not width or not other_width:
        return found
    rest = (start, end, other_start, other_end)
    if width + other_width > _SMALL and runs:
        length = runs[0]
        anchors = _match_unique(
            _cut_runs(one[start:end], length, start),
            _cut_runs(other[other_start:other_end], length, other_start),
        )
        anchors = _join(anchors)
        found += anchors
        for inner in _list_gaps(anchors, rest):
            found += _match_gap(one, other, inner, runs[1:])
        return found
    return found + _match_characters(
        one[start:end], other[other_start:other_end], start, other_start
    )


def _cut_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a text that can be anchors, and where each begins."""
    for found in _SENTENCE.finditer(text):
        if found.end() - found.start() >= _LEAST_SENTENCE:
            yield found[0], found.start()


def _cut_runs(text: str, length: int, base: int) -> Iterator[tuple[str, int]]:
    """Yield every run of so many characters, and where it begins in the text cut at `base`."""
    for at in range(len(text) - length + 1):
        yield text[at : at + length], base + at


def _match_unique(
    pieces: Iterable[tuple[str, int]], others: Iterable[tuple[str, int]]
) -> list[Match]:
    """Return the pieces that stand once on each side and in the same order, the most of them."""
    mine, theirs = list(pieces), list(others)
    counts, other_counts = (Counter(text for text, _ in side) for side in (mine, theirs))
    places = {text: at for text, at in theirs if other_counts[text] == 1}
    shared = [
        Match(at, places[text], len(text))
        for text, at in mine
        if counts[text] == 1 and text in places
    ]
    return _cut_overlaps(_longest_rising(shared))


def _longest_rising(matches: Sequence[Match]) -> list[Match]:
    """Return the longest sequence in which both starts rise; `matches` are sorted by the first."""
    ends: list[int] = []  # other start of the lowest end of a sequence of each length
    last: list[int] = []  # its number
    before: list[int] = []  # number of what comes before each match
    for number, match in enumerate(matches):
        at = bisect_left(ends, match.other_start)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(match.other_start)
            last.append(number)
        else:
            ends[at], last[at] = match.other_start, number
    found: list[Match] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(matches[number])
        number = before[number]
    return found[::-1]


def _cut_overlaps(matches: Iterable[Match]) -> list[Match]:
    """Return the matches without what the one before them already holds: runs overlap."""
    found: list[Match] = []
    for start, other_start, length in matches:
        skip = 0
        if found:
            before = found[-1]
            skip = max(
                0,
                before.start + before.length - start,
                before.other_start + before.length - other_start,
            )
        if skip < length:
            found.append(Match(start + skip, other_start + skip, length - skip))
    return found


def _list_gaps(anchors: Sequence[Match], within: _Gap) -> Iterator[_Gap]:
    """Yield what lies between the anchors, before the first and behind the last."""
    start, end, other_start, other_end = within
    for anchor in (*anchors, Match(end, other_end, 0)):
        if anchor.start > start or anchor.other_start > other_start:
            yield start, anchor.start, other_start, anchor.other_start
        start, other_start = anchor.start + anchor.length, anchor.other_start + anchor.length


def _count_shared(one: str, other: str, gap: _Gap) -> int:
    """Return how many characters at the beginning of both sides are the same."""
    start, end, other_start, other_end = gap
    low, high = 0, min(end - start, other_end - other_start)
    while low < high:  # slices are compared at once, characters one by one
        middle = (low + high + 1) // 2
        if one[start + low : start + middle] == other[other_start + low : other_start + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _count_shared_back(one: str, other: str, gap: _Gap) -> int:
    """Return how many characters at the end of both sides are the same."""
    start, end, other_start, other_end = gap
    low, high = 0, min(end - start, other_end - other_start)
    while low < high:
        middle = (low + high + 1) // 2
        if one[end - middle : end - low] == other[other_end - middle : other_end - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _match_characters(one: str, other: str, base: int, other_base: int) -> list[Match]:
    """Return what two short texts share by the fewest insertions and deletions (Myers 1986).

    Nothing is shared if that takes too many. `base` and `other_base` are where the texts begin.
    """
    width, other_width = len(one), len(other)
    if abs(width - other_width) > _MOST_EDITS:
        return []
    reach = {1: 0}  # diagonal -> how far into `one` it was reached
    trace: list[dict[int, int]] = []
    for edits in range(min(_MOST_EDITS, width + other_width) + 1):
        trace.append(reach.copy())
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
            )
            at = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            other_at = at - diagonal
            while at < width and other_at < other_width and one[at] == other[other_at]:
                at, other_at = at + 1, other_at + 1
            reach[diagonal] = at
            if at >= width and other_at >= other_width:
                return _follow_back(trace, width, other_width, base, other_base)
    return []


def _follow_back(
    trace: Sequence[dict[int, int]], at: int, other_at: int, base: int, other_base: int
) -> list[Match]:
    """Return the matches on the way that was found, from the last step to the first."""
    found: list[Match] = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[edits], at - other_at
        down = diagonal == -edits or (
            diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
        )
        before = diagonal + 1 if down else diagonal - 1
        from_at = reach[before] if edits else 0
        from_other = from_at - before if edits else 0
        length = min(at - from_at, other_at - from_other)
        if length > 0:
            found.append(Match(base + at - length, other_base + other_at - length, length))
        at, other_at = from_at, from_other
    return found[::-1]


def _join(matches: Iterable[Match]) -> list[Match]:
    """Return the matches in order, those that follow each other on both sides as one."""
    found: list[Match] = []
    for one in sorted(matches):
        if found:
            before = found[-1]
            if (before.start + before.length, before.other_start + before.length) == one[:2]:
                found[-1] = before._replace(length=before.length + one.length)
                continue
        found.append(one)
    return found


def _drop_chance(matches: Sequence[Match], end: Match) -> list[Match]:
    """Return the matches without those shorter than what differs on either side of them.

    Two passages that have nothing in common still share a 的 here and there. `end` is where both
    texts end.
    """
    kept: list[Match] = []
    last = Match(0, 0, 0)
    for match, following in pairwise((*matches, end)):
        if match.length >= min(_gap_width(last, match), _gap_width(match, following)):
            kept.append(match)
            last = match
    return kept


def _gap_width(one: Match, following: Match) -> int:
    """Return how much differs between two matches, on the side where that is more."""
    return max(
        following.start - one.start - one.length,
        following.other_start - one.other_start - one.length,
    )
