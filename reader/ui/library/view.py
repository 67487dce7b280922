"""The library in the window: its documents, and what they add up to."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.errors import ReaderError
from reader.ui.library.documents_page import DocumentsPage
from reader.ui.library.loading import LibraryLoader
from reader.ui.library.model import Row
from reader.ui.messages import Message, error_message
from reader.ui.parts.drawing import scaled
from reader.ui.parts.labels import plain_label
from reader.ui.study.own_words import OwnWords
from reader.ui.wording import as_reader_error

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.history import Forgotten
    from reader.study.statistics import Statistics
    from reader.ui.library.statistics_page import StatisticsPage

_AGAIN_MS = 800  # after something was written, until it is read again


class LibraryView(QWidget):
    """Two pages, read in a thread whenever the view is shown or the library changes meanwhile."""

    opened = Signal(object)
    """Row: its document is to be opened."""
    forgotten = Signal(object)
    """Set of fingerprints of documents that are about to leave the library."""
    put_back = Signal()
    """Documents that had left it are there again."""
    file_wanted = Signal()
    closed = Signal()
    said = Signal(object)
    """Message."""

    def __init__(
        self,
        words: OwnWords,
        dictionary: Callable[[], Dictionary],
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self._dictionary = dictionary
        self._undo: list[Forgotten] = []
        self.documents = DocumentsPage(self, today)
        self._title = plain_label(self)
        self._title.setFont(scaled(self.font(), 1.15, bold=True))
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("libraryTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(2):
            self.tabs.addTab("")
        self.close_button = QToolButton(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.documents)
        self._made: StatisticsPage | None = None
        self._remembers = True
        self._rows: tuple[Row, ...] = ()
        self._gathered: Statistics | None = None
        self._today = today
        self.loader = LibraryLoader(dictionary, self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._arrange()
        self._connect()
        self._say()

    @property
    def statistics(self) -> StatisticsPage:
        """The second page, made when it is first looked at."""
        if self._made is None:
            self._made = self._make_statistics()
        return self._made

    def load(self) -> None:
        """Read the library, now."""
        self._again.stop()
        library = self._words.library
        if library is not None:
            self.loader.load(library)

    def set_remembering(self, on: bool) -> None:
        """Say on both pages what counts as reading, or that nothing of it is remembered."""
        self._remembers = on
        self.documents.set_remembering(on)
        if self._made is not None:
            self._made.set_remembering(on)

    def rest(self) -> None:
        """Stop reading: nobody looks at it any more."""
        self._again.stop()
        self.loader.rest()

    def load_soon(self) -> None:
        """Read it again when nothing more has changed for a moment, if anybody sees it."""
        if self.isVisible():
            self._again.start()

    def enter(self) -> None:
        """Let the page in front have the keys."""
        if self._pages.currentWidget() is self.documents:
            self.documents.enter()
        else:
            self.statistics.enter()

    def undo(self) -> None:
        """Take back what left the library last."""
        library = self._words.library
        if library is None or not self._undo:
            return
        try:
            library.history.put_back(self._undo.pop())
        except ReaderError as error:
            self.said.emit(error_message(error))
        self.said.emit(None)
        self.put_back.emit()
        self.load()

    def set_close_icon(self, icon: QIcon) -> None:
        """Give the button that closes the view its icon."""
        self.close_button.setIcon(icon)

    def close_work(self) -> None:
        """End what is done in a thread."""
        self._again.stop()
        self.loader.close()

    def event(self, event: QEvent) -> bool:
        is_early = event.type() == QEvent.Type.ShortcutOverride
        if is_early and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()  # or the document behind would get it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        closes = event.matches(QKeySequence.StandardKey.Close)
        if event.key() == Qt.Key.Key_Escape or closes:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 8, 0)
        head.setSpacing(20)
        head.addWidget(self._title)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.close_button.clicked.connect(self.closed)
        self.documents.opened.connect(self._on_opened)
        self.documents.forgotten.connect(self._on_forgotten)
        self.documents.undo_wanted.connect(self.undo)
        self.documents.file_wanted.connect(self.file_wanted)
        self._again.timeout.connect(self.load)
        self._words.changed.connect(self.load_soon)
        self.loader.rows_loaded.connect(self._on_rows)
        self.loader.gone_found.connect(self.documents.model.set_gone)
        self.loader.shares_counted.connect(self.documents.model.set_shares)
        self.loader.gathered.connect(self._on_gathered)
        self.loader.failed.connect(self._on_failed)

    def _make_statistics(self) -> StatisticsPage:
        from reader.ui.library.statistics_page import StatisticsPage

        page = StatisticsPage(self, self._today)
        page.status_wanted.connect(self._words.set_status)
        page.undo_wanted.connect(self._words.undo)
        page.levels_wanted.connect(self._show_levels)
        self._pages.addWidget(page)
        page.set_remembering(self._remembers)
        page.set_documents(self._rows)
        if self._gathered is not None:
            page.set_statistics(self._gathered)
        return page

    def _on_tab(self, at: int) -> None:
        self._pages.setCurrentWidget(self.statistics if at else self.documents)

    def _on_rows(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self.documents.set_rows(rows)
        if self._made is not None:
            self._made.set_documents(rows)

    def _on_gathered(self, gathered: Statistics) -> None:
        self._gathered = gathered
        if self._made is not None:
            self._made.set_statistics(gathered)

    def _on_opened(self, row: Row) -> None:
        """Open a document, or say why it cannot be opened."""
        document = row.document
        if document.path is None and not document.address:
            self.said.emit(
                Message(
                    self.tr("The text of “{title}” was not saved.").format(title=document.title),
                    self.tr("Paste it again to continue where you stopped."),
                )
            )
        elif document.path is not None and not document.path.exists():
            self.said.emit(
                Message(
                    self.tr("{path} is no longer there.").format(path=document.path),
                    self.tr(
                        "If you moved it, open it from its new folder to continue where you "
                        "stopped."
                    ),
                    button=self.tr("Remove from the library"),
                    do=lambda: self._on_forgotten((row,)),
                )
            )
            self.documents.model.set_gone(
                frozenset(
                    one.document.fingerprint
                    for one in self.documents.model.rows
                    if one.is_gone or one is row
                )
            )
        else:
            self.opened.emit(row)

    def _on_forgotten(self, rows: tuple[Row, ...]) -> None:
        library = self._words.library
        if library is None:
            return
        names = {one.document.fingerprint for one in rows}
        self.forgotten.emit(names)  # first: one that is open may just be counted, and be written
        try:
            self._undo.append(library.history.forget(names))
        except ReaderError as error:
            self.put_back.emit()
            self.said.emit(error_message(error))
            return
        model = self.documents.model
        kept = tuple(one for one in model.rows if one.document.fingerprint not in names)
        self.documents.set_rows(kept)
        title = rows[0].document.title
        text = self.tr("“{title}” was removed from the library.").format(title=title)
        if len(rows) > 1:
            text = self.tr("%Ln document(s) were removed from the library.", "", len(rows))
        self.said.emit(Message(text, button=self.tr("Undo"), do=self.undo))
        self._again.start()

    def _show_levels(self, fingerprint: str) -> None:
        """Show the levels of one document: 3,000 words take some 30 ms."""
        from reader.study.library_words import profile_of
        from reader.study.settled import Settled

        library = self._words.library
        if library is None:
            return
        try:
            counts = library.history.words_of(fingerprint)
        except ReaderError as error:
            self.said.emit(error_message(error))
            return
        settled = Settled.of(self._words.statuses)
        self.statistics.show_levels(profile_of(counts, settled, self._dictionary()))

    def _on_failed(self, error: Exception) -> None:
        self.said.emit(error_message(as_reader_error(error, None)))

    def _say(self) -> None:
        self._title.setText(self.tr("Library"))
        self.tabs.setTabText(0, self.tr("Documents"))
        self.tabs.setTabText(1, self.tr("Statistics"))
        self.tabs.setAccessibleName(self.tr("Pages of the library"))
        self.close_button.setToolTip(self.tr("Close the library (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the library"))


_OWN = (
    QKeySequence.StandardKey.Find,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Close,
)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _is_own(event: QKeyEvent) -> bool:
    """Tell if a key means something here, whatever it does on the page: V, S, Ctrl+F."""
    is_letter = bool(event.text()) and not event.modifiers() & _HELD
    return is_letter or any(event.matches(one) for one in _OWN)
