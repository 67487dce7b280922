"""What the command palette lists: the table of actions, and the entries of menus of choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from reader.text.marked import marked
from reader.ui.window.actions import (
    MENUS,
    ActionId,
    Submenu,
    Translate,
    entry_words,
    menu_titles,
    specs,
)
from reader.ui.window.language import translate_to_chinese
from reader.ui.window.menus import (
    Choice,
    ChoiceMenu,
    ExportMenu,
    Menus,
    export_entries,
    language_entries,
    level_entries,
    level_list_entries,
    ruby_size_entries,
    sandhi_entries,
    speed_entries,
    style_entries,
    theme_entries,
    tone_entries,
)
from reader.ui.window.palette import Command
from reader.ui.wording import plain

# Fonts, recent files and encodings are looked for in their menus: they are not actions.
_CHOICES: Mapping[Submenu, Callable[[Translate], Iterable[Choice]]] = {
    Submenu.EXPORT: export_entries,
    Submenu.LEVEL_LIST: level_list_entries,
    Submenu.LEVEL: level_entries,
    Submenu.RUBY_SIZE: ruby_size_entries,
    Submenu.TONES: tone_entries,
    Submenu.STYLE: style_entries,
    Submenu.SANDHI: sandhi_entries,
    Submenu.SPEED: speed_entries,
    Submenu.THEME: theme_entries,
    Submenu.LANGUAGE: language_entries,
}


def list_commands(
    actions: Mapping[ActionId, QAction], menus: Menus, reason: Callable[[ActionId], str]
) -> list[Command]:
    """Return all commands in the order of the menus, named in the language of the moment first.

    `reason` says why an action cannot be called now.
    """
    languages = marked, translate_to_chinese()
    english, chinese = map(specs, languages)
    titles = {menu: plain(title) for menu, title in menu_titles().items()}
    found: list[Command] = []
    for menu, entries in MENUS.items():
        for entry in entries:
            if isinstance(entry, Submenu):
                found += _list_choices(entry, titles[menu], menus, languages)
            elif entry is not None and entry is not ActionId.PALETTE:
                action = actions[entry]
                names = (action.text(), english[entry].text, chinese[entry].text)
                if action.isVisible():
                    shown = tuple(dict.fromkeys(map(plain, names)))
                    found.append(Command(entry.name, action, shown, titles[menu], reason(entry)))
    return found


def _list_choices(
    submenu: Submenu, menu: str, menus: Menus, languages: Iterable[Translate]
) -> list[Command]:
    """Return the entries of a menu in which one is chosen."""
    widget = menus.menu(submenu)
    if submenu not in _CHOICES or not isinstance(widget, ChoiceMenu | ExportMenu):
        return []
    if isinstance(widget, ChoiceMenu):
        widget.fill()
    names: dict[str, list[str]] = {}  # of each entry, in the language of the moment first
    for translate in (QCoreApplication.translate, *languages):
        title = plain(menu_titles(translate)[submenu])
        for identity, label in _CHOICES[submenu](translate):
            words = entry_words(title, plain(label), translate)
            names.setdefault(identity, []).append(words)
    return [
        Command(
            f"{submenu.name}/{action.data()}",
            action,
            tuple(dict.fromkeys(names[action.data()])),
            menu,
        )
        for action in widget.actions()
        if not action.isSeparator()
    ]
