"""What one decision for many places would touch, shown before anything happens."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reader.review.group_decisions import Plan
from reader.review.history import How
from reader.review.repair_order import Context
from reader.ui.flow import FlowLayout
from reader.ui.panes.card_labels import visible
from reader.ui.parts.buttons import KeyButton
from reader.ui.parts.drawing import colour, scaled
from reader.ui.parts.labels import QuietLabel, plain_label

_ROW = 26
_MOST = 6  # places that stay open, listed one by one


class OpenPlace(NamedTuple):
    """A place that stays open: its paragraph, from 1, its line, and how it is pronounced."""

    paragraph: int
    context: Context
    reading: str


class OpenPlaces(QWidget):
    """The places that stay open, one in a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: Sequence[OpenPlace] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_places(self, places: Sequence[OpenPlace]) -> None:
        """List other places."""
        self._places = places
        lines = [
            f"¶ {one.paragraph} {''.join(map(visible, one.context))} {one.reading}".strip()
            for one in places
        ]
        self.setAccessibleName("\n".join(lines))
        self.setVisible(bool(places))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self._places))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain, heavy = self.font(), scaled(self.font(), 1.0, bold=True)
        metrics, bold = QFontMetricsF(plain), QFontMetricsF(heavy)
        middle = Qt.AlignmentFlag.AlignVCenter
        numbers = [f"¶ {one.paragraph}" for one in self._places]
        left = max(map(metrics.horizontalAdvance, numbers), default=0.0) + 12
        for row, one in enumerate(self._places):
            box = QRectF(0, row * _ROW, self.width(), _ROW)
            painter.setFont(plain)
            painter.setPen(colour(self, "muted"))
            painter.drawText(box, middle, numbers[row])
            x = left
            right = box.right() - metrics.horizontalAdvance(one.reading) - 12
            for text, font, measure in zip(
                map(visible, one.context), (plain, heavy, plain), (metrics, bold, metrics),
                strict=True,
            ):  # fmt: skip
                painter.setFont(font)
                painter.setPen(colour(self, "ink"))
                room = max(0.0, right - x)
                shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRectF(x, box.top(), room, _ROW), middle, shown)
                x += measure.horizontalAdvance(shown)
            painter.setFont(plain)
            painter.setPen(colour(self, "muted"))
            painter.drawText(QRectF(x + 12, box.top(), self.width() - x, _ROW), middle, one.reading)
            painter.setPen(colour(self, "line"))
            painter.drawLine(0, ceil(box.bottom()) - 1, self.width(), ceil(box.bottom()) - 1)


class GroupPreview(QWidget):
    """The plan of a decision for many places, and the buttons that carry it out or drop it."""

    alike_wanted = Signal()
    keep_wanted = Signal()
    """The original is to stand at all that are alike."""
    all_wanted = Signal()
    always_wanted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("groupPreview")
        self._plan: Plan | None = None
        self._title = plain_label(self, wrap=True, scale=1.1)
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._question = plain_label(self, wrap=True)
        self._places = OpenPlaces(self)
        self._more = QuietLabel(self)
        self.alike = KeyButton("↵", self, primary=True)
        self.keep = KeyButton("R", self)
        self.everything = KeyButton("", self)
        self.always = KeyButton("", self)
        self.cancel = KeyButton("Esc", self)
        self.alike.clicked.connect(self.alike_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self.everything.clicked.connect(self.all_wanted)
        self.always.clicked.connect(self.always_wanted)
        self.cancel.clicked.connect(self.cancelled)
        buttons = FlowLayout(gap=8)
        for button in (self.alike, self.keep, self.everything, self.always, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for widget in (self._title, self._question, self._places, self._more):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch()

    @property
    def plan(self) -> Plan | None:
        """The plan that is shown."""
        return self._plan

    def show_plan(
        self, plan: Plan, title: str, places: Sequence[OpenPlace], *, can_always: bool
    ) -> None:
        """Show what a plan touches; `places` are the first of those that stay open."""
        self._plan = plan
        self._title.setText(title)
        self._places.set_places(places[:_MOST])
        self.always.setVisible(can_always)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        plan = self._plan
        if plan is None:
            return
        keeps = plan.how is How.KEEP
        number = self.locale().toString
        alike, different, places = len(plan.alike), len(plan.differing), plan.places
        question = self.tr("Keep the original at %Ln place(s)?", "", places) if keeps else ""
        question = question or self.tr("Accept %Ln place(s)?", "", places)
        if different:
            parts = self.tr("{alike} alike; {open} different, left open:")
            parts = parts.format(alike=number(alike), open=number(different))
            question = f"{question}\n{parts}"
        if not places:
            question = self.tr("Nothing like it is left to decide.")
        self._question.setText(question)
        hidden = different - min(different, _MOST)
        self._more.setText(self.tr("and %Ln more", "", hidden) if hidden else "")
        self._more.setVisible(hidden > 0)
        text = self.tr("Keep {count}") if keeps else self.tr("Accept {count}")
        self.alike.setText(text.format(count=number(alike)))
        self.alike.setEnabled(alike > 0)
        self.keep.setText(self.tr("Keep {count}").format(count=number(alike)))
        self.keep.setToolTip(self.tr("Keep the original"))
        self.keep.setVisible(plan.can_keep and not keeps)
        self.everything.setText(self.tr("All {count}").format(count=number(places)))
        self.everything.setVisible(different > 0)
        self.always.setText(self.tr("Always"))
        self.cancel.setText(self.tr("Cancel"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self, "line"), 1))
        painter.setBrush(colour(self, "page"))
        box = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        box.setBottom(min(box.bottom(), self.cancel.geometry().bottom() + 12))
        painter.drawRoundedRect(box, 6, 6)
