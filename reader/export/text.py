"""The clean text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.document import Document


def to_text(document: Document) -> str:
    """Return the clean text, line ends as they were in the source; a heading is a line."""
    return document.text
