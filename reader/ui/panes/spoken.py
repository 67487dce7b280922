"""A word's pinyin in popup and word panel: in the colours of its tones, soft where unsure."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from reader.ui.kinds import is_dark, theme_colour
from reader.ui.panes.card_labels import Words
from reader.ui.panes.tones import ToneMode, Tones


class Spoken(NamedTuple):
    """A word's pinyin in one piece a hanzi, each with its tone (0: the neutral one).

    It is soft where a reading is not sure, or the text itself is not.
    """

    pieces: tuple[tuple[str, int], ...] = ()
    is_soft: bool = False

    @property
    def text(self) -> str:
        """What is written."""
        return "".join(text for text, _ in self.pieces)


def spoken_font(font: QFont, spoken: Spoken) -> QFont:
    """Return the font that a word's pinyin is drawn in: italic where it is soft."""
    found = QFont(font)
    found.setItalic(spoken.is_soft)
    return found


def draw_spoken(
    painter: QPainter, at: QPoint, spoken: Spoken, tones: Tones, ink: QColor, *, dark: bool
) -> int:
    """Draw a word's pinyin from a point on its baseline, in the painter's font; return its width.

    The painter's font is that of `spoken_font`.
    """
    metrics = QFontMetrics(painter.font())
    if tones.mode is ToneMode.OFF or spoken.is_soft:
        painter.setPen(theme_colour("muted", dark=dark) if spoken.is_soft else ink)
        painter.drawText(at, spoken.text)
        return metrics.horizontalAdvance(spoken.text)
    colours = tones.colours(dark=dark)
    x = at.x()
    for text, tone in spoken.pieces:
        painter.setPen(colours[tone])
        painter.drawText(QPoint(x, at.y()), text)
        x += metrics.horizontalAdvance(text)
    return x - at.x()


class SpokenLabel(Words):
    """A label of a word's pinyin; in one line its syllables have the colours of their tones."""

    def __init__(self, spoken: Spoken, tones: Tones, parent: QWidget) -> None:
        super().__init__(spoken.text, parent)
        self._spoken, self._tones = spoken, tones
        palette = QPalette(parent.palette())
        palette.setColor(QPalette.ColorRole.WindowText, palette.color(QPalette.ColorRole.Text))
        self.setPalette(palette)
        self.setFont(spoken_font(self.font(), spoken))

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        if metrics.horizontalAdvance(self.text()) > self.width():  # in several lines
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        base = (self.height() - metrics.height()) // 2 + metrics.ascent()
        ink, dark = self.palette().color(QPalette.ColorRole.WindowText), is_dark(self.palette())
        draw_spoken(painter, QPoint(0, base), self._spoken, self._tones, ink, dark=dark)
        painter.end()
