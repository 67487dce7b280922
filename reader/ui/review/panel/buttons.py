"""The chips that switch the repairs of a kind on and off."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.text.kinds import RepairKind
from reader.ui.kinds import is_dark, kind_explanation, kind_title
from reader.ui.parts.buttons import Chip
from reader.ui.review.panel.marks import LINE_WIDTH, draw_kind_line


def filter_title(kind: RepairKind) -> str:
    """Return what a kind is called; what is decided is filtered by what it was taken for.

    So only what was typed where there was nothing to decide is of kind MANUAL here.
    """
    if kind is RepairKind.MANUAL:
        return QCoreApplication.translate("FilterChip", "Added by hand")
    return kind_title(kind)


class FilterChip(Chip):
    """Switches the repairs of a kind on and off: its line, its name, how many there are."""

    def __init__(self, kind: RepairKind, parent: QWidget) -> None:
        super().__init__(ceil(LINE_WIDTH), parent)
        self.kind = kind
        self.say()

    def title(self) -> str:
        return filter_title(self.kind)

    def explanation(self) -> str:
        if self.kind is RepairKind.MANUAL:
            return self.tr("You typed this where Jingdu had proposed nothing.")
        return kind_explanation(self.kind)

    def draw_sample(self, painter: QPainter, box: QRectF) -> None:
        draw_kind_line(painter, box, self.kind, dark=is_dark(self.palette()))
