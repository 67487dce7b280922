"""Four pictures: what share was known, how many words were learned, which levels, which days."""

# What a picture says of itself is described in `Chart`.
# ruff: noqa: D102

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from reader.study.settled import LevelShare
from reader.study.statistics import SharePoint, WeekLearned, share_at
from reader.ui.library import wording
from reader.ui.library.chart import Chart, Table, scale_steps, spread
from reader.ui.wording import percent

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 14, 24  # pixels around a plot
_LABEL = 64  # pixels that a label below takes
_ROW = 30  # of a level
_WEEK = timedelta(weeks=1)


class _Plot(Chart):
    """A chart with values above a line of time, and a scale at the left."""

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _draw_scale(self, painter: QPainter, steps: list[float], name: list[str]) -> None:
        box = self._box()
        for value, words in zip(steps, name, strict=True):
            y = box.bottom() - box.height() * value / steps[-1]
            painter.setPen(QPen(self.colour("line"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            label = QRectF(0, y - 9, _LEFT - 8, 18)
            self.write(painter, label, words, Qt.AlignmentFlag.AlignRight)

    def _draw_dates(self, painter: QPainter, days: list[date]) -> None:
        box = self._box()
        for at in spread(len(days), int(box.width() // _LABEL)):
            label = QRectF(self._x(at) - _LABEL / 2, box.bottom() + 4, _LABEL, 18)
            label.moveRight(min(label.right(), float(self.width())))
            self.write(
                painter, label, wording.short_date_words(days[at]), Qt.AlignmentFlag.AlignHCenter
            )

    def _x(self, at: int) -> float:
        raise NotImplementedError


class ShareChart(_Plot):
    """How much of all running words was known, week by week."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 190)
        self._values: list[SharePoint] = []

    def set_points(self, points: tuple[SharePoint, ...]) -> None:
        """Show the share at the end of each week since anything was known."""
        self._values = []
        if points:
            last = points[-1].day
            weeks = min(104, max(1, (last - points[0].day).days // 7 + 1))
            days = [last - _WEEK * back for back in range(weeks, -1, -1)]
            self._values = [SharePoint(day, share_at(points, day)) for day in days]
        self.refresh()

    def count(self) -> int:
        return len(self._values)

    def title(self) -> str:
        return self.tr("Words known over time")

    def words_at(self, at: int) -> str:
        day, share = self._values[at]
        words = self.tr("{day}: {share} of the words in your documents known")
        return words.format(day=wording.date_words(day), share=percent(share))

    def summary(self) -> str:
        first, last = self._values[0], self._values[-1]
        words = self.tr("From {first} on {day} to {last} today")
        return words.format(
            first=percent(first.share), day=wording.date_words(first.day), last=percent(last.share)
        )

    def table(self) -> Table:
        rows = ((wording.date_words(day), percent(share)) for day, share in self._values[::-1])
        return Table((self.tr("Day"), self.tr("Words known")), tuple(rows))

    def value_at(self, at: QPointF) -> int | None:
        box, number = self._box(), len(self._values) - 1
        share = (at.x() - box.left()) / max(1.0, box.width())
        return round(min(1.0, max(0.0, share)) * number)

    def draw(self, painter: QPainter) -> None:
        box = self._box()
        most = max(value.share for value in self._values)
        steps = [min(1.0, step) for step in scale_steps(max(most, 0.04))]
        self._draw_scale(painter, steps, [percent(step) for step in steps])
        self._draw_dates(painter, [value.day for value in self._values])
        line = [
            QPointF(self._x(at), box.bottom() - box.height() * value.share / steps[-1])
            for at, value in enumerate(self._values)
        ]
        area = QPainterPath(QPointF(line[0].x(), box.bottom()))
        for point in line:
            area.lineTo(point)
        area.lineTo(line[-1].x(), box.bottom())
        painter.fillPath(area, self.colour("cur_fill"))
        painter.setPen(QPen(self.colour("cur"), 2))
        painter.drawPolyline(line)
        at = len(line) - 1 if self.current is None else self.current
        if self.current is not None:
            painter.setPen(QPen(self.colour("mid"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(line[at].x(), box.top()), QPointF(line[at].x(), box.bottom()))
        painter.setPen(QPen(self.colour("page"), 2))
        painter.setBrush(self.colour("cur"))
        painter.drawEllipse(line[at], 5, 5)

    def _x(self, at: int) -> float:
        box, number = self._box(), len(self._values) - 1
        return box.left() + box.width() * at / max(1, number)


class WeekChart(_Plot):
    """How many words became known in each week; those of a list that was read in stand above."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 190)
        self._weeks: tuple[WeekLearned, ...] = ()

    def set_weeks(self, weeks: tuple[WeekLearned, ...]) -> None:
        """Show these weeks."""
        self._weeks = weeks
        self.refresh()

    def count(self) -> int:
        return len(self._weeks)

    def title(self) -> str:
        return self.tr("Words learned by week")

    def words_at(self, at: int) -> str:
        week = self._weeks[at]
        number = self.locale().toString
        words = self.tr("Week of {day}: {count} learned").format(
            day=wording.date_words(week.monday), count=number(week.learned)
        )
        if week.at_once:
            more = self.tr("{words}, {count} more from a list")
            words = more.format(words=words, count=number(week.at_once))
        return words

    def summary(self) -> str:
        learned = sum(week.learned for week in self._weeks)
        words = self.tr("{count} words learned in {weeks} weeks")
        return words.format(count=self.locale().toString(learned), weeks=len(self._weeks))

    def table(self) -> Table:
        number = self.locale().toString
        rows = (
            (wording.date_words(one.monday), number(one.learned), number(one.at_once))
            for one in self._weeks[::-1]
        )
        heads = (self.tr("Week of"), self.tr("Learned"), self.tr("From a list"))
        return Table(heads, tuple(rows))

    def value_at(self, at: QPointF) -> int | None:
        box = self._box()
        share = (at.x() - box.left()) / max(1.0, box.width())
        return int(min(0.9999, max(0.0, share)) * len(self._weeks))

    def draw(self, painter: QPainter) -> None:
        box = self._box()
        most = max(4, *(week.learned for week in self._weeks))
        steps = scale_steps(most)
        self._draw_scale(painter, steps, [self.locale().toString(round(one)) for one in steps])
        self._draw_dates(painter, [week.monday for week in self._weeks])
        width = max(3.0, box.width() / len(self._weeks) - 4)
        for at, week in enumerate(self._weeks):
            height = box.height() * week.learned / steps[-1]
            bar = QRectF(self._x(at) - width / 2, box.bottom() - height, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("ink" if at == self.current else "cur"))
            if week.learned:
                painter.drawRoundedRect(bar, 2, 2)
            if week.at_once:
                self._draw_list(painter, bar, at == self.current)
            elif at == self.current and not week.learned:
                painter.drawRect(QRectF(bar.left(), box.bottom() - 2, width, 2))

    def _draw_list(self, painter: QPainter, bar: QRectF, is_current: bool) -> None:
        """Draw a hollow box for words of a list: they would dwarf all that was learned."""
        pen = QPen(self.colour("ink" if is_current else "cur"), 1.2)
        pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        top = max(self._box().top() + 1, bar.top() - 14)
        painter.drawRoundedRect(QRectF(bar.left() + 0.6, top, bar.width() - 1.2, 11), 2, 2)

    def _x(self, at: int) -> float:
        box = self._box()
        return box.left() + box.width() * (at + 0.5) / max(1, len(self._weeks))


class LevelChart(Chart):
    """How many running words are of each level; the full part of a bar is known."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 8 * _ROW + 4)
        self._levels: tuple[LevelShare, ...] = ()

    def set_levels(self, levels: tuple[LevelShare, ...]) -> None:
        """Show these levels."""
        self._levels = levels
        self.refresh()

    def count(self) -> int:
        return len(self._levels)

    def title(self) -> str:
        return self.tr("Levels of the words")

    def words_at(self, at: int) -> str:
        one = self._levels[at]
        words = self.tr("{level}: {share} of the words, {known} of them known")
        return words.format(
            level=wording.level_name(one.level),
            share=percent(one.total / self._total),
            known=percent(one.known / max(1, one.total)),
        )

    def summary(self) -> str:
        parts = (self.words_at(at) for at in range(len(self._levels)))
        return self.tr("; ").join(parts)

    def table(self) -> Table:
        rows = (
            (
                wording.level_name(one.level),
                self.locale().toString(one.total),
                percent(one.total / self._total),
                percent(one.known / max(1, one.total)),
            )
            for one in self._levels
        )
        heads = (self.tr("Level"), self.tr("Words"), self.tr("Share"), self.tr("Known"))
        return Table(heads, tuple(rows))

    def value_at(self, at: QPointF) -> int | None:
        row = int(at.y() // _ROW)
        return row if 0 <= row < len(self._levels) else None

    def draw(self, painter: QPainter) -> None:
        most = max(one.total for one in self._levels)
        left = max(self.small().horizontalAdvance(wording.level_name(one.level)) for one in
                   self._levels) + 18  # fmt: skip
        right = self.small().horizontalAdvance("100%") + 12
        room = max(20.0, self.width() - left - right - 8)
        for at, one in enumerate(self._levels):
            line = QRectF(0, at * _ROW, self.width(), _ROW)
            if at == self.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.colour("hover"))
                painter.drawRoundedRect(line.adjusted(2, 2, -2, -2), 4, 4)
            name = wording.level_name(one.level)
            self.write(painter, QRectF(8, line.top(), left, _ROW), name, ink="ink")
            bar = QRectF(left, line.top() + 8, max(2.0, room * one.total / most), _ROW - 16)
            painter.setPen(QPen(self.colour("cur"), 1))
            painter.setBrush(self.colour("cur_fill"))
            painter.drawRoundedRect(bar, 3, 3)
            known = QRectF(bar)
            known.setWidth(bar.width() * one.known / max(1, one.total))
            painter.setBrush(self.colour("cur"))
            if one.known:
                painter.drawRoundedRect(known, 3, 3)
            label = QRectF(bar.right() + 8, line.top(), right, _ROW)
            self.write(painter, label, percent(one.total / self._total))

    @property
    def _total(self) -> int:
        return max(1, sum(one.total for one in self._levels))
