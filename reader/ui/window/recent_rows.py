"""The rows of the list of recent documents, as they are painted."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.document import recent_words
from reader.ui.document.recent import RecentEntry
from reader.ui.document.recent_words import Share
from reader.ui.kinds import is_dark, theme_colour
from reader.ui.window.recent_model import ROW, Index, RecentModel

if TYPE_CHECKING:
    from datetime import date

_PAD = 10
_GAP = 16
_BAR = 150  # how wide the bar is
_BAR_HEIGHT = 6
_LEFT = 112  # of "133 to decide" in its box, and more where the font is wide
_DAY = 92
_ROOMY, _NARROW, _TIGHT = 660, 460, 340  # pixels of a row from which bar, day and box have room

translate = QCoreApplication.translate


class RecentDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, view: QWidget, entries: RecentModel) -> None:
        super().__init__(view)
        self._view = view
        self._entries = entries

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_TIGHT, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Row(painter, self._view, option).paint(self._entries.entry(index), self._entries.today)
        painter.restore()


class _Row:
    """One row while it is painted, from its right end to its left."""

    def __init__(self, painter: QPainter, view: QWidget, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._dark = is_dark(view.palette())
        self._box = QRectF(option.rect)
        state = option.state
        self._is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._is_current = bool(state & QStyle.StateFlag.State_Selected) and view.hasFocus()
        self._name = QFont(view.font())
        self._name.setPointSizeF(view.font().pointSizeF() * 1.15)
        self._small = QFont(view.font())
        self._small.setPointSizeF(view.font().pointSizeF() * 0.94)

    def paint(self, entry: RecentEntry, today: date) -> None:
        """Paint an entry."""
        self._paint_ground()
        width, right = self._box.width(), self._box.right() - _PAD
        if width >= _NARROW:
            self._write(
                QRectF(right - _DAY, self._box.top(), _DAY, ROW),
                recent_words.day_words(entry.opened, today),
                self._small,
                Qt.AlignmentFlag.AlignRight,
            )
            right -= _DAY + _GAP
        if width >= _TIGHT:
            right = self._paint_left(entry, right) - _GAP
        share = recent_words.share_words(entry)
        where = recent_words.place_words(entry)
        if width >= _ROOMY:
            if share is not None:
                self._paint_share(share, QRectF(right - _BAR, self._box.top(), _BAR, ROW))
            right -= _BAR + _GAP
        elif share is not None:
            where = translate("Recent", "{share} · {place}").format(share=share.words, place=where)
        self._write_name(recent_words.name_words(entry), where, right)

    def _paint_ground(self) -> None:
        if self._is_current:
            self._painter.fillRect(self._box, self._colour("cur_fill"))
            edge = QRectF(self._box.left(), self._box.top(), 3, ROW)
            self._painter.fillRect(edge, self._colour("cur"))
        elif self._is_hovered:
            self._painter.fillRect(self._box, self._colour("hover"))
        rule = QRectF(self._box.left(), self._box.bottom() - 1, self._box.width(), 1)
        self._painter.fillRect(rule, self._colour("line"))

    def _paint_left(self, entry: RecentEntry, right: float) -> float:
        """Paint what is left to decide, and return where that begins."""
        left, done = recent_words.left_words(entry), recent_words.done_words(entry)
        metrics = QFontMetricsF(self._small)
        width = max(_LEFT, metrics.horizontalAdvance(left) + 18)
        start = right - width
        if left:
            middle = self._box.center().y()
            box = QRectF(start, middle - 10, metrics.horizontalAdvance(left) + 16, 20)
            pen = QPen(self._colour("und"), 1.2)
            pen.setDashPattern([3.0, 2.2])
            self._painter.setPen(pen)
            self._painter.setBrush(self._colour("und_fill"))
            self._painter.drawRoundedRect(box, 5, 5)
            self._write(box, left, self._small, Qt.AlignmentFlag.AlignHCenter, "und")
        elif done:
            box = QRectF(start, self._box.top(), width, ROW)
            # As a path: many fonts have no check mark, or a coloured one.
            paint_check(self._painter, start, self._box.center().y(), self._colour("ok"))
            self._write(box.adjusted(16, 0, 0, 0), done, self._small, colour="ok")
        return start

    def _paint_share(self, share: Share, box: QRectF) -> None:
        line = QRectF(box.left(), self._box.top() + 16, box.width(), _BAR_HEIGHT)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour("press"))
        self._painter.drawRoundedRect(line, 3, 3)
        if share.share > 0:
            line.setWidth(max(_BAR_HEIGHT, line.width() * share.share))
            self._painter.setBrush(self._colour("ok" if share.done else "cur"))
            self._painter.drawRoundedRect(line, 3, 3)
        self._write(box.adjusted(0, 25, 0, -7), share.words, self._small)

    def _write_name(self, name: str, where: str, right: float) -> None:
        left = self._box.left() + _PAD
        upper = QRectF(left, self._box.top() + 6, right - left, 24)
        lower = QRectF(left, self._box.top() + 29, right - left, 18)
        self._write(upper, name, self._name, colour="ink")
        self._write(lower, where, self._small)

    def _write(
        self,
        box: QRectF,
        words: str,
        font: QFont,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        colour: str = "muted",
    ) -> None:
        """Write one line, its middle left out where there is no room for all of it."""
        self._painter.setFont(font)
        self._painter.setPen(self._colour(colour))
        short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
        flags = side | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, short)

    def _colour(self, name: str) -> QColor:
        return theme_colour(name, dark=self._dark)


def paint_check(painter: QPainter, left: float, middle: float, colour: QColor) -> None:
    """Paint a check mark, 11 pixels wide."""
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        [QPoint(round(left) + 1, round(middle)), QPoint(round(left) + 4, round(middle) + 4),
         QPoint(round(left) + 10, round(middle) - 5)]
    )  # fmt: skip
