"""Finds the lines of a text that contain something suspicious; all others cost one search."""

from __future__ import annotations

from typing import cast

from reader.repair.mechanism import Stretch
from reader.text.lazy_pattern import Searcher, lazy_pattern

HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""The inside of a character class: invisible characters."""
LOST = "锟烫屯\ufffd"
"""Characters that stand where bytes are gone for good."""
DOUBLED = lazy_pattern(r"[ \u3000\xa0](?<=[^\s].)[ \u3000\xa0]")
_PAIRS = tuple(one + two for one in " \u3000\xa0" for two in " \u3000\xa0")
_SUSPECT = lazy_pattern(
    f"[&<{LOST}{HIDDEN}\ue000-\uf8ff\xa0\"#$'*+=?@^_`{{|}}~!]"  # noise consists of such signs
)
_LINE = lazy_pattern(r"[^\r\n]+")  # \x85 ends no line here: it is a byte of many misread characters


def line_start(text: str, at: int) -> int:
    """Return where the line that contains the code point `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def find_lines(
    text: str, low: int, high: int, patterns: tuple[Searcher, ...]
) -> list[tuple[int, str]]:
    """Return (offset, line) of each line that overlaps text[low:high] and matches a pattern."""
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


def find_suspect_lines(stretch: Stretch) -> list[tuple[int, str]]:
    """Return (offset, line) of each line that may contain web page residue.

    Cached per stretch, for all mechanisms that look for residue.
    """
    known = stretch.cached.get("suspect_lines")
    if known is None:
        text, low, high = stretch.text, stretch.low, stretch.high
        patterns: tuple[Searcher, ...] = (_SUSPECT,)
        if any(text.find(pair, low, high) >= 0 for pair in _PAIRS):
            patterns = (_SUSPECT, DOUBLED)
        known = stretch.cached["suspect_lines"] = find_lines(text, low, high, patterns)
    return cast("list[tuple[int, str]]", known)
