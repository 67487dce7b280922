"""Comparing with another copy: as a user does it, by keys, in the window."""

import pytest
from PySide6.QtCore import Qt

from reader.ui.document.opened import Request
from reader.ui.review.compare_model import Column
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.conftest import CLEAN, DAMAGED

TORN = DAMAGED.replace("措(cuo)", "\ufffd")


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "别处.txt"
    path.write_text(CLEAN.replace("协调", "协商").replace("各种", "各种\n"), "utf-8")
    return path


@pytest.fixture
def comparing(user, other):
    user.opens_text(TORN)
    compare(user, other)
    return user


def compare(user, path, action=ActionId.COMPARE_WITH):
    user.answers.opened = path
    user.triggers(action)
    user.qtbot.waitUntil(lambda: is_shown(user), timeout=20_000)


def is_shown(user):
    panel = user.window.tab.comparing.panel
    return panel is not None and panel.isVisible()


def panel_of(user):
    return user.window.tab.comparing.panel


def rows(user):
    model = panel_of(user).model
    return [
        [model.index(row, column).data() for column in Column] for row in range(model.rowCount())
    ]


def press(user, *keys):
    for key in keys:
        user.qtbot.keyClick(panel_of(user).table, key)


def test_each_place_shows_both_texts_and_which_is_likelier(comparing):
    lost, words = rows(comparing)
    assert lost[0].endswith("[\ufffd]施。⏎全面加")
    assert "[措]" in lost[1]
    assert lost[2] == "other copy"
    assert ("[调]" in words[0], "[商]" in words[1]) == (True, True)
    assert "2 differences from 别处.txt" in panel_of(comparing).title.text()


def test_the_evidence_of_both_sides_stands_below(comparing):
    words = panel_of(comparing).details.text()
    assert words.startswith("This text: \ufffd\n")
    assert "Lost" in words
    assert "Other copy: 措\nAs in the original." in words


def test_t_takes_theirs_and_goes_on_and_r_keeps_this_text(comparing):
    press(comparing, Qt.Key.Key_T)
    assert "措施" in comparing.document.text
    assert panel_of(comparing).row == 1
    press(comparing, Qt.Key.Key_R)
    assert "协调" in comparing.document.text
    assert [row[3] for row in rows(comparing)] == ["replaced", "kept"]
    comparing.triggers(ActionId.UNDO)
    comparing.triggers(ActionId.UNDO)
    assert "措施" not in comparing.document.text
    assert [row[3] for row in rows(comparing)] == ["", ""]


def test_j_and_shift_j_go_through_the_places(comparing):
    press(comparing, Qt.Key.Key_J)
    assert panel_of(comparing).row == 1
    press(comparing, Qt.Key.Key_J)
    assert panel_of(comparing).row == 1
    comparing.qtbot.keyClick(
        panel_of(comparing).table, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier
    )
    assert panel_of(comparing).row == 0


def test_all_that_is_likelier_is_taken_with_one_act(comparing):
    button = panel_of(comparing).better_button
    assert "1 place" in button.text()
    button.click()
    assert "措施" in comparing.document.text
    assert "协调" in comparing.document.text
    assert not button.isEnabled()


def test_a_reference_lists_corrections(user, other):
    user.opens_text(TORN)
    compare(user, other, ActionId.COMPARE_REFERENCE)
    assert "2 corrections from 别处.txt" in panel_of(user).title.text()
    panel_of(user).better_button.click()
    assert user.document.text == CLEAN.replace("协调", "协商")


def test_layout_is_listed_on_request(comparing):
    with comparing.qtbot.waitSignal(panel_of(comparing).model.modelReset, timeout=20_000):
        panel_of(comparing).with_layout.click()
    assert len(rows(comparing)) == 3
    assert "layout" in [row[2] for row in rows(comparing)]


def test_esc_closes_the_panel_and_goes_back_to_the_page(comparing):
    comparing.window.activateWindow()
    press(comparing, Qt.Key.Key_Escape)
    assert not panel_of(comparing).isVisible()
    assert comparing.window.page.side.front is None
    comparing.qtbot.waitUntil(comparing.window.page.panes.clean_view.hasFocus)


def test_the_panel_that_was_in_front_comes_back(user, other):
    user.opens_text(TORN)
    user.triggers(ActionId.REVIEW)
    compare(user, other)
    assert user.window.page.side.front is Panel.COMPARE
    press(user, Qt.Key.Key_Escape)
    assert user.window.page.side.front is Panel.REVIEW


def test_a_place_without_a_repair_is_selected_and_none_beside_it_is_framed(user, tmp_path):
    other = tmp_path / "又一.txt"
    other.write_text("我们要推动发展。大伙好。", "utf-8")
    user.opens_text("我們要推動(dòng)發(fā)展。大家(jiā)好。")
    user.triggers(ActionId.NEXT_REPAIR)
    compare(user, other)
    panes = user.window.page.panes
    assert panes.current_repair is None
    assert panes.selected_text() == "家"


def test_another_document_ends_the_comparison(comparing):
    with comparing.qtbot.waitSignal(comparing.window.opening_ended, timeout=20_000):
        comparing.window.tab.documents.open(Request(text=CLEAN))
    assert not panel_of(comparing).isVisible()
    assert rows(comparing) == []


def test_copies_that_are_alike_say_so(user, tmp_path):
    path = tmp_path / "same.txt"
    path.write_text(CLEAN, "utf-8")
    user.opens_text()
    compare(user, path)
    assert panel_of(user).title.text() == "No differences from same.txt"


def test_a_file_that_cannot_be_read_is_said(user, tmp_path):
    user.opens_text()
    user.answers.opened = tmp_path / "none.txt"
    user.triggers(ActionId.COMPARE_WITH)
    user.qtbot.waitUntil(lambda: "none.txt" in user.message and "…" not in user.message)
    assert not is_shown(user)
