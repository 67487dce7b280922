"""What a screen reader finds in the window of a learner, and what it is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from reader.study.status import WordStatus
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.panes.mouse import put_aside, rest_on
from tests.ui.study.test_own_words import types

SOURCE = "我們监管勞動(dòng)關(guān)係，維護權益。\n勞動(dòng)者的權益。\n"
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def learner(user, qtbot):
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.WORD)
    user.window.page.panes.setFocus()
    return user


@pytest.fixture
def heard(learner):
    """Return what a screen reader is told, one text after the other, while one listens."""
    said = []
    learner.window.page.panes.announcer.announced.connect(said.append)
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(False)


def interface(widget):
    return QAccessible.queryAccessibleInterface(widget)


def told(widget):
    found = interface(widget)
    return found.text(NAME), found.text(DESCRIPTION)


def test_both_panes_say_what_they_are(learner):
    panes = learner.window.page.panes
    assert told(panes.clean_view)[0] == "Clean text"
    assert "repaired" in told(panes.clean_view)[1]
    assert told(panes.source_view)[0] == "Original"
    for view in (panes.clean_view, panes.source_view):
        assert interface(view).role() == QAccessible.Role.Document
        assert interface(view).state().readOnly
    assert told(panes.overview)[0] == "Overview of the document"


def test_the_caret_of_a_pane_is_at_the_word(learner, heard):
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Right)
    text = interface(learner.window.page.panes.clean_view).textInterface()
    at = text.cursorPosition()
    assert text.text(at, at + 2) == "监管"
    low, high = text.selection(0)
    assert text.text(low, high) == "监管"


def test_a_word_further_down_is_in_the_text_that_is_told(learner, heard):
    learner.opens_text("第一段。\n" * 12 + "最后监管。\n" + "又一段。\n" * 200)
    panes = learner.window.page.panes
    at = learner.document.text.index("监管")
    learner.window.tab.study.reading_keys.show(panes.clean_view.word_at(at))
    text = interface(panes.clean_view).textInterface()
    at = text.cursorPosition()
    assert text.text(at, at + 2) == "监管"
    assert text.characterCount() < 1000


def test_keys_say_the_word_they_go_to(learner, heard):
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert heard[-1].startswith("监管, jiānguǎn, ")
    assert heard[-1].endswith(", new")
    types(learner, Qt.Key.Key_K)
    assert heard[-1] == "known"


def test_bookmarks_and_notes_are_said(learner, heard):
    learner.answers.note_text = "?"
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_B)
    assert heard[-1] == "Bookmark added"
    types(learner, Qt.Key.Key_B)
    assert heard[-1] == "Bookmark removed"
    view = learner.window.page.panes.clean_view
    learner.qtbot.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert heard[-1] == "Note saved"


def test_a_word_that_is_joined_is_said(learner, heard):
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_J)
    assert heard[-1].startswith("我们监管, ")


def test_the_popup_says_its_word_and_what_it_means(learner, heard, qtbot):
    panes = learner.window.page.panes
    view, popup = panes.clean_view, panes.popup
    for word, pinyin in (("监管", "jiānguǎn"), ("权益", "quányì")):
        at = learner.document.text.index(word)
        rest_on(view, at)
        qtbot.waitUntil(lambda word=word: popup.accessibleName().startswith(word), timeout=20_000)
        name, description = told(popup)
        assert name.startswith(f"{word}, {pinyin}")
        assert description
        assert heard[-1] == f"{name}: {description}"
    assert interface(popup).role() == QAccessible.Role.ToolTip
    assert "original:" in description  # 權益
    put_aside()


def test_the_word_panel_says_which_word_it_shows(learner):
    panel = learner.window.page.side.word
    assert told(panel)[0] == "Word panel"
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Right)
    name, description = told(panel)
    assert name == "Word panel: 监管"
    assert description


def test_everything_that_can_be_pressed_in_the_panels_has_a_name(learner, qtbot):
    side = learner.window.page.side
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_J)
    buttons = side.word.findChildren(QAbstractButton)
    assert len(buttons) > 7
    side.open_panel(Panel.LIST)
    qtbot.waitUntil(lambda: not side.list.is_counting, timeout=30_000)
    buttons += side.list.findChildren(QAbstractButton)
    nameless = [
        one for one in buttons if isValid(one) and one.isVisible() and not told(one)[0].strip()
    ]
    assert nameless == []


def test_the_state_of_a_status_button_can_be_heard(learner):
    learner.window.study.words.set_status("我们", WordStatus.KNOWN)
    types(learner, Qt.Key.Key_Right)
    strip = learner.window.page.side.word.findChild(object, "statusStrip")
    assert told(strip)[0] == "How well you know this word"
    states = {
        told(one)[0]: interface(one).state().checked for one in strip.findChildren(QAbstractButton)
    }
    assert states["known"]
    assert not states["new"]


@pytest.mark.parametrize("action", [ActionId.MARKS, ActionId.CUT_WORDS, ActionId.GLOSSARIES])
def test_dialogs_name_their_lists(learner, action):
    learner.triggers(action)
    dialog = next(one for one in learner.window.findChildren(object) if _is_list_dialog(one))
    assert told(dialog.list)[0] == dialog.windowTitle()
    assert interface(dialog.list).role() == QAccessible.Role.List
    dialog.close()


def _is_list_dialog(one):
    return one.objectName() in ("marks", "cutWords", "glossaries")


def test_the_names_are_in_the_language_of_the_window(learner):
    learner.window.languages.choose("zh_CN")
    panes = learner.window.page.panes
    learner.qtbot.waitUntil(lambda: told(panes.clean_view)[0] == "净文", timeout=5_000)
    assert "F6" in told(panes.clean_view)[1]
    assert told(learner.window.page.side.word)[0].startswith("生词")
