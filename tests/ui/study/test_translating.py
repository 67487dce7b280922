"""Translating in the window: asked first, kept, shown in the word panel."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox

from reader.ui import settings
from reader.ui.study.translation import TranslationState
from reader.ui.study.translation_dialog import TranslationDialog
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.study.server import serving

SOURCE = "我們监管勞動(dòng)關(guān)係。維護權益！\nThis is English.\n勞動(dòng)者的權益。\n"
FIRST, SECOND, LAST = "我们监管劳动关系。", "维护权益！", "劳动者的权益。"
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def server():
    with serving() as one:
        yield one


def reads(start, server=None, *, allowed=False):
    user = start((1400, 800))
    if server is not None:
        sets_up(user, server.address)
    if allowed:
        user.answers.send = True
    user.opens_text(SOURCE)
    user.qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.activateWindow()
    user.window.page.panes.setFocus()
    user.qtbot.waitUntil(user.window.isActiveWindow, timeout=5000)
    return user


def sets_up(user, address, key=""):
    user.triggers(ActionId.SET_UP_TRANSLATION)
    dialog = dialog_of(user)
    dialog.address.setText(address)
    dialog.key.setText(key)
    user.qtbot.mouseClick(dialog.buttons.button(OK), Qt.MouseButton.LeftButton)
    return dialog


def dialog_of(user):
    found = [one for one in user.window.findChildren(TranslationDialog) if one.isVisible()]
    return found[-1]


def goes_to(user, word):
    at = user.document.text.index(word)
    user.window.page.panes.select_clean((at, at + len(word)))
    user.triggers(ActionId.WORD_READINGS)


def shown(user):
    return user.window.page.side.word.translation


def waits(user, state=TranslationState.DONE):
    user.qtbot.waitUntil(
        lambda: shown(user) is not None and shown(user).state is state, timeout=15_000
    )
    return shown(user)


def button(user, name):
    return user.window.page.side.word.findChild(QAbstractButton, name)


def test_without_a_server_nothing_is_sent_and_something_else_is_offered(start):
    user = reads(start)
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    assert user.window.page.side.front is Panel.WORD
    assert shown(user).state is TranslationState.NO_SERVER
    assert "No translation server is set up" in user.window.page.side.word.words()
    assert user.answers.asked_to_send == []
    glosses = user.window.actions_by_id[ActionId.GLOSSES]
    assert not glosses.isChecked()
    button(user, "showGlosses").click()
    assert glosses.isChecked()
    button(user, "setUp").click()
    assert dialog_of(user).address.text() == ""


def test_a_sentence_is_sent_once_it_is_allowed(start, server):
    user = reads(start, server, allowed=True)
    goes_to(user, "监管")
    user.qtbot.keyClick(
        user.window.page.panes.clean_view, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier
    )
    found = waits(user)
    assert found.rows == ((FIRST, f"<{FIRST}>"),)
    words = user.window.page.side.word.words()
    assert f"<{FIRST}>" in words
    assert server.address.removeprefix("http://") in words
    assert server.sentences == [FIRST]
    assert user.answers.asked_to_send == [(f"{server.address}/translate", 1, False)]


def test_who_says_no_sends_nothing_and_is_asked_again(start, server):
    user = reads(start, server)
    for _ in range(2):
        user.triggers(ActionId.TRANSLATE_SENTENCE)
        assert shown(user) is None
    assert server.sentences == []
    assert len(user.answers.asked_to_send) == 2


def test_a_paragraph_is_translated_sentence_by_sentence(start, server):
    user = reads(start, server, allowed=True)
    goes_to(user, "维护")
    user.triggers(ActionId.TRANSLATE_PARAGRAPH)
    assert waits(user).rows == ((FIRST, f"<{FIRST}>"), (SECOND, f"<{SECOND}>"))
    assert len(server.asked) == 1
    assert SECOND in user.window.page.side.word.words()


def test_nothing_is_sent_twice_nor_asked_twice(start, server):
    user = reads(start, server, allowed=True)
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    goes_to(user, "维护")
    user.triggers(ActionId.TRANSLATE_PARAGRAPH)
    user.qtbot.waitUntil(lambda: len(shown(user).rows) == 2, timeout=5000)
    waits(user)
    assert server.sentences == [FIRST, SECOND]
    assert len(user.answers.asked_to_send) == 1


def test_what_is_kept_is_shown_with_the_word_and_after_a_restart(start, server):
    user = reads(start, server, allowed=True)
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    goes_to(user, "劳动者")
    assert shown(user) is None
    goes_to(user, "我们")
    assert shown(user).rows == ((FIRST, f"<{FIRST}>"),)
    user.window.close()
    again = reads(start)
    goes_to(again, "监管")
    assert shown(again).rows == ((FIRST, f"<{FIRST}>"),)
    assert server.sentences == [FIRST]


def test_translations_can_be_forgotten(start, server):
    user = reads(start, server, allowed=True)
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    user.triggers(ActionId.FORGET_TRANSLATIONS)
    assert shown(user) is None
    assert "Translations forgotten: 1" in user.message
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    assert server.sentences == [FIRST, FIRST]


def test_a_failure_is_said_in_the_panel_and_can_be_tried_again(start, server):
    user = reads(start, server, allowed=True)
    server.answer = lambda asked: (500, json.dumps({"error": "<b>out of memory</b>"}))
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    assert "500: <b>out of memory</b>" in waits(user, TranslationState.FAILED).problem
    assert "out of memory" in user.window.page.side.word.words()
    server.answer = server.translate
    button(user, "again").click()
    assert waits(user).rows == ((FIRST, f"<{FIRST}>"),)


@pytest.mark.parametrize("how", ["window", "document"])
def test_closing_does_not_wait_for_a_slow_server(start, server, how):
    user = reads(start, server, allowed=True)
    server.answer = lambda asked: None
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    user.qtbot.waitUntil(lambda: len(server.asked) == 1, timeout=10_000)
    if how == "window":
        assert user.window.close()
    else:
        user.triggers(ActionId.CLOSE)
        assert shown(user) is None


def test_another_word_while_a_sentence_comes_shows_nothing_of_it(start, server):
    user = reads(start, server, allowed=True)
    server.answer = lambda asked: None
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    user.qtbot.waitUntil(lambda: len(server.asked) == 1, timeout=10_000)
    assert shown(user).state is TranslationState.WAITING
    goes_to(user, "劳动者")
    assert shown(user) is None


def test_a_decision_inside_a_sentence_takes_its_translation_away(start, server):
    user = reads(start, server, allowed=True)
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    before = user.document
    user.window.page.panes.go_to_repair(before.repairs[0])
    user.triggers(ActionId.REJECT)
    user.qtbot.waitUntil(lambda: user.document is not before, timeout=10_000)
    goes_to(user, "监管")
    user.qtbot.waitUntil(lambda: shown(user) is None, timeout=5000)


def test_there_is_nothing_to_translate_in_english(start, server):
    user = reads(start, server, allowed=True)
    at = user.document.text.index("English")
    user.window.page.panes.select_clean((at, at + 7))
    user.triggers(ActionId.TRANSLATE_PARAGRAPH)
    assert "no Chinese" in user.message
    assert server.asked == []


def test_the_dialog_refuses_an_address_that_would_be_read_on_the_way(start):
    user = start()
    dialog = sets_up(user, "http://translate.example.org")
    assert dialog.isVisible()
    assert "without encryption" in dialog.problem.text()
    dialog.address.setText("nonsense ://")
    user.qtbot.mouseClick(dialog.buttons.button(OK), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.address.setText("translate.example.org")
    dialog.key.setText(" k1 ")
    user.qtbot.mouseClick(dialog.buttons.button(OK), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    user.triggers(ActionId.SET_UP_TRANSLATION)
    assert dialog_of(user).address.text() == "https://translate.example.org/translate"
    assert dialog_of(user).key.text() == "k1"


def test_cancelling_the_dialog_changes_nothing(start, server):
    user = start()
    sets_up(user, server.address, "k1")
    user.triggers(ActionId.SET_UP_TRANSLATION)
    dialog = dialog_of(user)
    dialog.address.setText("https://other.example")
    dialog.reject()
    user.triggers(ActionId.SET_UP_TRANSLATION)
    assert dialog_of(user).address.text() == f"{server.address}/translate"


def test_an_empty_address_turns_it_off_and_forgets_the_key(start, server):
    user = reads(start, server, allowed=True)
    sets_up(user, server.address, "k1")
    sets_up(user, "", "k1")
    user.triggers(ActionId.SET_UP_TRANSLATION)
    assert dialog_of(user).key.text() == ""
    dialog_of(user).reject()
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    assert shown(user).state is TranslationState.NO_SERVER


def test_a_consent_is_withdrawn_in_the_dialog(start, server):
    user = reads(start, server, allowed=True)
    sets_up(user, server.address, "secret")
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    assert user.answers.asked_to_send == [(f"{server.address}/translate", 1, True)]
    assert server.asked[0]["api_key"] == "secret"
    user.triggers(ActionId.SET_UP_TRANSLATION)
    dialog = dialog_of(user)
    assert server.address in dialog.allowed.text()
    user.qtbot.mouseClick(dialog.withdraw, Qt.MouseButton.LeftButton)
    assert not dialog.withdraw.isVisible()
    dialog.reject()
    user.answers.send = False
    goes_to(user, "劳动者")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    assert len(user.answers.asked_to_send) == 2
    assert server.sentences == [FIRST]


def test_another_server_needs_another_consent(start, server):
    user = reads(start, server, allowed=True)
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    waits(user)
    with serving() as other:
        sets_up(user, other.address)
        user.answers.send = False
        user.triggers(ActionId.TRANSLATE_SENTENCE)
        assert [address for address, _, _ in user.answers.asked_to_send] == [
            f"{server.address}/translate",
            f"{other.address}/translate",
        ]
        assert other.asked == []


def test_setting_up_goes_on_with_what_was_asked(start, server):
    user = reads(start)
    user.answers.send = True
    goes_to(user, "监管")
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    button(user, "setUp").click()
    dialog = dialog_of(user)
    dialog.address.setText(server.address)
    user.qtbot.mouseClick(dialog.buttons.button(OK), Qt.MouseButton.LeftButton)
    assert waits(user).rows == ((FIRST, f"<{FIRST}>"),)


def test_a_damaged_setting_is_told_of_and_sends_nothing(start, tmp_path):
    (tmp_path / "settings").mkdir()
    file = tmp_path / "settings" / "jingdu.ini"
    file.write_text(f"[{settings.TRANSLATOR.key.split('/')[0]}]\nserver=http://example.org\n")
    user = reads(start)
    user.triggers(ActionId.TRANSLATE_SENTENCE)
    assert "without encryption" in waits(user, TranslationState.FAILED).problem
    assert button(user, "setUp") is not None
