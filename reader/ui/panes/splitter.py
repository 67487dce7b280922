"""The two panes side by side, either on the left, with a handle between them."""

# Methods that Qt calls keep Qt's names.
# ruff: noqa: N802

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from reader.ui.panes.column import PaneColumn
from reader.ui.panes.gutter import WIDTH, Gutter, Link
from reader.ui.panes.side import Side
from reader.ui.panes.text_view import TextView

_RATIOS = (0.1, 0.9)


class PaneSplitter(QSplitter):
    """Keeps the share of the width that the left pane has, whichever that is."""

    def __init__(
        self,
        clean: TextView,
        source: TextView,
        links: Callable[[], Sequence[Link]],
        parent: QWidget,
    ) -> None:
        """`links` gives what the gutter connects."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._links = links
        self._views = (clean, source)
        self._columns = (PaneColumn(clean, self), PaneColumn(source, self))
        self._ratio = 0.47  # lines of the original are longer, in smaller type
        self.setChildrenCollapsible(False)
        self.setHandleWidth(WIDTH)
        for column in self._columns:
            self.addWidget(column)
            self.setStretchFactor(self.count() - 1, 1)
        self.splitterMoved.connect(self._on_moved)

    def createHandle(self) -> QSplitterHandle:
        """Return the gutter, which is the handle, too."""
        self._gutter = Gutter(self, self._links)  # Qt keeps no reference that Python knows of
        return self._gutter

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show the panes of these sides; another one is folded away."""
        for side, column in zip(Side, self._columns, strict=True):
            column.setVisible(side in sides)

    def repaint_gutter(self) -> None:
        """Draw the connections anew."""
        self.handle(1).update()

    def swap(self) -> None:
        """Put the left pane on the right."""
        ratio = self._ratio
        (clean, source), swapped = self._views, self.is_swapped()
        first, second = (clean, source) if swapped else (source, clean)
        self.insertWidget(0, self._columns[0 if swapped else 1])
        self.set_ratio(ratio)
        QWidget.setTabOrder(first, second)

    def is_swapped(self) -> bool:
        """Return whether the original stands on the left."""
        return self.widget(0) is self._columns[1]

    def ratio(self) -> float:
        """Return the left pane's share of the width, 0..1."""
        return self._ratio

    def set_ratio(self, ratio: float) -> None:
        """Give the left pane this share of the width, 0..1."""
        low, high = _RATIOS
        self._ratio = min(high, max(low, ratio))
        self.setSizes([round(self._ratio * 10_000), round((1 - self._ratio) * 10_000)])

    def retranslate(self) -> None:
        """Say the names of the panes in the language that is set now."""
        for column in self._columns:
            column.retranslate()

    def _on_moved(self) -> None:
        sizes = self.sizes()
        self._ratio = sizes[0] / max(1, sum(sizes))
