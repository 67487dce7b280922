"""Remembers of each file where it was read last and how far it is decided."""

from __future__ import annotations

from pathlib import Path

from reader.ui.document.opened import Opened
from reader.ui.document.recent import RecentFiles, progress_of
from reader.ui.review.controller import SaveState


class Bookmarks:
    """Keeps the position and the progress of the files in the list of recent ones."""

    def __init__(self, recent: RecentFiles, sample: Path | None) -> None:
        """`sample` is the bundled file, of which nothing is remembered."""
        self._recent = recent
        self._sample = sample

    def position(self, path: Path) -> int:
        """Return the source offset at which a file was left."""
        return self._recent.position(path)

    def begin(self, opened: Opened) -> None:
        """Put the file of a document at the head of the recent ones."""
        path = self._path(opened)
        if path is not None:
            self._recent.add(path)

    def remove(self, path: Path) -> None:
        """Take a file that is gone off the list."""
        self._recent.remove(path)

    def keep_position(self, opened: Opened, clean_offset: int) -> None:
        """Remember that this offset of the clean text stands at the top."""
        path = self._path(opened)
        if path is not None:
            self._recent.keep_position(path, source_offset(opened, clean_offset))

    def keep_progress(self, opened: Opened, state: SaveState) -> None:
        """Remember how far a document is decided, once that is saved."""
        path = self._path(opened)
        if path is None:
            return
        # Nothing, where there was something: somebody deleted the journal.
        known = state is not SaveState.NOTHING or self._recent.progress(path)
        if known and state not in (SaveState.SAVING, SaveState.FAILED):
            self._recent.keep_progress(path, progress_of(opened.tally))

    def _path(self, opened: Opened) -> Path | None:
        path = opened.request.path
        return None if path == self._sample else path


def source_offset(opened: Opened, clean_offset: int) -> int:
    """Return where in the source an offset of the clean text comes from."""
    offset = min(clean_offset, len(opened.document.text))
    return opened.document.source_span(offset, offset)[0]
