"""The table of documents as it is drawn, clicked, and used by keys."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
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
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.ui.library import wording
from reader.ui.library.model import Column, DocumentsModel, Index, Row
from reader.ui.parts.drawing import colour, draw_share, scaled
from reader.ui.study.list_summary import level_ground

ROW = 54
"""The height of a row, in pixels."""
_PAD, _EDGE = 10, 16
_WIDTHS = {
    Column.PROGRESS: 150, Column.KNOWN: 104, Column.LEVELS: 160, Column.TIME: 104,
    Column.READ: 112,
}  # fmt: skip
_ROOM = {Column.LEVELS: 820, Column.TIME: 720, Column.KNOWN: 520, Column.READ: 430}
# Pixels of the table from which there is room for a column.
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class DocumentsTable(QTableView):
    """Enter or a double click opens, Delete forgets, Z takes that back, / searches."""

    opened = Signal(object)
    """Row: it is to be opened."""
    forgotten = Signal(object)
    """Tuple of rows that are to leave the library."""
    undo_wanted = Signal()
    search_wanted = Signal()
    sort_wanted = Signal(object)
    """Column: its head was clicked."""

    def __init__(self, model: DocumentsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.documents = model
        self.setObjectName("documentsTable")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setHighlightSections(False)
        heads.setSortIndicatorShown(True)
        heads.setDefaultAlignment(_LEFT | _MIDDLE)
        heads.sectionClicked.connect(lambda at: self.sort_wanted.emit(Column(at)))
        heads.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_at(index.row())))
        self.hovered_row = -1

    def show_order(self) -> None:
        """Point at the column that the rows are in order of."""
        ways = Qt.SortOrder
        way = ways.DescendingOrder if self.documents.is_descending else ways.AscendingOrder
        self.horizontalHeader().setSortIndicator(self.documents.column, way)

    def selected(self) -> tuple[Row, ...]:
        """Return the rows that are selected, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(map(self.documents.row_at, rows))

    def enter(self) -> None:
        """Take the focus; a row is selected then."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.selectionModel().hasSelection() and self.documents.rowCount():
            self.selectRow(max(0, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, key = self.selected(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
            self.opened.emit(rows[0])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and rows:
            self._forget(rows)
        elif key == Qt.Key.Key_Z or event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.text() == "/" or event.matches(QKeySequence.StandardKey.Find):
            self.search_wanted.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.documents.rowCount():
            # Qt would go to the first and the last cell of the row.
            self.selectRow(0 if key == Qt.Key.Key_Home else self.documents.rowCount() - 1)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, least in _ROOM.items():
            self.setColumnHidden(column, width < least)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _forget(self, rows: tuple[Row, ...]) -> None:
        at = min(index.row() for index in self.selectionModel().selectedRows())
        self.forgotten.emit(rows)
        last = self.documents.rowCount() - 1
        if last >= 0:
            self.selectRow(min(at, last))

    def _show_menu(self, at: QPoint) -> None:
        rows = self.selected()
        if not rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.opened.emit(rows[0]))
        menu.addAction(self.tr("Remove from the library"), lambda: self._forget(rows))
        menu.popup(self.viewport().mapToGlobal(at))


class _Delegate(QStyledItemDelegate):
    """Draws title and place in two lines, bars of progress and of levels."""

    def __init__(self, view: DocumentsTable) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, column = self._view, Column(index.column())
        row = view.documents.row_at(index.row())
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, colour(view, "cur_fill"))
            if column is Column.TITLE and view.hasFocus():
                painter.fillRect(
                    QRectF(box.left(), box.top(), 3, box.height()), colour(view, "cur")
                )
        elif index.row() == view.hovered_row:
            painter.fillRect(box, colour(view, "hover"))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, colour(view, "line"))
        inner = box.adjusted(_EDGE if column is Column.TITLE else _PAD, 0, -_PAD, 0)
        if column is Column.TITLE:
            self._paint_title(painter, inner, row)
        elif column is Column.PROGRESS:
            self._paint_progress(painter, inner, row)
        elif column is Column.LEVELS:
            self._paint_levels(painter, inner, row)
        elif column is Column.KNOWN:
            self._write(painter, inner, view.documents.text(row, column), "ink", scale=1.1)
        else:
            self._write(painter, inner, view.documents.text(row, column), "muted")
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRectF, row: Row) -> None:
        upper = QRectF(box.left(), box.top() + 6, box.width(), 24)
        lower = QRectF(box.left(), box.top() + 29, box.width(), 18)
        name = wording.title_words(row.document)
        self._write(painter, upper, name, "muted" if row.is_gone else "ink", scale=1.15)
        place = wording.place_words(row.document, gone=row.is_gone)
        self._write(painter, lower, place, "muted")

    def _paint_progress(self, painter: QPainter, box: QRectF, row: Row) -> None:
        view, share = self._view, row.document.progress
        bar = QRectF(box.left(), box.top() + 14, box.width(), 10)
        done = wording.is_finished(row.document)
        draw_share(
            painter, bar, share, colour(view, "ok" if done else "cur"), colour(view, "press")
        )
        lower = QRectF(box.left(), box.top() + 27, box.width(), 18)
        self._write(painter, lower, wording.progress_words(row.document), "muted")

    def _paint_levels(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """Draw a bar whose parts are levels, the easiest first, those in no list hollow."""
        levels = row.document.levels
        total = sum(levels.values())
        if not total:
            return
        bar = QRectF(box.left(), box.center().y() - 8, box.width(), 15)
        painter.setPen(QPen(colour(self._view, "mid"), 1))  # a selected row has the first ground
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 0.5, 1.5), 3, 3)
        x = bar.left()
        font = scaled(self._view.font(), 0.8)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for level in sorted(levels, key=lambda one: (not one, one)):
            width = bar.width() * levels[level] / total
            part = QRectF(x, bar.top(), max(0.5, width - 1), bar.height())
            x += width
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(level_ground(self._view, level))
            painter.drawRoundedRect(part, 2, 2)
            text = "7–9" if level == 7 else str(level)
            if level and metrics.horizontalAdvance(text) + 4 <= part.width():
                painter.setPen(QPen(colour(self._view, "ink")))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, text)

    def _write(
        self, painter: QPainter, box: QRectF, words: str, name: str, *, scale: float = 1.0
    ) -> None:
        font = scaled(self._view.font(), scale)
        painter.setFont(font)
        painter.setPen(colour(self._view, name))
        short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, _LEFT | _MIDDLE | Qt.TextFlag.TextSingleLine, short)
