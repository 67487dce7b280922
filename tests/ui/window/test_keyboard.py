import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from reader.ui.window.actions import ActionId
from reader.ui.window.chips import KindChip


def tabs_through(user):
    """Press Tab until the focus is back where it started; return where it was."""
    start = QApplication.focusWidget()
    order = [start]
    while len(order) < 60:
        user.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
        order.append(QApplication.focusWidget())
    return order


def visible(user, kind):
    return {widget for widget in user.window.page.findChildren(kind) if widget.isVisible()}


@pytest.fixture
def reading(user):
    user.window.activateWindow()
    user.opens_text()
    user.qtbot.waitUntil(user.window.page.panes.clean_view.hasFocus)
    return user


def test_tab_reaches_legend_buttons_and_both_panes(reading):
    panes = reading.window.page.panes
    reached = tabs_through(reading)
    assert {panes.clean_view, panes.source_view} <= set(reached)
    assert visible(reading, KindChip) <= set(reached)
    assert visible(reading, QToolButton) <= set(reached)
    assert len(reached) == len(set(reached))


def test_tab_goes_from_left_to_right_also_when_swapped(reading):
    panes = reading.window.page.panes
    reading.triggers(ActionId.SWAP)
    panes.source_view.setFocus()
    reached = tabs_through(reading)
    assert reached[1] is panes.clean_view
    chips = [widget for widget in reached if isinstance(widget, KindChip)]
    assert [chip.x() for chip in chips] == sorted(chip.x() for chip in chips)


def test_the_find_bar_is_among_what_tab_reaches(reading):
    reading.triggers(ActionId.FIND)
    bar = reading.window.page.find_bar
    assert bar.line.hasFocus()
    assert reading.window.page.panes.clean_view in tabs_through(reading)


def test_space_switches_a_chip_that_has_the_focus(reading):
    chip = min(visible(reading, KindChip), key=lambda chip: chip.x())
    chip.setFocus()
    reading.qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.kind not in reading.window.page.legend.shown()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_entries_of_a_menu_answer_to_the_same_letter(user, language):
    user.window.languages.choose(language)
    QGuiApplication.processEvents()
    menus = [menu for menu in user.window.findChildren(QMenu) if menu.actions()]
    bars = [user.window.menu_bar, *menus]
    assert len(bars) > 5
    for menu in bars:
        letters = re.findall(r"&(\w)", "".join(action.text() for action in menu.actions()).lower())
        assert len(letters) == len(set(letters)), [action.text() for action in menu.actions()]
