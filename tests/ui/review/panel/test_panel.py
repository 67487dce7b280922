"""Reviewing with the panel: one key, one decision, one step on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.review.history import How
from reader.review.repair_order import Showing
from reader.text.kinds import RepairKind, RepairState
from reader.ui.review.panel.alternatives import ChoiceRow
from reader.ui.review.panel.arrangement import Arrangement
from tests.ui.review.panel.conftest import SOURCE, make_document

Key = Qt.Key
LOST = SOURCE.index("了?") + 1
SLIP = SOURCE.index("?k")
FIRST, SECOND, THIRD = (at for at, char in enumerate(SOURCE) if char == "咊")


def test_what_is_least_sure_comes_first(desk):
    reached = []
    for _ in range(6):
        desk.presses(Key.Key_J)
        reached.append(desk.current[1])
    assert reached == [LOST, SLIP, FIRST, SECOND, THIRD, LOST]
    desk.shift(Key.Key_J)
    assert desk.current[1] == THIRD


def test_places_come_in_the_order_of_the_text_after_w(desk, qtbot):
    with qtbot.waitSignal(desk.panel.order_changed) as told:
        desk.presses(Key.Key_W)
    assert told.args == [True]
    reached = []
    for _ in range(5):
        desk.presses(Key.Key_J)
        reached.append(desk.current[1])
    assert reached == sorted((LOST, SLIP, FIRST, SECOND, THIRD))


def test_one_key_decides_and_goes_on(desk, qtbot):
    desk.presses(Key.Key_J, Key.Key_J)
    assert desk.current == ("?k", SLIP)
    with qtbot.waitSignal(desk.panel.place_wanted) as wanted:
        desk.presses(Key.Key_A)
    assert wanted.args[0].source_start == FIRST
    act = desk.review.history.done[-1]
    assert (act.how, act.places[0].text) == (How.ACCEPT, "经办")
    desk.presses(Key.Key_R)
    assert desk.review.history.done[-1].how is How.KEEP
    assert desk.document.text.startswith("双唱咊声部")
    assert desk.current[1] == SECOND
    desk.presses(Key.Key_2)
    assert desk.review.history.done[-1].how is How.ALTERNATIVE
    assert "麻将合牌" in desk.document.text
    assert desk.current[1] == THIRD


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_A, Key.Key_1])
def test_every_key_for_accepting(desk, key):
    desk.presses(Key.Key_J, Key.Key_J, key)
    assert desk.review.history.done[-1].how is How.ACCEPT


def test_backspace_keeps_the_original(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_Backspace)
    assert desk.review.history.done[-1].places[0].text == "?k"


def test_a_lost_place_can_be_left_as_it_is(desk):
    desk.presses(Key.Key_J, Key.Key_R)
    assert desk.review.history.done[-1].places[0].text == "?"
    assert desk.panel.progress.lost == 0
    desk.presses(Key.Key_A, Key.Key_A, Key.Key_A, Key.Key_A)
    words = desk.panel.upper.notice.words.text()
    assert words.startswith("5 of 5 decided. 1 place")  # with plurals if English is installed
    assert "lost and left as" in words
    assert desk.panel.browser.no_match.words.text() == "Nothing left to decide."
    desk.presses(Key.Key_Escape)
    assert "榮 → 荣 · 2" in desk.rows


def test_enter_presses_the_button_that_has_the_focus(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    keep = desk.panel.upper.place.keep
    keep.setFocus()
    QTest.keyClick(keep, Key.Key_Return)
    assert [act.how for act in desk.review.history.done] == [How.KEEP]
    chip = desk.panel.browser.filters.chips[RepairKind.SLIP]
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Enter)
    assert not chip.isChecked()
    QTest.keyClick(chip, Key.Key_J)
    assert len(desk.review.history.done) == 1


def test_nothing_is_accepted_at_a_lost_place_where_one_types(desk, qtbot):
    desk.presses(Key.Key_J, Key.Key_A, Key.Key_1, Key.Key_G, Key.Key_L)
    assert desk.current == ("?", LOST)
    assert desk.review.history.done == ()
    assert not desk.panel.upper.place.accept.isEnabled()
    assert desk.panel.upper.place.type.isEnabled()
    with qtbot.waitSignal(desk.panel.typing_wanted):
        desk.presses(Key.Key_E)


def test_a_key_held_down_steps_but_decides_nothing(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    nothing = Qt.KeyboardModifier.NoModifier
    for key in (Key.Key_A, Key.Key_R, Key.Key_2, Key.Key_G):
        assert desk.panel.handle_key(QKeyEvent(QEvent.Type.KeyPress, key, nothing, "", True))
    assert desk.review.history.done == ()
    assert desk.upper is desk.panel.upper.place
    desk.panel.handle_key(QKeyEvent(QEvent.Type.KeyPress, Key.Key_J, nothing, "j", True))
    assert desk.current[1] == FIRST


def test_keys_without_a_meaning_do_nothing_in_the_table(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    for key in (Key.Key_X, Key.Key_C, Key.Key_0, Key.Key_F):
        desk.presses(key)
    assert desk.current == ("?k", SLIP)


def test_keys_with_ctrl_belong_to_the_menus(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, modifier, "a")
        assert not desk.panel.handle_key(event)
    shifted = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, Qt.KeyboardModifier.ShiftModifier, "A")
    assert not desk.panel.handle_key(shifted)
    assert desk.review.history.done == ()


def test_a_slash_is_a_slash_on_every_keyboard(desk):
    desk.presses(Key.Key_J)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_7, Qt.KeyboardModifier.ShiftModifier, "/")
    assert desk.panel.handle_key(event)
    assert QApplication.focusWidget() is desk.panel.browser.filters.search


def test_undoing_leads_back_to_the_place(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_R)
    desk.undoes()
    desk.panel.set_current(desk.document.repairs[desk.document.repairs.number_of(SLIP, SLIP + 2)])
    assert desk.current == ("?k", SLIP)
    assert desk.panel.upper.place.place.state is RepairState.UNDECIDED


def test_a_decided_place_keeps_the_numbers_of_its_choices(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_2)
    desk.panel.set_current(desk.document.repairs[desk.document.repairs.number_of(SLIP, SLIP + 2)])
    place = desk.panel.upper.place.place
    assert [one.text for one in place.choices] == ["经办", "协办", "□办"]
    assert [one.chosen for one in place.choices] == [False, True, False]
    assert place.state is RepairState.BY_HAND
    desk.presses(Key.Key_R)
    desk.panel.set_current(desk.document.repairs[desk.document.repairs.number_of(SLIP, SLIP + 2)])
    choices = desk.panel.upper.place.place.choices
    assert [(one.text, one.chosen) for one in choices[2:]] == [("□办", False), ("?k", True)]


def test_choosing_with_the_mouse(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    rows = [row for row in desk.panel.findChildren(ChoiceRow) if row.isVisible()]
    assert [row.text() for row in rows] == [
        "经办 proposed 58%", "协办 also fits 36%", "□办 leave a gap 6%",
    ]  # fmt: skip
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert "由各街镇协办的" in desk.document.text


def test_buttons_do_what_their_keys_do(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    buttons = desk.panel.upper.place.buttons
    assert [one.key for one in buttons] == ["A", "R", "E", "G"]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert desk.review.history.done[-1].how is How.KEEP


def test_a_place_is_told_in_words(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    place = desk.panel.upper.place.place
    assert (place.number, place.total) == (3, 5)
    assert place.state is RepairState.UNDECIDED
    desk.panel.set_current(desk.document.repairs[-1])
    place = desk.panel.upper.place.place
    assert (place.number, place.total, place.is_certain) == (8, 8, True)


# -- many at once


def to_pair(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_J)
    assert desk.current == ("咊", FIRST)


def test_a_group_is_shown_before_it_is_decided(desk):
    to_pair(desk)
    desk.presses(Key.Key_G)
    assert desk.upper is desk.panel.upper.preview
    assert desk.review.history.done == ()
    assert desk.panel.upper.preview.alike.text() == "Accept 3"
    desk.presses(Key.Key_J, Key.Key_E, Key.Key_2)
    assert desk.review.history.done == ()
    desk.presses(Key.Key_Return)
    (act,) = desk.review.history.done
    assert [one.start for one in act.places] == [FIRST, SECOND, THIRD]
    assert desk.current[1] == LOST
    assert desk.upper is desk.panel.upper.place


def test_r_keeps_the_original_in_the_whole_group(desk):
    to_pair(desk)
    desk.presses(Key.Key_G, Key.Key_R)
    (act,) = desk.review.history.done
    assert act.how is How.KEEP
    assert [(one.start, one.text) for one in act.places] == [
        (at, "咊") for at in (FIRST, SECOND, THIRD)
    ]
    assert desk.current[1] == LOST


def test_esc_drops_a_group_decision(desk):
    to_pair(desk)
    desk.presses(Key.Key_G, Key.Key_Escape)
    assert desk.upper is desk.panel.upper.place
    assert desk.current == ("咊", FIRST)
    assert desk.review.history.done == ()


def test_what_is_pronounced_otherwise_stays_open_unless_all_are_wanted(desk):
    desk.panel.set_pronounce(lambda repair: "hú" if repair.source_start == SECOND else "hé")
    to_pair(desk)
    desk.presses(Key.Key_G)
    preview = desk.panel.upper.preview
    assert (preview.alike.text(), preview.everything.text()) == ("Accept 2", "All 3")
    assert preview.plan.differing
    QTest.mouseClick(preview.alike, Qt.MouseButton.LeftButton)
    assert [one.start for one in desk.review.history.done[-1].places] == [FIRST, THIRD]
    desk.undoes()
    desk.presses(Key.Key_G)
    QTest.mouseClick(preview.everything, Qt.MouseButton.LeftButton)
    assert len(desk.review.history.done[-1].places) == 3


def test_a_pair_can_become_a_rule(desk, qtbot):
    to_pair(desk)
    desk.presses(Key.Key_G)
    with qtbot.waitSignal(desk.panel.always_wanted) as wanted:
        QTest.mouseClick(desk.panel.upper.preview.always, Qt.MouseButton.LeftButton)
    assert wanted.args == ["咊", "和"]
    assert desk.upper is desk.panel.upper.place


def test_places_like_this_one(desk):
    to_pair(desk)
    desk.presses(Key.Key_L, Key.Key_A)
    assert len(desk.review.history.done[-1].places) == 3


def test_a_group_of_one_needs_no_question(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_G)
    assert desk.review.history.done[-1].places[0].text == "经办"


def test_everything_from_a_confidence_on(desk):
    desk.panel.decide_surer(0.75)
    assert desk.panel.upper.preview.alike.text() == "Accept 2"
    assert desk.panel.upper.preview.always.isHidden()
    desk.presses(Key.Key_Return)
    assert [one.start for one in desk.review.history.done[-1].places] == [SECOND, THIRD]


def test_a_rule_is_kept_out_everywhere(desk):
    desk.panel.decide_rule("script.form", How.KEEP)
    assert desk.panel.upper.preview.alike.text() == "Keep 2"
    desk.presses(Key.Key_Return)
    assert desk.document.text.count("榮") == 2


def test_a_plan_that_touches_nothing_can_only_be_dropped(desk):
    desk.panel.decide_surer(1.0)
    assert not desk.panel.upper.preview.alike.isEnabled()
    desk.presses(Key.Key_Return)
    assert desk.review.history.done == ()


# -- notes


def test_a_note_is_written_and_its_keys_rest(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_M)
    note = desk.panel.upper.place.note
    assert QApplication.focusWidget() is note
    QTest.keyClicks(note, "jar e1")
    assert desk.review.history.done == ()
    QTest.keyClick(note, Key.Key_Return)
    assert desk.notes == {(SLIP, SLIP + 2): "jar e1"}
    assert QApplication.focusWidget() is desk.panel.browser.table
    assert desk.current == ("?k", SLIP)
    desk.undoes()
    desk.panel.update_notes()
    assert note.text() == ""


def test_esc_drops_what_was_typed_into_a_note(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_M)
    note = desk.panel.upper.place.note
    QTest.keyClicks(note, "abc")
    QTest.keyClick(note, Key.Key_Escape)
    assert note.text() == ""
    assert desk.notes == {}
    assert QApplication.focusWidget() is desk.panel.browser.table


def test_a_note_that_is_being_written_is_not_lost_by_going_on(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_M)
    QTest.keyClicks(desk.panel.upper.place.note, "abc")
    desk.panel.go_to_next()
    assert desk.notes == {(SLIP, SLIP + 2): "abc"}
    assert desk.panel.upper.place.note.text() == ""


# -- how far it is


def test_done_is_said_and_offers_what_comes_next(desk, qtbot):
    from reader.review.decisions import decision_for

    desk.presses(Key.Key_J)
    lost = desk.panel.current
    desk.review.decide([decision_for(lost, "字")], How.TYPED)
    desk.panel.update_document(desk.document)
    desk.presses(Key.Key_J, Key.Key_A, Key.Key_A, Key.Key_A)
    assert desk.panel.progress.left == 1
    assert desk.panel.progress.least == 0.9
    desk.presses(Key.Key_A)
    notice = desk.panel.upper.notice
    assert desk.upper is notice
    assert (notice.title.text(), notice.words.text()) == ("Done", "5 of 5 decided.")
    with qtbot.waitSignal(desk.panel.save_wanted):
        QTest.mouseClick(notice.first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.panel.export_wanted):
        QTest.mouseClick(notice.second, Qt.MouseButton.LeftButton)


def test_where_all_is_certain_there_is_nothing_to_decide(open_desk, qtbot):
    desk = open_desk(make_document("繁榮昌盛。\n"))
    notice = desk.panel.upper.notice
    assert desk.upper is notice
    assert notice.title.text() == "Nothing to decide"
    assert "certain" in notice.words.text()
    assert desk.rows == ["榮 → 荣 · 1"]
    with qtbot.waitSignal(desk.panel.all_repairs_wanted):
        QTest.mouseClick(notice.first, Qt.MouseButton.LeftButton)


def test_a_text_without_repairs(open_desk):
    desk = open_desk(make_document("没有损坏。\n"))
    assert desk.rows == []
    desk.presses(Key.Key_J, Key.Key_A, Key.Key_G, Key.Key_W)
    assert desk.current is None
    assert desk.panel.upper.notice.first.isHidden()
    desk.panel.set_document(None)
    assert desk.panel.current is None


def test_in_a_window_that_may_not_decide_nothing_is(desk):
    desk.can_decide = False
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_A, Key.Key_R, Key.Key_2, Key.Key_G, Key.Key_L)
    desk.presses(Key.Key_M)
    assert desk.review.history.done == ()
    assert desk.current == ("?k", SLIP)
    assert not any(one.isEnabled() for one in desk.panel.upper.place.buttons)


def test_what_others_decided_is_shown(desk):
    from reader.review.decisions import Decision

    desk.presses(Key.Key_J, Key.Key_J)
    desk.review.decide([Decision(0, 1, "单")], How.TYPED)
    desk.panel.update_document(desk.document)
    assert desk.current == ("?k", SLIP)
    assert desk.panel.progress.total == 6


def test_a_place_that_a_decision_swallowed_is_no_longer_current(desk):
    from reader.review.decisions import Decision

    desk.presses(Key.Key_J, Key.Key_J)
    desk.review.decide([Decision(SLIP - 1, SLIP + 3, "镇经办的")], How.TYPED)
    desk.panel.update_document(desk.document)
    assert desk.panel.current is None
    desk.presses(Key.Key_J)
    assert desk.current is not None


# -- layout


@pytest.mark.parametrize(
    ("size", "arrangement"),
    [
        ((340, 700), Arrangement.BESIDE),
        ((560, 900), Arrangement.BESIDE),
        ((1000, 330), Arrangement.BELOW),
        ((1279, 330), Arrangement.BELOW),
        ((900, 240), Arrangement.STRIP),
    ],
)
def test_the_panel_fits_where_it_is_docked(desk, size, arrangement):
    desk.panel.resize(*size)
    assert (desk.panel.width(), desk.panel.height()) == size
    assert desk.panel.arrangement is arrangement
    desk.presses(Key.Key_J, Key.Key_J)
    folded = desk.panel.upper.place.note.isHidden()
    assert folded == (arrangement is not Arrangement.BESIDE)
    desk.presses(Key.Key_M)
    assert desk.panel.upper.place.note.isVisible()


def test_the_panel_speaks_the_language_of_the_moment(desk):
    desk.presses(Key.Key_J, Key.Key_J)
    for receiver in (desk.panel, *desk.panel.findChildren(type(desk.panel.upper.place))):
        QApplication.sendEvent(receiver, QEvent(QEvent.Type.LanguageChange))
    assert desk.panel.upper.place.accept.text() == "Accept"


def test_esc_leads_back_to_the_page(desk, qtbot):
    desk.panel.browser.table.setFocus()
    with qtbot.waitSignal(desk.panel.page_wanted):
        desk.presses(Key.Key_Escape)
    assert desk.panel.browser.filters.chosen.showing is Showing.TO_DECIDE
