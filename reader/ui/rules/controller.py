"""Puts rules of the user in force: writes their file, and restores the open document by them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.repair.rules.model import NO_RULES, Level, Rules, RuleSet
from reader.text.document import Document
from reader.text.errors import ReaderError
from reader.ui.messages import Message, error_message
from reader.ui.questions import Questions
from reader.ui.review.controller import ReviewController
from reader.ui.wording import as_reader_error
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.review.review import Review
    from reader.review.rules.levels import FolderRules, FoundRules, RuleFiles


class RulesController(QObject):
    """Knows the rules that hold for the open document, and changes them as the user asks."""

    changed = Signal()
    """Other rules hold, or those of a folder wait to be trusted, or no longer."""
    applied = Signal(object)
    """Document: restored by the rules that hold now; decisions apply to it."""
    place_wanted = Signal(int)
    """The user wants to see a place of the source (code points)."""
    said = Signal(object)
    """Message to show, or None: the one that is shown has had its time."""

    def __init__(
        self,
        reviews: ReviewController,
        questions: Questions,
        configuration: Path,
        data: Path | None,
        window: QWidget,
    ) -> None:
        """Take the folders of the configuration and of the data, None for the user's own."""
        super().__init__(window)
        self._configuration = configuration
        self._data = data
        self._reviews = reviews
        self._questions = questions
        self._window = window
        self._path: Path | None = None
        self._source: str | None = None
        self._title = ""
        self._found: FoundRules | None = None
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_restored)
        self._runner.failed.connect(self._on_failed)

    @cached_property
    def _files(self) -> RuleFiles:
        from reader.review.rules.levels import RuleFiles  # not needed to start
        from reader.text.user_folders import data_folder

        return RuleFiles(self._data or data_folder(), self._configuration)

    @property
    def rules(self) -> RuleSet:
        """The rules that hold for the open document."""
        return self._found.rules if self._found is not None else NO_RULES

    @property
    def folder(self) -> FolderRules | None:
        """The rules of the folder of the open document, trusted or not; None without any."""
        return self._found.folder if self._found is not None else None

    @property
    def waits_for_trust(self) -> bool:
        """Whether the folder has rules that hold once the user trusts them."""
        return self._found is not None and self._found.waits_for_trust

    def begin(self, document: Document | None, found: FoundRules | None) -> None:
        """Take over the rules of a document that was opened; None where none is, or only a part."""
        self._runner.cancel()
        self._source = None if document is None else document.source
        self._path = None if document is None else document.origin.path
        self._title = self._path.name if self._path is not None else ""
        self._found = found
        self.changed.emit()
        if found is not None and found.problems:
            self.said.emit(error_message(found.problems[0]))

    def close(self) -> None:
        """Stop; no thread is left."""
        self._runner.close()

    # -- what the user does

    def edit(self, level: Level = Level.USER, draft: Rules | None = None) -> None:
        """Open the dialog; `draft` are rules to begin with, such as with a rule switched off."""
        from reader.ui.rules.dialog import RulesDialog  # not needed to start

        review = self._reviews.review
        rules = self.rules
        if review is None:
            rules = self._files.find(None, "").rules if self._source is None else rules
        dialog = RulesDialog(
            review.base if review is not None else None,
            rules,
            self._questions,
            self._window,
            level=level,
            draft=draft,
            # What the user has not seen yet is not written over.
            with_folder=self._path is not None and not self.waits_for_trust,
            decisions=review.history.decisions() if review is not None else (),
        )
        dialog.saved.connect(self.save)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.open()

    def try_without(self, rule: str, level: Level = Level.DOCUMENT) -> None:
        """Show in the dialog what would come back if a rule of Jingdu were off."""
        self.edit(level, self.rules.at(level).switch_off(rule))

    def add(self, change: Callable[[Rules], Rules], level: Level = Level.USER) -> None:
        """Change the rules of a level, such as by one more pair, and apply them at once."""
        self.save(level, change(self.rules.at(level)))

    def save(self, level: Level, rules: Rules) -> None:
        """Write the rules of a level and restore the open document by them."""
        from reader.review.rules.write import update_rules  # few change rules

        path = self._path_of(level)
        if path is None:
            return
        about = self._title if level is Level.DOCUMENT else ""
        try:
            before = self.rules.at(level)
            update_rules(path, lambda now: now.patch(before, rules), about=about)
            if level is Level.FOLDER:
                folder = self._files.find_folder_rules(self._path)
                if folder is not None:
                    self._files.trust(folder)  # the user wrote it just now
        except ReaderError as error:
            self.said.emit(error_message(error))
            return
        self._take_up()

    def trust_folder(self) -> None:
        """Let the rules of the folder hold, as they are now."""
        folder = self.folder
        if folder is None:
            return
        try:
            self._files.trust(folder)
        except ReaderError as error:
            self.said.emit(error_message(error))
            return
        self._take_up()

    def _path_of(self, level: Level) -> Path | None:
        from reader.review.rules.levels import FOLDER_FILE

        folder = self.folder
        if level is Level.FOLDER and folder is None and self._path is not None:
            return self._path.parent / FOLDER_FILE
        return self._files.path_of(level, self._source or "", folder)

    def _take_up(self) -> None:
        """Read the rules again, and restore the open document if it would read otherwise."""
        if self._source is not None:
            self._found = self._files.find(self._path, self._source)
        self.changed.emit()
        review = self._reviews.review
        if review is None or review.rules.fingerprint == self.rules.fingerprint:
            return
        rules = self.rules
        self.said.emit(Message(self.tr("Applying the rules…")))
        self._runner.start(lambda task: _restore(task, review, rules))

    def _on_restored(self, made: tuple[Review, RuleSet, Document]) -> None:
        review, rules, document = made
        if review is not self._reviews.review:
            return
        self._reviews.adopt(review, document, rules)
        if review.base is not document:  # another window decides on it
            self.said.emit(
                Message(
                    self.tr("The rules are saved."),
                    self.tr("Open this document again to apply them."),
                )
            )
            return
        self.said.emit(None)
        self.applied.emit(review.document)

    def _on_failed(self, error: Exception) -> None:
        self.said.emit(error_message(as_reader_error(error, self._path)))


def _restore(task: Task, review: Review, rules: RuleSet) -> tuple[Review, RuleSet, Document]:
    from reader.repair.pipeline import restore  # takes long to import
    from reader.repair.rules.apply import apply_rules

    base = review.base
    made = restore(
        base.source, origin=base.origin, progress=task.report, mechanisms=apply_rules(rules)
    )
    return review, rules, made
