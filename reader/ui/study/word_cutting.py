"""Joins words and splits them, as the user says; that holds wherever they stand."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.language.own_segments import LONGEST, Change, Parts, recut, ways_to_cut
from reader.language.segment import HANZI, HANZI_RUN, run_around
from reader.ui.messages import Message
from reader.ui.panes.context_menu import Entry
from reader.ui.panes.panes import DocumentPanes
from reader.ui.panes.side import Side
from reader.ui.study.meanings import Meanings
from reader.ui.study.own_words import OwnWords
from reader.ui.study.reading_keys import ReadingKeys

Span = tuple[int, int]


class _Step(NamedTuple):
    """The ways to split a word, and which of them holds."""

    span: Span
    ways: tuple[Parts, ...]
    number: int


class WordCutting(QObject):
    """Does it on one page; `OwnWords` keeps it, and every page follows."""

    said = Signal(object)
    """Message: why nothing was done, or that there are other ways."""

    def __init__(
        self,
        panes: DocumentPanes,
        meanings: Meanings,
        words: OwnWords,
        keys: ReadingKeys,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._meanings = meanings
        self._words = words
        self._keys = keys
        self._step: _Step | None = None
        keys.join_wanted.connect(self.join)
        keys.split_wanted.connect(self.split)
        words.segments_changed.connect(self._on_changed)
        panes.readings.words.ready.connect(words.load_segments)
        panes.word_entries.append(self.menu_entries)
        if words.segments:  # this is not the first page
            panes.readings.blocks.set_own(words.segments, ())

    def join(self, forward: bool = True) -> None:
        """Make one word of the current one and the next, or the one before, or of the selection."""
        text = self._panes.document.text if self._panes.document is not None else ""
        word, selected = self._word(), self._selected()
        if selected is not None:
            span = selected
        elif word is None:
            self._say_no_word()
            return
        else:
            at = word[1] if forward else word[0] - 1
            if not (0 <= at < len(text) and HANZI.match(text[at])):
                self.said.emit(Message(self.tr("There is no word next to it to join.")))
                return
            other = self._panes.clean_view.word_at(at)
            span = min(word[0], other[0]), max(word[1], other[1])
        self._cut(span, (text[slice(*span)],))

    def split(self) -> None:
        """Split the current word; once more tries the next way, and at last leaves it whole."""
        word, document = self._word(), self._panes.document
        if word is None or document is None:
            self._say_no_word()
            return
        step = self._step
        goes_on = step is not None and word[0] == step.span[0] and self._holds(step)
        if step is None or not goes_on:
            ways = ways_to_cut(document.text[slice(*word)], self._meanings.is_word)
            if not ways:
                self.said.emit(Message(self.tr("A single character cannot be split.")))
                return
            step = _Step(word, tuple(ways), -1)
        number = step.number + 1
        whole = (document.text[slice(*step.span)],)
        parts = step.ways[number] if number < len(step.ways) else whole
        if not self._cut(step.span, parts, goes_on=goes_on):
            return
        self._step = step._replace(number=number) if number < len(step.ways) else None
        if len(step.ways) > 1 and number < len(step.ways):
            text = self.tr("{parts} (way {number} of {count}). Press X for the next one.").format(
                parts=" | ".join(parts), number=number + 1, count=len(step.ways)
            )
            self.said.emit(Message(text))
        elif goes_on:
            self.said.emit(None)

    def forget(self, word: str) -> None:
        """Say nothing of a word any more that was joined or split."""
        self._step = None
        if word in self._words.segments.parts:
            self._words.cut((Change(word, None),))

    def menu_entries(self, span: Span | None) -> list[Entry]:
        """Return what the menu of a word offers."""
        document = self._panes.document
        if span is None or document is None:
            return []
        selected = self._selected()
        at = span[1]
        beside = at < len(document.text) and HANZI.match(document.text[at]) is not None
        join = (
            self.tr("Join selection into one word") if selected else self.tr("Join with next word")
        )
        entries: list[Entry] = [
            (join, partial(self._at, span, self.join), bool(selected or beside))
        ]
        for parts in ways_to_cut(document.text[slice(*span)], self._meanings.is_word)[:3]:
            text = self.tr("Split: {parts}").format(parts=" | ".join(parts))
            entries.append((text, partial(self._cut, span, parts), True))
        return entries

    def _at(self, span: Span, do: object) -> None:
        if self._selected() is None:
            self._keys.current = span
        if callable(do):
            do()

    def _word(self) -> Span | None:
        """Return the current word, else the one at the start of the selection."""
        start, end = self._panes.clean_selection()
        if self._keys.current is None and start < end:
            return self._panes.clean_view.word_at(start)
        return self._keys.current

    def _selected(self) -> Span | None:
        """Return what is selected besides the current word: hanzi alone."""
        document, span = self._panes.document, self._panes.clean_selection()
        if document is None or span[0] == span[1] or span == self._keys.current:
            return None
        text = document.text[slice(*span)]
        return span if 1 < len(text) <= LONGEST and HANZI_RUN.fullmatch(text) else None

    def _cut(self, span: Span, parts: Parts, *, goes_on: bool = False) -> bool:
        """Cut a span of the text; return whether that was possible."""
        self._step = None
        document = self._panes.document
        if document is None:
            return False
        low, high = run_around(document.text, *span)
        run = document.text[low:high]
        at = span[0] - low, span[1] - low
        words = self._meanings.plain_words(run)
        try:
            change = recut(run, words, self._words.segments, at, parts, self._meanings.is_word)
        except ValueError:
            text = self.tr("A word can have at most %Ln character(s).", "", LONGEST)
            self.said.emit(Message(text))
            return False
        if not self._words.cut((change,), goes_on=goes_on):
            return False
        self._keys.show(self._panes.clean_view.word_at(span[0]))
        return True

    def _holds(self, step: _Step) -> bool:
        """Tell if a word is still split as it was last."""
        at = step.span[0]
        for part in step.ways[step.number]:
            if self._panes.clean_view.word_at(at) != (at, at + len(part)):
                return False
            at += len(part)
        return True

    def _say_no_word(self) -> None:
        self.said.emit(Message(self.tr("Select a word first.")))

    def _on_changed(self, words: frozenset[str]) -> None:
        """Let this page have the words as they are cut now."""
        readings, current = self._panes.readings, self._keys.current
        was_selected = current is not None and self._panes.clean_selection() == current
        readings.words.forget(words)
        readings.blocks.set_own(self._words.segments, words)
        if current is not None and self._panes.document is not None:
            # The word may be another one now, also after Z or in another window.
            again = readings.word_at(Side.CLEAN, current[0])
            self._keys.current = (again.start, again.end) if again is not None else None
            if was_selected and self._keys.current is not None:
                self._panes.select_clean(self._keys.current)
