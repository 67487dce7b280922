"""The command palette: opened, searched and used by keys."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reader.ui.window.actions import ActionId


@pytest.fixture
def reading(user):
    user.window.activateWindow()
    user.opens_text()
    user.qtbot.waitUntil(user.window.page.panes.clean_view.hasFocus)
    return user


def opens(user):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    user.qtbot.keyClick(QApplication.focusWidget() or user.window, Qt.Key.Key_P, keys)
    assert palette(user).isVisible()
    user.qtbot.waitUntil(palette(user).line.hasFocus)


def palette(user):
    return user.window.palette_bar


def names(user):
    model = palette(user).model
    return [model.index(row).data() for row in range(model.rowCount())]


def types(user, text):
    palette(user).line.clear()
    if text.isascii():
        user.qtbot.keyClicks(palette(user).line, text)
    else:
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(palette(user).line, typed)


def press(user, key):
    user.qtbot.keyClick(palette(user).line, key)


def test_all_actions_are_listed_and_the_palette_itself_is_not(reading):
    opens(reading)
    shown = names(reading)
    assert {"Open", "Save clean text", "Zoom in", "Theme: Dark", "About Jingdu"} <= set(shown)
    assert not any("Find an action" in name for name in shown)
    assert len(shown) == len(set(shown)) > len(ActionId)


def test_enter_runs_what_was_found_and_the_focus_goes_back(reading):
    opens(reading)
    types(reading, "zin")
    assert names(reading)[0] == "Zoom in"
    press(reading, Qt.Key.Key_Return)
    assert reading.window.page.panes.zoom() > 1
    assert not palette(reading).isVisible()
    reading.qtbot.waitUntil(reading.window.page.panes.clean_view.hasFocus)


def test_esc_closes_and_gives_the_focus_back(reading):
    reading.window.page.panes.source_view.setFocus()
    opens(reading)
    press(reading, Qt.Key.Key_Escape)
    assert not palette(reading).isVisible()
    reading.qtbot.waitUntil(reading.window.page.panes.source_view.hasFocus)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("query", ["bc", "baocun", "保存", "save", "sct"])
def test_an_action_is_found_in_both_languages_and_by_pinyin(reading, language, query):
    reading.window.languages.choose(language)
    opens(reading)
    types(reading, query)
    save = reading.window.actions_by_id[ActionId.SAVE]
    model = palette(reading).model

    def is_found():
        found = [model.command(model.index(row)).action for row in range(min(4, model.rowCount()))]
        return save in found

    reading.qtbot.waitUntil(is_found)


def test_what_was_used_last_comes_first(start):
    first = start()
    first.window.activateWindow()
    first.opens_text()
    for query in ("zoom out", "zoom in"):
        opens(first)
        types(first, query)
        press(first, Qt.Key.Key_Return)
    opens(first)
    assert names(first)[:2] == ["Zoom in", "Zoom out"]
    types(first, "zoom o")
    assert names(first)[0] == "Zoom out"
    first.window.close()
    second = start()
    second.window.activateWindow()
    second.opens_text()
    opens(second)
    assert names(second)[:2] == ["Zoom in", "Zoom out"]


def test_an_action_that_cannot_be_called_says_why_and_stays(user):
    user.window.activateWindow()
    opens(user)
    types(user, "zoom in")
    model = palette(user).model
    assert "No document is open." in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    press(user, Qt.Key.Key_Return)
    assert palette(user).isVisible()


def test_arrows_go_through_the_list_and_around(reading):
    opens(reading)
    types(reading, "zoom")
    press(reading, Qt.Key.Key_Up)
    assert palette(reading).list.currentIndex().row() == len(names(reading)) - 1
    press(reading, Qt.Key.Key_Down)
    assert palette(reading).list.currentIndex().row() == 0


def test_what_is_not_found_is_said(reading):
    opens(reading)
    types(reading, "qqqq")
    assert names(reading) == []
    assert palette(reading).nothing.isVisible()
    press(reading, Qt.Key.Key_Return)
    assert palette(reading).isVisible()


def test_a_choice_of_a_menu_is_made(reading):
    opens(reading)
    types(reading, "dark")
    assert names(reading)[0] == "Theme: Dark"
    press(reading, Qt.Key.Key_Return)
    assert reading.window.theme.is_dark
    reading.window.theme.choose(type(reading.window.theme.choice)("light"))


def test_a_click_elsewhere_closes_it_and_keeps_the_focus_there(reading):
    opens(reading)
    reading.window.page.panes.source_view.setFocus()
    assert not palette(reading).isVisible()
    assert reading.window.page.panes.source_view.hasFocus()


def test_it_stays_at_the_top_centre_when_the_window_changes(reading):
    opens(reading)
    for width in (1300, 420):
        reading.window.resize(width, 700)
        box = palette(reading).geometry()
        assert abs(box.center().x() - reading.window.width() // 2) <= 1
        assert box.left() >= 0
        assert box.top() < 60


def test_it_opens_at_once(reading):
    began = perf_counter()
    reading.triggers(ActionId.PALETTE)
    QApplication.processEvents()
    assert perf_counter() - began < 0.2  # 0.02 on an idle machine


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_actions_have_one_name(reading, language):
    reading.window.languages.choose(language)
    opens(reading)
    shown = names(reading)
    assert sorted(shown) == sorted(set(shown))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("query", ["repair report", "修复报告", "xfbg", "xiufubaogao"])
def test_an_export_is_found_in_both_languages_and_by_pinyin(reading, language, query):
    reading.window.languages.choose(language)
    opens(reading)
    types(reading, query)
    wanted = {"en": "Export: Repair report", "zh_CN": "导出：修复报告"}[language]
    reading.qtbot.waitUntil(lambda: wanted in names(reading)[:3])


def test_every_action_is_found_by_each_of_its_names_in_either_language(reading):
    def spoken():
        opens(reading)
        model = palette(reading).model
        found = [model.command(model.index(row)) for row in range(model.rowCount())]
        press(reading, Qt.Key.Key_Escape)
        return {one.id: set(one.names) for one in found}

    english = spoken()
    reading.window.languages.choose("zh_CN")
    assert spoken() == english
    assert all(len(one) == 2 for id_, one in english.items() if not id_.startswith("LANGUAGE/"))
