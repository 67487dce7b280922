"""One open document: its page, and everything that opens, decides, saves and explains it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.export.table import Export, Use, exports_for
from reader.ui import settings
from reader.ui.dialogs import Questions
from reader.ui.document.bookmarks import Bookmarks
from reader.ui.document.controller import DocumentController
from reader.ui.document.opened import Opened, Request
from reader.ui.document.opener import Opener, Storage
from reader.ui.document.saving import Saving
from reader.ui.messages import Message
from reader.ui.panes.side import Side
from reader.ui.panes.text_view import TextView
from reader.ui.panes.word_readings import WordReadings
from reader.ui.review.compare_commands import CompareCommands
from reader.ui.review.controller import ReviewController
from reader.ui.review.news import ReviewNews
from reader.ui.review.reading_edits import ReadingEdits
from reader.ui.review.repair_commands import RepairCommands
from reader.ui.review.span_marks import SpanMarks
from reader.ui.rules.controller import RulesController
from reader.ui.settings import Settings
from reader.ui.study.glossaries import Glossaries
from reader.ui.study.learner import Learner
from reader.ui.study.meanings import Meanings
from reader.ui.study.own_words import OwnWords
from reader.ui.study.reading_keys import ReadingKeys
from reader.ui.study.ruby_choices import RubyChoices
from reader.ui.study.speaker import Speaker
from reader.ui.study.status_strip import status_name
from reader.ui.study.word_cutting import WordCutting
from reader.ui.window.actions import ActionId
from reader.ui.window.document_page import DocumentPage
from reader.ui.window.preferences import hidden_kinds
from reader.ui.window.side_panel import Panel
from reader.ui.window.title import Title
from reader.ui.window.use_choice import is_to_learn
from reader.ui.wording import left_out_text

if TYPE_CHECKING:
    from reader.review.repair_table import Progress
    from reader.study.vocabulary import Vocabulary
    from reader.ui.document.judging import Judging
    from reader.ui.library.record import DocumentRecord
    from reader.ui.review.compare_panel import ComparePanel
    from reader.ui.review.panel.panel import ReviewPanel


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all tabs of a window share."""

    store: Settings
    storage: Storage
    bookmarks: Bookmarks
    words: OwnWords
    glossaries: Glossaries
    speaker: Speaker
    questions: Questions
    sample: Path | None


class DocumentTab(QWidget):
    """Shows one document, or nothing yet; other tabs know nothing of it."""

    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""
    changed = Signal()
    """What is shown, whether something is being opened, or how far all is saved."""
    action_wanted = Signal(object)
    """ActionId: a key or a button of the page asks for what a menu does, too."""
    record_made = Signal()
    """`record` is there from now on."""
    decisions_changed = Signal()
    """What can be decided, undone or copied now may be another thing."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        store, questions = around.store, around.questions
        self._store = store
        self.page = DocumentPage(hidden_kinds(store), self)
        panes = self.page.panes
        self.review = ReviewController(self)
        self.news = ReviewNews(self.review, self)
        self.saving = Saving(store, questions, panes.readings, around.sample, self)
        self.opener = Opener(around.storage, self)
        self.documents = DocumentController(
            self.opener, self.review, panes, around.bookmarks, questions, self
        )
        self.reading_edits = ReadingEdits(
            panes.readings, self.review, questions, store.folder, self
        )
        self.repair_commands = RepairCommands(panes, self.review)
        self._judging: Judging | None = None
        self._glossing = (False, False)  # glosses below words, words marked
        self.comparing = CompareCommands(self.review, store, questions, self)
        self.rules = RulesController(
            self.review, questions, store.folder, around.storage.data, self
        )
        self.title = Title(self.review, self)
        self.meanings = Meanings(panes, around.words, around.glossaries)
        self.ruby_choices = RubyChoices(panes, self.meanings, self)
        panes.readings.choices = self.ruby_choices.by_mode
        self.reading_keys = ReadingKeys(panes, self.meanings, around.words, self)
        self.cutting = WordCutting(panes, self.meanings, around.words, self.reading_keys, self)
        self.marks = SpanMarks(panes, self.review, questions, self)
        self.page.side.word.status_of = around.words.status_of
        self.learner = Learner(
            panes, self.page.side.word, around.speaker, around.words, store, questions, self
        )
        self._speaker = around.speaker
        self._words = around.words
        self.saving.glossaries = around.glossaries.glossaries
        self._sample = around.sample
        self.record: DocumentRecord | None = None  # until its first document is there
        self.meanings.vocabulary = self._counted_vocabulary
        self._vocabulary: Vocabulary | None = None  # that the word panel knows
        self.show_meanings()
        panes.readings.words.grouping = self.meanings.group
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        self._has_panel = False  # until its first document is there
        self.page.splitter.set_width(round(store.get(settings.PANEL_WIDTH)))
        self.message: Message | None = None  # what was said last, until it is closed
        self._offer: Callable[[], object] | None = None  # by the message above the page
        self._begun: object = None  # the review whose rules hold
        self._connect()

    def _connect(self) -> None:
        documents, panes = self.documents, self.page.panes
        for speaker in (
            documents,
            self.saving,
            self.news,
            self.reading_edits,
            self.repair_commands,
            self.comparing,
            self.rules,
            self.learner,
            self.cutting,
            self.marks,
        ):
            speaker.said.connect(self.said)
        documents.changed.connect(self.changed)
        documents.shown_changed.connect(self.page.set_opened)
        documents.opened.connect(self._on_opened)
        self.saving.failed.connect(documents.complain)
        self.news.reopen_wanted.connect(documents.open_again)
        self.news.place_wanted.connect(documents.go_to_source)
        documents.shown_changed.connect(self._on_shown)
        self.comparing.panel_made.connect(self._on_compare_panel)
        self.rules.place_wanted.connect(documents.go_to_source)
        self.rules.changed.connect(self._on_rules)
        side = self.page.side
        side.review_made.connect(self._on_review_made)
        side.list_needed.connect(self._make_list)
        side.word.read_here.connect(panes.readings.pin)
        side.word.read_always.connect(panes.readings.word_wanted)
        side.word.status_wanted.connect(self.reading_keys.set_status)
        self._words.segments_changed.connect(self.ruby_choices.recut)
        side.word.word_wanted.connect(
            lambda start: self.reading_keys.show(panes.clean_view.word_at(start))
        )
        self.reading_keys.status_set.connect(
            lambda status: panes.announcer.say(status_name(status))
        )
        self.marks.done.connect(panes.announcer.say)
        side.word.cut_forgotten.connect(self.cutting.forget)
        ask = self.action_wanted.emit
        side.word.glosses_wanted.connect(lambda: ask(ActionId.GLOSSES))
        self.learner.word_wanted.connect(self._on_word)
        self.reading_keys.word_wanted.connect(self._on_word)
        self.reading_keys.nothing_new.connect(self._say_nothing_new)
        self.reading_keys.panel_wanted.connect(lambda: side.open_panel(Panel.WORD))
        self.reading_keys.undo_wanted.connect(self._undo_reading)
        self.reading_keys.bookmark_wanted.connect(self.marks.toggle_bookmark)
        self.reading_keys.note_wanted.connect(self.marks.write_note)
        self.marks.current_word = lambda: self.reading_keys.current
        self.marks.words_depth = lambda: self._words.undo_depth
        self.marks.changed.connect(self.decisions_changed)
        self.reading_keys.glosses_wanted.connect(lambda: ask(ActionId.GLOSSES))
        self.reading_keys.pinyin_wanted.connect(lambda: ask(ActionId.NEXT_RUBY))
        self.reading_keys.tones_wanted.connect(lambda: ask(ActionId.NEXT_TONES))
        panes.key_pressed.connect(self._on_key)
        side.word.key_pressed.connect(self._on_key)
        self._words.changed.connect(self._on_words)
        self.meanings.glossaries.changed.connect(self._on_glossaries)
        side.word.place_wanted.connect(lambda start, end: panes.select_clean((start, end)))
        panes.readings.blocks.changed.connect(self._on_readings)
        side.front_changed.connect(self._on_panel)
        for view in (panes.clean_view, panes.source_view):
            view.tapped.connect(self._on_tapped)
        panes.typing.changed.connect(self.changed)
        panes.selection_changed.connect(self.decisions_changed)
        panes.repair_reached.connect(self.decisions_changed)
        self.reading_edits.changed.connect(self.decisions_changed)
        self.review.save_state_changed.connect(self.changed)
        self.page.legend.undecided.clicked.connect(self.repair_commands.go_to_undecided)

    @property
    def shown(self) -> Opened | None:
        """The document on the screen, or None."""
        return self.documents.shown

    @property
    def request(self) -> Request | None:
        """What is shown or being opened, or None."""
        if self.opener.request is not None:
            return self.opener.request
        return self.shown.request if self.shown is not None else None

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a document nor one that is coming."""
        return self.request is None

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

    def decide(self, do: Callable[[ReviewPanel], object]) -> None:
        """Decide on the current place; where the panel is closed it is only opened.

        Nobody decides on what cannot be seen, and the next press does.
        """
        side = self.page.side
        if side.front is Panel.REVIEW:
            do(side.review)
        else:
            side.open_panel(Panel.REVIEW)
            side.review.set_current(self.page.panes.current_repair)

    def switch_focus(self) -> None:
        """Let the panel have the keys, or the page again; a closed panel is opened."""
        side = self.page.side
        if side.has_keys():
            self.page.panes.setFocus()
            return
        if side.front is None:
            side.open_panel(Panel.REVIEW)
        side.focus()

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
        """Show what is known of a word that does not stand in the document."""
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
        panel, opened = self.page.side.list, self.shown
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

    def _undo_reading(self) -> None:
        """Take back what was done last to a word, a bookmark or a note."""
        if not self.marks.undo() and not self._words.undo():
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

    def _on_panel(self) -> None:
        front = self.page.side.front
        if self._has_panel and front is not Panel.COMPARE:
            self._store.set(settings.PANEL, front.value if front is not None else "")
        if self._judging is not None:
            self._judging.is_reviewing = self.page.side.front is Panel.REVIEW
        self.changed.emit()

    def _on_shown(self, opened: Opened | None) -> None:
        side = self.page.side
        if opened is None:
            self.learner.leave_document()
        elif opened.complete:
            _ = side.review  # its first document makes it
            self._speaker.look_for_voice()
            self._open_panel()
            if self.record is None:
                self._make_record()
        if self._judging is not None:
            self._judging.set_opened(opened)
        whole = opened is not None and opened.complete
        if opened is not None and whole:
            if self._begun is not opened.review:
                self.rules.begin(opened.document, opened.rules)
        else:
            self.rules.begin(None, None)
        self._begun = opened.review if opened is not None and whole else None
        self._update_list()

    def _open_panel(self) -> None:
        """Open the panel that was in front last, with the first document of the tab."""
        if not self._has_panel:
            self._has_panel = True
            panels = {panel.value: panel for panel in Panel}
            if is_to_learn(self._store.get(settings.USE)):
                self.page.side.closed = Panel.WORD
            self.page.side.open_panel(panels.get(self._store.get(settings.PANEL)))

    def _on_review_made(self, panel: ReviewPanel) -> None:
        from reader.ui.document.judging import Judging  # not needed to start

        self._judging = Judging(self.page.panes, panel, self.review, self)
        self._judging.undo_wanted.connect(self.reading_edits.undo)
        self._judging.progressed.connect(self.changed)
        self._judging.exception_offered.connect(self._offer_exception)
        self._judging.refused.connect(lambda why: self.said.emit(Message(why)))
        self._judging.offer_taken.connect(self._take_offer)
        panel.save_wanted.connect(self.save)
        panel.export_wanted.connect(self._export_tracked)
        panel.always_wanted.connect(self._add_pair)
        panel.without_wanted.connect(self.rules.try_without)
        self._on_panel()

    def _on_compare_panel(self, panel: ComparePanel) -> None:
        panel.place_wanted.connect(self._show_source)
        panel.closed.connect(self.page.side.close_comparison)
        panel.closed.connect(self.page.panes.setFocus)
        self.page.side.show_comparison(panel)

    def _show_source(self, start: int, end: int) -> None:
        """Show source[start:end]; where it was repaired, that repair is framed."""
        if self.shown is None:
            return
        document, panes = self.shown.document, self.page.panes
        touching = document.repairs_in_source(start, end)
        inside = [one for one in touching if start <= one.source_start and one.source_end <= end]
        if inside:
            panes.go_to_repair(inside[0])
        else:
            panes.select_clean(document.clean_span(start, end))

    def _on_rules(self) -> None:
        folder = self.rules.folder
        if folder is not None and self.rules.waits_for_trust:
            self.said.emit(
                Message(
                    self.tr("This folder has its own rules: {name}").format(name=folder.path.name),
                    self.tr("They are off until you trust them."),
                    button=self.tr("Trust them"),
                    do=self.rules.trust_folder,
                )
            )
        self.changed.emit()

    def _add_pair(self, before: str, after: str) -> None:
        self.rules.add(lambda rules: rules.add_pair(before, after))

    def _offer_exception(self, before: str, after: str) -> None:
        """Offer to keep for good what was kept three times."""
        text = self.tr("You have kept {before} three times. Always keep it?").format(before=before)
        button = self.tr("Always keep {before} (Y)").format(before=before)
        self._offer = lambda: self.rules.add(lambda rules: rules.add_exception(before, after))
        self.said.emit(Message(text, button=button, do=self._take_offer))

    def _take_offer(self) -> None:
        """Do what was offered last, once."""
        offer, self._offer = self._offer, None
        if offer is not None:
            self.said.emit(None)
            offer()

    def _export_tracked(self) -> None:
        self.export(exports_for(Use.WINDOW)["docx"])

    @property
    def progress(self) -> Progress | None:
        """How far the document is decided on; None without a whole one."""
        if self._judging is None or self.shown is None or not self.shown.complete:
            return None
        return self.page.side.review.progress

    def with_whole(self, do: Callable[[Opened], None]) -> None:
        """Do something with the document, if all of it is restored."""
        if self.shown is not None and self.shown.complete:
            do(self.shown)

    def save(self) -> None:
        """Save the clean text."""
        self.with_whole(self.saving.save)

    def save_as(self) -> None:
        """Save the clean text where the user says."""
        self.with_whole(self.saving.save_as)

    def export(self, export: Export) -> None:
        """Write what else can be made of the document."""
        self.with_whole(partial(self.saving.export, export=export))

    def close_down(self) -> None:
        """Remember the place, stop all work and let the threads end."""
        self.documents.close()
        if self.record is not None:
            self.record.close()
        self.saving.close()
        self.news.close()
        self.page.find_bar.shut_down()
        self.comparing.close()
        self.rules.close()
        self.learner.close()
        self.ruby_choices.close()
        if self.page.side.has_review:
            self.page.side.review.close_work()
        if self.page.side.list is not None:
            self.page.side.list.close_work()

    def _make_record(self) -> None:
        from reader.ui.library.record import DocumentRecord  # not needed to start

        self.record = DocumentRecord(
            self.documents,
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

    def _on_opened(self, opened: Opened) -> None:
        if not_read := left_out_text(opened.document.origin.left_out):
            self.said.emit(Message(not_read))
        if opened.review is not None:
            self.news.tell_of(opened.review)
