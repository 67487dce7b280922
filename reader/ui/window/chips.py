"""The chips of the legend: a sample of a mark, what it is called, how many there are."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.text.kinds import RepairKind
from reader.text.theme import KIND_LINES
from reader.ui.document.repair_numbers import Count
from reader.ui.kinds import is_dark, kind_colour, kind_explanation, kind_title
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.underlines import proposal_pen, underline_pen

_SAMPLE = "文"


class Chip(QAbstractButton):
    """A rounded button with a sample of a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> list[str]:
        """Return what stands in the chip behind the sample: its name first."""
        raise NotImplementedError

    def explanation(self) -> str:
        """Return the help."""
        raise NotImplementedError

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        """Draw the sample into its box."""
        raise NotImplementedError

    def say(self) -> None:
        """Put name and help into the language of the moment."""
        self.setText(" ".join(words.removeprefix("· ") for words in self.words()))
        self.setAccessibleName(self.text())
        self.setToolTip(self.explanation())
        self.setAccessibleDescription(self.toolTip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widths = [width for _, width in self._measure()]
        wide = round(10 + sum(widths) + 6 * (len(widths) - 1) + 11)
        return QSize(wide, max(27, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def is_on(self) -> bool:
        """Return whether what the chip stands for is shown."""
        return self.isChecked() or not self.isCheckable()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        on = self.is_on()
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
        for index, (text, width) in enumerate(self._measure()):
            box = QRectF(x, 0, width, self.height())
            painter.setFont(self.font())
            if index == 0:
                self.paint_sample(painter, box)
            else:
                painter.setPen(strong if on and index == 1 else quiet)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                if not on and index == 1:
                    y = self.height() / 2 + 0.5
                    painter.drawLine(QLineF(box.left(), y, box.right(), y))
            x += width + 6

    def number(self, count: int, *, partial: bool = False) -> str:
        """Return a count as people write it; of a part there may be more."""
        numbers: str = self.locale().toString(count)
        return f"{numbers}+" if partial else numbers

    def _measure(self) -> list[tuple[str, float]]:
        """Return text and width of what stands in the chip."""
        metrics = self.fontMetrics()
        texts = [_SAMPLE, *self.words()]
        return [(text, float(metrics.horizontalAdvance(text)) + 1) for text in texts]

    def sample_box(self, box: QRectF) -> QRectF:
        """Return where the sample's character stands."""
        half = self.fontMetrics().height() / 2
        return QRectF(box.left() - 1, box.center().y() - half, box.width() + 2, half * 2)


class KindChip(Chip):
    """One kind: a sample of its highlight, its name, how many there are. Checked means shown."""

    def __init__(self, kind: RepairKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._count = Count()
        self._partial = False
        self._style: TextStyle | None = None  # made when first painted: it measures fonts
        self.setCheckable(True)
        self.setChecked(True)
        self.toggled.connect(self.say)

    def set_counts(self, count: Count, *, partial: bool = False) -> None:
        """Tell how many repairs there are; `partial`: at least."""
        self._count = count
        self._partial = partial
        self.setVisible(any(count))
        self.say()

    def counts(self) -> tuple[int, int]:
        """Return how many repairs of the kind there are, and how many only proposed."""
        return self._count.applied, self._count.undecided

    def words(self) -> list[str]:
        found = [kind_title(self.kind), self.number(self._count.total, partial=self._partial)]
        if self._count.undecided:
            found.append("· " + self.tr("%Ln undecided", "", self._count.undecided))
        if self._count.lost:
            found.append("· " + self.tr("%Ln lost", "", self._count.lost))
        return found

    def explanation(self) -> str:
        state = self.tr("Click to hide.") if self.isChecked() else self.tr("Click to show.")
        lines = [kind_explanation(self.kind), state]
        if self._count.decided:
            lines.insert(1, self.tr("%Ln of them decided by hand", "", self._count.decided))
        return "\n".join(lines)

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        palette = self.palette()
        on = self.is_on()
        colour = kind_colour(self.kind, dark=is_dark(palette))
        if not on:
            colour = palette.color(QPalette.ColorRole.PlaceholderText)
        body = self.sample_box(box)
        tint = colour.toRgb()
        tint.setAlpha(60 if on else 0)
        painter.fillRect(body, tint)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText) if on else colour)
        painter.drawText(box.translated(0, -1), Qt.AlignmentFlag.AlignCenter, _SAMPLE)
        line = QLineF(body.left(), body.bottom() - 1, body.right(), body.bottom() - 1)
        measures = self._style
        if measures is None:
            measures = self._style = TextStyle("", self.font().pointSizeF(), 1.0)
        pen, draw = underline_pen(KIND_LINES[self.kind], colour, 1.4)
        painter.setPen(pen)
        draw(painter, [line], measures)


class UndecidedChip(Chip):
    """How many places of all kinds are only proposed; a click goes to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undecided = 0
        self._partial = False
        self.hide()

    def set_count(self, undecided: int, *, partial: bool = False) -> None:
        """Tell how many there are; without any the chip is not seen."""
        self._undecided = undecided
        self._partial = partial
        self.setVisible(bool(undecided))
        self.say()

    def count(self) -> int:
        """Return how many places are undecided."""
        return self._undecided

    def words(self) -> list[str]:
        return [self.tr("Undecided"), self.number(self._undecided, partial=self._partial)]

    def explanation(self) -> str:
        return self.tr(
            "Jingdu is not sure here and leaves the decision to you.\nClick to go to the next "
            "place."
        )

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(proposal_pen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.sample_box(box).adjusted(0, 0.5, 0, -0.5), 3, 3)
        painter.setPen(colour)
        painter.drawText(box.translated(0, -1), Qt.AlignmentFlag.AlignCenter, _SAMPLE)
