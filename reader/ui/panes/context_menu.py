"""The menu of a right click on a pane: copying, selecting, and the readings of the word there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.panes.pane_readings import PaneReadings
from reader.ui.panes.word_readings import WordReadings

Entry = tuple[str, Callable[[], object], bool]
"""What an entry says, what it does, and whether it can be chosen."""


def context_menu(
    parent: QWidget,
    entries: list[Entry],
    word: WordReadings | None,
    readings: PaneReadings,
    of_word: Sequence[Entry] = (),
) -> QMenu:
    """Return a menu with these entries and those of a word; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, do, enabled in entries:
        menu.addAction(text, do).setEnabled(enabled)
    if of_word:
        menu.addSeparator()
    for text, do, enabled in of_word:
        menu.addAction(text, do).setEnabled(enabled)
    if word is not None:
        menu.addSeparator()
        _add_readings(menu, word, readings)
    return menu


def _add_readings(menu: QMenu, word: WordReadings, readings: PaneReadings) -> None:
    """Add what can be done with the readings of a word."""
    translate = QCoreApplication.translate
    title = translate("ReadingMenu", "Pronunciation of {word}").format(word=word.text)
    here = menu.addMenu(title)
    for one in word.syllables:
        for other in one.reading.others:
            text = f"{word.name_syllable(one)}  {word.spell(other.reading)}"
            here.addAction(text, partial(readings.pin, (one.reading.start,), other.reading))
    text = translate("ReadingMenu", "Another pronunciation…")
    here.addAction(text, partial(readings.other_wanted.emit, word))
    here.addSeparator()
    if word.is_whole and not (word.kept and not word.pinned):
        spelling = " ".join(word.spell(reading) for reading in word.readings)
        text = translate("ReadingMenu", "Always read {word} as {reading}")
        text = text.format(word=word.text, reading=spelling)
        here.addAction(text, partial(readings.word_wanted.emit, word.text, word.readings))
    if word.pinned:
        text = translate("ReadingMenu", "Reset to automatic")
        here.addAction(text, partial(readings.pin, word.pinned, None))
    if word.kept:
        text = translate("ReadingMenu", "Reset this word to automatic")
        here.addAction(text, partial(readings.word_wanted.emit, word.text, None))
