"""The review panel with a document of 1,000,000 characters and 200,000 repairs."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from itertools import islice
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.display import has_display
from reader.review.decisions import Decision, apply_decisions, decision_for
from reader.review.repair_columns import Pair
from reader.review.repair_order import Column, RepairFilter, Showing, group, order, select
from reader.review.repair_table import RepairTable
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.text.repair import Row
from reader.ui.review.panel.panel import ReviewPanel
from tests.bench.bench_view import large_document
from tests.bench.figure import Figure

_LENGTH, _REPAIRS = 1_000_000, 200_000
_KEYS = 200


def desk_document() -> Document:
    """Return the bundled sample over and over, with a fifth of its characters repaired.

    Of the glosses only so many are left that the repairs are 200,000.
    """
    whole = large_document()
    rows = list(islice(_thin(whole), _REPAIRS))
    end = max(_LENGTH, rows[-1][1])
    return Document.of(whole.source[:end], rows)


def _thin(document: Document) -> Iterator[Row]:
    """Yield one of two glosses, and one of three other certain repairs."""
    for number, row in enumerate(document.rows()):
        if row[2].confidence < 0.95 or number % (2 if row[2].kind is RepairKind.GLOSS else 3) == 0:
            yield row


class _State:
    notes: dict[tuple[int, int], str] = {}  # noqa: RUF012 - nothing is noted
    can_decide = True


def run() -> list[Figure]:
    """Measure on the platform given, offscreen without one; times are wall-clock."""
    if not has_display(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    document = desk_document()
    _ = document.repairs.codes, document.text  # the page has asked for them before
    gc.collect()
    gc.freeze()  # as the window does when it has opened a document
    figures = list(_measure_table(document))
    panel = ReviewPanel()
    panel.resize(380, 830)
    panel.show()
    app.processEvents()
    shown = document

    def decide(places: tuple[Decision, ...], _how: object) -> None:
        nonlocal shown
        shown = apply_decisions(shown, places)
        panel.update_document(shown)

    panel.decided.connect(decide)
    first = _time(lambda: (panel.set_document(document, _State()), app.processEvents()))
    figures.append(_figure("the panel's first show", [first], 200))
    taken = []
    panel.go_to_next()
    for number in range(_KEYS):
        key = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_J)[number % 3]
        taken.append(_time(lambda key=key: _press(panel, key)))
    figures.append(_figure("key to the panel painted, the document decided again", taken, 50))
    panel.browser.filters.show_only(Showing.ALL)
    app.processEvents()
    taken = [_time(lambda: _press(panel, Qt.Key.Key_A)) for _ in range(_KEYS)]
    figures.append(_figure("the same with all repairs in the table", taken, 50))
    columns = [
        _time(lambda column=column: (panel.browser.sort_by(column), app.processEvents()))
        for column in Column
    ]
    figures.append(_figure("ordering the table by each column, painted", columns, 200))
    panel.close_work()
    panel.close()
    return figures


def _measure_table(document: Document) -> Iterator[Figure]:
    what = f"{len(document.source):,} characters of source, {len(document.repairs):,} repairs"
    build = [_time(lambda: RepairTable.of(document)) for _ in range(3)]
    yield _figure(f"table of {what}", build, 200)
    table = RepairTable.of(document)
    filters = (
        RepairFilter(),
        RepairFilter(showing=Showing.TO_DECIDE),
        RepairFilter(frozenset((RepairKind.VARIANT,)), sure_up_to=0.97),
        RepairFilter(text="的"),
        RepairFilter(text="劳动"),
        RepairFilter(pair=Pair("傚", "效")),
    )
    taken = [_time(lambda one=one: select(table, one)) for one in filters]
    yield _figure("each filter", taken, 200)
    every = select(table, RepairFilter())
    taken = [
        _time(lambda column=column: group(table, order(table, every, column))) for column in Column
    ]
    yield _figure("each order, grouped", taken, 200)
    repairs = [document.repairs[number] for number in range(0, len(table), len(table) // 40)]
    taken = []
    for repair in repairs:
        decided = apply_decisions(document, [decision_for(repair, repair.before)])
        taken.append(_time(lambda decided=decided: table.updated(decided)))
    yield _figure("the table after a decision", taken, 20)


def _press(panel: ReviewPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.browser.table, key)
    QApplication.processEvents()


def _time(work: Callable[[], object]) -> float:
    """Return how long it takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _figure(name: str, taken: list[float], goal: int) -> Figure:
    high = sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]
    value = f"95th percentile {high:.1f} ms, median {median(taken):.1f} ms"
    return Figure(name, value, f"< {goal} ms", high < goal)
