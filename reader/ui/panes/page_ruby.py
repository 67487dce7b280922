"""Ruby above all words of a pane, glosses below them: asks for those of what is soon seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.ui.panes.block_glosses import nothing_below
from reader.ui.panes.block_readings import BlockReadings, Glossing
from reader.ui.panes.block_ruby import nothing_above
from reader.ui.panes.text_view import TextView


class PageRuby(QObject):
    """Lays a pane out anew as readings and glosses come in; until then it is shown without them."""

    laid_out = Signal()
    """Some of the pane is broken into other lines now; what stands at its top stays there."""

    def __init__(self, view: TextView, readings: BlockReadings, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._readings = readings
        self._above = self._made = False
        readings.annotated.connect(self._lay_out)
        readings.changed.connect(self._on_changed)

    def set_on(self, on: bool) -> None:
        """Write readings above all words, or above none."""
        if on != self._above:
            self._above = on
            self._view.pager.write_above(self._readings.of_block if on else nothing_above)
            self._on_changed()

    def set_glossing(self, glossing: Glossing | None, *, below: bool) -> None:
        """Make glosses of all words, or of none, and write them below the words if asked to."""
        self._made = glossing is not None
        below = below and glossing is not None
        self._view.pager.write_below(self._readings.glosses_of if below else nothing_below)
        self._readings.set_glossing(glossing)
        self._on_changed()

    def want(self) -> None:
        """Ask for the readings of the blocks on the screen and around it."""
        if self._above or self._made:
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
