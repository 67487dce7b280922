"""The widget that holds both panes; everything the window needs goes through it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.document import Document, Repair
from reader.core.kinds import RepairKind
from reader.ui.panes.ruby import RubyMode


class ReadingPanes(QWidget):
    """The clean text and the original side by side, scrolled, selected and searched together.

    All offsets are half-open code point offsets.
    """

    repair_reached = Signal(object)
    position_changed = Signal(int)
    zoom_changed = Signal(float)
    swapped_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._swapped = False
        self._ratio = 0.5
        self._zoom = 1.0

    @property
    def document(self) -> Document | None:
        """The document shown, or None."""
        return self._document

    def set_document(self, document: Document | None, *, keep_position: bool = False) -> None:
        """Show a document; with `keep_position` the source text at the top stays there."""
        self._document = document

    def set_swapped(self, swapped: bool) -> None:
        """Put the original on the left, or the clean text as by default."""
        if swapped != self._swapped:
            self._swapped = swapped
            self.swapped_changed.emit(swapped)

    def is_swapped(self) -> bool:
        """Return whether the original stands on the left."""
        return self._swapped

    def ratio(self) -> float:
        """Return the left pane's share of the width, 0..1."""
        return self._ratio

    def set_ratio(self, ratio: float) -> None:
        """Give the left pane this share of the width, 0..1."""
        self._ratio = ratio

    def set_text_font(self, family: str, point_size: float) -> None:
        """Read in this font; an empty family means the best Chinese one that is installed."""

    def set_zoom(self, zoom: float) -> None:
        """Scale the text; 1.0 is the size given with the font."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoom_changed.emit(zoom)

    def zoom(self) -> float:
        """Return the scale of the text."""
        return self._zoom

    def set_shown_kinds(self, kinds: frozenset[RepairKind]) -> None:
        """Highlight and visit repairs of these kinds only."""

    def set_ruby_mode(self, mode: RubyMode) -> None:
        """Choose when readings are drawn above words."""

    def next_repair(self) -> Repair | None:
        """Go to the next shown repair and return it; None where there is none."""
        return None

    def previous_repair(self) -> Repair | None:
        """Go to the shown repair before and return it; None where there is none."""
        return None

    def go_to_repair(self, repair: Repair) -> None:
        """Scroll both panes to a repair and show its card."""

    def set_hits(
        self,
        clean_hits: Sequence[tuple[int, int]],
        source_hits: Sequence[tuple[int, int]],
        current: int | None,
    ) -> None:
        """Mark search hits (sorted spans); scroll to the `current` of the clean ones."""

    def go_to_clean(self, offset: int) -> None:
        """Scroll so that this offset of the clean text stands at the top."""

    def top_clean_offset(self) -> int:
        """Return the clean offset at the top of the view."""
        return 0

    def selected_text(self) -> str:
        """Return the selection as clean text, whichever pane it was made in."""
        return ""

    def select_all(self) -> None:
        """Select the whole text."""

    def copy(self) -> None:
        """Put the clean text of the selection on the clipboard."""

    def copy_source(self) -> None:
        """Put the original text of the selection on the clipboard."""

    def has_selection(self) -> bool:
        """Return whether anything is selected."""
        return False
