"""The window: puts the parts together and carries what one asks to the other that answers."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.text.errors import ReaderError
from reader.ui import settings
from reader.ui.dialogs import Dialogs, Questions, Result
from reader.ui.document.controller import Desk, sample_path
from reader.ui.document.dropping import read_mime
from reader.ui.document.opening import Keeping, Opened
from reader.ui.review.reading_choices import ReadingChoices
from reader.ui.review.repair_commands import RepairCommands
from reader.ui.settings import Settings
from reader.ui.window.actions import EXPORTS, ActionId, Submenu, make_actions, name_actions, specs
from reader.ui.window.choices import Choices, hidden_kinds
from reader.ui.window.drop_mark import DropMark
from reader.ui.window.icons import app_icon, line_icon
from reader.ui.window.language import Languages
from reader.ui.window.menus import ChoiceMenu, Menus, RecentMenu, encoding_entries
from reader.ui.window.message_bar import MessageBar, Tone
from reader.ui.window.reading_page import ReadingPage
from reader.ui.window.start_page import StartPage
from reader.ui.window.status import StatusLine
from reader.ui.window.theme import Theme
from reader.ui.window.title import Title
from reader.ui.wording import error_text

_ZOOM_STEP = 1.1
_TOOLS = {
    ActionId.PREVIOUS_REPAIR: "previous",
    ActionId.NEXT_REPAIR: "next",
    ActionId.FIND: "find",
    ActionId.SWAP: "swap",
}
_NEED_DOCUMENT = (
    ActionId.CLOSE,
    ActionId.COPY,
    ActionId.COPY_SOURCE,
    ActionId.SELECT_ALL,
    ActionId.FIND,
    ActionId.FIND_NEXT,
    ActionId.FIND_PREVIOUS,
    ActionId.ZOOM_IN,
    ActionId.ZOOM_OUT,
    ActionId.ZOOM_RESET,
    ActionId.NEXT_REPAIR,
    ActionId.PREVIOUS_REPAIR,
    ActionId.NEXT_UNDECIDED,
    ActionId.WORD_READINGS,
)


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
        self.actions_by_id = make_actions(
            self,
            {
                ActionId.OPEN: lambda: self.desk.ask_and_open(),
                ActionId.OPEN_ADDRESS: lambda: self.desk.ask_and_open_address(),
                ActionId.SAMPLE: lambda: self.desk.open_sample(),
                ActionId.PASTE: lambda: self.desk.paste(),
                ActionId.SAVE: lambda: self._with_shown(self.desk.saving.save),
                ActionId.SAVE_AS: lambda: self._with_shown(self.desk.saving.save_as),
                ActionId.EXPORT_BOTH: lambda: self._export(Result.BOTH),
                ActionId.EXPORT_REPAIRS: lambda: self._export(Result.REPAIRS),
                ActionId.EXPORT_READINGS: lambda: self._export(Result.READINGS),
                ActionId.CLOSE: lambda: self.desk.close_document(),
                ActionId.QUIT: self.close,
                ActionId.UNDO: lambda: self.reading_choices.undo(),
                ActionId.REDO: lambda: self.reading_choices.redo(),
                ActionId.COPY: lambda: self.page.panes.copy(),
                ActionId.COPY_SOURCE: lambda: self.page.panes.copy_source(),
                ActionId.SELECT_ALL: lambda: self.page.panes.select_all(),
                ActionId.FIND: lambda: self.page.open_find(),
                ActionId.FIND_NEXT: lambda: self._find_step(1),
                ActionId.FIND_PREVIOUS: lambda: self._find_step(-1),
                ActionId.ZOOM_IN: lambda: self._zoom_by(_ZOOM_STEP),
                ActionId.ZOOM_OUT: lambda: self._zoom_by(1 / _ZOOM_STEP),
                ActionId.ZOOM_RESET: lambda: self.page.panes.set_zoom(1.0),
                ActionId.WORD_READINGS: lambda: self.page.panes.readings.show_card(),
                ActionId.BY_WORD: lambda: self.choices.join_by_word(self._is_on(ActionId.BY_WORD)),
                ActionId.SWAP: lambda: self.page.panes.set_swapped(self._is_on(ActionId.SWAP)),
                ActionId.WHOLE_PAGE: lambda: self.desk.show_whole_page(
                    self._is_on(ActionId.WHOLE_PAGE)
                ),
                ActionId.NEXT_REPAIR: lambda: self.repair_commands.go(1),
                ActionId.PREVIOUS_REPAIR: lambda: self.repair_commands.go(-1),
                ActionId.NEXT_UNDECIDED: lambda: self.repair_commands.go_to_undecided(),
                ActionId.ACCEPT: lambda: self.repair_commands.decide(accept=True),
                ActionId.REJECT: lambda: self.repair_commands.decide(accept=False),
                ActionId.STRANDED: lambda: self.desk.news.show_stranded(),
                ActionId.COMPARE: lambda: self.desk.news.compare(),
                ActionId.SIGN: lambda: store.set(settings.SIGNED, self._is_on(ActionId.SIGN)),
                ActionId.TRY_ENCODING: lambda: self.desk.try_encodings(),
                ActionId.SHOW_ALL: lambda: self.page.legend.show_all(),
                ActionId.SHORTCUTS: self.show_shortcuts,
                ActionId.ABOUT: self.show_about,
            },
        )
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.message = MessageBar(self)
        self.drop_mark = DropMark(self)
        self.start_page = StartPage(sample_path() is not None, self)
        tools = [self.actions_by_id[action_id] for action_id in _TOOLS]
        self.page = ReadingPage(hidden_kinds(store), tools, self)
        self.status = StatusLine(self)
        asked = questions or Dialogs()
        self.choices = Choices(store, theme, languages, self.page, asked, self)
        keeping = Keeping(data, store.folder, self._signature, sample_path())
        self.desk = Desk(store, self.page, self.status, self.message, asked, keeping, self)
        self.reading_choices = ReadingChoices(
            self.page.panes.readings, self.desk.review, asked, store.folder, self
        )
        self.repair_commands = RepairCommands(
            self.page.panes, self.desk, self.reading_choices, self.message, self.actions_by_id
        )
        self._title = Title(self.desk.review, self)
        self._arrange()
        self._make_menus()
        self._connect()
        self._restore()
        self._dress()
        self._say()
        self._show_page()

    # -- parts

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.page)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)

    def _make_menus(self) -> None:
        self.recent_menu = RecentMenu(self.desk.recent, self)
        self.encoding_menu = ChoiceMenu(self._encodings, self._encoding, self)
        export_menu = QMenu(self)
        export_menu.addActions([self.actions_by_id[action_id] for action_id in EXPORTS])
        submenus = {
            Submenu.RECENT: self.recent_menu,
            Submenu.EXPORT: export_menu,
            Submenu.FONT: self.choices.font_menu,
            Submenu.RUBY: self.choices.ruby_menu,
            Submenu.STYLE: self.choices.style_menu,
            Submenu.SANDHI: self.choices.sandhi_menu,
            Submenu.THEME: self.choices.theme_menu,
            Submenu.LANGUAGE: self.choices.language_menu,
        }
        self._menus = Menus(self.menuBar(), self.actions_by_id, submenus, self.encoding_menu)

    def _connect(self) -> None:
        self.desk.changed.connect(self._show_page)
        self.start_page.sample_wanted.connect(self.desk.open_sample)
        self.start_page.file_wanted.connect(self.desk.ask_and_open)
        self.start_page.paste_wanted.connect(self.desk.paste)
        self.start_page.recent_wanted.connect(self.desk.open_path)
        self.recent_menu.chosen.connect(self.desk.open_path)
        self.recent_menu.cleared.connect(self._on_recent_cleared)
        self.encoding_menu.chosen.connect(self.desk.read_again)
        self.page.place_changed.connect(self.status.set_place)
        self.page.panes.zoom_changed.connect(self.status.set_zoom)
        self.page.panes.selection_changed.connect(self._enable)
        self.page.panes.repair_reached.connect(self.repair_commands.enable)
        self.reading_choices.changed.connect(self.repair_commands.enable)
        self.reading_choices.failed.connect(self._on_readings_failed)
        self.reading_choices.misread.connect(self._on_misread)
        self.reading_choices.refused.connect(self._on_reading_refused)
        self.desk.review.saved_changed.connect(self._on_saved_changed)
        self.page.legend.undecided.clicked.connect(self.repair_commands.go_to_undecided)
        self.theme.changed.connect(self._dress)

    def _restore(self) -> None:
        self.choices.restore()
        self.actions_by_id[ActionId.BY_WORD].setChecked(self.choices.reading_options().words)
        self.actions_by_id[ActionId.SIGN].setChecked(self._store.get(settings.SIGNED))
        self.actions_by_id[ActionId.SWAP].setChecked(self.page.panes.is_swapped())
        self.status.set_zoom(self.page.panes.zoom())
        geometry = self._store.get(settings.GEOMETRY)
        if not (geometry and self.restoreGeometry(geometry)):
            available = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1200, available.width()), min(800, available.height()))

    def _show_page(self) -> None:
        self._stack.setCurrentWidget(self.page if self.desk.shown else self.start_page)
        self.status.setVisible(self.desk.shown is not None or self.desk.is_opening)
        if self.desk.shown is None:
            recent = self.desk.recent
            progress = {path: recent.progress(path) for path in recent.paths()}
            known = {path: one for path, one in progress.items() if one is not None}
            self.start_page.set_recent(recent.paths(), known)
            self.start_page.setFocus()
        self._say_title()
        self._enable()

    # -- small things asked for

    def show_shortcuts(self) -> None:
        """Show the keys of all actions."""
        from reader.ui.window.help import shortcuts_dialog  # not needed to start

        shortcuts_dialog(self, self.actions_by_id).open()

    def show_about(self) -> None:
        """Say what this is."""
        from reader.ui.window.help import about_dialog  # not needed to start

        about_dialog(self).open()

    def _find_step(self, by: int) -> None:
        bar = self.page.find_bar
        if not bar.isVisible():
            self.page.open_find()
        elif by > 0:
            bar.next()
        else:
            bar.previous()

    def _with_shown(self, do: Callable[[Opened], None]) -> None:
        shown = self.desk.shown
        if shown is not None and shown.complete:
            do(shown)

    def _export(self, result: Result) -> None:
        self._with_shown(lambda shown: self.desk.saving.export(shown, result))

    def _on_readings_failed(self, error: ReaderError) -> None:
        self.message.show_message(*error_text(error), tone=Tone.ERROR)

    def _on_misread(self, word: str, typed: str) -> None:
        self.message.show_message(
            self.tr("{typed} is no reading of {word}.").format(typed=typed, word=word),
            self.tr("Write one syllable for each character, with tone marks or numbers."),
        )

    def _on_reading_refused(self) -> None:
        self.message.show_message(
            self.tr("You cannot make decisions here now."),
            self.tr("It is open in another window, or still being restored."),
        )

    def _signature(self) -> str:
        from reader.review.review import user_name  # not needed to start

        return user_name() if self._store.get(settings.SIGNED) else ""

    def _on_saved_changed(self) -> None:
        self._say_title()
        self.repair_commands.enable()

    def _zoom_by(self, factor: float) -> None:
        self.page.panes.set_zoom(self.page.panes.zoom() * factor)

    def _on_recent_cleared(self) -> None:
        self.desk.recent.clear()
        self.start_page.set_recent(())

    def _encodings(self) -> list[tuple[str, str]]:
        return encoding_entries(self.desk.shown.document.origin if self.desk.shown else None)

    def _encoding(self) -> str | None:
        if self.desk.shown is None:
            return None
        origin = self.desk.shown.document.origin
        return origin.encoding if origin.how == "chosen" else ""

    # -- state, words, colours

    def _enable(self) -> None:
        shown = self.desk.shown
        for action_id in _NEED_DOCUMENT:
            self.actions_by_id[action_id].setEnabled(shown is not None)
        selected = shown is not None and self.page.panes.has_selection()
        for action_id in (ActionId.COPY, ActionId.COPY_SOURCE):
            self.actions_by_id[action_id].setEnabled(selected)
        for action_id in (ActionId.SAVE, ActionId.SAVE_AS, *EXPORTS):
            self.actions_by_id[action_id].setEnabled(shown is not None and shown.complete)
        self.actions_by_id[ActionId.SAMPLE].setVisible(self.desk.sample is not None)
        origin = shown.document.origin if shown is not None else None
        from_file = origin is not None and origin.path is not None
        # Of a page there may be more to see; a selection from the clipboard is all there is.
        page = origin is not None and origin.format == "html" and (from_file or origin.address)
        self.actions_by_id[ActionId.WHOLE_PAGE].setEnabled(bool(page))
        self.actions_by_id[ActionId.WHOLE_PAGE].setChecked(
            origin is not None and bool(page) and origin.whole_page
        )
        has_encoding = from_file and origin is not None and origin.format in ("text", "html")
        self.encoding_menu.setEnabled(has_encoding)
        self.encoding_menu.menuAction().setEnabled(has_encoding)
        self.actions_by_id[ActionId.TRY_ENCODING].setEnabled(has_encoding)
        self.repair_commands.enable()
        # On the start page nothing else can be meant by Ctrl+V.
        keys = [QKeySequence(key) for key in specs()[ActionId.PASTE].shortcuts]
        if shown is None:
            keys.append(QKeySequence(QKeySequence.StandardKey.Paste))
        self.actions_by_id[ActionId.PASTE].setShortcuts(keys)

    def _is_on(self, action_id: ActionId) -> bool:
        return self.actions_by_id[action_id].isChecked()

    def _say_title(self) -> None:
        self.setWindowTitle(self._title.of(self.desk.shown))

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
        for action_id, name in _TOOLS.items():
            self.actions_by_id[action_id].setIcon(icons[name])
            self.actions_by_id[action_id].setIconVisibleInMenu(False)
        self.page.find_bar.set_icons(icons)
        self.start_page.set_icons(icons)
        self.message.set_close_icon(icons["close"])

    # -- events

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
        dropped = read_mime(event.mimeData())
        if dropped is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.desk.open_dropped(dropped)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.desk.may_let_go():
            event.ignore()
            return
        self.choices.keep()
        self._store.set(settings.GEOMETRY, bytes(self.saveGeometry().data()))
        self.desk.close()
        self._store.save()
        self.page.find_bar.shut_down()
        super().closeEvent(event)
