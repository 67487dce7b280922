"""Opens a file as a document."""

from __future__ import annotations

from pathlib import Path

from reader.core.document import Document
from reader.core.restore.pipeline import Progress, restore


def open_document(
    path: str | Path, *, encoding: str | None = None, progress: Progress | None = None
) -> Document:
    """Decode the file and restore it. Raises ReaderError with a clear message."""
    return restore(Path(path).read_text("utf-8"), progress=progress)
