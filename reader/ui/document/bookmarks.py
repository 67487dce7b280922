"""Remembers of each document where it was read last, how much of it, and how far it is decided."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.document.recent import Progress, RecentFiles, Source
from reader.ui.review.save_state import SaveState

if TYPE_CHECKING:
    from reader.ui.document.opened import Opened

_LONGEST_TITLE = 80  # code points


class Bookmarks:
    """Keeps the position and the progress of the documents in the list of recent ones.

    Of a text without a file or address nothing is remembered: it could not be opened again.
    """

    def __init__(self, recent: RecentFiles, sample: Path | None) -> None:
        """`sample` is the bundled file, of which nothing is remembered."""
        self._recent = recent
        self._sample = sample

    def position(self, source: Source) -> int:
        """Return the source offset at which a document was left."""
        return self._recent.position(source)

    def begin(self, opened: Opened) -> None:
        """Put a document at the head of the recent ones."""
        source = self._source(opened)
        if source is not None:
            self._recent.add(source)

    def remove(self, path: Path) -> None:
        """Take a file that is gone off the list."""
        self._recent.remove(path)

    def keep_position(self, opened: Opened, clean_offset: int, read_to: int) -> None:
        """Remember that this offset of the clean text stands at the top, that one at the bottom."""
        source = self._source(opened)
        if source is not None:
            self._recent.keep_position(source, source_offset(opened, clean_offset))
            self._recent.keep_read(source, read_to / max(1, len(opened.document.text)))

    def keep_progress(self, opened: Opened, state: SaveState) -> None:
        """Remember how far a document is decided, once that is saved."""
        source = self._source(opened)
        if source is None or state in (SaveState.SAVING, SaveState.FAILED):
            return
        if opened.table is not None:
            progress = opened.table.progress()
            self._recent.keep_progress(source, Progress(progress.decided, progress.left))
        if isinstance(source, str):
            self._recent.keep_title(source, first_line(opened.document.text))

    def _source(self, opened: Opened) -> Source | None:
        path, address = opened.request.path, opened.request.address
        if path is not None:
            return None if path == self._sample else path
        return address or None


def source_offset(opened: Opened, clean_offset: int) -> int:
    """Return where in the source an offset of the clean text comes from."""
    offset = min(clean_offset, len(opened.document.text))
    return opened.document.source_span(offset, offset)[0]


def first_line(text: str) -> str:
    """Return the first line that is not empty; the title of a page stands there."""
    start = text[: 10 * _LONGEST_TITLE].lstrip()
    return start.partition("\n")[0].strip()[:_LONGEST_TITLE]
