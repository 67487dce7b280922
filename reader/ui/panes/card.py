"""The card that explains the repairs of one place: what was there, what is there now, and why."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QVBoxLayout, QWidget

from reader.core.document import Repair
from reader.ui.kinds import is_dark
from reader.ui.panes.card_parts import Rule, between, label
from reader.ui.panes.card_section import Deciding, section
from reader.ui.panes.reading_section import Reciting, reading_section
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.panes.word_readings import WordReadings

_MOST_REPAIRS = 4
_GAP = 8
_RADIUS = 4  # the mask has no half pixels: larger corners would show their steps


class RepairCard(QFrame):
    """A small window above the text. It never takes the focus, and no text in it is markup."""

    chosen = Signal(object, str)
    """(Repair, text): this text shall stand there."""
    read_here = Signal(object, object)
    """(clean offsets, reading): these places are read so; None takes away what was set."""
    read_always = Signal(str, object)
    """(word, its readings): it is always read so; None forgets that."""
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self.repairs: tuple[Repair, ...] = ()
        self.word: WordReadings | None = None
        """The word whose readings are listed."""
        self.keys: dict[str, str] | None = None
        """The keys that accept and reject; None where nothing can be decided (yet)."""
        self._reciting = Reciting(
            here=lambda place, reading: self.read_here.emit((place,), reading),
            always=self.read_always.emit,
            forget=lambda places: self.read_here.emit(places, None),
        )
        self.keyed: int | None = None
        """The id of the repair that the keys decide on: their names are shown on its card alone."""
        self._filled_with: tuple[dict[str, str] | None, bool] = (None, False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 13, 16, 14)
        self._column.setSpacing(12)
        self._body: QWidget | None = None

    def show_repairs(
        self, repairs: Sequence[Repair], place: QRect, word: WordReadings | None = None
    ) -> None:
        """Explain these repairs and readings beside a place on the screen (global pixels)."""
        shown = (tuple(repairs), word)
        keyed = bool(repairs) and repairs[0].id == self.keyed
        filled = (*shown, self.keys, keyed)
        if filled != (self.repairs, self.word, *self._filled_with) or self.isHidden():
            self.repairs, self.word = shown
            self._filled_with = self.keys, keyed
            self._fill()
        self.adjustSize()
        self.move(self._spot(place))
        self.show()

    def hide_card(self) -> None:
        """Take the card away."""
        self.repairs, self.word = (), None
        self.hide()

    def words(self) -> str:
        """Return everything the card says, for screen readers: one line a label."""
        if self._body is None:
            return ""
        parts = (QLabel, QAbstractButton)
        return "\n".join(
            part.text() for part in self._body.findChildren(QWidget) if isinstance(part, parts)
        )

    def _fill(self) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()  # a button of it may be what was clicked
        keys, keyed = self._filled_with
        deciding = None
        if keys is not None:
            deciding = Deciding(self.chosen.emit, keys if keyed else {})
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for index, repair in enumerate(self.repairs[:_MOST_REPAIRS]):
            if index:
                column.addWidget(Rule(self._body))
            column.addLayout(section(repair, self._body, deciding, compact=index > 0))
        more = len(self.repairs) - _MOST_REPAIRS
        if more > 0:
            text = QCoreApplication.translate("RepairCard", "and {count} more here")
            text = text.format(count=more)
            column.addWidget(label(text, self._body, quiet=True))
        if self.word is not None:
            if self.repairs:
                column.addWidget(Rule(self._body))
            column.addLayout(reading_section(self.word, self._body, self._reciting))
        self._column.addWidget(self._body)
        self.setAccessibleName(self.words())

    def _spot(self, place: QRect) -> QPoint:
        """Below the place, else above, else beside it, where there is room; within the screen."""
        screen = QGuiApplication.screenAt(place.center()) or self.screen()
        room = screen.availableGeometry()
        x = min(max(place.left() - 12, room.left() + 4), room.right() - self.width() - 4)
        y = place.bottom() + _GAP
        if y + self.height() > room.bottom() - 4:
            y = place.top() - _GAP - self.height()
            if y < room.top() + 4:
                right, left = place.right() + _GAP, place.left() - _GAP - self.width()
                if right + self.width() <= room.right() - 4:
                    x = right
                elif left >= room.left() + 4:
                    x = left
        y = min(max(y, room.top() + 4), max(room.top() + 4, room.bottom() - self.height() - 4))
        return QPoint(x, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # See-through corners are black where nothing composes windows: they are cut off instead.
        self.setMask(_rounded(self.width(), self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        page = palette.color(QPalette.ColorRole.Base)
        # Under the page lies its edge, so that whatever the mask leaves of a corner looks like it.
        painter.fillRect(self.rect(), between(page, palette.color(QPalette.ColorRole.Text), 0.3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(page.lighter(135) if is_dark(palette) else page)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hide_card()  # who turns the wheel wants to read on
        event.accept()


def _rounded(width: int, height: int) -> QRegion:
    """Return a rectangle with rounded corners, row by row: a polygon loses pixels at two edges."""
    region = QRegion(0, _RADIUS, width, height - 2 * _RADIUS)
    for row in range(_RADIUS):
        inset = round(_RADIUS - sqrt(_RADIUS**2 - (_RADIUS - row - 0.5) ** 2))
        line = QRect(inset, row, width - 2 * inset, 1)
        region = region.united(line).united(line.translated(0, height - 1 - 2 * row))
    return region
