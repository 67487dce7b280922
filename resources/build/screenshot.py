"""Make the picture in the README: the real window, the bundled sample, a real pointer.

Run `python resources/build/screenshot.py` where xvfb-run is installed; it starts itself again on a
virtual screen, opens the review panel, and writes resources/screenshot.png.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "resources" / "screenshot.png"
SIZE = (1440, 860)
SCALE = 2
SETTLE_MS = 600  # until everything is painted

sys.path.insert(0, str(ROOT))


def wait_for(condition: Callable[[], bool]) -> bool:
    """Handle events until the condition holds, for half a minute at most."""
    from PySide6.QtTest import QTest

    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        QTest.qWait(20)
    return condition()


def take() -> None:
    """Open the sample, go to its byte slip in the review panel, and save what the screen shows."""
    from PySide6.QtCore import QPoint, QTimer
    from PySide6.QtGui import QCursor
    from PySide6.QtTest import QTest

    from reader.text.kinds import RepairKind
    from reader.ui.app import create
    from reader.ui.window.panels import Panel
    from reader.ui.window.theme import ThemeChoice

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        _app, window = create(["jingdu"], settings_path=store / "jingdu.ini", data_path=store)
        window.languages.choose("en")
        window.theme.choose(ThemeChoice.LIGHT)
        window.resize(*SIZE)
        window.move(0, 0)
        window.show()
        window.activateWindow()
        window.open_commands.open_sample()
        panes = window.page.panes
        ready = wait_for(lambda: panes.document is not None and panes.readings_ready())
        document = panes.document
        if not ready or document is None:
            raise SystemExit("the sample did not open")
        slip = next(repair for repair in document.repairs if repair.kind is RepairKind.SLIP)
        window.page.side.open_panel(Panel.REVIEW)
        QTest.qWait(SETTLE_MS)
        panes.go_to_repair(slip)
        QTest.qWait(SETTLE_MS)
        view = panes.clean_view.viewport()
        word = document.text.index("纠纷", slip.clean_end)
        boxes = panes.clean_view.pager.boxes(word, word + 1)
        if boxes:  # the pinyin of a word shows that there is any
            there = view.mapToGlobal(boxes[0].center().toPoint())
            QCursor.setPos(there - QPoint(3, 1))
            QTest.qWait(50)
            QCursor.setPos(there)
        QTest.qWait(SETTLE_MS)
        frame = window.frameGeometry()
        picture = window.screen().grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height())
        picture.save(str(TARGET))
        QTimer.singleShot(0, window.close)
        QTest.qWait(100)


def main() -> None:
    """Take the picture, on a virtual screen of its own."""
    if os.environ.get("JINGDU_SCREENSHOT"):
        take()
        return
    runner = shutil.which("xvfb-run")
    if runner is None:
        raise SystemExit("xvfb-run is missing: install the package xvfb")
    screen = f"-screen 0 {SIZE[0] * SCALE}x{SIZE[1] * SCALE}x24"
    environment = {
        **os.environ,
        "JINGDU_SCREENSHOT": "1",
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": str(SCALE),
    }
    os.execve(runner, [runner, "-a", "-s", screen, sys.executable, __file__], environment)


if __name__ == "__main__":
    main()
