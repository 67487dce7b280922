"""What the window says of the meaning of words: in the popup, and in the word panel."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton

from reader.ui.study.sentence_button import SentenceButton
from reader.ui.window.actions import ActionId
from tests.ui.panes.mouse import put_aside, rest_on

SOURCE = (
    "全(quan)麵加強勞動(dòng)(dong)關(guān)係協(xié)調。\n"
    "我們监管R&D勞動(dòng)關(guān)係。\n一二三䴚。\n"
)


@pytest.fixture
def learner(user, qtbot):
    """Read `SOURCE`, once words can be told apart."""
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    yield user
    put_aside()


def rests(user, word):
    """Let the mouse rest on a word until the popup is there."""
    panes = user.window.page.panes
    rest_on(panes.clean_view, user.document.text.index(word))
    user.qtbot.waitUntil(panes.popup.isVisible, timeout=5000)
    return panes.popup


def looks_up(user, word):
    panes = user.window.page.panes
    at = user.document.text.index(word)
    panes.select_clean((at, at + len(word)))
    user.triggers(ActionId.WORD_READINGS)
    return user.window.page.side.word


def test_the_popup_says_what_a_word_means_and_what_stood_there(learner):
    popup = rests(learner, "劳动")
    meaning = popup.meaning
    assert (meaning.word, meaning.other) == ("劳动关系", "勞動關係")
    assert meaning.pinyin.text == "láodòngguānxì"
    assert meaning.gloss == "labour relations"
    assert popup.words.startswith("勞動(dòng)(dong)關(guān)係")
    assert "labour relations" in popup.accessibleDescription()


def test_a_word_that_was_never_damaged_has_a_popup_of_its_meaning_alone(learner):
    popup = rests(learner, "监管")
    assert popup.meaning.gloss == "oversight"
    assert (popup.quiet, popup.words) == ("", "")
    assert popup.meaning.level == "HSK 7–9"


def test_the_popup_covers_neither_its_word_nor_its_twin(learner):
    panes = learner.window.page.panes
    popup = rests(learner, "劳动")
    at = learner.document.text.index("劳动")
    for box in panes.clean_view.pager.boxes(at, at + 4):
        corner = panes.clean_view.viewport().mapTo(panes, box.toAlignedRect().topLeft())
        assert not popup.geometry().contains(corner)


def test_without_meanings_the_popup_tells_of_repairs_only(learner, qtbot):
    learner.triggers(ActionId.MEANINGS)
    popup = rests(learner, "劳动")
    assert popup.meaning is None
    assert popup.words
    panes = learner.window.page.panes
    put_aside()
    rest_on(panes.clean_view, learner.document.text.index("监管"))
    qtbot.wait(300)
    assert not panes.popup.isVisible()
    learner.triggers(ActionId.MEANINGS)
    put_aside()
    assert rests(learner, "监管").meaning is not None


def test_the_word_panel_says_all_that_is_known(learner):
    panel = looks_up(learner, "劳动关系")
    words = panel.words()
    for part in ("勞動關係", "labour relations", "policy glossary", "2 times here", "Words inside"):
        assert part in words, words
    assert "关系" in words
    assert "Sure to" in words


def test_a_word_says_how_frequent_it_is_and_can_be_copied(learner):
    panel = looks_up(learner, "监管")
    assert re.search(r"about \d0* in a million words", panel.words())
    panel.findChild(QToolButton, "copyWord").click()
    word, pinyin, *gloss = QGuiApplication.clipboard().text().split(" ")
    assert (word, pinyin, bool(gloss)) == ("监管", "jiānguǎn", True)


def test_a_word_without_meaning_is_said_to_have_none(learner):
    assert "No dictionary has this word." in looks_up(learner, "䴚").words()


def test_text_of_the_document_is_no_markup(learner):
    words = looks_up(learner, "劳动关系").words()
    assert "我们监管R&D劳动关系。" in words


def test_a_sentence_of_the_panel_leads_to_its_place(learner, qtbot):
    panel = looks_up(learner, "劳动关系")
    QApplication.processEvents()
    sentences = panel.findChildren(SentenceButton)
    other = next(one for one in sentences if one.isEnabled())
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    panes = learner.window.page.panes
    start, end = panes.clean_view.selection.span
    assert panes.selected_text() == learner.document.text[start:end] == "劳动关系"
    assert start == learner.document.text.rindex("劳动关系")


def test_glosses_stand_under_the_words_and_go_again(learner, qtbot):
    view = learner.window.page.panes.clean_view
    learner.triggers(ActionId.GLOSSES)
    at = learner.document.text.index("劳动")

    def glosses():
        return [one for _, _, layout in view.pager.visible() for one in layout.glosses or ()]

    qtbot.waitUntil(
        lambda: any(one.text == "labour relations" for one in glosses()), timeout=20_000
    )
    before = view.pager.boxes(at, at + 4)
    assert len(before) == 1
    learner.triggers(ActionId.GLOSSES)
    assert glosses() == []


def test_glosses_are_there_again_in_the_next_window(start, qtbot):
    first = start()
    first.triggers(ActionId.GLOSSES)
    first.quits()
    second = start()
    second.opens_text(SOURCE)
    assert second.window.actions_by_id[ActionId.GLOSSES].isChecked()
    assert second.window.page.panes.is_glossed
