"""The window: makes its parts, connects them, and shows the start page or a document."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.export.table import Export
from reader.ui import settings
from reader.ui.dialogs import Dialogs, Questions
from reader.ui.document.bookmarks import Bookmarks
from reader.ui.document.controller import DocumentController
from reader.ui.document.mime import read_mime
from reader.ui.document.open_commands import OpenCommands, sample_path
from reader.ui.document.opened import Opened
from reader.ui.document.opener import Opener, Storage
from reader.ui.document.recent import RecentFiles
from reader.ui.document.saving import Saving
from reader.ui.review.compare_commands import CompareCommands
from reader.ui.review.controller import ReviewController
from reader.ui.review.news import ReviewNews
from reader.ui.review.reading_edits import ReadingEdits
from reader.ui.review.repair_commands import RepairCommands
from reader.ui.settings import Settings
from reader.ui.window.action_states import ActionStates
from reader.ui.window.actions import (
    ActionId,
    Handler,
    Submenu,
    connect_actions,
    make_actions,
    name_actions,
)
from reader.ui.window.document_page import DocumentPage
from reader.ui.window.drop_mark import DropMark
from reader.ui.window.icons import app_icon, line_icon
from reader.ui.window.language import Languages
from reader.ui.window.menus import ChoiceMenu, ExportMenu, Menus, RecentMenu, encoding_entries
from reader.ui.window.message_bar import MessageBar
from reader.ui.window.preferences import Preferences, hidden_kinds
from reader.ui.window.shortcuts import Shortcuts
from reader.ui.window.start_page import StartPage
from reader.ui.window.status import StatusLine
from reader.ui.window.theme import Theme
from reader.ui.window.title import Title

if TYPE_CHECKING:
    from reader.ui.review.compare_panel import ComparePanel
    from reader.ui.window.palette import Palette

_ZOOM_STEP = 1.1
_BUTTONS = {
    ActionId.PREVIOUS_REPAIR: "previous",
    ActionId.NEXT_REPAIR: "next",
    ActionId.FIND: "find",
    ActionId.SWAP: "swap",
}
_DECISION_KEYS = {"accept": ActionId.ACCEPT, "reject": ActionId.REJECT}


class MainWindow(QMainWindow):
    """One document at a time, or the start page."""

    def __init__(
        self,
        store: Settings,
        theme: Theme,
        languages: Languages,
        data: Path | None = None,
        questions: Questions | None = None,
    ) -> None:
        """Make the window; `data` is the folder of what is kept for the user, None the system's."""
        super().__init__()
        self._store = store
        self.theme = theme
        self.languages = languages
        self.actions_by_id = make_actions(self)
        self.shortcuts = Shortcuts(self.actions_by_id, store, self)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        sample = sample_path()
        questions = questions or Dialogs()
        self.message = MessageBar(self)
        self.drop_mark = DropMark(self)
        self.start_page = StartPage(sample is not None, self)
        buttons = [self.actions_by_id[action_id] for action_id in _BUTTONS]
        self.page = DocumentPage(hidden_kinds(store), buttons, self)
        panes = self.page.panes
        self.status = StatusLine(self)
        self.preferences = Preferences(store, theme, languages, self.page, questions, self)
        self.recent = RecentFiles(store)
        bookmarks = Bookmarks(self.recent, sample)
        self.review = ReviewController(self)
        self.news = ReviewNews(self.review, self)
        self.saving = Saving(store, questions, panes.readings, sample, self)
        self.opener = Opener(Storage(data, store.folder, self._signature, sample), self)
        self.documents = DocumentController(
            self.opener, self.review, panes, bookmarks, questions, self
        )
        self.open_commands = OpenCommands(store, questions, bookmarks, sample, self)
        self.reading_edits = ReadingEdits(
            panes.readings, self.review, questions, store.folder, self
        )
        keys = {
            name: self.actions_by_id[action_id].shortcut().toString()
            for name, action_id in _DECISION_KEYS.items()
        }
        self.repair_commands = RepairCommands(panes, self.review, keys)
        self.comparing = CompareCommands(self.review, store, questions, self)
        self._title = Title(self.review, self)
        self.recent_menu = RecentMenu(self.recent, self)
        self.export_menu = ExportMenu(self)
        self.encoding_menu = ChoiceMenu(self._encodings, self._encoding, self)
        self._menus = Menus(
            self.menuBar(), self.actions_by_id, self._submenus(), self.encoding_menu
        )
        self._states = ActionStates(
            self.actions_by_id,
            self.shortcuts,
            self.encoding_menu,
            self.export_menu,
            self.documents,
            panes,
            self.review,
            self.reading_edits,
            self.repair_commands,
        )
        self._stack = QStackedWidget(self)
        self.palette_bar: Palette | None = None  # until it is called for
        self._arrange()
        connect_actions(self.actions_by_id, self._handlers())
        self._connect()
        self.actions_by_id[ActionId.SAMPLE].setVisible(sample is not None)
        self._restore()
        self._dress()
        self._say()
        self._show_page()

    # -- parts

    def _handlers(self) -> dict[ActionId, Handler]:
        """Return what each action does."""
        panes, repairs, documents = self.page.panes, self.repair_commands, self.documents
        return {
            ActionId.OPEN: self.open_commands.ask_and_open,
            ActionId.OPEN_ADDRESS: self.open_commands.ask_and_open_address,
            ActionId.SAMPLE: self.open_commands.open_sample,
            ActionId.PASTE: self.open_commands.paste,
            ActionId.SAVE: partial(self._with_whole, self.saving.save),
            ActionId.SAVE_AS: partial(self._with_whole, self.saving.save_as),
            ActionId.CLOSE: documents.close_document,
            ActionId.QUIT: self.close,
            ActionId.UNDO: self.reading_edits.undo,
            ActionId.REDO: self.reading_edits.redo,
            ActionId.COPY: panes.copy,
            ActionId.COPY_SOURCE: panes.copy_source,
            ActionId.SELECT_ALL: panes.select_all,
            ActionId.FIND: self.page.open_find,
            ActionId.FIND_NEXT: self.page.find_next,
            ActionId.FIND_PREVIOUS: self.page.find_previous,
            ActionId.ZOOM_IN: partial(self._zoom_by, _ZOOM_STEP),
            ActionId.ZOOM_OUT: partial(self._zoom_by, 1 / _ZOOM_STEP),
            ActionId.ZOOM_RESET: partial(panes.set_zoom, 1.0),
            ActionId.WORD_READINGS: panes.show_word_card,
            ActionId.BY_WORD: lambda: self.preferences.group_by_word(self._is_on(ActionId.BY_WORD)),
            ActionId.SWAP: lambda: panes.set_swapped(self._is_on(ActionId.SWAP)),
            ActionId.WHOLE_PAGE: lambda: documents.show_whole_page(
                self._is_on(ActionId.WHOLE_PAGE)
            ),
            ActionId.NEXT_REPAIR: repairs.go_to_next,
            ActionId.PREVIOUS_REPAIR: repairs.go_to_previous,
            ActionId.NEXT_UNDECIDED: repairs.go_to_undecided,
            ActionId.ACCEPT: repairs.accept,
            ActionId.REJECT: repairs.reject,
            ActionId.STRANDED: self.news.show_stranded,
            ActionId.COMPARE: self.news.compare,
            ActionId.COMPARE_WITH: self.comparing.ask_for_copy,
            ActionId.COMPARE_REFERENCE: self.comparing.ask_for_reference,
            ActionId.SIGN: lambda: self._store.set(settings.SIGNED, self._is_on(ActionId.SIGN)),
            ActionId.TRY_ENCODING: documents.try_encodings,
            ActionId.SHOW_ALL: self.page.legend.show_all,
            ActionId.PALETTE: self.show_palette,
            ActionId.SHORTCUTS: self.show_shortcuts,
            ActionId.ABOUT: self.show_about,
        }

    def _submenus(self) -> dict[Submenu, QMenu]:
        return {
            Submenu.RECENT: self.recent_menu,
            Submenu.EXPORT: self.export_menu,
            Submenu.FONT: self.preferences.font_menu,
            Submenu.RUBY: self.preferences.ruby_menu,
            Submenu.STYLE: self.preferences.style_menu,
            Submenu.SANDHI: self.preferences.sandhi_menu,
            Submenu.THEME: self.preferences.theme_menu,
            Submenu.LANGUAGE: self.preferences.language_menu,
        }

    def _arrange(self) -> None:
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.page)
        body = QWidget(self)
        layout = self._body = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        panes, documents, opens = self.page.panes, self.documents, self.open_commands
        for speaker in (
            documents,
            opens,
            self.saving,
            self.news,
            self.reading_edits,
            self.repair_commands,
            self.comparing,
        ):
            speaker.said.connect(self.message.show_message)
        opens.requested.connect(documents.open)
        self.start_page.sample_wanted.connect(opens.open_sample)
        self.start_page.file_wanted.connect(opens.ask_and_open)
        self.start_page.paste_wanted.connect(opens.paste)
        self.start_page.recent_wanted.connect(opens.open_path)
        self.recent_menu.chosen.connect(opens.open_path)
        self.recent_menu.cleared.connect(self._on_recent_cleared)
        self.encoding_menu.chosen.connect(documents.read_again)
        self.opener.started.connect(self.status.start_progress)
        self.opener.progressed.connect(self.status.set_progress)
        self.opener.ended.connect(self.status.stop_progress)
        self.status.cancel_wanted.connect(documents.cancel)
        documents.changed.connect(self._show_page)
        documents.shown_changed.connect(self.page.set_opened)
        documents.shown_changed.connect(self.status.set_opened)
        documents.opened.connect(self._on_opened)
        self.saving.failed.connect(documents.complain)
        self.news.reopen_wanted.connect(documents.open_again)
        self.news.place_wanted.connect(documents.go_to_source)
        self.comparing.panel_made.connect(self._on_compare_panel)
        self.page.repair_position_changed.connect(self.status.set_repair_position)
        panes.decided.connect(self.review.decide)
        panes.zoom_changed.connect(self.status.set_zoom)
        panes.selection_changed.connect(self._states.update)
        panes.repair_reached.connect(self._states.update_decisions)
        self.reading_edits.changed.connect(self._states.update_decisions)
        self.review.save_state_changed.connect(self._on_save_state)
        self.page.legend.undecided.clicked.connect(self.repair_commands.go_to_undecided)
        self.export_menu.chosen.connect(self._export)
        self.shortcuts.changed.connect(self._states.update)
        self.theme.changed.connect(self._dress)

    def _restore(self) -> None:
        self.preferences.restore()
        self.actions_by_id[ActionId.BY_WORD].setChecked(self.preferences.reading_options().words)
        self.actions_by_id[ActionId.SIGN].setChecked(self._store.get(settings.SIGNED))
        self.actions_by_id[ActionId.SWAP].setChecked(self.page.panes.is_swapped())
        self.status.set_zoom(self.page.panes.zoom())
        geometry = self._store.get(settings.GEOMETRY)
        if not (geometry and self.restoreGeometry(geometry)):
            available = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1200, available.width()), min(800, available.height()))

    # -- what is shown

    def _show_page(self) -> None:
        shown = self.documents.shown
        self._stack.setCurrentWidget(self.page if shown else self.start_page)
        self.status.setVisible(shown is not None or self.documents.is_opening)
        if shown is None:
            progress = {path: self.recent.progress(path) for path in self.recent.paths()}
            known = {path: one for path, one in progress.items() if one is not None}
            self.start_page.set_recent(self.recent.paths(), known)
            self.start_page.setFocus()
        self._say_title()
        self._states.update()

    def show_shortcuts(self) -> None:
        """Show the keys of all actions, to be changed."""
        from reader.ui.window.shortcuts_dialog import ShortcutsDialog  # not needed to start

        ShortcutsDialog(self, self.actions_by_id, self.shortcuts).open()

    def show_about(self) -> None:
        """Say what this is."""
        from reader.ui.window.help import about_dialog  # not needed to start

        about_dialog(self).open()

    def show_palette(self) -> None:
        """Show the field that finds every action, or close it."""
        from reader.ui.window.commands import list_commands  # not needed to start
        from reader.ui.window.palette import Palette

        if self.palette_bar is None:
            asked = partial(list_commands, self.actions_by_id, self._menus, self._states.reason)
            self.palette_bar = Palette(asked, self._store, self)
        self.palette_bar.open_palette()

    def _say_title(self) -> None:
        self.setWindowTitle(self._title.of(self.documents.shown))

    def _say(self) -> None:
        name_actions(self.actions_by_id)
        self._menus.say()
        self._say_title()

    def _dress(self) -> None:
        theme = self.theme
        self.setStyleSheet(theme.style_sheet())
        colour = theme.colour("window_text")
        names = ("previous", "next", "find", "swap", "close", "open", "paste")
        icons = {name: line_icon(name, colour) for name in names}
        for action_id, name in _BUTTONS.items():
            self.actions_by_id[action_id].setIcon(icons[name])
            self.actions_by_id[action_id].setIconVisibleInMenu(False)
        self.page.find_bar.set_icons(icons)
        self.start_page.set_icons(icons)
        self.message.set_close_icon(icons["close"])
        if self.comparing.panel is not None:
            self.comparing.panel.set_close_icon(icons["close"])

    # -- what actions do

    def _with_whole(self, do: Callable[[Opened], None]) -> None:
        """Do something with the document, if all of it is restored."""
        shown = self.documents.shown
        if shown is not None and shown.complete:
            do(shown)

    def _export(self, export: Export) -> None:
        self._with_whole(lambda shown: self.saving.export(shown, export))

    def _zoom_by(self, factor: float) -> None:
        self.page.panes.set_zoom(self.page.panes.zoom() * factor)

    def _is_on(self, action_id: ActionId) -> bool:
        return self.actions_by_id[action_id].isChecked()

    def _signature(self) -> str:
        from reader.review.review import user_name  # not needed to start

        return user_name() if self._store.get(settings.SIGNED) else ""

    def _encodings(self) -> list[tuple[str, str]]:
        shown = self.documents.shown
        return encoding_entries(shown.document.origin if shown else None)

    def _encoding(self) -> str | None:
        shown = self.documents.shown
        if shown is None:
            return None
        origin = shown.document.origin
        return origin.encoding if origin.how == "chosen" else ""

    # -- what happens

    def _on_opened(self, opened: Opened) -> None:
        if opened.review is not None:
            self.news.tell_of(opened.review)

    def _on_compare_panel(self, panel: ComparePanel) -> None:
        self._body.addWidget(panel)
        panel.set_close_icon(line_icon("close", self.theme.colour("window_text")))
        panel.place_wanted.connect(self.documents.go_to_source)
        panel.closed.connect(self.page.panes.setFocus)

    def _on_save_state(self) -> None:
        self._say_title()
        self._states.update_decisions()

    def _on_recent_cleared(self) -> None:
        self.recent.clear()
        self.start_page.set_recent(())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if read_mime(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.page.panes.hide_card()
            self.drop_mark.show_over(self)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_mark.hide()
        content = read_mime(event.mimeData())
        if content is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.open_commands.open_content(content)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does; dialogs do so anyway."""
        focus = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QAbstractButton) and focus.isEnabled():
            focus.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_let_go():
            event.ignore()
            return
        self.preferences.keep()
        self._store.set(settings.GEOMETRY, bytes(self.saveGeometry().data()))
        self.documents.close()
        self.saving.close()
        self.news.close()
        self.comparing.close()
        self._store.save()
        self.page.find_bar.shut_down()
        if self.palette_bar is not None:
            self.palette_bar.shut_down()
        super().closeEvent(event)
