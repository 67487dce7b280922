import os
from pathlib import Path

import pytest

from reader.text.errors import ReaderError
from tests.ui.conftest import CLEAN, DAMAGED


def empty(folder):
    path = folder / "empty.txt"
    path.write_bytes(b"")
    return path


def binary(folder):
    path = folder / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    return path


def missing(folder):
    return folder / "gone.txt"


def forbidden(folder):
    path = folder / "forbidden.txt"
    path.write_text(DAMAGED, "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    return path


@pytest.mark.parametrize("make", [empty, binary, missing, forbidden])
def test_a_bad_file_is_told_and_the_document_stays(user, tmp_path, make):
    user.opens_text()
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000) as failed:
        user.window.open_commands.open_path(make(tmp_path))
    assert isinstance(failed.args[0], ReaderError)
    what, advice = user.message.split("\n")
    assert what
    assert advice
    assert user.document.text == CLEAN
    assert not user.window.status.cancel.isVisible()


def test_a_bad_file_leaves_the_start_page(user, tmp_path):
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.window.open_commands.open_path(missing(tmp_path))
    assert user.window.start_page.isVisible()


def test_the_message_goes_when_the_next_file_opens(user, tmp_path, damaged):
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.window.open_commands.open_path(empty(tmp_path))
    user.opens(damaged)
    assert user.message == ""


def test_broken_bytes_are_shown_and_counted(user, tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes("全面加强劳动关系协调。".encode() * 20 + b"\xff\xfe\xff" + "完".encode())
    user.opens(path)
    assert user.document is not None
    assert user.document.origin.lost > 0
    assert "lost" in user.window.status.summary.text()


def test_one_line_without_an_end_is_shown(user, tmp_path):
    path = tmp_path / "line.txt"
    path.write_text("他" * 300_000, "utf-8")
    user.opens(path)
    assert len(user.document.text) == 300_000


def test_a_file_that_vanished_leaves_the_recent_files(user, damaged):
    user.opens(damaged)
    damaged.unlink()
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.window.open_commands.open_path(damaged)
    user.window.recent_menu.fill()
    assert "报告.txt" not in [action.text() for action in user.window.recent_menu.actions()]


def test_a_file_nobody_may_read_is_said_so(user, damaged, monkeypatch):
    def refuse(path, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    user.opens(damaged)
    assert "Permission denied" in user.message
    assert "报告.txt" in user.message
    assert user.document is None


def test_every_codec_is_called_as_people_call_it(user, tmp_path):
    path = tmp_path / "big5.txt"
    path.write_bytes("推動勞動關係協調發展，構建和諧勞動關係，維護社會穩定。".encode("big5") * 5)
    user.opens(path)
    assert user.window.status.summary.text().startswith("Big5 (detected)")
