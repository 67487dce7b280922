"""Deciding on repairs in the window: on the card, by keys, and back again."""

from math import ceil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from reader import RepairKind
from reader.ui.panes.card_buttons import ChoiceRow
from reader.ui.panes.card_graphics import ByteChain
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED
from tests.ui.panes.mouse import put_aside, rest_on
from tests.ui.window.test_settings import choose

SLIPPED = "我们要推动上?！V州、深圳等地的工作。\n"
LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"


@pytest.fixture
def slipped(user):
    user.window.activateWindow()
    user.opens_text(SLIPPED)
    return user


def card(user):
    return user.window.page.panes.card


def reached(user):
    return user.window.page.panes.current_repair


def rows(user):
    return [row for row in card(user).findChildren(ChoiceRow) if row.isVisible()]


def replaced(text, repair, other):
    return text[: repair.clean_start] + other + text[repair.clean_end :]


def button(user, name):
    (found,) = (one for one in card(user).findChildren(QAbstractButton, name) if one.isVisible())
    return found


def press(user, key, modifiers=Qt.KeyboardModifier.NoModifier):
    user.qtbot.keyClick(user.window.page.panes.clean_view, key, modifiers)


def with_choices(user):
    """Go by F8 to the first repair with alternatives."""
    while not user.window.page.panes.next_repair().alternatives:
        QApplication.processEvents()
    user.qtbot.waitUntil(lambda: len(rows(user)) == len(reached(user).alternatives))
    return reached(user)


def test_the_card_of_a_slip_shows_its_bytes_and_the_alternatives(slipped):
    repair = with_choices(slipped)
    (chain,) = (one for one in card(slipped).findChildren(ByteChain) if one.isVisible())
    bytes_shown = repair.evidence[0].args[-1].data.hex().upper()
    assert chain.text().replace(" ", "")[:4] == bytes_shown[:4]
    assert [row.text().split()[0] for row in rows(slipped)] == [
        other.text for other in repair.alternatives
    ]
    assert card(slipped).grab().toImage().width() > 300


def test_a_click_on_an_alternative_changes_the_text_at_once(slipped):
    repair = with_choices(slipped)
    other = repair.alternatives[0].text
    wanted = replaced(slipped.document.text, repair, other)
    slipped.qtbot.mouseClick(rows(slipped)[0], Qt.MouseButton.LeftButton)
    assert slipped.document.text == wanted
    assert reached(slipped).kind is RepairKind.MANUAL
    assert reached(slipped).after == other
    assert slipped.document.rebuild_source() == SLIPPED
    assert card(slipped).isVisible()
    assert "You decided this" in card(slipped).words()
    assert slipped.window.page.legend.chip(RepairKind.MANUAL).counts() == (1, 0)


def test_a_digit_picks_and_the_same_digit_takes_the_first_reading_again(slipped):
    repair = with_choices(slipped)
    first = slipped.document.text
    press(slipped, Qt.Key.Key_1)
    assert slipped.document.text == replaced(first, repair, repair.alternatives[0].text)
    press(slipped, Qt.Key.Key_1)
    assert slipped.document.text == first
    before = slipped.document
    press(slipped, Qt.Key.Key_6)
    assert slipped.document is before


def test_digits_do_nothing_without_a_card(slipped):
    with_choices(slipped)
    before = slipped.document
    press(slipped, Qt.Key.Key_Escape)
    press(slipped, Qt.Key.Key_1)
    assert slipped.document is before


def test_undo_and_redo(slipped):
    actions = slipped.window.actions_by_id
    assert not actions[ActionId.UNDO].isEnabled()
    first = slipped.document
    with_choices(slipped)
    press(slipped, Qt.Key.Key_1)
    chosen = slipped.document.text
    slipped.triggers(ActionId.UNDO)
    assert slipped.document is first
    assert reached(slipped).kind is RepairKind.SLIP
    assert not actions[ActionId.UNDO].isEnabled()
    slipped.triggers(ActionId.REDO)
    assert slipped.document.text == chosen
    assert not actions[ActionId.REDO].isEnabled()


def test_the_keys_are_those_that_the_card_names(user):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    assert "Ctrl+Return" in card(user).words()
    assert "Ctrl+Backspace" in card(user).words()
    actions = user.window.actions_by_id
    assert actions[ActionId.ACCEPT].shortcut().toString() == "Ctrl+Return"
    assert actions[ActionId.REJECT].shortcut().toString() == "Ctrl+Backspace"
    assert actions[ActionId.UNDO].shortcut().toString() == "Ctrl+Z"
    assert actions[ActionId.REDO].shortcut().toString() == "Ctrl+Shift+Z"


def test_a_proposal_is_accepted(user):
    user.opens_text(LONE)
    chip = user.window.page.legend.undecided
    assert (chip.isVisible(), chip.count()) == (True, 1)
    user.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    user.qtbot.mouseClick(button(user, "acceptRepair"), Qt.MouseButton.LeftButton)
    assert user.document.text == LONE.replace("(chóng)", "")
    assert not chip.isVisible()
    user.triggers(ActionId.UNDO)
    assert user.document.text == LONE
    assert chip.count() == 1


@pytest.mark.parametrize("action", [ActionId.ACCEPT, ActionId.REJECT])
def test_a_key_never_decides_on_what_is_not_shown(user, action):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    first, repair = user.document, reached(user)
    press(user, Qt.Key.Key_Escape)
    assert not card(user).isVisible()
    user.triggers(action)
    assert user.document is first
    assert card(user).isVisible()
    assert reached(user) == repair == card(user).repairs[0]
    user.triggers(action)
    assert user.document is not first
    assert reached(user).kind is RepairKind.MANUAL


def test_a_key_shows_the_card_of_its_repair_in_place_of_another(slipped, mouse):
    repair = with_choices(slipped)
    panes = slipped.window.page.panes
    other = next(one for one in slipped.document.repairs if one.id != repair.id)
    before = slipped.document
    mouse(panes.clean_view, other.clean_start)
    slipped.qtbot.waitUntil(
        lambda: card(slipped).repairs and card(slipped).repairs[0].id == other.id, timeout=5000
    )
    assert reached(slipped) == repair
    slipped.triggers(ActionId.REJECT)
    assert slipped.document is before
    assert card(slipped).repairs[0] == repair
    assert panes.is_current_card_shown()


def test_a_menu_decides_on_what_was_shown_when_it_was_opened(user):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    before = user.document
    accept = user.window.actions_by_id[ActionId.ACCEPT]
    (menu,) = (one for one in accept.associatedObjects() if isinstance(one, QMenu))
    menu.popup(user.window.mapToGlobal(user.window.rect().topLeft()))
    assert not card(user).isVisible()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(accept).center())
    assert user.document is not before
    assert user.document.text == LONE.replace("(chóng)", "")


def test_a_proposal_is_put_aside(user):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.REJECT)
    assert user.document.text == LONE
    assert user.window.page.legend.undecided.count() == 0
    assert not user.window.actions_by_id[ActionId.REJECT].isEnabled()
    user.triggers(ActionId.NEXT_UNDECIDED)
    assert "Nothing left to decide" in user.message


def test_the_original_is_put_back_for_any_kind_and_saved_so(user, tmp_path):
    user.opens_text()
    while user.window.page.panes.next_repair().kind is not RepairKind.SCRIPT:
        pass
    repair = reached(user)
    slipped = CLEAN[: repair.clean_start] + repair.before + CLEAN[repair.clean_end :]
    user.qtbot.mouseClick(button(user, "rejectRepair"), Qt.MouseButton.LeftButton)
    assert user.document.text == slipped
    assert "original kept" in card(user).words()
    user.answers.saved = tmp_path / "decided.txt"
    user.triggers(ActionId.SAVE)
    assert user.answers.saved.read_text("utf-8") == slipped


def test_what_is_read_stays_where_it_is_when_something_is_decided(user):
    user.opens_text(DAMAGED * 60)
    panes = user.window.page.panes
    panes.go_to_clean(panes.document.text.index("全面", 1500))
    panes.next_repair()
    top = panes.source_view.pager.position()
    user.triggers(ActionId.REJECT)
    assert panes.source_view.pager.position() == top


def test_undo_goes_to_what_it_takes_back(user):
    user.opens_text(DAMAGED * 60)
    panes = user.window.page.panes
    panes.next_repair()
    user.triggers(ActionId.REJECT)
    where = reached(user).source_start
    panes.go_to_clean(len(panes.document.text) // 2)
    assert reached(user) is None
    user.triggers(ActionId.UNDO)
    assert reached(user).source_start == where
    assert 0 <= panes.clean_view.pager.line_y(reached(user).clean_start) < panes.height()


def test_another_document_begins_without_decisions(user):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    user.opens_text()
    assert not user.window.actions_by_id[ActionId.UNDO].isEnabled()
    assert user.document.text == CLEAN
    user.triggers(ActionId.CLOSE)
    assert not user.window.actions_by_id[ActionId.UNDO].isEnabled()


def test_where_bytes_are_lost_there_is_nothing_to_decide(user):
    user.opens_text("你好锟斤拷世界，大家早上好。\n")
    user.triggers(ActionId.NEXT_REPAIR)
    assert "Lost" in card(user).words()
    assert "1 lost" in user.window.page.legend.chip(RepairKind.ENCODING).text()
    assert not user.window.page.legend.undecided.isVisible()
    assert not user.window.actions_by_id[ActionId.REJECT].isEnabled()
    assert not [one for one in card(user).findChildren(QAbstractButton) if one.isVisible()]


@pytest.fixture
def mouse():
    """Put the mouse aside in the end, so that it is not over the windows of later tests."""
    yield rest_on
    put_aside()


def cut_off(user):
    """Return the words of the card that have not the room they need."""
    found = []
    for part in card(user).findChildren(QAbstractButton) + card(user).findChildren(QLabel):
        if not part.isVisible() or isinstance(part, ByteChain):
            continue
        metrics = QFontMetricsF(part.font())
        is_button = isinstance(part, QAbstractButton)  # its key is written smaller
        inside = part.width() - (24 if is_button else 0)
        needed = metrics.horizontalAdvance(part.text()) * (0.9 if is_button else 0.98)
        lines = ceil(needed / inside)
        if part.height() < lines * metrics.height() * 0.95:
            found.append(part.text())
        if part.mapTo(card(user), part.rect().topRight()).x() > card(user).width() - 14:
            found.append(part.text())
    return found


@pytest.fixture(params=[9, 10.5, 13, 18])
def reads_at(request, start):
    """Start a window with letters of that size in menus, buttons and on the card."""
    before = QApplication.font()
    font = QApplication.font()
    font.setPointSizeF(request.param)
    QApplication.setFont(font)
    yield start
    QApplication.setFont(before)


@pytest.mark.parametrize("size", [(640, 420), (1000, 700)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_on_the_card_is_cut_off(reads_at, language, size):
    user = reads_at(size)
    choose(user.window.preferences.language_menu, language)
    for text in (LONE, SLIPPED, DAMAGED):
        user.opens_text(text)
        for _ in range(3):
            user.triggers(ActionId.NEXT_REPAIR)
            assert card(user).isVisible()
            QApplication.processEvents()
            assert len(card(user).words()) > 10
            assert not cut_off(user)
            panes = user.window.page.panes
            assert panes.rect().contains(card(user).geometry())


def test_another_language_takes_the_card_away(user):
    """It was filled in the one before."""
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    choose(user.window.preferences.language_menu, "zh_CN")
    user.qtbot.waitUntil(lambda: not card(user).isVisible())
    user.triggers(ActionId.ACCEPT)
    assert "采纳" in card(user).words()


def test_what_is_dragged_over_the_window_takes_the_card_away(user):
    user.opens_text(LONE)
    user.triggers(ActionId.NEXT_UNDECIDED)
    assert user.drags(text="很好")
    assert not card(user).isVisible()


@pytest.fixture
def explained(slipped):
    """The mouse rests on the slip, and its card is there."""
    view = slipped.window.page.panes.clean_view
    repair = next(one for one in slipped.document.repairs if one.alternatives)
    at = view.pager.boxes(repair.clean_start, repair.clean_start + 1)[0].center()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        view.viewport().mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), move)
    slipped.qtbot.waitUntil(card(slipped).isVisible, timeout=5000)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    return slipped


def test_the_way_from_the_text_to_the_card_does_not_close_it(explained):
    assert "Ctrl+Backspace" not in card(explained).words()  # that acts on what F8 reached
    middle = card(explained).rect().center().toPointF()
    QApplication.sendEvent(card(explained), QEnterEvent(middle, middle, middle))
    before = explained.document.text
    explained.qtbot.mouseClick(rows(explained)[0], Qt.MouseButton.LeftButton)
    assert explained.document.text != before
    assert "Ctrl+Backspace" in card(explained).words()
    assert card(explained).isVisible()


def test_the_card_goes_when_the_mouse_leaves_text_and_card(explained):
    middle = card(explained).rect().center().toPointF()
    QApplication.sendEvent(card(explained), QEnterEvent(middle, middle, middle))
    QApplication.sendEvent(card(explained), QEvent(QEvent.Type.Leave))
    explained.qtbot.waitUntil(lambda: not card(explained).isVisible(), timeout=5000)


def test_an_open_search_does_not_carry_the_reader_away(user):
    user.opens_text(DAMAGED * 60)
    page = user.window.page
    user.triggers(ActionId.FIND)
    page.find_bar.line.setText("使命")
    user.qtbot.waitUntil(lambda: page.find_bar.count.text() == "1 of 60", timeout=20_000)
    page.panes.go_to_clean(len(user.document.text) // 2)
    page.panes.next_repair()
    top = page.panes.source_view.pager.position()
    with user.qtbot.waitSignal(page.find_bar.hits_changed, timeout=20_000):
        user.triggers(ActionId.REJECT)
    assert page.panes.source_view.pager.position() == top
    assert card(user).isVisible()
