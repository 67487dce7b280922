"""What is noted of a failure of the program: where it was, and nothing of what was read."""

import subprocess
import sys
import threading

import pytest

from reader.text import crash_log
from reader.text.crash_log import NAME, OLDER, describe, record
from tests.command import DAMAGED

SECRET = "密密麻麻"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return where notes are written."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / SECRET))
    return tmp_path / SECRET / "jingdu" / "log"


def fail(text=SECRET):
    """Fail as a program does that works on a text: it is in the message, the locals, the cause."""
    words = [text, {"path": f"/home/{text}.txt"}]
    try:
        int(text)
    except ValueError as error:
        raise KeyError(text, words) from error


def failed():
    with pytest.raises(KeyError) as caught:
        fail()
    return caught.value


def test_a_note_holds_places_and_no_text(folder):
    note = describe(failed())
    assert SECRET not in note
    assert "invalid literal" not in note
    assert "builtins.KeyError\n" in note
    assert "builtins.ValueError\n" in note
    assert "test_crash_log.py:" in note
    assert "  fail\n" in note
    assert "Python 3." in note
    assert "/home" not in note
    assert str(folder.anchor + "work") not in note


def test_notes_are_kept_small(folder):
    for _ in range(400):
        assert record(failed()) == folder / NAME
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert sizes.keys() == {NAME, OLDER}
    assert max(sizes.values()) < 70_000
    assert (folder / NAME).stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_nothing_fails(monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert record(failed()) is None


def test_an_endless_recursion_and_a_circle_of_causes_are_noted_briefly(folder):
    def again():
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    assert len(describe(caught.value)) < 5000
    one, other = ValueError(SECRET), TypeError(SECRET)
    one.__cause__, other.__cause__ = other, one
    assert describe(one).count("builtins.") == 2


def test_threads_are_heard_too(folder, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told = []
    crash_log.install(told.append)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert [str(one) for one in told] == [
        "Something failed inside Jingdu (KeyError). "
        f"A note on it, without any text of yours, is in {folder / NAME}."
    ]
    assert SECRET not in (folder / NAME).read_text("utf-8")


def test_the_command_line_says_where_the_note_is(folder, page):
    """A crash is put where the text is restored; the text is in its message."""
    seeded = (
        "import sys, reader.batch.opening as opening, reader.__main__ as start\n"
        "def crash(text, **how): raise ZeroDivisionError(text)\n"
        "opening.restore = crash\n"
        "sys.exit(start.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", seeded, "clean", str(page)], capture_output=True, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "jingdu: Something failed inside Jingdu (ZeroDivisionError). "
        f"A note on it, without any text of yours, is in {folder / NAME}.\n"
    )
    note = (folder / NAME).read_text("utf-8")
    assert "reader/batch/opening.py:" in note
    assert not any(word in note for word in (DAMAGED[:4], page.name, str(page.parent)))
