"""Tables in which rules are typed: pairs, exceptions, protected texts, pinyin that stays."""

# Qt looks for its events by their own names.
# ruff: noqa: N802

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.repair.rules.model import Replacement, check_replacement
from reader.text.causes import Cause
from reader.text.sentences import cause_words
from reader.ui.panes.text_style import CHINESE_FAMILIES

translate = QCoreApplication.translate
_LARGER = 1.15  # than the interface: hanzi have more strokes than letters
_ROW = 28  # pixels
_LINE = Qt.ItemDataRole.UserRole  # the line of a rule in its file
Row = Sequence[str]


class RuleTable(QWidget):
    """Rows of texts that can be typed over, added and removed; an empty row is no rule."""

    changed = Signal()
    """A rule was typed, added or removed."""

    def __init__(self, says: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLabel(says, self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setProperty("quiet", True)
        self.table = _Table(len(heads), self)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setAccessibleName(says)
        self.table.cellChanged.connect(self.changed)
        self.table.removal_wanted.connect(self.remove_selected)
        self.add_button = QPushButton(translate("Rules", "Add"), self)
        self.add_button.clicked.connect(self.add_empty)
        self.remove_button = QPushButton(translate("Rules", "Remove"), self)
        self.remove_button.clicked.connect(self.remove_selected)
        for button in (self.add_button, self.remove_button):
            button.setAutoDefault(False)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self._on_selected()
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def show_rows(self, rows: Iterable[tuple[Row, int]]) -> None:
        """Show these rows, each with the line of its file; nothing is told of that."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for texts, line in rows:
            self._append(texts, line)
        self.table.blockSignals(False)
        self._on_selected()

    def list_rows(self) -> list[tuple[int, list[str], int]]:
        """Return (number, texts, line) of each row that is not empty."""
        found = []
        for number in range(self.table.rowCount()):
            items = [self.table.item(number, column) for column in range(self.table.columnCount())]
            texts = [item.text() if item is not None else "" for item in items]
            line = items[0].data(_LINE) if items[0] is not None else 0
            if any(texts):
                found.append((number, texts, line if isinstance(line, int) else 0))
        return found

    def add_empty(self) -> None:
        """Add a row and begin to type in it."""
        number = self.table.rowCount()
        self.table.blockSignals(True)
        self._append([""] * self.table.columnCount(), 0)
        self.table.blockSignals(False)
        self.table.setCurrentCell(number, 0)
        self.table.setFocus()
        item = self.table.item(number, 0)
        if item is not None:
            self.table.editItem(item)

    def remove_selected(self) -> None:
        """Remove the rows that are selected."""
        numbers = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        for number in numbers:
            self.table.removeRow(number)
        if numbers:
            self.changed.emit()

    def point_at(self, number: int) -> None:
        """Select a row."""
        self.table.setCurrentCell(number, 0)

    def _append(self, texts: Row, line: int) -> None:
        number = self.table.rowCount()
        self.table.insertRow(number)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(_LINE, line)
            self.table.setItem(number, column, item)

    def _on_selected(self) -> None:
        self.remove_button.setEnabled(bool(self.table.selectedIndexes()))


class ReplacementTable(RuleTable):
    """Pairs or exceptions: a text, what it becomes, and the context in which it holds."""

    def __init__(self, says: str, becomes: str, parent: QWidget | None = None) -> None:
        heads = (translate("Rules", "Text"), becomes, translate("Rules", "Only inside"))
        super().__init__(says, heads, parent)

    def show_rules(self, rules: Iterable[Replacement]) -> None:
        """Show these rules."""
        self.show_rows(((one.before, one.after, one.context), one.line) for one in rules)

    def read_rules(self) -> tuple[tuple[Replacement, ...], tuple[int, str] | None]:
        """Return the rules, and (row, what is wrong) of the first row that is none."""
        made: dict[Replacement, None] = {}
        for number, (before, after, context), line in self.list_rows():
            one = Replacement(before, after, context, line)
            if problem := check_replacement(one):
                return (), (number, explain_problem(problem))
            made[one] = None
        return tuple(made), None


class TextTable(RuleTable):
    """Texts that stay as they are."""

    def __init__(
        self, says: str, head: str, check: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(says, (head,), parent)
        self._check = check

    def show_texts(self, texts: Iterable[str]) -> None:
        """Show these texts."""
        self.show_rows(((text,), 0) for text in texts)

    def read_texts(self) -> tuple[tuple[str, ...], tuple[int, str] | None]:
        """Return the texts, and (row, what is wrong) of the first row that is no rule."""
        made: dict[str, None] = {}
        for number, (text,), _ in self.list_rows():
            if problem := self._check(text):
                return (), (number, explain_problem(problem))
            made[text] = None
        return tuple(made), None


def explain_problem(code: str) -> str:
    """Return why something is no rule, in words."""
    return cause_words(Cause(code), translate)


def dress_table(table: QTableWidget) -> None:
    """Let a table of rules, or of what they change, look like the other tables of the window."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    font = QFont(list(CHINESE_FAMILIES))
    font.setPointSizeF(table.font().pointSizeF() * _LARGER)
    table.setFont(font)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)


class _Table(QTableWidget):
    """A table whose selected rows are removed by the Delete key."""

    removal_wanted = Signal()

    def __init__(self, columns: int, parent: QWidget) -> None:
        super().__init__(0, columns, parent)
        dress_table(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
