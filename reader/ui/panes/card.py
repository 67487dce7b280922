"""The card that explains the repairs of one place: what was there, what is there now, and why."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.text.document import Repair
from reader.ui.kinds import is_dark
from reader.ui.panes.card_graphics import Rule, mix
from reader.ui.panes.card_labels import em, label
from reader.ui.panes.card_popups import Popups
from reader.ui.panes.card_room import Room
from reader.ui.panes.card_section import DecisionActions, repair_section
from reader.ui.panes.reading_section import ReadingActions, reading_section
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.panes.word_readings import WordReadings

_MOST_REPAIRS = 4
_RADIUS = 8
_SIDE = 16  # left and right of the contents; the scroll bar stands in it
_TOP = 13
_ROUND = 5  # of that the round corners: contents that scroll end where the edges are straight
_EMS = 26  # hanzi in a line; as many Latin letters as are read with ease
_LEAST_EMS = 12


class RepairCard(QFrame):
    """Lies above the text. It never takes the focus, and no text in it is markup."""

    chosen = Signal(object, str)
    """(Repair, text): this text shall stand there."""
    read_here = Signal(object, object)
    """(clean offsets, reading): these places are read so; None takes away what was set."""
    read_always = Signal(str, object)
    """(word, its readings): it is always read so; None forgets that."""
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("repairCard")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self.repairs: tuple[Repair, ...] = ()
        self.word: WordReadings | None = None
        """The word whose readings are listed."""
        self._comes_back = False
        self._reading_actions = ReadingActions(
            here=lambda place, reading: self.read_here.emit((place,), reading),
            always=self.read_always.emit,
            forget=lambda places: self.read_here.emit(places, None),
        )
        self._filled_with: object = None
        self._height = 0
        self._behind_popup = False
        self._popups = Popups(self)
        self._popups.opened.connect(self._on_popup_opened)
        self._popups.closed.connect(self._on_popup_closed)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        bar = self._scroll.verticalScrollBar()
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.hide()

    def show_repairs(
        self,
        repairs: Sequence[Repair],
        word: WordReadings | None,
        room: Room,
        keys: Mapping[str, str] | None,
        *,
        comes_back: bool,
    ) -> None:
        """Explain these repairs and readings beside a place.

        `keys` accept and reject the first repair: empty where keys decide on another one, None
        where nothing can be decided. `comes_back` tells whether it is shown again when a menu that
        opened in front of it is closed.
        """
        self._comes_back = comes_back
        ems, frame = em(self.font()), 2 * _SIDE
        width = room.width(round(ems * _EMS) + frame, round(ems * _LEAST_EMS) + frame)
        filled = (tuple(repairs), word, keys, width)
        if filled != self._filled_with:
            self._popups.watch(False)  # hundreds of events tell of what is made
            self.repairs, self.word, self._filled_with = tuple(repairs), word, filled
            self._height = self._fill(width - frame, keys) + 2 * _ROUND
        spot = room.spot(QSize(width, self._height))
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if spot.height() < self._height else policy.ScrollBarAlwaysOff
        )
        self.setGeometry(spot)
        self._behind_popup = False
        self.raise_()
        self.show()
        self._popups.watch(True)

    def hide_card(self) -> None:
        """Take the card away."""
        self.repairs, self.word, self._filled_with = (), None, None
        self._behind_popup = False
        self._popups.watch(False)
        self.hide()

    def is_cut(self) -> bool:
        """Return whether only a part of what it says can be seen at once."""
        return self.isVisible() and self._scroll.verticalScrollBar().maximum() > 0

    def words(self) -> str:
        """Return everything the card says, for screen readers: one line a label."""
        body = self._scroll.widget()
        if body is None:
            return ""
        parts = (QLabel, QAbstractButton)
        return "\n".join(
            part.text() for part in body.findChildren(QWidget) if isinstance(part, parts)
        )

    def _fill(self, width: int, keys: Mapping[str, str] | None) -> int:
        """Make the contents anew and return how high they are."""
        before = self._scroll.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # a button of it may be what was clicked
        actions = DecisionActions(self.chosen.emit, keys) if keys is not None else None
        body = QWidget(self._scroll.viewport())
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE - 1, _TOP - _ROUND, 0, _TOP - _ROUND)
        column.setSpacing(12)
        for index, repair in enumerate(self.repairs[:_MOST_REPAIRS]):
            if index:
                column.addWidget(Rule(body))
            column.addLayout(repair_section(repair, body, actions, width, compact=index > 0))
        more = len(self.repairs) - _MOST_REPAIRS
        if more > 0:
            text = QCoreApplication.translate("RepairCard", "and {count} more here")
            text = text.format(count=more)
            column.addWidget(label(text, body, quiet=True))
        if self.word is not None:
            if self.repairs:
                column.addWidget(Rule(body))
            column.addLayout(reading_section(self.word, body, self._reading_actions, width))
        whole = width + _SIDE - 1
        self._scroll.setWidget(body)
        body.setAutoFillBackground(False)
        body.ensurePolished()
        body.resize(whole, column.totalHeightForWidth(whole))
        self._scroll.verticalScrollBar().setValue(0)
        self.setAccessibleName(self.words())
        return body.height()

    def _on_popup_opened(self) -> None:
        if self.isVisible():
            self._behind_popup = self._comes_back
            if self._comes_back:
                self.hide()
            else:
                self.hide_card()

    def _on_popup_closed(self) -> None:
        if self._behind_popup:
            self._behind_popup = False
            self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._popups.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._popups.watch(self._behind_popup)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll.setGeometry(self.rect().adjusted(1, _ROUND, -2, -_ROUND))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        page = palette.color(QPalette.ColorRole.Base)
        painter.setPen(mix(page, palette.color(QPalette.ColorRole.Text), 0.3))
        painter.setBrush(page.lighter(135) if is_dark(palette) else page)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, _RADIUS, _RADIUS)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.is_cut():
            self.hide_card()  # who turns the wheel wants to read on
        event.accept()
