"""Paragraphs out of the lines of pages: a PDF says where letters stand, not what they make up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.text.structure import BlockKind, StructureWriter

_NUMBER_OF_PAGE = re.compile(
    r"[-–—－ ·]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*[0-9]{1,4}\s*页?)?[-–—－ ·]*"
)
_BEGINS = re.compile(
    r"\s*(?:第[〇零一二三四五六七八九十百千0-9]{1,7}[条章节编款]|[一二三四五六七八九十]{1,3}、"
    r"|[\uf06c\uf0a7\uf0b7\uf0d8\uf0fc•●■◆]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9])|附件)"
)
_BULLETS = "\uf06c\uf0a7\uf0b7\uf0d8\uf0fc•"  # of symbol fonts, by their codes
_ENDS = "。！？；：!?;:…”』」）)"
_LATIN = re.compile(r"[A-Za-z0-9,.;:)]$")
_LATIN_BEGIN = re.compile(r"^[A-Za-z0-9(]")
_LONGEST_HEADING = 60  # code points
_LARGER = 1.15  # how much larger than the text a heading is set
_EDGE = 2  # lines at the top and at the bottom of a page where its head and foot may stand


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; places and sizes in points, from the bottom left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the text of a document is set."""

    size: float
    left: float
    right: float
    pitch: float  # from one line to the next
    indented: bool  # paragraphs begin with an indent


def write_lines(writer: StructureWriter, pages: Sequence[Sequence[Line]]) -> None:
    """Write the paragraphs and headings of all pages; heads, feet and page numbers are left out."""
    bodies = _without_frames(pages)
    lines = [line for body in bodies for line in body]
    if not lines:
        return
    shape = _shape(bodies)
    levels = _heading_levels(lines, shape)
    paragraph: list[Line] = []
    for line, new_page in _in_order(bodies):
        if paragraph and not _goes_on(paragraph, line, new_page, shape, levels):
            _write(writer, paragraph, levels)
            paragraph = []
        paragraph.append(line)
    _write(writer, paragraph, levels)


def _in_order(bodies: Sequence[Sequence[Line]]) -> Iterator[tuple[Line, bool]]:
    for body in bodies:
        for number, line in enumerate(body):
            yield line, number == 0


def _without_frames(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without its number and without heads that most pages repeat."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_pattern(line) for line in _edges(page)} - {""})
    often = max(3, len(pages) // 2)
    repeated = {pattern for pattern, times in seen.items() if times >= often}
    bodies: list[list[Line]] = []
    for page in pages:
        edges = set(_edges(page))
        bodies.append(
            [
                line
                for line in page
                if line not in edges
                or not (_NUMBER_OF_PAGE.fullmatch(line.text.strip()) or _pattern(line) in repeated)
            ]
        )
    for above, below in pairwise(bodies):
        # Browsers and Qt print a line that the page's end cuts on both pages.
        if above and below and above[-1].text == below[0].text and len(below[0].text) > 10:
            above.pop()
    return bodies


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page, wherever they come in the file."""
    by_height = sorted(page, key=lambda line: -line.top)
    if len(by_height) <= _EDGE:
        return by_height[-1:] if by_height[-1:] and len(by_height) > 1 else []
    return [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _pattern(line: Line) -> str:
    """Return what a head has on every page, "" for a line that is mostly numbers (of a table)."""
    pattern = re.sub(r"[0-9]+", "#", re.sub(r"\s", "", line.text))
    return pattern if sum(sign.isalpha() for sign in pattern) >= 3 else ""


def _shape(bodies: Sequence[Sequence[Line]]) -> _Shape:
    lines = [line for body in bodies for line in body]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) <= size * 0.1] or lines
    left = _usual(line.left for line in body)
    # The margins: where most lines begin and end, and not where one stray line does.
    left = min(left, _share([line.left for line in body], 0.1))
    right = _share([line.right for line in body], 0.85)
    pitches = [
        above.bottom - below.bottom
        for page in bodies
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < size * 4
    ]
    pitch = _usual(pitches) if pitches else size * 1.5
    indents = sum(1 for line in body if 1.2 * size < line.left - left < 3 * size)
    return _Shape(size, left, right, pitch, indents * 12 > len(body))


def _usual(values: Iterator[float] | list[float]) -> float:
    """Return the value that comes most often, to half a point."""
    return Counter(round(value * 2) / 2 for value in values).most_common(1)[0][0]


def _share(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _heading_levels(lines: Sequence[Line], shape: _Shape) -> dict[float, int]:
    """Return the level of each size that headings are set in: the largest is 1."""
    sizes = sorted(
        {
            _round_size(line)
            for line in lines
            if line.size >= shape.size * _LARGER and len(line.text.strip()) <= _LONGEST_HEADING
        },
        reverse=True,
    )
    return {size: min(level, 6) for level, size in enumerate(sizes, 1)}


def _round_size(line: Line) -> float:
    return float(round(line.size))


def _goes_on(
    paragraph: Sequence[Line],
    line: Line,
    new_page: bool,
    shape: _Shape,
    levels: dict[float, int],
) -> bool:
    """Tell whether a line goes on with the paragraph of the lines before it."""
    last = paragraph[-1]
    if abs(last.size - line.size) > shape.size * 0.12:
        return False
    gap = last.bottom - line.bottom
    if _round_size(line) in levels and line.size >= shape.size * _LARGER:
        # A title over two lines: same size, close together, and the first is no short one.
        return not new_page and 0 < gap < line.size * 2.2 and not _BEGINS.match(line.text)
    if not new_page and not 0 < gap <= shape.pitch * 1.25:
        return False
    if line.text.lstrip()[0] in _BULLETS:
        return False
    if line.left > shape.left + shape.size * 1.2:
        return False  # indented: a new paragraph, or a centred line
    if last.right < shape.right - shape.size * 1.6:
        return False  # the line before ended short of the margin
    if shape.indented:
        return True
    # No indents to go by: a full line that ends a sentence, before one that begins an item.
    ended = last.text.rstrip()[-1:] in _ENDS
    return not (ended and _BEGINS.match(line.text))


def _write(writer: StructureWriter, paragraph: Sequence[Line], levels: dict[float, int]) -> None:
    if not paragraph:
        return
    text = paragraph[0].text.strip()
    for line in paragraph[1:]:
        text = _join(text, line.text.strip())
    text = text.replace("\u00ad", "-")
    if text[0] in _BULLETS:
        writer.add(text[1:], BlockKind.ITEM, 1)
        return
    level = levels.get(_round_size(paragraph[0]), 0)
    is_heading = level and len(text) <= 2 * _LONGEST_HEADING and text[-1:] not in "。；"
    if is_heading:
        writer.add(text, BlockKind.HEADING, level)
    else:
        writer.add(text)


def _join(before: str, after: str) -> str:
    """Return two lines as one: words of letters with a space, a word cut by a hyphen as it was."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    space = " " if _LATIN.search(before) and _LATIN_BEGIN.match(after) else ""
    return f"{before}{space}{after}"
