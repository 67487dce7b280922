"""A pair of panes on the screen, and what a user does with a mouse."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.ui.panes.panes import DocumentPanes
from tests.ui.panes.mouse import put_aside


@pytest.fixture(autouse=True)
def mouse_aside():
    """Leave no mouse behind over the windows of later tests."""
    yield
    if QApplication.instance() is not None:
        put_aside()
        assert not QApplication.mouseButtons()  # else nothing is hovered over in later tests


@pytest.fixture
def make_panes(qtbot):
    """Make panes that live as long as the test, as those of a window do.

    Held by nobody, they would be taken apart by the collector of garbage while Qt paints them.
    """
    held = []

    def make():
        held.append(DocumentPanes())
        return held[-1]

    yield make
    for widget in held:
        widget.close()
        shiboken6.delete(widget)


@pytest.fixture
def panes(qtbot, make_panes):
    """Panes of 900 x 500 pixels that show nothing yet."""
    widget = make_panes()
    widget.resize(900, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def hover():
    """Move the mouse over a character of a pane."""

    def move(view, offset):
        (box,) = view.pager.boxes(offset, offset + 1)
        at = QPointF(box.center())
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            view.viewport().mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view.viewport(), event)

    return move
