"""The widget that holds both panes; everything the window needs goes through it."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.ui.panes import accessible
from reader.ui.panes.card import RepairCard
from reader.ui.panes.column import PaneColumn
from reader.ui.panes.context_menu import context_menu
from reader.ui.panes.deciding import chosen_by_digit
from reader.ui.panes.explainer import Explainer, ends_card
from reader.ui.panes.highlights import Side
from reader.ui.panes.navigation import Find, next_shown, next_undecided, previous_shown, same_repair
from reader.ui.panes.pane_readings import PaneReadings
from reader.ui.panes.places import repair_span
from reader.ui.panes.text_blocks import BothBlocks
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.text_view import TextView
from reader.ui.panes.twin import Twin

_IDLE_MS = 0  # lay out ahead of the reader whenever there is nothing else to do
_ZOOMS = (0.4, 4.0)


class ReadingPanes(QWidget):
    """The clean text and the original side by side, scrolled, selected and searched together.

    All offsets are half-open code point offsets.
    """

    repair_reached = Signal(object)  # the Repair that was gone to or clicked on, or None
    position_changed = Signal(int)  # clean offset at the top of the view
    zoom_changed = Signal(float)
    swapped_changed = Signal(bool)
    selection_changed = Signal()
    decided = Signal(object, str)
    """(Repair, text): the user wants this text in place of the repair's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessible.install()
        self._family = ""
        self._point_size = 15.0
        self._zoom = 1.0
        self._kinds = frozenset(RepairKind)
        self._current: Repair | None = None
        self._top = 0
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._on_idle)
        style = TextStyle(self._family, self._point_size, self._zoom)
        self._clean = TextView(Side.CLEAN, style)
        self._source = TextView(Side.SOURCE, style)
        self._columns = (PaneColumn(self._clean, self), PaneColumn(self._source, self))
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for column in self._columns:
            self._splitter.addWidget(column)
            self._splitter.setStretchFactor(self._splitter.count() - 1, 1)
        self._ratio = 0.5
        self._splitter.splitterMoved.connect(self._on_splitter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._explainer = Explainer((self._clean, self._source), self)
        self._explainer.card.chosen.connect(self._on_chosen)
        self.readings = reads = PaneReadings(self._clean, self)
        self._twin = Twin(self._clean, self._source, reads.annotator, reads.notes, self)
        reads.join(self._twin, self._explainer)
        for news in (reads.notes.annotated, reads.above.laid_out):
            news.connect(self._idle.start)
        self._twin.moved.connect(self._on_moved)
        self._twin.selection_changed.connect(self.selection_changed)
        self._clean.painted.connect(reads.annotator.warm_up)
        for view in (self._clean, self._source):
            view.clicked.connect(self._on_clicked)
            view.tapped.connect(self._on_tapped)
            view.zoom_turned.connect(self._on_zoom_turned)
            view.key_pressed.connect(self._on_key)
            view.menu_wanted.connect(self._on_menu)

    # -- document

    @property
    def document(self) -> Document | None:
        """The document shown, or None."""
        return self._twin.document

    @property
    def clean_view(self) -> TextView:
        """The pane of the clean text."""
        return self._clean

    @property
    def source_view(self) -> TextView:
        """The pane of the original."""
        return self._source

    def readings_ready(self) -> bool:
        """Return whether the dictionaries are loaded, so that a hover shows its reading at once."""
        return self.readings.annotator.is_ready()

    def set_document(
        self,
        document: Document | None,
        *,
        keep_position: bool = False,
        blocks: BothBlocks | None = None,
    ) -> None:
        """Show a document; with `keep_position` the source text at the top stays there.

        `blocks` are those of its clean text and of its source, made beforehand for a long text.
        """
        before = self._current if keep_position else None
        explained = self.card.isVisible()
        self.hide_card()
        self._set_current(None)
        self._explainer.document = document
        self.readings.notes.set_document(document, same=keep_position)
        self._twin.set_document(document, blocks, keep_position=keep_position)
        if document is not None and before is not None:
            # The rest of the text came while this repair was looked at, or it was decided.
            again = same_repair(document, before)
            self._set_current(again)
            if again is not None and explained:
                self._explain(again, self._explainer.view)

    # -- looks

    def set_swapped(self, swapped: bool) -> None:
        """Put the original on the left, or the clean text as by default."""
        if swapped != self.is_swapped():
            self.hide_card()
            ratio = self.ratio()
            self._splitter.insertWidget(0, self._columns[1 if swapped else 0])
            self.set_ratio(ratio)
            first, second = (self._source, self._clean) if swapped else (self._clean, self._source)
            QWidget.setTabOrder(first, second)
            self.swapped_changed.emit(swapped)

    def is_swapped(self) -> bool:
        """Return whether the original stands on the left."""
        return self._splitter.widget(0) is self._columns[1]

    def ratio(self) -> float:
        """Return the left pane's share of the width, 0..1."""
        return self._ratio

    def set_ratio(self, ratio: float) -> None:
        """Give the left pane this share of the width, 0..1."""
        self._ratio = min(0.9, max(0.1, ratio))
        self._splitter.setSizes([round(self._ratio * 10_000), round((1 - self._ratio) * 10_000)])

    def set_text_font(self, family: str, point_size: float) -> None:
        """Read in this font; an empty family means the best Chinese one that is installed."""
        self._family, self._point_size = family, point_size
        self._restyle()

    def set_zoom(self, zoom: float) -> None:
        """Scale the text; 1.0 is the size given with the font. Kept between 0.4 and 4."""
        zoom = min(_ZOOMS[1], max(_ZOOMS[0], zoom))
        if zoom != self._zoom:
            self._zoom = zoom
            self._restyle()
            self.zoom_changed.emit(zoom)

    def zoom(self) -> float:
        """Return the scale of the text."""
        return self._zoom

    def _restyle(self) -> None:
        self.hide_card()
        style = TextStyle(self._family, self._point_size, self._zoom)
        self._clean.set_style(style)
        self._source.set_style(style)
        self._twin.follow(self._clean)

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Highlight and visit repairs of these kinds only."""
        self._kinds = self._explainer.kinds = kinds
        for view in (self._clean, self._source):
            view.highlighter.shown = kinds
            view.viewport().update()
        if self._current is not None and self._current.kind not in kinds:
            self.hide_card()
            self._set_current(None)

    # -- repairs

    @property
    def current_repair(self) -> Repair | None:
        """The repair that was reached last, None after another place was clicked or scrolled to."""
        return self._current

    def next_repair(self) -> Repair | None:
        """Go to the next shown repair and return it; None where there is none."""
        return self._reach(next_shown)

    def previous_repair(self) -> Repair | None:
        """Go to the shown repair before and return it; None where there is none."""
        return self._reach(previous_shown)

    def next_undecided(self) -> Repair | None:
        """Go to the next place that is only proposed; None where there is none."""
        return self._reach(next_undecided)

    def _reach(self, find: Find) -> Repair | None:
        if self.document is None:
            return None
        repair = find(self.document, self._kinds, self._current, self.top_clean_offset())
        if repair is not None:
            self.go_to_repair(repair)
        return repair

    def set_deciding(self, keys: dict[str, str] | None) -> None:
        """Offer decisions on the card, with the keys that accept and reject; None offers none."""
        self.card.keys = keys

    def _on_chosen(self, repair: Repair, text: str) -> None:
        self._set_current(repair)  # so that the card stays, with what was decided
        self.decided.emit(repair, text)

    def go_to_repair(self, repair: Repair) -> None:
        """Scroll both panes to a repair and show its card."""
        if self.document is None:
            return
        span = repair_span(Side.CLEAN, repair)
        self._twin.reveal(Side.CLEAN, span)
        self._set_current(repair)
        self._explain(repair)
        if self.card.is_cut():  # with its place at the top there is more room for it
            self.go_to_clean(span[0])
            self._explain(repair)

    def is_current_explained(self) -> bool:
        """Return whether the card of the current repair can be seen."""
        return self._explainer.shows(self._current)

    def _explain(self, repair: Repair, view: TextView | None = None) -> None:
        view = view or (self._source if self._source.hasFocus() else self._clean)
        self._explainer.explain(view, repair, repair_span(view.side, repair))

    def hide_card(self) -> None:
        """Take the card away, if one is shown."""
        self._explainer.hide()

    @property
    def card(self) -> RepairCard:
        """The card; hidden most of the time."""
        return self._explainer.card

    def _set_current(self, repair: Repair | None) -> None:
        changed, self._current = repair is not self._current, repair
        self.card.keyed = repair.id if repair is not None else None
        for view in (self._clean, self._source):
            view.overlay.reached = repair_span(view.side, repair) if repair else (0, 0)
            view.viewport().update()
        if changed or repair is not None:
            self.repair_reached.emit(repair)

    # -- search, places, selection

    def set_hits(
        self,
        clean_hits: Sequence[tuple[int, int]],
        source_hits: Sequence[tuple[int, int]],
        current: int | None,
        *,
        reveal: bool = True,
    ) -> None:
        """Mark search hits and scroll to the `current` one; None where none is.

        Both are sorted and belong together one by one: where a hit stands on each side.
        """
        self._twin.set_hits(clean_hits, source_hits, current, reveal=reveal)

    def go_to_clean(self, offset: int) -> None:
        """Scroll so that this offset of the clean text stands at the top."""
        length = len(self._clean.pager.blocks.text)
        self._clean.pager.put_at(min(max(0, offset), length), 0)
        self._clean.refresh()
        self._twin.follow(self._clean)
        self._on_moved()

    def top_clean_offset(self) -> int:
        """Return the clean offset at the top of the view."""
        return int(self._clean.pager.place().offset)

    def selected_text(self) -> str:
        """Return the selection as clean text, whichever pane it was made in."""
        start, end = self._twin.clean_selection()
        return self.document.text[start:end] if self.document is not None else ""

    def select_all(self) -> None:
        """Select the whole text."""
        if self.document is not None:
            self._twin.select(Side.CLEAN, (0, len(self.document.text)))

    def copy(self) -> None:
        """Put the clean text of the selection on the clipboard."""
        if self.has_selection():
            QGuiApplication.clipboard().setText(self.selected_text())

    def copy_source(self) -> None:
        """Put the original text of the selection on the clipboard."""
        if self.has_selection() and self.document is not None:
            start, end = self._twin.source_selection()
            QGuiApplication.clipboard().setText(self.document.source[start:end])

    def has_selection(self) -> bool:
        """Return whether anything is selected."""
        return bool(self._twin.selecting.selection)

    # -- events

    def _on_moved(self) -> None:
        self.readings.above.want()
        self._idle.start(_IDLE_MS)
        self.hide_card()
        if self._current is not None:
            first, last = self._clean.pager.visible_span()
            if not first <= self._current.clean_start <= last:
                self._set_current(None)
        top = self.top_clean_offset()
        if top != self._top:
            self._top = top
            self.position_changed.emit(top)

    def _on_idle(self) -> None:
        # A block at a time, so that no event waits: the next page is then there at once.
        if not (self._clean.prepare() or self._source.prepare()):
            self._idle.stop()

    def _on_clicked(self, offset: int | None) -> None:
        view = self.sender()
        self.hide_card()
        if isinstance(view, TextView):
            shown = self._explainer.repairs_at(view, offset) if offset is not None else []
            self._set_current(shown[0] if shown else None)

    def _on_tapped(self) -> None:
        view, repair = self.sender(), self._current
        if isinstance(view, TextView) and repair is not None:
            self._twin.bring_twin(view, repair_span(view.side, repair))
            self._explain(repair, view)

    def _on_zoom_turned(self, notches: float) -> None:
        self.set_zoom(self._zoom * 1.1**notches)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.hide_card()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not self._decide_by_digit(event.text()):
            return
        event.accept()

    def _decide_by_digit(self, key: str) -> bool:
        """Take the alternative of that number, if the card of a repair offers one."""
        shown = self.card.repairs if self.card.keys is not None else ()
        text = chosen_by_digit(shown, self._current, key)
        if text is not None:
            self.decided.emit(self._current, text)
        return text is not None

    def _on_menu(self, event: QContextMenuEvent) -> None:
        self.hide_card()
        menu = context_menu(self)
        self.readings.add_to(menu, self.sender(), event)
        menu.popup(event.globalPos())

    def _on_splitter(self) -> None:
        sizes = self._splitter.sizes()
        self._ratio = sizes[0] / max(1, sum(sizes))

    def event(self, event: QEvent) -> bool:
        if ends_card(event, self):
            self.hide_card()
        if event.type() == QEvent.Type.LanguageChange:
            for column in self._columns:
                column.retranslate()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would then go from one pane to the other and never out again.
        self._clean.setFocus(event.reason())
