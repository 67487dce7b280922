"""The places where two copies differ as a table: what each has, which is likelier, what holds."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from reader.export.explain import visible
from reader.review.compare import Discrepancy, Nature, Verdict
from reader.text.document import Document

Index = QModelIndex | QPersistentModelIndex
_BESIDE = 6  # code points shown on either side of a place
_LONGEST = 80  # code points of a cell; the details below the table show all
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What the columns show."""

    OURS = 0
    THEIRS = 1
    VERDICT = 2
    DECISION = 3


class Choice(IntEnum):
    """What the user decided about a place."""

    NONE = 0
    OURS = 1
    THEIRS = 2
    OTHER = 3  # something else, elsewhere in the window


PARTS = Qt.ItemDataRole.UserRole
"""The role of a cell's text in three parts: before the place, what differs, and behind it."""


class CompareModel(QAbstractTableModel):
    """Shows what was compared and what was decided of it; decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._found: Sequence[Discrepancy] = ()
        self._decided: Mapping[tuple[int, int], str] = {}
        self._reference = False

    def set_found(
        self, document: Document | None, found: Sequence[Discrepancy], *, reference: bool
    ) -> None:
        """Show other places; `document` is the one that was compared."""
        self.beginResetModel()
        self._document, self._found, self._reference = document, found, reference
        self.endResetModel()

    def set_decided(self, decided: Mapping[tuple[int, int], str]) -> None:
        """Show what was decided: the span in the source (code points) -> the text in force."""
        self._decided = decided
        last = self.index(len(self._found) - 1, Column.DECISION)
        self.dataChanged.emit(self.index(0, Column.DECISION), last)

    @property
    def found(self) -> Sequence[Discrepancy]:
        """The places in the order of the text."""
        return self._found

    def choice(self, row: int) -> Choice:
        """Return what was decided about a place."""
        one = self._found[row]
        text = self._decided.get((one.source_start, one.source_end))
        if text is None:
            return Choice.NONE
        if text == one.other_text:
            return Choice.THEIRS
        return Choice.OURS if text == one.text else Choice.OTHER

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        theirs = self.tr("Reference") if self._reference else self.tr("Other copy")
        return (self.tr("This text"), theirs, self.tr("More likely"), self.tr("Decision"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._found[index.row()]
        column = Column(index.column())
        if column in (Column.OURS, Column.THEIRS):
            text = one.text if column is Column.OURS else one.other_text
            if role == PARTS:
                return self._parts(one, text)
            if role == Qt.ItemDataRole.DisplayRole:
                before, here, after = self._parts(one, text)
                return f"{before}[{here}]{after}"
            return None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column is Column.VERDICT:
            return self._verdict_word(one)
        return self._choice_word(self.choice(index.row()))

    def _parts(self, one: Discrepancy, text: str) -> tuple[str, str, str]:
        around = self._document.text if self._document is not None else ""
        before = around[max(0, one.start - _BESIDE) : one.start]
        after = around[one.end : one.end + _BESIDE]
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        return on_one_line(before), on_one_line(short), on_one_line(after)

    def _verdict_word(self, one: Discrepancy) -> str:
        if one.nature is Nature.LAYOUT:
            return self.tr("layout")
        if one.nature is Nature.PASSAGE and one.verdict is Verdict.OPEN:
            return self.tr("passage")
        if self._reference:
            return self.tr("reference")
        return {
            Verdict.OURS: self.tr("this text"),
            Verdict.THEIRS: self.tr("other copy"),
            Verdict.OPEN: "",
        }[one.verdict]

    def _choice_word(self, choice: Choice) -> str:
        return {
            Choice.NONE: "",
            Choice.OURS: self.tr("kept"),
            Choice.THEIRS: self.tr("replaced"),
            Choice.OTHER: self.tr("by hand"),
        }[choice]


def on_one_line(text: str) -> str:
    """Return a text on one line, its line ends as signs."""
    return visible(text.replace("\r\n", "\n").replace("\n", "⏎").replace("\u3000", "␣"))
