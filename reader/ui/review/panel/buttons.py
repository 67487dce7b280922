"""The chips that switch the repairs of a kind on and off."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.text.kinds import RepairKind
from reader.ui.kinds import is_dark, kind_explanation, kind_title
from reader.ui.parts.buttons import FocusButton, draw_focus
from reader.ui.parts.drawing import colour
from reader.ui.review.panel.marks import LINE_WIDTH, draw_kind_line

_CHIP = 24
_PAD = 10


def filter_title(kind: RepairKind) -> str:
    """Return what a kind is called; what is decided is filtered by what it was taken for.

    So only what was typed where there was nothing to decide is of kind MANUAL here.
    """
    if kind is RepairKind.MANUAL:
        return QCoreApplication.translate("FilterChip", "Added by hand")
    return kind_title(kind)


class FilterChip(FocusButton):
    """Switches the repairs of a kind on and off: its line, its name, how many there are."""

    def __init__(self, kind: RepairKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self._count = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()

    def set_count(self, count: int) -> None:
        """Say how many repairs of the kind there are; without any the chip is hidden."""
        self._count = count
        self.setVisible(count > 0)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.setText(f"{filter_title(self.kind)} {self.locale().toString(self._count)}")
        explanation = kind_explanation(self.kind)
        if self.kind is RepairKind.MANUAL:
            explanation = self.tr("You typed this where Jingdu had proposed nothing.")
        self.setToolTip(explanation)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        wide = metrics.horizontalAdvance(self.text()) + LINE_WIDTH + 6 + 2 * _PAD
        return QSize(ceil(wide), max(_CHIP, ceil(metrics.height()) + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2
        on = self.isChecked()
        edge = QPen(colour(self, "mid"), 1)
        if not on:
            edge.setDashPattern([3.0, 2.5])
        painter.setPen(edge)
        ground = "hover" if self.underMouse() else "page" if on else "chrome"
        painter.setBrush(colour(self, ground))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            draw_focus(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), radius, self)
        dark = is_dark(self.palette())
        line = QRectF(_PAD, 0, LINE_WIDTH, self.height())
        painter.setOpacity(1.0 if on else 0.75)
        draw_kind_line(painter, line, self.kind, dark=dark)
        painter.setOpacity(1.0)
        painter.setPen(colour(self, "ink" if on else "muted"))
        painter.setFont(self.font())
        text = QRectF(line.right() + 6, 0, self.width(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         self.text())  # fmt: skip
