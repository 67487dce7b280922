"""Paints a document in the folder pane: its name, and the signs of what is left in it."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.ui.folder.model import FolderModel, Index, ShownDocuments
from reader.ui.folder.words import open_counts, state_words
from reader.ui.kinds import is_dark, theme_colour
from reader.ui.panes.margin import paint_state_sign

if TYPE_CHECKING:
    from reader.batch.folder import Examination

ROW = 26
"""The height of a row, in pixels."""
_PAD = 8
_SIGN = 11


class DocumentRows(QStyledItemDelegate):
    """The rows of the tree."""

    def __init__(self, view: QTreeView, documents: FolderModel, shown: ShownDocuments) -> None:
        super().__init__(view)
        self._view = view
        self._documents = documents
        self._shown = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = is_dark(self._view.palette())
        box = QRectF(option.rect)
        box.setRight(self._view.viewport().width())
        self._paint_ground(painter, option, dark=dark)
        source = self._shown.mapToSource(index)
        path = self._documents.path(source)
        is_current = path == self._documents.current
        font = QFont(self._view.font())
        if is_current:
            font.setWeight(QFont.Weight.DemiBold)
            self._paint_pointer(painter, box, dark=dark)
        right = box.right() - _PAD
        if self._documents.is_folder(source):
            is_open = self._view.isExpanded(index)
            self._paint_arrow(painter, box, is_open=is_open, dark=dark)
            if not is_open and (count := self._documents.open_inside(source)):
                right = _paint_number(painter, box, count, dark=dark) - _PAD
        else:
            small = QFont(self._view.font())
            small.setPointSizeF(small.pointSizeF() * 0.94)
            painter.setFont(small)
            right = _paint_found(painter, box, self._documents.found(path), dark=dark) - _PAD
        painter.setFont(font)
        colour = "muted" if self._documents.is_folder(source) else "ink"
        painter.setPen(theme_colour(colour, dark=dark))
        room = QRectF(box.left() + 4, box.top(), right - box.left() - 4, box.height())
        name = QFontMetricsF(font).elidedText(path.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, dark: bool) -> None:
        row = QRectF(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        if option.state & QStyle.StateFlag.State_Selected:
            focused = self._view.hasFocus()
            painter.fillRect(row, theme_colour("cur_fill" if focused else "press", dark=dark))
            if focused:
                row.setWidth(3)
                painter.fillRect(row, theme_colour("cur", dark=dark))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme_colour("hover", dark=dark))

    def _paint_arrow(self, painter: QPainter, box: QRectF, *, is_open: bool, dark: bool) -> None:
        """Paint what a style would, in the colours of the theme."""
        x, y = box.left() - 4, box.center().y()
        corners = [(-4, -2), (0, 2), (4, -2)] if is_open else [(-2, -4), (2, 0), (-2, 4)]
        painter.setPen(QPen(theme_colour("muted", dark=dark), 1.4))
        painter.drawPolyline(QPolygonF([QPointF(x + right, y + down) for right, down in corners]))

    def _paint_pointer(self, painter: QPainter, box: QRectF, *, dark: bool) -> None:
        left, middle = box.left() - 6, box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_colour("cur", dark=dark))
        corners = [(left, middle - 5), (left + 7, middle), (left, middle + 5)]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_number(painter: QPainter, box: QRectF, count: int, *, dark: bool) -> float:
    """Paint how many documents in a folded folder need a person; return where that begins."""
    words = QLocale().toString(count)
    width = painter.fontMetrics().horizontalAdvance(words) + 12
    pill = QRectF(box.right() - _PAD - width, box.center().y() - 9, width, 18)
    painter.setPen(QPen(theme_colour("mid", dark=dark), 1))
    painter.drawRoundedRect(pill, 9, 9)
    painter.setPen(theme_colour("muted", dark=dark))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    return pill.left()


def _paint_found(painter: QPainter, box: QRectF, found: Examination | None, *, dark: bool) -> float:
    """Paint the signs and numbers of what is left, and return where they begin."""
    right = box.right() - _PAD
    metrics = QFontMetricsF(painter.font())
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    if found is None:
        return right
    if found.progress is None:
        words = state_words(found)
        width = metrics.horizontalAdvance(words)
        painter.setPen(theme_colour("und", dark=dark))
        painter.drawText(QRectF(right - width, box.top(), width + 1, box.height()), middle, words)
        return right - width
    counts = open_counts(found)
    if not counts:
        pen = QPen(theme_colour("ok", dark=dark), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        left, y = right - 10, box.center().y()
        corners = [(left, y), (left + 3.5, y + 4), (left + 9.5, y - 4.5)]
        painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))
        return left
    for state, count in reversed(counts):
        words = QLocale().toString(count)
        width = metrics.horizontalAdvance(words)
        painter.setPen(theme_colour("muted", dark=dark))
        painter.drawText(QRectF(right - width, box.top(), width + 1, box.height()), middle, words)
        right -= width + 4 + _SIGN
        sign = QRectF(right, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        paint_state_sign(painter, sign, state, dark=dark)
        right -= 10
    return right + 10
