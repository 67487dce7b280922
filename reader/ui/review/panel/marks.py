"""What the review panel draws: the line of a kind, the mark of a state."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from functools import cache
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.review.history import How
from reader.text.kinds import RepairKind, RepairState
from reader.text.theme import KIND_LINES, STATE_MARKS, Line, Mark
from reader.ui.kinds import is_dark, kind_colour, kind_explanation
from reader.ui.panes.text_style import TextStyle
from reader.ui.panes.underlines import draw_wave, underline_pen
from reader.ui.parts.drawing import colour
from reader.ui.wording import decision_word, state_word

LINE_WIDTH = 18.0  # of the sample of a kind's line
_ROUND = 3.0
_HATCH = 5.0  # pixels between the strokes


@cache
def _sample_style(line: Line = Line.SOLID) -> TextStyle:
    """Return the measures that lines are drawn by; steps of a small text would be no steps."""
    return TextStyle("", 16.0 if line is Line.STEPPED else 10.5, 1.0)


def draw_kind_line(painter: QPainter, box: QRectF, kind: RepairKind, *, dark: bool) -> None:
    """Draw a kind's line in the middle of a box, as it stands under the text on the page."""
    line = KIND_LINES[kind]
    style = _sample_style(line)
    pen, draw = underline_pen(line, kind_colour(kind, dark=dark), 1.7)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    width = min(LINE_WIDTH, box.width())
    y = box.center().y()
    if kind is RepairKind.VARIANT:
        y -= 1.5  # the second line stands below
    draw(painter, [QLineF(box.left(), y, box.left() + width, y)], style)
    painter.restore()


class KindLine(QWidget):
    """The line of a kind, beside its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = RepairKind.MANUAL
        self.setFixedSize(ceil(LINE_WIDTH), 14)

    def set_kind(self, kind: RepairKind) -> None:
        """Show the line of another kind."""
        self._kind = kind
        self.setToolTip(kind_explanation(kind))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        dark = is_dark(self.palette())
        draw_kind_line(QPainter(self), QRectF(self.rect()), self._kind, dark=dark)


class StateBadge(QWidget):
    """How a repair stands: a word in the mark that the page has for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._word = RepairState.CERTAIN, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: RepairState, how: How | None) -> None:
        """Show another state; `how` the place was decided on says more than that it was."""
        self._state = state
        self._word = state_word(state) if how is None else decision_word(how)
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self._word)
        return QSize(ceil(width) + 14, ceil(metrics.height()) + 3)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        draw_state(painter, box, self._state, self)
        name = STATE_MARKS[self._state][1] or "muted"
        painter.setPen(colour(self, name))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._word)


def draw_state(painter: QPainter, box: QRectF, state: RepairState, widget: QWidget) -> None:
    """Draw the mark of a state around what stands in a box; nothing for what is certain."""
    mark, name = STATE_MARKS[state]
    if mark is Mark.NONE:
        return
    pen = QPen(colour(widget, name), 1.2)
    painter.save()
    if mark is Mark.DASHED_BOX:
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(colour(widget, f"{name}_fill"))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
    elif mark is Mark.HATCHED_BOX:
        painter.setPen(pen)
        painter.setBrush(colour(widget, f"{name}_fill"))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        hatch = QPen(colour(widget, "mid"), 1)
        painter.setPen(hatch)
        painter.setClipRect(box.adjusted(1, 1, -1, -1))
        x = box.left()
        while x < box.right() + box.height():
            painter.drawLine(QPointF(x, box.top()), QPointF(x - box.height(), box.bottom()))
            x += _HATCH
    elif mark is Mark.WAVE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(widget, f"{name}_fill"))
        painter.drawRect(box)
        painter.setPen(pen)
        y = box.bottom() - 1.5
        draw_wave(painter, [QLineF(box.left(), y, box.right(), y)], _sample_style())
    else:
        pen.setWidthF(2.4)
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))
    painter.restore()


def sure_colour(widget: QWidget, state: RepairState) -> QColor:
    """Return the colour of the bar that says how sure a repair is."""
    names = {RepairState.UNDECIDED: "und", RepairState.UNSURE: "uns"}
    return colour(widget, names.get(state, "muted"))
