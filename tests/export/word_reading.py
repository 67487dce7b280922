"""Reads a Word document after all its tracked changes were accepted or rejected.

Written from the standard (ISO 29500, 17.13.5) and not from the exporter: what is put in or taken
out, a paragraph mark too, and what a paragraph whose mark goes is joined with.
"""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ADDED, _GONE = f"{_W}ins", f"{_W}del"

_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}softHyphen": "\u00ad",  # as LibreOffice stores these two characters
    f"{_W}noBreakHyphen": "\u2011",
}


class Comment(NamedTuple):
    """A comment: what it says, and what it stands on while nothing is accepted or rejected."""

    text: str
    marked: str


def part(data: bytes, name: str = "document") -> etree._Element:
    """Return the root of a part; raises KeyError if there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def read_text(data: bytes, *, accept: bool) -> str:
    """Return the text after all changes are accepted or rejected: a line a paragraph or row."""
    lines = [""]
    for element in part(data).find(f"{_W}body"):
        if element.tag == f"{_W}p":
            lines[-1] += _words(element, accept)
            if _stands(element.find(f"{_W}pPr/{_W}rPr"), accept):
                lines.append("")
        elif element.tag == f"{_W}tbl":
            assert lines[-1] == "", "a paragraph cannot go on as a table"
            for row in element.iter(f"{_W}tr"):
                cells = row.iter(f"{_W}tc")
                lines[-1] = "\t".join(_cell(cell, accept) for cell in cells)
                lines.append("")
    assert lines.pop() == "", "the last paragraph has a mark"
    return "\n".join(lines)


def _cell(cell: etree._Element, accept: bool) -> str:
    (paragraph,) = cell.iter(f"{_W}p")
    assert _stands(paragraph.find(f"{_W}pPr/{_W}rPr"), accept)
    return _words(paragraph, accept)


def _stands(properties: etree._Element | None, accept: bool) -> bool:
    """Tell if a paragraph mark is there afterwards."""
    away = _GONE if accept else _ADDED
    return properties is None or properties.find(away) is None


def _words(paragraph: etree._Element, accept: bool) -> str:
    words = []
    away = _GONE if accept else _ADDED
    for run in paragraph.iter(f"{_W}r"):
        if any(above.tag == away for above in run.iterancestors()):
            continue
        deleted = any(above.tag == _GONE for above in run.iterancestors())
        for part in run:
            if part.tag in (f"{_W}t", f"{_W}delText"):
                assert (part.tag == f"{_W}delText") == deleted
                words.append(part.text or "")
            else:
                words.append(_SIGNS.get(part.tag, ""))
    return "".join(words)


def changes(data: bytes) -> list[tuple[str, str, str, str]]:
    """Return each run of tracked text: (ins or del, author, date, text); marks have no text."""
    found = []
    for element in part(data).iter(_ADDED, _GONE):
        text = "".join(one.text or "" for one in element.iter(f"{_W}t", f"{_W}delText"))
        tag = etree.QName(element).localname
        found.append((tag, element.get(f"{_W}author"), element.get(f"{_W}date"), text))
    return found


def comments(data: bytes) -> list[Comment]:
    """Return the comments in their order; each begins before it ends and is referred to once."""
    body = part(data)
    marked, running, ended = {}, set(), set()
    for element in body.iter():
        name, number = element.tag, element.get(f"{_W}id")
        if name == f"{_W}commentRangeStart":
            assert number not in marked
            marked[number] = ""
            running.add(number)
        elif name == f"{_W}commentRangeEnd":
            running.remove(number)
            ended.add(number)
        elif name == f"{_W}commentReference":
            assert number in ended
        elif name in (f"{_W}t", f"{_W}delText"):
            for one in running:
                marked[one] += element.text or ""
    assert not running
    try:
        root = part(data, "comments")
    except KeyError:
        assert not marked
        return []
    assert {one.get(f"{_W}id") for one in root} == set(marked)
    return [
        Comment(
            "\n".join("".join(line.itertext()) for line in one.iter(f"{_W}p")),
            marked[one.get(f"{_W}id")],
        )
        for one in root
    ]
