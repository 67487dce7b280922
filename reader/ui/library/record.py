"""Keeps what is read of the document of one tab: that it was opened, where one is, how long."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.text.errors import ReaderError
from reader.ui.document.bookmarks import first_line, source_offset
from reader.ui.document.controller import DocumentController
from reader.ui.document.opened import Opened
from reader.ui.library.counting import Counted, Permit, Recorded, Source, count_document
from reader.ui.panes.panes import DocumentPanes
from reader.ui.study.own_words import OwnWords
from reader.ui.wording import as_reader_error
from reader.ui.workers import Runner

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.page_time import PageTime, Seen

_WAIT_MS = 400  # after a document is whole, until it is put into the library: first it is painted
# After a decision, until its words are counted again, and so much more for each character: of a
# million of them that takes seconds.
_AGAIN_MS, _MORE_MS = 5_000, 0.1
_RECUT_MS = 800  # after a word was joined or split, until that is counted
_WRITE_MS = 60_000  # between two writings of what was read
_LEAST = 1.0  # seconds between two signs of life that are looked at
_SIGNS = (
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
)


class DocumentRecord(QObject):
    """Follows the document of one tab; the library itself is opened when it is first needed."""

    changed = Signal()
    """How far one is, or which words there are, may be different now."""
    written = Signal()
    """Something in the library is another."""

    def __init__(
        self,
        documents: DocumentController,
        panes: DocumentPanes,
        words: OwnWords,
        dictionary: Callable[[], Dictionary],
        *,
        may_keep: Callable[[Opened], bool],
        is_reading: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """`may_keep` says if a document is to be remembered; `is_reading` that none is decided."""
        super().__init__(parent)
        self._documents = documents
        self._panes = panes
        self._words = words
        self._dictionary = dictionary
        self._may_keep = may_keep
        self._is_reading = is_reading
        self._opened: Opened | None = None
        self.fingerprint = ""
        """Of the document in the library; "" while it is not there."""
        self._time: PageTime | None = None
        self._last_sign = 0.0
        self._has_failed = False
        self._is_forgotten = False  # the document is not to come back before it is opened again
        self._permit = Permit()
        self.counted: Counted | None = None
        """The words of the document, None until they are counted."""
        self._runner = Runner(self)
        self._runner.shown.connect(self._on_recorded)
        self._runner.finished.connect(self._on_counted)
        self._runner.failed.connect(self._on_failed)
        self._start, self._write = QTimer(self), QTimer(self)
        for timer in (self._start, self._write):
            timer.setSingleShot(True)
        self._start.timeout.connect(self._count)
        self._write.setInterval(_WRITE_MS)
        self._write.timeout.connect(self.write)
        words.segments_changed.connect(self._on_segments)
        documents.shown_changed.connect(self._on_shown)
        documents.leaving.connect(self._leave)
        panes.position_changed.connect(self._on_moved)
        self._watched: tuple[QWidget, ...] = tuple(
            widget
            for view in (panes.clean_view, panes.source_view)
            for widget in (view, view.viewport())
        )
        for widget in self._watched:
            widget.installEventFilter(self)
        self._on_shown(documents.shown, False)

    @property
    def opened(self) -> Opened | None:
        """The whole document that is followed, or None."""
        return self._opened

    def seen(self) -> Seen | None:
        """Return what is on the screen, None without a document."""
        from reader.study.page_time import Seen  # not needed to start

        if self._opened is None:
            return None
        pager, bar = self._panes.clean_view.pager, self._panes.scroll_bar
        length = len(pager.blocks.text)
        top = min(self._panes.top_clean_offset(), length)
        if bar.value() >= bar.maximum():
            return Seen(top, length, length)
        bottom = pager.offset_near(QPointF(self._panes.clean_view.width(), pager.height - 1))
        return Seen(top, max(top, bottom), length)

    def write(self) -> None:
        """Write what was read until now, and where one is."""
        self._keep(leaving=False)

    def rest(self) -> None:
        """Count nothing until the next sign of life."""
        if self._time is not None:
            self._time.rest()

    def is_one_of(self, fingerprints: Collection[str]) -> bool:
        """Tell if the document is one of these, also while it is only being put there."""
        if self._opened is None or not self._keeps(self._opened):
            return False
        from reader.review.packed import fingerprint  # not needed to start

        return (self.fingerprint or fingerprint(self._opened.document.source)) in fingerprints

    def forget(self) -> None:
        """Drop what was not written yet, and keep nothing more until a document is opened."""
        self._is_forgotten = True
        self._permit.withdraw()
        self._write.stop()
        self._time = None
        self.fingerprint = ""

    def begin_again(self) -> None:
        """Put the document into the library again."""
        self._is_forgotten = False
        if self._opened is not None:
            self._start.start(_WAIT_MS)

    def close(self) -> None:
        """Write what was read and end what is done in a thread."""
        self._leave()
        self._runner.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SIGNS:
            self._note()
        elif kind == QEvent.Type.Hide and watched is self._watched[0]:
            self.rest()
        return False

    # -- what happens

    def _on_shown(self, opened: Opened | None, _stays: bool) -> None:
        before = self._opened
        if opened is not None and opened.complete:
            self._opened = opened
            again = round(_AGAIN_MS + _MORE_MS * len(opened.document.source))
            self._start.start(_WAIT_MS if before is None else again)

    def _leave(self) -> None:
        """Let the document go that was followed; it is still on the screen."""
        self._start.stop()
        self._keep(leaving=True)
        self._write.stop()
        self._runner.cancel()
        self._opened = self._time = self.counted = None
        self.fingerprint = ""
        self._is_forgotten = False
        self.changed.emit()

    def _keeps(self, opened: Opened) -> bool:
        return not self._is_forgotten and self._may_keep(opened)

    def _count(self) -> None:
        opened = self._opened
        if opened is None:
            return
        self._words.load_segments()
        self._permit = Permit()
        work = partial(
            count_document,
            document=opened.document,
            source=_source_of(opened),
            library=self._words.library if self._keeps(opened) else None,
            permit=self._permit,
            dictionary=self._dictionary,
            own=self._words.segments,
            counted=self.counted if self._can_recount(opened) else None,
        )
        self._runner.start(work)

    def _can_recount(self, opened: Opened) -> bool:
        """Tell if only what was cut otherwise has to be counted again."""
        return self.counted is not None and self.counted.document is opened.document

    def _on_segments(self) -> None:
        """Count words that are cut otherwise now; the user may be trying several ways."""
        if self.counted is not None:
            self._start.start(_RECUT_MS)

    def count_again(self) -> None:
        """Count all words anew: a glossary came or went, which may have others."""
        self.counted = None
        if self._opened is not None:
            self._start.start(_RECUT_MS)

    def _on_recorded(self, recorded: Recorded) -> None:
        self._runner.go_on()
        opened = self._opened
        if opened is None:
            return
        is_new = not self.fingerprint
        self.fingerprint = recorded.fingerprint if self._keeps(opened) else ""
        request = opened.request
        is_pasted = request.path is None and not request.address
        if is_new and is_pasted and recorded.position and not self._panes.top_clean_offset():
            # Of a file the bookmarks know it; here only the text itself tells which one it is.
            self._documents.go_to_source(recorded.position)
        self.written.emit()

    def _on_counted(self, counted: Counted) -> None:
        self.counted = counted
        self.changed.emit()
        self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self._complain(as_reader_error(error, None))

    def _complain(self, error: ReaderError) -> None:
        """Say it once: it would fail again every minute."""
        if not self._has_failed:
            self._has_failed = True
            self._words.failed.emit(error)

    def _on_moved(self) -> None:
        self._note()
        self.changed.emit()

    def _note(self) -> None:
        """Take note of a sign of life, while the window is in front."""
        now = monotonic()
        if self._opened is None or now - self._last_sign < _LEAST:
            return
        if not self._panes.isActiveWindow() or not self._is_reading():
            self.rest()
            return
        seen = self.seen()
        if seen is None:
            return
        from reader.study.page_time import PageTime  # not needed to start

        self._last_sign = now
        if self._time is None:
            self._time = PageTime()
        self._time.note(now, seen)
        if not self._write.isActive():
            self._write.start()

    def _keep(self, *, leaving: bool) -> None:
        opened, read_time = self._opened, self._time
        if opened is None or not self.fingerprint or not self._keeps(opened):
            return
        library = self._words.library
        if library is None:
            return
        if leaving and read_time is not None and self._panes.isActiveWindow():
            seen = self.seen()
            if seen is not None:
                read_time.note(monotonic(), seen)
        read = read_time.take(leaving=leaving) if read_time is not None else None
        top = self._panes.top_clean_offset()
        length = max(1, len(opened.document.text))
        reached = read_time.reached if read_time is not None else 0
        try:
            if read is not None and (read.seconds or read.characters):
                library.history.add_time(self.fingerprint, read.seconds, read.characters)
            at = source_offset(opened, top)
            library.history.set_position(self.fingerprint, at, reached / length)
        except ReaderError as error:
            self._complain(error)
        else:
            self.written.emit()


def _source_of(opened: Opened) -> Source:
    path, address = opened.request.path, opened.request.address
    if path is not None:
        return Source(path.name, path.absolute())
    return Source(first_line(opened.document.text), None, address)
