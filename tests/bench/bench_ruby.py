"""Readings above all words of 1,000,000 characters, and the first hover after the start."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from reader import Document, Repair, restore
from reader.display import has_display
from reader.text.align import Edit
from reader.text.resources import resource_path
from reader.ui.panes.panes import DocumentPanes
from reader.ui.panes.ruby import RubyMode
from tests.bench.figure import Figure
from tests.ui.panes.making import make_document

ROOT = Path(__file__).resolve().parents[2]
_LENGTH = 1_000_000
_PAGES = 100
_STARTS = 5
_FIRST_HOVER = """
import sys, time
from pathlib import Path
from reader.ui.app import create
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
sys.setswitchinterval(0.0002)  # as the application does
store = Path(sys.argv[1])
app, window = create(["jingdu"], settings_path=store, data_path=store.parent)
panes = window.page.panes
window.open_commands.open_sample()
window.show()
while not panes.readings_ready():
    app.processEvents()
    time.sleep(0.002)
app.processEvents()
view = panes.clean_view
box = view.pager.boxes(40, 41)[0]
start = time.perf_counter()
none = Qt.MouseButton.NoButton
there = QPointF(box.center())
event = QMouseEvent(
    QEvent.Type.MouseMove, there, view.viewport().mapToGlobal(there), none, none,
    Qt.KeyboardModifier.NoModifier,
)
app.sendEvent(view.viewport(), event)
app.processEvents()
taken = time.perf_counter() - start
print(taken if view.overlay.syllables else "no reading")
sys.stdout.flush()
import os
os._exit(0)
"""


def distinct_document() -> Document:
    """Return the sample, restored line by line and repeated to a million clean characters.

    Each paragraph is numbered: no two are the same, so none is read already.
    """
    sample = resource_path("samples", "policy_damaged.txt").read_text("utf-8")
    lines = [restore(line) for line in sample.split("\n") if line]
    size = sum(len(line.text) + 6 for line in lines)
    source: list[str] = []
    edits: list[Edit] = []
    at = 0
    for nth in range(_LENGTH // size + 1):
        for line in lines:
            source.append(f"第{nth}组：{line.source}\n")
            start = at + len(source[-1]) - 1 - len(line.source)
            edits += [
                Edit(one.source_start + start, one.source_end + start, *_rest(one))
                for one in line.repairs
            ]
            at += len(source[-1])
    return make_document("".join(source), edits)


def _rest(one: Repair) -> tuple:
    rest = (one.after, one.kind, one.rule, one.confidence, one.evidence, one.alternatives)
    return (*rest, one.applied)


def run() -> list[Figure]:
    """Measure on the platform given, offscreen without one; times are wall-clock."""
    if not has_display(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0002)  # as the application does
    document = distinct_document()
    panes = DocumentPanes()
    panes.resize(1400, 900)
    panes.readings.set_mode(RubyMode.ALWAYS)
    panes.show()
    app.processEvents()
    wait_until(panes.readings_ready)  # paid once a start; the figure of the first hover has it
    start = time.perf_counter()
    panes.set_document(document)
    app.processEvents()
    bare = time.perf_counter() - start
    wait_until(lambda: _is_annotated(panes))
    app.processEvents()
    first = time.perf_counter() - start
    for _ in range(_PAGES):
        turn_page(panes)
        wait_until(lambda: _is_annotated(panes))
    panes.go_to_clean(0)
    wait_until(lambda: _is_annotated(panes))
    taken = []
    for _ in range(_PAGES):
        following = time.perf_counter() + 1 / 30
        taken.append(turn_page(panes))
        while time.perf_counter() < following:
            app.processEvents()
    panes.close()
    sys.setswitchinterval(interval)
    ordered = sorted(taken)
    high, middle = ordered[int(len(ordered) * 0.95)] * 1000, median(ordered) * 1000
    size = f"{len(document.text):,} characters, {len(document.repairs):,} repairs"
    what = f"readings above all of {size}"
    hover = median(_first_hover() for _ in range(_STARTS)) * 1000
    return [
        Figure(
            f"{what}: first screen with them",
            f"{first * 1000:.0f} ms, the text alone {bare * 1000:.0f} ms",
            "< 1 s",
            first < 1,
        ),
        Figure(
            f"{what}: page scroll with the key held, once annotated",
            f"95th percentile {high:.1f} ms, median {middle:.1f} ms",
            "< 33 ms",
            high < 33,
        ),
        Figure(
            "first hover after the start, once the dictionaries are there",
            f"{hover:.0f} ms",
            "< 150 ms",
            hover < 150,
        ),
    ]


def turn_page(panes: DocumentPanes) -> float:
    start = time.perf_counter()
    panes.clean_view.scroll_by(panes.clean_view.viewport().height() - 40)
    QApplication.processEvents()
    return time.perf_counter() - start


def _is_annotated(panes: DocumentPanes) -> bool:
    return all(layout.ruby is not None for _, _, layout in panes.clean_view.pager.visible())


def wait_until(done) -> None:
    limit = time.monotonic() + 60
    while not done() and time.monotonic() < limit:
        QApplication.processEvents()
        time.sleep(0.001)  # lets the thread run


def _first_hover() -> float:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        found = subprocess.run(
            [sys.executable, "-c", _FIRST_HOVER, str(Path(folder) / "jingdu.ini")],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return float(found.stdout)
