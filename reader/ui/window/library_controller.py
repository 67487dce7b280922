"""The library in the window: shown in place of the page, told what is read, in the status line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.text.errors import ReaderError
from reader.ui import settings
from reader.ui.messages import Message, error_message
from reader.ui.settings import Settings
from reader.ui.window.actions import ActionId, Handler
from reader.ui.window.icons import line_icon

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.page_time import Speed
    from reader.study.settled import Share
    from reader.ui.document.open_commands import OpenCommands
    from reader.ui.library.model import Row
    from reader.ui.library.record import DocumentRecord
    from reader.ui.library.view import LibraryView
    from reader.ui.questions import Questions
    from reader.ui.study.own_words import OwnWords
    from reader.ui.window.document_tab import DocumentTab
    from reader.ui.window.status import StatusLine
    from reader.ui.window.theme import Theme

_SOON_MS = 200  # until the status line follows the page
# What can be asked for without going back to the page.
_STAYS = frozenset(
    (
        ActionId.OPEN, ActionId.OPEN_ADDRESS, ActionId.OPEN_FOLDER, ActionId.SAMPLE, ActionId.PASTE,
        ActionId.QUIT, ActionId.LIBRARY, ActionId.REMEMBER, ActionId.DELETE_HISTORY,
        ActionId.KNOWN_WORDS, ActionId.BACK_UP_WORDS, ActionId.RESTORE_WORDS,
        ActionId.SET_UP_TRANSLATION, ActionId.FORGET_TRANSLATIONS, ActionId.SIGN, ActionId.PALETTE,
        ActionId.SHORTCUTS, ActionId.ABOUT,
    )
)  # fmt: skip


class LibraryController(QObject):
    """Makes the view when it is first asked for; the window starts without it."""

    shown_changed = Signal()
    """The library came to the front, or the page did again."""
    said = Signal(object)
    """Message, or None: the one that is shown has had its time."""

    def __init__(
        self,
        store: Settings,
        words: OwnWords,
        dictionary: Callable[[], Dictionary],
        questions: Questions,
        status: StatusLine,
        front: Callable[[], DocumentTab | None],
        tabs: Callable[[], Iterable[DocumentTab]],
        window: QWidget,
    ) -> None:
        """`front` gives the tab in front, None before there is one; `tabs` gives all."""
        super().__init__(window)
        self._store = store
        self._words = words
        self._dictionary = dictionary
        self._questions = questions
        self._status = status
        self._front = front
        self._tabs = tabs
        self._window = window
        self._view: LibraryView | None = None
        self._stack: QStackedWidget | None = None
        self._opens: OpenCommands | None = None
        self._actions: Mapping[ActionId, QAction] = {}
        self._theme: Theme | None = None
        self._behind: QWidget | None = None
        self._speed: Speed | None = None  # of the document in front, until it is another one
        self._share: tuple[object, Share | None] = (None, None)  # of which counted words
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.say_course)
        words.changed.connect(self._on_words)

    @property
    def view(self) -> LibraryView | None:
        """The view, None while it was never shown."""
        return self._view

    @property
    def is_open(self) -> bool:
        """Whether the library stands in place of the page."""
        return (
            self._view is not None
            and self._stack is not None
            and (self._stack.currentWidget() is self._view)
        )

    def handlers(self) -> dict[ActionId, Handler]:
        """Return what the actions about the library do."""
        return {
            ActionId.LIBRARY: self.toggle,
            ActionId.REMEMBER: self._on_remember,
            ActionId.DELETE_HISTORY: self._delete_history,
        }

    def settle(
        self,
        stack: QStackedWidget,
        opens: OpenCommands,
        actions: Mapping[ActionId, QAction],
        theme: Theme,
    ) -> None:
        """Take a place among the pages of the window; before the actions are connected."""
        self._stack, self._opens, self._actions, self._theme = stack, opens, actions, theme
        actions[ActionId.REMEMBER].setChecked(self._store.get(settings.REMEMBER))
        theme.changed.connect(self._dress)
        opens.requested.connect(self.close_view)
        for action_id, action in actions.items():
            if action_id not in _STAYS:
                # Whatever is asked of a document is to be seen.
                action.triggered.connect(self.close_view)

    def follow(self, tab: DocumentTab) -> None:
        """Show how far one is in the document of a tab while that is in front."""
        tab.study.record_made.connect(partial(self._on_made, tab))

    def show_behind(self, widget: QWidget) -> None:
        """Show the start page or the documents, behind the library while that is open."""
        self._behind = widget
        if self._stack is not None and not self.is_open:
            self._stack.setCurrentWidget(widget)
        self.say_course()

    def toggle(self) -> None:
        """Open the library, or go back to the page."""
        if self.is_open:
            self.close_view()
        else:
            self.open_view()

    def open_view(self) -> None:
        """Show the library."""
        if self._stack is None:
            return
        view = self._view or self._make_view(self._stack)
        for record in self._records():
            record.write()
        self._stack.setCurrentWidget(view)
        self._tell()
        view.enter()
        view.load()

    def close_view(self) -> None:
        """Show the page again."""
        if self.is_open and self._stack is not None and self._behind is not None:
            self._stack.setCurrentWidget(self._behind)
            if self._view is not None:
                self._view.rest()
            self._tell()
            front = self._front()
            if front is not None and front.shown is not None:
                front.page.panes.setFocus()
            else:
                self._behind.setFocus()

    def say_course(self) -> None:
        """Say in the status line how far one is in the document in front, and what is left."""
        front = self._front()
        record = front.study.record if front is not None else None
        seen = record.seen() if record is not None else None
        if seen is None:
            self._status.set_read_words("")
            return
        from reader.study.page_time import place_of  # not needed to start
        from reader.ui.library.wording import Place, course_words

        at = place_of(seen)
        place = Place(at / max(1, seen.length), self.speed().minutes(seen.length - at))
        self._status.set_read_words(course_words(place, self._known()))

    def speed(self) -> Speed:
        """Return how fast one reads, looked up once for a document."""
        if self._speed is None:
            from reader.study.history import TimeRead
            from reader.study.page_time import own_speed, speed_of

            library = self._words.library
            try:
                self._speed = own_speed(library.history) if library is not None else None
            except ReaderError:
                self._speed = None  # the usual one will do; the next writing says what is wrong
            self._speed = self._speed or speed_of(TimeRead(0, 0))
        return self._speed

    def close(self) -> None:
        """End what is done in a thread."""
        self._soon.stop()
        if self._view is not None:
            self._view.close_work()

    # -- inside

    def _make_view(self, stack: QStackedWidget) -> LibraryView:
        from reader.ui.library.view import LibraryView  # not needed to start

        view = self._view = LibraryView(self._words, self._dictionary, stack)
        stack.addWidget(view)
        view.opened.connect(self._on_opened)
        view.closed.connect(self.close_view)
        view.said.connect(self.said)
        view.forgotten.connect(self._on_forgotten)
        view.put_back.connect(self._on_put_back)
        if self._opens is not None:
            view.file_wanted.connect(self._opens.ask_and_open)
        view.set_remembering(self._store.get(settings.REMEMBER))
        self._dress()
        return view

    def _dress(self) -> None:
        if self._view is not None and self._theme is not None:
            self._view.set_close_icon(line_icon("close", self._theme.colour("window_text")))

    def _tell(self) -> None:
        self._actions[ActionId.LIBRARY].setChecked(self.is_open)
        self.shown_changed.emit()

    def _records(self) -> list[DocumentRecord]:
        return [tab.study.record for tab in self._tabs() if tab.study.record is not None]

    def _known(self) -> Share | None:
        """Return how many words of the document in front are known, if they are counted."""
        front = self._front()
        record = front.study.record if front is not None else None
        counted = record.counted if record is not None else None
        if counted is None:
            return None
        if self._share[0] is not counted:
            from reader.study.settled import Settled

            share = Settled.of(self._words.statuses).share_of(counted.counts)
            self._share = counted, share
        return self._share[1]

    def _on_opened(self, row: Row) -> None:
        document, opens = row.document, self._opens
        if opens is None:
            return
        self.said.emit(None)
        if document.path is not None:
            opens.open_path(document.path, near=document.position)
        else:
            opens.open_address(document.address, near=document.position)
        self.close_view()

    def _on_made(self, tab: DocumentTab) -> None:
        if tab.study.record is not None:
            tab.study.record.changed.connect(partial(self._on_record, tab))
            tab.study.record.written.connect(self._on_written)

    def _on_record(self, tab: DocumentTab) -> None:
        if tab is self._front():
            if tab.study.record is None or tab.study.record.opened is None:
                self._speed = None
            self._soon.start()

    def _on_written(self) -> None:
        if self._view is not None:
            self._view.load_soon()

    def _on_words(self) -> None:
        self._share = (None, None)
        self._soon.start()

    def _on_forgotten(self, fingerprints: Collection[str]) -> None:
        """Keep nothing more of documents that are open, too."""
        for record in self._records():
            if record.is_one_of(fingerprints):
                record.forget()

    def _on_put_back(self) -> None:
        for record in self._records():
            if not record.fingerprint:
                record.begin_again()

    def _on_remember(self) -> None:
        on = self._actions[ActionId.REMEMBER].isChecked()
        self._store.set(settings.REMEMBER, on)
        if self._view is not None:
            self._view.set_remembering(on)
        for record in self._records():
            if on:
                record.begin_again()
            else:
                record.forget()

    def _delete_history(self) -> None:
        library = self._words.library
        if library is None or not self._questions.delete_history(self._window):
            return
        for record in self._records():
            record.forget()
        try:
            library.history.clear()
        except ReaderError as error:
            for record in self._records():
                record.begin_again()
            self.said.emit(error_message(error))
            return
        self._speed = None
        if self._view is not None:
            self._view.load()
        text = self.tr("Your reading history was deleted.")
        self.said.emit(Message(text))
