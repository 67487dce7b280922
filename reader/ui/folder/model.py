"""The tree of a folder's documents, and which of them are shown."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from reader.language.name_search import matches
from reader.ui.folder.words import folder_words, state_words, tip_words

if TYPE_CHECKING:
    from reader.batch.folder import Examination, FolderListing

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROOT = 0


@dataclass(slots=True)
class _Node:
    """A document or sub-folder; nodes know each other by their numbers."""

    path: Path
    parent: int
    row: int
    spoken: str  # its name after those of the sub-folders around it
    is_folder: bool
    inside: list[int] = field(default_factory=list)
    found: Examination | None = None
    open_inside: int = 0  # documents in a folder, however deep, that need a person


class Counts(NamedTuple):
    """How many documents there are, were examined and need a person; and all places left."""

    files: int = 0
    examined: int = 0
    open: int = 0
    left: int = 0

    def changed(self, before: Examination | None, found: Examination) -> Counts:
        """Return the counts when something else was found in a document than before."""
        return Counts(
            self.files,
            self.examined + (before is None),
            self.open + found.needs_a_human - (before is not None and before.needs_a_human),
            self.left + _places_left(found) - _places_left(before),
        )


def _places_left(found: Examination | None) -> int:
    return found.progress.left if found is not None and found.progress is not None else 0


class FolderModel(QAbstractItemModel):
    """Documents under their sub-folders, with what was found in each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.current: Path | None = None
        self.counts = Counts()
        self._nodes: list[_Node] = []
        self._numbers: dict[Path, int] = {}
        self.set_listing(None)

    def set_listing(self, listing: FolderListing | None) -> None:
        """Show these documents, and keep what was found in those that were there before."""
        self.beginResetModel()
        before = {one.path: one.found for one in self._nodes if one.found is not None}
        folder = listing.folder if listing is not None else Path()
        files = listing.files if listing is not None else ()
        self._nodes = [_Node(folder, -1, 0, "", is_folder=True)]
        self._numbers = {folder: _ROOT}
        self.counts = Counts(files=len(files))
        for path in files:
            number = self._add(path, self._folder(path.parent), is_folder=False)
            found = before.get(path)
            if found is not None:
                self._take_in(number, found)
        self.endResetModel()

    def found(self, path: Path) -> Examination | None:
        """Return what was found in a document, None if it was not examined yet."""
        number = self._numbers.get(path)
        return None if number is None else self._nodes[number].found

    def put(self, path: Path, found: Examination) -> None:
        """Take in what was found in a document."""
        number = self._numbers.get(path)
        if number is None:
            return
        node = self._nodes[number]
        if node.found == found:
            return
        self._take_in(number, found)
        while number > _ROOT:  # the folders around it say how many there are
            self._tell(number)
            number = self._nodes[number].parent

    def set_current(self, path: Path | None) -> None:
        """Mark the document that is open."""
        before, self.current = self.current, path
        for one in {before, path} - {None}:
            number = self._numbers.get(one) if one is not None else None
            if number is not None:
                self._tell(number)

    def path(self, index: Index) -> Path:
        """Return the path of a row."""
        return self._nodes[index.internalId()].path

    def is_folder(self, index: Index) -> bool:
        """Tell if a row is a sub-folder."""
        return self._nodes[index.internalId()].is_folder

    def open_inside(self, index: Index) -> int:
        """Return how many documents in a sub-folder are known to need a person."""
        return self._nodes[index.internalId()].open_inside

    def index_of(self, path: Path) -> QModelIndex:
        """Return the row of a path, an invalid one if it is not listed."""
        number = self._numbers.get(path, _ROOT)
        return self._index(number) if number != _ROOT else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        inside = self._inside(parent)
        if column or not 0 <= row < len(inside):
            return QModelIndex()
        return self.createIndex(row, 0, inside[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        return self._index(self._nodes[index.internalId()].parent) if index.isValid() else _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._inside(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole:
            return node.path.name
        if node.is_folder:
            is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return folder_words(node.path, node.open_inside) if is_spoken else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_words(node.path, node.found)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            comma = QCoreApplication.translate("Folder", ", ", "between the parts of a list")
            return comma.join((node.path.name, state_words(node.found)))
        return None

    def fits(self, row: int, parent: Index, query: str, open_only: bool) -> bool:
        """Tell if a row is a document with this in its name or those of the folders around it.

        With `open_only` it must also be known to need a person, or be the one that is open.
        """
        node = self._nodes[self._inside(parent)[row]]
        if node.is_folder:
            return False  # it is shown for what is in it
        if open_only and not (node.found is not None and node.found.needs_a_human):
            return node.path == self.current and matches(query, node.spoken)
        return matches(query, node.spoken)

    def _take_in(self, number: int, found: Examination) -> None:
        node = self._nodes[number]
        was_open = node.found is not None and node.found.needs_a_human
        self.counts = self.counts.changed(node.found, found)
        node.found = found
        while number > _ROOT:
            number = self._nodes[number].parent
            self._nodes[number].open_inside += found.needs_a_human - was_open

    def _inside(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId() if parent.isValid() else _ROOT].inside

    def _index(self, number: int) -> QModelIndex:
        return QModelIndex() if number <= _ROOT else self._make_index(number)

    def _make_index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].row, 0, number)

    def _tell(self, number: int) -> None:
        index = self._make_index(number)
        self.dataChanged.emit(index, index)

    def _folder(self, path: Path) -> int:
        number = self._numbers.get(path)
        if number is None:
            number = self._add(path, self._folder(path.parent), is_folder=True)
        return number

    def _add(self, path: Path, parent: int, *, is_folder: bool) -> int:
        number = len(self._nodes)
        inside, around = self._nodes[parent].inside, self._nodes[parent].spoken
        spoken = f"{around} {path.name}".lstrip()
        self._nodes.append(_Node(path, parent, len(inside), spoken, is_folder))
        inside.append(number)
        self._numbers[path] = number
        return number


class ShownDocuments(QSortFilterProxyModel):
    """Only the documents that fit what is searched for and asked for, under their sub-folders."""

    def __init__(self, documents: FolderModel) -> None:
        super().__init__(documents)
        self._documents = documents
        self._query = ""
        self._open_only = False
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(documents)

    def search(self, query: str) -> None:
        """Show what is called so, or lies in a sub-folder that is."""
        self._query = query
        self.invalidate()

    def show_open_only(self, on: bool) -> None:
        """Show only what is known to need a person, and the document that is open."""
        self._open_only = on
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._documents.fits(source_row, source_parent, self._query, self._open_only)
