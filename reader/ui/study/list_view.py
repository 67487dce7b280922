"""The list of words as it is drawn, clicked, and used by keys."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from reader.study.word_table import WordGroup
from reader.ui.panes.card_labels import visible
from reader.ui.parts.command_table import CommandTable, RowDelegate
from reader.ui.parts.drawing import colour, scaled
from reader.ui.study.list_marks import draw_mark
from reader.ui.study.list_model import NUMBERS, Cell, WordListModel, WordRow, cell_text
from reader.ui.study.status_strip import status_of_key

_ROW, _TWO_LINES = 28, 44
_WIDE = 620  # pixels from which pinyin and meaning have columns of their own
_WIDTHS = {
    Cell.WORD: 130, Cell.PINYIN: 170, Cell.LEVEL: 46, Cell.COUNT: 54, Cell.FREQUENCY: 84,
    Cell.STATUS: 110,
}  # fmt: skip
_NARROW_STATUS = 56
_MOST_KEPT = 2_000  # rows that stay selected when others are shown
_FLAGS = QItemSelectionModel.SelectionFlag


class _WordDelegate(RowDelegate):
    """Draws rows as plain text and marks."""

    def __init__(self, view: WordView) -> None:
        super().__init__(view)
        self._view = view

    def draw_cell(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        row, cell = self._view.list_model.row_at(index.row()), Cell(index.column())
        inner = box.adjusted(12 if cell is Cell.WORD else 6, 0, -6, 0)
        if cell is Cell.WORD:
            self._draw_word(painter, inner, row)
        elif cell is Cell.STATUS:
            self._draw_status(painter, inner, row, selected=selected)
        elif cell in NUMBERS:
            self.draw_text(painter, inner, cell_text(row, cell), "muted", at_right=True)
        elif cell is Cell.PINYIN:
            self.draw_text(painter, inner, row.pinyin, "ink")
        else:
            self._draw_meaning(painter, inner, row)

    def draw_over(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw what of the ring around the current row lies in a cell."""
        view = self._view
        if not view.hasFocus() or view.currentIndex().row() != index.row() or not view.selects_many:
            return
        painter.setPen(QPen(colour(view, "cur"), 1.5))
        ring = box.adjusted(0.75, 0.75, -0.75, -1.75)
        painter.drawLine(ring.topLeft(), ring.topRight())
        painter.drawLine(ring.bottomLeft(), ring.bottomRight())
        if index.column() == Cell.STATUS:
            painter.drawLine(ring.topRight(), ring.bottomRight())

    def _draw_word(self, painter: QPainter, box: QRectF, row: WordRow) -> None:
        """Draw the word; in a narrow table its pinyin beside it, its meaning below."""
        font = scaled(self._view.font(), 1.2)
        if row.group is WordGroup.DOUBTFUL:
            font.setItalic(True)
        ink = "ink" if row.group not in (WordGroup.DOUBTFUL, WordGroup.NAME) else "muted"
        first = QRectF(box)
        if not self._view.is_wide:
            first.setHeight(box.height() / 2)
            first.translate(0, 2)
        painter.setFont(font)
        word = visible(row.word.word)
        self.draw_text(painter, first, word, ink)
        if self._view.is_wide:
            return
        taken = QFontMetricsF(font).horizontalAdvance(word) + 10
        painter.setFont(self._view.font())
        self.draw_text(painter, first.adjusted(taken, 1, 0, 1), row.pinyin, "ink")
        self._draw_meaning(painter, first.translated(0, first.height() - 3), row)

    def _draw_meaning(self, painter: QPainter, box: QRectF, row: WordRow) -> None:
        font = QFont(self._view.font())
        font.setItalic(row.meaning.is_composed)
        painter.setFont(font)
        self.draw_text(painter, box, row.meaning.gloss or "—", "muted")

    def _draw_status(self, painter: QPainter, box: QRectF, row: WordRow, *, selected: bool) -> None:
        mark = QRectF(box.left(), box.top(), 16, box.height())
        if not self._view.is_wide:
            mark.moveCenter(box.center())
        step = row.status.step
        draw_mark(painter, mark, row.group, self._view, step=step, selected=selected)
        if self._view.is_wide:
            self.draw_text(painter, box.adjusted(24, 0, 6, 0), cell_text(row, Cell.STATUS), "muted")


class WordView(CommandTable):
    """The table; single keys are commands, and no input method stands between."""

    clicked_word = Signal(int)
    """A row was clicked."""
    word_wanted = Signal(int)
    """More is wanted of the word in a row."""
    status_wanted = Signal(object)
    """WordStatus for the selected rows."""
    undo_wanted = Signal()
    key_pressed = Signal(QKeyEvent)
    """A letter that means nothing here; accept() what is used."""
    copy_wanted = Signal()
    search_wanted = Signal()
    sort_wanted = Signal(object)
    """Cell: its head was clicked."""

    def __init__(self, model: WordListModel, parent: QWidget) -> None:
        super().__init__(model, _ROW, parent)
        self.list_model = model
        self.is_wide = False
        self.setItemDelegate(_WordDelegate(self))
        self.setObjectName("wordTable")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads = self.horizontalHeader()
        heads.sectionClicked.connect(lambda section: self.sort_wanted.emit(Cell(section)))
        self.setAccessibleName(self.tr("Words"))
        self._fit(wide=False)

    @property
    def row_height(self) -> int:
        """How high a row is, in pixels."""
        return _ROW if self.is_wide else _TWO_LINES

    @property
    def selected_rows(self) -> list[int]:
        """The rows that are selected, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    @property
    def selects_many(self) -> bool:
        """Whether more than one row is selected."""
        ranges = self.selectionModel().selection()
        heights = [ranges.at(at).height() for at in range(ranges.count())]
        return len(heights) > 1 or max(heights, default=0) > 1

    def select_rows(self, rows: list[int]) -> None:
        """Select rows, of which the first becomes the current one, without telling of it."""
        selection = QItemSelection()
        model = self.list_model
        for row in rows[:_MOST_KEPT]:
            selection.select(model.index(row, 0), model.index(row, len(Cell) - 1))
        self.selectionModel().select(selection, _FLAGS.ClearAndSelect)
        if rows:
            first = model.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, _FLAGS.NoUpdate)
            self.scrollTo(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        status = status_of_key(event.text()) if plain and event.text() else None
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.text() == "/":  # on a German keyboard it is on Shift+7
            self.search_wanted.emit()
        elif status is not None:
            self.status_wanted.emit(status)
        elif plain and event.key() == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.word_wanted.emit(self.currentIndex().row())
        elif plain and event.text().isalpha():
            event.ignore()
            self.key_pressed.emit(event)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.rowAt(int(event.position().y()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and row >= 0:
            self.clicked_word.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self.rowAt(int(event.position().y()))
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.word_wanted.emit(row)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.list_model.rowCount():
            self.select_rows([0])  # or the first arrow key would lead nowhere that one sees

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Words"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= _WIDE
        if wide != self.is_wide:
            self._fit(wide=wide)

    def _fit(self, *, wide: bool) -> None:
        """Give pinyin and meaning columns where there is room, else a second line."""
        self.is_wide = wide
        heads = self.horizontalHeader()
        for cell in (Cell.PINYIN, Cell.MEANING, Cell.FREQUENCY):
            self.setColumnHidden(cell, not wide)
        stretched = Cell.MEANING if wide else Cell.WORD
        for cell in Cell:
            mode = QHeaderView.ResizeMode.Fixed
            if cell is stretched:
                mode = QHeaderView.ResizeMode.Stretch
            heads.setSectionResizeMode(cell, mode)
        for cell, width in _WIDTHS.items():
            if cell is not stretched:
                self.setColumnWidth(cell, width)
        if not wide:
            self.setColumnWidth(Cell.STATUS, _NARROW_STATUS)
        self.verticalHeader().setDefaultSectionSize(self.row_height)
