"""A sentence of the document that can be clicked; the word that it is shown for stands out."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.kinds import is_dark, theme_colour
from reader.ui.panes.card_labels import BrokenText, break_text
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.textpos import Utf16Map

_PAD = 4
_ROUND = 3


class SentenceButton(QAbstractButton):
    """A sentence, broken where it must be; `word` is a span of it in code points."""

    def __init__(self, text: str, word: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(
            QCoreApplication.translate("Word", "Go to this sentence in the text")
        )
        self._word = word
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        whole = break_text(self.text(), self.font())
        return QSize(ceil(whole.width) + 2 * _PAD, ceil(whole.height) + 2 * _PAD)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._break(width).height) + 2 * _PAD

    def _break(self, width: int) -> BrokenText:
        return break_text(self.text(), self.font(), width - 2 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = is_dark(self.palette())
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme_colour("hover", dark=dark))
            painter.drawRoundedRect(self.rect(), _ROUND, _ROUND)
        if self.hasFocus():
            painter.setPen(QPen(theme_colour("cur", dark=dark), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        ink = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(ink if self.isEnabled() else theme_colour("muted", dark=dark))
        marked = QTextLayout.FormatRange()
        start, end = self._word
        units = Utf16Map(self.text())
        marked.start = units.to_units(start)
        marked.length = units.to_units(end) - marked.start
        shape = QTextCharFormat()
        shape.setBackground(theme_colour("cur_fill", dark=dark))
        shape.setForeground(ink)
        marked.format = shape
        layout = self._break(self.width()).layout
        layout.draw(painter, QPointF(_PAD, _PAD), [marked])
        painter.end()
