"""Keyboard shortcuts: listed in groups, searched, changed by pressing others, remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reader.ui import settings
from reader.ui.settings import Settings
from reader.ui.window.actions import ActionId, specs
from reader.ui.window.shortcuts import is_usable
from reader.ui.window.shortcuts_dialog import KeyField
from reader.ui.wording import plain

CTRL, ALT, NO = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


def opens(user):
    user.triggers(ActionId.SHORTCUTS)
    return user.window.findChild(QDialog, "shortcuts")


def row(dialog, name):
    return next(item for item in dialog.items() if item.text(0) == name)


def presses(dialog, name, key, held=NO):
    """Click the keys of an action and press others."""
    item = row(dialog, name)
    dialog.tree.scrollToItem(item)
    box = dialog.tree.visualItemRect(item)
    spot = box.topRight()
    spot.setX(dialog.tree.columnViewportPosition(1) + 20)
    spot.setY(box.center().y())
    QTest.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, NO, spot)
    field = dialog.tree.findChild(KeyField)
    assert field is not None
    QTest.keyClick(field, key, held)
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete


def keys_of(user, action_id):
    return [one.toString() for one in user.window.actions_by_id[action_id].shortcuts()]


def test_every_action_is_listed_with_its_keys_under_its_menu(user):
    dialog = opens(user)
    for spec in specs().values():
        item = row(dialog, plain(spec.text))
        assert item.text(1) == ", ".join(spec.shortcuts)
    assert row(dialog, "Zoom in").parent().text(0) == "View"
    groups = {item.parent().text(0) for item in dialog.items()}
    assert {"Review", "Reading", "Comparison"} <= groups


def test_other_keys_are_pressed_and_hold_at_once_and_at_the_next_start(start):
    first = start()
    dialog = opens(first)
    presses(dialog, "Zoom in", Qt.Key.Key_J, CTRL)
    assert row(dialog, "Zoom in").text(1) == "Ctrl+J"
    assert keys_of(first, ActionId.ZOOM_IN) == ["Ctrl+J"]
    dialog.reject()
    first.window.close()
    second = start()
    second.window.activateWindow()
    second.opens_text()
    second.qtbot.waitUntil(second.window.page.panes.clean_view.hasFocus)
    second.qtbot.keyClick(second.window.page.panes.clean_view, Qt.Key.Key_J, CTRL)
    assert second.window.page.panes.zoom() > 1


def test_keys_of_another_action_are_named_and_taken_only_on_request(user):
    dialog = opens(user)
    presses(dialog, "Zoom in", Qt.Key.Key_S, CTRL)
    assert dialog.says.text() == "Ctrl+S is already used for “Save clean text”."
    assert keys_of(user, ActionId.SAVE) == ["Ctrl+S"]
    assert "Ctrl+S" not in keys_of(user, ActionId.ZOOM_IN)
    dialog.replace.click()
    assert keys_of(user, ActionId.SAVE) == []
    assert keys_of(user, ActionId.ZOOM_IN) == ["Ctrl+S"]


def test_one_or_all_are_reset(user):
    dialog = opens(user)
    presses(dialog, "Zoom in", Qt.Key.Key_J, CTRL)
    presses(dialog, "Zoom out", Qt.Key.Key_U, CTRL)
    dialog.tree.setCurrentItem(row(dialog, "Zoom in"))
    dialog.reset.click()
    assert keys_of(user, ActionId.ZOOM_IN) == ["Ctrl++", "Ctrl+="]
    assert keys_of(user, ActionId.ZOOM_OUT) == ["Ctrl+U"]
    dialog.reset_all.click()
    assert keys_of(user, ActionId.ZOOM_OUT) == ["Ctrl+-"]
    assert not dialog.reset_all.isEnabled()


def test_backspace_removes_and_esc_leaves_all_as_it_is(user):
    dialog = opens(user)
    presses(dialog, "Save clean text", Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert keys_of(user, ActionId.SAVE) == ["Ctrl+S"]
    presses(dialog, "Save clean text", Qt.Key.Key_Backspace)
    assert keys_of(user, ActionId.SAVE) == []


def test_a_letter_alone_is_for_typing(user):
    dialog = opens(user)
    presses(dialog, "Save clean text", Qt.Key.Key_S)
    assert "letters alone" in dialog.says.text()
    assert keys_of(user, ActionId.SAVE) == ["Ctrl+S"]


@pytest.mark.parametrize(
    ("keys", "usable"),
    [
        ("Ctrl+J", True), ("Ctrl+Shift+,", True), ("F5", True), ("Shift+F12", True),
        ("Alt+Left", True), ("J", False), ("Shift+J", False), ("Ctrl+K, Ctrl+S", False),
        ("Return", False), ("", False),
    ],
)  # fmt: skip
def test_keys_need_one_that_is_held_or_a_function_key(keys, usable):
    assert is_usable(QKeySequence(keys)) is usable


@pytest.mark.parametrize(("query", "name"), [("zoom i", "Zoom in"), ("ctrl+w", "Close document")])
def test_names_and_keys_are_searched(user, query, name):
    dialog = opens(user)
    dialog.search.setText(query)
    shown = [item.text(0) for item in dialog.items() if not item.isHidden()]
    assert name in shown
    assert len(shown) < 6
    assert [
        item for item in dialog.items() if item.parent().isHidden() and not item.isHidden()
    ] == []


def test_what_is_stored_and_makes_no_sense_counts_as_not_stored(start, tmp_path):
    store = Settings(tmp_path / "settings" / "jingdu.ini")
    written = {"SAVE": "Ctrl+F12", "NONE": "Ctrl+J", "OPEN": "O", "QUIT": "nonsense"}
    store.set(settings.SHORTCUTS, written)
    store.save()
    user = start()
    assert keys_of(user, ActionId.SAVE) == ["Ctrl+F12"]
    assert keys_of(user, ActionId.OPEN) == ["Ctrl+O"]
    assert keys_of(user, ActionId.QUIT) == ["Ctrl+Q"]


def test_paste_keeps_the_chosen_keys_on_the_start_page(user):
    dialog = opens(user)
    presses(dialog, "Paste text", Qt.Key.Key_B, ALT)
    assert keys_of(user, ActionId.PASTE) == ["Alt+B", "Ctrl+V"]


def test_an_export_can_have_keys_and_they_hold_at_the_next_start(start, damaged):
    first = start()
    dialog = opens(first)
    dialog.search.setText("report")
    assert "Export: Repair report" in [
        item.text(0) for item in dialog.items() if not item.isHidden()
    ]
    presses(dialog, "Export: Repair report", Qt.Key.Key_J, CTRL)
    dialog.reject()
    first.window.close()
    second = start()
    second.window.activateWindow()
    second.opens(damaged)
    second.qtbot.waitUntil(second.window.page.panes.clean_view.hasFocus)
    second.qtbot.keyClick(second.window.page.panes.clean_view, Qt.Key.Key_J, CTRL)
    assert second.answers.suggested.name == "报告_report.html"


def test_keys_of_an_export_are_named_when_another_wants_them(user):
    dialog = opens(user)
    presses(dialog, "Export: Repair report", Qt.Key.Key_J, CTRL)
    presses(dialog, "Zoom in", Qt.Key.Key_J, CTRL)
    assert dialog.says.text() == "Ctrl+J is already used for “Export: Repair report”."
    dialog.replace.click()
    assert row(dialog, "Export: Repair report").text(1) == ""
    assert keys_of(user, ActionId.ZOOM_IN) == ["Ctrl+J"]


def test_exports_are_listed_in_the_language_of_the_moment(user):
    user.window.languages.choose("zh_CN")
    QApplication.processEvents()
    dialog = opens(user)
    assert row(dialog, "导出：修复报告") is not None


def test_a_search_without_a_match_says_so(user):
    dialog = opens(user)
    dialog.search.setText("火星")
    assert dialog.nothing.isVisible()
    assert dialog.nothing.text() == "No shortcut matches."
    assert not dialog.tree.isVisible()
    dialog.search.clear()
    assert not dialog.nothing.isVisible()
    assert dialog.tree.isVisible()


def test_esc_gives_up_keys_that_are_taken_and_only_the_next_closes(user):
    dialog = opens(user)
    presses(dialog, "Zoom in", Qt.Key.Key_S, CTRL)
    user.qtbot.waitUntil(dialog.replace.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.says.text() == ""
    assert not dialog.replace.isVisible()
    assert keys_of(user, ActionId.SAVE) == ["Ctrl+S"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
