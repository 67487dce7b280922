"""The review panel: decides on one place or on many by a key, a button, or the table."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from reader.review.decisions import Decision, decision_for
from reader.review.group_decisions import (
    Plan,
    Pronounce,
    can_be_rule,
    plan_keeping,
    plan_like,
    plan_pair,
    plan_rule,
    plan_surer,
)
from reader.review.history import How
from reader.review.repair_order import Column, Notes, Showing
from reader.review.repair_table import Progress, RepairTable
from reader.text.document import Document, Repair
from reader.text.repair import can_decide
from reader.ui.kinds import is_dark
from reader.ui.parts.style_sheet import panel_sheet
from reader.ui.review.panel.arrangement import LEAST, LEFT, UPPER, Arrangement, arrange
from reader.ui.review.panel.current_place import can_keep
from reader.ui.review.panel.place_stack import PlaceStack
from reader.ui.review.panel.places import ReviewState, describe_place, list_open_places
from reader.ui.review.panel.repair_browser import RepairBrowser
from reader.ui.review.panel.review_keys import STEPS, ReviewCommand, command_of
from reader.ui.review.panel.table_model import pair_text
from reader.ui.wording import percent, rule_title


class ReviewPanel(QWidget):
    """Shows the current repair and the table of all; says what the user decides.

    It decides nothing itself: whoever hears `decided` makes the decision and gives the document
    back by `update_document`, and the panel asks for the next place.
    """

    place_wanted = Signal(object)
    """Repair: the page should show it."""
    decided = Signal(object, object)
    """(tuple of Decision, How): one act."""
    note_changed = Signal(int, int, str)
    """Start and end in the source (code points), and the note; empty to remove it."""
    typing_wanted = Signal()
    """The user wants to type what belongs at the current place."""
    always_wanted = Signal(str, str)
    """(before, after): a rule of the user is wanted for the pair."""
    without_wanted = Signal(str)
    """A rule: the user wants to see what would come back if it were off."""
    save_wanted = Signal()
    export_wanted = Signal()
    all_repairs_wanted = Signal()
    """The user wants to see repairs that need no decision: on the page, too."""
    page_wanted = Signal()
    """Back to the page."""
    refused = Signal(str)
    """A key can do nothing here; why, and what can."""
    order_changed = Signal(bool)
    """Places come in the order of the text now, else the least sure first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPanel")
        self._state: ReviewState | None = None
        self._pronounce: Pronounce | None = None
        self._current: int | None = None  # its row in the table
        self._step_from: int | None = None  # where the next place is looked for after a decision
        self._is_by_place = False
        self._arrangement: Arrangement | None = None
        self.upper = PlaceStack(self)
        place, preview = self.upper.place, self.upper.preview
        place.accept_wanted.connect(self.accept)
        place.keep_wanted.connect(self.keep)
        place.typing_wanted.connect(self.typing_wanted)
        place.group_wanted.connect(self.decide_group)
        place.choice_wanted.connect(self.take_alternative)
        place.note_written.connect(self._on_note)
        place.field_left.connect(self._focus_table)
        preview.alike_wanted.connect(self._decide_alike)
        preview.keep_wanted.connect(self._keep_alike)
        preview.all_wanted.connect(self._decide_all)
        preview.always_wanted.connect(self._on_always)
        preview.cancelled.connect(self._leave_preview)
        self.upper.first_wanted.connect(self.go_to_next)
        self.upper.save_wanted.connect(self.save_wanted)
        self.upper.export_wanted.connect(self.export_wanted)
        self.upper.all_wanted.connect(self._on_all_wanted)
        self.browser = RepairBrowser(self.handle_key, self)
        self.browser.place_chosen.connect(self._on_chosen)
        self.browser.left.connect(self._focus_table)
        self.browser.rule_wanted.connect(self.decide_rule)
        self.browser.surer_wanted.connect(self.decide_surer)
        self.browser.without_wanted.connect(self.without_wanted)
        self._splitter = QSplitter(self)
        self._splitter.setObjectName("reviewSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.upper)
        self._splitter.addWidget(self.browser)
        self._splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._splitter)
        self.setFocusProxy(self.browser.table)
        self._is_dark: bool | None = None
        self._dress()
        self.set_current(None)

    # -- the document

    def set_document(
        self,
        document: Document | None,
        state: ReviewState | None = None,
        table: RepairTable | None = None,
    ) -> None:
        """Show another document, or none; `table` is that of its repairs, if it was made before."""
        self._state = state
        self._step_from = None
        self._current = None
        self.browser.set_document(document, self._notes, table)
        self.set_current(None)

    def update_document(self, document: Document, table: RepairTable | None = None) -> None:
        """Show what the document became by a decision, an undo, or what others decided.

        `table` is that of its repairs, if it was made before. After a decision made here the next
        place is shown, and wanted on the page.
        """
        stepping, self._step_from = self._step_from, None
        current = self.current
        self.browser.update_document(document, self._notes, table)
        table = self.browser.repairs
        number = None
        if table is not None and current is not None:
            number = table.number_of(current)
        if stepping is not None and table is not None and len(table):
            known = number if number is not None else min(stepping, len(table) - 1)
            self._go(self.browser.listed.next_number(known, self._flow))
        else:
            self._show(number)

    def update_notes(self) -> None:
        """Show notes that were written or taken back."""
        self.browser.update_notes(self._notes)
        if not self.upper.is_previewing:
            self._show(self._current)

    def set_pronounce(self, pronounce: Pronounce | None) -> None:
        """Set what tells how a place is pronounced, for places of a pair that differ in it."""
        self._pronounce = pronounce

    @property
    def is_stepping(self) -> bool:
        """Whether a decision was made here, after which the next place is shown."""
        return self._step_from is not None

    @property
    def repairs(self) -> RepairTable | None:
        """All repairs of the document, None without one."""
        return self.browser.repairs

    @property
    def progress(self) -> Progress:
        """How far the document is decided on."""
        table = self.browser.repairs
        return table.progress() if table is not None else Progress(0, 0, 0, 0, 0, 1.0)

    @property
    def current(self) -> Repair | None:
        """The repair that is shown."""
        table, number = self.browser.repairs, self._current
        return table.repair(number) if table is not None and number is not None else None

    def set_current(self, repair: Repair | None) -> None:
        """Show another repair; without one, say how far everything is."""
        table = self.browser.repairs
        self._step_from = None
        self._show(table.number_of(repair) if table is not None and repair is not None else None)

    def close_work(self) -> None:
        """End what is done in a thread."""
        self.browser.close_work()

    # -- what comes next

    @property
    def is_by_place(self) -> bool:
        """Whether places come in the order of the text, else the least sure first."""
        return self._is_by_place

    def toggle_order(self) -> None:
        """Let places come in the order of the text, or the least sure first."""
        self._is_by_place = not self._is_by_place
        self.browser.sort_by(self._flow, descending=False)
        self.order_changed.emit(self._is_by_place)

    def next_to_decide(self, current: Repair | None, *, backwards: bool = False) -> Repair | None:
        """Return the place to decide on after this one, of those that the filters leave."""
        table = self.browser.repairs
        if table is None:
            return None
        number = None if current is None else table.number_of(current)
        found = self.browser.listed.next_number(number, self._flow, backwards=backwards)
        return None if found is None else table.repair(found)

    def go_to_next(self, *, backwards: bool = False) -> None:
        """Go to the next place to decide on."""
        number = self.browser.listed.next_number(self._current, self._flow, backwards=backwards)
        if number is not None:
            self._go(number)

    # -- decisions

    def accept(self) -> None:
        """Let stand what is proposed at the current place, or confirm what stands."""
        repair = self._decidable()
        self._refuse_lost()
        if repair is not None:
            self._decide([decision_for(repair, repair.after)], How.ACCEPT)

    def keep(self) -> None:
        """Put the original back at the current place, or leave a lost one as it is."""
        repair = self.current
        if repair is not None and self._may_decide and can_keep(repair):
            self._decide([decision_for(repair, repair.before)], How.KEEP)

    def take_alternative(self, number: int) -> None:
        """Let the choice with this number stand, counted from 1."""
        repair, place = self._decidable(), self.upper.place.place
        self._refuse_lost()
        if repair is not None and place is not None and number <= len(place.choices):
            choice = place.choices[number - 1]
            self._decide([decision_for(repair, choice.text)], choice.how)

    def decide_group(self) -> None:
        """Show what a decision on all places of the current pair would touch."""
        table, number = self.browser.repairs, self._current
        if table is not None and number is not None and self._decidable() is not None:
            pair = table.pair(number)
            plan = plan_pair(table, number, pronounce=self._pronounce)
            self._preview(plan, pair_text(pair), can_always=can_be_rule(pair))

    def decide_like(self) -> None:
        """Show what a decision on all places just like the current one would touch."""
        table, number = self.browser.repairs, self._current
        if table is not None and number is not None and self._decidable() is not None:
            title = self.tr("{pair}, by the same rule, with the same alternatives")
            pair = table.pair(number)
            title = title.format(pair=pair_text(pair))
            self._preview(plan_like(table, number), title, can_always=can_be_rule(pair))

    def decide_same_rule(self) -> None:
        """Show what accepting all places of the current rule would touch."""
        if self.current is not None:
            self.decide_rule(self.current.rule)

    def decide_as_sure(self) -> None:
        """Show what accepting all that is at least as sure as the current place would touch."""
        table, number = self.browser.repairs, self._current
        if table is not None and number is not None:
            self.decide_surer(table.sure(number))

    def ask_without_rule(self) -> None:
        """Ask what the document would be without the rule of the current place."""
        if self.current is not None:
            self.without_wanted.emit(self.current.rule)

    def decide_rule(self, rule: str, how: How = How.ACCEPT) -> None:
        """Show what a decision on all places of a rule would touch."""
        if self.browser.repairs is not None and self._may_decide:
            plan = plan_rule(self.browser.repairs, rule, how)
            self._preview(plan, rule_title(rule), can_always=False)

    def decide_surer(self, least: float) -> None:
        """Show what accepting everything from a confidence (0..1) on would touch."""
        if self.browser.repairs is not None and self._may_decide:
            plan = plan_surer(self.browser.repairs, least, self.browser.filters.chosen.kinds)
            text = self.tr("Everything at {percent} or more")
            self._preview(plan, text.format(percent=percent(least)), can_always=False)

    # -- keys

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in review mode; return whether it means anything."""
        command = command_of(event)
        if self.upper.is_previewing:
            return self._handle_preview_key(command)
        if command is None:
            return False
        if event.isAutoRepeat() and command not in STEPS:
            return True  # a key held down must not decide on what nobody has seen
        if isinstance(command, int):
            self.take_alternative(command)
        elif command is ReviewCommand.LEAVE:
            return self._leave()
        else:
            {
                ReviewCommand.NEXT: self.go_to_next,
                ReviewCommand.PREVIOUS: self._go_to_previous,
                ReviewCommand.ACCEPT: self.accept,
                ReviewCommand.KEEP: self.keep,
                ReviewCommand.TYPE: self.typing_wanted.emit,
                ReviewCommand.NOTE: self.focus_note,
                ReviewCommand.GROUP: self.decide_group,
                ReviewCommand.LIKE: self.decide_like,
                ReviewCommand.ORDER: self.toggle_order,
                ReviewCommand.SEARCH: self.focus_search,
            }[command]()
        return True

    def _handle_preview_key(self, command: ReviewCommand | int | None) -> bool:
        plan = self.upper.preview.plan
        if command is ReviewCommand.LEAVE:
            self._leave_preview()
        elif command is ReviewCommand.ACCEPT and plan is not None:
            self._decide_alike()
        elif command is ReviewCommand.KEEP and plan is not None and plan.can_keep:
            self._keep_alike()
        return command is not None  # no review goes on behind a question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(event):
            super().keyPressEvent(event)

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self.browser.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.browser.filters.search.selectAll()

    def focus_note(self) -> None:
        """Put the caret into the note of the current place."""
        if self._current is not None and self._may_decide:
            self.upper.place.open_note()

    def _go_to_previous(self) -> None:
        self.go_to_next(backwards=True)

    def _leave(self) -> bool:
        if self.browser.is_empty and self.browser.filters.describe():
            self.browser.clear_filters()
            return True
        focused = QApplication.focusWidget()
        if focused is not None and (focused is self or self.isAncestorOf(focused)):
            self.page_wanted.emit()
            return True
        return False

    # -- inside

    @property
    def _notes(self) -> Notes:
        return self._state.notes if self._state is not None else {}

    @property
    def _may_decide(self) -> bool:
        return self._state is None or self._state.can_decide

    @property
    def _flow(self) -> Column:
        return Column.PLACE if self._is_by_place else Column.SURE

    def _decidable(self) -> Repair | None:
        """Return the current repair, if there is anything to choose and one may."""
        repair = self.current
        return repair if repair is not None and self._may_decide and can_decide(repair) else None

    def _refuse_lost(self) -> None:
        """Say why nothing can be accepted where bytes are gone."""
        repair = self.current
        if repair is not None and self._may_decide and not can_decide(repair):
            self.refused.emit(
                self.tr("The bytes are gone: type what belongs here (E), or leave it (R).")
            )

    def step_on(self) -> None:
        """Show the next place when `update_document` comes, as after a decision made here."""
        if not self.upper.is_previewing:
            self._step_from = self._current

    def _decide(self, decisions: Sequence[Decision], how: How) -> None:
        if self.upper.is_previewing:
            self._show(self._current)
        self._step_from = self._current if self._current is not None else 0
        self.decided.emit(tuple(decisions), how)

    def _go(self, number: int | None) -> None:
        table = self.browser.repairs
        self._show(number)
        if number is not None and table is not None:
            self.place_wanted.emit(table.repair(number))

    def _show(self, number: int | None) -> None:
        """Show a place in both parts; without one, how far everything is."""
        table = self.browser.repairs
        self._current = number
        self.browser.show_number(number)
        if number is None or table is None:
            left_lost = table.count_left_lost() if table is not None else 0
            repairs = len(table) if table is not None else 0
            self.upper.show_progress(self.progress, repairs, left_lost)
            return
        place = describe_place(table, number, self._notes)
        self.upper.show_place(place, may_decide=self._may_decide)

    def _preview(self, plan: Plan, title: str, *, can_always: bool) -> None:
        if plan.places == 1 and not plan.differing and plan.how is How.ACCEPT:
            self._decide(plan.decisions, plan.how)
            return
        table = self.browser.repairs
        if table is None:
            return
        places = list_open_places(table, plan, self.browser.strip, self._pronounce)
        self.upper.show_plan(plan, title, places, can_always=can_always)

    def _leave_preview(self) -> None:
        self._show(self._current)

    def _decide_alike(self) -> None:
        plan = self.upper.preview.plan
        if plan is not None and plan.decisions and self._may_decide:
            self._decide(plan.decisions, plan.how)

    def _keep_alike(self) -> None:
        table, plan = self.browser.repairs, self.upper.preview.plan
        if table is not None and plan is not None and plan.decisions and self._may_decide:
            self._decide(plan_keeping(table, plan).decisions, How.KEEP)

    def _decide_all(self) -> None:
        plan = self.upper.preview.plan
        if plan is not None and plan.all_decisions and self._may_decide:
            self._decide(plan.all_decisions, plan.how)

    def _on_always(self) -> None:
        table, number = self.browser.repairs, self._current
        self._leave_preview()
        if table is not None and number is not None:
            self.always_wanted.emit(*table.pair(number))

    def _on_all_wanted(self) -> None:
        self.browser.filters.show_only(Showing.ALL)
        self.all_repairs_wanted.emit()

    def _on_note(self, text: str) -> None:
        place = self.upper.place.place
        if place is not None:
            self.note_changed.emit(place.repair.source_start, place.repair.source_end, text)

    def _on_chosen(self, number: int) -> None:
        self._go(number)

    def _focus_table(self) -> None:
        self.browser.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- looks

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        dark = is_dark(self.palette())
        if dark is not self._is_dark:  # a style sheet changes the palette, too
            self._is_dark = dark
            self.setStyleSheet(panel_sheet(dark=dark))

    @property
    def arrangement(self) -> Arrangement | None:
        """How the panel is laid out at its size."""
        return self._arrangement

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        arrangement = arrange(self.size())
        if arrangement is not self._arrangement:
            self._arrangement = arrangement
            self._arrange(arrangement)

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def sizeHint(self) -> QSize:
        return QSize(380, 330)

    def _arrange(self, arrangement: Arrangement) -> None:
        beside = arrangement is Arrangement.BESIDE
        compact = arrangement is Arrangement.STRIP
        self._splitter.setOrientation(
            Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal
        )
        self.upper.place.set_compact(compact, fold_note=not beside)
        self.browser.set_compact(compact=compact, wide=not beside)
        first = UPPER if beside else LEFT
        whole = self.height() if beside else self.width()
        self._splitter.setSizes([first, max(1, whole - first)])
