"""Which actions can be called at the moment, and which switches are on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.ui.window.actions import ActionId
from reader.ui.wording import plain

if TYPE_CHECKING:
    from reader.text.document import Origin
    from reader.ui.study.speaker import Speaker
    from reader.ui.window.document_tab import DocumentTab
    from reader.ui.window.shortcuts import Shortcuts

_NEED_DOCUMENT = (
    ActionId.CLOSE,
    ActionId.COPY,
    ActionId.COPY_SOURCE,
    ActionId.SELECT_ALL,
    ActionId.FIND,
    ActionId.REPLACE,
    ActionId.FIND_NEXT,
    ActionId.FIND_PREVIOUS,
    ActionId.ZOOM_IN,
    ActionId.ZOOM_OUT,
    ActionId.ZOOM_RESET,
    ActionId.NEXT_REPAIR,
    ActionId.PREVIOUS_REPAIR,
    ActionId.NEXT_UNDECIDED,
    ActionId.NEXT_TO_DECIDE,
    ActionId.QUIET,
    ActionId.ORIGINAL,
    ActionId.REVIEW,
    ActionId.WORD,
    ActionId.PANEL,
    ActionId.WORD_READINGS,
    ActionId.TRANSLATE_SENTENCE,
    ActionId.BOOKMARK,
    ActionId.NOTE,
    ActionId.NEXT_BOOKMARK,
    ActionId.PREVIOUS_BOOKMARK,
    ActionId.MARKS,
    ActionId.JOIN_WORD,
    ActionId.SPLIT_WORD,
    ActionId.TRANSLATE_PARAGRAPH,
)
_ABOUT_CURRENT = (
    ActionId.ACCEPT,
    ActionId.GROUP,
    ActionId.LIKE,
    ActionId.SAME_RULE,
    ActionId.AS_SURE,
    ActionId.WITHOUT_RULE,
)
_NEED_SELECTION = (ActionId.COPY, ActionId.COPY_SOURCE)
_NEED_DECISION = (
    ActionId.UNDO,
    ActionId.REDO,
    ActionId.REJECT,
    ActionId.TYPE,
    *_ABOUT_CURRENT,
)
_OF_DECISIONS = (
    *_NEED_DECISION,
    ActionId.TRUST_RULES,
    ActionId.COMPARE_WITH,
    ActionId.COMPARE_REFERENCE,
    ActionId.STRANDED,
    ActionId.COMPARE,
)


class ActionStates:
    """Enables the actions that the document, its selection and its review allow."""

    def __init__(
        self,
        actions: dict[ActionId, QAction],
        shortcuts: Shortcuts,
        encoding_menu: QMenu,
        export_menu: QMenu,
        front: Callable[[], DocumentTab | None],
        speaker: Speaker,
    ) -> None:
        """`front` gives the tab in front, None before there is one."""
        self._actions = actions
        self._shortcuts = shortcuts
        self._encoding_menu = encoding_menu
        self._export_menu = export_menu
        self._front = front
        self._speaker = speaker

    def update(self) -> None:
        """Look at everything again."""
        tab = self._front()
        shown = tab.shown if tab is not None else None
        self._enable(shown is not None, *_NEED_DOCUMENT)
        selected = tab is not None and shown is not None and tab.page.panes.has_selection()
        self._enable(selected, ActionId.COPY, ActionId.COPY_SOURCE)
        complete = shown is not None and shown.complete
        self._enable(complete, ActionId.SAVE, ActionId.SAVE_AS)
        self._enable(complete, ActionId.COMPARE_WITH, ActionId.COMPARE_REFERENCE)
        _enable_menu(complete, self._export_menu)
        self.update_speech()
        self._update_for_file(shown.document.origin if shown is not None else None)
        self.update_decisions()
        # On the start page nothing else can be meant by Ctrl+V.
        keys = list(self._shortcuts.keys(ActionId.PASTE))
        if shown is None:
            keys.append(QKeySequence(QKeySequence.StandardKey.Paste))
        self._actions[ActionId.PASTE].setShortcuts(keys)

    def update_decisions(self) -> None:
        """Look again at what can be decided and undone."""
        tab = self._front()
        if tab is None:
            self._enable(False, *_OF_DECISIONS)
            return
        can_decide = tab.review.can_decide
        self._enable(can_decide and tab.reading_edits.can_undo, ActionId.UNDO)
        self._enable(can_decide and tab.reading_edits.can_redo, ActionId.REDO)
        possible = tab.repair_commands.possible()
        self._enable(possible.accept, *_ABOUT_CURRENT)
        self._enable(possible.reject, ActionId.REJECT)
        self._enable(can_decide, ActionId.TYPE)
        self._enable(tab.rules.waits_for_trust, ActionId.TRUST_RULES)
        whole = tab.shown is not None and tab.shown.complete
        self._enable(whole, ActionId.COMPARE_WITH, ActionId.COMPARE_REFERENCE)
        self._enable(possible.show_stranded, ActionId.STRANDED)
        self._enable(possible.compare, ActionId.COMPARE)
        tab.page.panes.typing.set_allowed(can_decide)
        tab.page.find_bar.set_may_replace(can_decide)

    def update_speech(self) -> None:
        """Look again at whether a page can be read aloud, and is."""
        tab, action = self._front(), self._actions[ActionId.READ_ALOUD]
        has_text = tab is not None and tab.shown is not None
        self._enable(has_text and self._speaker.can_speak, ActionId.READ_ALOUD)
        reads = tab is not None and self._speaker.is_reading_for(tab.study.learner.aloud)
        action.setChecked(reads)
        name = plain(action.text())
        action.setToolTip(self.reason(ActionId.READ_ALOUD) or name)

    def reason(self, action_id: ActionId) -> str:
        """Return why an action cannot be called now, as a sentence; empty if nothing is known."""
        translate = QCoreApplication.translate
        tab = self._front()
        shown = tab.shown if tab is not None else None
        if self._actions[action_id].isEnabled():
            return ""
        if tab is None or shown is None:
            return translate("Reasons", "No document is open.")
        if action_id is ActionId.READ_ALOUD:
            return self._speaker.reason
        if not shown.complete:
            return translate("Reasons", "The document is still being restored.")
        if action_id in _NEED_SELECTION:
            return translate("Reasons", "Nothing is selected.")
        if action_id in _NEED_DECISION and not tab.review.can_decide:
            return translate("Reasons", "This document is read-only here.")
        return {
            ActionId.UNDO: translate("Reasons", "Nothing to undo."),
            ActionId.REDO: translate("Reasons", "Nothing to redo."),
            ActionId.ACCEPT: translate("Reasons", "No repair is selected."),
            ActionId.REJECT: translate("Reasons", "No repair is selected."),
            ActionId.STRANDED: translate("Reasons", "All decisions apply."),
            ActionId.COMPARE: translate("Reasons", "This version restored the document."),
            ActionId.WHOLE_PAGE: translate("Reasons", "Only for web pages."),
            ActionId.TRY_ENCODING: translate("Reasons", "Only for text files."),
        }.get(action_id, "")

    def _update_for_file(self, origin: Origin | None) -> None:
        known = None
        if origin is not None:
            from reader.formats.table import format_of  # not needed to start

            known = format_of(origin.format)
        from_file = origin is not None and origin.path is not None
        # Of a page there may be more to see; a selection from the clipboard is all there is.
        fetched = origin is not None and bool(origin.address)
        is_page = known is not None and known.has_whole_page and (from_file or fetched)
        self._enable(is_page, ActionId.WHOLE_PAGE)
        whole = origin is not None and is_page and origin.whole_page
        self._actions[ActionId.WHOLE_PAGE].setChecked(whole)
        has_encoding = from_file and known is not None and known.has_encoding
        _enable_menu(has_encoding, self._encoding_menu)
        self._enable(has_encoding, ActionId.TRY_ENCODING)

    def _enable(self, enabled: bool, *action_ids: ActionId) -> None:
        for action_id in action_ids:
            self._actions[action_id].setEnabled(enabled)


def _enable_menu(enabled: bool, menu: QMenu) -> None:
    menu.setEnabled(enabled)
    menu.menuAction().setEnabled(enabled)
