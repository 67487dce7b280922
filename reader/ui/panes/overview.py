"""The overview beside the scroll bar: where a document is damaged, and what is left to do."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.text.kinds import RepairState
from reader.ui.kinds import is_dark, theme_colour
from reader.ui.panes.page import Page
from reader.ui.panes.side import Side

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reader.review.repair_table import RepairTable

_WIDTH = 16
_DENSITY = 3  # pixels; the rest of the width is for places
_TALL = 3  # of a place
_LATER_MS = 120  # behind the decision, not in its way


class _Stripe(NamedTuple):
    """How the places of a state are drawn: from x so wide, filled or hollow."""

    x: int
    width: int
    hollow: bool = False


# The most urgent last, on top of the others.
_STRIPES = {
    RepairState.BY_HAND: _Stripe(11, 4),
    RepairState.UNSURE: _Stripe(4, 6),
    RepairState.LOST: _Stripe(4, 11, hollow=True),
    RepairState.UNDECIDED: _Stripe(4, 11),
}
_COLOURS = {
    RepairState.BY_HAND: "hand",
    RepairState.UNSURE: "uns",
    RepairState.LOST: "lost",
    RepairState.UNDECIDED: "und",
}


class OverviewBar(QWidget):
    """The whole document from top to bottom, at the scale of the scroll bar."""

    row_wanted = Signal(int)
    """A row of the page that was clicked on."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._table: RepairTable | None = None
        self._hits: Sequence[int] = ()
        self._current: int | None = None
        self._drawn: QPixmap | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.redraw)
        self._name()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    def set_table(self, table: RepairTable | None) -> None:
        """Show the repairs of a document; after a decision, when there is time for it."""
        same = table is not None and self._table is not None
        self._table = table
        if same and self.isVisible():
            self._later.start()
        else:
            self.redraw()

    def set_hits(self, starts: Sequence[int]) -> None:
        """Show where the search found something (offsets in the clean text)."""
        if starts or self._hits:
            self._hits = starts
            self.redraw()

    def set_current(self, offset: int | None) -> None:
        """Frame the place of an offset of the clean text."""
        self._current = offset
        self.update()

    def redraw(self) -> None:
        """Draw all anew: the text or its width is another."""
        self._drawn = None
        self.update()

    def row_at(self, y: float) -> int:
        """Return the row that is shown at a height of the bar."""
        _, total = self._page.height_before(0)
        return self._page.row_at_height(int(y / max(1, self._tall()) * max(1, total)))

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._drawn is None:
            self._drawn = self._draw()
        painter.drawPixmap(0, 0, self._drawn)
        if self._current is not None:
            y = self._y_of(self._current)
            painter.setPen(QPen(self._colour("cur"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(2, y - 3, _WIDTH - 4, 8))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.redraw()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Overview of the document"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.row_wanted.emit(self.row_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.row_wanted.emit(self.row_at(event.position().y()))

    # -- drawing

    def _tall(self) -> int:
        """How much of the bar the document takes: a short one does not fill it."""
        _, total = self._page.height_before(0)
        return min(self.height(), max(1, total))

    def _y_of(self, offset: int) -> float:
        row = self._page.blocks.row_of(Side.CLEAN, self._page.blocks.clean.at(offset))
        above, total = self._page.height_before(row)
        return above / max(1, total) * self._tall()

    def _colour(self, name: str) -> QColor:
        return theme_colour(name, dark=is_dark(self.palette()))

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(_WIDTH * ratio), max(1, round(self.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.palette().color(QPalette.ColorRole.Base))
        table = self._table
        if table is None or self.height() < 1:
            return pixmap
        painter = QPainter(pixmap)
        ys = self._ys(table.clean_starts)
        self._draw_density(painter, ys)
        for state, stripe in _STRIPES.items():
            colour = self._colour(_COLOURS[state])
            for y in sorted(set(ys[table.has_state(state)].tolist())):
                box = QRectF(stripe.x, y, stripe.width, _TALL)
                if stripe.hollow:
                    painter.setPen(QPen(colour, 1))
                    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
                else:
                    painter.fillRect(box, colour)
        if self._hits:
            import numpy as np  # loaded by then: the table is made of it

            colour = self._colour("found")
            for y in sorted(set(self._ys(np.asarray(self._hits, np.int32)).tolist())):
                painter.fillRect(QRectF(4, y, 7, 2), colour)
        painter.end()
        return pixmap

    def _draw_density(self, painter: QPainter, ys: NDArray[np.int64]) -> None:
        """Draw how many repairs there are at each height, by shade."""
        import numpy as np  # loaded by then: the table is made of it

        counts = np.bincount(ys, minlength=1)
        most = max(1, int(counts.max()))
        colour = self._colour("mid")
        for y in np.flatnonzero(counts).tolist():
            colour.setAlphaF(0.35 + 0.65 * int(counts[y]) / most)
            painter.fillRect(QRectF(0, y, _DENSITY, 1), colour)

    def _ys(self, offsets: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return how far down the bar each offset of the clean text is, in whole pixels."""
        import numpy as np

        page = self._page
        above = np.asarray(page.heights_above(), dtype=np.float64)
        starts = np.asarray(page.blocks.clean.starts)
        blocks = np.maximum(0, np.searchsorted(starts, offsets, side="right") - 1)
        rows = np.searchsorted(np.asarray(page.blocks.clean_rows), blocks, side="right") - 1
        scaled = above[rows] / max(1.0, float(above[-1])) * self._tall()
        return np.minimum(scaled.astype(np.int64), max(0, self.height() - 1))
