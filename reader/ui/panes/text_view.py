"""One pane: shows the visible part of one text and turns what the user does into signals."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.ui.kinds import is_dark, kind_title, theme_colour
from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.highlights import BlockMarks, Highlighter
from reader.ui.panes.key_selection import key_target
from reader.ui.panes.margin import place_at
from reader.ui.panes.marking import Marking
from reader.ui.panes.page_painter import Hits, Overlay, PagePainter
from reader.ui.panes.pager import Pager
from reader.ui.panes.ruby_words import RubyWord
from reader.ui.panes.selection import Selection, Span, Unit
from reader.ui.panes.side import Side
from reader.ui.panes.span_marks import SpanMarksOf
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.tints import Tint, tint_glosses
from reader.ui.panes.tones import Tones
from reader.ui.panes.word_marks import WordMarks

_WHEEL_NOTCH = 120  # units of one notch of a mouse wheel, as Qt defines them
_LINES_A_NOTCH = 2
_SELECTING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class PaneGuide(Protocol):
    """What a pane has to ask, as the answer lies in the other one or in a dictionary."""

    def word_at(self, side: Side, offset: int) -> Span:
        """Return the span of the word that holds a character."""

    def hits(self, side: Side, start: int, end: int) -> Hits:
        """Return the search hits in a span."""


class TextView(QAbstractScrollArea):
    """The text of one side of a document, from the block at its top downwards."""

    scrolled = Signal()  # by the user, in this pane
    resized = Signal()
    typing_wanted = Signal(int)  # offset of the character that was clicked twice
    place_chosen = Signal(object)  # Repair whose sign in the margin was clicked
    pointed = Signal(object)  # offset of the character under the mouse, or None; at every move
    clicked = Signal(object)  # offset of the character, or None beside the text
    tapped = Signal(object)  # where the button was let go, if nothing was selected
    selected = Signal()
    zoom_turned = Signal(float)  # notches of Ctrl+wheel, up positive
    key_pressed = Signal(QKeyEvent)  # keys that are the panes' business; accept() what is used
    menu_wanted = Signal(QContextMenuEvent)
    painted = Signal()
    focus_changed = Signal()

    def __init__(
        self, side: Side, pager: Pager, guide: PaneGuide, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.side = side
        self.overlay = Overlay()
        self.pager = pager
        self._guide = guide
        self.selection = Selection(self.word_at, lambda at: self.pager.blocks.paragraph(at))
        self._highlighter = Highlighter(side)
        self._painter = PagePainter(self._highlighter, self.hits, self.palette())
        self.may_type = False
        """Whether a double click opens the editor; else it selects a word."""
        self._style = pager.style
        self._tones = Tones()
        self._dragging = False
        self._tapping = False
        self._triple_until = QTimer(self)
        self._triple_until.setSingleShot(True)
        self._auto_scroll = QTimer(self)
        self._auto_scroll.setInterval(30)
        self._auto_scroll.timeout.connect(self._on_auto_scroll)
        self._wheel_rest = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # both share one
        self._document: Document | None = None
        if side is Side.SOURCE:
            pager.tints_of = self._glosses
        # So that single keys arrive whatever input method is on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)

    # -- what is shown

    def set_document(self, document: Document | None) -> None:
        """Show this side of a document, whose blocks the page has already."""
        self._document = document
        self._highlighter.set_document(document)
        self.overlay = Overlay(leads_left=self.overlay.leads_left)
        self.selection.set((0, 0))
        self.refresh()

    def set_marking(self, marking: Marking) -> None:
        """Mark every repair, or only what needs a person."""
        self._highlighter.marking = marking
        self.viewport().update()

    def marked(self) -> Iterator[tuple[float, BlockMarks]]:
        """Yield the y of each block on the screen, and what is marked in it."""
        for block, y, layout in self.pager.visible():
            yield y, self._marks_of(block, layout)

    def _marks_of(self, block: int, layout: BlockLayout) -> BlockMarks:
        blocks = self.pager.blocks
        return self._highlighter.prepare(layout, (blocks.starts[block], blocks.ends[block]))

    def marks_at(self, point: QPointF) -> tuple[BlockMarks, int] | None:
        """Return what is marked in the block at a point, and the line there."""
        for block, y, layout in self.pager.visible():
            if y <= point.y() < y + layout.height and layout.line_count:
                line = min(int((point.y() - y) // layout.style.pitch), layout.line_count - 1)
                return self._marks_of(block, layout), line
        return None

    def is_in_margin(self, point: QPointF) -> bool:
        """Tell if a point is where the signs and counts of the lines stand."""
        return self.pager.has_margin and point.x() < self.pager.left - 4

    def _trace(self, point: QPointF | None) -> None:
        """Show where something was repaired in the line at a point, and nowhere else."""
        traced = None
        if point is not None and self._highlighter.marking is Marking.QUIET:
            for block, y, layout in self.pager.visible():
                if y <= point.y() < y + layout.height:
                    traced = block, int((point.y() - y) // layout.style.pitch)
        if traced != self.overlay.traced:
            self.overlay.traced = traced
            self.viewport().update()

    def _glosses(self, block: int) -> tuple[Tint, ...]:
        """Return the glosses in a block of the original, which are read over."""
        if self._document is None:
            return ()
        blocks = self.pager.blocks
        colour = theme_colour("muted", dark=is_dark(self.palette()))
        return tint_glosses(self._document, blocks.starts[block], blocks.ends[block], colour)

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Mark repairs of these kinds only."""
        self._highlighter.set_shown_kinds(kinds)
        self.viewport().update()

    def show_hover(self, span: Span, ruby: Sequence[RubyWord] = ()) -> None:
        """Mark the word under the mouse, with its reading above it; (0, 0) marks none."""
        self.update_span(self.overlay.hover)
        self.overlay.hover = span
        self.overlay.ruby = ruby
        self.update_span(span)

    def show_current(self, span: Span) -> None:
        """Frame the repair that was reached; (0, 0) frames none."""
        self.overlay.current = span
        self.viewport().update()

    def show_matching_selection(self, span: Span) -> None:
        """Mark what is selected in the other pane; (0, 0) marks nothing."""
        self.overlay.matching_selection = span
        self.viewport().update()

    def set_word_marks(self, word_marks: WordMarks) -> None:
        """Mark words as these have it from now on."""
        self._painter.word_marks = word_marks
        self.viewport().update()

    def set_span_marks(self, span_marks: SpanMarksOf) -> None:
        """Mark spans as these have it from now on."""
        self._painter.span_marks = span_marks
        self.viewport().update()

    def set_tones(self, tones: Tones) -> None:
        """Draw the tones of ruby in these colours."""
        self._tones = tones
        self._painter.set_colours(self.palette(), tones)
        self.viewport().update()

    def set_style(self, style: TextStyle) -> None:
        """Draw in another font; what stands at the top stays there."""
        self._style = style
        self._reframe()

    def refresh(self) -> None:
        """Repaint all of it."""
        self.viewport().update()

    def update_span(self, span: Span) -> None:
        """Repaint a span and the ruby above it."""
        above = self._style.body_top * 1.5 + 2  # a heading is larger
        wide = self._style.em * 2
        for box in self.pager.boxes(*span):
            self.viewport().update(box.adjusted(-wide, -above, wide, 6).toAlignedRect())

    def word_at(self, offset: int) -> Span:
        """Return the span of the word that holds a character."""
        return self._guide.word_at(self.side, offset)

    def hits(self, start: int, end: int) -> Hits:
        """Return the search hits in a span, and whether each is the current one."""
        return self._guide.hits(self.side, start, end)

    def prepare(self) -> bool:
        """Lay out one more block of the next screens; return whether there is more to do."""
        for block, layout in self.pager.ahead():
            if layout is None and self.pager.waits_for_readings(block):
                continue  # it would be laid out twice
            span = (self.pager.blocks.starts[block], self.pager.blocks.ends[block])
            if layout is None or not self._highlighter.is_prepared(layout):
                self._highlighter.prepare(self.pager.layout(block), span)
                return True
        return False

    def scroll_by(self, pixels: int) -> None:
        """Scroll as the user does."""
        self.pager.scroll(pixels)
        self._tell_scrolled()

    def _tell_scrolled(self) -> None:
        self.refresh()
        self.scrolled.emit()

    def _reframe(self) -> None:
        self.pager.set_frame(self._style, self.viewport().width(), self.viewport().height())
        self.refresh()

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint(
            self.viewport(), event.rect(), self.pager, self.overlay, self.selection.span
        )
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reframe()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._painter.set_colours(self.palette(), self._tones)
            self.pager.forget()
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_turned.emit(notches)
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            # Fine wheels send fractions of a notch; what is less than a pixel waits for the next.
            lines = notches * _LINES_A_NOTCH
            self._wheel_rest -= lines * self._style.pitch
            pixels = int(self._wheel_rest)
            self._wheel_rest -= pixels
            self.scroll_by(pixels)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found = self.marks_at(event.position()) if self.is_in_margin(event.position()) else None
        place = place_at(*found) if found is not None else None
        if place is not None:
            self.place_chosen.emit(place.repair)
            return
        offset = self.pager.offset_near(event.position())
        if self._triple_until.isActive():
            self._triple_until.stop()
            self.selection.press(offset, Unit.PARAGRAPH)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.drag(offset)
        else:
            self.selection.press(offset, Unit.CHARACTER)
            self._tapping = True
            self.clicked.emit(self.pager.offset_on(event.position()))
        self._dragging = True
        self._show_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        offset = self.pager.offset_on(event.position())
        if event.button() == Qt.MouseButton.LeftButton and offset is not None:
            if self.may_type:
                self.typing_wanted.emit(offset)
                return
            self.selection.press(offset, Unit.WORD)
            self._triple_until.start(QApplication.doubleClickInterval())
            self._dragging = True
            self._show_selection()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            self._trace(event.position())
            self.pointed.emit(self.pager.offset_on(event.position()))
            return
        self.selection.drag(self.pager.offset_near(event.position()))
        self._show_selection()
        if 0 <= event.position().y() < self.viewport().height():
            self._auto_scroll.stop()
        elif not self._auto_scroll.isActive():
            self._auto_scroll.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tapped = self._tapping and not self.selection
        self._dragging = self._tapping = False
        self._auto_scroll.stop()
        if tapped:
            self.tapped.emit(self.pager.offset_on(event.position()))

    def _on_auto_scroll(self) -> None:
        at = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        beyond = at.y() - min(max(at.y(), 0), self.viewport().height())
        self.scroll_by(int(beyond / 2))
        self.selection.drag(self.pager.offset_near(at))
        self._show_selection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._trace(None)
            self.pointed.emit(None)
        elif isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def certain_words(self, kinds: Counter[RepairKind]) -> str:
        """Say how many certain repairs of which kinds there are, as 3 certain repairs: Gloss 2."""
        if not kinds:
            return ""
        whole = self.tr("%Ln certain repair(s)", "", kinds.total())
        each = self.tr(", ", "between the kinds of a list").join(
            f"{kind_title(kind)} {count}" for kind, count in kinds.most_common()
        )
        return self.tr("{whole}: {each}").format(whole=whole, each=each)

    def _show_tip(self, event: QHelpEvent) -> None:
        """Say what was repaired in a paragraph, for who points at its count."""
        point = QPointF(event.pos())
        found = self.marks_at(point) if self.is_in_margin(point) else None
        words = self.certain_words(found[0].kinds) if found is not None else ""
        if words:
            QToolTip.showText(event.globalPos(), words, self.viewport())
        else:
            QToolTip.hideText()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(self._style.pitch, self.viewport().height() - self._style.pitch)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Up: -self._style.pitch,
            Qt.Key.Key_Down: self._style.pitch,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: -page if shift else page,
        }
        key = Qt.Key(event.key())
        if shift and key in _SELECTING:
            self._select_by_key(key, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in steps:
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # a learner goes by sentences
                event.ignore()
                self.key_pressed.emit(event)
                if event.isAccepted():
                    return
            event.accept()
            self.scroll_by(steps[key])
        elif key == Qt.Key.Key_Home:
            self.pager.to_start()
            self._tell_scrolled()
        elif key == Qt.Key.Key_End:
            self.pager.to_end()
            self._tell_scrolled()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selection.set((0, len(self.pager.blocks.text)))
            self._show_selection()
        else:
            event.ignore()
            self.key_pressed.emit(event)

    def _select_by_key(self, key: Qt.Key, ctrl: bool) -> None:
        pager = self.pager
        first, last = pager.visible_span()
        if not first <= self.selection.moving <= last:
            if self.selection:
                pager.put_at(self.selection.moving, pager.height // 3)
            else:  # nothing was pressed: select from what is read
                self.selection.press(int(pager.position().offset), Unit.CHARACTER)
        self._bring_into_view(self.selection.moving)
        target = key_target(pager, self.word_at, key, self.selection.moving, ctrl=ctrl)
        if target is not None:
            self.selection.extend(target)
            self._bring_into_view(target)
            self._tell_scrolled()
            self._show_selection()

    def _bring_into_view(self, offset: int) -> None:
        """Scroll so that a line and the ones beside it are on the screen."""
        room = 2 * self._style.pitch
        y = self.pager.line_y(offset)
        if y < room:
            self.pager.scroll(y - room)
        elif y > self.pager.height - 2 * room:
            self.pager.scroll(y - self.pager.height + 2 * room)

    def _show_selection(self) -> None:
        self.viewport().update()
        self.selected.emit()
