"""The card that explains the repairs of one place: what was there, what is there now, and why."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.document import Repair
from reader.ui.kinds import STYLES, is_dark, kind_explanation, kind_title
from reader.ui.panes.text_style import CHINESE_FAMILIES, faded
from reader.ui.wording import confidence_word, evidence_text

_LONGEST = 24  # characters of "before" and "after" shown at most
_MOST_REPAIRS = 4
_WIDTH = 340
_GAP = 8
_RADIUS = 7


class RepairCard(QFrame):
    """A small window above the text. It never takes the focus, and no text in it is markup."""

    def __init__(self, parent: QWidget) -> None:
        # Without input of its own it can't come between the mouse and the text it explains.
        flags = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self.repairs: tuple[Repair, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 13, 16, 14)
        self._column.setSpacing(12)
        self._body: QWidget | None = None

    def show_repairs(self, repairs: Sequence[Repair], place: QRect) -> None:
        """Explain these repairs beside a place on the screen (global pixels)."""
        shown = tuple(repairs)
        if shown != self.repairs or not self.isVisible():
            self.repairs = shown
            self._fill()
        self.adjustSize()
        self.move(self._spot(place))
        self.show()

    def hide_card(self) -> None:
        """Take the card away."""
        self.repairs = ()
        self.hide()

    def words(self) -> str:
        """Return everything the card says, for screen readers: one line a label."""
        if self._body is None:
            return ""
        return "\n".join(label.text() for label in self._body.findChildren(QLabel))

    def _fill(self) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for index, repair in enumerate(self.repairs[:_MOST_REPAIRS]):
            if index:
                column.addWidget(_Rule(self._body))
            column.addLayout(_section(repair, self._body, compact=index > 0))
        more = len(self.repairs) - _MOST_REPAIRS
        if more > 0:
            text = QCoreApplication.translate("RepairCard", "and {count} more here")
            text = text.format(count=more)
            column.addWidget(_label(text, self._body, quiet=True))
        self._column.addWidget(self._body)
        self.setAccessibleName(self.words())

    def _spot(self, place: QRect) -> QPoint:
        """Below the place, above it where there is no room below; always within the screen."""
        screen = QGuiApplication.screenAt(place.center()) or self.screen()
        room = screen.availableGeometry()
        x = min(max(place.left() - 12, room.left() + 4), room.right() - self.width() - 4)
        y = place.bottom() + _GAP
        if y + self.height() > room.bottom() - 4:
            y = place.top() - _GAP - self.height()
        y = min(max(y, room.top() + 4), max(room.top() + 4, room.bottom() - self.height() - 4))
        return QPoint(x, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Where nothing composes windows, see-through corners are black: cut them off.
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        dark = is_dark(palette)
        page = palette.color(QPalette.ColorRole.Base)
        painter.setBrush(page.lighter(135) if dark else page)
        painter.setPen(_between(page, palette.color(QPalette.ColorRole.Text), 0.3))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
        )


class _Rule(QWidget):
    """A hairline between two repairs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = faded(self.palette().color(QPalette.ColorRole.Text), 40)
        QPainter(self).fillRect(self.rect(), colour)


class _Swatch(QWidget):
    """A dot in the colour of a kind."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), 3, 3)


class _Bar(QWidget):
    """How sure a repair is, as a part of a line."""

    def __init__(self, part: float, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = min(1.0, max(0.0, part))
        self._colour = colour
        self.setFixedSize(72, 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self.palette().color(QPalette.ColorRole.Text), 40))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 2.5, 2.5)
        box.setWidth(box.width() * self._part)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(box, 2.5, 2.5)


def _section(repair: Repair, parent: QWidget, *, compact: bool) -> QVBoxLayout:
    """Lay out one repair; the second and later ones of a place are set smaller."""
    translate = QCoreApplication.translate
    colour = STYLES[repair.kind].colour(is_dark(parent.palette()))
    column = QVBoxLayout()
    column.setSpacing(5)
    head = QHBoxLayout()
    head.setSpacing(7)
    head.addWidget(_Swatch(colour, parent))
    title = _label(kind_title(repair.kind), parent)
    title.setFont(_bold(title.font()))
    title.setToolTip(kind_explanation(repair.kind))
    head.addWidget(title)
    head.addStretch()
    if not repair.applied:
        note = translate("RepairCard", "Proposed, not applied")
        head.addWidget(_label(note, parent, quiet=True))
    column.addLayout(head)
    change = QHBoxLayout()
    change.setSpacing(12)
    scale = 1.35 if compact else 2.0
    change.addWidget(_text_label(repair.before, parent, scale, quiet=True))
    change.addWidget(_label("→", parent, quiet=True))
    change.addWidget(_text_label(repair.after, parent, scale))
    change.addStretch()
    column.addLayout(change)
    for evidence in repair.evidence:
        label = _label(evidence_text(evidence), parent)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH)
        label.setMinimumHeight(label.heightForWidth(_WIDTH))
        column.addWidget(label)
    sure = QHBoxLayout()
    sure.setSpacing(8)
    sure.addWidget(_Bar(repair.confidence, colour, parent))
    # The per cent is rounded down: 99.7 is not certainty.
    per_cent = str(int(repair.confidence * 100))
    words = translate("RepairCard", "{word}, {percent} %")
    words = words.format(word=confidence_word(repair.confidence), percent=per_cent)
    sure.addWidget(_label(words, parent, quiet=True))
    sure.addStretch()
    column.addLayout(sure)
    if repair.alternatives:
        listed = translate("RepairCard", "Or:") + "  "
        listed += "   ".join(
            f"{_visible(other.text)} {round(other.probability * 100)} %"
            for other in repair.alternatives[:4]
        )
        column.addWidget(_label(listed, parent, quiet=True))
    return column


def _label(text: str, parent: QWidget, *, quiet: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)  # the text of a document is never markup
    label.setText(text)
    palette = QPalette(parent.palette())
    colour = palette.color(QPalette.ColorRole.Text)
    palette.setColor(QPalette.ColorRole.WindowText, faded(colour, 165) if quiet else colour)
    label.setPalette(palette)
    return label


def _text_label(text: str, parent: QWidget, scale: float, *, quiet: bool = False) -> QLabel:
    """Show a piece of the document large; what is gone or invisible is named."""
    shown = _visible(text)
    if not text:
        label = _label(QCoreApplication.translate("RepairCard", "removed"), parent, quiet=True)
        font = label.font()
        font.setItalic(True)
        label.setFont(font)
        return label
    label = _label(shown, parent, quiet=quiet)
    font = QFont(list(CHINESE_FAMILIES))
    if len(shown) > 8:
        scale = min(scale, 1.35)
    font.setPointSizeF(label.font().pointSizeF() * scale)
    label.setFont(font)
    return label


def _visible(text: str) -> str:
    """Return a text cut to a length that fits, with a name in place of what can't be seen."""
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(
        f"[U+{ord(char):04X}]"
        if unicodedata.category(char)[0] in "CZ" and char != " "
        else ("␣" if char == " " else char)
        for char in text
    )


def _between(first: QColor, second: QColor, part: float) -> QColor:
    """Return an opaque mixture; a see-through one is dark where nothing composes windows."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * part),
        round(first.green() + (second.green() - first.green()) * part),
        round(first.blue() + (second.blue() - first.blue()) * part),
    )


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
