"""The head of the word panel: the word, how it is said, how hard and how frequent it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.ui.flow import FlowLayout
from reader.ui.panes.card_labels import text_label
from reader.ui.panes.spoken import SpokenLabel
from reader.ui.panes.tones import Tones
from reader.ui.study.facts import WordFacts
from reader.ui.study.meaning_section import chip
from reader.ui.study.meanings import level_words


def head_section(
    facts: WordFacts,
    parent: QWidget,
    tones: Tones,
    speak: Callable[[str], object],
    why_silent: str,
) -> QVBoxLayout:
    """Lay out the word, its other spelling, its pinyin, level, frequency and number here.

    `speak` reads the word aloud; `why_silent` says why that cannot be done, empty if it can.
    """
    column = QVBoxLayout()
    column.setSpacing(2)
    first = _row()
    first.addWidget(text_label(facts.readings.text, parent, 2.4))
    meaning = facts.meaning
    if meaning is not None and meaning.traditional:
        first.addWidget(text_label(meaning.traditional, parent, 1.5, quiet=True))
    first.addStretch()
    column.addLayout(first)
    second = _row()
    pinyin = SpokenLabel(facts.readings.spoken, tones, parent)
    font = pinyin.font()
    font.setPointSizeF(font.pointSizeF() * 1.25)
    pinyin.setFont(font)
    second.addWidget(pinyin)
    second.addStretch()
    second.addWidget(_speak_button(facts.readings.text, parent, speak, why_silent))
    second.addWidget(_copy_button(facts, parent))
    column.addLayout(second)
    chips = FlowLayout(gap=6)
    for text in filter(None, _facts(facts)):
        chips.addWidget(chip(text, parent))
    if chips.count():
        column.addLayout(chips)
    return column


def _facts(facts: WordFacts) -> list[str]:
    """Return level, frequency and number of places, as far as they are known."""
    translate = QCoreApplication.translate
    meaning, count = facts.meaning, facts.occurrences.number
    return [
        level_words(meaning.levels) if meaning is not None else "",
        _frequency_words(meaning.frequency) if meaning is not None else "",
        translate("Word", "{number} times here").format(number=count) if count > 1 else "",
    ]


def _frequency_words(zipf: float | None) -> str:
    """Return how often a word is met, in words that say more than 5.1 on the Zipf scale does."""
    if not zipf:
        return ""
    translate = QCoreApplication.translate
    in_million = 10 ** (zipf - 3)
    if in_million < 1:
        return translate("Word", "rarer than 1 in a million words")
    size = 10 ** (len(str(int(in_million))) - 1)  # one figure: it is an estimate
    number = round(in_million / size) * size
    return translate("Word", "about {number} in a million words").format(number=number)


def _speak_button(
    word: str, parent: QWidget, speak: Callable[[str], object], why_silent: str
) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("speakWord")
    button.setText(QCoreApplication.translate("Word", "Speak"))
    button.setEnabled(not why_silent)
    tip = QCoreApplication.translate("Word", "Read this word aloud")
    button.setToolTip(why_silent or tip)
    button.clicked.connect(lambda: speak(word))
    return button


def _copy_button(facts: WordFacts, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("copyWord")
    button.setText(QCoreApplication.translate("Word", "Copy"))
    button.setToolTip(QCoreApplication.translate("Word", "Copy word, pinyin and meaning"))
    gloss = facts.meaning.gloss if facts.meaning is not None else ""
    copied = " ".join(filter(None, (facts.readings.text, facts.readings.spoken.text, gloss)))
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(copied))
    return button


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    return row
