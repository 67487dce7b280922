"""A window that is too narrow for both panes and all tools."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui.panes.paragraph_editor import ParagraphEditor
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED


@pytest.fixture
def narrow(start):
    user = start((800, 600))
    user.window.activateWindow()
    user.opens_text(DAMAGED * 30)
    return user


def shown(user):
    panes = user.window.page.panes
    return panes.clean_view.isVisible(), panes.source_view.isVisible()


def test_one_pane_has_room_and_o_swaps_it(narrow):
    action = narrow.window.actions_by_id[ActionId.ORIGINAL]
    assert shown(narrow) == (True, False)
    assert not action.isChecked()
    narrow.triggers(ActionId.ORIGINAL)
    assert shown(narrow) == (False, True)
    narrow.triggers(ActionId.ORIGINAL)
    assert shown(narrow) == (True, False)


def test_both_are_there_again_when_the_window_is_wide(narrow, start):
    narrow.triggers(ActionId.ORIGINAL)
    narrow.window.resize(1200, 700)
    assert shown(narrow) == (True, True)
    assert narrow.window.actions_by_id[ActionId.ORIGINAL].isChecked()
    narrow.triggers(ActionId.ORIGINAL)
    assert shown(narrow) == (True, False)
    narrow.window.resize(800, 600)
    assert shown(narrow) == (True, False)
    narrow.window.resize(1200, 700)
    assert shown(narrow) == (True, False), "the original was folded away there"


def test_a_second_document_is_shown_as_the_first_one(narrow):
    narrow.triggers(ActionId.ORIGINAL)
    narrow.opens_text(CLEAN)
    assert shown(narrow) == (False, True)


def test_repairs_are_reached_and_decided_on_the_original_too(narrow):
    narrow.triggers(ActionId.REVIEW)
    narrow.triggers(ActionId.ORIGINAL)
    panes = narrow.window.page.panes
    last = panes.document.repairs[len(panes.document.repairs) - 1]
    panes.go_to_repair(last)
    low, high = panes.source_view.pager.visible_span()
    assert low <= last.source_start < high
    QTest.keyClick(panes.source_view, Qt.Key.Key_R)
    assert narrow.document.text != CLEAN * 30
    assert panes.source_view.hasFocus()


def test_typing_brings_the_clean_text_back(narrow):
    narrow.triggers(ActionId.REVIEW)
    narrow.triggers(ActionId.ORIGINAL)
    QTest.keyClick(narrow.window.page.panes.source_view, Qt.Key.Key_E)
    assert shown(narrow) == (True, False)
    assert narrow.window.page.panes.findChild(ParagraphEditor).isVisible()
    assert not narrow.window.actions_by_id[ActionId.ORIGINAL].isChecked()


def test_tools_without_room_are_behind_one_button(narrow):
    tools = narrow.window.tools
    assert tools.more.isVisible()
    assert not tools.marking.isVisible()
    (find,) = [one for one in tools.more.menu().actions() if one.iconText().startswith("Find")]
    find.trigger()
    assert narrow.window.page.find_bar.isVisible()
    narrow.window.resize(1000, 700)
    assert not tools.more.isVisible()
    assert tools.marking.isVisible()


@pytest.mark.parametrize(("language", "file"), [("en", "File"), ("zh_CN", "文件")])
@pytest.mark.parametrize("width", [1200, 1000, 900, 800])
def test_menus_stay_whole_beside_the_tools(narrow, language, file, width):
    """Chinese menus are wider, and so is the tool that says that 1,234 places wait."""
    bar, tools = narrow.window.menu_bar, narrow.window.tools
    narrow.window.languages.choose(language)
    narrow.qtbot.waitUntil(lambda: file in bar.actions()[0].text().replace("&", ""))
    tools.review.set_count(1234)
    narrow.window.resize(width, 700)

    def are_whole():
        edges = [bar.actionGeometry(action).right() for action in bar.actions()]
        assert edges == sorted(edges), "a menu without room is at 0"
        assert 0 < edges[-1] <= tools.x()
        assert bar.width() + tools.width() == width

    narrow.qtbot.waitUntil(are_whole)
