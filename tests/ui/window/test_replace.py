"""Replacing in the clean text: each replacement is a decision."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.review.history import How
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED


@pytest.fixture
def replacing(user):
    user.opens_text(DAMAGED * 3)
    user.triggers(ActionId.REPLACE)
    return user


def finds(user, query, count):
    bar = user.window.page.find_bar
    bar.line.setText(query)
    user.qtbot.waitUntil(lambda: bar.count.text() == count, timeout=20_000)
    return bar


def test_every_place_is_replaced_by_one_act(replacing):
    bar = finds(replacing, "劳动关系", "1 of 6")
    bar.replacement.setText("雇佣关系")
    bar.replace_all.click()
    assert replacing.document.text == CLEAN.replace("劳动关系", "雇佣关系") * 3
    (act,) = replacing.window.tab.review.review.history.done
    assert act.how is How.TYPED
    replacing.triggers(ActionId.UNDO)
    assert replacing.document.text == CLEAN * 3


def test_enter_replaces_one_place_and_goes_to_the_next(replacing):
    bar = finds(replacing, "强化", "1 of 3")
    bar.replacement.setText("强化强化")
    with replacing.qtbot.waitSignal(bar.hits_changed, timeout=20_000):
        QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    replacing.qtbot.waitUntil(lambda: bar.count.text() == "1 replaced · 3 of 4", timeout=20_000)
    assert replacing.document.text == CLEAN.replace("强化", "强化强化") + CLEAN * 2


def test_what_only_the_original_has_is_not_replaced(replacing):
    bar = finds(replacing, "(dang)", "1 of 3")
    before = replacing.document
    bar.replacement.setText("x")
    bar.replace_all.click()
    assert replacing.document is before


def test_where_nothing_is_found_nothing_can_be_replaced(replacing):
    bar = finds(replacing, "火星", "Not found")
    assert not bar.replace_one.isEnabled()
    assert not bar.replace_all.isEnabled()


def test_finding_alone_shows_no_line_for_replacing(user):
    user.opens_text()
    user.triggers(ActionId.FIND)
    assert not user.window.page.find_bar.replacement.isVisible()


def presses(user, key):
    """Press a key where the focus is."""
    user.qtbot.keyClick(QApplication.focusWidget(), key)


def types(user, text):
    user.qtbot.keyClicks(QApplication.focusWidget(), text)


def test_tab_goes_from_what_is_found_to_what_replaces_it(replacing):
    bar = finds(replacing, "劳动关系", "1 of 6")
    presses(replacing, Qt.Key.Key_Tab)
    types(replacing, "x")
    assert bar.replacement.text() == "x"
    presses(replacing, Qt.Key.Key_Tab)
    assert bar.replace_one.hasFocus()
    presses(replacing, Qt.Key.Key_Tab)
    assert bar.replace_all.hasFocus()


def test_replacing_all_says_how_many_and_keeps_the_focus_in_the_bar(replacing):
    bar = finds(replacing, "劳动关系", "1 of 6")
    presses(replacing, Qt.Key.Key_Tab)
    types(replacing, "xy")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        presses(replacing, key)
    with replacing.qtbot.waitSignal(bar.hits_changed, timeout=20_000):
        assert bar.count.text().startswith("6 replaced")
    assert bar.count.text() == "6 replaced"
    assert bar.isAncestorOf(QApplication.focusWidget())
    presses(replacing, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert replacing.window.page.panes.isAncestorOf(QApplication.focusWidget())
    replacing.reviews()
    presses(replacing, Qt.Key.Key_Z)
    assert replacing.document.text == CLEAN * 3


def test_what_is_looked_for_next_says_nothing_of_what_was_replaced(replacing):
    bar = finds(replacing, "强化", "1 of 3")
    bar.replacement.setText("增强")
    with replacing.qtbot.waitSignal(bar.hits_changed, timeout=20_000):
        QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    replacing.qtbot.waitUntil(lambda: bar.count.text() == "1 replaced · 1 of 2", timeout=20_000)
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 2"
