"""Sets readings as the user says: for a single place, or for a word wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.pinyin.user_readings import UserReadings, load_readings, parse_readings, update_readings
from reader.review.history import PinnedReading, PinnedReadings
from reader.text.errors import ReaderError
from reader.text.user_folders import READINGS
from reader.ui.messages import Message, error_message
from reader.ui.panes.pane_readings import PaneReadings
from reader.ui.panes.word_readings import WordReadings
from reader.ui.questions import Questions
from reader.ui.review.controller import ReviewController

WordReading = tuple[str, ...] | None
"""One syllable a hanzi; None where the user set nothing."""


@dataclass(frozen=True, slots=True)
class _WordEdit:
    """The reading of a word was set for always, or forgotten."""

    word: str
    before: WordReading
    after: WordReading


class ReadingEdits(QObject):
    """Puts the user's readings into force: of words by their file, of places by the review.

    Undo and redo go through the words and the history of the review together, the latest first.
    """

    changed = Signal()
    """What can be undone may be another thing now."""
    said = Signal(object)
    """Message: a reading could not be set, or the file of readings not be read."""

    def __init__(
        self,
        readings: PaneReadings,
        review: ReviewController,
        questions: Questions,
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._readings = readings
        self._review = review
        self._questions = questions
        self._path = folder / READINGS
        self._window = window
        # What was said of a word, and how many acts of the review were in force then.
        self._done: list[tuple[_WordEdit, int]] = []
        self._undone: list[tuple[_WordEdit, int]] = []
        readings.words.ready.connect(self._on_ready)
        readings.blocks.document_changed.connect(self._on_document_changed)
        review.pins_changed.connect(self._on_pins_changed)
        readings.pin_wanted.connect(self._on_pin_wanted)
        readings.word_wanted.connect(self._on_word_wanted)
        readings.other_wanted.connect(self._on_other_wanted)

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision or a reading to take back."""
        return bool(self._done) or self._review.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is one that was taken back."""
        return bool(self._undone) or self._review.can_redo

    def undo(self) -> None:
        """Take back the reading or the decision that was set last."""
        if self._done and (self._done[-1][1] >= self._review.depth or not self._review.can_undo):
            act, depth = self._done.pop()
            if self._carry_out(act, back=True):
                self._undone.append((act, depth))
            self.changed.emit()
        else:
            self._review.undo()

    def redo(self) -> None:
        """Set again what was taken back last."""
        if self._undone and (
            self._undone[-1][1] <= self._review.depth or not self._review.can_redo
        ):
            act, depth = self._undone.pop()
            if self._carry_out(act, back=False):
                self._done.append((act, depth))
            self.changed.emit()
        else:
            self._review.redo()

    def _act(self, act: _WordEdit) -> None:
        if self._carry_out(act, back=False):
            self._done.append((act, self._review.depth))
            self._undone.clear()
        self.changed.emit()

    def _carry_out(self, act: _WordEdit, *, back: bool) -> bool:
        """Put an act into force, or what was before it; return whether that was possible."""
        said = act.before if back else act.after
        try:
            user = update_readings(
                lambda user: (
                    user.without_word(act.word) if said is None else user.with_word(act.word, said)
                ),
                self._path,
            )
        except ReaderError as error:
            self.said.emit(error_message(error))
            return False
        self._readings.blocks.set_user(user)
        return True

    def _set_places(self, places: list[PinnedReading]) -> None:
        if not self._review.can_decide:
            self.said.emit(
                Message(
                    self.tr("You cannot decide here right now."),
                    self.tr("It is open in another window, or still being restored."),
                )
            )
        elif places:
            self._undone.clear()
            self._review.pin(places)

    def _on_pins_changed(self) -> None:
        self._readings.blocks.set_pins(self._review.pins)
        self.changed.emit()

    def _on_ready(self) -> None:
        try:
            user = load_readings(self._path)
        except ReaderError as error:
            self.said.emit(error_message(error))
        else:
            if user.broken:
                self.said.emit(error_message(user.broken[0]))
            if user.words:
                self._readings.blocks.set_user(user)

    def _on_document_changed(self) -> None:
        # The readings of words stay undoable by hand: their card forgets them.
        self._done.clear()
        self._undone.clear()
        if self._readings.blocks.document is not None:
            self._readings.blocks.set_pins(self._review.pins)

    def _on_pin_wanted(self, places: Mapping[int, str], reading: str | None) -> None:
        pins = self._review.pins
        wanted = [PinnedReading(place, hanzi, reading) for place, hanzi in places.items()]
        self._set_places([pin for pin in wanted if _is_news(pin, pins)])

    def _on_word_wanted(self, word: str, said: WordReading) -> None:
        user = self._readings.blocks.user or UserReadings()
        before = user.words.get(word)
        if said != before:
            self._act(_WordEdit(word, before, said))

    def _on_other_wanted(self, word: WordReadings) -> None:
        hanzi = "".join(one.hanzi for one in word.syllables)
        typed = self._questions.reading(self._window, hanzi, " ".join(word.readings))
        if typed is None:
            return
        said = parse_readings(hanzi, typed)
        if said is None:
            self.said.emit(
                Message(
                    self.tr("“{typed}” is not a valid reading of {word}.").format(
                        typed=typed, word=hanzi
                    ),
                    self.tr("Write one syllable per character, with tone marks or numbers."),
                )
            )
            return
        self._set_places(
            [
                PinnedReading(self._readings.source_offset(one.reading.start), one.hanzi, reading)
                for one, reading in zip(word.syllables, said, strict=True)
                if reading != one.reading.pinyin
            ]
        )


def _is_news(pin: PinnedReading, pins: PinnedReadings) -> bool:
    """Tell if a reading is another than what is set for its place already."""
    if pin.reading is None:
        return pin.offset in pins
    return pins.get(pin.offset) != (pin.hanzi, pin.reading)
