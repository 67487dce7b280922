"""The page of a document: the legend above, the two panes, the find bar below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.review.typing import Replacement
from reader.text.document import Repair
from reader.text.kinds import RepairKind
from reader.ui.document.opened import Opened
from reader.ui.document.repair_numbers import position
from reader.ui.panes.marking import Marking
from reader.ui.panes.panes import DocumentPanes
from reader.ui.window.find_bar import FindBar
from reader.ui.window.legend import Legend
from reader.ui.window.panels import Panel
from reader.ui.window.search import Hit
from reader.ui.window.side_panel import PanelSplitter, SidePanel


class DocumentPage(QWidget):
    """Keeps legend, panes and find bar in step with each other."""

    repair_position_changed = Signal(object)
    """(which, of how many) repair the reader is at, counted from 1; None at none."""

    def __init__(self, hidden: frozenset[RepairKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panes = DocumentPanes(self)
        self.side = SidePanel(self)
        self.splitter = PanelSplitter(self.panes, self.side, self)
        self.side.page_wanted.connect(self.panes.setFocus)
        self.legend = Legend(hidden, self)
        self.find_bar = FindBar(self)
        self._opened: Opened | None = None
        self._current: Repair | None = None
        self._staying = False
        self._hits: Sequence[Hit] = ()
        self._spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        head = self._head = QFrame(self)
        head.setObjectName("legend")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(2)
        row.addWidget(self.legend, 1)
        stops: list[QWidget] = [self.legend.chip(kind) for kind in RepairKind]
        stops.append(self.legend.undecided)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.find_bar)
        stops += [self.panes.clean_view, self.panes.source_view, *self.find_bar.tab_stops()]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)
        self.panes.set_shown_kinds(self.legend.shown())
        self.panes.repair_reached.connect(self._on_repair)
        self.panes.marking_changed.connect(self._on_marking)
        self.legend.shown_changed.connect(self._on_shown)
        self.find_bar.hits_changed.connect(self._on_hits)
        self.find_bar.replace_wanted.connect(self._on_replace)
        self.find_bar.closed.connect(self.panes.setFocus)

    def set_opened(self, opened: Opened | None, keep_position: bool = False) -> None:
        """Show a document in all parts."""
        document = opened.document if opened else None
        partial = opened is not None and not opened.complete
        self._opened = opened
        self._staying = keep_position and self.find_bar.isVisible()
        self._current = None
        self.repair_position_changed.emit(None)
        blocks = opened.blocks if opened else None
        self.panes.set_document(document, keep_position=keep_position, blocks=blocks)
        self.legend.set_tally(opened.tally if opened else {}, partial=partial)
        self.find_bar.set_document(document)

    def toggle_panel(self, panel: Panel) -> None:
        """Open a panel, or close it; its keys work at once, wherever the focus was before."""
        self.side.toggle(panel)
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus) or not focus.isVisible():
            self.panes.setFocus()

    def open_find(self, *, replacing: bool = False) -> None:
        """Open the find bar with what is selected, if that is one short line."""
        selected = self.panes.selected_text()
        short = selected if 0 < len(selected) <= 40 and "\n" not in selected else ""
        self.find_bar.open_bar(short, self.panes.top_clean_offset(), replacing=replacing)

    def find_next(self) -> None:
        """Go to the next hit, or open the find bar."""
        if self.find_bar.isVisible():
            self.find_bar.next()
        else:
            self.open_find()

    def find_previous(self) -> None:
        """Go to the hit before, or open the find bar."""
        if self.find_bar.isVisible():
            self.find_bar.previous()
        else:
            self.open_find()

    def _on_repair(self, repair: Repair | None) -> None:
        self._current = repair
        self._tell_repair_position()

    def _on_replace(self, hits: Sequence[Hit], text: str) -> None:
        """Replace what was found in the clean text; a hit in a removed gloss has nothing there."""
        spans = sorted({hit.clean for hit in hits if hit.clean[0] < hit.clean[1]})
        replacements: list[Replacement] = []
        for start, end in spans:
            if not replacements or start >= replacements[-1].end:
                replacements.append(Replacement(start, end, text))
        if replacements:
            self.panes.typing.typed.emit(tuple(replacements))

    def _on_marking(self, marking: Marking) -> None:
        self._head.setVisible(marking is Marking.PROOF)  # there is nothing to explain in quiet

    def _on_shown(self, kinds: frozenset[RepairKind]) -> None:
        self.panes.set_shown_kinds(kinds)
        self._tell_repair_position()

    def _on_hits(self, hits: Sequence[Hit], current: int | None) -> None:
        if hits is not self._hits:  # else only the current one is another
            self._hits = hits
            self._spans = [hit.clean for hit in hits], [hit.source for hit in hits]
            self.panes.overview.set_hits([hit.clean[0] for hit in hits])
        # Hits found anew in the same text are no reason to go away from what is read.
        self.panes.set_hits(*self._spans, current, reveal=not self._staying)
        self._staying = False

    def _tell_repair_position(self) -> None:
        repair, opened, shown = self._current, self._opened, self.legend.shown()
        # Of a part only, the number would count from somewhere in the middle.
        counted = opened is not None and opened.complete
        if repair is None or opened is None or not counted or repair.kind not in shown:
            self.repair_position_changed.emit(None)
        else:
            self.repair_position_changed.emit(position(opened.document, repair, shown))
