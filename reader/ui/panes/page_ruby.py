"""What is written on a pane besides its text: ruby above words, glosses below, colours of tones.

Asks for the readings of what is soon seen; until they are there the text is shown without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.text.doubts import doubtful_spans
from reader.ui.kinds import is_dark, theme_colour
from reader.ui.panes.block_glosses import nothing_below
from reader.ui.panes.block_readings import BlockReadings, Glossing
from reader.ui.panes.block_ruby import nothing_above
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.ruby_words import RubyWord, Span, write_words
from reader.ui.panes.text_view import TextView
from reader.ui.panes.tints import Tint, join_tints, nothing_tinted
from reader.ui.panes.tones import ToneMode, Tones

_KEPT = 1000  # blocks

Made = TypeVar("Made")

Choose = Callable[[int], Iterable[Span] | None]
"""Gives the spans of some words of a block, offsets from its start; None: not known yet."""


def choose_none(block: int) -> Iterable[Span] | None:
    """Choose no word."""
    return ()


class PageRuby(QObject):
    """Lays a pane out anew as readings and glosses come in; until then it is shown without them."""

    laid_out = Signal()
    """Some of the pane is broken into other lines now; what stands at its top stays there."""

    def __init__(self, view: TextView, readings: BlockReadings, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._readings = readings
        self._glosses = False
        self._mode = RubyMode.HOVER
        self._tones = Tones()
        self._choose: Choose = choose_none
        self._doubts: dict[int, tuple[Span, ...]] = {}
        self._words: _Kept[tuple[RubyWord, ...]] = _Kept()
        self._chosen: _Kept[tuple[RubyWord, ...]] = _Kept()
        self._tints: _Kept[tuple[Tint, ...]] = _Kept()
        readings.annotated.connect(self._lay_out)
        readings.changed.connect(self._on_changed)
        readings.document_changed.connect(self._doubts.clear)

    def set_mode(self, mode: RubyMode, choose: Choose = choose_none) -> None:
        """Write readings above all words, above none, or above those that `choose` gives."""
        self._mode, self._choose = mode, choose
        self._chosen.clear()
        self._write()

    def set_tones(self, tones: Tones) -> None:
        """Show tones in these colours."""
        if tones != self._tones:
            self._tones = tones
            self._write()

    def choose_again(self) -> None:
        """Ask anew which words have a reading above them, where not all have."""
        self._chosen.clear()
        if self._mode.chooses:
            self._on_changed()

    def show_decisions(self) -> None:
        """Look again at what rests on a repair in doubt: one was decided."""
        self._doubts.clear()
        if self._mode.is_on_page:
            self._on_changed()

    def _write(self) -> None:
        """Tell the pane what is written on it."""
        pager = self._view.pager
        above = self._chosen_words if self._mode.chooses else self._all_words
        pager.write_above(above if self._mode.is_on_page else nothing_above)
        tinted = self._mode.is_on_page or self._tones.mode is ToneMode.TEXT
        pager.tints_of = self._tints_of if tinted else nothing_tinted
        self._on_changed()

    def _all_words(self, block: int) -> tuple[RubyWord, ...] | None:
        """Return what stands above the words of a block."""
        readings, words = self._readings.of_block(block), self._readings.words_of(block)
        if readings is None or words is None:
            return None
        made_of = readings, words, self._doubts_of(block)
        found = self._words.get(block, made_of)
        if found is None:
            found = self._words.keep(block, made_of, write_words(*made_of))
        return found

    def _chosen_words(self, block: int) -> tuple[RubyWord, ...] | None:
        """Return what stands above the words of a block that were chosen."""
        words = self._all_words(block)
        if words is None:
            return None
        found = self._chosen.get(block, words)
        if found is None:
            spans = self._choose(block)
            if spans is None:
                return None
            inside = {at for start, end in spans for at in range(start, end)}
            chosen = tuple(one for one in words if one.start in inside)
            found = self._chosen.keep(block, words, chosen)
        return found

    def _doubts_of(self, block: int) -> tuple[Span, ...]:
        document = self._readings.document
        if document is None:
            return ()
        found = self._doubts.get(block)
        if found is None:
            blocks = self._view.pager.blocks
            found = doubtful_spans(document, blocks.starts[block], blocks.ends[block])
            if len(self._doubts) > _KEPT:
                self._doubts.clear()
            self._doubts[block] = found
        return found

    def _tints_of(self, block: int) -> tuple[Tint, ...] | None:
        """Return what of a block has a colour of its own: its tones, and what is in doubt."""
        dark = is_dark(self._view.palette())
        words = self._all_words(block) if self._tones.mode is ToneMode.TEXT else ()
        if words is None:
            return None
        doubts = self._doubts_of(block) if self._mode.is_on_page else ()
        made_of = words, doubts, self._tones, dark
        found = self._tints.get(block, made_of)
        if found is None:
            muted = theme_colour("muted", dark=dark).name()
            tints = [Tint(start, end, muted) for start, end in doubts]
            tints += self._tone_tints(words, doubts, dark=dark)
            found = self._tints.keep(block, made_of, join_tints(sorted(tints)))
        return found

    def _tone_tints(
        self, words: Iterable[RubyWord], doubts: tuple[Span, ...], *, dark: bool
    ) -> Iterator[Tint]:
        colours = {tone: one.name() for tone, one in self._tones.colours(dark=dark).items()}
        for word in words:
            for one in word.syllables:
                for number, (_, tone) in enumerate(one.pieces):
                    at = one.start + number
                    if not any(start <= at < end for start, end in doubts):
                        yield Tint(at, at + 1, colours[tone])

    def set_glossing(self, glossing: Glossing | None, *, below: bool) -> None:
        """Make glosses of all words, or of none, and write them below the words if asked to."""
        self._glosses = glossing is not None
        below = below and glossing is not None
        self._view.pager.write_below(self._readings.glosses_of if below else nothing_below)
        self._readings.set_glossing(glossing)
        self._on_changed()

    def want(self) -> None:
        """Ask for the readings of the blocks on the screen and around it."""
        if self._glosses or self._mode.is_on_page or self._tones.mode is ToneMode.TEXT:
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


class _Kept(Generic[Made]):
    """What was made of blocks, as long as it would be made of the same again."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[object, Made]] = {}

    def get(self, block: int, made_of: object) -> Made | None:
        """Return what was made of this, None if nothing was."""
        entry = self._made.get(block)
        return entry[1] if entry is not None and entry[0] == made_of else None

    def keep(self, block: int, made_of: object, made: Made) -> Made:
        """Keep what was made, and return it."""
        if len(self._made) > _KEPT:
            self._made.clear()
        self._made[block] = made_of, made
        return made

    def clear(self) -> None:
        """Make everything anew."""
        self._made.clear()
