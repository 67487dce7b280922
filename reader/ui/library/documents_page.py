"""The first page of the library: all documents, searched, filtered, in order."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.library import wording
from reader.ui.library.model import MOST_FIRST, Column, DocumentsModel, Kept, Row
from reader.ui.library.table import DocumentsTable
from reader.ui.parts.fields import KeyField
from reader.ui.parts.labels import plain_label
from reader.ui.parts.notice import Notice

_PAUSE = 120  # ms after the last key before the text is looked for


class DocumentsPage(QWidget):
    """The fields above, the table, a line below."""

    opened = Signal(object)
    """Row."""
    forgotten = Signal(object)
    """Tuple of rows."""
    undo_wanted = Signal()
    file_wanted = Signal()
    """A file is to be chosen and opened: there is none yet."""

    def __init__(self, parent: QWidget, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self.model = DocumentsModel(self, today)
        self.table = DocumentsTable(self.model, self)
        self.search = KeyField("/", self, at_right=True)
        self.search.setObjectName("librarySearch")
        self.kept, self.order = QComboBox(self), QComboBox(self)
        for _ in Kept:
            self.kept.addItem("")
        for _ in Column:
            self.order.addItem("")
        self.notice = Notice("", self, primary=True, framed=False)
        self.summary = plain_label(self)
        self.summary.setObjectName("librarySummary")
        self._help = plain_label(self, wrap=True)
        self._help.setObjectName("libraryHelp")
        self._is_loaded = False
        self._remembers = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._arrange()
        self._connect()
        self.table.show_order()
        self._say()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these documents; what is selected stays so."""
        chosen = self.table.selected()
        self._is_loaded = True
        self.model.set_rows(rows)
        self._select(chosen[0].document.fingerprint if chosen else "")
        self._show_rows()
        if self.table.hasFocus():
            self.table.enter()  # the first row is the current one now

    def set_remembering(self, on: bool) -> None:
        """Say what counts as reading, or that nothing of it is remembered."""
        self._remembers = on
        self._help.setText(wording.help_words(remembers=on))

    def enter(self) -> None:
        """Let the table have the keys."""
        self.table.enter()

    def sort_by(self, column: Column, *, descending: bool | None = None) -> None:
        """Put the rows in order; those that are in this order are turned round."""
        if descending is None:
            turned = not self.model.is_descending
            descending = turned if column is self.model.column else column in MOST_FIRST
        chosen = self.table.selected()
        self.model.order_by(column, descending=descending)
        self.table.show_order()
        self.order.setCurrentIndex(column)
        self._select(chosen[0].document.fingerprint if chosen else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setContentsMargins(16, 10, 16, 10)
        fields.setSpacing(8)
        fields.addWidget(self.search, 1)
        fields.addWidget(self.kept)
        fields.addWidget(self.order)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 10)
        below.setSpacing(4)
        below.addWidget(self.summary)
        below.addWidget(self._help)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(fields)
        column.addWidget(self._stack, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        for first, second in pairwise((self.search, self.kept, self.order, self.table)):
            QWidget.setTabOrder(first, second)
        self.table.opened.connect(self.opened)
        self.table.forgotten.connect(self.forgotten)
        self.table.undo_wanted.connect(self.undo_wanted)
        self.table.search_wanted.connect(self._focus_search)
        self.table.sort_wanted.connect(lambda column: self.sort_by(column))
        self.kept.currentIndexChanged.connect(self._filter)
        self.order.setCurrentIndex(self.model.column)
        self.order.activated.connect(
            lambda at: self.sort_by(Column(at), descending=Column(at) in MOST_FIRST)
        )
        self.search.textChanged.connect(self._timer.start)
        self.search.entered.connect(self._on_entered)
        self.search.left.connect(self._on_left)
        self._timer.timeout.connect(self._filter)
        self.notice.first_wanted.connect(self._on_notice)

    def _filter(self) -> None:
        self._timer.stop()
        chosen = self.table.selected()
        self.model.show_only(list(Kept)[self.kept.currentIndex()], self.search.text())
        self._select(chosen[0].document.fingerprint if chosen else "")
        self._show_rows()

    def _select(self, fingerprint: str) -> None:
        row = self.model.find(fingerprint) if fingerprint else None
        if row is not None:
            self.table.selectRow(row)

    def _show_rows(self) -> None:
        has_rows = self.model.rowCount() > 0 or not self._is_loaded
        self._stack.setCurrentWidget(self.table if has_rows else self.notice)
        self._say_rows()

    def _on_entered(self) -> None:
        self._filter()
        if self.model.rowCount():
            self.table.enter()

    def _on_left(self) -> None:
        if self.search.text():
            self.search.clear()
            self._filter()
        self.table.enter()

    def _on_notice(self) -> None:
        if not self.model.rows:
            self.file_wanted.emit()
            return
        self.kept.setCurrentIndex(0)
        self.search.clear()
        self._filter()
        self.table.enter()

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _say(self) -> None:
        self.search.setPlaceholderText(self.tr("Name, folder or pinyin"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.kept.setAccessibleName(self.tr("Show"))
        self.order.setAccessibleName(self.tr("Order"))
        self.table.setAccessibleName(self.tr("Documents in the library"))
        names = {
            Kept.ALL: self.tr("All documents"),
            Kept.UNFINISHED: self.tr("Not finished"),
            Kept.FINISHED: self.tr("Finished"),
            Kept.GONE: self.tr("Missing files"),
        }
        for at, kept in enumerate(Kept):
            self.kept.setItemText(at, names[kept])
        orders = {
            Column.LEVELS: self.tr("By difficulty"),
            Column.TITLE: self.tr("By title"),
            Column.PROGRESS: self.tr("By progress"),
            Column.KNOWN: self.tr("By words known"),
            Column.TIME: self.tr("By reading time"),
            Column.READ: self.tr("Last read first"),
        }
        for column in Column:
            self.order.setItemText(column, orders[column])
        self.set_remembering(self._remembers)
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._say_rows()

    def _say_rows(self) -> None:
        rows = self.model.rows
        parts = [self.tr("%Ln document(s)", "", len(rows))]
        seconds = sum(one.document.seconds for one in rows)
        if seconds:
            parts.append(self.tr("{time} read").format(time=wording.time_words(seconds)))
        self.summary.setText(" · ".join(parts) if rows else "")
        if rows:
            self.notice.say(self.tr("No matches."), "", self.tr("Show all"))
        else:
            self.notice.say(
                self.tr("No documents yet"),
                self.tr("Documents you open are listed here with your reading progress."),
                self.tr("Open a file"),
            )
