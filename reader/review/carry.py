"""Finds spans of a text again after its file was edited.

A journal stores places as offsets into the text as it was then. `carry` finds them in the text as
it is now, and returns None rather than guess. It goes from certain to less certain matches:

1. Equal paragraphs are matched, even if they moved. Copies of one paragraph are matched by the
   paragraphs next to them, then in order if there are as many between the same matched neighbours
   (`match_equal`).
2. A changed paragraph is matched to what it became: between the same matched neighbours if much of
   it is left, even if it was split or merged, and anywhere if nearly all is left. Similarity is the
   share of common trigrams; a rival nearly as good rules out both (`match_changed`).
3. Inside a changed paragraph, characters are aligned by ever shorter strings that occur once on
   either side (`_anchor`). Where something could have been inserted or deleted at several offsets,
   the characters in doubt stay unaligned (`_drop_doubtful`).

Every step takes time proportional to the texts, give or take a logarithm. `difflib` does not: a
few hundred characters from a small alphabet keep it busy for seconds.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from operator import itemgetter
from typing import NamedTuple

_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"  # contains "", too: the end of a text ends a paragraph
_PARAGRAPH = re.compile(f"[^{_ENDS}]+")  # the same paragraphs as when a text is restored
_ANCHORS = (12, 4, 2)  # lengths of the strings by which characters are aligned
_MOST = 12  # how many candidates for a changed paragraph are compared

_Link = tuple[int, int]
"""(index of a paragraph of the old text, index of what it became in the new one)."""


class _Run(NamedTuple):
    """The old text at [old:old+length] equals the new text at [new:new+length] (code points)."""

    old: int
    new: int
    length: int


class _Likeness(NamedTuple):
    """The trigrams that two linked paragraphs share, and how many each of them has."""

    link: _Link
    shared: set[str]
    fewer: int
    more: int


def carry(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """Return where each span of `old` is in `new`, None if it is gone or doubtful.

    Spans are code points, half-open. The new span has the same text, between the same characters
    or paragraph edges. If text was added at an edge, the other side is enough, but not for an empty
    span, where something is to be inserted.
    """
    if old == new:
        return [*spans]
    runs = _find_runs(old, new) or [_Run(0, 0, 0)]
    starts = [run.old for run in runs]

    def locate(start: int, end: int) -> int | None:
        """Return what old[start:end], which is not empty, is aligned to."""
        run = runs[bisect(starts, start) - 1]
        inside = run.old <= start and end <= run.old + run.length
        return start - run.old + run.new if inside else None

    def carry_one(start: int, end: int) -> tuple[int, int] | None:
        if not 0 <= start <= end <= len(old):
            return None
        at = locate(start, max(end, start + 1))
        before = locate(start - 1, start) if start == end else None
        if before is not None:
            if at not in (None, before + 1):
                return None  # something was inserted right here
            at = before + 1
        if at is None:
            return None
        stop = at + end - start
        left, right = old[max(0, start - 1) : start], old[end : end + 1]
        same_left = _is_same_beside(left, new[max(0, at - 1) : at])
        same_right = _is_same_beside(right, new[stop : stop + 1])
        if start < end and (same_left or same_right):
            same_left, same_right = same_left or left in _ENDS, same_right or right in _ENDS
        return (at, stop) if same_left and same_right else None

    return [carry_one(start, end) for start, end in spans]


def _is_same_beside(old: str, new: str) -> bool:
    """Tell if the neighbours of two spans are equal, or paragraph edges in both texts."""
    return old == new or (old in _ENDS and new in _ENDS)


def _find_runs(old: str, new: str) -> list[_Run]:
    """Return the runs of the old text that are in the new one, in order of the old one."""
    spans, new_spans = _split(old), _split(new)
    matching = _Matching([old[a:b] for a, b in spans], [new[a:b] for a, b in new_spans])
    matching.match_equal()
    matching.match_changed(near=True)
    known = len(matching.links)
    matching.match_changed(near=False)
    if len(matching.links) > known:  # these are closer neighbours for further matches
        matching.match_changed(near=True)
    matching.match_equal()
    runs = []
    for group in _group(sorted(matching.links)):
        (first, new_first), (last, new_last) = group[0], group[-1]
        start, end = spans[first][0], spans[last][1]
        at, stop = new_spans[new_first][0], new_spans[new_last][1]
        for run in _align(old[start:end], new[at:stop]):
            runs.append(_Run(start + run.old, at + run.new, run.length))
        if (last + 1, new_last + 1) in matching.links:  # the line ends between them match, too
            ends, new_ends = old[end : spans[last + 1][0]], new[stop : new_spans[new_last + 1][0]]
            runs.append(_Run(end, stop, len(ends) if ends == new_ends else 0))
    return _join(sorted(runs))


def _split(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs, with an empty one before the first and after the last."""
    return [(0, 0), *(found.span() for found in _PARAGRAPH.finditer(text)), (len(text), len(text))]


class _Matching:
    """Which paragraphs of two texts correspond; grows while they are compared."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = old, new
        self.became: dict[int, int] = {}  # the first one, where there are several
        self.source: dict[int, int] = {}
        self.links: set[_Link] = set()
        self._trigrams_of = cache(_cut_trigrams)
        self._add([(0, 0), (len(old) - 1, len(new) - 1)])

    def match_equal(self) -> None:
        """Match equal paragraphs."""
        self._match_counted(near=False)
        self._match_beside()
        self._match_counted(near=True)
        self._match_counted(near=False)  # of several copies, one may be left over

    def match_changed(self, near: bool) -> None:
        """Match changed paragraphs: between the same neighbours if `near`, else anywhere."""
        found = _drop_beaten(self._find_alike(near))
        if near:
            links = _choose_rising(sorted(one.link for one in found))
        else:
            alone = _keep_single(one.link for one in found)  # nothing was split or merged
            links = [
                one.link
                for one in found
                if one.link in alone and 4 * len(one.shared) >= 3 * one.more
            ]
        for group in _group(links):
            (low, new_low), (high, new_high) = group[0], group[-1]
            inner, new_inner = range(low, high + 1), range(new_low, new_high + 1)
            if self.became.keys().isdisjoint(inner) and self.source.keys().isdisjoint(new_inner):
                for (low, new_low), (high, new_high) in pairwise([group[0], *group]):
                    self._add(product(range(low, high + 1), range(new_low, new_high + 1)))

    def _add(self, links: Iterable[_Link]) -> None:
        for link in links:
            self.became.setdefault(link[0], link[1])
            self.source.setdefault(link[1], link[0])
            self.links.add(link)

    def _list_neighbours(self, near: bool) -> tuple[list[int], list[int]]:
        """Return the indices of matched paragraphs that did not move, none if not `near`."""
        links = _choose_rising(sorted(self.links)) if near else []
        return [link[0] for link in links], [link[1] for link in links]

    def _match_counted(self, near: bool) -> None:
        """Match equal paragraphs that are left once or, if `near`, equally often on both sides."""
        neighbours = self._list_neighbours(near)
        sides = (self.old, self.became), (self.new, self.source)
        places = defaultdict[tuple[int, str], tuple[list[int], list[int]]](lambda: ([], []))
        for side, (texts, known) in enumerate(sides):
            for number, text in enumerate(texts):
                if number not in known:
                    places[bisect(neighbours[side], number), text][side].append(number)
        for before, after in places.values():
            if len(before) == len(after) and (near or len(before) == 1):
                self._add(zip(before, after, strict=True))

    def _match_beside(self) -> None:
        """Match copies next to matched paragraphs, then copies next to those, and so on.

        Copies for which the two sides disagree stay unmatched. If A X X B became A X B, nobody can
        tell which X is left: going by A it is the first, going by B the second.
        """
        beyond = len(self.old) + len(self.new)

        def follow(step: int) -> Iterator[_Link]:
            place = 0
            for one in range(len(self.old))[::step]:
                place = self.became.get(one, place + step)
                if one in self.became:
                    continue
                if place not in self.source and self.new[place : place + 1] == [self.old[one]]:
                    yield one, place
                else:
                    place = step * beyond  # go on from the next matched paragraph

        self._add(_keep_single({*follow(1), *follow(-1)}))

    def _find_alike(self, near: bool) -> list[_Likeness]:
        """Return what unmatched paragraphs may have become; if `near`, between equal neighbours."""
        neighbours, new_neighbours = self._list_neighbours(near)
        after = {
            n: self._trigrams_of(text) for n, text in enumerate(self.new) if n not in self.source
        }
        holders: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for other, trigrams in after.items():
            holder = holders[bisect(new_neighbours, other)]
            for trigram in trigrams:
                holder[trigram] = -1 if trigram in holder else other  # -1: more than one has it
        candidates = defaultdict(list)
        for one, text in enumerate(self.old):
            if one not in self.became:
                trigrams, holder = self._trigrams_of(text), holders[bisect(neighbours, one)]
                votes = Counter(holder.get(trigram, -1) for trigram in trigrams)
                del votes[-1]
                for other, _ in votes.most_common(_MOST):
                    shared = trigrams & after[other]
                    fewer, more = sorted((len(trigrams), len(after[other])))
                    # A third is left: five common characters of two hundred may be chance.
                    if 3 * len(shared) >= max(fewer, min(8, more)):
                        candidates[other].append(_Likeness((one, other), shared, fewer, more))
        for rivals in candidates.values():
            rivals.sort(key=lambda one: -len(one.shared))
        return [one for rivals in candidates.values() for one in rivals[:_MOST]]


def _drop_beaten(found: Sequence[_Likeness]) -> list[_Likeness]:
    """Return the links that have no rival, or are clearly better than their rivals.

    Two links are rivals if they share the same part of a paragraph. If it was split or merged,
    they share different parts.
    """
    rivals = defaultdict(list)
    for one in found:
        for side in (0, 1):
            rivals[side, one.link[side]].append(one)

    def is_beaten(one: _Likeness, other: _Likeness) -> bool:
        if one is other or 4 * len(one.shared & other.shared) <= len(one.shared):
            return False
        lost, other_lost = one.fewer - len(one.shared), other.fewer - len(other.shared)
        return len(one.shared) <= len(other.shared) or 2 * other_lost < 3 * lost + 4

    return [
        one
        for one in found
        if not any(
            is_beaten(one, other) for side in (0, 1) for other in rivals[side, one.link[side]]
        )
    ]


def _cut_trigrams(text: str) -> set[str]:
    """Return the trigrams of a paragraph; its edges count as characters."""
    edged = f"\n{text}\n"
    return {edged[at : at + 3] for at in range(len(text))}


def _keep_single(links: Iterable[_Link]) -> set[_Link]:
    """Return the links that share neither index with another one."""
    links = [*links]
    olds, news = Counter(map(itemgetter(0), links)), Counter(map(itemgetter(1), links))
    return {link for link in links if olds[link[0]] == news[link[1]] == 1}


def _group(links: Iterable[_Link]) -> list[list[_Link]]:
    """Return links in groups, in which each shares its old or new index with the one before."""
    groups: list[list[_Link]] = []
    for link in links:
        if groups and (link[0] == groups[-1][-1][0] or link[1] == groups[-1][-1][1]):
            groups[-1].append(link)
        else:
            groups.append([link])
    return groups


def _align(old: str, new: str) -> list[_Run]:
    """Return the runs of a paragraph that are certainly unchanged."""
    if old == new:
        return [_Run(0, 0, len(old))]
    runs = _join(_anchor(old, new, _ANCHORS))
    if 3 * sum(run.length for run in runs) < min(len(old), len(new)):
        return []  # another text with the same trigrams, such as a row of 0 and 1
    return _drop_doubtful(old, new, [_Run(0, 0, 0), *runs, _Run(len(old), len(new), 0)])


def _anchor(old: str, new: str, sizes: Sequence[int]) -> Iterator[_Run]:
    """Yield equal runs in order: both ends, and strings between that occur once on each side."""
    head = _count_common(old, new)
    yield _Run(0, 0, head)
    old, new = old[head:], new[head:]
    tail = _count_common(old[::-1], new[::-1])
    old, new = old[: len(old) - tail], new[: len(new) - tail]
    if old and new and sizes:
        at = to = 0
        once = dict(_find_once(new, sizes[0]))
        anchors = [(n, once[one]) for one, n in _find_once(old, sizes[0]) if one in once]
        for place, other in [*_choose_rising(anchors), (len(old), len(new))]:
            if at <= place and to <= other:  # it does not overlap the run before
                for run in _anchor(old[at:place], new[to:other], sizes[1:]):
                    yield _Run(head + at + run.old, head + to + run.new, run.length)
                length = _count_common(old, new, place, other)
                yield _Run(head + place, head + other, length)
                at, to = place + length, other + length
    yield _Run(head + len(old), head + len(new), tail)


def _drop_doubtful(old: str, new: str, runs: Sequence[_Run]) -> list[_Run]:
    """Shorten runs next to an insertion or deletion by the characters that may be part of it.

    If 看看看 became 看看, any of the three may have been deleted.
    """
    heads, tails = [0] * len(runs), [0] * len(runs)
    for number, (left, right) in enumerate(pairwise(runs)):
        end, stop = left.old + left.length, left.new + left.length
        if (end == right.old) != (stop == right.new):
            size = right.length
            heads[number + 1] = _count_common(old[end : end + size], new[stop : stop + size])
            size = left.length
            before, after = old[right.old - size : right.old], new[right.new - size : right.new]
            tails[number] = _count_common(before[::-1], after[::-1])
    return [
        _Run(run.old + head, run.new + head, run.length - head - tail)
        for run, head, tail in zip(runs, heads, tails, strict=True)
        if run.length > head + tail
    ]


def _count_common(old: str, new: str, at: int = 0, to: int = 0) -> int:
    """Return how many characters are equal from old[at] and new[to] on."""
    length, step, most = 0, 16, min(len(old) - at, len(new) - to)
    while step and length < most:
        step = min(step, most - length)
        start, other = at + length, to + length
        if old[start : start + step] == new[other : other + step]:
            length, step = length + step, 2 * step
        else:
            most, step = length + step - 1, step // 2
    return length


def _find_once(text: str, size: int) -> Iterator[tuple[str, int]]:
    """Yield (string, offset) for each string of length `size` that occurs once in a text."""
    stretches = [text[at : at + size] for at in range(len(text) - size + 1)]
    counts = Counter(stretches)
    return ((one, at) for at, one in enumerate(stretches) if counts[one] == 1)


def _choose_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of pairs whose second numbers never fall as the first ones rise."""
    ends: list[int] = []  # the lowest second number at which a choice of each length can end
    last: list[int] = []  # the pair it belongs to
    before: list[int] = []  # the pair chosen before each pair
    for number, (_, place) in enumerate(pairs):
        length = bisect(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [place], [number]
    chosen = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _join(runs: Iterable[_Run]) -> list[_Run]:
    """Return the runs in order without empty ones; those that adjoin in both texts become one."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else _Run(0, 0, 0)
        if (last.old + last.length, last.new + last.length) == run[:2] and joined:
            joined[-1] = _Run(last.old, last.new, last.length + run.length)
        elif run.length:
            joined.append(run)
    return joined
