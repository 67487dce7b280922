"""What the command palette lists: the table of actions, and the entries of menus of choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from reader.ui.window.actions import (
    MENUS,
    ActionId,
    Menu,
    Submenu,
    entry_words,
    menu_titles,
    specs,
)
from reader.ui.window.language import translate_to_chinese
from reader.ui.window.menus import ChoiceMenu, ExportMenu, Menus
from reader.ui.window.palette import Command
from reader.ui.wording import plain

# Fonts, recent files and encodings are looked for in their menus: they are not actions.
_CHOICES = (
    Submenu.EXPORT,
    Submenu.RUBY,
    Submenu.STYLE,
    Submenu.SANDHI,
    Submenu.THEME,
    Submenu.LANGUAGE,
)


def list_commands(
    actions: Mapping[ActionId, QAction], menus: Menus, reason: Callable[[ActionId], str]
) -> list[Command]:
    """Return all commands in the order of the menus, named in the language of the moment first.

    `reason` says why an action cannot be called now.
    """
    chinese, english = specs(translate_to_chinese()), specs(lambda _context, text: text)
    titles = {menu: plain(title) for menu, title in menu_titles().items()}
    found: list[Command] = []
    for menu, entries in MENUS.items():
        for entry in entries:
            if isinstance(entry, Submenu):
                found += _list_choices(entry, menu, titles, menus)
            elif entry is not None and entry is not ActionId.PALETTE:
                action = actions[entry]
                names = (action.text(), english[entry].text, chinese[entry].text)
                if action.isVisible():
                    shown = tuple(dict.fromkeys(map(plain, names)))
                    found.append(Command(entry.name, action, shown, titles[menu], reason(entry)))
    return found


def _list_choices(
    submenu: Submenu, menu: Menu, titles: Mapping[Menu | Submenu, str], menus: Menus
) -> list[Command]:
    """Return the entries of a menu in which one is chosen."""
    widget = menus.menu(submenu)
    if submenu not in _CHOICES or not isinstance(widget, ChoiceMenu | ExportMenu):
        return []
    if isinstance(widget, ChoiceMenu):
        widget.fill()
    return [
        Command(
            f"{submenu.name}/{action.data()}",
            action,
            (entry_words(titles[submenu], plain(action.text())),),
            titles[menu],
        )
        for action in widget.actions()
        if not action.isSeparator()
    ]
