"""What menus and keys do with repairs: go from one to the next, decide on it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.text.repair import can_decide
from reader.ui.messages import Message
from reader.ui.panes.panes import DocumentPanes
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

    def __init__(self, panes: DocumentPanes, review: ReviewController) -> None:
        super().__init__(panes)
        self._panes = panes
        self._review = review

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

    def possible(self) -> Decidable:
        """Return which commands can be carried out now."""
        review = self._review.review
        repair = self._panes.current_repair if self._review.can_decide else None
        return Decidable(
            accept=repair is not None and can_decide(repair),
            reject=repair is not None and can_decide(repair) and repair.before != repair.after,
            show_stranded=review is not None and bool(review.stranded),
            compare=review is not None and review.is_outdated,
        )

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
