"""The question of the first start: to learn, to edit, or both. It sets the first view."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.kinds import is_dark, theme_colour

_ROOMY = 480  # pixels from which the cards stand side by side
_PAD = 13
_CIRCLE = 14


class Use(Enum):
    """What somebody uses Jingdu for; the value is a stable id used in the settings."""

    LEARN = "learn"
    EDIT = "edit"
    BOTH = "both"


def read_use(value: str) -> Use | None:
    """Return what stands in the settings, None if nothing was chosen."""
    return next((use for use in Use if use.value == value), None)


def is_to_learn(value: str) -> bool:
    """Tell if a stored use is that of whoever learns Chinese."""
    return read_use(value) is Use.LEARN


_NAMES = {Use.LEARN: "学习", Use.EDIT: "校对", Use.BOTH: "都要"}  # for whoever reads both


class UseChoice(QFrame):
    """Three cards, of which one is chosen by a click, Space or Enter."""

    chosen = Signal(object)
    """Use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("useChoice")
        self._title = QLabel(self)
        self._title.setObjectName("question")
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._says = QLabel(self)
        self._says.setProperty("quiet", True)
        self.cards = {use: UseCard(self) for use in Use}
        self._says.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._says, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        for use, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, use=use: self.chosen.emit(use))
            self._row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._row)
        self._say()

    def set_chosen(self, use: Use | None) -> None:
        """Mark the card that was chosen, or none."""
        for one, card in self.cards.items():
            card.setChecked(one is use)

    def fold(self, width: int) -> None:
        """Put the cards side by side or one above the other, as this many pixels allow."""
        roomy = width >= _ROOMY
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("How will you use it?"))
        self._says.setText(
            self.tr("This only sets the first view; everything can be changed later.")
        )
        words = {
            Use.LEARN: (
                self.tr("To learn"),
                self.tr(
                    "A quiet page, pinyin above the words you do not know yet, and the word panel "
                    "beside it."
                ),
            ),
            Use.EDIT: (
                self.tr("To edit"),
                self.tr(
                    "Both texts, the review panel, one key per decision, "
                    "export with tracked changes."
                ),
            ),
            Use.BOTH: (
                self.tr("Both"),
                self.tr("Both texts, pinyin on hover, both panels as tabs."),
            ),
        }
        for use, (title, says) in words.items():
            gloss = _NAMES[use]
            self.cards[use].say(title, "" if gloss == title else gloss, says)


class UseCard(QRadioButton):
    """A radio button as large as what it says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The arrows go from card to card; else they would choose, and the question were gone.
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        policy.setVerticalPolicy(policy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title_font = QFont(self.font())
        self._title_font.setPointSizeF(self.font().pointSizeF() * 1.1)
        self._title_font.setWeight(QFont.Weight.DemiBold)
        self._gloss = self._says = ""

    def say(self, title: str, gloss: str, says: str) -> None:
        """Show a title, the same in another language, and what it means."""
        self.setText(title)
        self._gloss, self._says = gloss, says
        self.setAccessibleDescription(says)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(60, width - 2 * _PAD), 1_000)
        says = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._says)
        return _PAD + self._title_height() + 4 + says.height() + _PAD

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        title = QFontMetrics(self._title_font).horizontalAdvance(self.text())
        return QSize(title + 3 * _PAD + _CIRCLE, self._title_height() + 2 * _PAD)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        dark = is_dark(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        edge = theme_colour("cur" if marked else "mid", dark=dark)
        painter.setPen(QPen(edge, 2 if marked else 1))
        hovered = self.underMouse() and not self.isDown()
        ground = "press" if self.isDown() else "hover" if hovered else "page"
        painter.setBrush(theme_colour(ground, dark=dark))
        inset = 1.0 if marked else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        circle = QRectF(self.width() - _PAD - _CIRCLE, _PAD - 1, _CIRCLE, _CIRCLE)
        ring = theme_colour("cur" if self.isChecked() else "field", dark=dark)
        painter.setPen(QPen(ring, 4.5 if self.isChecked() else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shrink = 2.2 if self.isChecked() else 0.6
        painter.drawEllipse(circle.adjusted(shrink, shrink, -shrink, -shrink))
        self._paint_words(painter, dark=dark)

    def _paint_words(self, painter: QPainter, *, dark: bool) -> None:
        line = QRectF(_PAD, _PAD - 3, self.width() - 3 * _PAD - _CIRCLE, self._title_height())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(self._title_font)
        painter.setPen(theme_colour("ink", dark=dark))
        painter.drawText(line, middle, self.text())
        used = painter.fontMetrics().horizontalAdvance(self.text()) + 10
        painter.setFont(self.font())
        painter.setPen(theme_colour("muted" if not self.isDown() else "ink", dark=dark))
        painter.drawText(line.adjusted(used, 0, 0, 0), middle, self._gloss)
        rest = QRectF(self.rect()).adjusted(_PAD, _PAD + self._title_height() + 1, -_PAD, 0)
        painter.drawText(rest, Qt.TextFlag.TextWordWrap, self._says)

    def _title_height(self) -> int:
        return QFontMetrics(self._title_font).height()
