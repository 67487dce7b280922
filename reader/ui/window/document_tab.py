"""One open document: its page, and everything that opens, decides, saves and explains it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.export.table import Export, Use, exports_for
from reader.ui import settings
from reader.ui.document.controller import DocumentController
from reader.ui.document.opened import Opened, Request
from reader.ui.document.opener import Opener
from reader.ui.document.saving import Saving
from reader.ui.messages import Message
from reader.ui.review.compare_commands import CompareCommands
from reader.ui.review.controller import ReviewController
from reader.ui.review.news import ReviewNews
from reader.ui.review.reading_edits import ReadingEdits
from reader.ui.review.repair_commands import RepairCommands
from reader.ui.review.span_marks import SpanMarks
from reader.ui.rules.controller import RulesController
from reader.ui.window.document_page import DocumentPage
from reader.ui.window.panels import Panel
from reader.ui.window.preferences import hidden_kinds
from reader.ui.window.study_side import StudySide
from reader.ui.window.surroundings import Surroundings
from reader.ui.window.title import Title
from reader.ui.window.use_choice import is_to_learn
from reader.ui.wording import left_out_text

if TYPE_CHECKING:
    from reader.review.repair_table import Progress
    from reader.ui.document.judging import Judging
    from reader.ui.review.compare_panel import ComparePanel
    from reader.ui.review.panel.panel import ReviewPanel


class DocumentTab(QWidget):
    """Shows one document, or nothing yet; other tabs know nothing of it."""

    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""
    changed = Signal()
    """What is shown, whether something is being opened, or how far all is saved."""
    action_wanted = Signal(object)
    """ActionId: a key or a button of the page asks for what a menu does, too."""
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
        self.comparing = CompareCommands(self.review, store, questions, self)
        self.rules = RulesController(
            self.review, questions, store.folder, around.storage.data, self
        )
        self.title = Title(self.review, self)
        self.marks = SpanMarks(panes, self.review, questions, self)
        self.study = StudySide(self.page, self.documents, self.marks, around, self)
        self.saving.glossaries = around.glossaries.glossaries
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
            self.study,
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
        self.page.side.review_made.connect(self._on_review_made)
        self.page.side.front_changed.connect(self._on_panel)
        self.marks.done.connect(panes.announcer.say)
        self.marks.changed.connect(self.decisions_changed)
        self.study.action_wanted.connect(self.action_wanted)
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

    def _on_panel(self) -> None:
        front = self.page.side.front
        if self._has_panel and front is not Panel.COMPARE:
            self._store.set(settings.PANEL, front.value if front is not None else "")
        if self._judging is not None:
            self._judging.is_reviewing = self.page.side.front is Panel.REVIEW
        self.changed.emit()

    def _on_shown(self, opened: Opened | None) -> None:
        if opened is not None and opened.complete:
            _ = self.page.side.review  # its first document makes it
            self._open_panel()
        if self._judging is not None:
            self._judging.set_opened(opened)
        whole = opened is not None and opened.complete
        if opened is not None and whole:
            if self._begun is not opened.review:
                self.rules.begin(opened.document, opened.rules)
        else:
            self.rules.begin(None, None)
        self._begun = opened.review if opened is not None and whole else None

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
        self.study.close()
        self.saving.close()
        self.news.close()
        self.page.find_bar.shut_down()
        self.comparing.close()
        self.rules.close()
        if self.page.side.has_review:
            self.page.side.review.close_work()

    def _on_opened(self, opened: Opened) -> None:
        if not_read := left_out_text(opened.document.origin.left_out):
            self.said.emit(Message(not_read))
        if opened.review is not None:
            self.news.tell_of(opened.review)
