"""A failure inside the window: it goes on, and says where the note on it is."""

import sys
import threading

from PySide6.QtCore import QTimer

from reader.text.crash_log import NAME
from reader.ui.app import CrashTeller, create


def test_a_slot_that_fails_is_noted_and_told(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    _, window = create([], settings_path=tmp_path / "x.ini", data_path=tmp_path)
    qtbot.addWidget(window)
    teller = CrashTeller(window)
    hook = sys.excepthook

    def fail():
        raise ValueError("密密麻麻")

    thread = threading.Thread(target=fail)
    with qtbot.waitSignal(teller.crashed, timeout=5000):
        thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "Something failed inside Jingdu" in window.message.text())
    with qtbot.captureExceptions():
        sys.excepthook = hook  # pytest-qt puts its own in its place
        with qtbot.waitSignal(teller.crashed, timeout=5000):
            QTimer.singleShot(0, fail)
    note = (tmp_path / "jingdu" / "log" / NAME).read_text("utf-8")
    assert note.count("builtins.ValueError") == 2
    assert "密" not in note
    window.close()
