"""The word panel: words of the same character, and words that the document does not have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reader.study.status import WordStatus
from reader.ui.study.list_counting import Source
from reader.ui.window.panels import Panel
from tests.ui.study.test_own_words import shown, types

SOURCE = (
    "我們监管勞動(dòng)關(guān)係，維護權益。\n勞動(dòng)者的權益由管理局監管。管理者負責管理。\n"
)


@pytest.fixture
def learner(user, qtbot):
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.WORD)
    user.window.page.panes.setFocus()
    qtbot.waitUntil(lambda: user.window.tab.study.record.counted is not None, timeout=30_000)
    return user


def goes_to(user, word):
    at = user.document.text.index(word)
    user.window.tab.study.reading_keys.show(user.window.page.panes.clean_view.word_at(at))


def same(user):
    panel = user.window.page.side.word
    return [one.text() for one in panel.findChildren(QToolButton, "sameCharacter")]


def lists_mine(user):
    user.window.page.side.open_panel(Panel.LIST)
    listed = user.window.page.side.list
    listed.filters.sources[Source.MINE].click()
    user.qtbot.waitUntil(lambda: not listed.is_counting, timeout=30_000)
    return listed


def test_other_words_with_the_same_character_are_listed_and_lead_there(learner, qtbot):
    goes_to(learner, "监管")
    assert same(learner) == ["管理局", "管理者", "管理"]
    panel = learner.window.page.side.word
    button = panel.findChildren(QToolButton, "sameCharacter")[1]
    assert button.accessibleName() == "管理者"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(learner) == "管理者"
    start, end = learner.window.page.panes.clean_selection()
    assert learner.document.text[start:end] == "管理者"


def test_a_word_alone_has_no_such_section(learner):
    goes_to(learner, "维护")
    assert same(learner) == []
    assert "Same character" not in learner.window.page.side.word.words()


def test_a_word_that_is_joined_is_among_them(learner, qtbot):
    goes_to(learner, "权益")
    assert same(learner) == []
    goes_to(learner, "维护")
    types(learner, Qt.Key.Key_J)
    goes_to(learner, "权益由")
    qtbot.waitUntil(lambda: same(learner) == ["维护权益"], timeout=30_000)


def test_a_word_of_the_list_that_is_not_here_shows_its_entry(learner, qtbot):
    learner.window.study.words.set_status("电脑", WordStatus.LEARNING_1)
    listed = lists_mine(learner)
    listed.table.setFocus()
    listed.table.select_rows([0])
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert learner.window.page.side.front is Panel.WORD
    said = learner.window.page.side.word.words()
    assert shown(learner) == "电脑"
    assert "computer" in said
    assert "diànnǎo" in said
    assert "does not occur in this document" in said
    assert "Reading" not in said.split("\n")


def test_keys_say_how_well_such_a_word_is_known(learner, qtbot):
    learner.window.study.words.set_status("电脑", WordStatus.LEARNING_1)
    listed = lists_mine(learner)
    listed.table.select_rows([0])
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    types(learner, Qt.Key.Key_K)
    assert learner.window.study.words.status_of("电脑") is WordStatus.KNOWN
    types(learner, Qt.Key.Key_Z)
    assert learner.window.study.words.status_of("电脑") is WordStatus.LEARNING_1
    assert shown(learner) == "电脑"


def test_an_unknown_word_has_an_empty_entry(learner, qtbot):
    learner.window.study.words.set_status("鬱龘", WordStatus.LEARNING_1)
    listed = lists_mine(learner)
    listed.table.select_rows([0])
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert shown(learner) == "鬱龘"


def test_reading_keys_work_on_the_page_while_the_list_is_in_front(learner, qtbot):
    learner.window.page.side.open_panel(Panel.LIST)
    listed = learner.window.page.side.list
    qtbot.waitUntil(lambda: not listed.is_counting, timeout=30_000)
    learner.window.page.panes.setFocus()
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_K)
    assert learner.window.page.side.front is Panel.LIST
    assert learner.window.study.words.status_of("监管") is WordStatus.KNOWN
    types(learner, Qt.Key.Key_Down)
    start, end = learner.window.page.panes.clean_selection()
    assert learner.document.text[start:end] == "劳动者"
    types(learner, Qt.Key.Key_N)
    assert learner.window.page.side.front is Panel.LIST
    types(learner, Qt.Key.Key_Return)
    assert learner.window.page.side.front is Panel.WORD


def test_in_the_list_letters_reach_the_page(learner, qtbot):
    learner.window.page.side.open_panel(Panel.LIST)
    listed = learner.window.page.side.list
    qtbot.waitUntil(lambda: not listed.is_counting, timeout=30_000)
    listed.table.setFocus()
    qtbot.keyClick(listed.table, Qt.Key.Key_N)
    start, end = learner.window.page.panes.clean_selection()
    assert learner.document.text[start:end] == "我们"
