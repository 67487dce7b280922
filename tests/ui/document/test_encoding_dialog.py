"""Trying another encoding before it is taken."""

import pytest
from PySide6.QtCore import Qt

from reader.ui.document.encoding_dialog import EncodingDialog
from reader.ui.window.actions import ActionId

TEXT = "第一条 为了保护劳动者的合法权益，制定本法。\n第二条 本法自公布之日起施行。\n"


@pytest.fixture
def dialog(user, tmp_path):
    """The dialog over a GBK file, and the user."""
    path = tmp_path / "law.txt"
    path.write_bytes(TEXT.encode("gbk"))
    user.opens(path)
    user.triggers(ActionId.TRY_ENCODING)
    found = user.window.findChild(EncodingDialog)
    user.qtbot.waitExposed(found)
    return found


def to_big5(user, dialog):
    while "Big5" not in dialog.list.currentItem().text():
        user.qtbot.keyClick(dialog.list, Qt.Key.Key_Down)


def test_the_encodings_stand_by_how_chinese_they_read(user, dialog):
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert "GB18030" in texts[0]
    assert "in use" in texts[0]
    assert "detected" in texts[0]
    assert not any("in use" in text for text in texts[1:])
    assert dialog.list.currentRow() == 0
    assert dialog.preview.toPlainText().startswith("第一条 为了保护")
    assert "All bytes" in dialog.note.text()


def test_what_the_file_says_is_seen_before_it_is_taken(user, dialog):
    to_big5(user, dialog)
    assert "第一条" not in dialog.preview.toPlainText()
    assert user.document.text == TEXT


def test_escape_leaves_everything(user, dialog):
    before = user.document
    to_big5(user, dialog)
    user.qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not user.window.tab.documents.is_opening
    assert user.document is before


def test_enter_takes_it_and_the_next_time_it_is_marked(user, dialog):
    to_big5(user, dialog)
    encoding = "cp950" if "traditional" in dialog.list.currentItem().text() else "big5hkscs"
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert user.document.origin.encoding == encoding
    assert user.document.origin.how == "chosen"
    user.qtbot.waitUntil(lambda: user.window.findChild(EncodingDialog) is None)
    user.triggers(ActionId.TRY_ENCODING)
    again = user.window.findChild(EncodingDialog)
    assert "in use" in again.list.currentItem().text()
    assert "Big5" in again.list.currentItem().text()


def test_enter_on_the_encoding_of_now_changes_nothing(user, dialog):
    before = user.document
    user.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not user.window.tab.documents.is_opening
    assert user.document is before


def test_a_pasted_text_has_no_bytes_to_read_again(user):
    user.opens_text()
    assert not user.window.actions_by_id[ActionId.TRY_ENCODING].isEnabled()


def test_a_file_that_is_gone_is_told(user, dialog):
    dialog.reject()
    user.document.origin.path.unlink()
    user.triggers(ActionId.TRY_ENCODING)
    assert "law.txt" in user.message
