"""The pane of a folder: its documents, what is left in each, and what is being examined."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.errors import ReaderError
from reader.ui.folder.examining import FolderExamination
from reader.ui.folder.model import FolderModel, ShownDocuments
from reader.ui.folder.tree import DocumentTree
from reader.ui.wording import error_text, sentences

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress
    from reader.batch.folder import Examination, FolderListing
    from reader.review.repair_table import Progress

_LEAST, _USUAL, _MOST = 240, 280, 320  # pixels


class FolderPane(QFrame):
    """Lists the documents of a folder; Enter or a double click opens one."""

    file_wanted = Signal(object)
    """Path of the document to open."""
    page_wanted = Signal(object)
    """PageAddress of the page of an archive to open."""
    folder_wanted = Signal()
    """A folder is to be chosen."""
    closed = Signal()
    """The user wants no folder any more; `folder` is None then."""
    left = Signal()
    """Esc was pressed: the page is to have the focus."""
    examined = Signal(object, int, int, int)
    """(folder, files with nothing left, files, places left): all of it was examined."""

    def __init__(self, data: Path | None, parent: QWidget | None = None) -> None:
        """Make an empty pane; `data` is the user's data folder of journals, None the system's."""
        super().__init__(parent)
        self.setObjectName("folderPane")
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self._folder: Path | None = None
        self._listing: FolderListing | None = None
        # Of the pages of a batch: what opens each, and where it is listed.
        self._opens: Mapping[Path, Path | PageAddress] = {}
        self._listed_as: dict[Path | PageAddress, Path] = {}
        self._error: ReaderError | None = None
        self._is_paused = self._is_stopped = False
        self._progress = (0, 0)
        self.documents = FolderModel(self)
        self.shown = ShownDocuments(self.documents)
        self.examination = FolderExamination(data, self)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.name.setFont(font)
        self.close_button = QToolButton(self)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.open_only = QToolButton(self)
        self.open_only.setObjectName("openOnly")
        self.open_only.setCheckable(True)
        self.tree = DocumentTree(self.shown, self.documents, self)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setProperty("quiet", True)
        self.choose = QPushButton(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.summary.setProperty("quiet", True)
        self.stop = QPushButton(self)
        self.stop.setObjectName("cancel")
        self._arrange()
        self._connect()
        self._say()

    # -- what is shown

    @property
    def folder(self) -> Path | None:
        """The folder whose documents are listed."""
        return self._folder

    def set_folder(self, folder: Path | None) -> None:
        """List another folder, or none, and examine what is in it."""
        self.examination.stop()
        self._folder, self._listing, self._error = folder, None, None
        self._opens, self._listed_as = {}, {}
        self._is_stopped = False
        self._progress = (0, 0)
        self.documents.set_listing(None)
        self.search.clear()
        if folder is not None and not self._is_paused:
            self.examination.start(folder)
        self._say()

    def refresh(self) -> None:
        """List the folder again; only documents that were changed are examined again."""
        if self._folder is not None:
            self._is_stopped = False
            if not self._is_paused:
                self.examination.start(self._folder)
            self._say_state()

    def set_paused(self, paused: bool) -> None:
        """Let the examination rest, while something is opened that somebody waits for."""
        if paused == self._is_paused:
            return
        self._is_paused = paused
        if paused:
            self.examination.stop()
        elif self._folder is not None and not self._is_stopped and not self._is_examined:
            self.examination.start(self._folder)
        self._say_state()

    def listed_path(self, opened: Path | PageAddress | None) -> Path | None:
        """Return the path under which a document is listed that was opened by another."""
        if opened is None or opened in self._listed_as:
            return None if opened is None else self._listed_as[opened]
        return opened if isinstance(opened, Path) else None

    @property
    def current(self) -> Path | None:
        """The document that is marked as open."""
        return self.documents.current

    def set_current(self, path: Path | None) -> None:
        """Mark the document that is open."""
        self.documents.set_current(path)
        index = self._index_of(path)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def set_progress(self, path: Path, progress: Progress) -> None:
        """Show how far a document is decided on that is open."""
        if self._folder is None:
            return
        from reader.batch.folder import Examination  # loaded, as something was restored

        self.examination.put(path, progress)
        self.documents.put(path, Examination(progress))
        self._say_state()

    def set_close_icon(self, icon: QIcon) -> None:
        """Give the button that closes the folder its icon."""
        self.close_button.setIcon(icon)

    def close_down(self) -> None:
        """Stop all work; no thread is left."""
        self.examination.close()

    # -- what Qt calls

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, 400)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_name()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        is_key = watched is self.search and event.type() == QEvent.Type.KeyPress
        return is_key and isinstance(event, QKeyEvent) and self._steer(event.key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)

    # -- parts

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button)
        tools = QHBoxLayout()
        tools.addWidget(self.open_only)
        tools.addStretch(1)
        work = QHBoxLayout()
        work.addWidget(self.summary, 1)
        work.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        for layout in (head, tools, work):
            layout.setContentsMargins(12, 0, 8, 0)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self.search)
        says = QVBoxLayout()
        says.setContentsMargins(12, 4, 12, 4)
        says.setSpacing(10)
        says.addWidget(self.says)
        says.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(self.bar)
        column.addLayout(head)
        column.addLayout(search)
        column.addLayout(tools)
        column.addLayout(says)
        column.addWidget(self.tree, 1)
        column.addStretch(0)
        column.addLayout(bar)
        column.addLayout(work)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.open_only.toggled.connect(self._on_open_only)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.search_wanted.connect(self.search.setFocus)
        self.tree.left.connect(self.left)
        self.close_button.clicked.connect(self._on_close)
        self.choose.clicked.connect(self.folder_wanted)
        self.stop.clicked.connect(self._on_stop)
        work = self.examination
        work.listed.connect(self._on_listed)
        work.examined.connect(self._on_examined)
        work.progressed.connect(self._on_progressed)
        work.ended.connect(self._on_ended)
        work.failed.connect(self._on_failed)

    def _steer(self, key: int) -> bool:
        """Go from the search into the list; return whether the key is used up."""
        if key == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.tree.enter()
        elif key == Qt.Key.Key_Down:
            self.tree.enter()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tree.open_first()
        else:
            return False
        return True

    def _index_of(self, path: Path | None) -> QModelIndex:
        return self.shown.mapFromSource(
            self.documents.index_of(path) if path is not None else QModelIndex()
        )

    # -- words

    def _say(self) -> None:
        self.search.setPlaceholderText(self.tr("Name or pinyin"))
        self.search.setAccessibleName(self.tr("Search the documents in the folder"))
        self.close_button.setToolTip(self.tr("Close the folder"))
        self.close_button.setAccessibleName(self.tr("Close the folder"))
        self.choose.setText(self.tr("Open a folder"))
        self.tree.setAccessibleName(self.tr("Documents in the folder"))
        self._say_name()
        self._say_state()

    def _say_name(self) -> None:
        folder = self._folder
        name = self.tr("Folder") if folder is None else folder.name or str(folder)
        room = self.width() - 60
        elide = Qt.TextElideMode.ElideMiddle
        self.name.setText(self.name.fontMetrics().elidedText(name, elide, room))
        self.name.setToolTip("" if folder is None else str(folder))

    def _say_state(self) -> None:
        """Say how far the examination is, and what there is to see where no document is shown."""
        count = self.documents.counts.open
        self.open_only.setText(
            self.tr("Needs review: {count}").format(count=QLocale().toString(count))
        )
        has_files = bool(self._listing and self._listing.files)
        has_rows = self.shown.rowCount() > 0
        for part in (self.search, self.open_only):
            part.setVisible(has_files)
        self.close_button.setVisible(self._folder is not None)
        self.tree.setVisible(has_rows)
        self.says.setText(self._why_empty() if not has_rows else "")
        self.says.setVisible(bool(self.says.text()))
        self.choose.setVisible(self._folder is None or self._error is not None)
        done, total = self._progress
        busy = self.examination.is_busy
        self.bar.setVisible(busy)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.stop.setText(self.tr("Stop") if busy else self.tr("Continue"))
        self.stop.setVisible(busy or (self._is_stopped and not self._is_examined))
        self.summary.setText(self._summary(busy=busy))
        self.summary.setVisible(bool(self.summary.text()))

    def _summary(self, *, busy: bool) -> str:
        if self._listing is None:
            return self.tr("Listing…") if busy else ""
        number = QLocale().toString
        files, found, *_ = self.documents.counts
        if not files:
            return ""
        if found < files:
            words = self.tr("Checked {done} of {total}")
            return words.format(done=number(found), total=number(files))
        words = self.tr("%Ln document(s)", "", files)
        if self._opens and self._listing.has_more:
            words = self.tr("Part of a batch result: %Ln page(s)", "", files)
        elif self._opens:
            words = self.tr("Batch result: %Ln page(s)", "", files)
        elif self._listing.has_more:
            words = self.tr("the first %Ln document(s)", "", files)
        if self._listing.closed:
            closed = len(self._listing.closed)
            more = self.tr("%Ln subfolder(s) cannot be read", "", closed)
            words = f"{words} · {more}"
        return words

    def _why_empty(self) -> str:
        if self._error is not None:
            return sentences(*error_text(self._error))
        if self._folder is None:
            return self.tr("Open a folder to see which documents still need review.")
        if self._listing is None:
            return ""
        if not self._listing.files:
            return self.tr("No documents in this folder.")
        if self.search.text().strip():
            return self.tr("No matches.")
        if self._is_examined:
            return self.tr("Nothing in this folder needs review.")
        return self.tr("Nothing needs review so far.")

    # -- what happens

    @property
    def _is_examined(self) -> bool:
        counts = self.documents.counts
        return self._listing is not None and counts.examined == counts.files

    def _on_chosen(self, path: Path) -> None:
        opens = self._opens.get(path, path)
        (self.file_wanted if isinstance(opens, Path) else self.page_wanted).emit(opens)

    def _on_listed(self, listing: FolderListing, opens: Mapping[Path, Path | PageAddress]) -> None:
        before = self._listing
        self._opens, self._listed_as = opens, {one: path for path, one in opens.items()}
        self._listing, self._error = listing, None
        if before != listing:  # else rows would fold together under the eyes of the reader
            self.documents.set_listing(listing)
            self.tree.expandAll()
            self.set_current(self.documents.current)
        self._say_state()

    def _on_examined(self, found: Mapping[Path, Examination]) -> None:
        for path, one in found.items():
            # What is open is known better here than from its journal.
            if path != self.documents.current or self.documents.found(path) is None:
                self.documents.put(path, one)
        self._say_state()

    def _on_progressed(self, done: int, total: int) -> None:
        self._progress = (done, total)
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_ended(self) -> None:
        self._say_state()
        files, _, still_open, left = self.documents.counts
        if self._folder is not None:
            self.examined.emit(self._folder, files - still_open, files, left)

    def _on_failed(self, error: ReaderError) -> None:
        self._listing, self._error = None, error
        self.documents.set_listing(None)
        self._say_state()

    def _on_search(self, query: str) -> None:
        self.shown.search(query)
        self.tree.expandAll()
        self._say_state()

    def _on_open_only(self, on: bool) -> None:
        self.shown.show_open_only(on)
        self.tree.expandAll()
        self._say_state()

    def _on_stop(self) -> None:
        if self.examination.is_busy:
            self._is_stopped = True
            self.examination.stop()
            self._say_state()
        else:
            self.refresh()

    def _on_close(self) -> None:
        self.set_folder(None)
        self.closed.emit()
