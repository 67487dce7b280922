"""The word panel: what a word means here, what it is made of, how it is read and why."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.study.status import WordStatus
from reader.ui.panes.card_labels import label
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.panes.tones import Tones
from reader.ui.panes.word_readings import WordReadings
from reader.ui.study.facts import WordFacts
from reader.ui.study.reading_section import ReadingActions, reading_section
from reader.ui.study.translation import Translation, TranslationActions

_SIDE = 14


class WordPanel(QScrollArea):
    """Shows one word; no text in it is markup."""

    read_here = Signal(object, object)
    """(clean offsets, reading): these places are read so; None takes away what was set."""
    read_always = Signal(str, object)
    """(word, its readings): it is always read so; None forgets that."""
    key_pressed = Signal(QKeyEvent)
    """A key that the panel may have no use for; accept() what is used."""
    status_wanted = Signal(object)
    """WordStatus: so well the word is known."""
    place_wanted = Signal(int, int)
    """(start, end): this span of the clean text is to be shown."""
    word_wanted = Signal(int)
    """Another word, which begins at this offset of the clean text, is to be shown."""
    speech_wanted = Signal(str)
    """A word that is to be read aloud."""
    set_up_wanted = Signal()
    """A translation server is to be set up."""
    again_wanted = Signal()
    """What could not be translated is to be tried again."""
    cut_forgotten = Signal(str)
    """A word that the user joined or split is to be left to the dictionaries again."""
    glosses_wanted = Signal()
    """Glosses are to be shown below the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordPanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self.facts: WordFacts | None = None
        """What is shown."""
        self.status_of: Callable[[str], WordStatus] = lambda _word: WordStatus.NEW
        """Tells how well a word is known."""
        self.translation: Translation | None = None
        """What is shown of the sentence around the word."""
        self.why_silent: Callable[[], str] = lambda: ""
        """Tells why no word can be read aloud; empty if it can."""
        self._tones = Tones()
        self._actions = ReadingActions(
            here=lambda place, reading: self.read_here.emit((place,), reading),
            always=self.read_always.emit,
            forget=lambda places: self.read_here.emit(places, None),
        )
        self._translating = TranslationActions(
            set_up=self.set_up_wanted.emit,
            again=self.again_wanted.emit,
            show_glosses=self.glosses_wanted.emit,
        )
        self._filled: tuple[WordFacts | None, Translation | None, int] | None = None
        self._fill()

    @property
    def word(self) -> WordReadings | None:
        """The word that is shown."""
        return self.facts.readings if self.facts is not None else None

    def show_word(self, facts: WordFacts | None) -> None:
        """Show another word, or that there is none."""
        self.facts = facts
        self._fill()

    def show_translation(self, translation: Translation | None) -> None:
        """Show another translation of the sentence around the word, or none."""
        self.translation = translation
        self._fill()

    def set_tones(self, tones: Tones) -> None:
        """Show the tones of the word's pinyin in these colours."""
        if tones != self._tones:
            self._tones = tones
            self.refresh()

    def refresh(self) -> None:
        """Show the same word as it is known now."""
        self._filled = None
        self._fill()

    def summary(self) -> str:
        """Return what a screen reader says of the word: pinyin, meaning, level, status."""
        from reader.ui.study.meanings import level_words
        from reader.ui.study.status_strip import status_name

        facts = self.facts
        if facts is None:
            return ""
        meaning = facts.meaning
        said = (
            facts.readings.text,
            facts.readings.spoken.text,
            meaning.gloss if meaning is not None else "",
            level_words(meaning.levels) if meaning is not None else "",
            status_name(self.status_of(facts.readings.text)),
        )
        return ", ".join(filter(None, said))

    def words(self) -> str:
        """Return everything the panel says: one line a label or a button."""
        body, parts = self.widget(), (QLabel, QAbstractButton)
        if body is None:
            return ""
        return "\n".join(
            part.text() for part in body.findChildren(QWidget) if isinstance(part, parts)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._filled = None
            self._fill()

    def _fill(self) -> None:
        width = max(200, self.viewport().width() - 2 * _SIDE)
        if self._filled == (self.facts, self.translation, width):
            return
        self._filled = self.facts, self.translation, width
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
        if self.facts is None:
            text = self.tr("Point at a word, or select one, and press F7.")
            column.addWidget(label(text, body, quiet=True))
        else:
            # Here, since nobody needs the dictionary to start.
            from reader.ui.study.meaning_section import meaning_sections, section_title
            from reader.ui.study.own_cut_section import own_cut_section
            from reader.ui.study.status_strip import StatusStrip
            from reader.ui.study.translation_section import translation_section
            from reader.ui.study.word_head import head_section

            speak, silent = self.speech_wanted.emit, self.why_silent()
            head = head_section(self.facts, body, self._tones, speak, silent)
            column.addLayout(head)
            strip = StatusStrip(body)
            strip.show_status(self.status_of(self.facts.readings.text))
            strip.chosen.connect(self.status_wanted)
            column.addWidget(strip)
            if self.facts.own_cut is not None:
                column.addLayout(
                    own_cut_section(*self.facts.own_cut, body, self.cut_forgotten.emit)
                )
            if self.translation is not None:
                column.addLayout(
                    translation_section(self.translation, body, self._translating, width)
                )
            column.addLayout(meaning_sections(self.facts, body, self.place_wanted.emit))
            if self.facts.same:
                from reader.ui.study.same_section import same_section

                column.addWidget(section_title(self.tr("Same character"), body))
                column.addLayout(same_section(self.facts.same, body, self.word_wanted.emit))
            if self.facts.is_placed:
                column.addWidget(section_title(self.tr("Reading"), body))
                column.addLayout(reading_section(self.facts.readings, body, self._actions, width))
            else:
                text = self.tr("This word does not occur in this document.")
                column.addWidget(label(text, body, quiet=True))
        column.addStretch(1)
        self.setWidget(body)
        body.resize(
            self.viewport().width(), max(self.viewport().height(), body.sizeHint().height())
        )
        self.setWidgetResizable(True)
        self._name()

    def _name(self) -> None:
        """Say in short what is shown; the parts say the rest."""
        facts = self.facts
        word = facts.readings.text if facts is not None else ""
        name = self.tr("Word panel: {word}").format(word=word) if word else self.tr("Word panel")
        self.setAccessibleName(name)
        meaning = facts.meaning.gloss if facts is not None and facts.meaning is not None else ""
        self.setAccessibleDescription(meaning)
