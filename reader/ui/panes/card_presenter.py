"""Shows the card of a place: after the mouse has rested there, or at once when a key asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor
from PySide6.QtWidgets import QApplication, QWidget

from reader.text.document import Repair
from reader.text.kinds import RepairKind
from reader.ui.panes.card import RepairCard
from reader.ui.panes.card_room import Room
from reader.ui.panes.counterparts import Span, matching_span, repair_span, repairs_at
from reader.ui.panes.pane_readings import PaneReadings
from reader.ui.panes.repair_options import alternative_for_key
from reader.ui.panes.side import Side
from reader.ui.panes.sync import PaneSync
from reader.ui.panes.text_view import TextView
from reader.ui.panes.word_readings import WordReadings

_REST_MS = 120  # a mouse that rests this long asks a question; one that passes does not
_AWAY_MS = 260  # on its way from the text to the card the mouse crosses other places
_HIDING = (QEvent.Type.WindowBlocked, QEvent.Type.Hide)  # by a modal dialog; by another page
_OUTDATING = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)


class CardPresenter(QObject):
    """Decides when the card comes and goes, and what it explains."""

    def __init__(self, sync: PaneSync, readings: PaneReadings, parent: QWidget) -> None:
        super().__init__(parent)
        self._sync = sync
        self._readings = readings
        self._kinds = frozenset(RepairKind)
        self._keys: Mapping[str, str] | None = None
        self._current: Repair | None = None
        self.card = RepairCard(parent)
        self._span: Span = (0, 0)
        self.view: TextView | None = None
        """The pane beside whose text the card was shown last."""
        self._owner = parent
        self._by_mouse = False
        self._pointer = QPoint()
        """Where the mouse was when the card was shown."""
        self._resting: tuple[TextView, int] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_AWAY_MS)
        self._away.timeout.connect(self.hide)
        self.card.entered.connect(self._on_card_entered)
        self.card.left.connect(self._on_card_left)
        self.card.read_here.connect(readings.pin)
        self.card.read_always.connect(readings.word_wanted)
        readings.blocks.changed.connect(self._read_again)
        for view in sync.views:
            view.pointed.connect(self._on_pointed)

    def set_decision_keys(self, keys: Mapping[str, str] | None) -> None:
        """Offer decisions, with the keys that accept and reject; None offers none."""
        self._keys = keys

    def set_current(self, repair: Repair | None) -> None:
        """Name the keys on the card of this repair alone: they decide on it."""
        self._current = repair

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Explain repairs of these kinds only."""
        self._kinds = kinds

    def repairs_at(self, view: TextView, offset: int) -> list[Repair]:
        """Return the shown repairs of the place a character belongs to."""
        if self._sync.document is None:
            return []
        found = repairs_at(self._sync.document, view.side, offset)
        return [repair for repair in found if repair.kind in self._kinds]

    def show_repair(self, view: TextView, repair: Repair, span: Span) -> None:
        """Show the card of a repair at a span, the other repairs of the place below it."""
        others = [other for other in self.repairs_at(view, span[0]) if other.id != repair.id]
        self._by_mouse = False
        self._rest.stop()
        self._show(view, [repair, *others], span, self._doubtful(view, span[0]))
        self._announce()

    def show_word(self, word: WordReadings) -> None:
        """Show the card of the readings of a word of the clean text, with the repairs there."""
        view = self._sync.clean
        self._by_mouse = False
        self._rest.stop()
        self._show(view, self.repairs_at(view, word.start), (word.start, word.end), word)
        self._announce()

    def alternative_for_key(self, key: str) -> str | None:
        """Return the text that a key chooses on the card of the current repair, None if none."""
        shown = self.card.repairs if self._keys is not None else ()
        return alternative_for_key(shown, self._current, key)

    def shows(self, repair: Repair | None) -> bool:
        """Return whether the card of this very repair can be seen."""
        shown = self.card.repairs
        asked = repair is not None and bool(shown) and shown[0].id == repair.id
        return asked and self.card.isVisible()

    def _read_again(self) -> None:
        """Show on the card how its word is read now."""
        if self.view is not None and self.card.isVisible() and self.card.word is not None:
            word = self._readings.word_at(self.view.side, self._span[0])
            self._show(self.view, self.card.repairs, self._span, word)

    def _announce(self) -> None:
        if QAccessible.isActive():
            words = QAccessibleAnnouncementEvent(self._owner, self.card.words())
            QAccessible.updateAccessibility(words)

    def hide(self) -> None:
        """Take the card away, if one is shown."""
        self._rest.stop()
        self._away.stop()
        self.card.hide_card()

    def _doubtful(self, view: TextView, offset: int) -> WordReadings | None:
        """Return the word of a place, if its readings are worth a word where nobody asked."""
        word = self._readings.word_at(view.side, offset)
        return word if word is not None and word.is_doubtful else None

    def _show(
        self, view: TextView, repairs: Sequence[Repair], span: Span, word: WordReadings | None
    ) -> None:
        self.view, self._span = view, span
        self._away.stop()
        self._pointer = QCursor.pos()
        first, last = view.pager.visible_span()
        if (repairs or word is not None) and first <= span[0] <= last and self._owner.isVisible():
            keys = self._keys
            if keys and (self._current is None or not repairs or repairs[0].id != self._current.id):
                keys = {}  # they decide on another repair
            room = self._room(view, repairs)
            self.card.show_repairs(repairs, word, room, keys, comes_back=not self._by_mouse)

    def _room(self, view: TextView, repairs: Sequence[Repair]) -> Room:
        """Return the room there is for the card beside the place it is about now."""
        spans = [self._span, *(repair_span(view.side, repair) for repair in repairs)]
        (low, high), hover = self._span, view.overlay.hover
        if hover[0] <= high and low <= hover[1]:
            spans.append(hover)  # its ruby
        pane = QRect(self._map_to_owner(view, QPoint()), view.viewport().size())
        counterpart = QRect()
        if self._sync.document is not None:
            there = matching_span(self._sync.document, view.side, self._span)
            for line in self._lines(self._sync.other(view), [there]):
                counterpart = counterpart.united(line)
        return Room(self._owner.rect(), pane, self._lines(view, spans), counterpart)

    def _lines(self, view: TextView, spans: Sequence[Span]) -> list[QRect]:
        """Return the boxes of spans, with the marks below and the ruby above each."""
        style = view.pager.style
        boxes = [box for span in spans for box in view.pager.boxes(*span)]
        if not boxes:  # what was removed at the very start of a line
            y = view.pager.line_y(spans[0][0]) + style.body_top
            boxes = [QRectF(view.pager.left, y, 1, style.body_bottom - style.body_top)]
        lines = []
        for box in boxes:
            # A heading is larger than the style of the page: its box says by how much.
            scale = box.height() / (style.body_bottom - style.body_top)
            above = style.body_top * scale if view.side is Side.CLEAN else 2
            below = (style.pitch - style.body_bottom) * scale * 0.8
            line = box.adjusted(0, -above, 0, below).toAlignedRect()
            lines.append(QRect(self._map_to_owner(view, line.topLeft()), line.size()))
        return lines

    def _map_to_owner(self, view: TextView, point: QPoint) -> QPoint:
        return view.viewport().mapTo(self._owner, point)

    def _moved_by_hand(self) -> bool:
        """Tell if the mouse moved since the card was shown: cards come and go below it, too."""
        return QCursor.pos() != self._pointer

    def _on_pointed(self, offset: int | None) -> None:
        view = self.sender()
        resting = (view, offset) if isinstance(view, TextView) and offset is not None else None
        if resting != self._resting:
            self._resting = resting
            # A card that a key asked for stays until the mouse rests on another place.
            if self._by_mouse and self.card.isVisible():
                shown = self.repairs_at(*resting) if resting is not None else []
                word = self._doubtful(*resting) if resting is not None else None
                if (shown or word) and (tuple(shown), word) == (self.card.repairs, self.card.word):
                    self._away.stop()
                elif not self._away.isActive():
                    self._away.start()
        if resting is None:
            self._rest.stop()
        elif not (self._by_mouse and self.card.isVisible() and not self._away.isActive()):
            self._rest.start()

    def _on_card_entered(self) -> None:
        self._rest.stop()
        self._away.stop()

    def _on_card_left(self) -> None:
        if self.card.isVisible() and (self._by_mouse or self._moved_by_hand()):
            self._away.start()

    def _on_rest(self) -> None:
        if self._resting is None or QApplication.activePopupWidget() is not None:
            return
        view, offset = self._resting
        shown, word = self.repairs_at(view, offset), self._doubtful(view, offset)
        if not self._by_mouse and self.card.isVisible():
            asked = {repair.id for repair in self.card.repairs}
            if not self._moved_by_hand() or any(repair.id in asked for repair in shown):
                return  # it was asked for by key or click, and stays when the mouse goes
        if shown or word is not None:
            self._by_mouse = True
            self._show(view, shown, (offset, offset + 1), word)


def ends_card(event: QEvent, panes: QWidget) -> bool:
    """Tell if what happens to the widget that holds the panes takes the card away."""
    kind = event.type()
    if kind == QEvent.Type.ActivationChange:
        return not panes.isActiveWindow()
    return kind in _HIDING or (kind in _OUTDATING and panes.isVisible())
