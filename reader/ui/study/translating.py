"""Translates the sentence or the paragraph that is read, with the server that the user set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.text.errors import ReaderError
from reader.ui.messages import Message, error_message
from reader.ui.panes.panes import DocumentPanes
from reader.ui.questions import Questions
from reader.ui.study.own_words import OwnWords
from reader.ui.study.translation import Translation, TranslationState
from reader.ui.study.translation_settings import TranslationSettings
from reader.ui.wording import as_reader_error, error_text
from reader.ui.workers import Runner

if TYPE_CHECKING:
    from reader.study.translations import KeptTranslator
    from reader.ui.study.translation_dialog import TranslationDialog

Span = tuple[int, int]


class Translating(QObject):
    """Shows what is kept, asks before anything is sent, and sends only what is not kept."""

    said = Signal(object)
    """Message to show."""
    changed = Signal(object)
    """Translation, or None: the word panel is to show this."""

    def __init__(
        self,
        panes: DocumentPanes,
        words: OwnWords,
        store: TranslationSettings,
        questions: Questions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panes = panes
        self._words = words
        self._store = store
        self._questions = questions
        self._window = window
        self._dialog: TranslationDialog | None = None
        self.shown: Translation | None = None
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_translated)
        self._runner.failed.connect(self._on_failed)

    def translate_sentence(self, at: int) -> None:
        """Show the translation of the sentence around this place of the clean text."""
        from reader.study.sentences import sentence_around  # not needed to start

        document = self._panes.document
        if document is not None:
            self._translate(sentence_around(document.text, at))

    def translate_paragraph(self, at: int) -> None:
        """Show the translation of the paragraph around this place, sentence by sentence."""
        from reader.study.sentences import paragraph_around

        document = self._panes.document
        if document is not None:
            self._translate(paragraph_around(document.text, at))

    def follow(self, at: int | None) -> None:
        """Show what is kept of the sentence around this place, as another word is looked at."""
        shown, document = self.shown, self._panes.document
        text = document.text if document is not None else ""
        if at is not None and shown is not None and shown.covers(at, text):
            return
        self._runner.cancel()
        kept: Translation | None = None
        if at is not None and self._store.address:
            from reader.study.sentences import sentence_around

            around = sentence_around(text, at)
            try:
                translator = self._translator()
                if around is not None and translator is not None:
                    kept = _kept(translator, around, text[slice(*around)])
            except ReaderError:
                kept = None  # whoever asks for the translation is told
        if kept is not None or shown is not None:
            self._show(kept)

    def again(self) -> None:
        """Try the same once more."""
        if self.shown is not None:
            self._translate((self.shown.start, self.shown.end))

    def set_up(self) -> None:
        """Ask for a server, in a dialog."""
        from reader.ui.study.translation_dialog import TranslationDialog

        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = TranslationDialog(self._store, self._window)
        self._dialog.accepted.connect(self._on_set_up)
        self._dialog.open()

    def forget(self) -> None:
        """Forget all translations that are kept, of this and of other documents."""
        library = self._words.library
        if library is None:
            return
        try:
            number = library.translations.forget()
        except ReaderError as error:
            self.said.emit(error_message(error))
            return
        self._show(None)
        text = self.tr("Translations forgotten: {number}").format(number=number)
        self.said.emit(Message(text))

    def close(self) -> None:
        """Stop waiting; no thread is left."""
        self._runner.close()

    def _translator(self) -> KeptTranslator | None:
        """Return the server, and what is kept; None if none is set up. Raises ReaderError."""
        server, library = self._store.server(), self._words.library
        if server is None or library is None:
            return None
        from reader.study.translations import KeptTranslator

        return KeptTranslator(server, library.translations)

    def _translate(self, span: Span | None) -> None:
        from reader.study.sentences import is_chinese, split_sentences

        document = self._panes.document
        if document is None:
            return
        found = split_sentences(document.text, *span) if span is not None else ()
        sentences = tuple(document.text[slice(*one)] for one in found)
        sentences = tuple(filter(is_chinese, sentences))
        if span is None or not sentences:
            self.said.emit(Message(self.tr("There is no Chinese here to translate.")))
            return
        self._runner.cancel()
        rows = tuple((one, "") for one in sentences)
        asked = Translation(*span, document.text[slice(*span)], TranslationState.NO_SERVER, rows)
        try:
            translator = self._translator()
            if translator is None:
                self._show(asked)
                return
            missing = translator.missing(sentences)
        except ReaderError as error:
            self._fail(asked._replace(server=self._store.address), error)
            return
        if missing and not self._may_send(translator, len(missing)):
            return
        self._show(asked._replace(state=TranslationState.WAITING, server=translator.name))
        self._runner.start(lambda task: translator.translate(sentences, task.check))

    def _may_send(self, translator: KeptTranslator, number: int) -> bool:
        """Ask before anything is sent to a server for the first time."""
        address = translator.address
        if self._store.may_send(address):
            return True
        has_key = bool(self._store.key)
        if not self._questions.send_text(self._window, address, number, has_key):
            return False
        self._store.allow(address)
        return True

    def _on_translated(self, translations: list[str]) -> None:
        if self.shown is not None:
            sentences = [source for source, _ in self.shown.rows]
            rows = tuple(zip(sentences, translations, strict=True))
            self._show(self.shown._replace(state=TranslationState.DONE, rows=rows))

    def _on_failed(self, error: Exception) -> None:
        if self.shown is not None:
            self._fail(self.shown, as_reader_error(error, None))

    def _on_set_up(self) -> None:
        """Show the section anew if it said that there is no server."""
        shown = self.shown
        if shown is not None and shown.state in (
            TranslationState.NO_SERVER,
            TranslationState.FAILED,
        ):
            self.again()

    def _fail(self, asked: Translation, error: ReaderError) -> None:
        problem = " ".join(error_text(error))
        self._show(asked._replace(state=TranslationState.FAILED, problem=problem))

    def _show(self, translation: Translation | None) -> None:
        self.shown = translation
        self.changed.emit(translation)


def _kept(translator: KeptTranslator, span: Span, sentence: str) -> Translation | None:
    """Return the translation of a sentence if it is kept."""
    found = translator.kept((sentence,))
    if found is None:
        return None
    rows = ((sentence, found[0]),)
    return Translation(*span, sentence, TranslationState.DONE, rows, translator.name)
