"""A card of the statistics: a picture, what its current value is, and the same as a table."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.library.chart import Chart, Table
from reader.ui.parts.buttons import KeyButton
from reader.ui.parts.drawing import scaled
from reader.ui.parts.labels import plain_label

_TABLE = 220  # pixels


class CardFrame(QFrame):
    """A frame with a title and, at its right, what can be done with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = plain_label(self)
        self.heading.setFont(scaled(self.font(), 1.08, bold=True))
        self.head = QHBoxLayout()
        self.head.addWidget(self.heading, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)


class ChartCard(CardFrame):
    """Shows a picture or a table of the same values, and below it words."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self.chart = chart
        self.as_table = KeyButton("", self)
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._on_toggled)
        self.head.addWidget(self.as_table)
        self.table: QTableWidget | None = None  # until it is asked for
        self._is_ready = False  # until the first values are there
        self.words = plain_label(self, wrap=True)
        self.words.setProperty("quiet", True)
        self.column.addWidget(chart)
        self.column.addWidget(self.words)
        chart.pointed.connect(self._on_pointed)
        self._say()

    def refresh(self) -> None:
        """Say what there is to see now."""
        self._is_ready = True
        self._on_pointed("")
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._on_pointed("")
            self._fill()

    def _on_pointed(self, words: str) -> None:
        if not words and self.chart.count():
            words = self._below()
        self.words.setText(words or (self.tr("Nothing yet.") if self._is_ready else "…"))

    def _below(self) -> str:
        # What is long enough to be read in the picture is not said a second time.
        summary = self.chart.summary()
        return summary if len(summary) < 120 else self.tr("Solid: known. Pale: not yet known.")

    def _on_toggled(self, on: bool) -> None:
        if on and self.table is None:
            self.table = QTableWidget(self)
            dress_table(self.table)
            self.table.setFixedHeight(_TABLE)
            self.table.verticalHeader().setDefaultSectionSize(26)
            self.column.insertWidget(1, self.table)
        if self.table is not None:
            self.table.setVisible(on)
        self.chart.setVisible(not on)
        self._fill()
        self._say()

    def _fill(self) -> None:
        if self.table is not None and self.as_table.isChecked():
            fill_table(self.table, self.chart.table() if self.chart.count() else Table((), ()))

    def _say(self) -> None:
        self.heading.setText(self.chart.title())
        on = self.as_table.isChecked()
        self.as_table.setText(self.tr("Chart") if on else self.tr("Table"))
        words = self.tr("{title} as a table").format(title=self.chart.title())
        self.as_table.setAccessibleName(words)
        if self.table is not None:
            self.table.setAccessibleName(words)


def dress_table(table: QTableWidget) -> None:
    """Let a table be read, and nothing else."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )


def fill_table(table: QTableWidget, values: Table) -> None:
    """Show other values."""
    table.clear()
    table.setColumnCount(len(values.heads))
    table.setRowCount(len(values.rows))
    table.setHorizontalHeaderLabels(list(values.heads))
    for row, cells in enumerate(values.rows):
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
    heads = table.horizontalHeader()
    for column in range(len(values.heads)):
        heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
