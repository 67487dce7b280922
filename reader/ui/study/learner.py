"""What a tab does for whoever reads to learn: it reads aloud and has sentences translated."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.panes.panes import DocumentPanes
from reader.ui.questions import Questions
from reader.ui.settings import Settings
from reader.ui.study.own_words import OwnWords
from reader.ui.study.reading_aloud import ReadingAloud
from reader.ui.study.speaker import Speaker
from reader.ui.study.translating import Translating
from reader.ui.study.translation import Translation
from reader.ui.study.translation_settings import TranslationSettings
from reader.ui.study.word_panel import WordPanel


class Learner(QObject):
    """Connects the word panel of a tab with both."""

    said = Signal(object)
    """Message to show."""
    word_wanted = Signal(int)
    """The word at this offset of the clean text is to be shown."""

    def __init__(
        self,
        panes: DocumentPanes,
        panel: WordPanel,
        speaker: Speaker,
        words: OwnWords,
        store: Settings,
        questions: Questions,
        tab: QWidget,
    ) -> None:
        super().__init__(tab)
        self._panes = panes
        self._panel = panel
        self._speaker = speaker
        self.aloud = ReadingAloud(panes, speaker, self)
        self.translating = Translating(panes, words, TranslationSettings(store), questions, tab)
        self.translating.said.connect(self.said)
        self.translating.changed.connect(self._on_translation)
        panel.why_silent = lambda: speaker.reason
        panel.speech_wanted.connect(self.aloud.say)
        panel.set_up_wanted.connect(self.translating.set_up)
        panel.again_wanted.connect(self.translating.again)
        speaker.changed.connect(self._on_speaker)
        self._could_speak = False

    def translate_sentence(self) -> None:
        """Show the translation of the sentence at the current word, in the word panel."""
        at = self._show_place()
        if at is not None:
            self.translating.translate_sentence(at)

    def translate_paragraph(self) -> None:
        """Show that of the paragraph at the current word, sentence by sentence."""
        at = self._show_place()
        if at is not None:
            self.translating.translate_paragraph(at)

    def leave_document(self) -> None:
        """Stop all that has to do with a document that is gone."""
        self.aloud.stop()
        self.translating.follow(None)

    def close(self) -> None:
        """Stop all of it; no thread is left."""
        self.aloud.stop()
        self.translating.close()

    def _show_place(self) -> int | None:
        """Open the word panel at the current word and return where that is."""
        word = self._panel.word if self._panel.isVisible() else None
        word = word or self._panes.readings.current_word()
        if word is not None:
            self.word_wanted.emit(word.start)
            return word.start
        if self._panes.document is None:
            return None
        start, end = self._panes.clean_selection()
        return start if start < end else self._panes.top_clean_offset()

    def _on_translation(self, translation: Translation | None) -> None:
        self._panel.show_translation(translation)

    def _on_speaker(self) -> None:
        if self._could_speak != self._speaker.can_speak:  # else only what it says has changed
            self._could_speak = self._speaker.can_speak
            self._panel.refresh()
