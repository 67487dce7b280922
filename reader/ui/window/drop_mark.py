"""What is seen while a file or a text is dragged over the window."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from reader.ui.document.mime import MimeContent

_INSET = 10
_TAKEN = (QEvent.Type.DragEnter, QEvent.Type.Drop)


class DropMark(QWidget):
    """A frame over the whole window while something is dragged over it; what is dropped opens."""

    dragged = Signal()
    """What can be opened is dragged over the window."""

    def __init__(self, window: QWidget, open_content: Callable[[MimeContent], object]) -> None:
        super().__init__(window)
        self._open = open_content
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window; a press inside the window drags nothing here."""
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent) and event.type() in _TAKEN:
            from reader.ui.document.mime import read_mime  # not needed to start

            content = read_mime(event.mimeData())
            if content is None:
                self.hide()
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if isinstance(event, QDragEnterEvent):
                self.dragged.emit()
                self.show_over(self.window())
            else:
                self.hide()
                self._open(content)
            return True
        return False

    def show_over(self, window: QWidget) -> None:
        """Cover the window."""
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        veil = palette.color(QPalette.ColorRole.Base)
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        edge = QPen(palette.color(QPalette.ColorRole.Highlight), 2.5, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(frame, 10, 10)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.tr("Drop to open"))
