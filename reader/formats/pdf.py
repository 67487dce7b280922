"""PDF files that hold text, read in a process of their own; what is no text is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.formats.content import Content, Source
from reader.formats.pdf_fonts import find_noise
from reader.formats.pdf_layout import Line
from reader.formats.pdf_lines import write_lines
from reader.formats.pdf_page import PageRead
from reader.formats.pdf_process import KIND, read_pages_apart
from reader.formats.radicals import without_radicals
from reader.text.errors import NoCharactersInside, NoTextInside
from reader.text.structure import StructureWriter

_LEAST = 2  # characters a page; a scan may carry the number of its copier and no more


def read(source: Source) -> Content:
    """Return the text of a PDF file, its lines joined to paragraphs.

    Raises ReaderError: damaged, protected by a password, scanned (no text), fonts that do not say
    which characters they show, more inside than any document has, longer than a minute.
    """
    pages = read_pages_apart(source.data, source.where, check=source.check)
    return content_of(pages, source)


def content_of(pages: Sequence[PageRead], source: Source) -> Content:
    """Return the text of pages that were read. Raises NoTextInside or NoCharactersInside."""
    left_out: Counter[str] = Counter()
    texts, left_out["garbled"] = _readable_lines(pages)
    letters = [sum(_letters(line.text) for line in lines) for lines in texts]
    is_scan = any(page["drawn"] for page in pages) and sum(letters) <= _LEAST * len(pages)
    if is_scan or not any(letters):
        if left_out["garbled"]:
            raise NoCharactersInside(source.where, KIND)
        raise NoTextInside(source.where, KIND)
    writer = StructureWriter()
    left_out.update(write_lines(writer, texts))
    left_out["pictures"] = _count_pictures(pages, letters)
    for page in pages:
        left_out["fields"] += page["fields"]
        left_out["comments"] += page["comments"]
        left_out["objects"] += page["files"]
        left_out["unreadable"] += page["broken"]
    return Content.of(writer, left_out=left_out)


def _readable_lines(pages: Sequence[PageRead]) -> tuple[list[list[Line]], int]:
    """Return the lines of each page, and on how many pages letters are noise and left out."""
    noise = find_noise(line for page in pages for line in page["lines"])
    texts: list[list[Line]] = []
    garbled = 0
    for page in pages:
        lines = []
        has_noise = False
        for line in page["lines"]:
            text = noise.take_out(line["text"], line["runs"]) if line["runs"] else line["text"]
            has_noise |= text != line["text"]
            if text.strip() and (text == line["text"] or _letters(text)):
                lines.append(Line(without_radicals(text), *line["box"], line["size"]))
        texts.append(lines)
        garbled += has_noise
    return texts, garbled


def _count_pictures(pages: Sequence[PageRead], letters: Sequence[int]) -> int:
    """Return how many pages are pictures, and how many pictures stand beside text.

    One that is in the same place of many pages, such as an emblem, is one.
    """
    whole = 0
    beside: set[tuple[int, ...]] = set()
    for page, number in zip(pages, letters, strict=True):
        if number <= _LEAST and page["drawn"]:
            whole += 1
        else:
            beside.update(map(tuple, page["pictures"]))
    return whole + len(beside)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
