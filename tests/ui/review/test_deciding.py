"""Deciding on repairs in the window, as an editor does with keys, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader import RepairKind
from reader.text.kinds import RepairState
from reader.text.repair import state_of
from reader.ui.panes.paragraph_editor import ParagraphEditor
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.conftest import CLEAN, DAMAGED
from tests.ui.window.test_settings import choose

SLIPPED = "我们要推动上?！V州、深圳等地的工作。\n"
LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"


@pytest.fixture
def editor(user):
    """A user who has the review panel open and the focus in the page."""
    user.window.activateWindow()
    user.opens_text(SLIPPED)
    user.triggers(ActionId.REVIEW)
    return user


def panel(user):
    return user.window.page.side.review


def reached(user):
    return user.window.page.panes.current_repair


def replaced(text, repair, other):
    return text[: repair.clean_start] + other + text[repair.clean_end :]


def press(user, key, modifiers=Qt.KeyboardModifier.NoModifier):
    user.qtbot.keyClick(user.window.page.panes.clean_view, key, modifiers)


def with_choices(user):
    """Go by F8 to the first repair with alternatives."""
    while not user.window.page.panes.next_repair().alternatives:
        QApplication.processEvents()
    return reached(user)


def test_a_digit_picks_another_text_and_undo_takes_the_first_again(editor):
    repair = with_choices(editor)
    first = editor.document
    press(editor, Qt.Key.Key_2)
    other = repair.alternatives[0].text
    assert editor.document.text == replaced(first.text, repair, other)
    assert editor.document.rebuild_source() == SLIPPED
    press(editor, Qt.Key.Key_Z)
    assert editor.document is first
    assert reached(editor) == repair


def test_accepting_what_stands_is_a_decision_too(editor):
    repair = with_choices(editor)
    before = editor.document.text
    press(editor, Qt.Key.Key_A)
    assert editor.document.text == before
    states = [state_of(one) for one in editor.document.repairs]
    assert states[repair.id] is RepairState.BY_HAND
    assert editor.window.page.legend.chip(RepairKind.MANUAL).counts() == (1, 0)


def test_one_key_decides_and_steps_on(user):
    user.window.activateWindow()
    user.opens_text(LONE * 3)
    user.triggers(ActionId.REVIEW)
    press(user, Qt.Key.Key_J)
    decided = []
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_A):
        decided.append(reached(user).source_start)
        press(user, key)
    assert len(set(decided)) == 3
    assert panel(user).progress.left == 0
    assert user.document.text == LONE.replace("(chóng)", "") + LONE + LONE.replace("(chóng)", "")


def test_keys_do_nothing_in_reading_mode(user):
    user.window.activateWindow()
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    before = user.document
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_Z):
        press(user, key)
    assert user.document is before
    user.triggers(ActionId.WORD)
    press(user, Qt.Key.Key_A)
    assert user.document is before


@pytest.mark.parametrize("action", [ActionId.ACCEPT, ActionId.REJECT])
def test_nobody_decides_on_what_is_not_shown(user, action):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    first, repair = user.document, reached(user)
    user.window.actions_by_id[action].trigger()
    assert user.document is first
    assert user.window.page.side.front is Panel.REVIEW
    assert panel(user).current == repair
    user.triggers(action)
    assert user.document is not first


def test_undo_and_redo(editor):
    actions = editor.window.actions_by_id
    assert not actions[ActionId.UNDO].isEnabled()
    first = editor.document
    with_choices(editor)
    press(editor, Qt.Key.Key_2)
    chosen = editor.document.text
    editor.triggers(ActionId.UNDO)
    assert editor.document is first
    assert not actions[ActionId.UNDO].isEnabled()
    editor.triggers(ActionId.REDO)
    assert editor.document.text == chosen
    assert not actions[ActionId.REDO].isEnabled()
    assert actions[ActionId.UNDO].shortcut().toString() == "Ctrl+Z"
    assert actions[ActionId.REDO].shortcut().toString() == "Ctrl+Shift+Z"


def test_a_proposal_is_put_aside_and_nothing_is_left(user):
    user.opens_text(LONE)
    assert user.window.page.legend.undecided.count() == 1
    user.triggers(ActionId.REVIEW)
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.REJECT)
    assert user.document.text == LONE
    assert user.window.page.legend.undecided.count() == 0
    user.triggers(ActionId.NEXT_UNDECIDED)
    assert "Nothing left to decide" in user.message


def test_the_original_is_put_back_and_saved_so(user, tmp_path):
    user.opens_text()
    user.triggers(ActionId.REVIEW)
    while user.window.page.panes.next_repair().kind is not RepairKind.SCRIPT:
        pass
    repair = reached(user)
    wanted = CLEAN[: repair.clean_start] + repair.before + CLEAN[repair.clean_end :]
    press(user, Qt.Key.Key_Backspace)
    assert user.document.text == wanted
    user.answers.saved = tmp_path / "decided.txt"
    user.triggers(ActionId.SAVE)
    assert user.answers.saved.read_text("utf-8") == wanted


def test_undo_goes_to_what_it_takes_back(user):
    user.opens_text(DAMAGED * 60)
    user.triggers(ActionId.REVIEW)
    panes = user.window.page.panes
    panes.next_repair()
    where = reached(user).source_start
    user.triggers(ActionId.REJECT)
    panes.go_to_clean(len(panes.document.text) // 2)
    user.triggers(ActionId.UNDO)
    assert reached(user).source_start == where
    assert 0 <= panes.clean_view.pager.line_y(reached(user).clean_start) < panes.height()


def test_a_note_is_written_kept_and_taken_back(user, damaged):
    user.opens(damaged)
    user.triggers(ActionId.REVIEW)
    user.triggers(ActionId.NEXT_REPAIR)
    span = reached(user).source_start, reached(user).source_end
    press(user, Qt.Key.Key_M)
    QTest.keyClicks(QApplication.focusWidget(), "see print")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert user.window.tab.review.notes == {span: "see print"}
    user.triggers(ActionId.UNDO)
    assert user.window.tab.review.notes == {}


def test_typing_in_the_page_is_a_decision(editor):
    with_choices(editor)
    press(editor, Qt.Key.Key_E)
    field = editor.window.page.panes.findChild(ParagraphEditor)
    assert field.isVisible()
    assert "Typing" in editor.window.status.keys.accessibleName()
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert "x" in editor.document.text
    assert editor.document.rebuild_source() == SLIPPED
    press(editor, Qt.Key.Key_Z)
    assert "x" not in editor.document.text


def types(user, text):
    """Press E, type, and leave; what stood at the place was selected."""
    press(user, Qt.Key.Key_E)
    field = user.window.page.panes.findChild(ParagraphEditor)
    field.insertPlainText(text)
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_what_is_typed_at_a_place_decides_on_it_and_steps_on(user):
    user.window.activateWindow()
    user.opens_text("你好锟斤拷世界。\n大家早锟斤拷上好。\n")
    user.triggers(ActionId.REVIEW)
    press(user, Qt.Key.Key_J)
    first = reached(user)
    types(user, "的")
    assert user.document.text == "你好的世界。\n大家早锟斤拷上好。\n"
    assert reached(user).source_start > first.source_start
    press(user, Qt.Key.Key_Z)
    assert reached(user).source_start == first.source_start


def test_typing_over_several_places_and_back_leads_to_the_first_of_them(editor):
    text, repair = editor.document.text, with_choices(editor)
    press(editor, Qt.Key.Key_E)
    field = editor.window.page.panes.findChild(ParagraphEditor)
    field.selectAll()
    field.insertPlainText("改写")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    press(editor, Qt.Key.Key_Z)
    assert editor.document.text == text
    assert panel(editor).current is not None
    assert panel(editor).current.source_start <= repair.source_start


def test_what_was_typed_elsewhere_is_the_place_then(user):
    user.window.activateWindow()
    user.opens_text("你好锟斤拷世界。\n大家早锟斤拷上好。\n")
    user.triggers(ActionId.REVIEW)
    press(user, Qt.Key.Key_J)
    user.window.page.panes.typing.open_at((14, 15))
    field = user.window.page.panes.findChild(ParagraphEditor)
    field.insertPlainText("甲")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert reached(user).source_start == 14


def test_f6_goes_to_the_panel_and_back(user):
    user.window.activateWindow()
    user.opens_text()
    view = user.window.page.panes.clean_view
    user.qtbot.waitUntil(view.hasFocus)
    user.triggers(ActionId.PANEL)
    assert user.window.page.side.has_keys()
    assert user.window.page.side.front is Panel.REVIEW
    user.triggers(ActionId.PANEL)
    assert view.hasFocus()


def test_the_panel_and_the_page_show_the_same_place(editor):
    editor.triggers(ActionId.NEXT_REPAIR)
    assert panel(editor).current == reached(editor)
    editor.window.page.panes.go_to_repair(editor.document.repairs[-1])
    assert panel(editor).current == editor.document.repairs[-1]
    table = panel(editor).browser.table
    table.place_chosen.emit(0)
    assert reached(editor) == editor.document.repairs[0]


def test_how_far_it_is_stands_in_the_status_line(user):
    user.opens_text(LONE * 3)
    assert user.window.status.decision.text().startswith("0 of 3 decided")
    assert user.window.tools.review.isVisible()
    user.triggers(ActionId.REVIEW)
    for _ in range(3):
        press(user, Qt.Key.Key_J)
        press(user, Qt.Key.Key_A)
    assert user.window.status.decision.text().startswith("All 3 decided")


def test_another_document_begins_without_decisions(user):
    user.opens_text(LONE)
    user.triggers(ActionId.REVIEW)
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    assert user.window.actions_by_id[ActionId.UNDO].isEnabled()
    user.opens_text()
    assert not user.window.actions_by_id[ActionId.UNDO].isEnabled()
    assert user.document.text == CLEAN
    user.triggers(ActionId.CLOSE)
    assert user.window.actions_by_id[ActionId.UNDO].isEnabled(), "the first is in front again"
    assert user.document.text == LONE.replace("(chóng)", "")


def test_where_bytes_are_lost_something_can_be_typed(user):
    user.opens_text("你好锟斤拷世界，大家早上好。\n")
    user.triggers(ActionId.REVIEW)
    user.triggers(ActionId.NEXT_REPAIR)
    assert state_of(reached(user)) is RepairState.LOST
    assert not user.window.actions_by_id[ActionId.REJECT].isEnabled()
    for key in (Qt.Key.Key_A, Qt.Key.Key_1):
        press(user, key)
        assert "type what belongs here" in user.message
        assert not user.window.actions_by_id[ActionId.UNDO].isEnabled()
    press(user, Qt.Key.Key_E)
    field = user.window.page.panes.findChild(ParagraphEditor)
    field.insertPlainText("的")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert user.document.text == "你好的世界，大家早上好。\n"


def test_chinese_is_spoken_in_the_panel_at_once(user):
    user.opens_text(LONE)
    user.triggers(ActionId.REVIEW)
    user.triggers(ActionId.NEXT_UNDECIDED)
    choose(user.window.preferences.language_menu, "zh_CN")
    user.qtbot.waitUntil(lambda: user.window.page.side.bar.tabText(0) == "审校")


def test_an_open_search_does_not_carry_the_reader_away(user):
    user.opens_text(DAMAGED * 60)
    user.triggers(ActionId.REVIEW)
    page = user.window.page
    user.triggers(ActionId.FIND)
    page.find_bar.line.setText("使命")
    user.qtbot.waitUntil(lambda: page.find_bar.count.text() == "1 of 60", timeout=20_000)
    page.panes.go_to_clean(len(user.document.text) // 2)
    page.panes.next_repair()
    with user.qtbot.waitSignal(page.find_bar.hits_changed, timeout=20_000):
        user.triggers(ActionId.REJECT)
    assert page.panes.top_clean_offset() > len(user.document.text) // 4


def test_what_was_kept_three_times_can_be_kept_always(user, tmp_path):
    user.window.activateWindow()
    user.opens_text(
        "構(gou)建咊(he)諧(xie)勞動關(guan)係咊(he)睦(mu)鄰(lin)咊(he)平(ping)的(de)社會。\n"
    )
    user.triggers(ActionId.REVIEW)
    panes = user.window.page.panes
    for number in range(3):
        panes.go_to_repair([one for one in user.document.repairs if one.before == "咊"][number])
        press(user, Qt.Key.Key_R)
    assert "咊" in user.message
    press(user, Qt.Key.Key_Y)
    assert user.message == "" or "咊" not in user.message
    rules = (tmp_path / "settings" / "rules.toml").read_text("utf-8")
    assert "咊" in rules


def test_all_of_a_rule_and_all_that_is_as_sure_are_previewed_first(user):
    user.opens_text(LONE * 4)
    user.triggers(ActionId.REVIEW)
    user.triggers(ActionId.NEXT_UNDECIDED)
    before = user.document
    for action in (ActionId.SAME_RULE, ActionId.AS_SURE):
        user.triggers(action)
        assert user.document is before
        press(user, Qt.Key.Key_Escape)
    user.triggers(ActionId.SAME_RULE)
    press(user, Qt.Key.Key_Return)
    assert user.document.text == LONE.replace("(chóng)", "") * 4


def test_what_is_typed_where_the_text_is_lost_is_not_told_as_a_proposal(editor):
    editor.opens_text(CLEAN + "我们完善锟斤拷制度。\n")
    start = editor.document.source.index("锟斤拷")
    panes, review = editor.window.page.panes, panel(editor)
    panes.go_to_repair(next(one for one in editor.document.repairs if one.before == "锟斤拷"))
    press(editor, Qt.Key.Key_E)
    field = panes.findChild(ParagraphEditor)
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert "完善x制度" in editor.document.text
    panes.go_to_repair(editor.document.repairs_in_source(start, start + 1)[0])
    texts = [label.text() for label in review.findChildren(QLabel) if label.isVisible()]
    assert any("proposed nothing here" in text for text in texts)
    assert not any("锟斤拷" in text for text in texts)
    rows = [row.text() for row in review.upper.place.alternatives.rows]
    assert rows == ["x typed", "锟斤拷 original"]
