"""The legend: one chip for each kind of repair, which tells its marks and switches them off."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.text.kinds import RepairKind
from reader.ui.document.repair_numbers import Count, Tally
from reader.ui.flow import FlowLayout
from reader.ui.window.chips import KindChip, UndecidedChip


class Legend(QWidget):
    """The chips of the kinds that the document has."""

    shown_changed = Signal(object)
    """frozenset[RepairKind]: the kinds that are shown now."""

    def __init__(self, hidden: frozenset[RepairKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.nothing = QLabel(self)
        self.nothing.setProperty("quiet", True)
        self.nothing.setMinimumHeight(27)  # as high as a chip
        self.nothing.hide()
        layout.addWidget(self.nothing)
        self._chips: dict[RepairKind, KindChip] = {}
        for kind in RepairKind:
            chip = KindChip(kind, self)
            chip.setChecked(kind not in hidden)
            chip.hide()
            chip.toggled.connect(self._on_toggled)
            layout.addWidget(chip)
            self._chips[kind] = chip
        self.undecided = UndecidedChip(self)
        layout.addWidget(self.undecided)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()

    def chip(self, kind: RepairKind) -> KindChip:
        """Return the chip of a kind."""
        return self._chips[kind]

    def shown(self) -> frozenset[RepairKind]:
        """Return the kinds that are switched on, also those the document has none of."""
        return frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())

    def set_tally(self, tally: Tally, *, partial: bool = False) -> None:
        """Show the numbers of a document, or of a part; kinds that do not occur have no chip."""
        for kind, chip in self._chips.items():
            chip.set_counts(tally.get(kind, Count()), partial=partial)
        undecided = sum(count.undecided for count in tally.values())
        self.undecided.set_count(undecided, partial=partial)
        self.nothing.setVisible(not tally and not partial)

    def show_all(self) -> None:
        """Switch every kind on."""
        for chip in self._chips.values():
            chip.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.nothing.setText(self.tr("Nothing in this text needed repair."))

    def _on_toggled(self) -> None:
        self.shown_changed.emit(self.shown())
