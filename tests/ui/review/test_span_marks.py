"""Bookmarks and notes of a reader: by key, in the margin, in the list, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.ui.kinds import theme_colour
from reader.ui.panes.span_marks import SpanSign
from reader.ui.review.marks_dialog import MarksDialog
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.study.test_own_words import shown, types

SOURCE = "我們监管勞動(dòng)關(guān)係，維護權益。\n勞動(dòng)者的權益。\n第三段在此。\n"
KEY = Qt.Key


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(SOURCE, "utf-8")
    return path


@pytest.fixture
def learner(user, page):
    user.window.resize(1400, 800)
    reads(user, page)
    return user


def reads(user, path):
    user.opens(path)
    user.qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.WORD)
    user.window.page.panes.setFocus()


def listed(user, sign=SpanSign.BOOKMARK):
    marks = user.window.tab.marks.listed
    return [user.document.text[slice(*one.clean)] for one in marks if one.sign is sign]


def notes(user):
    marks = user.window.tab.marks.listed
    return {one.excerpt: one.text for one in marks if one.sign is SpanSign.NOTE}


def goes_to(user, word):
    view = user.window.page.panes.clean_view
    user.window.tab.study.reading_keys.show(view.word_at(user.document.text.index(word)))


def shift(user, key):
    view = user.window.page.panes.clean_view
    user.qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)


def test_a_key_sets_a_bookmark_and_takes_it_away(learner):
    goes_to(learner, "劳动关系")
    types(learner, KEY.Key_B)
    assert listed(learner) == ["劳动关系"]
    types(learner, KEY.Key_B)
    assert listed(learner) == []


def test_what_is_selected_is_marked(learner):
    at = learner.document.text.index("的权益")
    learner.window.page.panes.select_clean((at, at + 3))
    types(learner, KEY.Key_B)
    assert listed(learner) == ["的权益"]
    goes_to(learner, "权益。\n第")
    types(learner, KEY.Key_B)  # the word lies in it
    assert listed(learner) == []


def test_z_takes_back_what_was_done_last_to_a_word_or_a_place(learner):
    goes_to(learner, "监管")
    types(learner, KEY.Key_B, KEY.Key_K, KEY.Key_Z)
    assert listed(learner) == ["监管"]
    types(learner, KEY.Key_Z)
    assert listed(learner) == []
    types(learner, KEY.Key_K, KEY.Key_B, KEY.Key_Z)
    assert listed(learner) == []
    types(learner, KEY.Key_Z, KEY.Key_Z)
    assert "Nothing to undo" in learner.message


def test_undo_of_decisions_takes_it_back_and_redo_brings_it_again(learner):
    goes_to(learner, "监管")
    types(learner, KEY.Key_B)
    learner.triggers(ActionId.UNDO)
    assert listed(learner) == []
    learner.triggers(ActionId.REDO)
    assert listed(learner) == ["监管"]


def test_z_leaves_decisions_alone(learner):
    goes_to(learner, "监管")
    types(learner, KEY.Key_B)
    learner.window.page.side.open_panel(Panel.REVIEW)
    learner.triggers(ActionId.NEXT_REPAIR)
    learner.triggers(ActionId.REJECT)
    before = learner.document.text
    learner.window.page.side.open_panel(Panel.WORD)
    types(learner, KEY.Key_Z)
    assert learner.document.text == before
    assert listed(learner) == ["监管"]


def test_they_are_in_the_file_beside_the_document_and_there_again(learner, page, start):
    goes_to(learner, "权益")
    types(learner, KEY.Key_B)
    learner.answers.note_text = "看原件 <b>"
    shift(learner, KEY.Key_M)
    learner.quits()
    assert page.with_name("page.txt.jingdu").exists()
    again = start((1400, 800))
    reads(again, page)
    assert listed(again) == ["权益"]
    assert notes(again) == {"权益": "看原件 <b>"}


def test_they_move_with_the_text_when_the_file_changes(learner, page, start):
    goes_to(learner, "第")
    at = learner.document.text.index("第三段")
    learner.window.page.panes.select_clean((at, at + 3))
    types(learner, KEY.Key_B)
    learner.quits()
    page.write_text("新的一段。\n" + SOURCE, "utf-8")
    again = start((1400, 800))
    reads(again, page)
    assert listed(again) == ["第三段"]


def test_a_note_is_written_changed_and_removed(learner):
    goes_to(learner, "监管")
    learner.answers.note_text = "supervise"
    shift(learner, KEY.Key_M)
    assert learner.answers.asked_about == [("监管", "")]
    learner.answers.note_text = "oversee"
    shift(learner, KEY.Key_M)
    assert learner.answers.asked_about[-1] == ("监管", "supervise")
    assert notes(learner) == {"监管": "oversee"}
    learner.answers.note_text = None
    shift(learner, KEY.Key_M)  # given up
    assert notes(learner) == {"监管": "oversee"}
    learner.answers.note_text = ""
    shift(learner, KEY.Key_M)
    assert notes(learner) == {}


def test_without_a_place_nothing_is_marked(learner):
    types(learner, KEY.Key_B)
    assert "Select some text" in learner.message
    shift(learner, KEY.Key_M)
    assert learner.answers.asked_about == []


def test_keys_go_from_bookmark_to_bookmark(learner):
    for word in ("监管", "劳动者", "第"):
        goes_to(learner, word)
        types(learner, KEY.Key_B)
    goes_to(learner, "我们")
    text = learner.document.text

    def selected():
        return text[slice(*learner.window.page.panes.clean_selection())]

    learner.triggers(ActionId.NEXT_BOOKMARK)
    assert selected() == "监管"
    learner.triggers(ActionId.NEXT_BOOKMARK)
    assert selected() == "劳动者"
    learner.triggers(ActionId.PREVIOUS_BOOKMARK)
    assert selected() == "监管"
    learner.triggers(ActionId.PREVIOUS_BOOKMARK)
    assert "No more bookmarks before" in learner.message


def test_without_bookmarks_the_window_says_how_to_add_one(learner):
    learner.triggers(ActionId.NEXT_BOOKMARK)
    assert "Edit > Add or remove bookmark" in learner.message


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_list_goes_there_renames_and_removes(learner, qtbot):
    goes_to(learner, "监管")
    types(learner, KEY.Key_B)
    learner.answers.note_text = "who?"
    goes_to(learner, "劳动者")
    shift(learner, KEY.Key_M)
    learner.triggers(ActionId.MARKS)
    dialog = learner.window.findChild(MarksDialog)
    assert rows(dialog) == ["Bookmark: 监管劳动关系，维护权益。", "Note: who? – 劳动者"]
    dialog.list.setCurrentRow(0)
    learner.answers.bookmark_text = "start"
    qtbot.keyClick(dialog.list, KEY.Key_F2)
    assert rows(dialog)[0] == "Bookmark: start – 监管劳动关系，维护权益。"
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, KEY.Key_Delete)
    assert rows(dialog) == ["Bookmark: start – 监管劳动关系，维护权益。"]
    qtbot.keyClick(dialog.list, KEY.Key_Z)
    assert len(rows(dialog)) == 2
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, KEY.Key_Return)
    span = learner.window.page.panes.clean_selection()
    assert learner.document.text[slice(*span)] == "劳动者"


def test_an_empty_list_says_how_to_begin(learner):
    learner.triggers(ActionId.MARKS)
    dialog = learner.window.findChild(MarksDialog)
    assert "No bookmarks or notes yet" in rows(dialog)[0]
    assert not dialog.go_there.isEnabled()
    dialog.close()


def test_the_margin_and_the_text_show_them(learner, qtbot):
    view = learner.window.page.panes.clean_view
    blue = theme_colour("cur", dark=False)

    def bar_and_flag():
        image = view.viewport().grab().toImage()
        at = learner.document.text.index("劳动者")
        box = view.pager.boxes(at, at + 3)[0]
        bar = image.pixelColor(2, int(box.center().y()))
        flag = image.pixelColor(int(box.right() - 1), int(box.top()))
        return [QColor(one.rgb()) == QColor(blue.rgb()) for one in (bar, flag)]

    goes_to(learner, "第")
    assert bar_and_flag() == [False, False]
    goes_to(learner, "劳动者")
    types(learner, KEY.Key_B)
    goes_to(learner, "第")
    assert bar_and_flag() == [True, False]
    goes_to(learner, "劳动者")
    learner.answers.note_text = "who?"
    shift(learner, KEY.Key_M)
    goes_to(learner, "第")
    assert bar_and_flag() == [True, True]


def test_sentence_keys_go_to_the_first_word(learner):
    types(learner, KEY.Key_Down)
    assert shown(learner) == "我们"
    types(learner, KEY.Key_Down)
    assert shown(learner) == "劳动者"
    types(learner, KEY.Key_Right, KEY.Key_Up)
    assert shown(learner) == "劳动者"
    types(learner, KEY.Key_Up)
    assert shown(learner) == "我们"
    types(learner, KEY.Key_Up)
    assert shown(learner) == "我们"


def test_arrows_scroll_while_nobody_learns(learner):
    learner.window.page.side.open_panel(Panel.REVIEW)
    learner.window.tab.study.reading_keys.current = None
    types(learner, KEY.Key_Down)
    assert learner.window.tab.study.reading_keys.current is None
