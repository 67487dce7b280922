"""The panels beside or below the page, as tabs: Review, Word, List; they never cover the page."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.study.word_panel import WordPanel
from reader.ui.window.panels import Panel

if TYPE_CHECKING:
    from reader.ui.review.panel.panel import ReviewPanel
    from reader.ui.study.list_panel import ListPanel

_BESIDE_FROM = 1280  # pixels of the window from which a panel stands beside the page
_WIDTHS = (340, 560)
_LOW, _STRIP = 330, 240
_STRIP_BELOW = 1000


class SidePanel(QFrame):
    """One panel in front, the others behind it as tabs."""

    front_changed = Signal()
    """Another panel is in front, or none: it was closed or opened."""
    page_wanted = Signal()
    """Back to the page."""
    review_made = Signal(object)
    """ReviewPanel: it is there from now on."""
    list_needed = Signal()
    """The list of words is in front for the first time: `set_list` is to be called."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._review: ReviewPanel | None = None
        self.closed: Panel | None = None
        """The panel that was in front when it was closed last."""
        self.word = WordPanel(self)
        self._widgets: dict[Panel, QWidget] = {
            Panel.REVIEW: QWidget(self),
            Panel.WORD: self.word,
            Panel.LIST: QWidget(self),
            Panel.COMPARE: QWidget(self),
        }
        self.list: ListPanel | None = None
        """The list of words, None before it was needed."""
        self._behind: Panel | None = None  # in front when the comparison came
        self.bar = QTabBar(self)
        self.bar.setObjectName("panelTabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close = QToolButton(self)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(lambda: self.open_panel(None))
        self._stack = QStackedWidget(self)
        for widget in self._widgets.values():
            self.bar.addTab("")
            self._stack.addWidget(widget)
        self.bar.setTabVisible(tuple(Panel).index(Panel.COMPARE), False)
        self.bar.currentChanged.connect(self._on_tab)
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 8, 0)
        head.addWidget(self.bar)
        head.addStretch(1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.hide()
        self._say()

    @property
    def review(self) -> ReviewPanel:
        """The review panel, made when it is first needed: it brings numpy along."""
        if self._review is None:
            from reader.ui.review.panel.panel import ReviewPanel  # not needed to start

            self._review = ReviewPanel(self)
            self._put_in(Panel.REVIEW, self._review)
            self.review_made.emit(self._review)
        return self._review

    def set_list(self, panel: ListPanel) -> None:
        """Put in the list of words."""
        self.list = panel
        self._put_in(Panel.LIST, panel)

    def show_comparison(self, widget: QWidget) -> None:
        """Show a comparison, which gets a tab of its own."""
        self._put_in(Panel.COMPARE, widget)
        if self.front is not Panel.COMPARE:
            self._behind = self.front
        self.bar.setTabVisible(tuple(Panel).index(Panel.COMPARE), True)
        self.open_panel(Panel.COMPARE)

    def close_comparison(self) -> None:
        """Take the tab of the comparison away; what was in front before it comes back."""
        if self.front is Panel.COMPARE:
            self.open_panel(self._behind)
        self.bar.setTabVisible(tuple(Panel).index(Panel.COMPARE), False)

    def _put_in(self, panel: Panel, widget: QWidget) -> None:
        """Put a widget where an empty one held its place."""
        empty = self._widgets[panel]
        if empty is widget:
            return
        self._stack.insertWidget(self._stack.indexOf(empty), widget)
        self._stack.removeWidget(empty)
        empty.deleteLater()
        self._widgets[panel] = widget
        self._stack.setCurrentIndex(self.bar.currentIndex())

    @property
    def has_review(self) -> bool:
        """Whether the review panel was needed already."""
        return self._review is not None

    @property
    def front(self) -> Panel | None:
        """The panel in front, None while none is open."""
        return None if self.isHidden() else tuple(Panel)[self.bar.currentIndex()]

    @property
    def is_for_reading(self) -> bool:
        """Whether single keys are those of whoever reads to learn; closing the panel keeps them."""
        return (self.front or self.closed) in (Panel.WORD, Panel.LIST)

    def open_panel(self, panel: Panel | None) -> None:
        """Bring a panel to the front; None closes them all."""
        before = self.front
        if panel is None and before is not None:
            self.closed = before
        self.setVisible(panel is not None)
        if panel is not None:
            self.bar.setCurrentIndex(tuple(Panel).index(panel))
        if self.front is not before:
            self.front_changed.emit()

    def toggle(self, panel: Panel) -> None:
        """Open a panel, or close it if it is in front."""
        self.open_panel(None if self.front is panel else panel)

    def focus(self) -> None:
        """Let the panel in front have the keys."""
        widget = self._widgets[tuple(Panel)[self.bar.currentIndex()]]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keys(self) -> bool:
        """Return whether something in here has the focus."""
        widget = self.window().focusWidget()
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def set_close_icon(self, icon: QIcon) -> None:
        """Give the close button its icon in the theme's colour."""
        self._close.setIcon(icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.page_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _on_tab(self, number: int) -> None:
        if tuple(Panel)[number] is Panel.LIST and self.list is None:
            self.list_needed.emit()
        self._stack.setCurrentIndex(number)
        self.front_changed.emit()

    def _say(self) -> None:
        names = {
            Panel.REVIEW: self.tr("Review"),
            Panel.WORD: self.tr("Word"),
            Panel.LIST: self.tr("List"),
            Panel.COMPARE: self.tr("Compare"),
        }
        for number, panel in enumerate(Panel):
            self.bar.setTabText(number, names[panel])
        self.bar.setAccessibleName(self.tr("Panels"))
        self.setAccessibleName(self.tr("Panel"))
        self._close.setToolTip(self.tr("Close the panel"))
        self._close.setAccessibleName(self._close.toolTip())


class PanelSplitter(QSplitter):
    """The page and a panel: beside it where the window is wide, else below it."""

    def __init__(self, page: QWidget, side: SidePanel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("panelSplitter")
        self._side = side
        self._width = 380
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(page)
        self.addWidget(side)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._on_moved)
        side.front_changed.connect(self._arrange)

    def set_width(self, width: int) -> None:
        """Give the panel this width (pixels) where it stands beside the page."""
        self._width = min(_WIDTHS[1], max(_WIDTHS[0], width))
        self._arrange()

    @property
    def panel_width(self) -> int:
        """How wide the panel is beside the page (pixels)."""
        return self._width

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= _BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
        if self._side.isHidden():
            return
        if beside:
            self._side.setMinimumSize(_WIDTHS[0], 200)
            self._side.setMaximumSize(_WIDTHS[1], 16_777_215)
            self.setSizes([self.width() - self._width, self._width])
        else:
            low = _STRIP if self.width() < _STRIP_BELOW or self.height() < 2 * _LOW else _LOW
            self._side.setMinimumSize(200, min(low, self.height() // 2))
            self._side.setMaximumSize(16_777_215, 16_777_215)
            self.setSizes([self.height() - low, low])

    def _on_moved(self) -> None:
        if self.orientation() == Qt.Orientation.Horizontal:
            self._width = self.sizes()[1]
