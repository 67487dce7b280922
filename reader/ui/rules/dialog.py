"""The dialog in which rules of the user are edited, with a preview on the open document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.repair.rules.model import (
    Level,
    Replacement,
    Rules,
    RuleSet,
    check_gloss,
    check_text,
)
from reader.review.decisions import Decision
from reader.review.rules.parse import load_rules
from reader.text.document import Document
from reader.text.errors import ReaderError
from reader.ui.questions import Questions
from reader.ui.rules.preview import PreviewTable
from reader.ui.rules.switches import StyleForm, SwitchTree
from reader.ui.rules.tables import ReplacementTable, RuleTable, TextTable, explain_problem
from reader.ui.wording import error_text, sentences

_SIZE = QSize(860, 680)


class RulesDialog(QDialog):
    """Edits the rules of one level after the other; all that changed are saved together."""

    saved = Signal(object, object)
    """(Level, Rules): these are to be the rules of that level; sent for each that changed."""
    place_wanted = Signal(int)
    """The user wants to see a place of the source (code points)."""

    def __init__(
        self,
        document: Document | None,
        rules: RuleSet,
        questions: Questions,
        parent: QWidget | None = None,
        *,
        level: Level = Level.USER,
        draft: Rules | None = None,
        with_folder: bool = False,
        decisions: Iterable[Decision] = (),
    ) -> None:
        """Edit the rules of a level; `rules` are those in force, `document` what they restored.

        `draft` are rules to begin with instead of those of the level, such as with one more that
        the user may want. `with_folder` offers the rules of the document's folder. `decisions`
        are those of the user on the document: they stay, whatever the rules say.
        """
        super().__init__(parent)
        self.setObjectName("rules")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rules"))
        self._rules = rules
        self._questions = questions
        self._drafts: dict[Level, Rules] = {} if draft is None else {level: draft}
        self._level = level
        self.levels = QComboBox(self)
        self.levels.addItem(self.tr("All documents"), Level.USER)
        if with_folder:
            self.levels.addItem(self.tr("Documents in this folder"), Level.FOLDER)
        if document is not None:
            self.levels.addItem(self.tr("This document"), Level.DOCUMENT)
        self.levels.setCurrentIndex(max(0, self.levels.findData(level)))
        self._make_sections()
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.preview = PreviewTable(document, rules, decisions, self)
        self.preview.place_wanted.connect(self.place_wanted)
        self._make_buttons()
        self._arrange()
        self.levels.currentIndexChanged.connect(self._on_level)
        self.finished.connect(self.preview.close_runner)
        self.resize(_SIZE)
        self._show(self._drafts.get(level, rules.at(level)))
        self._on_changed()

    def _make_sections(self) -> None:
        self.pairs = ReplacementTable(
            self.tr("These texts are always replaced."), self.tr("Becomes"), self
        )
        self.exceptions = ReplacementTable(
            self.tr("These replacements are never made."), self.tr("Never becomes"), self
        )
        self.protected = TextTable(
            self.tr("These words and names stay exactly as in the original."),
            self.tr("Text"),
            check_text,
            self,
        )
        self.glosses = TextTable(
            self.tr("This pinyin is kept: (ma) everywhere, 吗(ma) only after 吗."),
            self.tr("Pinyin"),
            check_gloss,
            self,
        )
        self.switches = SwitchTree(self)
        self.style_form = StyleForm(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._typed = (
            (self.pairs, self.tr("Always replace")),
            (self.exceptions, self.tr("Never replace")),
            (self.protected, self.tr("Keep as is")),
            (self.glosses, self.tr("Keep pinyin")),
        )
        for section, title in self._typed:
            section.changed.connect(self._on_changed)
            self.tabs.addTab(section, title)
        self.switches.changed.connect(self._on_changed)
        self.tabs.addTab(self.switches, self.tr("Built-in rules"))
        self.style_form.changed.connect(self._on_changed)
        self.tabs.addTab(self.style_form, self.tr("Punctuation"))

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(self)
        self.save = self.buttons.addButton(QDialogButtonBox.StandardButton.Save)
        self.save.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.ResetRole
        self.import_button = self.buttons.addButton(self.tr("Import…"), role)
        self.export_button = self.buttons.addButton(self.tr("Export…"), role)
        for button, do in (
            (self.import_button, self._on_import),
            (self.export_button, self._on_export),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self.buttons.accepted.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)

    def _arrange(self) -> None:
        label = QLabel(self.tr("These rules apply to:"), self)
        label.setBuddy(self.levels)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label)
        top.addWidget(self.levels)
        top.addStretch(1)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(17)
        halves.addWidget(self.tabs)
        halves.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(halves, 1)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)

    # -- what is shown, and what it says

    def _show(self, rules: Rules) -> None:
        self.pairs.show_rules(rules.pairs)
        self.exceptions.show_rules(rules.exceptions)
        self.protected.show_texts(rules.protected)
        self.glosses.show_texts(rules.glosses)
        below = RuleSet(
            {level: of for level, of in self._rules.levels.items() if level < self._level}
        )
        self.switches.show_rules(rules, below.switched_off)
        self.style_form.show_rules(rules)
        literal = self._level is Level.FOLDER
        why = self.tr("Folder rules can only replace or keep text.") if literal else ""
        for section in (self.glosses, self.switches, self.style_form):
            number = self.tabs.indexOf(section)
            self.tabs.setTabEnabled(number, not literal)
            self.tabs.setTabToolTip(number, why)

    def _read(self) -> Rules | None:
        """Return the rules that are shown; None, with a message, if a row is no rule."""
        self.problem.hide()
        pairs, wrong = self.pairs.read_rules()
        exceptions, wrong_exception = self.exceptions.read_rules()
        protected, wrong_text = self.protected.read_texts()
        glosses, wrong_gloss = self.glosses.read_texts()
        found = (
            (self.pairs, wrong or _find_twice(pairs)),
            (self.exceptions, wrong_exception),
            (self.protected, wrong_text),
            (self.glosses, wrong_gloss),
        )
        for section, problem in found:
            if problem is not None:
                self._point_out(section, *problem)
                return None
        rules = Rules(pairs, exceptions, protected, glosses)
        if self._level is Level.FOLDER:
            return replace(rules, glosses=())
        return self.style_form.read_rules(self.switches.read_rules(rules))

    def _point_out(self, section: RuleTable, number: int, why: str) -> None:
        title = next(title for one, title in self._typed if one is section)
        text = self.tr("{section}, row {number}: {problem}.")
        self._complain(text.format(section=title, number=number + 1, problem=why))

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    # -- what the user does

    def _on_changed(self) -> None:
        rules = self._read()
        self.save.setEnabled(rules is not None)
        if rules is not None:
            self._drafts[self._level] = rules
            wanted = self._rules
            for level, draft in self._drafts.items():
                wanted = wanted.with_level(level, draft)
            self.preview.look(wanted)

    def _on_level(self) -> None:
        if self._read() is None:  # what is wrong here would be lost
            self.levels.blockSignals(True)
            self.levels.setCurrentIndex(self.levels.findData(self._level))
            self.levels.blockSignals(False)
            return
        self._level = self.levels.currentData()
        self._show(self._drafts.get(self._level, self._rules.at(self._level)))
        self._on_changed()

    def _on_save(self) -> None:
        if self._read() is not None:
            for level, rules in self._drafts.items():
                if rules != self._rules.at(level):
                    self.saved.emit(level, rules)
            self.accept()

    def _on_import(self) -> None:
        path = self._questions.rules_to_import(self)
        if path is None:
            return
        rules = self._try(lambda: load_rules(path, literal_only=self._level is Level.FOLDER))
        if rules is not None:
            self._show((self._read() or Rules()).add_all(rules))
            self._on_changed()

    def _on_export(self) -> None:
        from reader.review.rules.write import save_rules  # few export rules

        rules = self._read()
        path = self._questions.rules_to_export(self) if rules is not None else None
        if rules is not None and path is not None:
            self._try(lambda: save_rules(path, rules))

    def _try(self, do: Callable[[], Rules]) -> Rules | None:
        """Return what this gives; None, with a message, if a file cannot be used."""
        try:
            return do()
        except ReaderError as error:
            self._complain(sentences(*error_text(error)))
            return None


def _find_twice(pairs: Sequence[Replacement]) -> tuple[int, str] | None:
    """Return the number of the first pair for a text that has another one, and what is wrong."""
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(pairs):
        if one.place in seen:
            return number, explain_problem("rule_twice")
        seen.add(one.place)
    return None
