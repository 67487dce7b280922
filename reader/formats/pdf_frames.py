"""Heads, feet and numbers of pages: what a PDF repeats on its pages and nobody reads.

A line of digits is the number of its page only where the numbers of several pages make a sequence:
1984 alone at the top of a page is a title.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest, nsmallest
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from reader.formats.pdf_layout import Line, usual_size

_EDGE = 2  # lines at the top and at the bottom of a page where its head and foot may stand
_NEAR = 12.0  # points between two heights that are the same place of a page
_LARGER = 1.15  # times the usual size of letters: a title, though all pages have it
_OFTEN = 3  # pages with the same head, if they are half of all
_CHAPTER = 5  # pages one after the other with the same head, as chapters have one
_APART = 2  # pages from one to the next that has it: books have one head left and one right
_LONGEST = 24  # characters of a line that is a number of a page
_SHORTEST_CUT = 10  # characters of a line that two pages print because the cut goes through it
_FEW = 4  # pages of a document in which two numbers make a sequence; else it takes three
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = re.compile(
    r"[0-9]{1,5}|[〇零○一二三四五六七八九十百千]{1,9}|(?<![a-z])[ivxlc]{1,9}(?![a-z])", re.I
)
# What may stand around: - 12 -, 第12页, 第 12 页 共 20 页, 12/20, Page 12 of 20.
_AROUND = re.compile(
    r"(?:[-–—―－~·•.|\[\]()（）<>《》/／,，:：#]|[第页頁共总總计計之]|page|of|pg?\.|no\.)*", re.I
)

_Place = tuple[int, int]
"""The number of a page and that of a line on it."""


class _Numbered(NamedTuple):
    """A line that may be the number of its page."""

    place: _Place
    line: Line
    offset: int  # from the number of the page in the file


def take_off_frames(
    pages: Sequence[Sequence[Line]],
) -> tuple[list[list[Line]], Mapping[str, int]]:
    """Return the lines of each page without head, foot and number, and how many went of each.

    The counts have keys of `LEFT_OUT`. Where nothing else is on the pages, all lines stay.
    """
    usual = usual_size(line for page in pages for line in page)
    edges = [list(_edges(page)) for page in pages]
    numbers = _numbers(pages, edges, usual)
    repeated = _repeated(pages, edges, usual) - numbers
    left_out = Counter(page_numbers=len(numbers))
    for page, at in repeated:
        middle = (pages[page][at].top + pages[page][at].bottom) / 2
        heights = [line.bottom for line in pages[page]]
        is_head = middle > (max(heights) + min(heights)) / 2
        left_out["headers" if is_head else "footers"] += 1
    off = numbers | repeated
    bodies = [
        [line for at, line in enumerate(page) if (number, at) not in off]
        for number, page in enumerate(pages)
    ]
    if not any(bodies):
        return [list(page) for page in pages], {}
    for above, below in pairwise(bodies):
        # Browsers and Qt print a line that the page's end cuts on both pages.
        if above and below and above[-1].text == below[0].text and len(below[0].text) > (
            _SHORTEST_CUT
        ):  # fmt: skip
            above.pop()
    return bodies, left_out


def _edges(page: Sequence[Line]) -> Iterator[int]:
    """Yield the highest and the lowest lines of a page, wherever they come in the file."""
    numbers = range(len(page))
    highest = nlargest(_EDGE, numbers, key=lambda at: page[at].top)
    lowest = nsmallest(_EDGE, numbers, key=lambda at: page[at].bottom)
    yield from dict.fromkeys((*highest, *lowest))


# -- numbers


def _numbers(
    pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[int]], usual: float
) -> set[_Place]:
    """Return the lines that are the number of their page."""
    shapes: defaultdict[str, list[_Numbered]] = defaultdict(list)
    for page, places in enumerate(edges):
        for at in places:
            line = pages[page][at]
            if line.size <= usual * _LARGER:
                for shape, value in _read_numbers(line.text):
                    shapes[shape].append(_Numbered((page, at), line, value - page))
    needed = 2 if len(pages) <= _FEW else 3
    found: set[_Place] = set()
    for shape, all_of_shape in shapes.items():
        sequences = [
            one for one in _by_offset(all_of_shape) if len({n.place[0] for n in one}) >= needed
        ]
        says_so = shape.strip("#@") != ""
        if says_so and (sequences or len(pages) == 1):  # - 12 - is no other thing anywhere
            found.update(one.place for one in all_of_shape)
        found.update(one.place for sequence in sequences for one in sequence)
        if len(pages) == 1 and not says_so:  # the only page has the number 1 below its text
            lowest = min((line.bottom for line in pages[0]), default=0.0)
            found.update(
                one.place for one in all_of_shape
                if one.offset == 1 and one.line.bottom <= lowest and len(pages[0]) > 1
            )  # fmt: skip
    return found


def _by_offset(numbered: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Yield the lines that count the pages from the same beginning, in the same place."""
    groups: defaultdict[int, list[_Numbered]] = defaultdict(list)
    for one in numbered:
        groups[one.offset].append(one)
    for group in groups.values():
        height = median_low(one.line.bottom for one in group)
        yield [one for one in group if abs(one.line.bottom - height) <= _NEAR]


def _read_numbers(text: str) -> Iterator[tuple[str, int]]:
    """Yield the numbers that a line may give its page, each with what is around it.

    - 12 - is ("-@-", 12); 3/20 is ("@/#", 3), and ("#/@", 20), which makes no sequence.
    """
    text = "".join(text.split())
    if len(text) > _LONGEST:
        return
    found = list(_NUMBER.finditer(text))
    if not 1 <= len(found) <= 2 or not _AROUND.fullmatch(_NUMBER.sub("#", text)):
        return
    for one in found:
        value = _value(one[0])
        if value is not None:
            before, after = text[: one.start()], text[one.end() :]
            yield f"{_NUMBER.sub('#', before)}@{_NUMBER.sub('#', after)}".lower(), value


def _value(number: str) -> int | None:
    """Return what a number is: 12, 十二, 一二, xii; None for what is none, such as iiv."""
    if number.isascii() and number.isdecimal():
        return int(number)
    if number[0] in _DIGITS or number[0] in _UNITS:
        return _hanzi_value(number)
    values = [_ROMAN[char] for char in number.lower()]
    total = sum(
        -one if one < next_one else one
        for one, next_one in zip(values, [*values[1:], 0], strict=True)
    )
    return total if total > 0 else None


def _hanzi_value(number: str) -> int:
    if not any(char in _UNITS for char in number):
        return int("".join(str(_DIGITS[char]) for char in number))
    total = digit = 0
    for char in number:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


# -- heads and feet


def _repeated(
    pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[int]], usual: float
) -> set[_Place]:
    """Return the lines that many pages, or those of one chapter, have in the same place."""
    seen: defaultdict[tuple[str, int], list[_Place]] = defaultdict(list)
    for page, places in enumerate(edges):
        for at in places:
            line = pages[page][at]
            if line.size <= usual * _LARGER and (pattern := _pattern(line.text)):
                seen[pattern, round(line.bottom / _NEAR)].append((page, at))
    repeated: set[_Place] = set()
    often = max(_OFTEN, len(pages) // 2)
    for same in seen.values():
        if len({page for page, _ in same}) >= often:
            repeated.update(same)
            continue
        for chapter in _in_a_row(same):
            if len(chapter) >= _CHAPTER:
                repeated.update(chapter)
    return repeated


def _in_a_row(places: Sequence[_Place]) -> Iterator[list[_Place]]:
    """Yield the places that follow each other from page to page."""
    row: list[_Place] = []
    for place in places:
        if row and place[0] - row[-1][0] > _APART:
            yield row
            row = []
        row.append(place)
    yield row


def _pattern(text: str) -> str:
    """Return what a head has on every page, "" for a line that is mostly numbers (of a table)."""
    pattern = re.sub(r"[0-9]+", "#", re.sub(r"\s", "", text))
    return pattern if sum(char.isalpha() for char in pattern) >= 3 else ""
