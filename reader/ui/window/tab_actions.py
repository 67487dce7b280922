"""What the actions do that concern the document in front."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.ui.window.actions import ActionId, Handler
from reader.ui.window.panels import Panel

if TYPE_CHECKING:
    from reader.ui.review.panel.panel import ReviewPanel
    from reader.ui.window.document_tab import DocumentTab

_ZOOM_STEP = 1.1


def tab_handlers(
    tab: Callable[[], DocumentTab], is_on: Callable[[ActionId], bool]
) -> dict[ActionId, Handler]:
    """Return what each action does with the tab that is in front when it is called.

    `is_on` tells whether an action that is a switch is on.
    """

    def front(do: Callable[[DocumentTab], object]) -> Handler:
        return lambda: do(tab())

    def decide(do: Callable[[ReviewPanel], object]) -> Handler:
        return lambda: tab().decide(do)

    def zoom(factor: float) -> None:
        panes = tab().page.panes
        panes.set_zoom(panes.zoom() * factor)

    return {
        ActionId.SAVE: front(lambda one: one.save()),
        ActionId.SAVE_AS: front(lambda one: one.save_as()),
        ActionId.UNDO: front(lambda one: one.reading_edits.undo()),
        ActionId.REDO: front(lambda one: one.reading_edits.redo()),
        ActionId.COPY: front(lambda one: one.page.panes.copy()),
        ActionId.COPY_SOURCE: front(lambda one: one.page.panes.copy_source()),
        ActionId.SELECT_ALL: front(lambda one: one.page.panes.select_all()),
        ActionId.BOOKMARK: front(lambda one: one.marks.toggle_bookmark()),
        ActionId.NOTE: front(lambda one: one.marks.write_note()),
        ActionId.NEXT_BOOKMARK: front(lambda one: one.marks.go_on()),
        ActionId.PREVIOUS_BOOKMARK: front(lambda one: one.marks.go_on(forward=False)),
        ActionId.MARKS: front(lambda one: _show_marks(one)),
        ActionId.FIND: front(lambda one: one.page.open_find()),
        ActionId.REPLACE: front(lambda one: one.page.open_find(replacing=True)),
        ActionId.FIND_NEXT: front(lambda one: one.page.find_next()),
        ActionId.FIND_PREVIOUS: front(lambda one: one.page.find_previous()),
        ActionId.ZOOM_IN: partial(zoom, _ZOOM_STEP),
        ActionId.ZOOM_OUT: partial(zoom, 1 / _ZOOM_STEP),
        ActionId.ZOOM_RESET: front(lambda one: one.page.panes.set_zoom(1.0)),
        ActionId.WORD_READINGS: front(lambda one: one.study.show_word()),
        ActionId.READ_ALOUD: front(lambda one: one.study.learner.aloud.toggle()),
        ActionId.TRANSLATE_SENTENCE: front(lambda one: one.study.learner.translate_sentence()),
        ActionId.TRANSLATE_PARAGRAPH: front(lambda one: one.study.learner.translate_paragraph()),
        ActionId.SET_UP_TRANSLATION: front(lambda one: one.study.learner.translating.set_up()),
        ActionId.FORGET_TRANSLATIONS: front(lambda one: one.study.learner.translating.forget()),
        ActionId.JOIN_WORD: front(lambda one: one.study.cutting.join()),
        ActionId.SPLIT_WORD: front(lambda one: one.study.cutting.split()),
        ActionId.SWAP: front(lambda one: one.page.panes.set_swapped(is_on(ActionId.SWAP))),
        ActionId.WHOLE_PAGE: front(
            lambda one: one.documents.show_whole_page(is_on(ActionId.WHOLE_PAGE))
        ),
        ActionId.NEXT_REPAIR: front(lambda one: one.repair_commands.go_to_next()),
        ActionId.PREVIOUS_REPAIR: front(lambda one: one.repair_commands.go_to_previous()),
        ActionId.NEXT_UNDECIDED: front(lambda one: one.repair_commands.go_to_undecided()),
        ActionId.NEXT_TO_DECIDE: front(lambda one: one.page.side.review.go_to_next()),
        ActionId.ACCEPT: decide(lambda panel: panel.accept()),
        ActionId.REJECT: decide(lambda panel: panel.keep()),
        ActionId.GROUP: decide(lambda panel: panel.decide_group()),
        ActionId.LIKE: decide(lambda panel: panel.decide_like()),
        ActionId.SAME_RULE: decide(lambda panel: panel.decide_same_rule()),
        ActionId.AS_SURE: decide(lambda panel: panel.decide_as_sure()),
        ActionId.WITHOUT_RULE: decide(lambda panel: panel.ask_without_rule()),
        ActionId.TYPE: front(lambda one: one.page.panes.start_typing()),
        ActionId.REVIEW: front(lambda one: one.page.toggle_panel(Panel.REVIEW)),
        ActionId.WORD: front(lambda one: one.page.toggle_panel(Panel.WORD)),
        ActionId.PANEL: front(lambda one: one.switch_focus()),
        ActionId.STRANDED: front(lambda one: one.news.show_stranded()),
        ActionId.COMPARE: front(lambda one: one.news.compare()),
        ActionId.COMPARE_WITH: front(lambda one: one.comparing.ask_for_copy()),
        ActionId.COMPARE_REFERENCE: front(lambda one: one.comparing.ask_for_reference()),
        ActionId.RULES: front(lambda one: one.rules.edit()),
        ActionId.TRUST_RULES: front(lambda one: one.rules.trust_folder()),
        ActionId.TRY_ENCODING: front(lambda one: one.documents.try_encodings()),
        ActionId.SHOW_ALL: front(lambda one: one.page.legend.show_all()),
    }


def _show_marks(tab: DocumentTab) -> None:
    """Show the bookmarks and notes of a document in a list."""
    from reader.ui.review.marks_dialog import MarksDialog  # not needed to start

    MarksDialog(tab.marks, tab).open()
