"""Where the mouse goes in a pane."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest


def center(view, offset):
    """Return the middle of a character in a viewport."""
    (box,) = view.pager.boxes(offset, offset + 1)
    return box.center().toPoint()


def drag(view, start, end):
    """Select a span as a mouse does."""
    (first,) = view.pager.boxes(start, start + 1)
    (last,) = view.pager.boxes(end - 1, end)
    low = QPoint(int(first.left()) + 2, int(first.center().y()))
    high = QPoint(int(last.right()) - 2, int(last.center().y()))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=low)
    QTest.mouseMove(view.viewport(), high)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=high)


def rest_on(view, offset):
    """Move the mouse itself over a character: what is shown below it is entered and left."""
    at = view.viewport().mapToGlobal(center(view, offset))
    QCursor.setPos(at - QPoint(2, 0))
    QCursor.setPos(at)


def put_aside():
    """Move the mouse itself where it hovers over nothing."""
    QCursor.setPos(0, 0)
