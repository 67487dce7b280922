"""Ruby above all words of a pane, glosses below them: asks for those of what is soon seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from reader.pinyin.reading import Reading
from reader.ui.panes.block_glosses import nothing_below
from reader.ui.panes.block_readings import BlockReadings, Glossing
from reader.ui.panes.block_ruby import nothing_above
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.text_view import TextView

_KEPT = 1000  # blocks

Choose = Callable[[int], Iterable[tuple[int, int]]]
"""Gives the spans of some words of a block, offsets from its start."""


def _choose_none(block: int) -> Iterable[tuple[int, int]]:
    return ()


class PageRuby(QObject):
    """Lays a pane out anew as readings and glosses come in; until then it is shown without them."""

    laid_out = Signal()
    """Some of the pane is broken into other lines now; what stands at its top stays there."""

    def __init__(self, view: TextView, readings: BlockReadings, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._readings = readings
        self._made = False
        self._mode = RubyMode.HOVER
        self._choose: Choose = _choose_none
        self._chosen: dict[int, tuple[object, object, tuple[Reading, ...]]] = {}
        readings.annotated.connect(self._lay_out)
        readings.changed.connect(self._on_changed)

    def set_mode(self, mode: RubyMode) -> None:
        """Write readings above all words, above some, or above none."""
        if mode is self._mode:
            return
        self._mode = mode
        above = {RubyMode.ALWAYS: self._readings.of_block, RubyMode.NEW: self._above_new}
        self._view.pager.write_above(above.get(mode, nothing_above))
        self._on_changed()

    def set_choice(self, choose: Choose) -> None:
        """Choose so the words that have a reading above them where not all have; asked anew."""
        self._choose = choose
        self._chosen.clear()
        if self._mode is RubyMode.NEW:
            self._on_changed()

    def _above_new(self, block: int) -> tuple[Reading, ...] | None:
        """Return the readings of the words of a block that were chosen."""
        readings, words = self._readings.of_block(block), self._readings.glosses_of(block)
        if readings is None or words is None:
            return None
        known = self._chosen.get(block)
        if known is not None and known[0] is readings and known[1] is words:
            found = known[2]
        else:
            spans = self._choose(block)
            inside = {at for start, end in spans for at in range(start, end)}
            found = tuple(one for one in readings if one.start in inside)
            if len(self._chosen) > _KEPT:
                self._chosen.clear()
            self._chosen[block] = readings, words, found
        return found

    def set_glossing(self, glossing: Glossing | None, *, below: bool) -> None:
        """Make glosses of all words, or of none, and write them below the words if asked to."""
        self._made = glossing is not None
        below = below and glossing is not None
        self._view.pager.write_below(self._readings.glosses_of if below else nothing_below)
        self._readings.set_glossing(glossing)
        self._on_changed()

    def want(self) -> None:
        """Ask for the readings of the blocks on the screen and around it."""
        if self._made or self._mode in (RubyMode.ALWAYS, RubyMode.NEW):
            pager = self._view.pager
            wanted = dict.fromkeys(block for block, _, _ in pager.visible())
            wanted |= dict.fromkeys(block for block, _ in pager.ahead())
            self._readings.want(wanted)

    def _on_changed(self) -> None:
        self._lay_out()
        self.want()

    def _lay_out(self) -> None:
        if self._view.pager.lay_out_again():
            self._view.refresh()
            self.laid_out.emit()
