"""Words that the user joins and splits: by key, everywhere at once, and back again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from reader.export.table import Use, exports_for
from reader.study import Dictionary
from reader.study.status import WordStatus
from reader.study.vocabulary import count_words
from reader.ui.study.cut_words_dialog import CutWordsDialog
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.study.test_own_words import marks, shown, types

SOURCE = "我们推动智慧监管，方便面好吃。\n智慧监管和方便面。\n"
J, X, Z, RIGHT = Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_Z, Qt.Key.Key_Right


@pytest.fixture
def learner(user, qtbot):
    """Read `SOURCE` with the word panel in front."""
    user.window.resize(1400, 800)
    reads(user, SOURCE)
    return user


def reads(user, text):
    user.opens_text(text)
    user.qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.WORD)
    user.window.page.panes.setFocus()


def words(user):
    """Return the words that arrows go through, from the first to the last."""
    panes = user.window.page.panes
    text, at, found = panes.document.text, 0, []
    while at < len(text):
        start, end = panes.clean_view.word_at(at)
        if text[start:end].isalpha():
            found.append(text[start:end])
        at = end
    return found


def goes_to(user, word, number=1):
    at = -1
    for _ in range(number):
        at = user.window.page.panes.document.text.index(word, at + 1)
    user.window.tab.study.reading_keys.show(user.window.page.panes.clean_view.word_at(at))


def test_a_key_joins_a_word_with_the_next_wherever_both_stand(learner):
    assert words(learner).count("智慧") == 2
    goes_to(learner, "智慧")
    types(learner, J)
    assert shown(learner) == "智慧监管"
    assert words(learner).count("智慧监管") == 2
    assert "智慧" not in words(learner)


def test_shift_joins_with_the_word_before(learner, qtbot):
    goes_to(learner, "监管")
    view = learner.window.page.panes.clean_view
    qtbot.keyClick(view, J, Qt.KeyboardModifier.ShiftModifier)
    assert shown(learner) == "智慧监管"


def test_a_key_splits_a_word_and_goes_on_through_the_ways_to(learner):
    goes_to(learner, "方便面")
    types(learner, X)
    assert words(learner).count("方便") == words(learner).count("面") == 2
    assert shown(learner) == "方便"
    assert "方便 | 面" in learner.message
    types(learner, X)
    assert "方便面" not in words(learner)
    assert "方便" not in words(learner)
    types(learner, X, X)  # the last way, then whole again
    assert words(learner).count("方便面") == 2
    assert learner.window.study.words.segments.parts == {}


def test_undo_takes_back_a_split_with_all_its_ways(learner):
    goes_to(learner, "智慧")
    types(learner, J)
    goes_to(learner, "方便面")
    types(learner, X, X, Z)
    assert words(learner).count("方便面") == 2
    assert shown(learner) == "方便面"
    types(learner, Z)
    assert words(learner).count("智慧") == 2
    types(learner, Z)
    assert "Nothing to undo" in learner.message


def test_undo_goes_through_statuses_and_cuts_in_order(learner):
    goes_to(learner, "智慧")
    types(learner, J, Qt.Key.Key_K)
    assert learner.window.study.words.status_of("智慧监管") is WordStatus.KNOWN
    types(learner, Z)
    assert learner.window.study.words.status_of("智慧监管") is WordStatus.NEW
    assert shown(learner) == "智慧监管"
    types(learner, Z)
    assert shown(learner) == "智慧"


def test_it_holds_in_other_documents_and_in_the_next_window(learner, start):
    goes_to(learner, "智慧")
    types(learner, J)
    reads(learner, "什么是智慧监管？")
    assert "智慧监管" in words(learner)
    other = start()
    reads(other, "加快智慧监管发展。")
    assert "智慧监管" in words(other)


def test_a_tab_in_the_background_follows(learner):
    first = learner.window.tab
    reads(learner, "什么是智慧监管？")
    goes_to(learner, "智慧")
    types(learner, J)
    learner.window.tabs.show_tab(first)
    assert words(learner).count("智慧监管") == 2


def test_the_marks_and_glosses_follow(learner, qtbot):
    learner.triggers(ActionId.WORD_MARKS)
    qtbot.waitUntil(lambda: "智慧" in marks(learner), timeout=30_000)
    goes_to(learner, "智慧")
    types(learner, J)
    qtbot.waitUntil(lambda: "智慧监管" in marks(learner), timeout=30_000)
    assert "智慧" not in marks(learner)


def test_pinyin_above_words_is_grouped_so(learner, qtbot):
    learner.triggers(ActionId.BY_WORD)
    learner.triggers(ActionId.RUBY_ALWAYS)
    blocks = learner.window.page.panes.readings.blocks

    def above():
        return [one.pinyin for one in blocks.of_block(0) or ()]

    qtbot.waitUntil(lambda: "jiānguǎn" in above(), timeout=30_000)
    goes_to(learner, "智慧")
    types(learner, J)
    qtbot.waitUntil(lambda: "zhìhuìjiānguǎn" in above(), timeout=30_000)


def test_the_list_counts_them_anew(learner, qtbot):
    learner.window.page.side.open_panel(Panel.LIST)
    listed = learner.window.page.side.list
    qtbot.waitUntil(
        lambda: not listed.is_counting and bool(listed.model.rowCount()), timeout=30_000
    )
    learner.window.page.side.open_panel(Panel.WORD)
    goes_to(learner, "智慧")
    types(learner, J)
    goes_to(learner, "方便面")
    types(learner, X)
    learner.window.page.side.open_panel(Panel.LIST)
    qtbot.waitUntil(lambda: listed.model.find("智慧监管") is not None, timeout=30_000)
    rows = [listed.model.row_at(row).word for row in range(listed.model.rowCount())]
    counted = count_words(learner.document, Dictionary(), own=learner.window.study.words.segments)
    assert {one.word: one.count for one in rows} == {one.word: one.count for one in counted}


@pytest.mark.parametrize(
    ("word", "key", "said"),
    [
        ("监管", J, "no word next to it"),
        ("我们", X, ""),
        ("好吃", X, ""),
    ],
)
def test_what_cannot_be_done_is_said(learner, word, key, said):
    goes_to(learner, word)
    types(learner, key)
    assert said in learner.message


def test_a_character_cannot_be_split(learner):
    goes_to(learner, "和")
    types(learner, X)
    assert "cannot be split" in learner.message
    assert learner.window.study.words.segments.parts == {}


def test_without_a_word_nothing_is_joined(learner):
    types(learner, J)
    assert "Select a word" in learner.message
    types(learner, X)
    assert "Select a word" in learner.message
    assert learner.window.study.words.segments.parts == {}


def test_what_is_selected_becomes_one_word(learner):
    at = learner.document.text.index("面好")
    learner.window.page.panes.select_clean((at, at + 3))
    types(learner, J)
    assert "面好吃" in words(learner)
    assert shown(learner) == "面好吃"


def test_the_menu_of_a_word_joins_and_splits(learner, qtbot):
    view = learner.window.page.panes.clean_view
    at = learner.document.text.index("智慧")
    place = view.pager.boxes(at, at + 1)[0].center().toPoint()

    def entries():
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(QPoint(place))
        )
        QApplication.sendEvent(view.viewport(), event)
        menu = next(one for one in learner.window.findChildren(QMenu) if one.isVisible())
        return {one.text(): one for one in menu.actions()}, menu

    found, menu = entries()
    found["Join with next word"].trigger()
    menu.close()
    assert "智慧监管" in words(learner)
    found, menu = entries()
    found["Split: 智慧 | 监管"].trigger()
    menu.close()
    assert "智慧" in words(learner)


def test_keys_rest_where_the_word_panel_is_not_in_front(learner):
    goes_to(learner, "智慧")
    learner.window.page.side.open_panel(Panel.REVIEW)
    types(learner, X)
    assert learner.window.study.words.segments.parts == {}


def test_the_panel_says_what_was_cut_and_takes_it_back(learner):
    panel = learner.window.page.side.word
    goes_to(learner, "方便面")
    assert panel.findChild(QPushButton, "forgetCut") is None
    types(learner, X)
    assert "方便面: split by you into 方便 | 面" in panel.words()
    panel.findChild(QPushButton, "forgetCut").click()
    assert "split by you" not in panel.words()
    assert shown(learner) == "方便面"


def dialog(user):
    user.triggers(ActionId.CUT_WORDS)
    return user.window.findChild(CutWordsDialog)


def rows(shown):
    return [shown.list.item(row).text() for row in range(shown.list.count())]


def test_all_of_them_are_listed_removed_and_brought_back(learner, qtbot):
    goes_to(learner, "智慧")
    types(learner, J)
    goes_to(learner, "方便面")
    types(learner, X)
    found = dialog(learner)
    assert rows(found) == ["方便面: split by you into 方便 | 面", "智慧监管: joined by you"]
    assert not found.remove.isEnabled()
    found.list.setCurrentRow(1)
    qtbot.keyClick(found.list, Qt.Key.Key_Delete)
    assert rows(found) == ["方便面: split by you into 方便 | 面"]
    assert "智慧" in words(learner)
    qtbot.keyClick(found.list, Z)
    assert "智慧监管" in words(learner)
    assert not found.undo.isEnabled()
    found.close()


def test_without_any_the_dialog_says_so(learner):
    found = dialog(learner)
    assert rows(found) == ["You have not joined or split any words."]
    found.list.setCurrentRow(0)
    found.remove_selected()
    assert not found.remove.isEnabled()
    found.close()


def test_the_menu_joins_and_splits_too(learner):
    goes_to(learner, "智慧")
    learner.triggers(ActionId.JOIN_WORD)
    assert "智慧监管" in words(learner)
    learner.triggers(ActionId.SPLIT_WORD)
    assert "智慧监管" not in words(learner)


def test_an_export_has_the_words_as_the_page_has_them(learner, tmp_path, qtbot):
    goes_to(learner, "智慧")
    types(learner, J)
    learner.answers.saved = tmp_path / "words.html"
    learner.window.tab.export(exports_for(Use.WINDOW)["words-html"])
    qtbot.waitUntil(learner.answers.saved.exists, timeout=30_000)
    page = learner.answers.saved.read_text("utf-8")
    assert ">智慧监管</" in page  # in the list below the text
    assert ">智慧</" not in page
