"""The lower part of the panel: the damage profile, the filters and the table of all repairs."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.review.damage_profile import ParagraphProfile, profile
from reader.review.history import How
from reader.review.repair_order import Column, Notes, Showing
from reader.review.repair_table import RepairTable
from reader.text.document import Document
from reader.ui.parts.notice import Notice
from reader.ui.review.panel.filter_bar import FilterBar
from reader.ui.review.panel.profile_strip import ProfileStrip
from reader.ui.review.panel.repair_list import COLUMNS, RepairList
from reader.ui.review.panel.table_model import Cell, RepairListModel, pair_text
from reader.ui.review.panel.table_view import KeyHandler, RepairView
from reader.ui.wording import percent, rule_title
from reader.ui.workers import Runner, Task

_PROFILE_DELAY = 100  # ms
_AT_ONCE = 20_000  # repairs whose profile is made without a thread


class RepairBrowser(QWidget):
    """Lists the repairs that the filters leave; tells which one was chosen."""

    place_chosen = Signal(int)
    """The number of a repair."""
    left = Signal()
    """The search field was left."""
    rule_wanted = Signal(str, object)
    """(rule, How): a decision on all places of the rule."""
    without_wanted = Signal(str)
    """A rule: the user wants to see what would come back if it were off."""
    surer_wanted = Signal(float)
    """A confidence (0..1) from which on everything shall be accepted."""

    def __init__(self, handle_key: KeyHandler, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = RepairListModel(self)
        self.listed = RepairList(self._model)
        self._profiler = Runner(self)
        self._profiler.finished.connect(self._on_profile)
        self._profile_timer = QTimer(self)
        self._profile_timer.setSingleShot(True)
        self._profile_timer.setInterval(_PROFILE_DELAY)
        self._profile_timer.timeout.connect(self._start_profile)
        self.strip = ProfileStrip(self)
        self.strip.place_wanted.connect(self._on_strip)
        self.filters = FilterBar(self)
        self.filters.changed.connect(self._on_filter)
        self.filters.left.connect(self.left)
        self.table = RepairView(self._model, handle_key, self)
        self.table.place_chosen.connect(self.place_chosen)
        self.table.sort_wanted.connect(self._on_sort)
        self.table.menu_wanted.connect(self._show_order_menu)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_row_menu)
        self.no_match = Notice("Esc", self, primary=False, framed=False)
        self.no_match.first_wanted.connect(self.clear_filters)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self.table)
        self._shown.addWidget(self.no_match)
        self._strip_row = QWidget(self)
        row = QVBoxLayout(self._strip_row)
        row.setContentsMargins(14, 8, 14, 0)
        row.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip_row)
        column.addWidget(self.filters)
        column.addWidget(self._shown, 1)

    @property
    def repairs(self) -> RepairTable | None:
        """All repairs of the document, None without one."""
        return self.listed.table

    @property
    def is_empty(self) -> bool:
        """Whether no repair passes the filters."""
        return self._shown.currentWidget() is self.no_match

    # -- the document

    def set_document(
        self, document: Document | None, notes: Notes, made: RepairTable | None = None
    ) -> None:
        """List the repairs of another document: those to decide on, or all if there are none."""
        self.strip.set_profiles(())
        self._profiler.cancel()
        self._profile_timer.stop()
        if document is None:
            self.listed.clear()
            self._refresh()
            return
        self.listed.set_document(document, notes, made)
        table = self.listed.table
        if table is None:
            return
        wanted = Showing.TO_DECIDE if table.progress().left else Showing.ALL
        self.filters.blockSignals(True)
        self.filters.show_only(wanted)
        self.filters.blockSignals(False)
        self._on_filter()
        if len(table) <= _AT_ONCE:
            self._on_profile(profile(document))
        else:
            self._profile_timer.start()  # not before the table is seen

    def update_document(
        self, document: Document, notes: Notes, made: RepairTable | None = None
    ) -> None:
        """List what the document became; the table stays where it is scrolled to."""
        scrolled = self.table.verticalScrollBar().value()
        self.listed.update_document(document, notes, made)
        self._refresh()
        self.table.verticalScrollBar().setValue(scrolled)

    def update_notes(self, notes: Notes) -> None:
        """Show notes that were written or taken back."""
        self.listed.update_notes(notes)

    def close_work(self) -> None:
        """End what is done in a thread."""
        self._profile_timer.stop()
        self._profiler.close()

    # -- what is shown

    def set_compact(self, *, compact: bool, wide: bool) -> None:
        """Leave the profile out where there is little height; use one row where it is wide."""
        self._strip_row.setVisible(not compact)
        self.filters.set_wide(wide)

    def show_number(self, number: int | None) -> None:
        """Select a repair."""
        self.table.show_number(number)
        table = self.repairs
        has = table is not None and number is not None
        self.strip.set_here(int(table.columns.starts[number]) if has else None)  # type: ignore[union-attr]

    def sort_by(self, column: Column, *, descending: bool | None = None) -> None:
        """Order the table by a column; the one it is ordered by is turned round."""
        number = self.table.number
        self.listed.sort_by(column, descending=descending)
        self._refresh()
        self.table.show_number(number)

    def clear_filters(self) -> None:
        """Leave nothing out, but for what was decided if anything else is there."""
        self.filters.clear()
        if not self.listed.count:
            self.filters.show_only(Showing.ALL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_empty()

    def _refresh(self) -> None:
        """Show counts and marks, and the table or what stands in its place."""
        table = self.repairs
        if table is not None:
            progress = table.progress()
            decisions = {
                Showing.TO_DECIDE: progress.left,
                Showing.DECIDED: progress.decided,
                Showing.ALL: len(table),
            }
            self.filters.set_counts(table.count_kinds(), decisions)
        else:
            self.filters.set_counts({}, {})
        offsets = table.columns.starts[table.is_open].tolist() if table is not None else []
        self.strip.set_open_places(offsets)
        cells = [cell for cell, column in COLUMNS.items() if column is self.listed.column]
        orders = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        heads = self.table.horizontalHeader()
        heads.setSortIndicator(cells[0] if cells else -1, orders[self.listed.is_descending])
        self._say_empty()
        self._shown.setCurrentIndex(0 if self.listed.count else 1)

    def _say_empty(self) -> None:
        if self.repairs is None or not len(self.repairs):
            self.no_match.say("", self.tr("This text has no repairs."), "")
        elif not self.filters.is_narrowed:
            text = self.tr("Nothing left to decide.")
            if self.filters.chosen.showing is Showing.DECIDED:
                text = self.tr("Nothing has been decided yet.")
            self.no_match.say("", text, self.tr("Show all repairs"))
        else:
            text = self.tr("No repairs match. Filters: {filters}")
            text = text.format(filters=self.filters.describe())
            self.no_match.say("", text, self.tr("Clear filters"))

    def _start_profile(self) -> None:
        table = self.repairs
        if table is not None:
            document = table.document
            self._profiler.start(lambda task: _make_profile(document, task))

    def _on_profile(self, profiles: object) -> None:
        self.strip.set_profiles(profiles)  # type: ignore[arg-type]

    def _on_filter(self) -> None:
        number = self.table.number
        self.listed.set_filter(self.filters.chosen)
        self._refresh()
        self.table.show_number(number)

    def _on_sort(self, cell: Cell) -> None:
        self.sort_by(COLUMNS[cell])

    def _on_strip(self, offset: int) -> None:
        table = self.repairs
        if table is not None and len(table):
            number = int(table.columns.starts.searchsorted(offset))
            self.place_chosen.emit(min(len(table) - 1, number))

    # -- menus

    def _show_order_menu(self, at: QPoint) -> None:
        words = {
            Column.PLACE: self.tr("Place in the text"),
            Column.SURE: self.tr("Sure"),
            Column.BEFORE: self.tr("Before"),
            Column.AFTER: self.tr("After"),
            Column.TIMES: self.tr("Count"),
            Column.KIND: self.tr("Kind"),
            Column.RULE: self.tr("Rule"),
            Column.CONTEXT: self.tr("Context"),
            Column.DECISION: self.tr("Decision"),
            Column.NOTE: self.tr("Note"),
        }
        menu = QMenu(self)
        orders: dict[QAction, Column] = {}
        for column, word in words.items():
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(column is self.listed.column)
            orders[action] = column
        menu.addSeparator()
        grouped = menu.addAction(self.tr("Group by pair"))
        grouped.setCheckable(True)
        grouped.setChecked(self.listed.is_grouped)
        chosen = menu.exec(at)
        menu.deleteLater()
        if chosen is grouped:
            self.set_grouped(not self.listed.is_grouped)
        elif chosen in orders:
            self.sort_by(orders[chosen])

    def set_grouped(self, grouped: bool) -> None:
        """Put the places of a pair together, or leave each on its own."""
        number = self.table.number
        self.listed.set_grouped(grouped)
        self._refresh()
        self.table.show_number(number)

    def _show_row_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        row = self._model.row_at(index.row())
        menu = QMenu(self)
        pair = menu.addAction(self.tr("Show only {pair}").format(pair=pair_text(row.pair)))
        rule = menu.addAction(
            self.tr("Show only the rule {rule}").format(rule=rule_title(row.rule))
        )
        menu.addSeparator()
        accept = menu.addAction(self.tr("Accept all of this rule…"))
        keep = menu.addAction(self.tr("Keep the original for this rule…"))
        text = self.tr("Accept everything at {percent} or more…").format(percent=percent(row.sure))
        surer = menu.addAction(text)
        menu.addSeparator()
        without = menu.addAction(self.tr("Preview without this rule…"))
        chosen = menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()
        if chosen is pair:
            self.filters.show_pair(row.pair)
        elif chosen is rule:
            self.filters.show_rule(row.rule)
        elif chosen is accept:
            self.rule_wanted.emit(row.rule, How.ACCEPT)
        elif chosen is keep:
            self.rule_wanted.emit(row.rule, How.KEEP)
        elif chosen is surer:
            self.surer_wanted.emit(row.sure)
        elif chosen is without:
            self.without_wanted.emit(row.rule)


def _make_profile(document: Document, task: Task) -> tuple[ParagraphProfile, ...]:
    task.check()
    return tuple(profile(document))
