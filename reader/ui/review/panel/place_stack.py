"""The upper part of the panel: the current place, a plan for many, or how far everything is."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reader.review.group_decisions import Plan
from reader.review.repair_table import Progress
from reader.ui.parts.notice import Notice
from reader.ui.review.panel.current_place import CurrentPlace, Place
from reader.ui.review.panel.group_preview import GroupPreview, OpenPlace
from reader.ui.wording import sentences

_NOTHING = Progress(0, 0, 0, 0, 0, 1.0)


class _FittingArea(QScrollArea):
    """Takes no more height than its content has, so that what follows stands right below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return super().sizeHint()
        return QSize(240, layout.totalHeightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)


class PlaceStack(QStackedWidget):
    """Shows one of the three; each scrolls where it has too little room."""

    first_wanted = Signal()
    """The first place that is left to decide."""
    save_wanted = Signal()
    export_wanted = Signal()
    all_wanted = Signal()
    """Repairs that need no decision."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = CurrentPlace(self)
        self.preview = GroupPreview(self)
        self.notice = Notice("", self, primary=True, framed=True)
        self.notice.first_wanted.connect(self._on_first)
        self.notice.second_wanted.connect(self.export_wanted)
        self._progress, self._repairs, self._left_lost = _NOTHING, 0, 0
        for widget in (self.place, self.preview, self.notice):
            area = _FittingArea(self) if widget is self.place else QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(widget)
            # The grounds of panels, not of pages.
            area.viewport().setAutoFillBackground(False)
            widget.setAutoFillBackground(False)
            self.addWidget(self._add_buttons(area) if widget is self.place else area)

    def _add_buttons(self, area: QScrollArea) -> QWidget:
        """Return a widget in which the buttons stand below a place, whatever its height."""
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area)
        column.addWidget(self.place.button_row)
        column.addStretch(1)
        return whole

    @property
    def shown(self) -> QWidget:
        """The place, the plan or the progress, whichever is shown."""
        return (self.place, self.preview, self.notice)[self.currentIndex()]

    @property
    def is_previewing(self) -> bool:
        """Whether a plan is shown that waits for an answer."""
        return self.currentIndex() == 1

    def show_place(self, place: Place, *, may_decide: bool) -> None:
        """Show a place."""
        self.place.show_place(place)
        self.place.set_may_decide(may_decide)
        self.setCurrentIndex(0)

    def show_plan(
        self, plan: Plan, title: str, places: Sequence[OpenPlace], *, can_always: bool
    ) -> None:
        """Show what a decision on many places would touch."""
        self.preview.show_plan(plan, title, places, can_always=can_always)
        self.setCurrentIndex(1)

    def show_progress(self, progress: Progress, repairs: int, left_lost: int) -> None:
        """Say how far a document with so many repairs is decided on.

        `left_lost` of the places decided on are lost and were left as they are.
        """
        self._progress, self._repairs, self._left_lost = progress, repairs, left_lost
        self._say()
        self.setCurrentIndex(2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        progress = self._progress
        number = self.locale().toString
        if progress.left:
            text = self.tr("%Ln place(s) are left to decide.", "", progress.left)
            self.notice.say("", text, self.tr("Go to the first one"))
        elif progress.total:
            text = self.tr("{decided} of {total} decided.")
            text = text.format(decided=number(progress.decided), total=number(progress.total))
            if self._left_lost:
                lost = self.tr("%Ln place(s) are lost and left as they are.", "", self._left_lost)
                text = sentences(text, lost)
            export = self.tr("Export with tracked changes")
            self.notice.say(self.tr("Done"), text, self.tr("Save clean text"), export)
        elif self._repairs:
            text = self.tr("All %Ln repair(s) here are certain.", "", self._repairs)
            show = self.tr("Show all repairs")
            self.notice.say(self.tr("Nothing to decide"), text, show)
        else:
            text = self.tr("This text has no repairs.")
            self.notice.say(self.tr("Nothing to decide"), text, "")

    def _on_first(self) -> None:
        if self._progress.left:
            self.first_wanted.emit()
        elif self._progress.total:
            self.save_wanted.emit()
        else:
            self.all_wanted.emit()
