"""Everything the user can ask for: one table that menus, shortcuts and the help read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence


class ActionId(Enum):
    """One name for each action."""

    OPEN = auto()
    SAMPLE = auto()
    PASTE = auto()
    SAVE = auto()
    CLOSE = auto()
    QUIT = auto()
    COPY = auto()
    COPY_SOURCE = auto()
    SELECT_ALL = auto()
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ZOOM_RESET = auto()
    RUBY = auto()
    SWAP = auto()
    NEXT_REPAIR = auto()
    PREVIOUS_REPAIR = auto()
    SHOW_ALL = auto()
    SHORTCUTS = auto()
    ABOUT = auto()


class Menu(Enum):
    """The menus of the menu bar, in order."""

    FILE = auto()
    EDIT = auto()
    VIEW = auto()
    REPAIRS = auto()
    ENCODING = auto()
    HELP = auto()


class Submenu(Enum):
    """Menus inside menus; the window fills them."""

    RECENT = auto()
    FONT = auto()
    THEME = auto()
    LANGUAGE = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called, the keys that call it, and whether it is a switch."""

    text: str
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False


def specs() -> dict[ActionId, ActionSpec]:
    """Return the table in the language of the moment."""
    tr = QCoreApplication.translate
    return {
        ActionId.OPEN: ActionSpec(tr("Actions", "&Open…"), ("Ctrl+O",)),
        ActionId.SAMPLE: ActionSpec(tr("Actions", "Open the sa&mple")),
        ActionId.PASTE: ActionSpec(tr("Actions", "&Paste text"), ("Ctrl+Shift+V",)),
        ActionId.SAVE: ActionSpec(tr("Actions", "&Save clean text…"), ("Ctrl+S",)),
        ActionId.CLOSE: ActionSpec(tr("Actions", "&Close document"), ("Ctrl+W",)),
        ActionId.QUIT: ActionSpec(tr("Actions", "&Quit"), ("Ctrl+Q",)),
        ActionId.COPY: ActionSpec(tr("Actions", "&Copy clean text"), ("Ctrl+C",)),
        ActionId.COPY_SOURCE: ActionSpec(tr("Actions", "Copy o&riginal"), ("Ctrl+Shift+C",)),
        ActionId.SELECT_ALL: ActionSpec(tr("Actions", "Select &all"), ("Ctrl+A",)),
        ActionId.FIND: ActionSpec(tr("Actions", "&Find…"), ("Ctrl+F",)),
        ActionId.FIND_NEXT: ActionSpec(tr("Actions", "Find &next"), ("F3", "Ctrl+G")),
        ActionId.FIND_PREVIOUS: ActionSpec(
            tr("Actions", "Find &previous"), ("Shift+F3", "Ctrl+Shift+G")
        ),
        ActionId.ZOOM_IN: ActionSpec(tr("Actions", "Zoom &in"), ("Ctrl++", "Ctrl+=")),
        ActionId.ZOOM_OUT: ActionSpec(tr("Actions", "Zoom &out"), ("Ctrl+-",)),
        ActionId.ZOOM_RESET: ActionSpec(tr("Actions", "&Normal size"), ("Ctrl+0",)),
        ActionId.RUBY: ActionSpec(
            tr("Actions", "&Pinyin above the word under the pointer"), (), True
        ),
        ActionId.SWAP: ActionSpec(tr("Actions", "Original on the &left"), ("F6",), True),
        ActionId.NEXT_REPAIR: ActionSpec(tr("Actions", "&Next repair"), ("F8",)),
        ActionId.PREVIOUS_REPAIR: ActionSpec(tr("Actions", "&Previous repair"), ("Shift+F8",)),
        ActionId.SHOW_ALL: ActionSpec(tr("Actions", "&Show all kinds")),
        ActionId.SHORTCUTS: ActionSpec(tr("Actions", "&Keyboard shortcuts"), ("F1",)),
        ActionId.ABOUT: ActionSpec(tr("Actions", "&About Jingdu")),
    }


def menu_titles() -> dict[Menu | Submenu, str]:
    """Return the titles of all menus in the language of the moment."""
    tr = QCoreApplication.translate
    return {
        Menu.FILE: tr("Actions", "&File"),
        Menu.EDIT: tr("Actions", "&Edit"),
        Menu.VIEW: tr("Actions", "&View"),
        Menu.REPAIRS: tr("Actions", "&Repairs"),
        Menu.ENCODING: tr("Actions", "En&coding"),
        Menu.HELP: tr("Actions", "&Help"),
        Submenu.RECENT: tr("Actions", "Open &recent"),
        Submenu.FONT: tr("Actions", "&Font"),
        Submenu.THEME: tr("Actions", "&Colours"),
        Submenu.LANGUAGE: tr("Actions", "&Language"),
    }


# What stands in each menu; None is a line. The encoding menu is filled by the window.
MENUS: dict[Menu, tuple[ActionId | Submenu | None, ...]] = {
    Menu.FILE: (
        ActionId.OPEN,
        Submenu.RECENT,
        ActionId.SAMPLE,
        ActionId.PASTE,
        None,
        ActionId.SAVE,
        None,
        ActionId.CLOSE,
        ActionId.QUIT,
    ),
    Menu.EDIT: (
        ActionId.COPY,
        ActionId.COPY_SOURCE,
        ActionId.SELECT_ALL,
        None,
        ActionId.FIND,
        ActionId.FIND_NEXT,
        ActionId.FIND_PREVIOUS,
    ),
    Menu.VIEW: (
        ActionId.ZOOM_IN,
        ActionId.ZOOM_OUT,
        ActionId.ZOOM_RESET,
        Submenu.FONT,
        None,
        ActionId.RUBY,
        ActionId.SWAP,
        None,
        Submenu.THEME,
        Submenu.LANGUAGE,
    ),
    Menu.REPAIRS: (
        ActionId.NEXT_REPAIR,
        ActionId.PREVIOUS_REPAIR,
        None,
        ActionId.SHOW_ALL,
    ),
    Menu.ENCODING: (),
    Menu.HELP: (ActionId.SHORTCUTS, ActionId.ABOUT),
}

_ROLES = {
    ActionId.QUIT: QAction.MenuRole.QuitRole,
    ActionId.ABOUT: QAction.MenuRole.AboutRole,
}

Handler = Callable[[], object]


def make_actions(owner: QObject, handlers: dict[ActionId, Handler]) -> dict[ActionId, QAction]:
    """Return one QAction an entry of the table; KeyError if one has no handler."""
    actions: dict[ActionId, QAction] = {}
    for action_id, spec in specs().items():
        action = QAction(owner)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setMenuRole(_ROLES.get(action_id, QAction.MenuRole.NoRole))
        handler = handlers[action_id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        actions[action_id] = action
    name_actions(actions)
    return actions


def name_actions(actions: dict[ActionId, QAction]) -> None:
    """Say the texts of all actions in the language of the moment."""
    for action_id, spec in specs().items():
        actions[action_id].setText(spec.text)


def plain(text: str) -> str:
    """Return an action's text as it reads outside a menu: no mnemonic, no ellipsis.

    Chinese puts the mnemonic in parentheses behind the text: 打开(&O)… becomes 打开.
    """
    start = text.find("(&")
    if start >= 0 and text[start + 3 : start + 4] == ")":
        text = text[:start] + text[start + 4 :]
    return text.replace("&", "").rstrip("…")
