"""A table whose single keys are commands: rows are drawn by a delegate, no input method between."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.ui.parts.drawing import colour

HEAD_HEIGHT = 26


class CommandTable(QTableView):
    """A table without grid, row heads and editing; the row under the mouse has its own ground."""

    def __init__(self, model: QAbstractItemModel, row_height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self.setModel(model)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
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
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(24)
        heads.setFixedHeight(HEAD_HEIGHT)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: letters are commands here, and every row would be made for it."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            model = self.model()
            last = model.columnCount() - 1
            model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()


class RowDelegate(QStyledItemDelegate):
    """Draws the rows of a `CommandTable`: the ground, what a table draws into a cell, a line."""

    def __init__(self, view: CommandTable) -> None:
        super().__init__(view)
        self._table = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, self._table.verticalHeader().defaultSectionSize())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view, box = self._table, QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, colour(view, "cur_fill"))
        elif index.row() == view.hovered_row:
            painter.fillRect(box, colour(view, "hover"))
        if selected and view.horizontalHeader().visualIndex(index.column()) == 0:
            bar = QRectF(box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, colour(view, "cur"))
        painter.setFont(view.font())
        self.draw_cell(painter, box, index, selected=selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # or the line is two wide
        painter.setPen(colour(view, "line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_over(painter, box, index)
        painter.restore()

    def draw_cell(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        """Draw what stands in a cell."""

    def draw_over(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw what lies over all else, such as a ring."""

    def draw_text(
        self, painter: QPainter, box: QRectF, text: str, name: str, *, at_right: bool = False
    ) -> None:
        """Draw a line of text in a colour of the theme, cut off where there is no room."""
        painter.setPen(colour(self._table, name))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)
