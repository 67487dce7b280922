"""The widget that holds both panes; everything the window needs goes through it."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QScrollBar, QWidget

from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind
from reader.ui.panes.accessible import install as install_accessibility
from reader.ui.panes.accessible import tell_cursor
from reader.ui.panes.announcer import Announcer
from reader.ui.panes.block_readings import Glossing
from reader.ui.panes.context_menu import Entry, context_menu
from reader.ui.panes.counterparts import Span, repair_span, repairs_at
from reader.ui.panes.gutter import Link
from reader.ui.panes.hover_popup import HoverPopup, HoverPresenter, Meanings, Notes
from reader.ui.panes.marking import Marking
from reader.ui.panes.navigation import Find, next_shown, next_undecided, previous_shown, same_repair
from reader.ui.panes.overview import OverviewBar
from reader.ui.panes.page_looks import PageLooks
from reader.ui.panes.page_typing import PageTyping
from reader.ui.panes.pane_readings import PaneReadings
from reader.ui.panes.ruby import RubySize
from reader.ui.panes.side import Side
from reader.ui.panes.span_marks import MarkedSpan
from reader.ui.panes.splitter import PaneSplitter
from reader.ui.panes.sync import PaneSync
from reader.ui.panes.text_style import RubyLook
from reader.ui.panes.text_view import TextView
from reader.ui.panes.tones import ToneMode, Tones
from reader.ui.panes.twin_blocks import TwinBlocks
from reader.ui.panes.word_finder import WordFinder
from reader.ui.panes.word_marks import WordMarks, nothing_marked

_HIDING_POPUP = (QEvent.Type.WindowBlocked, QEvent.Type.Hide, QEvent.Type.ActivationChange)
_IDLE_MS = 0  # lay out ahead of the reader whenever there is nothing else to do
_TO_AN_END = (
    QAbstractSlider.SliderAction.SliderToMinimum,
    QAbstractSlider.SliderAction.SliderToMaximum,
)


class DocumentPanes(QWidget):
    """The clean text and the original side by side, scrolled, selected and searched together.

    All offsets are half-open code point offsets.
    """

    repair_reached = Signal(object)  # the Repair that was gone to or clicked on, or None
    position_changed = Signal(int)  # clean offset at the top of the view
    zoom_changed = Signal(float)
    swapped_changed = Signal(bool)
    marking_changed = Signal(Marking)
    sides_changed = Signal()
    """The pane of the original came or went, beside the clean text or in its place."""
    selection_changed = Signal()
    document_shown = Signal()
    """Another document is shown, or the one before as it was decided."""
    key_pressed = Signal(QKeyEvent)
    """A key that neither pane has a use for; accept() what is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_accessibility()
        self._looks = PageLooks()
        self._kinds = frozenset(RepairKind)
        self._marking = Marking.PROOF
        self._is_narrow = False
        self._is_original_beside, self._is_original_instead = True, False
        self._sides: tuple[Side, ...] = tuple(Side)  # shown
        self._current: Repair | None = None
        self._top = 0
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._on_idle)
        words = WordFinder(self)
        self._sync = PaneSync(self._looks.styles(), words, self)
        self._clean, self._source = self._sync.views
        self._splitter = PaneSplitter(self._clean, self._source, self._sync.links, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._splitter, 1)
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        """The one bar of both panes."""
        self.scroll_bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_bar.setAccessibleName(self.tr("Scroll bar of both texts"))
        self.scroll_bar.actionTriggered.connect(self._on_bar)
        self.readings = PaneReadings(self._sync, words, self)
        self._hovering = HoverPresenter(self._sync, self)
        self._hovering.shown.connect(self._on_popup)
        self.announcer = Announcer(self)
        """Says to a screen reader what changes."""
        self.overview = OverviewBar(self._sync.page, self)
        self.overview.row_wanted.connect(self._on_row_wanted)
        row.addWidget(self.overview)
        row.addWidget(self.scroll_bar)
        self.word_entries: list[Callable[[Span | None], list[Entry]]] = []
        """Each gives something that the menu of a word offers besides its pronunciation."""
        for news in (self.readings.blocks.annotated, self.readings.ruby.laid_out):
            news.connect(self._idle.start)
        self._sync.moved.connect(self._on_moved)
        self._sync.resized.connect(self._on_resized)
        self._sync.selection_changed.connect(self._on_selection)
        self._clean.painted.connect(words.warm_up)
        self.typing = PageTyping(self._sync, self)
        self.typing.changed.connect(self.hide_popup)
        self._clean.place_chosen.connect(self.go_to_repair)
        self._clean.painted.connect(self._splitter.repaint_gutter)
        self._lead()
        for view in self._sync.views:
            view.clicked.connect(self._on_clicked)
            view.tapped.connect(self._on_tapped)
            view.zoom_turned.connect(self._on_zoom_turned)
            view.key_pressed.connect(self._on_key)
            view.menu_wanted.connect(self._on_menu)

    # -- document

    @property
    def document(self) -> Document | None:
        """The document shown, or None."""
        return self._sync.document

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
        return self.readings.words.is_ready()

    def set_document(
        self,
        document: Document | None,
        *,
        keep_position: bool = False,
        blocks: TwinBlocks | None = None,
    ) -> None:
        """Show a document; with `keep_position` the source text at the top stays there.

        `blocks` are those of both texts, made beforehand for a long one.
        """
        self.typing.stop()
        if not keep_position and self._looks.fit_source(document):
            self._source.set_style(self._looks.style(Side.SOURCE))
        before = self._current if keep_position else None
        self.hide_popup()
        if before is None:
            self._set_current(None)
        self.readings.set_document(document, same=keep_position)
        self._sync.set_document(document, blocks, keep_position=keep_position)
        self.readings.ruby.show_decisions()
        if before is not None:
            # The rest of the text came while this repair was looked at, or it was decided.
            self._set_current(same_repair(document, before) if document is not None else None)
        self.document_shown.emit()

    # -- looks

    def set_swapped(self, swapped: bool) -> None:
        """Put the original on the left, or the clean text as by default."""
        if swapped != self.is_swapped():
            self.hide_popup()
            self._splitter.swap()
            self._lead()
            self.swapped_changed.emit(swapped)

    def _lead(self) -> None:
        """Lead from the current place towards the other pane, whichever side that is on."""
        self._clean.overlay.leads_left = self.is_swapped()
        self._source.overlay.leads_left = not self.is_swapped()

    def set_marking(self, marking: Marking) -> None:
        """Mark every repair on the page, or only what needs a person."""
        if marking is not self._marking:
            self._marking = marking
            for view in self._sync.views:
                view.set_marking(marking)
            self.marking_changed.emit(marking)

    @property
    def marking(self) -> Marking:
        """What is marked on the page."""
        return self._marking

    def links(self) -> Sequence[Link]:
        """Return what the gutter connects now."""
        return self._sync.links()

    def set_original_shown(self, shown: bool) -> None:
        """Show the original beside the clean text, or fold it away.

        Where only one pane has room, show it in place of the clean text.
        """
        if self._is_narrow:
            self._is_original_instead = shown
        else:
            self._is_original_beside = shown
        self._show_sides()

    @property
    def is_original_shown(self) -> bool:
        """Whether the original is there, beside the clean text or in its place."""
        return self._is_original_instead if self._is_narrow else self._is_original_beside

    def set_narrow(self, narrow: bool) -> None:
        """Show one pane at a time, at first the clean text, or both again."""
        if narrow != self._is_narrow:
            self._is_narrow, self._is_original_instead = narrow, False
            self._show_sides()

    def _show_sides(self) -> None:
        sides: tuple[Side, ...] = tuple(Side) if self.is_original_shown else (Side.CLEAN,)
        if self._is_narrow:
            sides = sides[-1:]
        if sides == self._sides:
            return
        self._sides = sides
        self.typing.stop()
        self.hide_popup()
        had_focus = any(view.hasFocus() for view in self._sync.views)
        self._splitter.show_sides(sides)
        self._sync.page.show_sides(*sides)
        self._sync.refresh()
        if had_focus:
            self.setFocus()
        self.sides_changed.emit()

    def is_swapped(self) -> bool:
        """Return whether the original stands on the left."""
        return self._splitter.is_swapped()

    def ratio(self) -> float:
        """Return the left pane's share of the width, 0..1."""
        return self._splitter.ratio()

    def set_ratio(self, ratio: float) -> None:
        """Give the left pane this share of the width, 0..1."""
        self._splitter.set_ratio(ratio)

    def set_text_font(self, family: str, point_size: float) -> None:
        """Read in this font; an empty family means the best Chinese one that is installed."""
        self._looks.set_font(family, point_size)
        self._restyle()

    def set_zoom(self, zoom: float) -> None:
        """Scale the text; 1.0 is the size given with the font. Kept between 0.4 and 4."""
        if self._looks.set_zoom(zoom):
            self._restyle()
            self.zoom_changed.emit(self._looks.zoom)

    def zoom(self) -> float:
        """Return the scale of the text."""
        return self._looks.zoom

    def set_ruby(self, size: RubySize, tones: Tones) -> None:
        """Set ruby so large, and show tones in these colours."""
        look = RubyLook(size, tones.mode is ToneMode.RUBY)
        if look != self._looks.ruby:
            self._looks.ruby = look
            self._restyle()
        self.readings.set_tones(tones)
        self.popup.tones = tones

    def _restyle(self) -> None:
        self.hide_popup()
        for view, style in zip(self._sync.views, self._looks.styles().values(), strict=True):
            view.set_style(style)
        self._sync.refresh()

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Highlight and visit repairs of these kinds only."""
        self._kinds = kinds
        for view in self._sync.views:
            view.set_shown_kinds(kinds)
        if self._current is not None and self._current.kind not in kinds:
            self.hide_popup()
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

    def go_to_repair(self, repair: Repair) -> None:
        """Scroll to a repair and frame it on both sides."""
        if self.document is None:
            return
        span = repair_span(Side.CLEAN, repair)
        self._sync.reveal(Side.CLEAN, span)
        self._set_current(repair)

    def select_clean(self, span: Span) -> None:
        """Scroll to a span of the clean text and select it; no repair is framed."""
        if self.document is not None:
            self._set_current(None)
            self._sync.reveal(Side.CLEAN, span)
            self._sync.select(Side.CLEAN, span)

    def _reach(self, find: Find) -> Repair | None:
        if self.document is None:
            return None
        current = self._current if self._is_current_seen() else None
        repair = find(self.document, self._kinds, current, self.top_clean_offset())
        if repair is not None:
            self.go_to_repair(repair)
        return repair

    def _set_current(self, repair: Repair | None) -> None:
        changed, self._current = repair != self._current, repair
        self.overview.set_current(repair.clean_start if repair is not None else None)
        for view in self._sync.views:
            view.show_current(repair_span(view.side, repair) if repair else (0, 0))
        if changed or repair is not None:
            self.repair_reached.emit(repair)

    # -- typing

    def start_typing(self) -> None:
        """Open the editor at the current repair, else at the selection or the top of the page."""
        if Side.CLEAN not in self._sides:
            self.set_original_shown(False)
        span = self._sync.clean_selection()
        if self._current is not None:
            span = Side.CLEAN.span(self._current)
        elif span[0] == span[1]:
            span = self.top_clean_offset(), self.top_clean_offset()
        self.typing.open_at(span)

    # -- the popup

    @property
    def popup(self) -> HoverPopup:
        """What is shown below the word under the mouse; hidden most of the time."""
        return self._hovering.popup

    def set_glossing(
        self, glossing: Glossing | None, *, below: bool, marks: WordMarks | None = None
    ) -> None:
        """Tell the words of the clean text apart; a short gloss stands `below` each if asked for.

        `marks` says which of them are marked.
        """
        glossed = below and glossing is not None
        if glossed != self._looks.is_glossed:
            self._looks.is_glossed = glossed
            self._restyle()
        self._clean.set_word_marks(marks or nothing_marked)
        self.readings.ruby.set_glossing(glossing, below=below)

    @property
    def is_glossed(self) -> bool:
        """Whether there are glosses below the words."""
        return self._looks.is_glossed

    def set_meanings(self, meanings: Meanings | None) -> None:
        """Let popups say what words mean, or only what was repaired."""
        self._hovering.meanings = meanings

    def set_notes(self, notes: Notes) -> None:
        """Let popups tell what was noted about a word."""
        self._hovering.notes = notes

    def set_span_marks(self, marks: Iterable[MarkedSpan]) -> None:
        """Mark these spans of the clean text from now on."""
        blocks = self._clean.pager.blocks
        found: dict[int, list[MarkedSpan]] = {}
        for mark in marks:
            for block in range(blocks.at(mark.start), blocks.at(max(mark.start, mark.end - 1)) + 1):
                found.setdefault(block, []).append(mark)
        self._clean.set_span_marks(lambda block: found.get(block, ()))

    def hide_popup(self) -> None:
        """Take the popup away, if one is shown."""
        self._hovering.hide()

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
        self._sync.set_hits(clean_hits, source_hits, current, reveal=reveal)

    def go_to_clean(self, offset: int) -> None:
        """Scroll so that this offset of the clean text stands at the top."""
        length = len(self._clean.pager.blocks.text)
        self._clean.pager.put_at(min(max(0, offset), length), 0)
        self._sync.refresh()

    def top_clean_offset(self) -> int:
        """Return the clean offset at the top of the view."""
        return int(self._clean.pager.position().offset)

    def clean_selection(self) -> Span:
        """Return what is selected as a span of the clean text; an empty one for nothing."""
        return self._sync.clean_selection()

    def selected_text(self) -> str:
        """Return the selection as clean text, whichever pane it was made in."""
        return self._sync.selected_text()

    def select_all(self) -> None:
        """Select the whole text."""
        if self.document is not None:
            self._sync.select(Side.CLEAN, (0, len(self.document.text)))

    def copy(self) -> None:
        """Put the clean text of the selection on the clipboard."""
        if self.has_selection():
            QGuiApplication.clipboard().setText(self.selected_text())

    def copy_source(self) -> None:
        """Put the original text of the selection on the clipboard."""
        if self.has_selection():
            QGuiApplication.clipboard().setText(self._sync.selected_source())

    def has_selection(self) -> bool:
        """Return whether anything is selected."""
        return self._sync.has_selection()

    # -- events

    def _repairs_at(self, side: Side, offset: int) -> list[Repair]:
        """Return the shown repairs of the place that a character belongs to."""
        if self.document is None:
            return []
        found = repairs_at(self.document, side, offset)
        return [repair for repair in found if repair.kind in self._kinds]

    def _is_current_seen(self) -> bool:
        """Tell if the current repair is on the screen: going on starts from what is read."""
        if self._current is None:
            return False
        first, last = self._clean.pager.visible_span()
        return first <= self._current.clean_start <= last

    def _on_resized(self) -> None:
        if self._current is not None:  # what is looked at stays in sight
            self._sync.reveal(Side.CLEAN, repair_span(Side.CLEAN, self._current))
        self.overview.redraw()

    def _on_row_wanted(self, row: int) -> None:
        self._sync.page.put_row_at(row, 0, self._sync.page.height // 3)
        self._sync.refresh()

    def _on_bar(self, action: int) -> None:
        """Follow the bar: the thumb gives a height in the text, everything else a way to go."""
        bar, page = self.scroll_bar, self._sync.page
        wanted = bar.sliderPosition()
        if bar.isSliderDown() or QAbstractSlider.SliderAction(action) in _TO_AN_END:
            page.set_value(wanted)
        else:
            page.scroll(wanted - bar.value())
        self._sync.refresh()

    def _show_bar(self) -> None:
        """Set the scroll bar to what is shown."""
        bar, page = self.scroll_bar, self._sync.page
        bar.blockSignals(True)
        bar.setPageStep(page.height)
        bar.setSingleStep(self._clean.pager.style.pitch)
        bar.setRange(0, page.maximum())
        bar.setValue(page.value())
        bar.setEnabled(bar.maximum() > 0)
        bar.blockSignals(False)
        bar.update()

    def _on_popup(self) -> None:
        popup = self.popup
        words = (popup.accessibleName(), popup.accessibleDescription())
        self.announcer.say(": ".join(filter(None, words)))

    def _on_selection(self) -> None:
        tell_cursor(self._clean)
        self.selection_changed.emit()

    def _on_moved(self) -> None:
        self._show_bar()
        self.typing.follow()
        self.readings.ruby.want()
        self._idle.start(_IDLE_MS)
        self.hide_popup()
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
        self.hide_popup()
        if isinstance(view, TextView):
            shown = self._repairs_at(view.side, offset) if offset is not None else []
            self._set_current(shown[0] if shown else None)

    def _on_tapped(self) -> None:
        view, repair = self.sender(), self._current
        if isinstance(view, TextView) and repair is not None:
            self._sync.show_twin(view, repair_span(view.side, repair))

    def _on_zoom_turned(self, notches: float) -> None:
        self.set_zoom(self._looks.zoom * 1.1**notches)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            self.key_pressed.emit(event)

    def _on_menu(self, event: QContextMenuEvent) -> None:
        self.hide_popup()
        selected = self.has_selection()
        entries: list[Entry] = [
            (self.tr("Copy"), self.copy, selected),
            (self.tr("Copy original"), self.copy_source, selected),
            (self.tr("Select all"), self.select_all, self.document is not None),
        ]
        word = None
        view = self.sender()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            word = self.readings.current_word()
        elif isinstance(view, TextView):
            offset = view.pager.offset_on(QPointF(event.pos()))
            word = self.readings.word_at(view.side, offset) if offset is not None else None
        span = (word.start, word.end) if word is not None else None
        of_word = [one for make in self.word_entries for one in make(span)]
        context_menu(self, entries, word, self.readings, of_word).popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() in _HIDING_POPUP:
            self.hide_popup()
        if event.type() == QEvent.Type.LanguageChange:
            self._splitter.retranslate()
            self.scroll_bar.setAccessibleName(self.tr("Scroll bar of both texts"))
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would then go from one pane to the other and never out again.
        self._sync.views[0 if Side.CLEAN in self._sides else 1].setFocus(event.reason())
