"""Paragraphs out of the lines of pages: a PDF says where letters stand, not what they make up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.formats.pdf_frames import take_off_frames
from reader.formats.pdf_layout import Line, usual, usual_size
from reader.text.structure import BlockKind, StructureWriter

_BEGINS = re.compile(
    r"\s*(?:第[〇零一二三四五六七八九十百千0-9]{1,7}[条章节编款]|[一二三四五六七八九十]{1,3}、"
    r"|[\uf06c\uf0a7\uf0b7\uf0d8\uf0fc•●■◆]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9])|附件)"
)
_BULLETS = "\uf06c\uf0a7\uf0b7\uf0d8\uf0fc•"  # of symbol fonts, by their codes
_ENDS = "。！？；：!?;:…”』」）)"
_LATIN = re.compile(r"[A-Za-z0-9,.;:)]")
_LATIN_BEGIN = re.compile(r"[A-Za-z0-9(]")
_LONGEST_HEADING = 60  # code points
_LARGER = 1.15  # how much larger than the text a heading is set


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the text of a document is set."""

    size: float
    left: float
    right: float
    pitch: float  # from one line to the next
    indented: bool  # paragraphs begin with an indent


def write_lines(writer: StructureWriter, pages: Sequence[Sequence[Line]]) -> Mapping[str, int]:
    """Write the paragraphs and headings of all pages.

    Return how many heads, feet and page numbers are left out, by keys of `LEFT_OUT`.
    """
    bodies, left_out = take_off_frames(pages)
    lines = [line for body in bodies for line in body]
    if not lines:
        return left_out
    shape = _shape(bodies)
    levels = _heading_levels(lines, shape)
    paragraph: list[Line] = []
    for line, new_page in _in_order(bodies):
        if paragraph and not _goes_on(paragraph, line, new_page, shape, levels):
            _write(writer, paragraph, levels)
            paragraph = []
        paragraph.append(line)
    _write(writer, paragraph, levels)
    return left_out


def _in_order(bodies: Sequence[Sequence[Line]]) -> Iterator[tuple[Line, bool]]:
    for body in bodies:
        for number, line in enumerate(body):
            yield line, number == 0


def _shape(bodies: Sequence[Sequence[Line]]) -> _Shape:
    lines = [line for body in bodies for line in body]
    size = usual_size(lines)
    body = [line for line in lines if abs(line.size - size) <= size * 0.1] or lines
    left = usual(line.left for line in body)
    # The margins: where most lines begin and end, and not where one stray line does.
    left = min(left, _share([line.left for line in body], 0.1))
    right = _share([line.right for line in body], 0.85)
    pitches = [
        above.bottom - below.bottom
        for page in bodies
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < size * 4
    ]
    pitch = usual(pitches) if pitches else size * 1.5
    indents = sum(1 for line in body if 1.2 * size < line.left - left < 3 * size)
    return _Shape(size, left, right, pitch, indents * 12 > len(body))


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
    text = "".join(_join([line.text.strip() for line in paragraph])).replace("\u00ad", "-")
    if text[0] in _BULLETS:
        writer.add(text[1:], BlockKind.ITEM, 1)
        return
    level = levels.get(_round_size(paragraph[0]), 0)
    is_heading = level and len(text) <= 2 * _LONGEST_HEADING and text[-1:] not in "。；"
    if is_heading:
        writer.add(text, BlockKind.HEADING, level)
    else:
        writer.add(text)


def _join(lines: Sequence[str]) -> Iterator[str]:
    """Yield the parts of a paragraph: words of letters with a space, a cut word as it was."""
    for line, after in pairwise((*lines, "")):
        if after and line.endswith("\u00ad"):
            yield line[:-1]
        elif _LATIN.match(line[-1:]) and _LATIN_BEGIN.match(after):
            yield f"{line} "
        else:
            yield line
