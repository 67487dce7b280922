"""The rows of the repair table: groups of one pair, and under those that are open their places.

The model shows a `RepairTable` and holds nothing but numbers: a row is made when it is looked at.
It is flat, as a tree of 200,000 items would ask for each of them before it shows the first.
"""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.review.history import How
from reader.review.repair_columns import Pair
from reader.review.repair_order import Context, Groups, Notes, Rows, context_of
from reader.review.repair_table import RepairTable
from reader.text.kinds import RepairKind, RepairState
from reader.ui.kinds import kind_title
from reader.ui.panes.card_labels import visible
from reader.ui.parts.labels import plain_tip
from reader.ui.review.panel.labels import removed_word
from reader.ui.wording import percent, rule_title

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_KEPT = 256  # rows that are kept once they were made: more than a screen has


class Cell(IntEnum):
    """The columns of the table."""

    PAIR = 0
    KIND = 1
    RULE = 2
    SURE = 3
    NOTE = 4
    DECISION = 5


class GroupRow(NamedTuple):
    """The head of a group.

    `times` counts all repairs of the pair, `left` those to decide, `by_hand` those of the rows in
    it that the user decided on.
    """

    number: int  # its first row in the table of repairs
    pair: Pair
    kind: RepairKind
    rule: str
    sure: float
    state: RepairState  # of the first one, or of the one that is left
    how: How | None  # the only one of the group was decided on
    times: int
    left: int
    by_hand: int
    is_open: bool


class PlaceRow(NamedTuple):
    """One place; `in_group` says that its pair stands above it."""

    number: int
    pair: Pair
    kind: RepairKind
    rule: str
    sure: float
    state: RepairState
    how: How | None
    context: Context
    note: str
    in_group: bool


TableRow = GroupRow | PlaceRow


class RepairListModel(QAbstractTableModel):
    """Shows groups of repairs; which are open is its own, everything else it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: RepairTable | None = None
        self._groups = Groups(np.zeros(0, np.int64), np.zeros(1, np.int64))
        self._notes: Notes = {}
        self._is_grouped = True
        self._opened: set[int] = set()  # numbers of pairs
        self._visited: int | None = None  # of them the one that was opened to show a place
        self._numbers: Rows = np.zeros(0, np.int64)  # of each row that of its repair, -1 for heads
        self._group_of: Rows = np.zeros(0, np.int64)
        self._made: dict[int, TableRow] = {}

    # -- content

    def set_content(
        self, table: RepairTable, groups: Groups, notes: Notes, *, grouped: bool = True
    ) -> None:
        """Show other rows; groups of the same pairs stay open."""
        self.beginResetModel()
        if self._table is None or table.vocabulary is not self._table.vocabulary:
            self._opened.clear()
            self._visited = None
        self._table, self._groups, self._notes = table, groups, notes
        self._is_grouped = grouped
        self._made.clear()
        self._lay_out()
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._table = None
        self._groups = Groups(np.zeros(0, np.int64), np.zeros(1, np.int64))
        self._numbers = self._group_of = np.zeros(0, np.int64)
        self._opened.clear()
        self._made.clear()
        self.endResetModel()

    def refresh(self, table: RepairTable, notes: Notes) -> None:
        """Show a later table of the same rows in the same groups."""
        self._table, self._notes = table, notes
        self._made.clear()
        if len(self._numbers):
            last = self.index(len(self._numbers) - 1, len(Cell) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _lay_out(self) -> None:
        rows, firsts = self._groups
        count = len(self._groups)
        if not self._is_grouped or self._table is None:
            self._numbers = rows
            self._group_of = np.repeat(np.arange(count), np.diff(firsts))
            return
        pairs = self._table.columns.pairs[rows[firsts[:-1]]]
        is_open = np.isin(pairs, list(self._opened))
        lengths = np.where(is_open, np.diff(firsts), 0)
        self._group_of = np.repeat(np.arange(count), 1 + lengths)
        numbers = np.full(len(self._group_of), -1, np.int64)
        inside = np.repeat(is_open, np.diff(firsts))
        heads = np.concatenate(([0], np.cumsum(1 + lengths)[:-1])).astype(np.int64)
        is_head = np.zeros(len(numbers), np.bool_)
        is_head[heads[:count]] = True
        numbers[~is_head] = rows[inside]
        self._numbers = numbers

    # -- rows

    def row_at(self, row: int) -> TableRow:
        """Return what a row shows."""
        made = self._made.get(row)
        if made is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[row] = self._make(row)
        return made

    def _make(self, row: int) -> TableRow:
        table = self._table
        assert table is not None  # there are no rows without it
        number = int(self._numbers[row])
        if number >= 0:
            repair = table.columns
            span = int(repair.starts[number]), int(repair.ends[number])
            return PlaceRow(
                number, table.pair(number), table.kind(number), table.rule(number),
                table.sure(number), table.state(number), table.how(number),
                context_of(table, number),
                self._notes.get(span, ""), self._is_grouped,
            )  # fmt: skip
        rows = self._groups.rows_of(int(self._group_of[row]))
        first = int(rows[0])
        pair = int(table.columns.pairs[first])
        least = first
        left = rows[table.is_open[rows]]
        if len(left):
            least = int(left[np.argmin(table.columns.sure[left])])
        return GroupRow(
            first, table.pair(first), table.kind(first), table.rule(first),
            float(table.columns.sure[rows].min()), table.state(least), table.how(least),
            int(table.pair_counts[pair]), int(table.open_pair_counts[pair]),
            int(np.count_nonzero(table.is_decided[rows])), pair in self._opened,
        )  # fmt: skip

    def number_at(self, row: int) -> int:
        """Return the repair that a row stands for: of a group the first that is left to decide."""
        number = int(self._numbers[row])
        if number >= 0 or self._table is None:
            return number
        rows = self._groups.rows_of(int(self._group_of[row]))
        left = rows[self._table.is_open[rows]]
        return int(left[0] if len(left) else rows[0])

    def is_group(self, row: int) -> bool:
        """Tell if a row is the head of a group."""
        return bool(self._numbers[row] < 0)

    def find(self, number: int, *, opening: bool) -> int | None:
        """Return the row of a repair, or of its group; with `opening` the group is opened.

        The one that was opened so before is closed again. None if the repair is not shown.
        """
        places = np.flatnonzero(self._groups.rows == number)
        if not len(places) or self._table is None:
            return None
        if not self._is_grouped:
            return int(places[0])
        group = int(np.searchsorted(self._groups.firsts, places[0], side="right")) - 1
        pair = int(self._table.columns.pairs[number])
        if opening and self._visited not in (None, pair):
            self._close_visited()
        head = int(np.flatnonzero(self._group_of == group)[0])
        if pair not in self._opened:
            if not opening:
                return head
            self.toggle(head)
            self._visited = pair
        return head + 1 + int(places[0]) - int(self._groups.firsts[group])

    def _close_visited(self) -> None:
        """Close the group that was opened to show a place."""
        pair, self._visited = self._visited, None
        if self._table is None or pair not in self._opened:
            return
        heads = np.flatnonzero(self._numbers < 0)
        firsts = self._groups.rows[self._groups.firsts[self._group_of[heads]]]
        found = heads[self._table.columns.pairs[firsts] == pair]
        if len(found):
            self.toggle(int(found[0]))
        else:
            self._opened.discard(pair)

    def head_of(self, row: int) -> int:
        """Return the row of the head of the group that a row is in."""
        return int(np.flatnonzero(self._group_of == self._group_of[row])[0])

    def toggle(self, row: int) -> None:
        """Open or close the group whose head this is."""
        table = self._table
        if table is None or not self.is_group(row):
            return
        group = int(self._group_of[row])
        rows = self._groups.rows_of(group)
        pair = int(table.columns.pairs[rows[0]])
        self._made.clear()
        if pair == self._visited:
            self._visited = None
        if pair in self._opened:
            self.beginRemoveRows(_NO_INDEX, row + 1, row + len(rows))
            self._opened.discard(pair)
            gone = np.arange(row + 1, row + 1 + len(rows))
            self._numbers = np.delete(self._numbers, gone)
            self._group_of = np.delete(self._group_of, gone)
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NO_INDEX, row + 1, row + len(rows))
            self._opened.add(pair)
            self._numbers = np.insert(self._numbers, row + 1, rows)
            self._group_of = np.insert(self._group_of, row + 1, np.full(len(rows), group))
            self.endInsertRows()
        changed = self.index(row, 0)
        self.dataChanged.emit(changed, changed)

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Cell)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.row_at(index.row()), Cell(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(self.row_at(index.row()), Cell(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Cell.PAIR: self.tr("Before → after · count"),
                Cell.KIND: "",
                Cell.RULE: self.tr("Rule"),
                Cell.SURE: self.tr("Sure"),
                Cell.NOTE: self.tr("Note"),
                Cell.DECISION: self.tr("Decision"),
            }[Cell(section)]
        if role == Qt.ItemDataRole.ToolTipRole and section == Cell.KIND:
            return self.tr("Kind")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, row: TableRow, cell: Cell) -> str:
        if cell is Cell.KIND:
            return kind_title(row.kind)
        if cell is Cell.RULE:
            return rule_title(row.rule)
        if cell is Cell.SURE:
            return percent(row.sure)
        if cell is Cell.DECISION:
            return decision_text(row)
        if cell is Cell.NOTE:
            return row.note if isinstance(row, PlaceRow) else ""
        if isinstance(row, PlaceRow) and row.in_group:
            return "".join(map(visible, row.context))
        times = f" · {row.times}" if isinstance(row, GroupRow) else ""
        return f"{pair_text(row.pair)}{times}"

    def _tool_tip(self, row: TableRow, cell: Cell) -> str | None:
        if cell is Cell.PAIR:
            note = f"\n{row.note}" if isinstance(row, PlaceRow) and row.note else ""
            return plain_tip(f"{pair_text(row.pair)}{note}")
        if cell is Cell.NOTE and isinstance(row, PlaceRow):
            return plain_tip(row.note) if row.note else None
        if cell is Cell.RULE:
            return plain_tip(f"{rule_title(row.rule)}\n{row.rule}")
        if cell in (Cell.KIND, Cell.SURE):
            return plain_tip(self._text(row, cell))
        return None


def pair_text(pair: Pair) -> str:
    """Return a pair as it is listed."""
    if pair.before == pair.after:
        return visible(pair.before)
    return f"{visible(pair.before)} → {visible(pair.after) or removed_word()}"


def decision_text(row: TableRow) -> str:
    """Return what was decided: of a group how many, of a place how it stands."""
    translate = QCoreApplication.translate
    if isinstance(row, GroupRow) and row.times > 1:
        if not row.left and row.by_hand:
            return translate("RepairTable", "all")
        if not row.left:
            return translate("RepairTable", "certain")
        text = translate("RepairTable", "{done} of {count}")
        return text.format(done=row.times - row.left, count=row.times)
    if row.how is not None:
        return {
            How.ACCEPT: translate("RepairTable", "accepted"),
            How.KEEP: translate("RepairTable", "kept"),
            How.ALTERNATIVE: translate("RepairTable", "alternative"),
            How.TYPED: translate("RepairTable", "typed"),
        }[row.how]
    return {
        RepairState.LOST: translate("RepairTable", "lost"),
        RepairState.CERTAIN: translate("RepairTable", "certain"),
        RepairState.UNSURE: translate("RepairTable", "unsure"),
        RepairState.UNDECIDED: translate("RepairTable", "undecided"),
        RepairState.BY_HAND: translate("RepairTable", "by hand"),
    }[row.state]
