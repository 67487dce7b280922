"""The whole window as an editor uses it, with 1,000,000 characters and 200,000 repairs."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.display import has_display
from reader.review.engine import this_engine
from reader.review.finding import find_journals
from reader.review.review import Review
from reader.ui.app import create
from reader.ui.document.opened import Opened, Request
from reader.ui.panes.paragraph_editor import ParagraphEditor
from reader.ui.window.main_window import MainWindow
from reader.ui.window.panels import Panel
from tests.bench.bench_desk import desk_document
from tests.bench.figure import Figure

_KEYS, _TYPED = 150, 60


def run() -> list[Figure]:
    """Measure on the platform given, offscreen without one; times are wall-clock."""
    if not has_display(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    document = desk_document()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        app, window = create(["jingdu"], settings_path=store / "jingdu.ini", data_path=store)
        window.resize(1440, 900)
        window.show()
        app.processEvents()
        request = Request(text=document.source)
        review = Review(document, find_journals(None, document.source, store))
        this_engine()  # the opener does that
        opened = replace(Opened.of(document, request), review=review)
        gc.collect()
        gc.freeze()  # as the window does when it has opened a document
        tab = window.tab
        first = _time(lambda: (tab.opener.shown.emit(opened), app.processEvents()))
        what = f"{len(document.text):,} characters, {len(document.repairs):,} repairs"
        figures = [_figure(f"first screen of {what}", [first], 1000)]
        panel = _time(lambda: (tab.page.side.open_panel(Panel.REVIEW), app.processEvents()))
        figures.append(_figure("opening the review panel", [panel], 200))
        figures += _decide(window)
        figures += _type(window)
        app.processEvents()
        window.close()
        return figures


def _decide(window: MainWindow) -> list[Figure]:
    """Press the keys of reviewing on the page, each until both panes and the panel are painted."""
    view = window.page.panes.clean_view
    _press(view, Qt.Key.Key_J)
    taken: dict[Qt.Key, list[float]] = {Qt.Key.Key_A: [], Qt.Key.Key_R: [], Qt.Key.Key_Z: []}
    for number in range(_KEYS):
        key = tuple(taken)[number % 3]
        taken[key].append(_time(lambda key=key: _press(view, key)))
        QTest.qWait(30)  # as fast as nobody decides; what is prepared meanwhile is part of it
    decided = taken[Qt.Key.Key_A] + taken[Qt.Key.Key_R]
    return [
        _figure("decision to both panes and the panel painted", decided, 50),
        _figure("undo to all painted", taken[Qt.Key.Key_Z], 50),
    ]


def _type(window: MainWindow) -> list[Figure]:
    """Type in a paragraph in the middle of the text."""
    panes = window.page.panes
    panes.go_to_clean(len(panes.clean_view.pager.blocks.text) // 2)
    opening = _time(lambda: (panes.start_typing(), QApplication.processEvents()))
    editor = panes.findChild(ParagraphEditor)
    taken = []
    for number in range(_TYPED):
        key = Qt.Key.Key_X if number % 4 else Qt.Key.Key_Backspace
        taken.append(_time(lambda key=key: _press(editor, key)))
    leaving = _time(lambda: _press(editor, Qt.Key.Key_Escape))
    return [
        _figure("opening the paragraph editor", [opening], 50),
        _figure("typing, key to paint", taken, 30),
        _figure("leaving it, what was typed decided and painted", [leaving], 50),
    ]


def _press(widget: object, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def _time(work: Callable[[], object]) -> float:
    """Return how long it takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _figure(name: str, taken: list[float], goal: int) -> Figure:
    ordered = sorted(taken)
    high = ordered[min(len(taken) - 1, int(len(taken) * 0.95))]
    value = f"{high:.0f} ms"
    if len(taken) > 1:
        value = f"95th percentile {high:.1f} ms, median {ordered[len(taken) // 2]:.1f} ms"
    return Figure(name, value, f"< {goal} ms", high < goal)
