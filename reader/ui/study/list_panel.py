"""The list of words: those of this document, or all of one's own, with what one knows of them."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.pinyin.spelling import Style
from reader.study.status import WordStatus
from reader.study.word_table import (
    MOST_FIRST,
    Rows,
    WordColumn,
    WordTable,
    order,
    select,
)
from reader.text.document import Document
from reader.ui.kinds import is_dark
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.parts.notice import Notice
from reader.ui.parts.style_sheet import panel_sheet
from reader.ui.study.list_counting import GetDictionary, Listed, Source, WordLists
from reader.ui.study.list_filters import ListFilters
from reader.ui.study.list_menu import MenuActions, list_menu
from reader.ui.study.list_model import COLUMNS, WordListModel
from reader.ui.study.list_summary import ListSummary
from reader.ui.study.list_view import WordView
from reader.ui.study.own_words import OwnWords
from reader.ui.wording import error_text

_WIDE = 760  # pixels from which all fields stand in one row
_MOST_KEPT = 2_000  # rows that stay selected when others are shown, or are copied at once
_AGAIN_MS = 600  # after a decision, before the words of the document are counted again
_NOTHING = Listed(WordTable(()))
_CELLS = {column: cell for cell, column in reversed(COLUMNS.items())}


class ListPanel(QWidget):
    """A table of words that are filtered, sorted, looked at and given a status.

    Nothing is counted before the panel is seen: that takes a second for a book.
    """

    place_wanted = Signal(int, int)
    """(start, end): this span of the clean text is to be shown."""
    word_wanted = Signal(str, int)
    """(word, its place in the clean text or -1): the word panel is to show it."""
    export_wanted = Signal(object)
    """Tuple of words, those selected, that are to be written into a file."""
    page_wanted = Signal()
    """Back to the page."""

    def __init__(
        self,
        words: OwnWords,
        dictionary: GetDictionary,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPanel")
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self._words = words
        self._column, self._is_descending = WordColumn.PLACE, False
        self._standing = _NOTHING.table.standing({})  # of the words of the moment
        self._lists = WordLists(words, dictionary, self)
        self._lists.made.connect(self._on_made)
        self._lists.failed.connect(self._show_all)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._make)
        self.summary = ListSummary(self)
        self.filters = ListFilters(self)
        self.filters.changed.connect(self._show_rows)
        self.filters.source_changed.connect(self._on_source)
        self.filters.order_chosen.connect(self._on_order)
        self.filters.left.connect(self._focus_table)
        self.model = WordListModel(dictionary, self)
        self.table = WordView(self.model, self)
        self.table.clicked_word.connect(self._on_clicked)
        self.table.word_wanted.connect(self._on_word)
        self.table.status_wanted.connect(self.set_status)
        self.table.undo_wanted.connect(self._words.undo)
        self.table.copy_wanted.connect(self.copy)
        self.table.search_wanted.connect(self._focus_search)
        self.table.sort_wanted.connect(lambda cell: self._on_order(COLUMNS[cell]))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.notice = Notice("", self, primary=False, framed=False)
        self.notice.first_wanted.connect(self._on_notice)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self.table)
        self._shown.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.summary)
        column.addWidget(self.filters)
        column.addWidget(self._shown, 1)
        self.setFocusProxy(self.table)
        words.changed.connect(self._on_words)
        words.segments_changed.connect(self._on_segments)
        self._is_dark: bool | None = None
        self._dress()
        self._show_all()

    # -- the document

    def set_document(self, document: Document | None) -> None:
        """List the words of another document, or of what a decision made of this one."""
        if document is self._lists.document:
            return
        if self._lists.set_document(document):
            self._show_all()
            self._make()
        else:
            self._again.start()  # the user may be deciding on one place after the other

    def set_style(self, style: Style) -> None:
        """Spell pinyin in another way."""
        self.model.set_style(style)

    def close_work(self) -> None:
        """End what is done in a thread."""
        self._again.stop()
        self._lists.close()

    @property
    def is_counting(self) -> bool:
        """Whether words are being counted, or made ready to be searched."""
        return self._lists.is_busy

    @property
    def column(self) -> WordColumn:
        """What the rows are in order of."""
        return self._column

    @property
    def is_empty(self) -> bool:
        """Whether a sentence stands in the place of the table."""
        return self._shown.currentWidget() is self.notice

    def _make(self) -> None:
        """Make the list that is looked at, if there is need to."""
        self._again.stop()
        if self.isVisible():
            self._lists.need(self.filters.source)
            self._say_empty()

    def _on_made(self, source: Source) -> None:
        """Show words that were counted; once more they come with what they are found by."""
        if source is not self.filters.source:
            return
        if self.model.table is not self._table:
            self._show_all()
        elif self.filters.chosen.text.strip() or self._column is WordColumn.PINYIN:
            self._show_rows()

    # -- what is shown

    @property
    def _listed(self) -> Listed:
        return self._lists.get(self.filters.source) or _NOTHING

    @property
    def _table(self) -> WordTable:
        return self._listed.table

    @property
    def _statuses(self) -> Mapping[str, WordStatus]:
        """The statuses of words; nobody opens the library before there is a word."""
        return self._words.statuses if len(self._table) else {}

    def _show_all(self) -> None:
        """Show the words of the moment, how many there are, and what is known of them."""
        self._standing = self._table.standing(self._statuses)
        self._tell()
        self._show_rows()

    def _show_rows(self) -> None:
        """Show what passes the filters, in order; what was selected stays so."""
        selected = self.model.words_at(self.table.selected_rows)
        table, index = self._table, self._listed.index
        mask = select(table, self.filters.chosen, self._standing, index)
        rows = order(
            table, mask, self._column, descending=self._is_descending, standing=self._standing,
            index=index,
        )  # fmt: skip
        self._set_rows(rows, selected)

    def _set_rows(self, rows: Rows, selected: Sequence[str]) -> None:
        self.model.set_content(self._table, rows, self._standing)
        self.table.select_rows(self.model.find_all(selected[:_MOST_KEPT]))
        self.table.hovered_row = -1
        heads = self.table.horizontalHeader()
        orders = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        heads.setSortIndicator(_CELLS[self._column], orders[self._is_descending])
        self.filters.show_order(self._column)
        self._say_empty()

    def _tell(self) -> None:
        """Say how many words there are, and how hard they are."""
        listed, counts = self._listed, self._standing.counts()
        self.filters.set_counts(counts)
        if not len(listed.table):
            self.summary.clear()
        elif self.filters.source is Source.MINE:
            self.summary.tell(None, counts, listed.table.level_counts())
        elif listed.vocabulary is not None:
            share = listed.vocabulary.known_share(self._statuses)
            self.summary.tell(share, counts, listed.vocabulary.level_profile())

    def _on_words(self) -> None:
        """Show what became of words; their rows stay where they are."""
        if not self.isVisible():
            self._lists.update_words(None)
            return
        self._lists.update_words(self._words.statuses)
        table = self._table
        self._standing = table.standing(self._statuses)
        mask = select(table, self.filters.chosen, self._standing, self._listed.index)
        rows = self.model.rows
        kept = rows[mask[rows]]
        self._tell()
        if len(kept) != np.count_nonzero(mask):
            self._show_rows()  # some come back
        elif len(kept) == len(rows):
            self.model.refresh(self._standing)
        else:
            selected = self.model.words_at(self.table.selected_rows)
            self._set_rows(kept, selected)
        self._make()

    def count_again(self) -> None:
        """Count all words anew: a glossary came or went, which may have others."""
        self._lists.forget()
        self.model.forget()
        self._show_all()
        self._make()

    def _on_segments(self) -> None:
        """Count words that are cut otherwise now; the user may be trying several ways."""
        self._lists.recut()
        self._again.start()

    def _say_empty(self) -> None:
        """Say why there is no row, if there is none, and what can be done about it."""
        source, has_list = self.filters.source, self._lists.get(self.filters.source) is not None
        title = words = button = ""
        if self.model.rowCount():
            pass
        elif self._lists.error is not None:
            title, words = error_text(self._lists.error)
        elif source is Source.DOCUMENT and self._lists.document is None:
            words = self.tr("Open a text, and its words are listed here.")
        elif not has_list:
            words = self.tr("Counting the words…")
        elif not len(self._table) and source is Source.DOCUMENT:
            words = self.tr("There are no Chinese words in this text.")
        elif not len(self._table):
            words = self.tr(
                "You have no words of your own yet."
                " Press 1 on a word to learn it, or K if you know it."
            )
            button = self.tr("Words of this document")
        elif self.filters.chosen.text.strip() and self._listed.index is None:
            words = self.tr("Looking up pinyin and meanings…")
        else:
            words = self.tr("No words match. Filters: {filters}")
            words = words.format(filters=self.filters.describe())
            button = self.tr("Clear filters")
        self.notice.say(title, words, button)
        is_empty = not self.model.rowCount()
        had_keys = self.table.hasFocus()
        self._shown.setCurrentIndex(int(is_empty))
        if had_keys and is_empty:
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the user does

    def set_status(self, status: WordStatus) -> None:
        """Set the status of the selected words; after a single one the next is selected."""
        rows = self.table.selected_rows
        words = self.model.words_at(rows)
        if not words:
            return
        self._words.set_statuses(words, status)
        if self._words.statuses.get(words[0], WordStatus.NEW) is not status:
            return  # it could not be written, and the window says why
        at = self.model.find(words[0])
        if at is None:
            self._select(rows[0])  # what moved up
        elif len(words) == 1:
            self._select(at + 1)

    def show_word(self, word: str) -> None:
        """Select a word, if it is listed, without telling of it."""
        row = self.model.find(word)
        if row is not None:
            self.table.select_rows([row])

    def _select(self, row: int) -> None:
        count = self.model.rowCount()
        if count:
            self.table.select_rows([min(row, count - 1)])

    def sort_by(self, column: WordColumn, *, descending: bool | None = None) -> None:
        """Put the rows in order of a column; the one that they are in order of is turned round."""
        if descending is None:
            turned = not self._is_descending
            descending = turned if column is self._column else column in MOST_FIRST
        self._column, self._is_descending = column, descending
        self._show_rows()

    def copy(self) -> None:
        """Copy the selected words, one a line, with pinyin and meaning between tabs."""
        rows = self.table.selected_rows[:_MOST_KEPT]
        lines = []
        for row in map(self.model.row_at, rows):
            lines.append("\t".join((row.word.word, row.pinyin, row.meaning.gloss)))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_order(self, column: WordColumn) -> None:
        self.sort_by(column)

    def _on_source(self) -> None:
        self.filters.say_order()
        self.table.clearSelection()
        self._show_all()
        self._make()

    def _on_clicked(self, row: int) -> None:
        word = self.model.row_at(row).word
        if word.count:
            self.place_wanted.emit(word.first, word.first + len(word.word))

    def _on_word(self, row: int) -> None:
        word = self.model.row_at(row).word
        self.word_wanted.emit(word.word, word.first)

    def _on_notice(self) -> None:
        if self.filters.source is Source.MINE and not len(self._table):
            self.filters.sources[Source.DOCUMENT].click()
        else:
            self.filters.clear()
        self._focus_table()

    def _focus_table(self) -> None:
        if not self.is_empty:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page_wanted.emit()

    def _focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _show_menu(self, at: QPoint) -> None:
        rows = self.table.selected_rows
        if not rows:
            return
        do = MenuActions(
            show=lambda: self._on_word(rows[0]),
            show_place=lambda: self._on_clicked(rows[0]),
            set_status=self.set_status,
            copy=self.copy,
            export=lambda: self.export_wanted.emit(self.model.words_at(rows)),
        )
        one = self.model.row_at(rows[0]) if len(rows) == 1 else None
        list_menu(one, do, self).popup(self.table.viewport().mapToGlobal(at))

    # -- Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def sizeHint(self) -> QSize:
        return QSize(380, 330)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.summary, self.filters):
            part.set_wide(self.width() >= _WIDE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if len(self._table):
            self._show_all()  # statuses may be others by now
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say_empty()
            self.table.viewport().update()

    def _dress(self) -> None:
        dark = is_dark(self.palette())
        if dark is not self._is_dark:  # a style sheet changes the palette, too
            self._is_dark = dark
            self.setStyleSheet(panel_sheet(dark=dark))
