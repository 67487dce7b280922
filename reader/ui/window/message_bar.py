"""Messages inside the window: what happened, what to do, sometimes a button that does it.

What only informs leaves by itself, once there was time to read it; errors and what offers a button
stay until they are closed.
"""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from reader.ui.messages import Message, Tone

_LEAST = 4_000  # milliseconds that a message stays
_EACH = 60  # milliseconds more for each character: 1,000 characters a minute


class MessageBar(QFrame):
    """Shows one message above the text; nothing is blocked meanwhile."""

    closed = Signal()
    """The message was closed, or had its time."""

    def __init__(self, parent: QWidget | None = None, *, least: int = _LEAST) -> None:
        """Make the bar; a message stays for `least` milliseconds and more if it is long."""
        super().__init__(parent)
        self._least = least
        self._is_held = False  # by the pointer, from leaving
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self._on_time)
        self.setObjectName("message")
        self._label = QLabel(self)
        # A file's name may look like markup.
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        # A click leaves the focus in the text, where the keys decide.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close = QToolButton(self)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._leave)
        self._do: Callable[[], object] | None = None
        self.button.clicked.connect(self._on_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._say()
        self.hide()

    def set_close_icon(self, icon: QIcon) -> None:
        """Give the close button its icon in the theme's colour."""
        self._close.setIcon(icon)

    def text(self) -> str:
        """Return what is said, empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_message(self, message: Message | None) -> None:
        """Show a message in place of the one before; None shows none."""
        self._leaving.stop()
        self._is_held = False
        if message is None:
            self.hide()
            return
        text = f"{message.what}\n{message.advice}" if message.advice else message.what
        self._label.setText(text)
        self.button.setText(message.button)
        self.button.setVisible(bool(message.button))
        self._do = message.do
        self.setProperty("tone", message.tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()
        if message.tone is Tone.INFO and not message.button:
            self._is_held = self.underMouse()
            if not self._is_held:
                self._leaving.start(self._least + _EACH * len(text))
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # no start has a message

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay as long as the pointer is here: it is being read, or copied."""
        super().enterEvent(event)
        self._is_held = self._leaving.isActive()
        self._leaving.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._is_held:
            self._is_held = False
            self._leaving.start(self._least)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))

    def _on_time(self) -> None:
        """Leave, unless the keyboard is here or the window is out of sight."""
        focus = QApplication.focusWidget()
        if (focus is not None and self.isAncestorOf(focus)) or self.window().isMinimized():
            self._leaving.start(self._least)
        else:
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _on_button(self) -> None:
        self._leave()
        if self._do is not None:
            self._do()
