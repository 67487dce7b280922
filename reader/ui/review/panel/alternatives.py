"""The choices at a place, one in a row: number key, text, a word, how likely it is."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reader.ui.panes.card_labels import visible
from reader.ui.parts.buttons import FocusButton, draw_focus
from reader.ui.parts.drawing import colour, draw_key, draw_share, key_width, scaled
from reader.ui.parts.labels import plain_tip
from reader.ui.review.panel.choices import MOST_CHOICES, Choice, ChoiceWord
from reader.ui.review.panel.labels import removed_word
from reader.ui.wording import percent

_ROW = 28
_BAR, _PERCENT, _WORD = 46, 46, 84
_NARROW = 300  # pixels; in a narrower row the word gives way
_PAD = 10
_SHORT = 12  # characters that a row can always show
_ROUND = 5.0


def choice_word(word: ChoiceWord) -> str:
    """Return what is said about a choice."""
    translate = QCoreApplication.translate
    return {
        ChoiceWord.PROPOSED: translate("Choices", "proposed"),
        ChoiceWord.ALSO_FITS: translate("Choices", "also fits"),
        ChoiceWord.LEAVE_GAP: translate("Choices", "leave a gap"),
        ChoiceWord.TYPED: translate("Choices", "typed"),
        ChoiceWord.ORIGINAL: translate("Choices", "original"),
    }[word]


class ChoiceRow(FocusButton):
    """One choice; the chosen one is filled."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._choice: Choice | None = None
        self._is_first = self._is_last = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_choice(self, choice: Choice, *, is_last: bool) -> None:
        """Show another choice."""
        self._choice = choice
        self._is_first, self._is_last = self._number == 1, is_last
        word = choice_word(choice.word)
        share = percent(choice.share) if choice.share is not None else ""
        self.setText(f"{visible(choice.text)} {word} {share}".strip())
        self.setToolTip(plain_tip(choice.text) if len(choice.text) > _SHORT else "")
        self.update()

    @property
    def is_chosen(self) -> bool:
        """Whether this is what stands there."""
        return self._choice is not None and self._choice.chosen

    def sizeHint(self) -> QSize:
        return QSize(240, max(_ROW, ceil(QFontMetricsF(self.font()).height()) + 10))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        choice = self._choice
        if choice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        name = "cur_fill" if choice.chosen else "page"
        if self.isEnabled() and (self.isDown() or self.underMouse()) and not choice.chosen:
            name = "press" if self.isDown() else "hover"
        outline = QPainterPath()
        outline.addRoundedRect(box, _ROUND, _ROUND)
        if not self._is_first:
            outline.addRect(0, 0, box.width(), _ROUND)
        if not self._is_last:
            outline.addRect(0, box.height() - _ROUND, box.width(), _ROUND)
        outline.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(outline, colour(self, name))
        if not self._is_last:
            painter.setPen(QPen(colour(self, "line"), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        ink = colour(self, "ink" if self.isEnabled() else "disabled")
        quiet = colour(self, "muted" if self.isEnabled() else "disabled")
        cap = key_width(self.font(), str(self._number))
        key_box = QRectF(_PAD, 0, cap, box.height())
        draw_key(painter, key_box, str(self._number), quiet, colour(self, "mid"), self.font())
        left = _PAD + cap + _PAD
        right = box.width() - _PAD
        middle = Qt.AlignmentFlag.AlignVCenter
        if choice.share is not None:
            share_box = QRectF(right - _PERCENT, 0, _PERCENT, box.height())
            painter.setPen(quiet)
            painter.setFont(self.font())
            painter.drawText(share_box, middle | Qt.AlignmentFlag.AlignRight, percent(choice.share))
            right -= _PERCENT + _BAR
            filled = colour(self, "cur" if choice.chosen else "muted")
            bar = QRectF(right, 0, _BAR, box.height())
            draw_share(painter, bar, choice.share, filled, colour(self, "mid"))
            right -= _PAD
        if self.width() >= _NARROW or choice.share is None:
            word_box = QRectF(max(left, right - _WORD), 0, _WORD, box.height())
            painter.setFont(self.font())
            painter.setPen(quiet)
            painter.drawText(word_box, middle, choice_word(choice.word))
            right = word_box.left() - 4
        self._draw_text(painter, choice.text, QRectF(left, 0, right - left, box.height()))
        if self.hasFocus():
            draw_focus(painter, box.adjusted(1, 1, -1, -1), _ROUND, self)
        painter.setPen(ink)

    def _draw_text(self, painter: QPainter, text: str, box: QRectF) -> None:
        font = scaled(self.font(), 1.12)
        ink = "ink" if self.isEnabled() else "disabled"
        shown = visible(text)
        if not text:
            shown = removed_word()
            font = scaled(self.font(), 1.0)
            font.setItalic(True)
            ink = "muted"
        painter.setFont(font)
        painter.setPen(colour(self, ink))
        elided = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class Alternatives(QWidget):
    """The choices at a place in a frame; hides itself where there is only one."""

    chosen = Signal(int)
    """The number of the choice, from 1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._rows = [ChoiceRow(number, self) for number in range(1, MOST_CHOICES + 1)]
        for number, row in enumerate(self._rows, 1):
            column.addWidget(row)
            row.clicked.connect(partial(self._choose, number))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show other choices."""
        for number, row in enumerate(self._rows):
            if number < len(choices):
                row.set_choice(choices[number], is_last=number == len(choices) - 1)
            row.setVisible(number < len(choices))
        self.setVisible(len(choices) > 1)

    @property
    def rows(self) -> Sequence[ChoiceRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.chosen.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self, "line"), 1))
        painter.setBrush(colour(self, "page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
