"""The line above the list: how much of the text is known, and how hard its words are."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolTip, QWidget

from reader.study.levels import LevelList
from reader.study.settled import Share
from reader.study.word_table import WordGroup
from reader.ui.parts.drawing import colour, scaled
from reader.ui.parts.labels import plain_label, plain_tip
from reader.ui.wording import percent

_HEIGHT = 18
_LEAST, _STEP = 0.1, 0.05  # how much of the colour level 1 has, and how much more each next one
_HIGHEST = LevelList.HSK2025.highest


def level_ground(widget: QWidget, level: int) -> QColor:
    """Return the ground of a level, stronger for harder ones; what is in no list has none."""
    if not level:
        return colour(widget, "press")
    page, full = colour(widget, "page"), colour(widget, "cur")
    share = _LEAST + _STEP * level
    mixed = (
        round(one + (other - one) * share)
        for one, other in zip(page.getRgb()[:3], full.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


class LevelStrip(QWidget):
    """How many running words are of each HSK level: a bar whose parts bear the level's number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._profile: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_profile(self, profile: Mapping[int, int]) -> None:
        """Show how many words each level has, 0 for those in no list; without any it is hidden."""
        levels = [level for level in sorted(profile) if level] + [0]
        self._profile = tuple((one, profile[one]) for one in levels if profile.get(one))
        self.setVisible(bool(self._profile))
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(_HEIGHT, self.fontMetrics().height() + 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = scaled(self.font(), 0.85)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for level, box in self._boxes():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(level_ground(self, level))
            painter.drawRoundedRect(box, 2, 2)
            text = _short(level)
            if metrics.horizontalAdvance(text) + 4 <= box.width():
                painter.setPen(colour(self, "ink"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _boxes(self) -> list[tuple[int, QRectF]]:
        total = sum(count for _, count in self._profile)
        boxes, x = [], 0.0
        for level, count in self._profile:
            width = self.width() * count / total
            boxes.append((level, QRectF(x, 0, max(1.0, width - 1), self.height())))
            x += width
        return boxes

    def _tip(self, at: QPoint) -> str:
        here = next((level for level, box in self._boxes() if box.right() >= at.x()), None)
        names = dict(self._words())
        return f"{names[here]}\n\n{self._all()}" if here in names else self._all()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Levels of the words: {levels}").format(levels=self._all()))

    def _all(self) -> str:
        return self.tr(", ").join(text for _, text in self._words())

    def _words(self) -> list[tuple[int, str]]:
        total = sum(count for _, count in self._profile)
        found = []
        for level, count in self._profile:
            text = self.tr("in no list {percent}")
            if level:
                text = self.tr("HSK {level} {percent}")
            found.append((level, text.format(level=_short(level), percent=percent(count / total))))
        return found


class ListSummary(QWidget):
    """One line in words, and the strip of levels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = plain_label(self, wrap=True)
        self.strip = LevelStrip(self)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(14, 10, 14, 4)
        self._layout.addWidget(self.words, 1)
        self._layout.addWidget(self.strip, 1)
        self.set_wide(False)
        self._told: tuple[Share | None, Mapping[WordGroup, int]] | None = None
        self.clear()

    def set_wide(self, wide: bool) -> None:
        """Put the strip beside the words, or below them."""
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._layout.setSpacing(16 if wide else 6)

    def clear(self) -> None:
        """Say nothing."""
        self._told = None
        self.strip.set_profile({})
        self.setVisible(False)

    def tell(
        self, share: Share | None, counts: Mapping[WordGroup, int], profile: Mapping[int, int]
    ) -> None:
        """Say how much is known, how many words there are, and how hard they are.

        `share` is that of the running words of a document, None for words of one's own.
        """
        self._told = share, counts
        self.strip.set_profile(profile)
        self._say()
        self.setVisible(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        if self._told is None:
            return
        share, counts = self._told

        def number(group: WordGroup) -> str:
            return self.locale().toString(counts.get(group, 0))

        parts = []
        if share is None:
            parts.append(self.tr("%n word(s) of your own", "", sum(counts.values())))
            parts.append(self.tr("{number} known").format(number=number(WordGroup.KNOWN)))
        elif share.value is not None:
            text = self.tr("{percent} of the words here are known")
            parts.append(text.format(percent=percent(share.value)))
            parts.append(self.tr("{number} new").format(number=number(WordGroup.NEW)))
        learning = self.tr("{number} learning").format(number=number(WordGroup.LEARNING))
        self.words.setText(" · ".join([*parts, learning]) if parts else "")
        self.words.setVisible(bool(parts))


def _short(level: int) -> str:
    if not level:
        return "–"
    return "7–9" if level == _HIGHEST else str(level)
