"""Commands on the words of one's own: which are known, a backup, and back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.study.status import WordStatus
from reader.text.errors import ReaderError
from reader.ui.messages import Message, error_message

if TYPE_CHECKING:
    from reader.ui.known_dialog import KnownWords
    from reader.ui.questions import Questions
    from reader.ui.study.glossaries import Glossaries
    from reader.ui.study.own_words import OwnWords


class WordCommands(QObject):
    """Asks and does; what came of it is said."""

    said = Signal(object)
    """Message."""

    def __init__(
        self, words: OwnWords, glossaries: Glossaries, questions: Questions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._words = words
        self._glossaries = glossaries
        self._questions = questions
        self._window = window

    def add_known(self) -> None:
        """Ask which words are known, and keep that."""
        known = self._questions.known_words(self._window)
        if known is None:
            return
        try:
            found = self._read(known)
            if found is not None:
                count = self._words.add(found)
                text = self.tr("%Ln more word(s) are known now.", "", count)
                self.said.emit(Message(text))
        except ReaderError as error:
            self.said.emit(error_message(error))

    def _read(self, known: KnownWords) -> dict[str, WordStatus] | None:
        from reader.study.known_words import read_words, words_of_levels

        if known.levels is not None:
            from reader.study.dictionary.lookup import Dictionary

            words = words_of_levels(Dictionary(), known.levels, known.highest)
            return dict.fromkeys(words, WordStatus.KNOWN)
        path = self._questions.word_list(self._window)
        if path is None:
            return None
        found = read_words(path)
        return {word: found.statuses.get(word, WordStatus.KNOWN) for word in found.words}

    def show_cuts(self) -> None:
        """Show all words that were joined or split."""
        from reader.ui.study.cut_words_dialog import CutWordsDialog  # few look there

        CutWordsDialog(self._words, self._window).open()

    def show_glossaries(self) -> None:
        """Show the glossaries of the user, to add and order them."""
        from reader.ui.study.glossaries_dialog import GlossariesDialog  # few look there

        GlossariesDialog(self._glossaries, self._questions, self._window).open()

    def back_up(self) -> None:
        """Ask where to, and write a copy of all words and what was read."""
        library, path = self._words.library, self._questions.words_backup(self._window)
        if library is None or path is None:
            return
        try:
            library.backup(path)
        except ReaderError as error:
            self.said.emit(error_message(error))
        else:
            text = self.tr("Your words are backed up in {name}.").format(name=path.name)
            self.said.emit(Message(text))

    def restore(self) -> None:
        """Ask for a backup, and go back to it."""
        path = self._questions.words_to_restore(self._window)
        if path is None:
            return
        try:
            self._words.restore(path)
        except ReaderError as error:
            self.said.emit(error_message(error))
        else:
            text = self.tr("Your words are as they were in {name}.").format(name=path.name)
            self.said.emit(Message(text))
