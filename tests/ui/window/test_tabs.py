"""Several documents in one window, and what is there again at the next start."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui.panes.marking import Marking
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from reader.ui.window.use_choice import Use
from tests.ui.conftest import CLEAN, DAMAGED


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / name for name in ("一.txt", "二.txt", "三.txt")]
    for number, path in enumerate(paths, 1):
        path.write_text(DAMAGED * number, "utf-8")
    return paths


def names(user):
    bar = user.window.tabs.bar
    return [bar.tabText(number) for number in range(bar.count())]


def test_one_document_has_no_tab_bar_and_several_have_one(user, files):
    user.opens(files[0])
    assert not user.window.tabs.bar.isVisible()
    user.opens(files[1])
    assert user.window.tabs.bar.isVisible()
    assert names(user) == ["一.txt", "二.txt"]
    assert user.document.text == CLEAN * 2


def test_a_file_that_is_open_comes_to_the_front(user, files):
    for path in (*files, files[0]):
        user.opens(path)
    assert names(user) == ["一.txt", "二.txt", "三.txt"]
    assert user.document.text == CLEAN
    assert user.window.windowTitle().startswith("一.txt")


def test_keys_go_from_one_document_to_the_next_and_around(user, files):
    for path in files:
        user.opens(path)
    user.triggers(ActionId.NEXT_TAB)
    assert user.document.text == CLEAN
    user.triggers(ActionId.PREVIOUS_TAB)
    assert user.document.text == CLEAN * 3


def test_each_document_has_decisions_of_its_own(user, files):
    user.opens(files[0])
    user.triggers(ActionId.NEXT_REPAIR)
    user.triggers(ActionId.REJECT)
    user.opens(files[1])
    assert user.document.text == CLEAN * 2
    assert not user.window.actions_by_id[ActionId.UNDO].isEnabled()
    user.triggers(ActionId.PREVIOUS_TAB)
    assert user.document.text != CLEAN
    user.triggers(ActionId.UNDO)
    assert user.document.text == CLEAN


def test_closing_the_last_one_leads_to_the_start_page(user, files):
    for path in files[:2]:
        user.opens(path)
    user.triggers(ActionId.CLOSE)
    assert names(user) == ["一.txt"]
    assert not user.window.tabs.bar.isVisible()
    user.triggers(ActionId.CLOSE)
    assert user.window.start_page.isVisible()
    assert not user.window.tools.isVisible()


def test_the_cross_closes_its_tab(user, files):
    for path in files:
        user.opens(path)
    bar = user.window.tabs.bar
    button = bar.tabButton(0, bar.ButtonPosition.RightSide)
    assert button.accessibleName() == "Close document"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert names(user) == ["二.txt", "三.txt"]
    assert user.document.text == CLEAN * 3


def test_a_middle_click_closes_a_tab(user, files):
    for path in files:
        user.opens(path)
    bar = user.window.tabs.bar
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert names(user) == ["一.txt", "三.txt"]


def test_what_cannot_be_opened_leaves_no_empty_tab(user, files, tmp_path):
    user.opens(files[0])
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.window.open_commands.open_path(tmp_path / "no.txt")
    assert names(user) == ["一.txt"]
    assert user.document.text == CLEAN
    assert user.message


def test_what_was_open_is_opened_again(start, files, tmp_path):
    first = start()
    for path in files[:2]:
        first.opens(path)
    first.window.folder.show_folder(tmp_path)
    first.window.close()
    files[0].unlink()
    second = start()
    with second.qtbot.waitSignal(second.window.opening_ended, timeout=20_000):
        second.window.reopen()
    assert second.document.text == CLEAN * 2
    assert second.window.folder.pane.isVisible()
    assert second.message == "", "a file that is gone is no reason for a message"


CRASH = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.ui.app import create

settings, data, path = map(Path, sys.argv[1:])
app, window = create(["jingdu"], settings_path=settings, data_path=data)
window.opening_ended.connect(lambda: QTimer.singleShot(100, lambda: os._exit(3)))
window.show()
window.open_commands.open_path(path)
app.exec()
"""


def test_what_was_open_is_known_also_after_a_crash(start, files, tmp_path):
    settings = tmp_path / "settings" / "jingdu.ini"
    command = [sys.executable, "-c", CRASH, settings, tmp_path / "data", files[0]]
    assert subprocess.run(command, check=False, timeout=60).returncode == 3
    second = start()
    with second.qtbot.waitSignal(second.window.opening_ended, timeout=20_000):
        second.window.reopen()
    assert second.window.windowTitle().startswith("一.txt")


@pytest.mark.parametrize(
    ("use", "marking", "panel"),
    [
        (Use.LEARN, Marking.QUIET, Panel.WORD),
        (Use.EDIT, Marking.PROOF, Panel.REVIEW),
        (Use.BOTH, Marking.PROOF, Panel.REVIEW),
    ],
)
def test_the_first_view_is_what_the_window_is_used_for(user, use, marking, panel):
    user.window.start_page.use_chosen.emit(use)
    user.opens_text()
    assert user.window.page.panes.marking is marking
    assert user.window.page.side.front is panel


def test_the_panel_that_was_in_front_is_there_again(start):
    first = start()
    first.opens_text()
    assert first.window.page.side.front is None
    first.triggers(ActionId.WORD)
    first.window.close()
    second = start()
    second.opens_text()
    assert second.window.page.side.front is Panel.WORD


def test_quiet_and_the_original_are_one_key_each(user):
    user.window.activateWindow()
    user.opens_text()
    page = user.window.page
    assert page.legend.isVisible()
    QTest.keyClick(page.panes.clean_view, Qt.Key.Key_V)
    assert page.panes.marking is Marking.QUIET
    assert not page.legend.isVisible()
    assert user.window.tools.marking.quiet.isChecked()
    QTest.keyClick(page.panes.clean_view, Qt.Key.Key_O)
    assert not page.panes.source_view.isVisible()
    QTest.keyClick(page.panes.clean_view, Qt.Key.Key_O)
    assert page.panes.source_view.isVisible()


def test_the_panel_stands_beside_the_page_or_below_it_by_the_width(user):
    user.opens_text()
    user.triggers(ActionId.REVIEW)
    page = user.window.page
    user.window.resize(1400, 800)
    assert page.side.x() > page.panes.x()
    user.window.resize(1100, 800)
    assert page.side.y() > page.panes.y()
    assert page.side.height() < page.panes.height() + page.side.height()


def test_a_message_is_shown_beside_the_document_that_it_is_about(user, files, tmp_path):
    own = tmp_path / "州" / "四.txt"
    own.parent.mkdir()
    (own.parent / ".jingdu.toml").write_text('[pairs]\n"灋" = "法"\n', "utf-8")
    own.write_text(DAMAGED, "utf-8")
    user.opens(own)
    said = user.message
    assert said.startswith("This folder has its own rules")
    user.opens(files[0])
    assert not user.message
    user.triggers(ActionId.NEXT_TAB)
    assert user.message == said
    QTest.keyClick(user.window.message.button, Qt.Key.Key_Space)
    user.triggers(ActionId.NEXT_TAB)
    user.triggers(ActionId.NEXT_TAB)
    assert said != user.message


def test_a_second_window_opens_nothing_again_while_the_first_has_it(start, files, qtbot):
    first = start()
    first.opens(files[0])
    first.opens(files[1])
    second = start()
    second.window.reopen()
    qtbot.wait(50)
    assert second.window.start_page.isVisible()
    second.opens(files[2])
    second.window.close()
    first.window.close()
    third = start()
    third.window.reopen()
    qtbot.waitUntil(lambda: names(third) == ["一.txt", "二.txt"], timeout=20_000)


def test_a_window_that_is_left_alone_remembers_what_is_open(start, files, qtbot):
    first, second = start(), start()
    first.opens(files[0])
    first.window.close()
    second.opens(files[2])
    second.window.close()
    third = start()
    with qtbot.waitSignal(third.window.opening_ended, timeout=20_000):
        third.window.reopen()
    assert third.window.windowTitle().startswith("三.txt")


def test_the_original_is_folded_away_and_brought_back_in_all_tabs_at_once(user, files):
    """The first tab that changes must not take the choice back before the others have it."""
    user.opens(files[0])
    user.triggers(ActionId.ORIGINAL)
    user.opens(files[1])
    user.triggers(ActionId.ORIGINAL)
    assert all(tab.page.panes.is_original_shown for tab in user.window.tabs.tabs)
    assert user.window.actions_by_id[ActionId.ORIGINAL].isChecked()
