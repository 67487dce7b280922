"""Reads what is dropped on the window or pasted into it: files, or a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

# Editors put colours on the clipboard as HTML; only these say more than the text does.
_STRUCTURE = re.compile(r"<(?:h[1-6]|li|td|p)[\s>]", re.I)


@dataclass(frozen=True, slots=True)
class MimeContent:
    """The file or text to open, and how many more files came with it.

    `html` is the same text as HTML, "" where that tells no more.
    """

    path: Path | None = None
    text: str = ""
    html: str = ""
    more: int = 0


def read_mime(data: QMimeData | None) -> MimeContent | None:
    """Return what the data offers, None if there is nothing to read in it."""
    if data is None:
        return None
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return MimeContent(path=paths[0], more=len(paths) - 1)
    text = data.text() if data.hasText() else ""
    if not text.strip():
        return None
    html = data.html() if data.hasHtml() else ""
    return MimeContent(text=text, html=html if _STRUCTURE.search(html) else "")
