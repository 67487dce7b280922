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
    QSize,
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
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.study.word_table import WordGroup
from reader.ui.panes.card_labels import visible
from reader.ui.parts.drawing import colour, scaled
from reader.ui.study.list_marks import draw_mark
from reader.ui.study.list_model import NUMBERS, Cell, WordListModel, WordRow, cell_text
from reader.ui.study.status_strip import status_of_key

_HEAD = 26
_ROW, _TWO_LINES = 28, 44
_WIDE = 620  # pixels from which pinyin and meaning have columns of their own
_WIDTHS = {
    Cell.WORD: 130, Cell.PINYIN: 170, Cell.LEVEL: 46, Cell.COUNT: 54, Cell.FREQUENCY: 84,
    Cell.STATUS: 110,
}  # fmt: skip
_NARROW_STATUS = 56
_MOST_KEPT = 2_000  # rows that stay selected when others are shown
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_FLAGS = QItemSelectionModel.SelectionFlag


class _RowDelegate(QStyledItemDelegate):
    """Draws rows as plain text and marks; hovered and selected ones on their grounds."""

    def __init__(self, view: WordView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, self._view.row_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = self._view
        row = view.list_model.row_at(index.row())
        box, cell = QRectF(option.rect), Cell(index.column())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, colour(view, "cur_fill"))
        elif index.row() == view.hovered_row:
            painter.fillRect(box, colour(view, "hover"))
        if selected and cell is Cell.WORD:
            bar = QRectF(box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, colour(view, "cur"))
        painter.setFont(view.font())
        inner = box.adjusted(12 if cell is Cell.WORD else 6, 0, -6, 0)
        if cell is Cell.WORD:
            self._draw_word(painter, inner, row)
        elif cell is Cell.STATUS:
            self._draw_status(painter, inner, row, selected=selected)
        elif cell in NUMBERS:
            self._draw(painter, inner, cell_text(row, cell), "muted", at_right=True)
        elif cell is Cell.PINYIN:
            self._draw(painter, inner, row.pinyin, "ink")
        else:
            self._draw_meaning(painter, inner, row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # or the line is two wide
        painter.setPen(colour(view, "line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if view.hasFocus() and view.currentIndex().row() == index.row() and view.selects_many:
            self._draw_current(painter, box, cell)
        painter.restore()

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
        self._draw(painter, first, word, ink)
        if self._view.is_wide:
            return
        taken = QFontMetricsF(font).horizontalAdvance(word) + 10
        painter.setFont(self._view.font())
        self._draw(painter, first.adjusted(taken, 1, 0, 1), row.pinyin, "ink")
        self._draw_meaning(painter, first.translated(0, first.height() - 3), row)

    def _draw_meaning(self, painter: QPainter, box: QRectF, row: WordRow) -> None:
        font = QFont(self._view.font())
        font.setItalic(row.meaning.is_composed)
        painter.setFont(font)
        self._draw(painter, box, row.meaning.gloss or "—", "muted")

    def _draw_status(self, painter: QPainter, box: QRectF, row: WordRow, *, selected: bool) -> None:
        mark = QRectF(box.left(), box.top(), 16, box.height())
        if not self._view.is_wide:
            mark.moveCenter(box.center())
        step = row.status.step
        draw_mark(painter, mark, row.group, self._view, step=step, selected=selected)
        if self._view.is_wide:
            self._draw(painter, box.adjusted(24, 0, 6, 0), cell_text(row, Cell.STATUS), "muted")

    def _draw_current(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        """Draw what of the ring around the current row lies in a cell."""
        painter.setPen(QPen(colour(self._view, "cur"), 1.5))
        ring = box.adjusted(0.75, 0.75, -0.75, -1.75)
        painter.drawLine(ring.topLeft(), ring.topRight())
        painter.drawLine(ring.bottomLeft(), ring.bottomRight())
        if cell is Cell.STATUS:
            painter.drawLine(ring.topRight(), ring.bottomRight())

    def _draw(
        self, painter: QPainter, box: QRectF, text: str, name: str, *, at_right: bool = False
    ) -> None:
        painter.setPen(colour(self._view, name))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, _MIDDLE | side, shown)


class WordView(QTableView):
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
        super().__init__(parent)
        self.list_model = model
        self.hovered_row = -1
        self.is_wide = False
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setObjectName("wordTable")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(24)
        heads.setFixedHeight(_HEAD)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
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

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: letters are commands here, and every row would be made for it."""

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.list_model.rowCount():
            self.select_rows([0])  # or the first arrow key would lead nowhere that one sees

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Words"))
            last = self.list_model.columnCount() - 1
            self.list_model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self.viewport().update()

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

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
