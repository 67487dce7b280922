import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reader.ui.document.opened import Request
from reader.ui.window.actions import ActionId


@pytest.fixture
def finding(user):
    user.opens_text()
    user.triggers(ActionId.FIND)
    return user


def enters(line, text):
    """Hanzi come from an input method, not from keys."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


def types(user, text):
    bar = user.window.page.find_bar
    with user.qtbot.waitSignal(bar.hits_changed, check_params_cb=lambda hits, _: bool(hits)):
        enters(bar.line, text)
    return bar


def test_a_simplified_query_counts_its_places_in_both_texts(finding):
    bar = types(finding, "劳动")
    assert bar.count.text() == "1 of 2"


def test_pinyin_finds_what_is_read_so_and_leaves_it_alone(finding):
    bar = types(finding, "laodong")
    assert bar.count.text() == "1 of 2, by pinyin"
    before = finding.window.tab.shown.document.text
    bar.replacement.setText("工作")
    finding.qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert finding.window.tab.shown.document.text == before


def test_letters_that_stand_in_the_text_are_not_read_as_pinyin(finding):
    with finding.qtbot.waitSignal(finding.window.opening_ended, timeout=20_000):
        finding.window.tab.documents.open(Request(text="AI改变生活。我爱生活。"))
    bar = types(finding, "ai")
    assert bar.count.text() == "1 of 1"


def test_enter_and_f3_go_round(finding):
    bar = types(finding, "劳动")
    finding.qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 2"
    finding.triggers(ActionId.FIND_NEXT)
    assert bar.count.text() == "1 of 2"
    finding.triggers(ActionId.FIND_PREVIOUS)
    assert bar.count.text() == "2 of 2"
    finding.qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "1 of 2"


def test_what_is_not_there_is_said(finding):
    bar = finding.window.page.find_bar
    enters(bar.line, "龘")
    finding.qtbot.waitUntil(lambda: bar.count.text() == "Not found")


def test_escape_closes_the_bar(finding):
    bar = types(finding, "劳动")
    with finding.qtbot.waitSignal(bar.closed):
        finding.qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_selected_word_is_looked_for(user):
    user.opens_text("劳动关系")
    user.triggers(ActionId.SELECT_ALL)
    user.triggers(ActionId.FIND)
    assert user.window.page.find_bar.line.text() == "劳动关系"


def test_f3_opens_the_bar(user):
    user.opens_text()
    user.triggers(ActionId.FIND_NEXT)
    assert user.window.page.find_bar.isVisible()


def test_the_search_goes_on_in_the_next_document(finding):
    types(finding, "劳动")
    bar = finding.window.page.find_bar
    with finding.qtbot.waitSignal(finding.window.opening_ended, timeout=20_000):
        finding.window.tab.documents.open(Request(text="劳动，劳动，劳动。"))
    finding.qtbot.waitUntil(lambda: bar.count.text() == "1 of 3")
