"""Which words are known already, backups of words, and what the window begins with to learn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from reader.study.levels import LevelList
from reader.study.status import WordStatus
from reader.ui.known_dialog import KnownDialog, KnownWords
from reader.ui.panes.marking import Marking
from reader.ui.panes.ruby import RubyMode
from reader.ui.window.actions import ActionId
from reader.ui.window.use_choice import Use


def test_words_up_to_a_level_are_known(user):
    user.answers.known = KnownWords(LevelList.HSK2, 2)
    user.window.study.words.set_status("学习", WordStatus.LEARNING_2)
    user.triggers(ActionId.KNOWN_WORDS)
    words = user.window.study.words
    assert words.status_of("爱") is WordStatus.KNOWN
    assert words.status_of("学习") is WordStatus.LEARNING_2  # what was said by hand stays
    assert words.status_of("监管") is WordStatus.NEW
    assert user.message.endswith("more words are known now.")


def test_words_of_a_file_are_known(user, tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("监管\n權益\n", "utf-8")
    user.answers.known, user.answers.list_of_words = KnownWords(None), path
    user.triggers(ActionId.KNOWN_WORDS)
    assert user.window.study.words.status_of("权益") is WordStatus.KNOWN
    assert "2 more words" in user.message


def test_a_file_without_words_is_said(user, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\nno words here.\n", "utf-8")
    user.answers.known, user.answers.list_of_words = KnownWords(None), path
    user.triggers(ActionId.KNOWN_WORDS)
    assert "letter.txt" in user.message
    assert user.window.study.words.statuses == {}


def test_who_gives_up_changes_nothing(user):
    for action in (ActionId.KNOWN_WORDS, ActionId.BACK_UP_WORDS, ActionId.RESTORE_WORDS):
        user.triggers(action)
    assert user.window.study.words.statuses == {}


def test_a_backup_brings_words_back(user, tmp_path):
    user.answers.backup = tmp_path / "backup.sqlite"
    user.window.study.words.set_status("监管", WordStatus.KNOWN)
    user.triggers(ActionId.BACK_UP_WORDS)
    assert "backup.sqlite" in user.message
    user.window.study.words.set_status("监管", WordStatus.IGNORED)
    user.triggers(ActionId.RESTORE_WORDS)
    assert user.window.study.words.status_of("监管") is WordStatus.KNOWN


def test_what_is_no_backup_is_refused_and_nothing_lost(user, tmp_path):
    user.answers.backup = tmp_path / "backup.sqlite"
    user.answers.backup.write_text("no backup", "utf-8")
    user.window.study.words.set_status("监管", WordStatus.KNOWN)
    user.triggers(ActionId.RESTORE_WORDS)
    assert "backup.sqlite" in user.message
    assert user.window.study.words.status_of("监管") is WordStatus.KNOWN


@pytest.mark.parametrize("press", ["take", "from_file"])
def test_the_dialog_offers_lists_levels_and_a_file(user, qtbot, press):
    dialog = KnownDialog(user.window)
    qtbot.addWidget(dialog)
    dialog.list.setCurrentIndex(0)
    dialog.level.setCurrentIndex(3)
    button = getattr(dialog, press)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    expected = KnownWords(LevelList.HSK2, 4) if press == "take" else KnownWords(None)
    assert dialog.answer == expected


def test_levels_follow_the_list(user, qtbot):
    dialog = KnownDialog(user.window)
    qtbot.addWidget(dialog)
    dialog.level.setCurrentIndex(6)
    assert dialog.level.currentText() == "7–9"
    dialog.list.setCurrentIndex(0)
    assert dialog.level.currentText() == "6"
    buttons = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(
        buttons.button(QDialogButtonBox.StandardButton.Cancel), Qt.MouseButton.LeftButton
    )
    assert dialog.answer is None


def test_who_wants_to_learn_begins_with_a_quiet_page_new_words_and_their_pinyin(user):
    user.window.start_page.choice.chosen.emit(Use.LEARN)
    window = user.window
    assert window.pinyin.mode is RubyMode.NEW
    assert window.preferences.marking() is Marking.QUIET
    for action in (ActionId.MEANINGS, ActionId.WORD_MARKS):
        assert window.actions_by_id[action].isChecked()
