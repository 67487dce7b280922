"""What the table shows of a document: filtered, ordered, grouped, and what comes next in it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from reader.review.repair_columns import Mask
from reader.review.repair_order import (
    Column,
    Groups,
    Notes,
    RepairFilter,
    Showing,
    group,
    next_row,
    order,
    select,
)
from reader.review.repair_table import RepairTable
from reader.text.document import Document
from reader.ui.review.panel.table_model import Cell, RepairListModel

COLUMNS: Mapping[Cell, Column] = {
    Cell.PAIR: Column.BEFORE,
    Cell.KIND: Column.KIND,
    Cell.RULE: Column.RULE,
    Cell.SURE: Column.SURE,
    Cell.NOTE: Column.NOTE,
    Cell.DECISION: Column.DECISION,
}
_MOST_FIRST = (Column.TIMES, Column.NOTE)


class RepairList:
    """Keeps the model in step with the document, the filter and the order."""

    def __init__(self, model: RepairListModel) -> None:
        self.table: RepairTable | None = None
        self.chosen = RepairFilter()
        self.column = Column.SURE
        self.is_descending = False
        self.is_grouped = True
        self.notes: Notes = {}
        self._model = model
        self._mask: Mask = np.zeros(0, np.bool_)

    @property
    def count(self) -> int:
        """How many repairs pass the filter."""
        return int(np.count_nonzero(self._mask))

    def set_document(
        self, document: Document, notes: Notes, made: RepairTable | None = None
    ) -> None:
        """Read another document, whose table may have been made before.

        It is shown when a filter is set.
        """
        self.notes = notes
        self.table = made if made is not None else RepairTable.of(document)

    def update_document(
        self, document: Document, notes: Notes, made: RepairTable | None = None
    ) -> None:
        """Show what the document became; where the same rows pass, nothing is ordered again."""
        before = self.table
        if before is None or before.document.source != document.source:
            self.set_document(document, notes, made)
            self._show()
            return
        self.notes = notes
        self.table = table = made if made is not None else before.updated(document)
        mask = select(table, self.chosen, notes)
        same_rows = (
            len(before) == len(table)
            and np.array_equal(before.columns.pairs, table.columns.pairs)
            and np.array_equal(before.columns.starts, table.columns.starts)
        )
        by_state = self.column in (Column.DECISION, Column.NOTE, Column.CONTEXT)
        if same_rows and not by_state and np.array_equal(mask, self._mask):
            self._model.refresh(table, notes)
        else:
            self._show(mask)

    def update_notes(self, notes: Notes) -> None:
        """Show notes that were written or taken back."""
        self.notes = notes
        if self.table is not None:
            self._model.refresh(self.table, notes)

    def clear(self) -> None:
        """Show nothing, as there is no document."""
        self.table = None
        self._mask = np.zeros(0, np.bool_)
        self._model.clear()

    def set_filter(self, chosen: RepairFilter) -> None:
        """Show what passes another filter."""
        self.chosen = chosen
        self._show()

    def sort_by(self, column: Column, *, descending: bool | None = None) -> None:
        """Order by a column; the one that it is ordered by already is turned round."""
        if descending is None:
            turned = not self.is_descending
            descending = turned if column is self.column else column in _MOST_FIRST
        self.column, self.is_descending = column, descending
        self._show()

    def set_grouped(self, grouped: bool) -> None:
        """Put the places of a pair together, or leave each on its own."""
        self.is_grouped = grouped
        self._show()

    def next_number(
        self, current: int | None, column: Column, *, backwards: bool = False
    ) -> int | None:
        """Return the repair to decide on next, of those that pass apart from what was decided."""
        table = self.table
        if table is None:
            return None
        chosen = self.chosen
        if chosen.showing is not Showing.TO_DECIDE:
            chosen = RepairFilter(
                chosen.kinds, Showing.TO_DECIDE, chosen.sure_up_to, chosen.rule, chosen.text,
                chosen.pair,
            )  # fmt: skip
        mask = select(table, chosen, self.notes)
        return next_row(table, mask, current, column, backwards=backwards)

    def _show(self, mask: Mask | None = None) -> None:
        table = self.table
        if table is None:
            return
        self._mask = select(table, self.chosen, self.notes) if mask is None else mask
        rows = order(
            table, self._mask, self.column, descending=self.is_descending, notes=self.notes
        )
        groups = group(table, rows) if self.is_grouped else Groups(rows, np.array([0, len(rows)]))
        self._model.set_content(table, groups, self.notes, grouped=self.is_grouped)
