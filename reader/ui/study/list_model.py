"""The rows of the list of words; what a word means is looked up when its row is looked at."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.pinyin.joining import join_syllables
from reader.pinyin.spelling import Style, write_syllable
from reader.study.status import WordStatus
from reader.study.vocabulary import CountedWord
from reader.study.word_index import ListedMeaning, describe
from reader.study.word_table import Rows, Standing, WordColumn, WordGroup, WordTable, newest_level
from reader.ui.parts.labels import plain_tip
from reader.ui.study.list_marks import standing_name
from reader.ui.study.meanings import level_words

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_KEPT = 512  # rows that are kept once they were made: more than some screens have
_STATUSES, _GROUPS = tuple(WordStatus), tuple(WordGroup)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Cell(IntEnum):
    """The columns of the table."""

    WORD = 0
    PINYIN = 1
    MEANING = 2
    LEVEL = 3
    COUNT = 4
    FREQUENCY = 5
    STATUS = 6


COLUMNS = {
    Cell.WORD: WordColumn.PLACE,
    Cell.PINYIN: WordColumn.PINYIN,
    Cell.MEANING: WordColumn.FREQUENCY,
    Cell.LEVEL: WordColumn.LEVEL,
    Cell.COUNT: WordColumn.COUNT,
    Cell.FREQUENCY: WordColumn.FREQUENCY,
    Cell.STATUS: WordColumn.STATUS,
}
"""What a click on the head of a column puts the rows in order of."""
NUMBERS = frozenset((Cell.LEVEL, Cell.COUNT, Cell.FREQUENCY))


class WordRow(NamedTuple):
    """One word of the list, and what is said of it."""

    word: CountedWord
    pinyin: str  # as one word, as the user likes to read it
    meaning: ListedMeaning
    status: WordStatus
    group: WordGroup

    @property
    def is_here(self) -> bool:
        """Whether it stands in the document."""
        return self.word.count > 0


class WordListModel(QAbstractTableModel):
    """Shows rows of a table of words; which ones, and in which order, it is given."""

    def __init__(self, dictionary: Callable[[], Dictionary], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dictionary = dictionary
        self._table = WordTable(())
        self._rows: Rows = np.zeros(0, np.int64)
        self._standing = self._table.standing({})
        self._style = Style.MARKS
        self._made: dict[int, tuple[str, ListedMeaning]] = {}  # row of the table -> pinyin, meaning

    @property
    def table(self) -> WordTable:
        """All words, those among them that are not shown."""
        return self._table

    @property
    def rows(self) -> Rows:
        """The rows of the table that are shown, in order."""
        return self._rows

    def set_content(self, table: WordTable, rows: Rows, standing: Standing) -> None:
        """Show other rows."""
        self.beginResetModel()
        if table is not self._table:
            self._made.clear()
        self._table, self._rows, self._standing = table, rows, standing
        self.endResetModel()

    def refresh(self, standing: Standing) -> None:
        """Show the same rows as they are known now."""
        self._standing = standing
        self._tell()

    def set_style(self, style: Style) -> None:
        """Spell pinyin in another way."""
        if style is not self._style:
            self._style = style
            self._made.clear()
            self._tell()

    def forget(self) -> None:
        """Ask the dictionary again about all words."""
        self._made.clear()
        self._tell()

    def row_at(self, row: int) -> WordRow:
        """Return what a row shows."""
        number = int(self._rows[row])
        word = self._table.words[number]
        made = self._made.get(number)
        if made is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[number] = self._make(word.word)
        pinyin, meaning = made
        status = _STATUSES[self._standing.states[number]]
        return WordRow(word, pinyin, meaning, status, _GROUPS[self._standing.groups[number]])

    def words_at(self, rows: Sequence[int]) -> tuple[str, ...]:
        """Return the words of some rows."""
        return tuple(self._table.words[int(self._rows[row])].word for row in rows)

    def find(self, word: str) -> int | None:
        """Return the row of a word, None if it is not shown."""
        number = self._table.find(word)
        if number is None:
            return None
        found = np.flatnonzero(self._rows == number)
        return int(found[0]) if len(found) else None

    def find_all(self, words: Sequence[str]) -> list[int]:
        """Return the rows of those of some words that are shown, in order."""
        numbers = [found for word in words if (found := self._table.find(word)) is not None]
        return np.flatnonzero(np.isin(self._rows, numbers)).tolist() if numbers else []

    def _make(self, word: str) -> tuple[str, ListedMeaning]:
        meaning = describe(word, self._dictionary().lookup(word))
        return _spell(meaning.pinyin, self._style), meaning

    def _tell(self) -> None:
        if len(self._rows):
            last = self.index(len(self._rows) - 1, len(Cell) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Cell)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = Cell(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.row_at(index.row()), cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tool_tip(self.row_at(index.row())))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row_at(index.row())
            return self._spoken(row) if cell is Cell.WORD else cell_text(row, cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if cell in NUMBERS else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Cell.WORD: self.tr("Word"),
                Cell.PINYIN: self.tr("Pinyin"),
                Cell.MEANING: self.tr("Meaning"),
                Cell.LEVEL: self.tr("HSK"),
                Cell.COUNT: self.tr("Here"),
                Cell.FREQUENCY: self.tr("Frequency"),
                Cell.STATUS: self.tr("Status"),
            }[Cell(section)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                Cell.WORD: self.tr("Sort by place in the text"),
                Cell.PINYIN: self.tr("Sort by pinyin"),
                Cell.MEANING: self.tr("Sort by how frequent the words are"),
                Cell.LEVEL: self.tr("Sort by HSK level"),
                Cell.COUNT: self.tr("Sort by how often the words stand in this document"),
                Cell.FREQUENCY: self.tr("Sort by how frequent the words are"),
                Cell.STATUS: self.tr("Sort by status"),
            }[Cell(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return None

    def _tool_tip(self, row: WordRow) -> str:
        spelled = f"{row.word.word} {row.meaning.traditional}".rstrip()
        gloss = row.meaning.gloss
        if row.meaning.is_composed:
            gloss = self.tr("{meaning} (composed of its parts)").format(meaning=gloss)
        level = level_words(row.word.levels)
        if row.word.frequency is not None:
            often = self.tr("frequency {number} of 8").format(
                number=QLocale().toString(row.word.frequency, "f", 1)
            )
            level = f"{level} · {often}" if level else often
        lines = f"{spelled}  {row.pinyin}".rstrip(), gloss, level
        return "\n".join(filter(None, lines))

    def _spoken(self, row: WordRow) -> str:
        """Return a whole row, since a narrow panel shows pinyin and meaning below the word."""
        count = self.tr("{number} here").format(number=row.word.count) if row.is_here else ""
        parts = (
            row.word.word, row.pinyin, row.meaning.gloss, level_words(row.word.levels), count,
            standing_name(row.group, row.status),
        )  # fmt: skip
        return self.tr(", ").join(filter(None, parts))


def _spell(pinyin: str, style: Style) -> str:
    """Return a reading of a dictionary word by word: Zhōng guó Gòng chǎn dǎng has two."""
    words: list[list[str]] = []
    for syllable in pinyin.split():
        if not words or syllable[0].isupper():
            words.append([])
        words[-1].append(write_syllable(syllable.lower(), style))
    is_name = pinyin[:1].isupper()
    return " ".join(join_syllables(word, style, capital=is_name) for word in words)


def cell_text(row: WordRow, cell: Cell) -> str:
    """Return what a cell says."""
    if cell is Cell.WORD:
        return row.word.word
    if cell is Cell.PINYIN:
        return row.pinyin
    if cell is Cell.MEANING:
        return row.meaning.gloss
    if cell is Cell.LEVEL:
        return short_level(row.word)
    if cell is Cell.COUNT:
        return QLocale().toString(row.word.count) if row.is_here else ""
    if cell is Cell.FREQUENCY:
        often = row.word.frequency
        return "" if often is None else QLocale().toString(often, "f", 1)
    return standing_name(row.group, row.status)


def short_level(word: CountedWord) -> str:
    """Return the level of a word: 4, 7–9; in brackets where only the old list has it."""
    level = newest_level(word.levels)
    if level is None:
        return ""
    if level.is_old:
        return f"({level.level})"
    return "7–9" if level.level == 7 else str(level.level)
