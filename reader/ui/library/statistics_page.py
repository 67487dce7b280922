"""The second page of the library: what all documents, words and days add up to."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.study.settled import LevelShare
from reader.study.statistics import Statistics
from reader.ui.library import wording
from reader.ui.library.card import ChartCard
from reader.ui.library.charts import LevelChart, ShareChart, WeekChart
from reader.ui.library.heat_map import HeatMap
from reader.ui.library.model import Row
from reader.ui.library.words_card import Hardest, WordsCard
from reader.ui.parts.drawing import scaled
from reader.ui.parts.labels import plain_label
from reader.ui.wording import percent

_BESIDE = 900  # pixels from which two cards stand side by side
_WIDEST = 1320
_LISTED = 200  # documents that the levels can be shown of


class Figure(QWidget):
    """A number, large, and below it what it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self.words = plain_label(self), plain_label(self, wrap=True)
        self.number.setFont(scaled(self.font(), 1.9, bold=True))
        self.words.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.words)

    def say(self, number: str, words: str) -> None:
        """Show a number and what it counts."""
        self.number.setText(number)
        self.words.setText(words)
        self.setAccessibleName(f"{number} {words}")


class StatisticsPage(QScrollArea):
    """Figures, pictures and lists; each picture is a table, too."""

    status_wanted = Signal(str, object)
    """(word, WordStatus)"""
    undo_wanted = Signal()
    levels_wanted = Signal(str)
    """Fingerprint of the document whose levels are to be shown."""

    def __init__(self, parent: QWidget, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self.setObjectName("statistics")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._today = today
        self._statistics: Statistics | None = None
        self._remembers = True
        self._body = QWidget(self)
        self._body.setObjectName("statisticsBody")
        self.figures = [Figure(self._body) for _ in range(4)]
        self._share_chart, self._week_chart = ShareChart(self._body), WeekChart(self._body)
        self._day_chart, self._level_chart = HeatMap(self._body), LevelChart(self._body)
        self.shares = ChartCard(self._share_chart, self._body)
        self.weeks = ChartCard(self._week_chart, self._body)
        self.days = ChartCard(self._day_chart, self._body)
        self.levels = ChartCard(self._level_chart, self._body)
        self.frequent = WordsCard(Hardest.FREQUENT, self._body)
        self.rare = WordsCard(Hardest.RARE, self._body)
        self.document = QComboBox(self._body)
        self.document.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.document.setMinimumContentsLength(16)
        self.levels.head.insertWidget(1, self.document)
        self.help = plain_label(self._body, wrap=True)
        self.help.setProperty("quiet", True)
        self._arrange()
        self.document.activated.connect(self._on_document)
        for card in (self.frequent, self.rare):
            card.status_wanted.connect(self.status_wanted)
            card.undo_wanted.connect(self.undo_wanted)
        self._say()

    @property
    def statistics(self) -> Statistics | None:
        """What is shown, None while it is still gathered."""
        return self._statistics

    def set_remembering(self, on: bool) -> None:
        """Say what counts as reading, or that nothing of it is remembered."""
        self._remembers = on
        self.help.setText(wording.help_words(remembers=on))

    def set_documents(self, rows: tuple[Row, ...]) -> None:
        """Offer the levels of these documents, those read last first."""
        chosen = self.document.currentData()
        self.document.clear()
        self.document.addItem(self.tr("All documents"), "")
        for row in rows[:_LISTED]:
            if row.document.words:
                self.document.addItem(wording.title_words(row.document), row.document.fingerprint)
        self.document.setCurrentIndex(max(0, self.document.findData(chosen or "")))

    def set_statistics(self, statistics: Statistics) -> None:
        """Show these."""
        self._statistics = statistics
        self._share_chart.set_points(statistics.points)
        self._week_chart.set_weeks(statistics.weeks)
        self._day_chart.set_days(statistics.days, self._today())
        for card in (self.shares, self.weeks, self.days):
            card.refresh()
        self.frequent.set_words(statistics.frequent)
        self.rare.set_words(statistics.rare)
        self._on_document()
        self._say_figures()

    def show_levels(self, levels: tuple[LevelShare, ...]) -> None:
        """Show the levels of the document that was asked for."""
        self._level_chart.set_levels(levels)
        self.levels.refresh()

    def enter(self) -> None:
        """Let the first picture have the keys."""
        self.shares.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= _BESIDE
        for pair in self._pairs:
            pair.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        side = max(16, (self.viewport().width() - _WIDEST) // 2)
        self._column.setContentsMargins(side, 14, side, 16)

    def _arrange(self) -> None:
        figures = QHBoxLayout()
        figures.setContentsMargins(4, 4, 4, 8)
        figures.setSpacing(24)
        for figure in self.figures:
            figures.addWidget(figure, 1, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(14)
        self._column.addLayout(figures)
        self._pairs = []
        top = Qt.AlignmentFlag.AlignTop
        for first, second in (
            (self.shares, self.weeks), (self.days, None), (self.levels, None),
            (self.frequent, self.rare),
        ):  # fmt: skip
            if second is None:
                self._column.addWidget(first)
                continue
            pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            pair.setSpacing(14)
            pair.addWidget(first, 1, top)
            pair.addWidget(second, 1, top)
            self._pairs.append(pair)
            self._column.addLayout(pair)
        self._column.addWidget(self.help)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def _on_document(self) -> None:
        fingerprint = self.document.currentData()
        if fingerprint:
            self.levels_wanted.emit(fingerprint)
        elif self._statistics is not None:
            self.show_levels(self._statistics.levels)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Statistics"))
        self.document.setAccessibleName(self.tr("Document"))
        if self.document.count():
            self.document.setItemText(0, self.tr("All documents"))
        self.set_remembering(self._remembers)
        self._say_figures()

    def _say_figures(self) -> None:
        found, number = self._statistics, self.locale().toString
        if found is None:
            for figure in self.figures:
                figure.say("…", "")
            return
        known, share, week, speed = self.figures
        words = self.tr("words known, {learning} learning")
        known.say(number(found.known_words), words.format(learning=number(found.learning_words)))
        value = found.known.value
        share.say(
            "–" if value is None else percent(value),
            self.tr("of the words in your documents are known"),
        )
        since = self._today() - timedelta(days=6)
        seconds = sum(one.seconds for one in found.days if one.day >= since)
        week.say(wording.time_words(seconds) or "–", self.tr("read in the last seven days"))
        if found.speed.is_own:
            words = self.tr("characters a minute, last 30 days")
        else:
            words = self.tr("characters a minute, assumed until you have read more")
        speed.say(number(found.speed.value), words)
