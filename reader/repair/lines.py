"""The lines of a text in which something suspicious stands; the others cost one search."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n]+")  # not \x85: it is a byte of many misread characters


def line_start(text: str, at: int) -> int:
    """Return where the line begins that holds the code point `at`."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def lines_with(
    text: str, low: int, high: int, patterns: tuple[re.Pattern[str], ...]
) -> list[tuple[int, str]]:
    """Return (offset, line) of the lines reaching into text[low:high] that hold a pattern."""
    lines: dict[int, str] = {}
    for pattern in patterns:
        hit = pattern.search(text, line_start(text, low))
        while hit is not None and hit.start() < high:
            start = line_start(text, hit.start())
            line = _LINE.match(text, start)
            end = max(line.end() if line else 0, hit.end())
            lines[start] = text[start : line.end() if line else start]
            hit = pattern.search(text, end)
    return sorted(lines.items())
