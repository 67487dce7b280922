"""The words of one's own as the window shows them: one library for all of its tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.study.status import WordStatus
from reader.text.errors import ReaderError

if TYPE_CHECKING:
    from reader.language.own_segments import Change, OwnSegments
    from reader.study.library import Library, Word

_LOOK_MS = 2000  # another window may have written


class OwnWords(QObject):
    """Statuses of words, kept in memory and written at once; each change can be undone."""

    changed = Signal()
    """Some words have another status."""
    segments_changed = Signal(object)
    """frozenset of words: these are cut otherwise now."""
    failed = Signal(object)
    """ReaderError: a status could not be read or written."""

    def __init__(self, folder: Callable[[], Path], parent: QObject) -> None:
        """`folder` gives the user's data folder; the library is opened when first needed."""
        super().__init__(parent)
        self._folder = folder
        self._library: Library | None = None
        self._statuses: dict[str, WordStatus] | None = None
        self._segments: OwnSegments | None = None  # nothing was said yet
        self._has_segments = False
        self._undo: list[tuple[Word, ...] | _Cut] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def library(self) -> Library | None:
        """The library, None if it cannot be opened; `failed` has said why."""
        if self._library is None:
            from reader.study.library import Library  # not needed to start

            try:
                self._library = Library(self._folder())
            except ReaderError as error:
                self.failed.emit(error)
                return None
            self._look.start()
            if self._library.problem is not None:
                self.failed.emit(self._library.problem)
        return self._library

    @property
    def statuses(self) -> dict[str, WordStatus]:
        """The statuses of all words that have one."""
        if self._statuses is None:
            library = self.library
            try:
                self._statuses = library.statuses() if library is not None else {}
            except ReaderError as error:
                self._statuses = {}
                self.failed.emit(error)
        return self._statuses

    def status_of(self, word: str) -> WordStatus:
        """Return the status of a word, NEW for one of which nothing was said."""
        return self.statuses.get(word, WordStatus.NEW)

    def set_status(self, word: str, status: WordStatus) -> None:
        """Set the status of a word."""
        self.set_statuses((word,), status)

    def set_statuses(self, words: Iterable[str], status: WordStatus) -> None:
        """Set the status of many words at once; one `undo` takes it back."""
        asked = tuple(dict.fromkeys(words))
        library = self.library
        if library is None or not asked:
            return
        try:
            before = tuple(one for word in asked if (one := library.word(word)) is not None)
            library.set_statuses(asked, status)
        except ReaderError as error:
            self.failed.emit(error)
            return
        known = {one.word for one in before}
        self._undo.append((*before, *(_unknown(word) for word in asked if word not in known)))
        self.statuses.update(dict.fromkeys(asked, status))
        self.changed.emit()

    @property
    def segments(self) -> OwnSegments:
        """How words are cut; nothing is said before `load_segments`. May be read in any thread."""
        from reader.language.own_segments import NO_SEGMENTS  # not needed to start

        return self._segments or NO_SEGMENTS

    def load_segments(self) -> None:
        """Cut words as the library says; only the first call does anything."""
        if not self._has_segments:
            self._has_segments = True
            self._read_segments()

    def cut(self, changes: Iterable[Change], *, goes_on: bool = False) -> bool:
        """Cut words otherwise from now on; return whether that was possible.

        One `undo` takes it back; with `goes_on`, together with what was cut just before.
        """
        self.load_segments()
        changes, library = tuple(changes), self.library
        if library is None:
            return False
        try:
            library.segments.change(changes)
        except ReaderError as error:
            self.failed.emit(error)
            return False
        from reader.language.own_segments import Change

        before = self.segments
        back = tuple(Change(one.word, before.parts.get(one.word)) for one in changes)
        last = self._undo[-1] if goes_on and self._undo else None
        if isinstance(last, _Cut):
            said = {one.word for one in last.back}
            back = (*last.back, *(one for one in back if one.word not in said))
            self._undo.pop()
        self._undo.append(_Cut(back))
        self._set_segments(before.changed(changes))
        return True

    def _set_segments(self, segments: OwnSegments) -> None:
        before, self._segments = self.segments.parts, segments
        said = before.keys() | segments.parts.keys()
        changed = frozenset(one for one in said if before.get(one) != segments.parts.get(one))
        if changed:
            self.segments_changed.emit(changed)

    def _read_segments(self) -> None:
        library = self.library
        if library is not None:
            try:
                self._set_segments(library.segments.load())
            except ReaderError as error:
                self.failed.emit(error)

    def add(self, statuses: Mapping[str, WordStatus]) -> int:
        """Give words a status that have none yet; return how many. Raises ReaderError."""
        library = self.library
        if library is None:
            return 0
        count = 0
        for status in WordStatus:
            words = [word for word, wanted in statuses.items() if wanted is status]
            if words and status is not WordStatus.NEW:
                count += library.set_statuses(words, status, only_new=True)
        self._statuses = None
        self.changed.emit()
        return count

    def restore(self, path: Path) -> None:
        """Go back to a backup. Raises ReaderError, and then all is as it was."""
        library = self.library
        if library is not None:
            library.restore(path)
            self._statuses = None
            self._undo.clear()
            self._read_segments()
            self.changed.emit()

    @property
    def undo_depth(self) -> int:
        """How many changes can be taken back."""
        return len(self._undo)

    def undo(self) -> tuple[str, ...]:
        """Put back what was changed last; return the words, none if nothing was."""
        library = self.library
        if library is None or not self._undo:
            return ()
        words = self._undo.pop()
        if isinstance(words, _Cut):
            return self._undo_cut(words)
        try:
            library.put_back(one for one in words if one.status is not WordStatus.NEW)
            library.forget(one.word for one in words if one.status is WordStatus.NEW)
        except ReaderError as error:
            self.failed.emit(error)
            return ()
        self._statuses = None
        self.changed.emit()
        return tuple(one.word for one in words)

    def _undo_cut(self, cut: _Cut) -> tuple[str, ...]:
        library = self.library
        if library is None:
            return ()
        try:
            library.segments.change(cut.back)
        except ReaderError as error:
            self.failed.emit(error)
            return ()
        self._set_segments(self.segments.changed(cut.back))
        return tuple(one.word for one in cut.back)

    def close(self) -> None:
        """Close the library."""
        self._look.stop()
        if self._library is not None:
            self._library.close()
            self._library = None

    def _on_look(self) -> None:
        try:
            changed = self._library is not None and self._library.changed_elsewhere()
        except ReaderError:
            return  # the next change says it
        if changed:
            self._statuses = None
            if self._has_segments:
                self._read_segments()
            self.changed.emit()


class _Cut(NamedTuple):
    """Words that were cut otherwise, as they were before."""

    back: tuple[Change, ...]


def _unknown(word: str) -> Word:
    """Return a word as it is before anything was said of it."""
    from datetime import UTC, datetime

    from reader.study.library import Word

    now = datetime.now(UTC)
    return Word(word, WordStatus.NEW, now, now)
