"""Text on the card: plain, and broken anywhere rather than cut off or shortened."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtGui import QTextOption as Option
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.ui.panes.text_style import CHINESE_FAMILIES, with_alpha

_LONGEST = 24  # characters of "before" and "after" shown at most
_NARROWEST = 2  # hanzi in a line at least
_ENDLESS = 1e6


class BrokenText(NamedTuple):
    """A text in lines."""

    layout: QTextLayout
    width: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it in the painter's pen, its top left corner here."""
        self.layout.draw(painter, QPointF(x, y))


def break_text(text: str, font: QFont, width: float = _ENDLESS) -> BrokenText:
    """Break a text between words, and inside one that is wider than a line."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = Option()
    option.setWrapMode(Option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    wide = y = 0.0
    layout.beginLayout()
    try:
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
            wide = max(wide, line.naturalTextWidth())
    finally:
        # endLayout() without a beginLayout() before it ends the process.
        layout.endLayout()
    return BrokenText(layout, wide, y)


class Words(QLabel):
    """A label of plain text that is as high as its width makes it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: dict[tuple[str, float], BrokenText] = {}  # a layout asks again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        self._lines.clear()  # the lines of the text before
        super().setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        whole = self._break(_ENDLESS)
        return QSize(ceil(whole.width) + 1, ceil(whole.height))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = ceil(em(self.font()) * _NARROWEST)
        return QSize(min(hint.width(), least), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._break(width).height)

    def _break(self, width: float) -> BrokenText:
        # By the font, too, and not at each change of it: Qt tells of some thirty for every card.
        key = self.font().key(), width
        if key not in self._lines:
            self._lines[key] = break_text(self.text(), self.font(), width)
        return self._lines[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        broken = self._break(self.width())
        broken.draw(painter, 0, (self.height() - broken.height) / 2)


def label(text: str, parent: QWidget, *, quiet: bool = False) -> Words:
    """Return a label of plain text: the text of a document is never markup."""
    made = Words(text, parent)
    palette = QPalette(parent.palette())
    colour = palette.color(QPalette.ColorRole.Text)
    palette.setColor(QPalette.ColorRole.WindowText, with_alpha(colour, 165) if quiet else colour)
    made.setPalette(palette)
    return made


def text_label(text: str, parent: QWidget, scale: float, *, quiet: bool = False) -> Words:
    """Show a piece of the document large; what is gone or invisible is named."""
    shown = visible(text)
    if not text:
        made = label(QCoreApplication.translate("RepairCard", "removed"), parent, quiet=True)
        font = made.font()
        font.setItalic(True)
        made.setFont(font)
        return made
    made = label(shown, parent, quiet=quiet)
    font = QFont(list(CHINESE_FAMILIES))
    if len(shown) > 8:
        scale = min(scale, 1.35)
    font.setPointSizeF(made.font().pointSizeF() * scale)
    made.setFont(font)
    return made


def visible(text: str) -> str:
    """Return a text cut to a length that fits, with a name in place of what can't be seen."""
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(
        f"[U+{ord(char):04X}]"
        if unicodedata.category(char)[0] in "CZ" and char != " "
        else ("␣" if char == " " else char)
        for char in text
    )


def em(font: QFont) -> float:
    """Return how wide a hanzi is."""
    return QFontMetricsF(font).horizontalAdvance("汉")


def natural_width(labels: Sequence[Words], gap: int) -> int:
    """Return how wide labels are side by side, unbroken."""
    return sum(one.sizeHint().width() + gap for one in labels) - gap


def bold(font: QFont) -> QFont:
    """Return the font, heavier."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def smaller(font: QFont) -> QFont:
    """Return the font of keys and the like."""
    small = QFont(font)
    small.setPointSizeF(small.pointSizeF() * 0.85)
    return small
