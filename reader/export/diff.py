"""What became of the source, line by line, as a unified diff that patch(1) applies."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.export.material import Material
from reader.text.document import Document

_CONTEXT = 3  # lines on each side of a hunk
_NO_LINE_END = "\\ No newline at end of file\n"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


class _Stretch(NamedTuple):
    """Lines of both texts up to the next line end that no repair touched; equal if unchanged."""

    old: Sequence[str]
    new: Sequence[str]


def to_diff(material: Material) -> str:
    """Return the unified diff from the source to the clean text; empty if nothing changed.

    The alignment of the document says which lines belong together: nothing is searched for, so
    that a page where every line was changed takes no longer than another.
    """
    hunks = "".join(_hunks(list(_stretches(material.document))))
    if not hunks:
        return ""
    path = material.document.origin.path
    name = _CONTROLS.sub("_", path.name if path else "text")
    return f"--- a/{name}\t\n+++ b/{name}\t\n{hunks}"


def _stretches(document: Document) -> Iterator[_Stretch]:
    source, text = document.source, document.text
    applied = (
        (one.source_start, one.source_end, one.clean_end) for one in document.repairs if one.applied
    )
    following = next(applied, None)
    at = clean_at = 0
    grown = 0  # by how much the clean text is longer before `end`
    for found in re.finditer("\n", source):
        end = found.end()
        touched = False
        # An insertion in front of the line end is inside this line, one behind it in the next.
        while following is not None and following[0] < end:
            touched = following[1] >= end
            grown = following[2] - following[1]
            if touched and following[1] > end:
                break
            following = next(applied, None)
        if touched:
            continue
        yield _Stretch(_lines(source[at:end]), _lines(text[clean_at : end + grown]))
        at, clean_at = end, end + grown
    if at < len(source) or clean_at < len(text):
        yield _Stretch(_lines(source[at:]), _lines(text[clean_at:]))


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; nothing but a line feed ends one, as for patch(1)."""
    lines = text.split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _hunks(stretches: Sequence[_Stretch]) -> Iterator[str]:
    changed = deque(number for number, one in enumerate(stretches) if one.old != one.new)
    old = new = 1  # the numbers of the lines at `at`
    at = 0
    while changed:
        first = max(at, changed[0] - _CONTEXT)
        last = changed.popleft()
        while changed and changed[0] - last <= 2 * _CONTEXT:
            last = changed.popleft()
        stop = min(len(stretches), last + 1 + _CONTEXT)
        for one in stretches[at:first]:
            old, new = old + len(one.old), new + len(one.new)
        inside = stretches[first:stop]
        olds, news = sum(len(one.old) for one in inside), sum(len(one.new) for one in inside)
        yield f"@@ -{_span(old, olds)} +{_span(new, news)} @@\n"
        for one in inside:
            if one.old == one.new:
                yield from (_line(" ", line) for line in one.old)
            else:
                yield from (_line("-", line) for line in one.old)
                yield from (_line("+", line) for line in one.new)
        old, new, at = old + olds, new + news, stop


def _span(start: int, count: int) -> str:
    """Return a span as a hunk names it: one without lines by the line before it."""
    return f"{start},{count}" if count else f"{start - 1},0"


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_LINE_END}"
