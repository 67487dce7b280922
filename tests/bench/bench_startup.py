"""From the start of a process to its painted window, or to a clean text, in CPU time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median

from reader.display import has_display
from reader.text.resources import resource_path
from tests.bench.figure import Figure
from tests.damage.styles import STYLES

RUNS = 7
START, WINDOW, TEXT = 1.4, 1.4, 2.0  # times the CPU time of a bare window
CLEAN = 7.0  # times the CPU time of a Python that imports what nearly every program does
LENGTH = 2_000  # characters to clean
OUT_OF_STEP = 13.0  # the same for the bundled sample, which is out of step in part
ROOT = Path(__file__).resolve().parents[2]

# Each says its CPU time when all is there, and ends. What comes after is not measured.
PYTHON = """
import argparse, dataclasses, json, pathlib, re, sys, time, typing
print("done", time.process_time(), file=sys.stderr)
"""
COMMAND = """
import sys, time
from reader.cli.main import main
main(["clean", sys.argv[1]], lambda path, given: 0)
print("done", time.process_time(), file=sys.stderr)
"""
BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("done", time.process_time(), file=sys.stderr, flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.show()
app.exec()
"""
JINGDU = """
import os, sys, time
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
    print("done", time.process_time(), file=sys.stderr, flush=True)
    os._exit(0)
store = Path(sys.argv[1])
app, window = create(["jingdu"], settings_path=store, data_path=store.parent)
awaited, watch = window, Watch()
if sys.argv[2] != "start":
    window.open_commands.open_sample()
    panes = window.page.panes
if sys.argv[2] == "text":
    awaited = panes.clean_view.viewport()
awaited.installEventFilter(watch)
window.show()
app.exec()
"""


def seconds(code: str, *arguments: str) -> float:
    """Return the CPU time of a process until it says that it is done."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not has_display(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    # As on a user's machine: what was compiled once is not compiled at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", code, *arguments]
    ended = subprocess.run(command, capture_output=True, env=environment, text=True, check=False)
    said = [line.split() for line in ended.stderr.splitlines() if line.startswith("done ")]
    if not said:
        raise RuntimeError(f"it did not come to its end: {ended.returncode}, {ended.stderr}")
    return float(said[-1][1])


def damaged_text(length: int) -> str:
    """Return so many characters of lines with glosses, traditional forms and variants."""
    lines = (ROOT / "tests" / "damage" / "policy.txt").read_text("utf-8").splitlines()
    damage = STYLES["glosses"]
    damaged = [damage(line, Random(n)).text for n, line in enumerate(lines * 9) if len(line) > 9]
    return "\n".join(damaged)[:length]


def run() -> list[Figure]:
    """Measure all by turns, so that a busy moment meets all."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        settings = str(Path(folder) / "jingdu.ini")
        damaged = Path(folder) / "damaged.txt"
        damaged.write_text(damaged_text(LENGTH), "utf-8")
        sample = str(resource_path("samples", "policy_damaged.txt"))
        for turn in range(RUNS + 1):
            times = {
                "python": seconds(PYTHON),
                "clean": seconds(COMMAND, str(damaged)),
                "sample": seconds(COMMAND, sample),
                "bare": seconds(BARE),
                "start": seconds(JINGDU, settings, "start"),
                "window": seconds(JINGDU, settings, "window"),
                "text": seconds(JINGDU, settings, "text"),
            }
            if turn:  # the first finds no file in the cache and nothing compiled
                for name, value in times.items():
                    taken.setdefault(name, []).append(value)
    python = "Python with argparse, dataclasses, json, pathlib, re and typing"
    bare = "a bare PySide6 window"
    rows = (
        (f"`jingdu clean` of {LENGTH:,} damaged characters", "clean", CLEAN, "python", python),
        ("`jingdu clean` of the sample", "sample", OUT_OF_STEP, "python", python),
        ("start to the window with the start page", "start", START, "bare", bare),
        ("start to the window, the sample being restored", "window", WINDOW, "bare", bare),
        ("start to the window with the restored sample", "text", TEXT, "bare", bare),
    )
    return [
        _figure(what, median(taken[name]), reach, median(taken[against]), baseline)
        for what, name, reach, against, baseline in rows
    ]


def _figure(what: str, time: float, reach: float, against: float, baseline: str) -> Figure:
    ratio = time / against
    return Figure(
        f"{what}, CPU time",
        f"{ratio:.2f} times, {time:.3f} s",
        f"at most {reach:g} times",
        ratio <= reach,
        f"{baseline}, {against:.3f} s",
    )
