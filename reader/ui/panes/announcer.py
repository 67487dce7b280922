"""Says to a screen reader what one sees change beside the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class Announcer(QObject):
    """Speaks for one widget, which must outlive it."""

    announced = Signal(str)
    """This was said, whether or not anybody listens."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._owner = owner

    def say(self, text: str) -> None:
        """Have a text read aloud, after what is being read."""
        if not text:
            return
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._owner, text))
        self.announced.emit(text)
