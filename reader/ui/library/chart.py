"""What all pictures of the statistics share: a value that keys and the pointer lead to, a table."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.parts.drawing import colour, scaled

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1),
          Qt.Key.Key_Down: (0, 1)}  # fmt: skip
_SMALL = 0.88  # of the font of the window


class Table(NamedTuple):
    """What a picture shows, in rows and columns."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chart(QWidget):
    """Draws values; one of them is the current one, and is said in words.

    Arrows, Home and End lead from value to value while it has the focus, the pointer does at once.
    """

    pointed = Signal(str)
    """What the current value is, in words; "" for none."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._height = height
        self._current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- what each picture says of itself

    def count(self) -> int:
        """Return how many values there are."""
        raise NotImplementedError

    def words_at(self, at: int) -> str:
        """Return what a value is, in words."""
        raise NotImplementedError

    def title(self) -> str:
        """Return what is shown."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return what there is to see, in a sentence or two."""
        raise NotImplementedError

    def table(self) -> Table:
        """Return the same values as a table."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        raise NotImplementedError

    def value_at(self, at: QPointF) -> int | None:
        """Return which value is at a point, None where none is."""
        raise NotImplementedError

    def step(self, at: int, across: int, down: int) -> int:
        """Return the value that an arrow leads to; it may be out of range."""
        return at + across + down

    # -- the current value

    @property
    def current(self) -> int | None:
        """Which value is the current one."""
        return self._current

    def set_current(self, at: int | None) -> None:
        """Point at a value and say what it is."""
        if at is not None:
            at = min(max(0, at), self.count() - 1) if self.count() else None
        if at == self._current:
            return
        self._current = at
        self.update()
        words = self.words_at(at) if at is not None else ""
        self.pointed.emit(words)
        self._say(words)

    def refresh(self) -> None:
        """Show other values."""
        self._current = None
        self.pointed.emit("")
        self._say("")
        self.updateGeometry()
        self.update()

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme."""
        return colour(self, name)

    def small(self) -> QFontMetricsF:
        """Return the measures of the small font."""
        return QFontMetricsF(scaled(self.font(), _SMALL))

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        ink: str = "muted",
    ) -> None:
        """Write small words in a box, one line."""
        painter.setFont(scaled(self.font(), _SMALL))
        painter.setPen(self.colour(ink))
        painter.drawText(
            box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words
        )

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.count():
            self.draw(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour("cur"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), self.count() - 1
        if last < 0:
            super().keyPressEvent(event)
        elif key in _STEPS:
            at = self._current
            self.set_current(last if at is None else self.step(at, *_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_current(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.set_current(self.value_at(event.position()) if self.count() else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_current(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_current(None)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say("")
            self.update()

    def _say(self, words: str) -> None:
        """Tell screen readers what is shown, and the current value."""
        self.setAccessibleName(self.title())
        self.setAccessibleDescription(words or (self.summary() if self.count() else ""))
        if words:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )


def scale_steps(most: float, wanted: int = 4) -> list[float]:
    """Return round values from 0 on, the last one no smaller than `most`: 0, 20, 40, 60."""
    if most <= 0:
        return [0.0, 1.0]
    step = 10.0**-4
    while True:
        for factor in (1, 2, 5):
            if step * factor * wanted >= most - 1e-12:
                size = step * factor
                number = int(most / size - 1e-9) + 1
                return [size * at for at in range(number + 1)]
        step *= 10


def spread(count: int, most: int) -> Sequence[int]:
    """Return which of so many labels are written, the last one always: at most `most`."""
    if count <= 0 or most <= 0:
        return ()
    step = -(-count // most)
    return range((count - 1) % step, count, step)
