"""How pinyin is shown: above which words, how large, in which style and colours; remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.pinyin.options import ReadingOptions
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style
from reader.study.levels import LevelLimit, LevelList
from reader.ui import settings
from reader.ui.panes.ruby import RubyMode, RubySize
from reader.ui.panes.tones import ToneMode, Tones
from reader.ui.settings import Setting, Settings
from reader.ui.window.actions import ActionId, Handler, Submenu
from reader.ui.window.menus import (
    ChoiceMenu,
    level_entries,
    level_list_entries,
    ruby_size_entries,
    sandhi_entries,
    style_entries,
    tone_entries,
)
from reader.ui.window.use_choice import Use

if TYPE_CHECKING:
    from reader.ui.questions import Questions
    from reader.ui.window.document_tab import DocumentTab

MODES: Mapping[RubyMode, ActionId] = {
    RubyMode.HOVER: ActionId.RUBY_HOVER,
    RubyMode.ALWAYS: ActionId.RUBY_ALWAYS,
    RubyMode.NEW: ActionId.RUBY_NEW,
    RubyMode.LEVEL: ActionId.RUBY_LEVEL,
    RubyMode.FIRST: ActionId.RUBY_FIRST,
    RubyMode.OFF: ActionId.RUBY_OFF,
}

Choice = TypeVar("Choice", bound=Enum)


class PinyinSettings(QObject):
    """Applies and remembers how the user likes pinyin; the Pinyin menu and its keys change it."""

    mode_changed = Signal()
    """Pinyin is written above other words."""

    def __init__(
        self,
        store: Settings,
        actions: Mapping[ActionId, QAction],
        tabs: Callable[[], Iterable[DocumentTab]],
        questions: Questions,
        window: QWidget,
    ) -> None:
        """`tabs` gives all that are open; what is chosen holds for each of them."""
        super().__init__(window)
        self._store = store
        self._actions = actions
        self._tabs = tabs
        self._questions = questions
        self._window = window
        group = QActionGroup(self)
        for action_id in MODES.values():
            group.addAction(actions[action_id])
        self._menus = {
            Submenu.LEVEL_LIST: self._menu(
                level_list_entries, lambda: self.limit.levels.value, self._choose_list
            ),
            Submenu.LEVEL: self._menu(
                lambda: level_entries(highest=self.limit.levels.highest),
                lambda: str(self.limit.level),
                self._choose_level,
            ),
            Submenu.RUBY_SIZE: self._menu(
                ruby_size_entries, lambda: self.size.value, self._keep(settings.RUBY_SIZE)
            ),
            Submenu.TONES: self._menu(
                tone_entries, lambda: self.tones.mode.value, self._keep(settings.TONES)
            ),
            Submenu.STYLE: self._menu(
                style_entries, lambda: self.options.style.value, self._keep(settings.STYLE)
            ),
            Submenu.SANDHI: self._menu(
                sandhi_entries, lambda: self.options.sandhi.value, self._keep(settings.SANDHI)
            ),
        }
        self.ruby_menu = QMenu(window)
        """Above which words pinyin is written, for the tool at the right of the bar."""
        self.ruby_menu.addActions([actions[one] for one in MODES.values()])
        self.ruby_menu.addSeparator()
        for submenu in (Submenu.LEVEL, Submenu.TONES):
            self.ruby_menu.addMenu(self._menus[submenu])
        self._check()

    @property
    def submenus(self) -> dict[Submenu, ChoiceMenu]:
        """The menus in which one of several ways is chosen."""
        return self._menus

    def handlers(self) -> dict[ActionId, Handler]:
        """Return what each action about pinyin does."""
        choose: dict[ActionId, Handler] = {
            action_id: partial(self.choose_mode, mode) for mode, action_id in MODES.items()
        }
        return {
            **choose,
            ActionId.NEXT_RUBY: lambda: self.choose_mode(self.mode.next),
            ActionId.NEXT_TONES: lambda: self._set(settings.TONES, self.tones.mode.next.value),
            ActionId.TONE_COLOURS: self._choose_colours,
            ActionId.BY_WORD: lambda: self.join(self._actions[ActionId.BY_WORD].isChecked()),
        }

    # -- what is chosen

    @property
    def mode(self) -> RubyMode:
        """Above which words pinyin is written."""
        return _read(self._store.get(settings.RUBY), RubyMode.HOVER)

    @property
    def limit(self) -> LevelLimit:
        """The level above which words are hard."""
        levels = _read(self._store.get(settings.LEVEL_LIST), LevelList.HSK2025)
        written = self._store.get(settings.LEVEL)
        level = int(written) if written.isascii() and written.isdigit() else LevelLimit().level
        return LevelLimit(levels, min(max(1, level), levels.highest))

    @property
    def size(self) -> RubySize:
        """How large pinyin is above the text."""
        return _read(self._store.get(settings.RUBY_SIZE), RubySize.NORMAL)

    @property
    def tones(self) -> Tones:
        """Where tones have colours, and which."""
        mode = _read(self._store.get(settings.TONES), ToneMode.OFF)
        return Tones.of(mode, self._store.get(settings.TONE_COLOURS))

    @property
    def options(self) -> ReadingOptions:
        """How readings are written."""
        return ReadingOptions(
            _read(self._store.get(settings.STYLE), Style.MARKS),
            _read(self._store.get(settings.SANDHI), Sandhi.OFF),
            self._store.get(settings.BY_WORD),
        )

    def apply_to(self, tab: DocumentTab) -> None:
        """Show a document as documents were read last."""
        panes, tones = tab.page.panes, self.tones
        tab.study.ruby_choices.set_limit(self.limit)
        panes.set_ruby(self.size, tones)
        tab.page.side.word.set_tones(tones)
        panes.readings.set_options(self.options)
        if panes.readings.mode is not self.mode:
            panes.readings.set_mode(self.mode)

    @property
    def mode_name(self) -> str:
        """What it is called where there is little room."""
        level = "7–9" if self.limit.level > 6 else str(self.limit.level)
        return {
            RubyMode.HOVER: self.tr("Hover"),
            RubyMode.ALWAYS: self.tr("All words"),
            RubyMode.NEW: self.tr("New words"),
            RubyMode.LEVEL: self.tr("Above HSK {level}").format(level=level),
            RubyMode.FIRST: self.tr("First time"),
            RubyMode.OFF: self.tr("Never"),
        }[self.mode]

    # -- choosing

    def set_up_for(self, use: Use) -> None:
        """Set pinyin as suits what the window is used for; all of it can be changed later."""
        if use is Use.EDIT:
            return
        self._store.set(settings.BY_WORD, True)
        if use is Use.LEARN:
            self._store.set(settings.RUBY_SIZE, RubySize.LARGE.value)
        self.choose_mode(RubyMode.NEW if use is Use.LEARN else RubyMode.HOVER)

    def choose_mode(self, mode: RubyMode) -> None:
        """Write pinyin above these words from now on."""
        self._set(settings.RUBY, mode.value)
        self.mode_changed.emit()

    def join(self, on: bool) -> None:
        """Write the syllables of a word together, or one above each character."""
        self._store.set(settings.BY_WORD, on)
        self._apply()

    def _choose_level(self, level: str) -> None:
        """Take a level, and show what is above it: nobody chooses one to see nothing of it."""
        self._store.set(settings.LEVEL, level)
        self.choose_mode(RubyMode.LEVEL)

    def _choose_list(self, levels: str) -> None:
        self._store.set(settings.LEVEL_LIST, levels)
        self.choose_mode(RubyMode.LEVEL)

    def _choose_colours(self) -> None:
        from reader.ui.window.tone_dialog import ToneDialog  # not needed to start

        dialog = ToneDialog(self._store.get(settings.TONE_COLOURS), self._questions, self._window)
        dialog.changed.connect(self._set_colours)
        dialog.open()

    def _set_colours(self, colours: dict[str, str]) -> None:
        """Take other colours; they are shown on the page at once, or nobody saw what they are."""
        self._store.set(settings.TONE_COLOURS, colours)
        if self.tones.mode is ToneMode.OFF:
            self._store.set(settings.TONES, ToneMode.RUBY.value)
        self._apply()

    def _menu(
        self,
        entries: Callable[[], Iterable[tuple[str, str]]],
        current: Callable[[], str],
        choose: Callable[[str], None],
    ) -> ChoiceMenu:
        made = ChoiceMenu(entries, current, self._window)
        made.chosen.connect(choose)
        return made

    def _keep(self, setting: Setting[str]) -> Callable[[str], None]:
        return lambda value: self._set(setting, value)

    def _set(self, setting: Setting[str], value: str) -> None:
        self._store.set(setting, value)
        self._apply()

    def _apply(self) -> None:
        self._check()
        for tab in self._tabs():
            self.apply_to(tab)

    def _check(self) -> None:
        """Show in the menus what is chosen."""
        self._actions[MODES[self.mode]].setChecked(True)
        self._actions[ActionId.BY_WORD].setChecked(self.options.words)


def _read(value: str, default: Choice) -> Choice:
    """Return the choice that a setting names; what it does not know counts as not set."""
    return next((one for one in type(default) if one.value == value), default)
