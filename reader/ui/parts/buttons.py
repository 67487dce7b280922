"""Buttons that Enter presses, too: with the key that does the same, and chips of filters."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.parts.drawing import colour, draw_key, key_width

_HEIGHT, _CHIP = 28, 24
_PAD, _GAP = 10, 8
_ROUND = 6.0


def draw_focus(painter: QPainter, box: QRectF, radius: float, widget: QWidget) -> None:
    """Draw the ring around what has the focus."""
    painter.setPen(QPen(colour(widget, "cur"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


class FocusButton(QAbstractButton):
    """A button that Enter presses, too, while it has the focus; Tab leads to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class KeyButton(FocusButton):
    """A button with its key in a cap at the right; a primary one is filled."""

    def __init__(self, key: str, parent: QWidget, *, primary: bool = False) -> None:
        super().__init__(parent)
        self._key = key
        self._primary = primary
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key that is shown; empty for none."""
        return self._key

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        if self._key:
            wide += _GAP + key_width(self.font(), self._key)
        return QSize(ceil(wide) + 2 * _PAD, self._height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - _PAD, hint.height())

    def _height(self) -> int:
        return max(_HEIGHT, self.fontMetrics().height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        primary = self._primary and self.isEnabled()
        edge = QPen(colour(self, "cur" if primary else "mid"), 1)
        fill = colour(self, "cur" if primary else "page")
        if not self.isEnabled():
            edge.setStyle(Qt.PenStyle.DashLine)
            fill = colour(self, "chrome")
        elif self.isDown() or self.isChecked():
            fill = fill.darker(112) if primary else colour(self, "press")
        elif self.underMouse():
            fill = fill.darker(106) if primary else colour(self, "hover")
        painter.setPen(edge)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        if self.hasFocus():
            draw_focus(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), _ROUND - 1, self)
            if primary:
                painter.setPen(QPen(colour(self, "cur_ink"), 1.5))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), _ROUND - 2, _ROUND - 2)
        ink = colour(self, "cur_ink" if primary else "ink" if self.isEnabled() else "disabled")
        cap = key_width(self.font(), self._key) if self._key else 0.0
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        whole = wide + (_GAP + cap if cap else 0.0)
        left = max(4.0, (self.width() - whole) / 2)
        painter.setFont(self.font())
        painter.setPen(ink)
        room = QRectF(left, 0, max(0.0, self.width() - left - cap - 4), self.height())
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, ceil(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if cap:
            at = min(left + wide + _GAP, self.width() - cap - 4)
            quiet = ink if primary else colour(self, "muted" if self.isEnabled() else "disabled")
            edge_colour = ink if primary else colour(self, "mid")
            key_box = QRectF(at, 0, cap, self.height())
            draw_key(painter, key_box, self._key, quiet, edge_colour, self.font())


class Chip(FocusButton):
    """Switches a part of a list on and off: a sample of its mark, its name, how many it has."""

    def __init__(self, sample_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample_width = sample_width
        self._count = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def title(self) -> str:
        """Return the name of the part."""
        return ""

    def explanation(self) -> str:
        """Return what belongs to it, in a sentence."""
        return ""

    def draw_sample(self, painter: QPainter, box: QRectF) -> None:
        """Draw its mark in the middle of a box."""

    def set_count(self, count: int) -> None:
        """Say how many it has; without any the chip is hidden."""
        self._count = count
        self.setVisible(count > 0)
        self.say()

    def say(self) -> None:
        """Say name and number in the language of the moment."""
        self.setText(f"{self.title()} {self.locale().toString(self._count)}")
        self.setToolTip(self.explanation())
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        wide = metrics.horizontalAdvance(self.text()) + self._sample_width + 6 + 2 * _PAD
        return QSize(ceil(wide), max(_CHIP, ceil(metrics.height()) + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2
        on = self.isChecked()
        edge = QPen(colour(self, "mid"), 1)
        if not on:
            edge.setDashPattern([3.0, 2.5])
        painter.setPen(edge)
        ground = "hover" if self.underMouse() else "page" if on else "chrome"
        painter.setBrush(colour(self, ground))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            draw_focus(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), radius, self)
        sample = QRectF(_PAD, 0, self._sample_width, self.height())
        painter.setOpacity(1.0 if on else 0.75)
        self.draw_sample(painter, sample)
        painter.setOpacity(1.0)
        painter.setPen(colour(self, "ink" if on else "muted"))
        painter.setFont(self.font())
        text = QRectF(sample.right() + 6, 0, self.width(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         self.text())  # fmt: skip
