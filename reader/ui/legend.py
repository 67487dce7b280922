"""The legend: one chip for each kind of repair, which tells its marks and switches them off."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from reader.core.kinds import RepairKind
from reader.ui.flow import FlowLayout
from reader.ui.kinds import STYLES, is_dark, kind_explanation, kind_title
from reader.ui.opening import Tally
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.underlines import underline_pen

_SAMPLE = "文"


class KindChip(QAbstractButton):
    """One kind: a sample of its highlight, its name, how many there are. Checked means shown."""

    def __init__(self, kind: RepairKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._applied = 0
        self._undecided = 0
        self._partial = False
        self._style: TextStyle | None = None  # made when first painted: it measures fonts
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.say)

    def set_counts(self, applied: int, undecided: int, *, partial: bool = False) -> None:
        """Tell how many repairs there are, and how many only proposed; `partial`: at least."""
        self._applied = applied
        self._partial = partial
        self._undecided = undecided
        self.setVisible(bool(applied or undecided))
        self.say()

    def counts(self) -> tuple[int, int]:
        """Return how many repairs of the kind there are, and how many only proposed."""
        return self._applied, self._undecided

    def say(self) -> None:
        """Put name and help into the language of the moment."""
        numbers = self._numbers()
        undecided = self.tr("%Ln undecided", "", self._undecided) if self._undecided else ""
        title = kind_title(self.kind)
        self.setText(" ".join(part for part in (title, numbers, undecided) if part))
        self.setAccessibleName(self.text())
        state = self.tr("Click to hide.") if self.isChecked() else self.tr("Click to show.")
        self.setToolTip(f"{kind_explanation(self.kind)}\n{state}")
        self.setAccessibleDescription(self.toolTip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        pieces = [width for _, width, _ in self._pieces()]
        wide = round(10 + sum(pieces) + 6 * (len(pieces) - 1) + 11)
        return QSize(wide, max(27, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        on = self.isChecked()
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = body.height() / 2
        fill = palette.color(QPalette.ColorRole.Base if on else QPalette.ColorRole.Window)
        if self.underMouse():
            fill = palette.color(QPalette.ColorRole.Midlight if on else QPalette.ColorRole.Button)
        edge = palette.color(QPalette.ColorRole.Mid)
        if self.hasFocus():
            edge = palette.color(QPalette.ColorRole.Highlight)
        pen = QPen(edge, 1.6 if self.hasFocus() else 1)
        if not on:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(body, radius, radius)
        strong = palette.color(QPalette.ColorRole.WindowText)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        x = 10.0
        for index, (text, width, font) in enumerate(self._pieces()):
            box = QRectF(x, 0, width, self.height())
            if index == 0:
                self._paint_sample(painter, box, text, on)
            else:
                painter.setFont(font)
                painter.setPen(strong if on and index == 1 else quiet)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                if not on and index == 1:
                    y = self.height() / 2 + 0.5
                    painter.drawLine(QLineF(box.left(), y, box.right(), y))
            x += width + 6

    def _numbers(self) -> str:
        numbers: str = self.locale().toString(self._applied)
        return f"{numbers}+" if self._partial else numbers

    def _pieces(self) -> list[tuple[str, float, QFont]]:
        """Return text, width and font of what stands in the chip: sample, title, numbers."""
        font = self.font()
        metrics = self.fontMetrics()
        pieces = [_SAMPLE, kind_title(self.kind), self._numbers()]
        if self._undecided:
            pieces.append("· " + self.tr("%Ln undecided", "", self._undecided))
        return [(text, float(metrics.horizontalAdvance(text)) + 1, font) for text in pieces]

    def _paint_sample(self, painter: QPainter, box: QRectF, text: str, on: bool) -> None:
        palette = self.palette()
        style = STYLES[self.kind]
        colour = style.colour(is_dark(palette))
        if not on:
            colour = palette.color(QPalette.ColorRole.PlaceholderText)
        middle = box.center().y()
        half = self.fontMetrics().height() / 2
        tint = colour.toRgb()
        tint.setAlpha(60 if on else 0)
        painter.fillRect(QRectF(box.left() - 1, middle - half, box.width() + 2, half * 2), tint)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText) if on else colour)
        painter.setFont(self.font())
        painter.drawText(box.translated(0, -1), Qt.AlignmentFlag.AlignCenter, text)
        line = QLineF(box.left() - 1, middle + half - 1, box.right() + 1, middle + half - 1)
        measures = self._style
        if measures is None:
            measures = self._style = TextStyle("", self.font().pointSizeF(), 1.0)
        pen, draw = underline_pen(style.underline, colour, 1.4)
        painter.setPen(pen)
        draw(painter, [line], measures)


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
            chip.set_counts(*tally.get(kind, (0, 0)), partial=partial)
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
        self.nothing.setText(self.tr("Nothing in this text had to be repaired."))

    def _on_toggled(self) -> None:
        self.shown_changed.emit(self.shown())
