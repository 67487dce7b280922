"""What of a tab serves whoever reads to learn: the words, their panel and list, keys, a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui import settings
from reader.ui.document.controller import DocumentController
from reader.ui.document.opened import Opened
from reader.ui.messages import Message
from reader.ui.panes.side import Side
from reader.ui.panes.text_view import TextView
from reader.ui.panes.word_readings import WordReadings
from reader.ui.review.span_marks import SpanMarks
from reader.ui.study.learner import Learner
from reader.ui.study.meanings import Meanings
from reader.ui.study.reading_keys import ReadingKeys
from reader.ui.study.ruby_choices import RubyChoices
from reader.ui.study.status_strip import status_name
from reader.ui.study.word_cutting import WordCutting
from reader.ui.window.actions import ActionId
from reader.ui.window.document_page import DocumentPage
from reader.ui.window.panels import Panel
from reader.ui.window.surroundings import Surroundings
from reader.ui.window.use_choice import is_to_learn

if TYPE_CHECKING:
    from reader.study.vocabulary import Vocabulary
    from reader.ui.library.record import DocumentRecord


class StudySide(QObject):
    """Keeps page, word panel and list of words in step."""

    said = Signal(object)
    """Message to show."""
    action_wanted = Signal(object)
    """ActionId: a key or a button of the page asks for what a menu does, too."""
    record_made = Signal()
    """`record` is there from now on."""

    def __init__(
        self,
        page: DocumentPage,
        documents: DocumentController,
        marks: SpanMarks,
        around: Surroundings,
        tab: QWidget,
    ) -> None:
        super().__init__(tab)
        panes, words = page.panes, around.words
        self.page = page
        self._documents = documents
        self._marks = marks
        self._store = around.store
        self._speaker = around.speaker
        self._words = words
        self._sample = around.sample
        self._glossing = (False, False)  # glosses below words, words marked
        self.meanings = Meanings(panes, words, around.glossaries)
        self.meanings.vocabulary = self._counted_vocabulary
        self.ruby_choices = RubyChoices(panes, self.meanings, self)
        panes.readings.choices = self.ruby_choices.by_mode
        panes.readings.words.grouping = self.meanings.group
        self.reading_keys = ReadingKeys(panes, self.meanings, words, self)
        self.cutting = WordCutting(panes, self.meanings, words, self.reading_keys, self)
        self.learner = Learner(
            panes, page.side.word, around.speaker, words, around.store, around.questions, tab
        )
        page.side.word.status_of = words.status_of
        self.record: DocumentRecord | None = None  # until the first document is there
        self._vocabulary: Vocabulary | None = None  # that the word panel knows
        self.show_meanings()
        self._connect()

    def _connect(self) -> None:
        panes, side, keys = self.page.panes, self.page.side, self.reading_keys
        ask = self.action_wanted.emit
        self.learner.said.connect(self.said)
        self.cutting.said.connect(self.said)
        self._documents.shown_changed.connect(self._on_shown)
        side.list_needed.connect(self._make_list)
        side.word.read_here.connect(panes.readings.pin)
        side.word.read_always.connect(panes.readings.word_wanted)
        side.word.status_wanted.connect(keys.set_status)
        side.word.word_wanted.connect(lambda start: keys.show(panes.clean_view.word_at(start)))
        side.word.cut_forgotten.connect(self.cutting.forget)
        side.word.glosses_wanted.connect(lambda: ask(ActionId.GLOSSES))
        side.word.place_wanted.connect(lambda start, end: panes.select_clean((start, end)))
        side.word.key_pressed.connect(self._on_key)
        keys.status_set.connect(lambda status: panes.announcer.say(status_name(status)))
        keys.word_wanted.connect(self._on_word)
        keys.nothing_new.connect(self._say_nothing_new)
        keys.panel_wanted.connect(lambda: side.open_panel(Panel.WORD))
        keys.undo_wanted.connect(self._undo)
        keys.bookmark_wanted.connect(self._marks.toggle_bookmark)
        keys.note_wanted.connect(self._marks.write_note)
        keys.glosses_wanted.connect(lambda: ask(ActionId.GLOSSES))
        keys.pinyin_wanted.connect(lambda: ask(ActionId.NEXT_RUBY))
        keys.tones_wanted.connect(lambda: ask(ActionId.NEXT_TONES))
        self._marks.current_word = lambda: keys.current
        self._marks.words_depth = lambda: self._words.undo_depth
        self.learner.word_wanted.connect(self._on_word)
        self._words.changed.connect(self._on_words)
        self._words.segments_changed.connect(self.ruby_choices.recut)
        self.meanings.glossaries.changed.connect(self._on_glossaries)
        panes.key_pressed.connect(self._on_key)
        panes.readings.blocks.changed.connect(self._on_readings)
        for view in (panes.clean_view, panes.source_view):
            view.tapped.connect(self._on_tapped)

    def show_word(self) -> None:
        """Show how the word under the mouse, or the selected one, is pronounced."""
        self._show_word(self.page.panes.readings.current_word())
        self.page.side.open_panel(Panel.WORD)

    def show_meanings(self) -> None:
        """Say what words mean in popups and below the words, as the settings have it."""
        panes, store = self.page.panes, self._store
        panes.set_meanings(self.meanings.popup if store.get(settings.MEANINGS) else None)
        below, marked = store.get(settings.GLOSSES), store.get(settings.WORD_MARKS)
        if (below, marked) != self._glossing:
            self._glossing = below, marked
            panes.set_glossing(
                self.meanings.gloss if below or marked else None,
                below=below,
                marks=self.meanings.marks if marked else None,
            )

    def close(self) -> None:
        """Stop all work and let the threads end."""
        if self.record is not None:
            self.record.close()
        self.learner.close()
        self.ruby_choices.close()
        if self.page.side.list is not None:
            self.page.side.list.close_work()

    def _on_shown(self, opened: Opened | None) -> None:
        if opened is None:
            self.learner.leave_document()
        elif opened.complete:
            self._speaker.look_for_voice()
            if self.record is None:
                self._make_record()
                self._ask_for_level()
        self._update_list()

    def _on_readings(self) -> None:
        word = self.page.side.word.word
        if word is not None and word.start >= 0:
            self._show_word(self.page.panes.readings.word_at(Side.CLEAN, word.start))
        elif word is not None:
            self._show_entry(word.text)

        if self.page.side.list is not None:
            self.page.side.list.set_style(self.page.panes.readings.blocks.options.style)

    def _show_word(self, word: WordReadings | None) -> None:
        self.page.side.word.show_word(self.meanings.facts(word))
        self.reading_keys.current = (word.start, word.end) if word is not None else None
        self.reading_keys.entry = ""
        self.learner.translating.follow(word.start if word is not None else None)

    def _show_entry(self, word: str) -> None:
        """Show what is known of a word that does not occur in the document."""
        self.page.side.word.show_word(self.meanings.entry(word))
        self.reading_keys.current, self.reading_keys.entry = None, word
        self.learner.translating.follow(None)

    def _on_counted(self) -> None:
        """Show words of the same characters, which are known now."""
        vocabulary = self.meanings.vocabulary()
        if vocabulary is not self._vocabulary:
            self._vocabulary = vocabulary
            self._on_readings()

    def _make_list(self) -> None:
        from reader.ui.study.list_panel import ListPanel  # not needed to start

        panel = ListPanel(self._words, self.meanings.dictionary, self.page.side)
        panel.place_wanted.connect(lambda start, end: self.page.panes.select_clean((start, end)))
        panel.word_wanted.connect(self._on_listed_word)
        panel.page_wanted.connect(self.page.panes.setFocus)
        panel.table.key_pressed.connect(self._on_key)
        self.page.side.set_list(panel)
        self._update_list()

    def _update_list(self) -> None:
        """List the words of what is shown, once all of it is restored."""
        panel, opened = self.page.side.list, self._documents.shown
        if panel is not None:
            whole = opened is not None and opened.complete
            panel.set_style(self.page.panes.readings.blocks.options.style)
            panel.set_document(opened.document if opened is not None and whole else None)

    def _on_listed_word(self, word: str, start: int) -> None:
        """Show a word of the list in the word panel, at its first place."""
        if start < 0:
            self._show_entry(word)
            self.page.side.open_panel(Panel.WORD)
            return
        self.page.panes.select_clean((start, start + len(word)))
        self._show_word(self.page.panes.readings.word_at(Side.CLEAN, start))
        self.page.side.open_panel(Panel.WORD)

    def _on_word(self, start: int) -> None:
        word, side = self.page.panes.readings.word_at(Side.CLEAN, start), self.page.side
        self._show_word(word)
        self.page.panes.announcer.say(side.word.summary())
        if side.front is not Panel.LIST:
            side.open_panel(Panel.WORD)
        elif side.list is not None and word is not None:
            side.list.show_word(word.text)

    def _on_key(self, event: QKeyEvent) -> None:
        """Let single keys do what they do for whoever reads to learn."""
        side, keys = self.page.side, self.reading_keys
        if not side.is_for_reading:
            return
        if side.front is None and keys.is_about_word(event):
            # Nobody says how well a word is known that cannot be seen, and the next press does.
            side.open_panel(side.closed)
            event.accept()
        elif (side.front is not None or not keys.moves(event)) and keys.handle(event):
            event.accept()

    def _on_words(self) -> None:
        self.page.side.word.refresh()
        self.ruby_choices.choose_again()
        self.page.panes.clean_view.viewport().update()

    def _on_glossaries(self) -> None:
        """Have words as the glossaries have them now: what they mean, and which ones there are."""
        readings, side = self.page.panes.readings, self.page.side
        readings.words.forget_all()
        readings.blocks.forget()
        self.ruby_choices.recut()
        if side.list is not None:
            side.list.count_again()
        if self.record is not None:
            self.record.count_again()

    def _undo(self) -> None:
        """Take back what was done last to a word, a bookmark or a note."""
        if not self._marks.undo() and not self._words.undo():
            self.said.emit(Message(self.tr("Nothing to undo in your words.")))

    def _say_nothing_new(self) -> None:
        self.said.emit(Message(self.tr("No new word from here on.")))

    def _on_tapped(self, offset: int | None) -> None:
        view, side = self.sender(), self.page.side
        if side.front is Panel.WORD and offset is not None and isinstance(view, TextView):
            self._show_word(self.page.panes.readings.word_at(view.side, offset))
        elif side.front is Panel.LIST and offset is not None and isinstance(view, TextView):
            word = self.page.panes.readings.word_at(view.side, offset)
            if word is not None and side.list is not None:
                side.list.show_word(word.text)

    def _ask_for_level(self) -> None:
        """Say to whoever came to learn why 在 and 和 are new, and where to change that."""
        if not is_to_learn(self._store.get(settings.USE)) or self._words.statuses:
            return
        self.said.emit(
            Message(
                self.tr("All words count as new so far."),
                self.tr("Say up to which level of HSK you know them."),
                button=self.tr("Words you know…"),
                do=lambda: self.action_wanted.emit(ActionId.KNOWN_WORDS),
            )
        )

    def _make_record(self) -> None:
        from reader.ui.library.record import DocumentRecord  # not needed to start

        self.record = DocumentRecord(
            self._documents,
            self.page.panes,
            self._words,
            self.meanings.dictionary,
            may_keep=self._may_remember,
            is_reading=lambda: self.page.side.front not in (Panel.REVIEW, Panel.COMPARE),
            parent=self,
        )
        self.record.changed.connect(self._on_counted)
        self.record_made.emit()

    def _counted_vocabulary(self) -> Vocabulary | None:
        """Return the words of the document, None while they are not counted."""
        counted = self.record.counted if self.record is not None else None
        return counted.vocabulary if counted is not None else None

    def _may_remember(self, opened: Opened) -> bool:
        """Tell if a document is put into the library: the sample is not one's own."""
        path = opened.request.path
        is_sample = path is not None and path == self._sample
        return self._store.get(settings.REMEMBER) and not is_sample
