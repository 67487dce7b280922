"""What a word means, its parts, how it was written here, and the sentences that use it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.study.dictionary.entry import Entry, EntrySource
from reader.study.dictionary.word import WordMeaning
from reader.study.occurrences import Occurrence, Spelling
from reader.ui.panes.card_labels import bold, label, smaller, text_label
from reader.ui.study.facts import WordFacts
from reader.ui.study.sentence_button import SentenceButton
from reader.ui.wording import evidence_text, percent

_MOST_SENSES = 12
_MOST_NESTED = 6
_MOST_REASONS = 3
GoTo = Callable[[int, int], object]
"""(start, end): shows this span of the clean text."""


def meaning_sections(facts: WordFacts, parent: QWidget, go_to: GoTo) -> QVBoxLayout:
    """Lay out everything besides the readings; sections that have nothing to say are left out."""
    translate = QCoreApplication.translate
    column = QVBoxLayout()
    column.setSpacing(6)
    meaning = facts.meaning
    column.addWidget(section_title(translate("Word", "Meaning"), parent))
    if meaning is None or not meaning.senses:
        text = translate("Word", "No dictionary has this word.")
        column.addWidget(label(text, parent, quiet=True))
    else:
        column.addLayout(_senses(meaning, parent))
    # Of 劳动关系 the two words tell more than the four characters.
    if meaning is not None and len(meaning.parts) > 1 and not _covers(meaning):
        column.addWidget(section_title(translate("Word", "Parts"), parent))
        column.addLayout(_parts(meaning, parent))
    if meaning is not None and meaning.nested:
        column.addWidget(section_title(translate("Word", "Words inside"), parent))
        column.addLayout(_nested(meaning, parent))
    if facts.spelling is not None:
        column.addWidget(section_title(translate("Word", "Written here"), parent))
        column.addLayout(_spelling(facts.spelling, facts.readings.text, parent))
    if facts.occurrences.number > 1:
        column.addWidget(section_title(translate("Word", "In this document"), parent))
        for place in facts.occurrences.places:
            column.addWidget(_sentence(facts, place, parent, go_to))
    return column


def _covers(meaning: WordMeaning) -> bool:
    """Tell whether the words inside of a word leave no character of it out."""
    inside = {at for match in meaning.nested for at in range(match.start, match.end)}
    return len(inside) == len(meaning.word)


def source_name(entry: Entry) -> str:
    """Return which dictionary an entry is from."""
    translate = QCoreApplication.translate
    return {
        EntrySource.USER: translate("Word", "your glossary"),
        EntrySource.GLOSSARY: translate("Word", "policy glossary"),
        EntrySource.CEDICT: translate("Word", "CC-CEDICT"),
        EntrySource.COMPOSED: translate("Word", "composed of its parts"),
    }[entry.source]


def _senses(meaning: WordMeaning, parent: QWidget) -> QGridLayout:
    """Return the numbered senses, the likeliest first; a note follows where a source ends."""
    translate = QCoreApplication.translate
    grid = _grid()
    shown = meaning.senses[:_MOST_SENSES]
    row = 0
    for number, sense in enumerate(shown, 1):
        grid.addWidget(label(str(number), parent, quiet=True), row, 0, Qt.AlignmentFlag.AlignTop)
        words = label(sense.text, parent, quiet=number > 1)
        if sense.entry.source is EntrySource.COMPOSED:
            words.setFont(_italic(words.font()))
        grid.addWidget(words, row, 1)
        if number == 1 and len(meaning.senses) > 1:
            here = chip(translate("Word", "here"), parent)
            grid.addWidget(here, row, 2, Qt.AlignmentFlag.AlignTop)
        row += 1
        last = number == len(shown) or shown[number].entry != sense.entry
        if last:
            note = source_name(sense.entry)
            if len(meaning.entries) > 1 and sense.entry.pinyin:
                note = f"{sense.entry.pinyin.replace(' ', '')} · {note}"
            quiet = label(note, parent, quiet=True)
            quiet.setFont(smaller(quiet.font()))
            grid.addWidget(quiet, row, 1)
            row += 1
    if len(meaning.senses) > len(shown):
        more = translate("Word", "{number} more").format(number=len(meaning.senses) - len(shown))
        grid.addWidget(label(more, parent, quiet=True), row, 1)
    return grid


def _parts(meaning: WordMeaning, parent: QWidget) -> QGridLayout:
    grid = _grid()
    grid.setColumnStretch(2, 1)
    grid.setColumnStretch(1, 0)
    for row, part in enumerate(meaning.parts):
        grid.addWidget(text_label(part.hanzi, parent, 1.15), row, 0)
        grid.addWidget(label(part.reading, parent), row, 1)
        grid.addWidget(label(part.gloss, parent, quiet=True), row, 2)
    return grid


def _nested(meaning: WordMeaning, parent: QWidget) -> QGridLayout:
    from reader.study.dictionary.senses import short_sense

    grid = _grid()
    for row, match in enumerate(meaning.nested[:_MOST_NESTED]):
        word = meaning.word[match.start : match.end]
        grid.addWidget(text_label(word, parent, 1.15), row, 0)
        grid.addWidget(label(short_sense(match.entries), parent, quiet=True), row, 1)
    return grid


def _spelling(spelling: Spelling, word: str, parent: QWidget) -> QVBoxLayout:
    """Say how the word was written, and why and how surely it was changed."""
    translate = QCoreApplication.translate
    column = QVBoxLayout()
    column.setSpacing(3)
    row = _row()
    row.addWidget(text_label(spelling.original, parent, 1.15, quiet=True))
    row.addWidget(label("→", parent, quiet=True))
    row.addWidget(text_label(word, parent, 1.15))
    row.addStretch()
    column.addLayout(row)
    reasons = [evidence_text(one.evidence[0]) for one in spelling.repairs if one.evidence]
    for text in list(dict.fromkeys(reasons))[:_MOST_REASONS]:
        column.addWidget(label(text, parent, quiet=True))
    least = min(one.confidence for one in spelling.repairs)
    sure = translate("Word", "Sure to {percent}.").format(percent=percent(least))
    column.addWidget(label(sure, parent, quiet=True))
    return column


def _sentence(facts: WordFacts, place: Occurrence, parent: QWidget, go_to: GoTo) -> SentenceButton:
    """Return a sentence with the word in it; a click goes there."""
    before, behind = "…" * place.is_cut_before, "…" * place.is_cut_behind
    text = f"{before}{facts.text[place.sentence_start : place.sentence_end]}{behind}"
    at = place.start - place.sentence_start + len(before)
    button = SentenceButton(text, (at, at + place.end - place.start), parent)
    if place.start == facts.readings.start:
        button.setEnabled(False)
    else:
        button.clicked.connect(partial(_go, go_to, place))
    return button


def _go(go_to: GoTo, place: Occurrence, _checked: bool = False) -> None:
    go_to(place.start, place.end)


def section_title(text: str, parent: QWidget) -> QLabel:
    """Return the title of a section of the panel."""
    made = label(text, parent, quiet=True)
    made.setFont(bold(smaller(made.font())))
    made.setContentsMargins(0, 8, 0, 0)
    return made


def chip(text: str, parent: QWidget) -> QLabel:
    """Return a small fact in a frame."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName("chip")
    made.setFont(smaller(made.font()))
    return made


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    return grid


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    return row


def _italic(font: QFont) -> QFont:
    slanted = QFont(font)
    slanted.setItalic(True)
    return slanted
