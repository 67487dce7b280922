"""The window: makes its parts, connects them, and shows the start page or the open documents."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui import settings
from reader.ui.document.bookmarks import Bookmarks
from reader.ui.document.open_commands import OpenCommands, sample_path
from reader.ui.document.recent import RecentFiles
from reader.ui.document.storage import Storage
from reader.ui.messages import Message, error_message
from reader.ui.panes.marking import Marking
from reader.ui.questions import Questions, ask_in_dialogs
from reader.ui.window.action_states import ActionStates
from reader.ui.window.actions import (
    ActionId,
    CommandId,
    Handler,
    Submenu,
    connect_actions,
    make_actions,
    name_actions,
)
from reader.ui.window.document_tabs import DocumentTabs
from reader.ui.window.drop_mark import DropMark
from reader.ui.window.folder_side import FolderSide
from reader.ui.window.icons import app_icon, line_icon
from reader.ui.window.library_controller import LibraryController
from reader.ui.window.menus import ChoiceMenu, ExportMenu, Menus, RecentMenu, encoding_entries
from reader.ui.window.message_bar import MessageBar
from reader.ui.window.panels import Panel
from reader.ui.window.pinyin_settings import PinyinSettings
from reader.ui.window.preferences import Preferences
from reader.ui.window.session import Session
from reader.ui.window.shortcuts import Shortcuts
from reader.ui.window.start_page import StartPage
from reader.ui.window.status import StatusLine
from reader.ui.window.study_settings import StudySettings
from reader.ui.window.surroundings import Surroundings
from reader.ui.window.tab_actions import tab_handlers
from reader.ui.window.tools import ToolRow
from reader.ui.window.use_choice import Use, read_use

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress
    from reader.text.errors import ReaderError
    from reader.ui.document.opened import Opened, Request
    from reader.ui.document.recent import Source
    from reader.ui.folder import FolderPane
    from reader.ui.settings import Settings
    from reader.ui.window.document_page import DocumentPage
    from reader.ui.window.document_tab import DocumentTab
    from reader.ui.window.language import Languages
    from reader.ui.window.palette import Palette
    from reader.ui.window.theme import Theme

_BUTTONS = {
    ActionId.PREVIOUS_REPAIR: "previous",
    ActionId.NEXT_REPAIR: "next",
    ActionId.FIND: "find",
    ActionId.ORIGINAL: "panes",
    ActionId.REVIEW: "review",
    ActionId.WORD: "word",
}
_BOTH_FROM = 1000  # pixels of the window
_ICONS = (*_BUTTONS.values(), "close", "more", "pinyin")


class MainWindow(QMainWindow):
    """The open documents in tabs, or the start page."""

    tabs: DocumentTabs

    opening_started = Signal()
    """A document is being opened in the tab in front."""
    opening_progressed = Signal(int, int)
    """(code points restored, of how many) of it."""
    opening_ended = Signal()
    """Nothing is being opened there any more."""
    document_opened = Signal(object)
    """Opened: a document is on the screen, in part or whole."""
    opening_failed = Signal(object)
    """ReaderError: something could not be opened or written; a message said it."""

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
        self._session = Session(store)
        self.theme = theme
        self.languages = languages
        self.actions_by_id = make_actions(self)
        self.export_menu = ExportMenu(self)
        exports = self.export_menu.actions_by_id
        commands: dict[CommandId, QAction] = dict([*self.actions_by_id.items(), *exports.items()])
        self.shortcuts = Shortcuts(commands, store, self)
        self.palette_bar: Palette | None = None  # until it is called for
        self._icons: dict[str, QIcon] = {}
        self._unclaimed: Message | None = None  # said before there was a tab
        self.setWindowIcon(app_icon())
        sample = sample_path()
        questions = questions or ask_in_dialogs()
        self.message = MessageBar(self)
        self.start_page = StartPage(sample is not None, self)
        self.status = StatusLine(self)
        self.preferences = Preferences(store, theme, languages, self._pages, questions, self)
        self.pinyin = PinyinSettings(
            store, self.actions_by_id, lambda: self.tabs.tabs, questions, self
        )
        self.recent = RecentFiles(store)
        bookmarks = Bookmarks(self.recent, sample)
        storage = Storage(data, store.folder, self._signature, sample)
        self.study = StudySettings(
            store, self.actions_by_id, lambda: self.tabs.tabs, data, questions, self
        )
        self.study.said.connect(lambda message: self._on_said(self.tabs.front, message))
        self.library = LibraryController(
            store,
            self.study.words,
            self.study.glossaries.dictionary,
            questions,
            self.status,
            lambda: self.tabs.front,
            lambda: self.tabs.tabs,
            self,
        )
        self._around = Surroundings(
            store,
            storage,
            bookmarks,
            self.study.words,
            self.study.glossaries,
            self.study.speaker,
            questions,
            sample,
        )
        self.tabs = DocumentTabs(self._make_tab, self)
        self.folder = FolderSide(partial(self._make_folder_pane, data), self.recent, store, self)
        self.open_commands = OpenCommands(store, questions, bookmarks, sample, self)
        self.drop_mark = DropMark(self, self.open_commands.open_content)
        self.drop_mark.dragged.connect(self._hide_popup)
        self.recent_menu = RecentMenu(self.recent, self)
        self.menu_bar = QMenuBar(self)  # menuBar() would throw the tools beside it away
        self.encoding_menu = ChoiceMenu(self._encodings, self._encoding, self)
        self._menus = Menus(self.menu_bar, self.actions_by_id, self._submenus(), self.encoding_menu)
        self._states = ActionStates(
            self.actions_by_id,
            self.shortcuts,
            self.encoding_menu,
            self.export_menu,
            lambda: self.tabs.front,
            self.study.speaker,
        )
        self.tools = ToolRow(self.actions_by_id, self.pinyin, self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self.library.settle(self._stack, self.open_commands, self.actions_by_id, theme)
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
        return {
            **tab_handlers(lambda: self.tab, self._is_on),
            **self.pinyin.handlers(),
            **self.study.handlers(),
            **self.library.handlers(),
            ActionId.OPEN: self.open_commands.ask_and_open,
            ActionId.OPEN_ADDRESS: self._ask_for_address,
            ActionId.OPEN_FOLDER: self.open_commands.ask_and_open_folder,
            ActionId.SAMPLE: self.open_commands.open_sample,
            ActionId.PASTE: self.open_commands.paste,
            ActionId.CLOSE: lambda: self.tabs.close_tab(self.tab),
            ActionId.NEXT_TAB: lambda: self.tabs.step(1),
            ActionId.PREVIOUS_TAB: lambda: self.tabs.step(-1),
            ActionId.QUIT: self.close,
            ActionId.QUIET: self._toggle_quiet,
            ActionId.ORIGINAL: self._toggle_original,
            ActionId.SIGN: lambda: self._store.set(settings.SIGNED, self._is_on(ActionId.SIGN)),
            ActionId.PALETTE: self.show_palette,
            ActionId.SHORTCUTS: self.show_shortcuts,
            ActionId.ABOUT: self.show_about,
        }

    def _submenus(self) -> dict[Submenu, QMenu]:
        return {
            Submenu.RECENT: self.recent_menu,
            Submenu.EXPORT: self.export_menu,
            Submenu.FONT: self.preferences.font_menu,
            **self.pinyin.submenus,
            Submenu.SPEED: self.preferences.speed_menu,
            Submenu.THEME: self.preferences.theme_menu,
            Submenu.LANGUAGE: self.preferences.language_menu,
        }

    def _arrange(self) -> None:
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.tabs)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        row = self._beside = QHBoxLayout()
        row.addWidget(self._stack, 1)
        layout.addLayout(row, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)
        self._set_bar()

    def _make_folder_pane(self, data: Path | None) -> FolderPane:
        from reader.ui.folder import FolderPane  # not needed to start

        pane = FolderPane(data, self)
        self._beside.insertWidget(0, pane)
        pane.file_wanted.connect(self._on_listed_file)
        pane.page_wanted.connect(self._on_listed_page)
        pane.folder_wanted.connect(self.open_commands.ask_and_open_folder)
        pane.left.connect(lambda: self.page.panes.setFocus())
        pane.set_close_icon(line_icon("close", self.theme.colour("window_text")))
        return pane

    def _set_bar(self) -> None:
        """Put menus and tools into one bar; where the system has the menus, only tools are left."""
        bar = QWidget(self)
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.menu_bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.tools)
        self.setMenuWidget(bar)

    def _connect(self) -> None:
        opens = self.open_commands
        opens.said.connect(lambda message: self._on_said(self.tabs.front, message))
        self.message.closed.connect(self._on_message_closed)
        self.library.said.connect(lambda message: self._on_said(self.tabs.front, message))
        self.library.shown_changed.connect(self._show_page)
        self.start_page.library_wanted.connect(self.library.open_view)
        opens.requested.connect(self._on_requested)
        self.start_page.sample_wanted.connect(opens.open_sample)
        self.start_page.file_wanted.connect(opens.ask_and_open)
        self.start_page.paste_wanted.connect(opens.paste)
        self.start_page.recent_wanted.connect(opens.open_path)
        self.start_page.address_wanted.connect(opens.open_address)
        self.start_page.folder_wanted.connect(opens.ask_and_open_folder)
        self.start_page.recent_folder_wanted.connect(self.folder.show_folder)
        self.start_page.recent_removed.connect(self._on_recent_removed)
        self.start_page.use_chosen.connect(self._on_use)
        opens.folder_requested.connect(self.folder.show_folder)
        self.recent_menu.chosen.connect(opens.open_path)
        self.recent_menu.cleared.connect(self._on_recent_cleared)
        self.encoding_menu.chosen.connect(lambda name: self.tab.documents.read_again(name))
        self.status.cancel_wanted.connect(self._cancel)
        self.export_menu.chosen.connect(lambda export: self.tab.export(export))
        self.tabs.current_changed.connect(self._on_tab)
        self.theme.changed.connect(self._dress)
        self.shortcuts.changed.connect(self._states.update)
        self.study.speaker.changed.connect(self._states.update_speech)
        self.study.speaker.failed.connect(self.say_error)

    # -- tabs

    @property
    def tab(self) -> DocumentTab:
        """The tab in front, which may be empty; while the start page is shown, none need exist."""
        return self.tabs.current

    @property
    def page(self) -> DocumentPage:
        """The page in front."""
        return self.tab.page

    def _pages(self) -> list[DocumentPage]:
        return [tab.page for tab in self.tabs.tabs]

    def _make_tab(self) -> DocumentTab:
        from reader.ui.window.document_tab import DocumentTab  # not needed to start

        if not self._icons:
            self._dress_tabs()
        tab = DocumentTab(self._around, self)
        tab.message = self._unclaimed
        self._unclaimed = None
        self.preferences.apply_to(tab.page)
        self.pinyin.apply_to(tab)
        tab.page.find_bar.set_icons(self._icons)
        tab.page.side.set_close_icon(self._icons["close"])
        tab.page.panes.set_narrow(self.width() < _BOTH_FROM)
        if self.tabs.front is not None:
            tab.page.panes.set_original_shown(self._is_on(ActionId.ORIGINAL))
        else:
            self.actions_by_id[ActionId.ORIGINAL].setChecked(tab.page.panes.is_original_shown)
            self.status.set_zoom(tab.page.panes.zoom())
        self.library.follow(tab)
        tab.said.connect(partial(self._on_said, tab))
        tab.comparing.panel_made.connect(
            lambda panel: panel.set_close_icon(line_icon("close", self.theme.colour("window_text")))
        )
        tab.action_wanted.connect(lambda action_id: self.actions_by_id[action_id].trigger())
        tab.changed.connect(partial(self._on_tab_changed, tab))
        tab.decisions_changed.connect(partial(self._on_decisions, tab))
        tab.documents.shown_changed.connect(partial(self._on_shown, tab))
        tab.documents.opened.connect(self.document_opened)
        tab.documents.opened.connect(self._keep_open)  # also for the case of a crash
        tab.documents.failed.connect(partial(self._on_failed, tab))
        tab.opener.started.connect(partial(self._on_opening, tab))
        tab.opener.progressed.connect(partial(self._on_progress, tab))
        tab.opener.ended.connect(partial(self._on_opening, tab))
        tab.page.repair_position_changed.connect(partial(self._on_position, tab))
        tab.page.panes.zoom_changed.connect(self.status.set_zoom)
        tab.page.panes.marking_changed.connect(self._on_marking)
        tab.page.panes.sides_changed.connect(self._on_sides)
        return tab

    def _on_requested(self, request: Request) -> None:
        self.tabs.tab_for(request).documents.open(request)

    def _on_tab(self) -> None:
        """Show what belongs to the tab that came to the front."""
        for tab in self.tabs.tabs:
            if tab is not self.tabs.front:
                tab.study.learner.aloud.stop()
        self.status.set_opened(self.tab.shown)
        self.status.set_zoom(self.page.panes.zoom())
        self.status.set_repair_position(None)
        self._show_opening()
        self.message.show_message(self.tab.message)
        self._show_page()
        self._keep_open()
        self.folder.tell(self.tab, in_front=True)
        self.page.panes.setFocus()

    def _on_listed_file(self, path: Path) -> None:
        """Open a document of the folder; one that is open gets the focus, too."""
        self.open_commands.open_path(path)
        if self.tabs.isVisible():
            self.page.panes.setFocus()

    def _on_listed_page(self, page: PageAddress) -> None:
        """Open a page of an archive that is listed."""
        self.open_commands.open_page(page)
        if self.tabs.isVisible():
            self.page.panes.setFocus()

    def _on_tab_changed(self, tab: DocumentTab) -> None:
        self.tabs.set_title(tab, tab.title.name(tab.request), tab.title.tip(tab.request))
        self.folder.tell(tab, in_front=tab is self.tabs.front)
        if tab.is_empty:
            self._keep_open()
        if tab is self.tabs.front:
            self._show_page()

    def _on_decisions(self, tab: DocumentTab) -> None:
        if tab is self.tabs.front:
            self._states.update()

    def _on_shown(self, tab: DocumentTab, opened: Opened | None, _stays: bool) -> None:
        if tab is self.tabs.front:
            self.status.set_opened(opened)

    def _on_opening(self, tab: DocumentTab) -> None:
        if self.folder.made is not None:
            self.folder.made.set_paused(any(one.documents.is_opening for one in self.tabs.tabs))
        if tab is self.tabs.front:
            self._show_opening()
            (self.opening_started if tab.documents.is_opening else self.opening_ended).emit()

    def _on_failed(self, tab: DocumentTab, error: ReaderError) -> None:
        self._drop_if_empty(tab)
        self.opening_failed.emit(error)

    def _drop_if_empty(self, tab: DocumentTab) -> None:
        """Close a tab in which nothing came, but for the last one."""
        if tab.is_empty and len(self.tabs.tabs) > 1:
            message = tab.message
            self.tabs.close_tab(tab)
            self._on_said(self.tab, message)

    def _on_said(self, tab: DocumentTab | None, message: Message | None) -> None:
        """Show what a tab says while it is in front: a button acts on the document one sees.

        What is said before there is a tab, the first one says.
        """
        if tab is None:
            self._unclaimed = message
        else:
            tab.message = message
        if tab is self.tabs.front:
            self.message.show_message(message)

    def say_error(self, error: ReaderError) -> None:
        """Say what went wrong that belongs to no document."""
        self._on_said(self.tabs.front, error_message(error))

    def _on_message_closed(self) -> None:
        self._unclaimed = None
        if self.tabs.front is not None:
            self.tabs.front.message = None

    def _cancel(self) -> None:
        tab = self.tab
        tab.documents.cancel()
        self._drop_if_empty(tab)

    def _show_opening(self) -> None:
        if self.tab.documents.is_opening:
            self.status.start_progress()
        else:
            self.status.stop_progress()

    def _on_progress(self, tab: DocumentTab, done: int, total: int) -> None:
        if tab is self.tabs.front:
            self.status.set_progress(done, total)
            self.opening_progressed.emit(done, total)

    def _on_position(self, tab: DocumentTab, position: tuple[int, int] | None) -> None:
        if tab is self.tabs.front:
            self.status.set_repair_position(position)

    def _restore(self) -> None:
        self.actions_by_id[ActionId.SIGN].setChecked(self._store.get(settings.SIGNED))
        self.actions_by_id[ActionId.SWAP].setChecked(self._store.get(settings.SWAPPED))
        self.actions_by_id[ActionId.ORIGINAL].setChecked(True)
        self.start_page.show_keys(self.actions_by_id)
        self.start_page.set_use(read_use(self._store.get(settings.USE)))
        geometry = self._store.get(settings.GEOMETRY)
        if not (geometry and self.restoreGeometry(geometry)):
            available = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1200, available.width()), min(800, available.height()))
        self.start_page.prepare(self.width())

    # -- what is shown

    def _show_page(self) -> None:
        front = self.tabs.front
        # Of several tabs one may still be empty; the start page belongs to a window without any.
        alone = front is None or (front.shown is None and len(self.tabs.tabs) == 1)
        self.library.show_behind(self.start_page if alone else self.tabs)
        in_front = not self.library.is_open
        is_opening = front is not None and front.documents.is_opening
        self.status.setVisible(in_front and (not alone or is_opening))
        self.tools.setVisible(in_front and not alone)
        if front is not None:
            self._show_progress(front)
        self._fit_tools()
        self.actions_by_id[ActionId.QUIET].setChecked(self.preferences.marking() is Marking.QUIET)
        if alone:
            self.start_page.set_recent(self.recent.entries())
            if in_front:
                self.start_page.setFocus()
        self._say_title()
        self._states.update()

    def _show_progress(self, tab: DocumentTab) -> None:
        """Show how far the document of a tab is decided on, and which panel is in front there."""
        decided, side, folder = tab.progress, tab.page.side, tab.rules.folder
        self.status.set_rules(
            folder.path.name if folder is not None else "",
            trusted=not tab.rules.waits_for_trust,
        )
        self.status.set_decided(decided, tab.review.save_state)
        panel = side.front
        self.status.set_mode(
            None if panel is None and not side.is_for_reading else panel is Panel.REVIEW,
            by_place=side.has_review and side.review.is_by_place,
            typing=tab.page.panes.typing.is_open,
        )
        self.actions_by_id[ActionId.REVIEW].setChecked(panel is Panel.REVIEW)
        self.actions_by_id[ActionId.WORD].setChecked(panel is Panel.WORD)
        self.tools.review.set_count(decided.left if decided is not None else 0)

    def show_shortcuts(self) -> None:
        """Show the keys of all actions, to be changed."""
        from reader.ui.window.shortcuts_dialog import ShortcutsDialog  # not needed to start

        ShortcutsDialog(self, self.shortcuts).open()

    def show_palette(self) -> None:
        """Show the field that finds every action, or close it."""
        from reader.ui.window.commands import list_commands  # not needed to start
        from reader.ui.window.palette import Palette

        if self.palette_bar is None:
            asked = partial(list_commands, self.actions_by_id, self._menus, self._states.reason)
            self.palette_bar = Palette(asked, self._store, self)
        self.palette_bar.open_palette()

    def show_about(self) -> None:
        """Say what this is."""
        from reader.ui.window.help import about_dialog  # not needed to start

        about_dialog(self).open()

    def _say_title(self) -> None:
        title, front = QCoreApplication.translate("Title", "Jingdu"), self.tabs.front
        self.setWindowTitle(front.title.of(front.shown) if front is not None else title)

    def _say(self) -> None:
        name_actions(self.actions_by_id)
        self._states.update_speech()
        self._menus.say()
        self._say_title()
        self._fit_tools()

    def _fit_tools(self) -> None:
        """Leave the menus their room beside the tools."""
        self.tools.set_width(self.width(), self.menu_bar.sizeHint().width())

    def _dress(self) -> None:
        self.setStyleSheet(self.theme.style_sheet())
        close = line_icon("close", self.theme.colour("window_text"))
        self.message.set_close_icon(close)
        if self.folder.made is not None:
            self.folder.made.set_close_icon(close)
        self._icons = {}
        if self.tabs.front is not None:
            self._dress_tabs()

    def _dress_tabs(self) -> None:
        """Draw the icons of tools and tabs: the start page has none of them."""
        colour = self.theme.colour("window_text")
        icons = {name: line_icon(name, colour) for name in _ICONS}
        for action_id, name in _BUTTONS.items():
            self.actions_by_id[action_id].setIcon(icons[name])
            self.actions_by_id[action_id].setIconVisibleInMenu(False)
        self._icons = icons
        self.tools.set_icons(icons)
        for page in self._pages():
            page.find_bar.set_icons(icons)
            page.side.set_close_icon(icons["close"])
        self.tabs.set_close_icon(icons["close"])
        for tab in self.tabs.tabs:
            if tab.comparing.panel is not None:
                tab.comparing.panel.set_close_icon(icons["close"])

    # -- what actions do

    def _on_marking(self, marking: Marking) -> None:
        self.actions_by_id[ActionId.QUIET].setChecked(marking is Marking.QUIET)

    def _toggle_quiet(self) -> None:
        quiet = self.page.panes.marking is Marking.PROOF
        self.page.panes.set_marking(Marking.QUIET if quiet else Marking.PROOF)
        self.actions_by_id[ActionId.QUIET].setChecked(quiet)

    def _toggle_original(self) -> None:
        shown = self._is_on(ActionId.ORIGINAL)  # asked once: each page that changes sets it again
        for page in self._pages():
            page.panes.set_original_shown(shown)

    def _narrow(self) -> None:
        """Show one pane at a time in a window that is too narrow for both."""
        for page in self._pages():
            page.panes.set_narrow(self.width() < _BOTH_FROM)
        self._on_sides()

    def _on_sides(self) -> None:
        if self.tabs.front is not None:
            shown = self.tabs.front.page.panes.is_original_shown
            self.actions_by_id[ActionId.ORIGINAL].setChecked(shown)

    def _hide_popup(self) -> None:
        if self.tabs.front is not None:
            self.tabs.front.page.panes.hide_popup()

    def _is_on(self, action_id: ActionId) -> bool:
        return self.actions_by_id[action_id].isChecked()

    def _signature(self) -> str:
        from reader.review.review import user_name  # not needed to start

        return user_name() if self._store.get(settings.SIGNED) else ""

    def _encodings(self) -> list[tuple[str, str]]:
        shown = self.tabs.front.shown if self.tabs.front is not None else None
        return encoding_entries(shown.document.origin if shown else None)

    def _encoding(self) -> str | None:
        shown = self.tabs.front.shown if self.tabs.front is not None else None
        if shown is None:
            return None
        origin = shown.document.origin
        return origin.encoding if origin.how == "chosen" else ""

    # -- what happens

    def reopen(self) -> None:
        """Open what was open when the window was closed last, unless another window has it."""
        if self._session.is_ours:
            self.folder.reopen()
            for path in self._session.files():
                self.open_commands.open_path(path)

    def _keep_open(self) -> None:
        """Remember what is open; a second window leaves that to the first."""
        if self._session.is_ours:
            requests = [tab.request for tab in self.tabs.tabs]
            self._session.keep(one.path for one in requests if one is not None and one.path)
            self.folder.keep_open()

    def _on_use(self, use: Use) -> None:
        """Set the first view after what the window is used for; all of it can be changed later."""
        self.preferences.set_up_for(use)
        self.pinyin.set_up_for(use)
        self.study.set_up_for(use)

    def _ask_for_address(self) -> None:
        if self.start_page.isVisible():
            self.start_page.focus_address()
        else:
            self.open_commands.ask_and_open_address()

    def _on_recent_removed(self, source: Source) -> None:
        self.recent.remove(source)
        self.start_page.set_recent(self.recent.entries())

    def _on_recent_cleared(self) -> None:
        self.recent.clear()
        self.start_page.set_recent(())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.library.say_course()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does; dialogs do so anyway."""
        focus = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QAbstractButton) and focus.isEnabled():
            focus.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()
        self._narrow()

    def closeEvent(self, event: QCloseEvent) -> None:
        for tab in self.tabs.tabs:
            if not tab.documents.may_let_go():
                self.tabs.show_tab(tab)
                event.ignore()
                return
        if self.tabs.front is not None:
            page = self.tabs.front.page
            self.preferences.keep(page)
            self._store.set(settings.PANEL_WIDTH, float(page.splitter.panel_width))
        self._keep_open()
        self._store.set(settings.GEOMETRY, bytes(self.saveGeometry().data()))
        for tab in self.tabs.tabs:
            tab.close_down()
        self.library.close()
        self.study.close()
        if self.folder.made is not None:
            self.folder.made.close_down()
        if self.palette_bar is not None:
            self.palette_bar.shut_down()
        self._store.save()
        self._session.leave()
        super().closeEvent(event)
