"""What menus and keys do with repairs: go from one to the next, decide on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.ui.messages import Message
from reader.ui.panes import DocumentPanes
from reader.ui.panes.repair_options import can_accept, can_reject
from reader.ui.review.controller import ReviewController


class Decidable(NamedTuple):
    """Which commands can be carried out now."""

    accept: bool
    reject: bool
    show_stranded: bool
    compare: bool


class RepairCommands(QObject):
    """Carries the commands out on the panes, and tells which of them are possible."""

    said = Signal(object)
    """Message: there was nothing to go to."""

    def __init__(
        self, panes: DocumentPanes, review: ReviewController, keys: Mapping[str, str]
    ) -> None:
        """`keys` are the key sequences of "accept" and "reject", to be shown on the card."""
        super().__init__(panes)
        self._panes = panes
        self._review = review
        self._keys = keys

    def go_to_next(self) -> None:
        """Go to the next repair."""
        if self._panes.next_repair() is None:
            self._say_that_there_is_none()

    def go_to_previous(self) -> None:
        """Go to the repair before."""
        if self._panes.previous_repair() is None:
            self._say_that_there_is_none()

    def go_to_undecided(self) -> None:
        """Go to the next place that is undecided."""
        if self._panes.next_undecided() is None:
            self.said.emit(Message(self.tr("Nothing left to decide.")))

    def accept(self) -> None:
        """Apply what is proposed at the current repair."""
        self._decide(accept=True)

    def reject(self) -> None:
        """Keep the original at the current repair."""
        self._decide(accept=False)

    def update_card(self) -> None:
        """Offer decisions on the card while the document may be decided on."""
        self._panes.set_decision_keys(self._keys if self._review.can_decide else None)

    def possible(self) -> Decidable:
        """Return which commands can be carried out now."""
        review = self._review.review
        repair = self._panes.current_repair if self._review.can_decide else None
        return Decidable(
            accept=repair is not None and can_accept(repair),
            reject=repair is not None and can_reject(repair),
            show_stranded=review is not None and bool(review.stranded),
            compare=review is not None and review.is_outdated,
        )

    def _decide(self, *, accept: bool) -> None:
        """Decide on the current repair.

        Where its card is not seen it is only shown: nobody decides on what cannot be seen, and the
        next press does.
        """
        repair = self._panes.current_repair
        if repair is None:
            return
        if self._panes.is_current_card_shown():
            self._review.decide(repair, repair.after if accept else repair.before)
        else:
            self._panes.go_to_repair(repair)

    def _say_that_there_is_none(self) -> None:
        document = self._panes.document
        hidden = document is not None and bool(document.repairs)
        self.said.emit(
            Message(
                self.tr("No repair to go to."),
                self.tr("All kinds in this text are hidden; click them in the legend to show them.")
                if hidden
                else self.tr("Nothing in this text needed repair."),
            )
        )
