"""The readings of a word in the panel: where each comes from, how sure it is, what else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.pinyin.reading import Reading, ReadingSource
from reader.ui.panes.card_buttons import CardButton, ChoiceRow, button_row
from reader.ui.panes.card_graphics import Bar
from reader.ui.panes.card_labels import label, natural_width
from reader.ui.panes.word_readings import Syllable, WordReadings
from reader.ui.wording import percent, rule_text

_GAP = 8
_MOST_OTHERS = 5


@dataclass(frozen=True, slots=True)
class ReadingActions:
    """What the buttons of the section do."""

    here: Callable[[int, str], object]
    """(clean offset, reading): this place is read so"""
    always: Callable[[str, object], object]
    """(word, its readings): this word is always read so; None forgets it"""
    forget: Callable[[tuple[int, ...]], object]
    """(clean offsets): what was set for these places is taken away"""


def reading_section(
    word: WordReadings, parent: QWidget, actions: ReadingActions, width: int
) -> QVBoxLayout:
    """Lay out what is known of a word's readings, so wide."""
    column = QVBoxLayout()
    column.setSpacing(6)
    shown = [one for one in word.syllables if one.is_open]
    for one in shown or word.syllables[:1]:
        column.addLayout(_syllable(one, word, parent, actions, width))
    buttons = _buttons(word, parent, actions)
    if buttons:
        column.addLayout(button_row(buttons, width))
    return column


def source_words(reading: Reading) -> str:
    """Return where a reading comes from, in words."""
    translate = QCoreApplication.translate
    by_user = (
        translate("Readings", "your choice for {word}")
        if reading.reason
        else translate("Readings", "your choice here")
    )
    words = {
        ReadingSource.USER: by_user,
        ReadingSource.GLOSS: translate("Readings", "from the original’s own gloss"),
        ReadingSource.PHRASE: translate("Readings", "as in {word}"),
        ReadingSource.RULE: translate("Readings", "grammar rule"),
        ReadingSource.MODEL: translate("Readings", "from context"),
        ReadingSource.DEFAULT: translate("Readings", "most common reading"),
    }[reading.source]
    return words.format(word=reading.reason)


def _syllable(
    one: Syllable, word: WordReadings, parent: QWidget, actions: ReadingActions, width: int
) -> QVBoxLayout:
    translate = QCoreApplication.translate
    colour = parent.palette().color(QPalette.ColorRole.Link)
    reading = one.reading
    column = QVBoxLayout()
    column.setSpacing(3)
    parts = []
    if len(word.syllables) > 1:  # else the head has said it
        parts.append(label(f"{word.name_syllable(one)} {word.spell(reading.pinyin)}", parent))
    parts.append(label(source_words(reading), parent, quiet=True))
    first = _row(parts)
    column.addLayout(first)
    if reading.source is not ReadingSource.USER:  # what the user says needs no chance
        bar = Bar(reading.confidence, colour, parent)
        chance = label(percent(reading.confidence), parent, quiet=True)
        if natural_width([*parts, chance], _GAP) + _GAP + bar.width() > width:
            column.addLayout(_row([bar, chance]))
        else:
            first.addWidget(bar)
            first.addWidget(chance)
    if reading.source is ReadingSource.RULE:
        column.addWidget(label(rule_text(reading.reason), parent))
    if one.gloss is not None:
        text = translate("Readings", "The original says {said}; in this word it is read {reading}.")
        text = text.format(said=word.spell(one.gloss), reading=word.spell(reading.pinyin))
        column.addWidget(label(text, parent))
    others = [(other.reading, other.probability) for other in reading.others[:_MOST_OTHERS]]
    if one.gloss is not None and one.gloss not in dict(others):
        others.append((one.gloss, 0.0))
    for other, probability in others:
        if other != reading.pinyin:
            row = ChoiceRow("", word.spell(other), probability, colour, parent)
            row.setToolTip(translate("Readings", "Use here"))
            row.clicked.connect(partial(_here, actions, reading.start, other))
            column.addWidget(row)
    return column


def _row(parts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def _buttons(word: WordReadings, parent: QWidget, actions: ReadingActions) -> list[CardButton]:
    translate = QCoreApplication.translate
    buttons = []
    if word.kept and not word.pinned:
        text = translate("Readings", "Reset this word to automatic")
        forget = partial(_always, actions, word, None)
        buttons.append(_button(text, "forgetWord", parent, forget))
    elif word.is_whole:
        text = translate("Readings", "Always use")
        always = partial(_always, actions, word, word.readings)
        buttons.append(_button(text, "alwaysReadSo", parent, always))
    if word.pinned:
        text = translate("Readings", "Reset to automatic")
        unpin = partial(_forget, actions, word.pinned)
        buttons.append(_button(text, "forgetPlace", parent, unpin))
    return buttons


def _button(text: str, name: str, parent: QWidget, do: Callable[..., object]) -> CardButton:
    button = CardButton(text, "", parent)
    button.setObjectName(name)
    button.clicked.connect(do)
    return button


def _here(actions: ReadingActions, place: int, reading: str, _checked: bool = False) -> None:
    actions.here(place, reading)


def _always(
    actions: ReadingActions, word: WordReadings, readings: object, _checked: bool = False
) -> None:
    actions.always(word.text, readings)


def _forget(actions: ReadingActions, places: tuple[int, ...], _checked: bool = False) -> None:
    actions.forget(places)
