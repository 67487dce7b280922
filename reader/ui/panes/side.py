"""The two texts of a document, and where a repair stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reader.text.document import Document, Repair


class Side(Enum):
    """Which of its two texts a pane shows of a document."""

    __hash__ = object.__hash__  # each is one object; that of Enum is a Python function

    CLEAN = "clean"
    SOURCE = "source"

    def text(self, document: Document) -> str:
        """Return the text of this side."""
        return document.text if self is Side.CLEAN else document.source

    def span(self, repair: Repair) -> tuple[int, int]:
        """Return where a repair stands on this side (code points)."""
        if self is Side.CLEAN:
            return repair.clean_start, repair.clean_end
        return repair.source_start, repair.source_end

    def repairs(self, document: Document, start: int, end: int) -> Sequence[Repair]:
        """Return the repairs that touch a span of this side."""
        if self is Side.CLEAN:
            return document.repairs_in_clean(start, end)
        return document.repairs_in_source(start, end)
