"""A year of days: the longer one read on a day, the fuller its square."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.study.history import DayRead
from reader.ui.library import wording
from reader.ui.library.chart import Chart, Table

_WEEKS = 53
_LEFT, _TOP, _BOTTOM = 40, 22, 26
_GAP = 3
_STEPS = (1, 600, 1800, 3600)  # seconds from which a square is fuller
_FULL = (0.22, 0.45, 0.7, 1.0)  # how much of the colour it has then
_NAMED_DAYS = (1, 3, 5)
_PITCH = (7.0, 23.0)  # pixels from square to square, least and most


class HeatMap(Chart):
    """Weeks from left to right, Monday at the top; arrows lead from day to day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _TOP + _BOTTOM)
        self._days: list[date] = []
        self._read: dict[date, DayRead] = {}

    def set_days(self, days: tuple[DayRead, ...], today: date) -> None:
        """Show the year that ends today."""
        first = today - timedelta(days=today.weekday(), weeks=_WEEKS - 1)
        self._days = [first + timedelta(days=at) for at in range((today - first).days + 1)]
        self._read = {one.day: one for one in days if one.seconds}
        self.refresh()

    def count(self) -> int:
        return len(self._days)

    def title(self) -> str:
        return self.tr("Reading calendar")

    def words_at(self, at: int) -> str:
        day = self._days[at]
        read = self._read.get(day)
        if read is None:
            return self.tr("{day}: nothing read").format(day=wording.date_words(day))
        words = self.tr("{day}: {time} read, %Ln document(s)", "", read.documents)
        return words.format(day=wording.date_words(day), time=wording.time_words(read.seconds))

    def summary(self) -> str:
        shown = [one for day, one in self._read.items() if day >= self._days[0]]
        if not shown:
            return self.tr("Nothing read in the last year")
        words = self.tr("Read on %Ln day(s) in the last year, {time} in all", "", len(shown))
        seconds = sum(one.seconds for one in shown)
        return words.format(time=wording.time_words(seconds))

    def table(self) -> Table:
        number = self.locale().toString
        rows = tuple(
            (
                wording.date_words(day),
                wording.time_words(one.seconds),
                number(one.characters),
                number(one.documents),
            )
            for day, one in sorted(self._read.items(), reverse=True)
        )
        heads = (
            self.tr("Day"),
            self.tr("Reading time"),
            self.tr("Characters"),
            self.tr("Documents"),
        )
        return Table(heads, rows)

    def step(self, at: int, across: int, down: int) -> int:
        last = len(self._days) - 1
        wanted = at + 7 * across + down
        return wanted if 0 <= wanted <= last else at

    def value_at(self, at: QPointF) -> int | None:
        pitch = self._pitch()
        week, day = int((at.x() - _LEFT) // pitch), int((at.y() - _TOP) // pitch)
        found = week * 7 + day
        inside = 0 <= week < _WEEKS and 0 <= day < 7 and found < len(self._days)
        return found if inside else None

    def draw(self, painter: QPainter) -> None:
        pitch = self._pitch()
        size = pitch - _GAP
        for number in _NAMED_DAYS:
            label = QRectF(0, _TOP + (number - 1) * pitch + size / 2 - 9, _LEFT - 8, 18)
            words = wording.weekday_words(number)
            self.write(painter, label, words, Qt.AlignmentFlag.AlignRight)
        free = 0.0
        for at, day in enumerate(self._days):
            box = self._cell(at)
            if day.day <= 7 and day.weekday() == 0 and box.left() >= free:
                words = wording.month_words(day)
                self.write(painter, QRectF(box.left(), 0, 60, _TOP - 4), words)
                free = box.left() + self.small().horizontalAdvance(words) + 8
            read = self._read.get(day)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground(read.seconds if read is not None else 0))
            painter.drawRoundedRect(box, 2.5, 2.5)
            if at == self.current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.colour("ink"), 1.6))
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)
        self._draw_legend(painter, size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(_TOP + 7 * self._pitch() + _BOTTOM))

    def _draw_legend(self, painter: QPainter, size: float) -> None:
        """Say below which square is how much."""
        y = _TOP + 7 * self._pitch() + 4
        x = float(_LEFT)
        words = (
            self.tr("none"), self.tr("< 10 min"), self.tr("< 30 min"), self.tr("< 1 h"),
            self.tr("1 h or more"),
        )  # fmt: skip
        for seconds, text in zip((0, *_STEPS), words, strict=True):
            box = QRectF(x, y + (18 - size) / 2, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground(seconds))
            painter.drawRoundedRect(box, 2.5, 2.5)
            width = self.small().horizontalAdvance(text)
            self.write(painter, QRectF(box.right() + 5, y, width + 2, 18), text)
            x = box.right() + width + 18

    def _ground(self, seconds: int) -> QColor:
        """Return the colour of a day; one without is hollow."""
        step = sum(1 for least in _STEPS if seconds >= least)
        if not step:
            return self.colour("hover")
        page, full, share = self.colour("page"), self.colour("cur"), _FULL[step - 1]
        return QColor(
            *(
                round(one + (other - one) * share)
                for one, other in (
                    (page.red(), full.red()),
                    (page.green(), full.green()),
                    (page.blue(), full.blue()),
                )
            )
        )

    def _pitch(self) -> float:
        """Return how far squares are apart, so that all weeks fit."""
        return min(_PITCH[1], max(_PITCH[0], (self.width() - _LEFT - 4) / _WEEKS))

    def _cell(self, at: int) -> QRectF:
        pitch = self._pitch()
        week, day = divmod(at, 7)
        return QRectF(_LEFT + week * pitch, _TOP + day * pitch, pitch - _GAP, pitch - _GAP)
