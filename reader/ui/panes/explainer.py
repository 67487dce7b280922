"""Decides when the card of a place is shown: after the mouse rested there, or at once by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from reader.core.document import Document, Repair
from reader.core.kinds import RepairKind
from reader.ui.panes.card import RepairCard
from reader.ui.panes.places import Span, repairs_at
from reader.ui.panes.text_view import TextView

_REST_MS = 120  # a mouse that rests this long asks a question; one that passes does not
_AWAY_MS = 260  # on its way from the text to the card the mouse crosses other places


class Explainer(QObject):
    """Shows the repairs of a place on a card beside it."""

    def __init__(self, views: Sequence[TextView], parent: QWidget) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.kinds = frozenset(RepairKind)
        self.card = RepairCard(parent)
        self.view: TextView | None = None
        """The pane beside whose text the card was shown last."""
        self._owner = parent
        self._by_mouse = False
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
        for view in views:
            view.pointed.connect(self._on_pointed)

    def repairs_at(self, view: TextView, offset: int) -> list[Repair]:
        """Return the shown repairs of the place a character belongs to."""
        if self.document is None:
            return []
        found = repairs_at(self.document, view.side, offset)
        return [repair for repair in found if repair.kind in self.kinds]

    def explain(self, view: TextView, repair: Repair, span: Span) -> None:
        """Show the card of a repair at a span, the other repairs of the place below it."""
        others = [other for other in self.repairs_at(view, span[0]) if other.id != repair.id]
        self._by_mouse = False
        self._rest.stop()
        self._show(view, [repair, *others], span)
        if QAccessible.isActive():
            words = QAccessibleAnnouncementEvent(self._owner, self.card.words())
            QAccessible.updateAccessibility(words)

    def hide(self) -> None:
        """Take the card away, if one is shown."""
        self._rest.stop()
        self._away.stop()
        self.card.hide_card()

    def _show(self, view: TextView, repairs: Sequence[Repair], span: Span) -> None:
        self.view = view
        self._away.stop()
        boxes = view.pager.boxes(*span)
        if repairs and boxes and self._owner.isVisible():
            box = boxes[0].toAlignedRect()
            corner = view.viewport().mapToGlobal(box.topLeft())
            self.card.show_repairs(repairs, QRect(corner, box.size()))

    def _on_pointed(self, offset: int | None) -> None:
        view = self.sender()
        resting = (view, offset) if isinstance(view, TextView) and offset is not None else None
        if resting != self._resting:
            self._resting = resting
            # A card that a key asked for stays until the mouse rests on another place.
            if self._by_mouse and self.card.isVisible():
                shown = self.repairs_at(*resting) if resting is not None else []
                if tuple(shown) == self.card.repairs:
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
        if self.card.isVisible():
            self._away.start()

    def _on_rest(self) -> None:
        if self._resting is None:
            return
        view, offset = self._resting
        shown = self.repairs_at(view, offset)
        if shown:
            self._by_mouse = True
            self._show(view, shown, (offset, offset + 1))
