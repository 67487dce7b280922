"""What the menus and keys do with repairs: go from one to the next, decide on it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.ui.document.controller import Desk
from reader.ui.panes import ReadingPanes
from reader.ui.panes.deciding import can_accept, can_reject
from reader.ui.review.reading_choices import ReadingChoices
from reader.ui.window.actions import ActionId
from reader.ui.window.message_bar import MessageBar

_KEYS = (("accept", ActionId.ACCEPT), ("reject", ActionId.REJECT))


class RepairCommands(QObject):
    """Carries the commands out on the panes, and enables those that can be carried out."""

    def __init__(
        self,
        panes: ReadingPanes,
        desk: Desk,
        undoing: ReadingChoices,
        message: MessageBar,
        actions: dict[ActionId, QAction],
    ) -> None:
        super().__init__(panes)
        self._panes = panes
        self._desk = desk
        self._undoing = undoing
        self._message = message
        self._actions = actions

    def go(self, by: int) -> None:
        """Go to the next repair, or to the one before if `by` is negative."""
        reached = self._panes.next_repair() if by > 0 else self._panes.previous_repair()
        if reached is None:
            shown = self._desk.shown
            hidden = shown is not None and bool(shown.tally)
            self._message.show_message(
                self.tr("There is no repair to go to."),
                self.tr("The kinds this text has are hidden; the legend shows them again.")
                if hidden
                else self.tr("Nothing in this text had to be repaired."),
            )

    def go_to_undecided(self) -> None:
        """Go to the next place that is undecided."""
        if self._panes.next_undecided() is None:
            self._message.show_message(self.tr("There is nothing undecided to go to."), "")

    def decide(self, *, accept: bool) -> None:
        """Accept what is proposed at the current repair, or keep the original.

        Where its card is not seen it is only shown: nobody decides on what cannot be seen, and the
        next press does.
        """
        repair = self._panes.current_repair
        if repair is None:
            return
        if self._panes.is_current_explained():
            self._desk.review.decide(repair, repair.after if accept else repair.before)
        else:
            self._panes.go_to_repair(repair)

    def enable(self) -> None:
        """Enable the commands that can be carried out now."""
        controller, actions = self._desk.review, self._actions
        review, can_decide = controller.review, controller.can_decide
        repair = self._panes.current_repair if can_decide else None
        enabled = {
            ActionId.UNDO: can_decide and self._undoing.can_undo,
            ActionId.REDO: can_decide and self._undoing.can_redo,
            ActionId.ACCEPT: repair is not None and can_accept(repair),
            ActionId.REJECT: repair is not None and can_reject(repair),
            ActionId.STRANDED: review is not None and bool(review.stranded),
            ActionId.COMPARE: review is not None and review.is_outdated,
        }
        for action_id, is_enabled in enabled.items():
            actions[action_id].setEnabled(is_enabled)
        keys = {name: actions[action_id].shortcut().toString() for name, action_id in _KEYS}
        self._panes.set_deciding(keys if can_decide else None)
