"""Words of one's own in the window: keys, marks in the text, the panel, two windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.study.levels import LevelList
from reader.study.status import WordStatus
from reader.ui.known_dialog import KnownWords
from reader.ui.panes.word_marks import WordMark
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from reader.ui.window.use_choice import Use

SOURCE = "我們监管勞動(dòng)關(guān)係，維護權益。\n勞動(dòng)者的權益。\n"


@pytest.fixture
def learner(user, qtbot):
    """Read `SOURCE` with the word panel in front."""
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.WORD)
    user.window.page.panes.setFocus()
    return user


def types(user, *keys):
    view = user.window.page.panes.clean_view
    for key in keys:
        user.qtbot.keyClick(view, key)


def shown(user):
    word = user.window.page.side.word.word
    return word.text if word is not None else None


def marks(user):
    """Return word -> mark of all that is marked in the first block."""
    panes = user.window.page.panes
    text = panes.clean_view.pager.blocks.block_text(0)
    return {text[one.start : one.end]: one.mark for one in user.window.tab.study.meanings.marks(0)}


def test_arrows_go_from_word_to_word_and_the_panel_follows(learner):
    types(learner, Qt.Key.Key_Right)
    assert shown(learner) == "我们"
    types(learner, Qt.Key.Key_Right)
    assert shown(learner) == "监管"
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert shown(learner) == "维护"
    types(learner, Qt.Key.Key_Left)
    assert shown(learner) == "劳动关系"


def test_keys_say_how_well_a_word_is_known(learner):
    words = learner.window.study.words
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_K)
    assert words.status_of("我们") is WordStatus.KNOWN
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_3)
    assert words.status_of("监管") is WordStatus.LEARNING_3
    types(learner, Qt.Key.Key_I)
    assert words.status_of("监管") is WordStatus.IGNORED
    types(learner, Qt.Key.Key_0)
    assert words.status_of("监管") is WordStatus.NEW


def test_undo_takes_the_last_word_back(learner):
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_Z)
    assert learner.window.study.words.status_of("我们") is WordStatus.KNOWN
    types(learner, Qt.Key.Key_Z)
    assert learner.window.study.words.status_of("我们") is WordStatus.NEW
    types(learner, Qt.Key.Key_Z)
    assert "Nothing to undo" in learner.message


def test_the_next_new_word_is_found_and_known_ones_are_passed_over(learner):
    learner.window.study.words.set_statuses(("我们", "监管"), WordStatus.KNOWN)
    types(learner, Qt.Key.Key_N)
    assert shown(learner) == "劳动关系"
    learner.window.study.words.set_statuses(("维护", "权益", "劳动者"), WordStatus.KNOWN)
    types(learner, Qt.Key.Key_N)
    assert shown(learner) == "的"
    types(learner, Qt.Key.Key_K, Qt.Key.Key_N)
    assert "No new word" in learner.message


def test_the_panel_shows_and_sets_the_status(learner, qtbot):
    types(learner, Qt.Key.Key_Right)
    panel = learner.window.page.side.word
    assert "New to you" in panel.words()
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == "K Known")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert learner.window.study.words.status_of("我们") is WordStatus.KNOWN
    assert "You know it" in panel.words()


def test_new_words_are_marked_and_known_ones_are_plain(learner, qtbot):
    learner.triggers(ActionId.WORD_MARKS)
    qtbot.waitUntil(lambda: bool(marks(learner)), timeout=20_000)
    assert marks(learner)["监管"] is WordMark.NEW
    learner.window.study.words.set_status("监管", WordStatus.LEARNING_1)
    learner.window.study.words.set_status("权益", WordStatus.KNOWN)
    found = marks(learner)
    assert found["监管"] is WordMark.LEARNING
    assert "权益" not in found


def test_a_word_of_an_unsure_repair_is_neither_marked_nor_offered(learner):
    document = learner.document
    at = document.text.index("监管")
    assert learner.window.tab.study.meanings.can_learn((at, at + 2))
    learner.opens_text("全面加强監(jian)筦和挍(xiao)对。\n")
    learner.qtbot.waitUntil(learner.window.page.panes.readings_ready, timeout=30_000)
    doubtful = [one for one in learner.document.repairs if one.confidence < 0.95 and one.applied]
    for one in doubtful:
        span = learner.window.page.panes.clean_view.word_at(one.clean_start)
        assert not learner.window.tab.study.meanings.can_learn(span)


def test_words_are_there_in_the_next_window_and_seen_in_another(start, qtbot):
    first = start()
    first.window.study.words.set_status("监管", WordStatus.KNOWN)
    second = start()
    assert second.window.study.words.status_of("监管") is WordStatus.KNOWN
    first.window.study.words.set_status("权益", WordStatus.LEARNING_2)
    qtbot.waitUntil(
        lambda: second.window.study.words.status_of("权益") is WordStatus.LEARNING_2, timeout=10_000
    )


def test_single_keys_are_the_editors_while_the_review_panel_is_in_front(learner):
    learner.window.page.side.open_panel(Panel.REVIEW)
    types(learner, Qt.Key.Key_K)
    assert learner.window.study.words.statuses == {}


def above(user):
    """Return the hanzi of the first block that have a reading above them."""
    view = user.window.page.panes.clean_view
    (layout,) = [one for block, _, one in view.pager.visible() if block == 0]
    text = view.pager.blocks.block_text(0)
    return "".join(text[one.start : one.end] for one in layout.above or ())


def test_readings_stand_above_words_that_are_not_known(learner, qtbot):
    learner.window.study.words.set_statuses(("我们", "维护"), WordStatus.KNOWN)
    learner.triggers(ActionId.RUBY_NEW)
    qtbot.waitUntil(lambda: above(learner) != "", timeout=20_000)
    assert above(learner) == "监管劳动关系权益"
    learner.window.study.words.set_status("监管", WordStatus.KNOWN)
    qtbot.waitUntil(lambda: above(learner) == "劳动关系权益", timeout=5000)


def test_keys_still_mean_what_they_do_after_the_panel_is_closed(learner):
    """Closing it for room silenced P, T, D, B and N, and said nothing."""
    words, side = learner.window.study.words, learner.window.page.side
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Right)
    side.open_panel(None)
    assert "P: pinyin" in learner.window.status.keys.accessibleName()
    before = learner.window.actions_by_id[ActionId.GLOSSES].isChecked()
    types(learner, Qt.Key.Key_D)
    assert learner.window.actions_by_id[ActionId.GLOSSES].isChecked() is not before
    types(learner, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert side.front is None  # arrows scroll
    types(learner, Qt.Key.Key_K)  # the word cannot be seen: the panel opens first
    assert words.status_of("监管") is WordStatus.NEW
    assert side.front is Panel.WORD
    types(learner, Qt.Key.Key_K)
    assert words.status_of("监管") is WordStatus.KNOWN


def test_whoever_came_to_learn_is_asked_once_which_words_they_know(user):
    """在 and 和 were marked as new, and the menu that changes it was hard to find."""
    user.window.start_page.use_chosen.emit(Use.LEARN)
    user.opens_text(SOURCE)
    assert "All words count as new" in user.message
    user.answers.known = KnownWords(LevelList.HSK2025, 4)
    user.window.message.button.click()
    user.qtbot.waitUntil(
        lambda: user.window.study.words.status_of("我们") is WordStatus.KNOWN, timeout=10_000
    )


def test_nobody_is_asked_who_edits_or_has_said_it(learner):
    assert "count as new" not in learner.message
