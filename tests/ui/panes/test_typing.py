"""Typing in the clean text, as a user does with keys, the mouse and an input method."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.review.typing import Replacement
from reader.ui.panes.paragraph_editor import ParagraphEditor
from tests.ui.panes.making import DAMAGED, make_document
from tests.ui.panes.mouse import center


@pytest.fixture
def editor(panes):
    panes.set_document(make_document(DAMAGED))
    panes.typing.set_allowed(True)
    return panes.findChild(ParagraphEditor)


def test_typing_over_a_repair_tells_what_is_different(panes, editor, qtbot):
    repair = panes.next_repair()
    panes.start_typing()
    assert editor.isVisible()
    assert (
        editor.textCursor().selectedText()
        == panes.document.text[repair.clean_start : repair.clean_end]
    )
    QTest.keyClicks(editor, "x")
    with qtbot.waitSignal(panes.typing.typed) as typed:
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert typed.args == [(Replacement(repair.clean_start, repair.clean_end, "x"),)]
    assert not editor.isVisible()
    assert panes.clean_view.hasFocus()


def test_a_double_click_opens_the_editor_at_the_character(panes, editor):
    at = panes.document.text.index("完善")
    view = panes.clean_view.viewport()
    place = center(panes.clean_view, at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)  # else it stays pressed
    assert editor.isVisible()
    assert editor.textCursor().position() == at


def test_nothing_typed_is_nothing_told(panes, editor, qtbot):
    panes.start_typing()
    with qtbot.assertNotEmitted(panes.typing.typed):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_what_is_typed_is_not_lost_when_another_pane_is_clicked(panes, editor, qtbot):
    panes.start_typing()
    QTest.keyClicks(editor, "y")
    with qtbot.waitSignal(panes.typing.typed):
        panes.source_view.setFocus(Qt.FocusReason.MouseFocusReason)


def test_an_input_method_writes_into_the_editor_and_not_into_the_page(panes, editor, qtbot):
    view = panes.clean_view
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    panes.start_typing()
    assert editor.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(editor, QInputMethodEvent("lao", []))
    assert editor.changes() == (), "what is not committed is not typed"
    event = QInputMethodEvent()
    event.setCommitString("牢")
    QApplication.sendEvent(editor, event)
    with qtbot.waitSignal(panes.typing.typed) as typed:
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    ((change,),) = typed.args
    assert change.text == "牢"


def test_pasted_markup_is_plain_text(panes, editor):
    panes.start_typing()
    data = QMimeData()
    data.setHtml("<b>粗</b>")
    data.setText("粗")
    editor.insertFromMimeData(data)  # as pasting does
    (change,) = editor.changes()
    assert change.text == "粗"


def test_characters_that_qt_cannot_hold_stay_as_they_are(panes, qtbot):
    panes.set_document(make_document("甲\ud800乙\u00a0丙丁", []))
    panes.typing.set_allowed(True)
    panes.start_typing()
    editor = panes.findChild(ParagraphEditor)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor, "x")
    assert editor.changes() == (Replacement(6, 6, "x"),)


def test_the_page_scrolls_with_the_editor(panes, editor):
    panes.set_document(make_document("勞動\n" * 30))
    panes.go_to_clean(9)
    panes.start_typing()
    top = editor.y()
    panes.clean_view.scroll_by(-40)
    assert editor.isVisible()
    assert editor.y() == top + 40


def test_what_may_not_be_decided_on_is_not_typed_in(panes, editor):
    panes.typing.set_allowed(False)
    panes.start_typing()
    assert not editor.isVisible()


def test_wide_characters_count_as_one(panes):
    panes.set_document(make_document("𠀀𠀁中", []))
    panes.typing.set_allowed(True)
    panes.start_typing()
    editor = panes.findChild(ParagraphEditor)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.changes() == (Replacement(2, 3, ""),)
