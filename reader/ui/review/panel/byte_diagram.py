"""Draws the bytes of a repair: what was written above them, what they were read as below."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.panes.card_labels import visible
from reader.ui.parts.drawing import colour, scaled
from reader.ui.review.panel.byte_rows import Bracket, ByteRows, cut_rows

_CELL, _LEAST = 38.0, 22.0
_GAP = 10.0


class ByteDiagram(QWidget):
    """Three rows: written, bytes, read as; brackets say which bytes are one character."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: ByteRows | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: ByteRows | None) -> None:
        """Show other bytes; hides itself where there are none."""
        self._rows = rows
        self.setVisible(rows is not None)
        if rows is not None:
            self.setAccessibleName(self._describe(rows))
        self.updateGeometry()
        self.update()

    def _describe(self, rows: ByteRows) -> str:
        written = " ".join(visible(one.text) for one in rows.written if one.text)
        digits = " ".join(cell.digits for cell in rows.cells)
        return self.tr("written {written}; bytes {digits}").format(written=written, digits=digits)

    def sizeHint(self) -> QSize:
        return QSize(240, ceil(self._line() * 3 + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _line(self) -> float:
        return max(18.0, QFontMetricsF(self.font()).height() + 2)

    def _mono(self) -> QFont:
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPointSizeF(self.font().pointSizeF() * 0.92)
        return mono

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rows is None:
            return
        rows = self._rows
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line()
        small = scaled(self.font(), 0.9)
        metrics = QFontMetricsF(small)
        titles = (self.tr("written"), self.tr("bytes"), self.tr("read as"))
        left = max(map(metrics.horizontalAdvance, titles)) + _GAP
        aside = self._aside(rows)
        wide = max(map(metrics.horizontalAdvance, aside), default=0.0)
        room = self.width() - left - 2
        if room - wide - _GAP < _LEAST * len(rows.cells):
            aside = ["…"]
            wide = metrics.horizontalAdvance("…")
            rows = cut_rows(rows, max(1, int((room - wide - _GAP) / _LEAST)))
        width = min(_CELL, max(_LEAST, (room - wide - _GAP) / max(1, len(rows.cells))))
        top = line + 5
        painter.setFont(small)
        for number, title in enumerate(titles):
            painter.setPen(colour(self, "cur" if number == 0 else "muted"))
            box = QRectF(0, (0, top, top + line + 6)[number], left, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
        self._draw_brackets(painter, rows.written, left, width, top - 2, up=True)
        self._draw_cells(painter, rows, left, width, QRectF(0, top, 0, line + 3))
        self._draw_brackets(painter, rows.read, left, width, top + line + 5, up=False)
        painter.setFont(small)
        painter.setPen(colour(self, "muted"))
        x = left + width * len(rows.cells) + _GAP
        if x + wide <= self.width() + 1:
            box = QRectF(x, top + (line + 3) / 2 - len(aside) * line / 2, wide + 1, line)
            for text in aside:
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
                box.translate(0, line - 3)

    def _aside(self, rows: ByteRows) -> Sequence[str]:
        """Return what is said beside the bytes."""
        texts = []
        if rows.lost:
            texts.append(self.tr("%Ln byte(s) lost", "", rows.lost))
        if rows.inserted:
            texts.append(self.tr("{text} inserted").format(text=visible(rows.inserted)))
        if rows.is_cut:
            texts.append("…")
        return texts

    def _draw_cells(
        self, painter: QPainter, rows: ByteRows, left: float, width: float, row: QRectF
    ) -> None:
        painter.setFont(self._mono())
        for number, cell in enumerate(rows.cells):
            box = QRectF(left + number * width, row.top(), width, row.height())
            pen = QPen(colour(self, "und" if cell.lost else "mid"), 1)
            if cell.lost:
                pen.setDashPattern([3.0, 2.0])
            painter.setBrush(colour(self, "und_fill" if cell.lost else "page"))
            painter.setPen(pen)
            painter.drawRect(box.adjusted(0.5, 0.5, 0.5, -0.5))
            painter.setPen(colour(self, "und" if cell.lost else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.digits)

    def _draw_brackets(
        self, painter: QPainter, brackets: Sequence[Bracket], left: float, width: float, y: float,
        *, up: bool,
    ) -> None:  # fmt: skip
        small = scaled(self.font(), 0.95)
        metrics = QFontMetricsF(small)
        line = self._line()
        tick = 4.0
        for one in brackets:
            low, high = left + one.start * width + 2, left + one.end * width - 1
            ink = colour(self, "cur" if up else "muted")
            painter.setPen(QPen(ink, 1.3))
            end = y + tick if up else y - tick
            painter.drawLine(QLineF(low, y, high, y))
            painter.drawLine(QLineF(QPointF(low, y), QPointF(low, end)))
            painter.drawLine(QLineF(QPointF(high, y), QPointF(high, end)))
            text = visible(one.text) if one.text else ""
            if not up and not text:
                text = self.tr("no character") if one.end - one.start > 1 else "?"
            painter.setFont(small)
            room = high - low + (0.6 * width if one.end - one.start == 1 else 0)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            if shown != text and not one.text:
                shown = "–"
            box = QRectF(low - 0.5 * width, y - line if up else y + 1, high - low + width, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
