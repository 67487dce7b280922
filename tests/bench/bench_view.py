"""The reading panes with a document of 1,000,000 characters, a third of them repaired."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader import Document, RepairKind, restore
from reader.display import has_display
from reader.text.align import Edit
from reader.text.resources import resource_path
from reader.ui.panes.panes import DocumentPanes
from tests.bench.figure import Figure
from tests.ui.panes.making import make_document

_LENGTH = 1_000_000
_PAGES = 150
_HOVERS = 300


def large_document() -> Document:
    """Return the bundled sample, restored once and repeated to a million clean characters."""
    sample = resource_path("samples", "policy_damaged.txt").read_text("utf-8") + "\n"
    restored = restore(sample)
    times = _LENGTH // len(restored.text) + 1
    edits = [
        Edit(
            repair.source_start + nth * len(sample),
            repair.source_end + nth * len(sample),
            repair.after,
            repair.kind,
            repair.rule,
            repair.confidence,
            repair.evidence,
            repair.alternatives,
            repair.applied,
        )
        for nth in range(times)
        for repair in restored.repairs
    ]
    return make_document(sample * times, edits)


def run() -> list[Figure]:
    """Measure on the platform given, offscreen without one; times are wall-clock."""
    if not has_display(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    document = large_document()
    repaired = len({r.clean_start for r in document.repairs if r.kind is not RepairKind.GLOSS})
    what = (
        f"{len(document.text):,} characters, {len(document.repairs):,} repairs, "
        f"{100 * repaired // len(document.text)} % of the characters repaired"
    )
    panes = DocumentPanes()
    panes.resize(1400, 900)
    panes.show()
    app.processEvents()
    start = time.perf_counter()
    panes.set_document(document)
    app.processEvents()
    first = time.perf_counter() - start
    _wait_for_readings(panes)
    pages = _pages_at_key_rate(panes)
    hovers = _hovers(panes)
    # The thread of the dictionaries is done, so nothing holds the process up.
    panes.close()
    return [
        Figure(f"first screen of {what}", f"{first * 1000:.0f} ms", "< 1 s", first < 1),
        _timed("page scroll with the key held, both panes painted", pages),
        _timed("hover to ruby painted", hovers),
    ]


def _timed(name: str, seconds: list[float]) -> Figure:
    ordered = sorted(seconds)
    high = ordered[int(len(ordered) * 0.95)] * 1000
    median = ordered[len(ordered) // 2] * 1000
    value = f"95th percentile {high:.1f} ms, median {median:.1f} ms"
    return Figure(name, value, "< 16 ms", high < 16)


def _page(panes: DocumentPanes) -> float:
    """Scroll one page down as the key does and paint both panes."""
    start = time.perf_counter()
    panes.clean_view.scroll_by(panes.clean_view.viewport().height() - 40)
    QApplication.processEvents()  # one round of painting; repaint() would do one pane twice
    return time.perf_counter() - start


def _pages_at_key_rate(panes: DocumentPanes) -> list[float]:
    """Hold PageDown: 30 pages a second, as fast as a keyboard repeats; the time between counts not.

    What the panes do between two pages (laying out ahead) is part of how they work.
    """
    taken = []
    for _ in range(_PAGES):
        following = time.perf_counter() + 1 / 30
        taken.append(_page(panes))
        while time.perf_counter() < following:
            QApplication.processEvents()
    return taken


def _wait_for_readings(panes: DocumentPanes) -> None:
    app = QApplication.instance()
    limit = time.monotonic() + 60
    while not panes.readings_ready() and time.monotonic() < limit:
        app.processEvents()
        time.sleep(0.01)  # lets the loading thread run


def _hovers(panes: DocumentPanes) -> list[float]:
    """Move the mouse over the visible words, from event to both panes painted."""
    view = panes.clean_view.viewport()
    taken = []
    for step in range(_HOVERS):
        if step % 100 == 0:
            _page(panes)
        at = QPointF(40 + step * 37 % (view.width() - 90), 20 + step * 53 % (view.height() - 60))
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            view.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        start = time.perf_counter()
        QApplication.sendEvent(view, move)
        QApplication.processEvents()  # paints what the hover changed in both panes
        taken.append(time.perf_counter() - start)
    return taken
