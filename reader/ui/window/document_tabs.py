"""The open documents of a window, one tab each; a single one has no tab bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from reader.ui.document.opened import Request
    from reader.ui.window.document_tab import DocumentTab

_SIDE = QTabBar.ButtonPosition.RightSide
_CROSS = 16  # pixels


class _TabBar(QTabBar):
    """Tells of a click with the middle button, which closes a tab everywhere."""

    middle_clicked = Signal(int)
    """The number of a tab."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pass on what is not meant for a tab."""
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.middle_clicked.emit(number)
        else:
            super().mouseReleaseEvent(event)


class DocumentTabs(QWidget):
    """Keeps the tabs; the first is made when it is asked for, and the last one stays, empty."""

    current_changed = Signal()
    """Another tab is in front, or one was opened or closed."""

    def __init__(self, make_tab: Callable[[], DocumentTab], parent: QWidget) -> None:
        """`make_tab` makes an empty tab."""
        super().__init__(parent)
        self._make_tab = make_tab
        self.bar = _TabBar(self)
        self.bar.setObjectName("documentTabs")
        self.bar.setDocumentMode(True)
        self.bar.setMovable(True)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stack = QStackedWidget(self)
        self._tabs: list[DocumentTab] = []
        self._close_icon = QIcon()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.bar.hide()
        self._say()
        self.bar.currentChanged.connect(self._on_current)
        self.bar.tabMoved.connect(self._on_moved)
        self.bar.middle_clicked.connect(lambda number: self.close_tab(self._tabs[number]))

    @property
    def front(self) -> DocumentTab | None:
        """The tab in front; None before the first one."""
        return self._tabs[max(0, self.bar.currentIndex())] if self._tabs else None

    @property
    def current(self) -> DocumentTab:
        """The tab in front, the first one made for it; it may be empty."""
        front = self.front
        if front is None:
            with QSignalBlocker(self.bar):  # it is empty: nothing else is shown
                front = self._add()
        return front

    @property
    def tabs(self) -> tuple[DocumentTab, ...]:
        """All tabs from left to right."""
        return tuple(self._tabs)

    def tab_for(self, request: Request) -> DocumentTab:
        """Bring the tab to the front in which a document is to be shown, and return it.

        That is the one that shows the same document, else an empty one, else a new one.
        """
        for tab in self._tabs:
            if tab.request is not None and _names_same(tab.request, request):
                self.show_tab(tab)
                return tab
        if not self.current.is_empty:
            self.show_tab(self._add())
        return self.current

    def show_tab(self, tab: DocumentTab) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(self._tabs.index(tab))

    def step(self, by: int) -> None:
        """Go to the next tab, or to the one before, and around."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % max(1, len(self._tabs)))

    def close_tab(self, tab: DocumentTab) -> bool:
        """Close a document; return whether it is closed, which the user may refuse.

        The last tab stays, empty.
        """
        if not tab.documents.may_let_go():
            return False
        if len(self._tabs) == 1:
            tab.documents.close_document()
            return True
        tab.close_down()
        number = self._tabs.index(tab)
        self._tabs.remove(tab)
        self._stack.removeWidget(tab)
        self.bar.removeTab(number)
        tab.deleteLater()
        self._on_current()
        return True

    def set_title(self, tab: DocumentTab, title: str, tip: str) -> None:
        """Name a tab."""
        number = self._tabs.index(tab)
        self.bar.setTabText(number, title.replace("&", "&&"))
        self.bar.setTabToolTip(number, tip)

    def set_close_icon(self, icon: QIcon) -> None:
        """Give the button that closes a tab its icon in the theme's colour."""
        self._close_icon = icon
        for button in self._buttons():
            button.setIcon(icon)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Name the bar and the close buttons in the language of the moment."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _buttons(self) -> list[QToolButton]:
        found = (self.bar.tabButton(number, _SIDE) for number in range(self.bar.count()))
        return [button for button in found if isinstance(button, QToolButton)]

    def _say(self) -> None:
        self.bar.setAccessibleName(self.tr("Open documents"))
        for button in self._buttons():
            button.setToolTip(self.tr("Close document"))
            button.setAccessibleName(button.toolTip())

    def _add(self) -> DocumentTab:
        tab = self._make_tab()
        self._tabs.append(tab)
        self._stack.addWidget(tab)
        number = self.bar.addTab("")
        button = QToolButton(self.bar)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W closes
        button.setIcon(self._close_icon)
        button.setIconSize(QSize(_CROSS, _CROSS))
        button.clicked.connect(lambda: self.close_tab(tab))
        self.bar.setTabButton(number, _SIDE, button)
        self._say()
        self.bar.setVisible(len(self._tabs) > 1)
        return tab

    def _on_current(self) -> None:
        self.bar.setVisible(len(self._tabs) > 1)
        if (front := self.front) is not None:
            self._stack.setCurrentWidget(front)
        self.current_changed.emit()

    def _on_moved(self, old: int, new: int) -> None:
        self._tabs.insert(new, self._tabs.pop(old))


def _names_same(one: Request, other: Request) -> bool:
    """Tell if two requests are about one document, whatever it is read in."""
    return (one.path, one.address, one.text) == (other.path, other.address, other.text)
