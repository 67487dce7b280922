"""The documents of the library as rows: filtered, searched, in order."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.study.history import ReadDocument
from reader.study.settled import Share
from reader.ui.library import wording
from reader.ui.parts.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate
_NEVER = datetime.fromtimestamp(0, UTC)


class Column(IntEnum):
    """What stands beside each other."""

    TITLE = 0
    PROGRESS = 1
    KNOWN = 2
    LEVELS = 3
    TIME = 4
    READ = 5


class Kept(Enum):
    """Which documents are shown; the value is a stable id."""

    ALL = "all"
    UNFINISHED = "unfinished"
    FINISHED = "finished"
    GONE = "gone"


MOST_FIRST = frozenset((Column.PROGRESS, Column.KNOWN, Column.TIME, Column.READ))
"""Columns of which the largest comes first where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document, and whether its file is gone."""

    document: ReadDocument
    is_gone: bool = False


class DocumentsModel(QAbstractTableModel):
    """Shows rows; it decides nothing."""

    def __init__(self, parent: QObject, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: Sequence[Row] = ()
        self._shown: list[Row] = []
        self._kept = Kept.ALL
        self._query = ""
        self.column = Column.READ
        self.is_descending = True

    @property
    def rows(self) -> Sequence[Row]:
        """All documents, whatever is shown."""
        return self._rows

    @property
    def today(self) -> date:
        """The day on which the rows are read."""
        return self._today()

    def row_at(self, row: int) -> Row:
        """Return what a row shows."""
        return self._shown[row]

    def find(self, fingerprint: str) -> int | None:
        """Return the row of a document, None if it is not shown."""
        rows = (at for at, one in enumerate(self._shown) if one.document.fingerprint == fingerprint)
        return next(rows, None)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these documents."""
        self._rows = rows
        self._fill()

    def set_gone(self, fingerprints: frozenset[str]) -> None:
        """Say of which documents the files are gone."""
        self._replace(
            [replace(one, is_gone=one.document.fingerprint in fingerprints) for one in self._rows]
        )

    def set_shares(self, shares: Mapping[str, Share]) -> None:
        """Say how much of each document is known now."""
        rows = []
        for one in self._rows:
            share = shares.get(one.document.fingerprint)
            if share is not None:
                known, total = share
                one = replace(one, document=replace(one.document, known=known, words=total))
            rows.append(one)
        self._replace(rows)

    def show_only(self, kept: Kept, query: str) -> None:
        """Show these documents, whose name or place holds a text, written or in pinyin."""
        self._kept, self._query = kept, query
        self._fill()

    def order_by(self, column: Column, *, descending: bool) -> None:
        """Put the rows in order."""
        self.column, self.is_descending = column, descending
        self._fill()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(row, column))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(Column(section))
        return None

    def text(self, row: Row, column: Column) -> str:
        """Return what stands in a cell."""
        document = row.document
        if column is Column.TITLE:
            return wording.title_words(document)
        if column is Column.PROGRESS:
            return wording.progress_words(document)
        if column is Column.KNOWN:
            return wording.known_words(document)
        if column is Column.LEVELS:
            return wording.levels_words(document)
        if column is Column.TIME:
            return wording.time_words(document.seconds)
        return wording.read_words(document, self._today())

    def spoken(self, row: Row, column: Column) -> str:
        """Return what a screen reader says of a cell; of the first one, all of the row."""
        if column is not Column.TITLE:
            text = self.text(row, column)
            return f"{column_title(column)}: {text}" if text else ""
        parts = [wording.title_words(row.document)]
        parts.append(wording.place_words(row.document, gone=row.is_gone))
        parts += [self.spoken(row, one) for one in Column if one is not Column.TITLE]
        return translate("Library", ", ").join(filter(None, parts))

    def _tip(self, row: Row, column: Column) -> str:
        document = row.document
        if column is Column.TITLE:
            return str(document.path or document.address or wording.title_words(document))
        if column is Column.READ:
            dates = (wording.local_time(document.added), wording.local_time(document.read))
            opened, read = (wording.date_words(one.date()) if one else "" for one in dates)
            words = translate("Library", "First opened {opened}, last read {read}")
            return words.format(opened=opened, read=read)
        if column is Column.KNOWN and not document.counted:
            return translate("Library", "Its words will be counted when you open it.")
        return self.text(row, column)

    def _replace(self, rows: list[Row]) -> None:
        """Show the same documents with other values; nothing moves under the pointer."""
        self._rows = rows
        if self._kept is Kept.GONE:
            self._fill()
            return
        by_name = {one.document.fingerprint: one for one in rows}
        self._shown = [by_name[one.document.fingerprint] for one in self._shown]
        if self._shown:
            last = self.index(len(self._shown) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _fill(self) -> None:
        self.beginResetModel()
        shown = [one for one in self._rows if self._fits(one)]
        self._shown = sorted(shown, key=lambda one: _key(one, self.column))
        if self.is_descending:
            self._shown.reverse()
        if self.column in (Column.KNOWN, Column.LEVELS):  # what is not known comes last either way
            self._shown.sort(key=lambda one: _key(one, self.column) is _UNKNOWN)
        self.endResetModel()

    def _fits(self, row: Row) -> bool:
        fits = {
            Kept.ALL: True,
            Kept.UNFINISHED: not wording.is_finished(row.document),
            Kept.FINISHED: wording.is_finished(row.document),
            Kept.GONE: row.is_gone,
        }
        if not fits[self._kept]:
            return False
        if not self._query.strip():
            return True
        from reader.language.name_search import matches  # not needed until something is typed

        place = wording.place_words(row.document, gone=False)
        return matches(self._query, f"{wording.title_words(row.document)} {place}")


_UNKNOWN = (-1.0, "")


def _key(row: Row, column: Column) -> tuple[float, str]:
    document = row.document
    if column is Column.TITLE:
        return 0.0, document.title.casefold()
    if column is Column.PROGRESS:
        return document.progress, ""
    if column is Column.TIME:
        return float(document.seconds), ""
    if column is Column.READ:
        return (document.read or _NEVER).timestamp(), ""
    if column is Column.KNOWN:
        share = document.known_share
        return _UNKNOWN if share is None else (share, "")
    hardness = _hardness(document.levels)
    return _UNKNOWN if hardness is None else (hardness, "")


def _hardness(levels: Mapping[int, int]) -> float | None:
    """Return the mean level of the words, those in no list above all levels; None without any."""
    total = sum(levels.values())
    if not total:
        return None
    return sum((level or 8) * count for level, count in levels.items()) / total


def column_title(column: Column) -> str:
    """Return what stands above a column."""
    return {
        Column.TITLE: translate("Library", "Title"),
        Column.PROGRESS: translate("Library", "Progress"),
        Column.KNOWN: translate("Library", "Words known"),
        Column.LEVELS: translate("Library", "Levels"),
        Column.TIME: translate("Library", "Reading time"),
        Column.READ: translate("Library", "Last read"),
    }[column]
