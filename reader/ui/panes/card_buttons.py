"""What can be pressed on the card. Every button says which key does the same."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from reader.ui.panes.card_graphics import draw_bar
from reader.ui.panes.card_labels import BrokenText, break_text, em, smaller, visible
from reader.ui.panes.text_style import with_alpha
from reader.ui.wording import percent

_GAP = 8
_ROUND = 4
_PAD = 7
_BAR = 46
_WITH_BAR = 16  # hanzi: in a narrower row the number has to do


def button_row(buttons: Sequence[QPushButton], width: int) -> QBoxLayout:
    """Set buttons side by side where they fit, else below each other and all as wide."""
    for button in buttons:
        button.ensurePolished()  # before, it does not know its style sheet
    needed = sum(button.sizeHint().width() + _GAP for button in buttons) - _GAP
    if needed <= width:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(_GAP)
    else:
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        row.setSpacing(_GAP - 2)
    for button in buttons:
        row.addWidget(button)
    if needed <= width:
        row.addStretch()
    return row


class CardButton(QPushButton):
    """A button with its key inside it: at the right end, or below where there is no room."""

    def __init__(self, title: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._title, self._keys = title, native
        self._broken: dict[tuple[str, float | None], tuple[BrokenText, BrokenText]] = {}
        self._frames: dict[str, QSize] = {}
        self.setText(f"{title} {native}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        title, keys = self._texts()
        wide = title.width + (keys.width + 1.5 * _GAP if self._keys else 0.0)
        return QSize(ceil(wide) + 2, ceil(max(title.height, keys.height))) + self._frame()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = ceil(em(self.font()) * 4) + self._frame().width()
        return QSize(min(hint.width(), least), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        frame = self._frame()
        title, keys = self._texts(width - frame.width())
        return ceil(title.height + (keys.height if self._keys else 0.0)) + frame.height()

    def _texts(self, width: float | None = None) -> tuple[BrokenText, BrokenText]:
        key = self.font().key(), width
        if key not in self._broken:  # a layout asks again and again
            pairs = ((self._title, self.font()), (self._keys, smaller(self.font())))
            first, second = (
                break_text(text, font) if width is None else break_text(text, font, width)
                for text, font in pairs
            )
            self._broken[key] = first, second
        return self._broken[key]

    def _frame(self) -> QSize:
        """Return what the style puts around the words."""
        key = self.font().key()
        if key not in self._frames:
            option = QStyleOptionButton()
            self.initStyleOption(option)
            inside = QSize(200, 40)  # more than any style asks for
            kind = QStyle.ContentsType.CT_PushButton
            self._frames[key] = self.style().sizeFromContents(kind, option, inside, self) - inside
        return self._frames[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        frame = self._frame()
        box = QRectF(self.rect()).adjusted(
            frame.width() / 2, frame.height() / 2, -frame.width() / 2, -frame.height() / 2
        )
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        single = self.width() >= self.sizeHint().width()
        title, keys = self._texts(None if single else box.width())
        painter.setPen(colour)
        if not single:
            title.draw(painter, box.left(), box.top())
            painter.setPen(with_alpha(colour, 170))
            keys.draw(painter, box.left(), box.top() + title.height)
            return
        left = box.left() if self._keys else box.center().x() - title.width / 2
        title.draw(painter, left, box.center().y() - title.height / 2)
        painter.setPen(with_alpha(colour, 170))
        keys.draw(painter, box.right() - keys.width, box.center().y() - keys.height / 2)


class _Sizes(NamedTuple):
    """Lengths in pixels: of an em, of the box of a key, of the number at the end."""

    em: float
    key: float
    number: float


class ChoiceRow(QAbstractButton):
    """Another text that could stand there: the key that picks it, the text, how likely it is."""

    def __init__(
        self, key: str, text: str, probability: float, colour: QColor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._shown = visible(text) or QCoreApplication.translate("RepairCard", "removed")
        self._part = min(1.0, max(0.0, probability))
        self._known_sizes: dict[str, _Sizes] = {}
        self._colour = colour
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(f"{self._shown} {self._per_cent()}")
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        wide = ceil(self._sizes.em * _WITH_BAR)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(ceil(self._sizes.em * 8), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._words(width).height) + 8

    def _per_cent(self) -> str:
        if self._part < 0.005:
            return f"< {percent(0.01)}"
        return percent(round(self._part, 2))

    def _left(self) -> float:
        """Return where the text begins."""
        return _PAD + (self._sizes.key + 9 if self._key else 0.0)

    def _right(self, width: float) -> float:
        """Return where the bar and the number begin."""
        bar = _BAR + _GAP if width >= self._sizes.em * _WITH_BAR else 0
        return width - _PAD - self._sizes.number - bar

    @property
    def _sizes(self) -> _Sizes:
        """What the font makes of it; asking Qt anew takes a third of a millisecond each time."""
        key = self.font().key()
        if key not in self._known_sizes:
            metrics = QFontMetricsF(self.font())
            texts = self._per_cent(), percent(1.0)
            self._known_sizes[key] = _Sizes(
                em(self.font()),
                max(16.0, QFontMetricsF(smaller(self.font())).height()),
                max(map(metrics.horizontalAdvance, texts)),
            )
        return self._known_sizes[key]

    def _words(self, width: float) -> BrokenText:
        room = self._right(width) - _GAP - self._left()
        return break_text(self._shown, self.font(), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        strength = 46 if self.isDown() else 30 if self.underMouse() else 14
        painter.setBrush(with_alpha(text, strength))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), _ROUND, _ROUND)
        if self._key:
            side = self._sizes.key
            key = QRectF(_PAD, box.center().y() - side / 2, side, side)
            painter.setPen(with_alpha(text, 110))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(with_alpha(text, 190))
            painter.setFont(smaller(self.font()))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen(text)
        words = self._words(box.width())
        words.draw(painter, self._left(), box.center().y() - words.height / 2)
        painter.setFont(self.font())
        painter.setPen(with_alpha(text, 165))
        right = self._right(box.width())
        number = QRectF(right, box.top(), box.width() - _PAD - right, box.height())
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, aligned, self._per_cent())
        if box.width() >= self._sizes.em * _WITH_BAR:
            line = QRectF(QPointF(right, box.center().y() - 2), QPointF(0, 0))
            line.setSize(QRectF(0, 0, _BAR, 4).size())
            draw_bar(painter, line, self._part, self._colour, palette)
