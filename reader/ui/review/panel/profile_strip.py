"""The damage profile: a column for each paragraph, what touched it, where a person is needed."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.review.damage_profile import ParagraphProfile, merge
from reader.text.kinds import RepairKind
from reader.ui.kinds import is_dark, kind_colour, kind_title
from reader.ui.parts.drawing import colour
from reader.ui.wording import percent

_HEIGHT = 26
_CAP = 3  # pixels of the mark of open places
_GAP = 1
_PALE = 0.62
_LEAST_WHOLE = 0.25  # the damage that fills the height at least: a clean text looks clean
_NARROWEST, _WIDEST = 3.0, 24.0  # pixels of a column
_STACK = (
    RepairKind.GLOSS, RepairKind.SCRIPT, RepairKind.VARIANT, RepairKind.PUNCTUATION,
    RepairKind.SLIP, RepairKind.ENCODING, RepairKind.DEBRIS,
)  # fmt: skip
"""From the bottom up."""


class ProfileStrip(QWidget):
    """A small picture of the whole document; a click goes to a paragraph."""

    place_wanted = Signal(int)
    """An offset in the source (code points): the beginning of what was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._profiles: Sequence[ParagraphProfile] = ()
        self._shown: Sequence[ParagraphProfile] = ()
        self._open: Sequence[int] = ()
        self._open_counts: Sequence[int] = ()
        self._here: int | None = None
        self._drawn: tuple[object, QPixmap] | None = None  # what the stacks were drawn for
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def set_profiles(self, profiles: Sequence[ParagraphProfile]) -> None:
        """Show other paragraphs."""
        self._profiles = profiles
        self._merge()

    def set_here(self, offset: int | None) -> None:
        """Mark the paragraph that source[offset] is in; None for none."""
        if offset != self._here:
            self._here = offset
            self.update()

    def set_open_places(self, offsets: Sequence[int]) -> None:
        """Mark where places are left to decide: offsets in the source (code points), in order."""
        self._open = offsets
        self._count_open()

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that source[offset] is in."""
        found = bisect_right(self._profiles, offset, key=lambda one: one.source_start)
        return max(0, found - 1)

    @property
    def columns(self) -> Sequence[ParagraphProfile]:
        """What the columns stand for: paragraphs, several together where they are many."""
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def resizeEvent(self, event: object) -> None:
        self._merge()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Damage profile"))

    def _merge(self) -> None:
        self._shown = merge(self._profiles, max(1, int(self.width() / _NARROWEST)))
        self._count_open()

    def _count_open(self) -> None:
        edges = [bisect_left(self._open, one.source_start) for one in self._shown[1:]]
        ends = [*edges, len(self._open)]
        self._open_counts = [end - start for start, end in pairwise([0, *ends])]
        self.update()

    def _width(self) -> float:
        """Return how wide a column is."""
        return min(_WIDEST, self.width() / len(self._shown))

    def _index_of(self, offset: int) -> int:
        return max(0, bisect_right(self._shown, offset, key=lambda one: one.source_start) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._draw_stacks())
        width = self._width()
        for number, count in enumerate(self._open_counts):
            if count:
                cap = QRectF(number * width, 0, max(1.0, width - _GAP), _CAP)
                painter.fillRect(cap, colour(self, "und"))
        if self._here is not None:
            x = self._index_of(self._here) * width
            painter.setPen(QPen(colour(self, "cur"), 2))
            painter.drawRect(QRectF(x, 1, max(4.0, width - 1), self.height() - 2))

    def _draw_stacks(self) -> QPixmap:
        """Return the stacks of all columns; they are kept, as decisions do not change them."""
        ratio = self.devicePixelRatioF()
        dark = is_dark(self.palette())
        look = id(self._shown), self.size(), ratio, dark
        if self._drawn is not None and self._drawn[0] == look:
            return self._drawn[1]
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        width = self._width()
        bottom, room = float(self.height()), self.height() - _CAP - 2.0
        most = max(_LEAST_WHOLE, max(one.damage for one in self._shown))
        colours = {kind: kind_colour(kind, dark=dark) for kind in _STACK}
        for number, one in enumerate(self._shown):
            box = QRectF(number * width, bottom, max(1.0, width - _GAP), 0)
            painter.setOpacity(_PALE)
            for kind in _STACK:
                high = one.share(kind) / most * room
                box = QRectF(box.left(), box.top() - high, box.width(), high)
                painter.fillRect(box, colours[kind])
            painter.setOpacity(1.0)
            if box.top() == bottom:
                painter.fillRect(box.adjusted(0, -1, 0, 0), colour(self, "mid"))
        painter.end()
        self._drawn = look, pixmap
        return pixmap

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shown and event.button() == Qt.MouseButton.LeftButton:
            number = min(len(self._shown) - 1, int(event.position().x() / self._width()))
            self.place_wanted.emit(self._shown[number].source_start)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._shown:
            number = int(event.pos().x() / self._width())
            if number < len(self._shown):
                QToolTip.showText(event.globalPos(), self._describe(number), self)
                return True
        return super().event(event)

    def _describe(self, number: int) -> str:
        one = self._shown[number]
        parts = [
            f"{kind_title(kind)} {percent(one.share(kind))}" for kind in _STACK if one.share(kind)
        ]
        lines = [self.tr("Paragraph {number}").format(number=number + 1), *parts]
        if len(self._shown) < len(self._profiles):
            lines = parts
        if self._open_counts[number]:
            lines.append(self.tr("%Ln place(s) to decide", "", self._open_counts[number]))
        return "\n".join(lines)
