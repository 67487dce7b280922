"""Where a repair is, in the words of a list: line and column, and the text around it."""

from __future__ import annotations

import re
from bisect import bisect_right

from reader.text.document import Document, Repair

_LINE_END = re.compile(r"\r\n|\r|\n")
_AROUND = 12  # code points on each side


class SourceLines:
    """Finds the lines of a source, whatever ends them."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(source))]

    def find(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset (code points), both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def context_of(document: Document, repair: Repair) -> str:
    """Return the line of the clean text around a repair, the place in brackets: 推〔动〕劳动."""
    text = document.text
    start, end = repair.clean_start, repair.clean_end
    before = text[max(0, start - _AROUND) : start]
    before = before[max(before.rfind("\r"), before.rfind("\n")) + 1 :]
    behind = text[end : end + _AROUND].partition("\n")[0].partition("\r")[0]
    return f"{before}〔{text[start:end]}〕{behind}"
