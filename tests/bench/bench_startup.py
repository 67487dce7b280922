"""From the start of a process to its painted window, against a bare Qt window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from reader.display import has_display
from tests.bench.figure import Figure

RUNS = 7
REACH = 0.5  # seconds more than the bare window
ROOT = Path(__file__).resolve().parents[2]

# Each says one line when the pixels are there, and ends. What comes after is not measured.
BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.show()
app.exec()
"""
JINGDU = """
import os, sys
from pathlib import Path
from reader.ui.app import create
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint and (awaited is window or panes.document):
            widget.removeEventFilter(self)
            QTimer.singleShot(0, painted)
        return False
def painted():
    print("painted", flush=True)
    os._exit(0)
store = Path(sys.argv[1])
app, window = create(["jingdu"], settings_path=store, data_path=store.parent)
panes = window.page.panes
awaited = {"window": window, "text": panes.clean_view.viewport()}[sys.argv[2]]
watch = Watch()
awaited.installEventFilter(watch)
window.open_commands.open_sample()
window.show()
app.exec()
"""


def seconds(code: str, *arguments: str) -> float:
    """Return how long a process takes until it says that it has painted."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not has_display(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    # As on a user's machine: what was compiled once is not compiled at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - started
    if line != "painted\n":
        raise RuntimeError(f"the window was not painted; the process ended with {process.poll()}")
    return taken


def run() -> list[Figure]:
    """Measure all by turns, so that a busy moment meets all."""
    taken: dict[str, list[float]] = {"bare": [], "window": [], "text": []}
    with tempfile.TemporaryDirectory() as folder:
        settings = str(Path(folder) / "jingdu.ini")
        for turn in range(RUNS + 1):
            times = {
                "bare": seconds(BARE),
                "window": seconds(JINGDU, settings, "window"),
                "text": seconds(JINGDU, settings, "text"),
            }
            if turn:  # the first finds no file in the cache and nothing compiled
                for name, value in times.items():
                    taken[name].append(value)
    bare = median(taken["bare"])
    figures = []
    for name, what in (
        ("window", "start to the window, the sample being restored"),
        ("text", "start to the window with the restored sample"),
    ):
        whole = median(taken[name])
        figures.append(
            Figure(
                what,
                f"{whole:.2f} s, {whole - bare:.2f} s more",
                f"at most {REACH} s more",
                whole - bare <= REACH,
                f"a bare PySide6 window, {bare:.2f} s",
            )
        )
    return figures
