"""Notices menus and other popups that open in front of the card."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

_NEWS = (QEvent.Type.Show, QEvent.Type.Hide)


class Popups(QObject):
    """Says when the first popup opens and the last one is closed, while it is asked to watch.

    A popup takes neither the focus nor the activation from the window, so no event of a widget
    tells of it.
    """

    opened = Signal()
    closed = Signal()

    def watch(self, on: bool) -> None:
        """Begin or end; every event of the application passes here meanwhile."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if on:
                app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _NEWS and isinstance(watched, QWidget):
            if watched.windowType() != Qt.WindowType.Popup:
                return False
            if event.type() == QEvent.Type.Show:
                self.opened.emit()
            elif QApplication.activePopupWidget() is None:
                self.closed.emit()
        return False
