"""Messages: what informs leaves by itself, errors stay, Enter presses the button with the focus."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.messages import Message, Tone
from reader.ui.window.chips import KindChip
from reader.ui.window.message_bar import MessageBar

SHORT = 30  # milliseconds


@pytest.fixture
def room(qtbot):
    """A window with a field that has the focus, and room for the bar above it."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def bar(room, qtbot):
    made = MessageBar(room, least=SHORT)
    room.layout().insertWidget(0, made)
    line = room.findChild(QLineEdit)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return made


def waits(qtbot):
    qtbot.wait(SHORT * 10)


def enters(bar):
    here = QPointF(5, 5)
    QApplication.sendEvent(bar, QEnterEvent(here, here, here))


def test_what_informs_leaves_by_itself(bar, qtbot):
    bar.show_message(Message("abc"))
    assert bar.text() == "abc"
    qtbot.waitUntil(lambda: bar.text() == "", timeout=2000)


@pytest.mark.parametrize(
    "message",
    [Message("abc", tone=Tone.ERROR), Message("abc", button="Show", do=int)],
    ids=["an error", "an offer"],
)
def test_errors_and_offers_stay(bar, qtbot, message):
    bar.show_message(message)
    waits(qtbot)
    assert bar.text() == "abc"


def test_an_error_is_not_taken_along_by_the_message_before_it(bar, qtbot):
    bar.show_message(Message("abc"))
    bar.show_message(Message("bad", tone=Tone.ERROR))
    waits(qtbot)
    assert bar.text() == "bad"


def test_it_stays_while_the_pointer_is_on_it(bar, qtbot):
    bar.show_message(Message("a"))
    enters(bar)
    waits(qtbot)
    assert bar.text() == "a"
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: bar.text() == "", timeout=2000)


def test_it_stays_while_the_keyboard_is_in_it(bar, qtbot):
    bar.show_message(Message("a"))
    bar.findChild(QToolButton).setFocus()
    qtbot.waitUntil(bar.findChild(QToolButton).hasFocus)
    waits(qtbot)
    assert bar.text() == "a"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_of_a_message(user, key):
    pressed = []
    user.window.activateWindow()
    user.opens_text()
    user.window.message.show_message(
        Message("abc", tone=Tone.ERROR, button="Try again", do=lambda: pressed.append(1))
    )
    user.window.message.button.setFocus()
    user.qtbot.waitUntil(user.window.message.button.hasFocus)
    user.qtbot.keyClick(user.window.message.button, key)
    assert pressed == [1]
    assert user.message == ""


def test_enter_presses_any_button_that_has_the_focus(user):
    user.window.activateWindow()
    user.opens_text()
    chip = next(one for one in user.window.findChildren(KindChip) if one.isVisible())
    chip.setFocus()
    user.qtbot.waitUntil(chip.hasFocus)
    user.qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert chip.kind not in user.window.page.legend.shown()


def test_enter_presses_a_button_of_the_start_page(user):
    user.window.activateWindow()
    button = user.window.start_page.ways.sample
    button.setFocus()
    user.qtbot.waitUntil(button.hasFocus)
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert user.document is not None
