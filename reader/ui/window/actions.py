"""Everything the user can ask for: one table that menus, shortcuts and the help read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction

from reader.ui.wording import plain


class ActionId(Enum):
    """One name for each action."""

    OPEN = auto()
    OPEN_ADDRESS = auto()
    OPEN_FOLDER = auto()
    SAMPLE = auto()
    PASTE = auto()
    SAVE = auto()
    SAVE_AS = auto()
    CLOSE = auto()
    NEXT_TAB = auto()
    PREVIOUS_TAB = auto()
    QUIT = auto()
    UNDO = auto()
    REDO = auto()
    COPY = auto()
    COPY_SOURCE = auto()
    SELECT_ALL = auto()
    BOOKMARK = auto()
    NOTE = auto()
    NEXT_BOOKMARK = auto()
    PREVIOUS_BOOKMARK = auto()
    MARKS = auto()
    FIND = auto()
    REPLACE = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ZOOM_RESET = auto()
    QUIET = auto()
    ORIGINAL = auto()
    SWAP = auto()
    WHOLE_PAGE = auto()
    NEXT_REPAIR = auto()
    PREVIOUS_REPAIR = auto()
    NEXT_UNDECIDED = auto()
    ACCEPT = auto()
    REJECT = auto()
    NEXT_TO_DECIDE = auto()
    GROUP = auto()
    LIKE = auto()
    SAME_RULE = auto()
    AS_SURE = auto()
    WITHOUT_RULE = auto()
    TYPE = auto()
    REVIEW = auto()
    WORD = auto()
    PANEL = auto()
    STRANDED = auto()
    COMPARE = auto()
    COMPARE_WITH = auto()
    COMPARE_REFERENCE = auto()
    RULES = auto()
    TRUST_RULES = auto()
    SIGN = auto()
    SHOW_ALL = auto()
    RUBY_HOVER = auto()
    RUBY_ALWAYS = auto()
    RUBY_NEW = auto()
    RUBY_LEVEL = auto()
    RUBY_FIRST = auto()
    RUBY_OFF = auto()
    NEXT_RUBY = auto()
    NEXT_TONES = auto()
    TONE_COLOURS = auto()
    WORD_READINGS = auto()
    BY_WORD = auto()
    MEANINGS = auto()
    GLOSSES = auto()
    WORD_MARKS = auto()
    JOIN_WORD = auto()
    SPLIT_WORD = auto()
    CUT_WORDS = auto()
    GLOSSARIES = auto()
    LIBRARY = auto()
    REMEMBER = auto()
    DELETE_HISTORY = auto()
    KNOWN_WORDS = auto()
    BACK_UP_WORDS = auto()
    RESTORE_WORDS = auto()
    READ_ALOUD = auto()
    TRANSLATE_SENTENCE = auto()
    TRANSLATE_PARAGRAPH = auto()
    SET_UP_TRANSLATION = auto()
    FORGET_TRANSLATIONS = auto()
    TRY_ENCODING = auto()
    PALETTE = auto()
    SHORTCUTS = auto()
    ABOUT = auto()


class ExportId(NamedTuple):
    """The action of an export; the table of exports says which there are."""

    id: str

    @property
    def name(self) -> str:
        """The name by which its keys are stored."""
        return f"{Submenu.EXPORT.name}/{self.id}"


CommandId = ActionId | ExportId
"""What can have keys."""


class Menu(Enum):
    """The menus of the menu bar, in order."""

    FILE = auto()
    EDIT = auto()
    VIEW = auto()
    REPAIRS = auto()
    READINGS = auto()
    WORDS = auto()
    ENCODING = auto()
    HELP = auto()


class Submenu(Enum):
    """Menus inside menus; the window fills them."""

    RECENT = auto()
    EXPORT = auto()
    FONT = auto()
    LEVEL_LIST = auto()
    LEVEL = auto()
    RUBY_SIZE = auto()
    TONES = auto()
    STYLE = auto()
    SANDHI = auto()
    SPEED = auto()
    THEME = auto()
    LANGUAGE = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called, the keys that call it, and whether it is a switch."""

    text: str
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    hint: str = ""  # the single key that does the same in review mode


Translate = Callable[[str, str], str]
"""Returns the translation of a text in a context."""


def specs(translate: Translate = QCoreApplication.translate) -> dict[ActionId, ActionSpec]:
    """Return the table in the language of the moment, or in another one."""
    return {
        ActionId.OPEN: ActionSpec(translate("Actions", "&Open…"), ("Ctrl+O",)),
        ActionId.OPEN_ADDRESS: ActionSpec(translate("Actions", "Open &address…"), ("Ctrl+L",)),
        ActionId.OPEN_FOLDER: ActionSpec(translate("Actions", "Open &folder…"), ("Ctrl+Shift+O",)),
        ActionId.SAMPLE: ActionSpec(translate("Actions", "Open sa&mple")),
        ActionId.PASTE: ActionSpec(translate("Actions", "&Paste text"), ("Ctrl+Shift+V",)),
        ActionId.SAVE: ActionSpec(translate("Actions", "&Save clean text"), ("Ctrl+S",)),
        ActionId.SAVE_AS: ActionSpec(
            translate("Actions", "Save clean &text as…"), ("Ctrl+Shift+S",)
        ),
        ActionId.CLOSE: ActionSpec(translate("Actions", "&Close document"), ("Ctrl+W",)),
        ActionId.NEXT_TAB: ActionSpec(translate("Actions", "Ne&xt document"), ("Ctrl+Tab",)),
        ActionId.PREVIOUS_TAB: ActionSpec(
            translate("Actions", "Pre&vious document"), ("Ctrl+Shift+Tab",)
        ),
        ActionId.QUIT: ActionSpec(translate("Actions", "&Quit"), ("Ctrl+Q",)),
        ActionId.UNDO: ActionSpec(translate("Actions", "&Undo decision"), ("Ctrl+Z",)),
        ActionId.REDO: ActionSpec(
            translate("Actions", "Re&do decision"), ("Ctrl+Shift+Z", "Ctrl+Y")
        ),
        ActionId.COPY: ActionSpec(translate("Actions", "&Copy clean text"), ("Ctrl+C",)),
        ActionId.COPY_SOURCE: ActionSpec(translate("Actions", "Copy o&riginal"), ("Ctrl+Shift+C",)),
        ActionId.SELECT_ALL: ActionSpec(translate("Actions", "Select &all"), ("Ctrl+A",)),
        ActionId.BOOKMARK: ActionSpec(translate("Actions", "Add or remove &bookmark"), hint="B"),
        ActionId.NOTE: ActionSpec(translate("Actions", "Add or edit n&ote…"), hint="Shift+M"),
        ActionId.NEXT_BOOKMARK: ActionSpec(translate("Actions", "N&ext bookmark"), ("F4",)),
        ActionId.PREVIOUS_BOOKMARK: ActionSpec(
            translate("Actions", "Prev&ious bookmark"), ("Shift+F4",)
        ),
        ActionId.MARKS: ActionSpec(translate("Actions", "Book&marks and notes…"), ("Ctrl+B",)),
        ActionId.FIND: ActionSpec(translate("Actions", "&Find…"), ("Ctrl+F",)),
        ActionId.REPLACE: ActionSpec(translate("Actions", "Rep&lace…"), ("Ctrl+H",)),
        ActionId.FIND_NEXT: ActionSpec(translate("Actions", "Find &next"), ("F3", "Ctrl+G")),
        ActionId.FIND_PREVIOUS: ActionSpec(
            translate("Actions", "Find &previous"), ("Shift+F3", "Ctrl+Shift+G")
        ),
        ActionId.ZOOM_IN: ActionSpec(translate("Actions", "Zoom &in"), ("Ctrl++", "Ctrl+=")),
        ActionId.ZOOM_OUT: ActionSpec(translate("Actions", "Zoom o&ut"), ("Ctrl+-",)),
        ActionId.ZOOM_RESET: ActionSpec(translate("Actions", "&Normal size"), ("Ctrl+0",)),
        ActionId.QUIET: ActionSpec(translate("Actions", "&Quiet page"), ("V",), True),
        ActionId.ORIGINAL: ActionSpec(translate("Actions", "Show ori&ginal"), ("O",), True),
        ActionId.SWAP: ActionSpec(translate("Actions", "&Original on the left"), (), True),
        ActionId.WHOLE_PAGE: ActionSpec(translate("Actions", "Sho&w entire web page"), (), True),
        ActionId.NEXT_REPAIR: ActionSpec(translate("Actions", "&Next repair"), ("F8",)),
        ActionId.PREVIOUS_REPAIR: ActionSpec(
            translate("Actions", "&Previous repair"), ("Shift+F8",)
        ),
        ActionId.NEXT_UNDECIDED: ActionSpec(
            translate("Actions", "Next &undecided place"), ("Ctrl+F8",)
        ),
        ActionId.NEXT_TO_DECIDE: ActionSpec(
            translate("Actions", "Next place to &decide"), hint="J"
        ),
        ActionId.ACCEPT: ActionSpec(translate("Actions", "&Accept"), hint="A"),
        ActionId.REJECT: ActionSpec(translate("Actions", "&Keep the original"), hint="R"),
        ActionId.GROUP: ActionSpec(translate("Actions", "Decide on the whole &group…"), hint="G"),
        ActionId.LIKE: ActionSpec(translate("Actions", "Decide on all lik&e this…"), hint="L"),
        ActionId.SAME_RULE: ActionSpec(translate("Actions", "Accept all of this rule…")),
        ActionId.AS_SURE: ActionSpec(translate("Actions", "Accept all that are at least as sure…")),
        ActionId.WITHOUT_RULE: ActionSpec(
            translate("Actions", "See this document without the rule…")
        ),
        ActionId.REVIEW: ActionSpec(translate("Actions", "Re&view"), ("Ctrl+R",), True),
        ActionId.WORD: ActionSpec(translate("Actions", "Wor&d"), ("Ctrl+Shift+W",), True),
        ActionId.PANEL: ActionSpec(translate("Actions", "Switch between page and &panel"), ("F6",)),
        ActionId.TYPE: ActionSpec(translate("Actions", "T&ype a replacement"), ("F2",), hint="E"),
        ActionId.STRANDED: ActionSpec(translate("Actions", "Decisions that no &longer apply…")),
        ActionId.COMPARE: ActionSpec(translate("Actions", "Compare with this &version of Jingdu…")),
        ActionId.COMPARE_WITH: ActionSpec(translate("Actions", "&Compare with another copy…")),
        ActionId.COMPARE_REFERENCE: ActionSpec(
            translate("Actions", "Compare with a reference &text…")
        ),
        ActionId.RULES: ActionSpec(translate("Actions", "Rule&s…"), ("Ctrl+Shift+R",)),
        ActionId.TRUST_RULES: ActionSpec(translate("Actions", "Trust rules in this &folder")),
        ActionId.SIGN: ActionSpec(translate("Actions", "S&ign decisions with my name"), (), True),
        ActionId.SHOW_ALL: ActionSpec(translate("Actions", "Sh&ow all kinds")),
        ActionId.RUBY_HOVER: ActionSpec(
            translate("Actions", "Above the word under the &pointer"), ("Ctrl+1",), True
        ),
        ActionId.RUBY_ALWAYS: ActionSpec(
            translate("Actions", "Above &all words"), ("Ctrl+2",), True
        ),
        ActionId.RUBY_NEW: ActionSpec(
            translate("Actions", "Above words you do not &know yet"), ("Ctrl+3",), True
        ),
        ActionId.RUBY_LEVEL: ActionSpec(
            translate("Actions", "Above words beyond the HSK &level"), ("Ctrl+4",), True
        ),
        ActionId.RUBY_FIRST: ActionSpec(
            translate("Actions", "Above each word the &first time"), ("Ctrl+5",), True
        ),
        ActionId.RUBY_OFF: ActionSpec(translate("Actions", "&Never"), ("Ctrl+6",), True),
        ActionId.NEXT_RUBY: ActionSpec(translate("Actions", "Next pin&yin mode"), hint="P"),
        ActionId.NEXT_TONES: ActionSpec(translate("Actions", "Ne&xt tone colour mode"), hint="T"),
        ActionId.TONE_COLOURS: ActionSpec(translate("Actions", "&Choose tone colours…")),
        ActionId.WORD_READINGS: ActionSpec(
            translate("Actions", "P&ronunciation of this word"), ("F7",)
        ),
        ActionId.BY_WORD: ActionSpec(translate("Actions", "&Group pinyin by word"), (), True),
        ActionId.MEANINGS: ActionSpec(
            translate("Actions", "&Meanings of the word under the pointer"), (), True
        ),
        ActionId.GLOSSES: ActionSpec(
            translate("Actions", "G&losses under the words"), ("Ctrl+D",), True
        ),
        ActionId.WORD_MARKS: ActionSpec(translate("Actions", "Mark &new words"), (), True),
        ActionId.JOIN_WORD: ActionSpec(translate("Actions", "&Join with the next word"), hint="J"),
        ActionId.SPLIT_WORD: ActionSpec(translate("Actions", "S&plit this word"), hint="X"),
        ActionId.CUT_WORDS: ActionSpec(translate("Actions", "Words you joined &or split…")),
        ActionId.GLOSSARIES: ActionSpec(translate("Actions", "&Glossaries…")),
        ActionId.LIBRARY: ActionSpec(
            translate("Actions", "L&ibrary"), ("Ctrl+Shift+L",), checkable=True
        ),
        ActionId.REMEMBER: ActionSpec(translate("Actions", "R&emember what I read"), (), True),
        ActionId.DELETE_HISTORY: ActionSpec(translate("Actions", "Delete reading histor&y…")),
        ActionId.KNOWN_WORDS: ActionSpec(translate("Actions", "Words you &know…")),
        ActionId.BACK_UP_WORDS: ActionSpec(translate("Actions", "&Back up your words…")),
        ActionId.RESTORE_WORDS: ActionSpec(translate("Actions", "&Restore your words…")),
        ActionId.READ_ALOUD: ActionSpec(translate("Actions", "Read &aloud"), ("S",), True),
        ActionId.TRANSLATE_SENTENCE: ActionSpec(
            translate("Actions", "&Translate this sentence"), ("Shift+T",)
        ),
        ActionId.TRANSLATE_PARAGRAPH: ActionSpec(translate("Actions", "Translate this paragrap&h")),
        ActionId.SET_UP_TRANSLATION: ActionSpec(translate("Actions", "Set &up translation…")),
        ActionId.FORGET_TRANSLATIONS: ActionSpec(translate("Actions", "&Forget translations")),
        ActionId.TRY_ENCODING: ActionSpec(
            translate("Actions", "&Try another encoding…"), ("Ctrl+E",)
        ),
        ActionId.PALETTE: ActionSpec(translate("Actions", "Find an a&ction…"), ("Ctrl+Shift+P",)),
        ActionId.SHORTCUTS: ActionSpec(translate("Actions", "&Keyboard shortcuts"), ("F1",)),
        ActionId.ABOUT: ActionSpec(translate("Actions", "&About Jingdu")),
    }


def menu_titles(
    translate: Translate = QCoreApplication.translate,
) -> dict[Menu | Submenu, str]:
    """Return the titles of all menus in the language of the moment, or in another one."""
    return {
        Menu.FILE: translate("Actions", "&File"),
        Menu.EDIT: translate("Actions", "&Edit"),
        Menu.VIEW: translate("Actions", "&View"),
        Menu.REPAIRS: translate("Actions", "&Repairs"),
        Menu.READINGS: translate("Actions", "&Pinyin"),
        Menu.WORDS: translate("Actions", "&Words"),
        Menu.ENCODING: translate("Actions", "En&coding"),
        Menu.HELP: translate("Actions", "&Help"),
        Submenu.RECENT: translate("Actions", "Open &recent"),
        Submenu.EXPORT: translate("Actions", "&Export"),
        Submenu.FONT: translate("Actions", "&Font"),
        Submenu.LEVEL_LIST: translate("Actions", "HSK l&ist"),
        Submenu.LEVEL: translate("Actions", "HSK le&vel"),
        Submenu.RUBY_SIZE: translate("Actions", "Pinyin si&ze"),
        Submenu.TONES: translate("Actions", "Tone c&olours"),
        Submenu.STYLE: translate("Actions", "&Style"),
        Submenu.SANDHI: translate("Actions", "&Tone sandhi"),
        Submenu.SPEED: translate("Actions", "Reading &speed"),
        Submenu.THEME: translate("Actions", "&Theme"),
        Submenu.LANGUAGE: translate("Actions", "&Language"),
    }


def entry_words(menu: str, entry: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what an entry of a submenu is called outside of it: Export: Repair report."""
    words = translate("Actions", "{menu}: {entry}")
    return words.format(menu=menu, entry=entry)


# What stands in each menu; None is a line. The window adds the encodings to their menu.
MENUS: dict[Menu, tuple[ActionId | Submenu | None, ...]] = {
    Menu.FILE: (
        ActionId.OPEN,
        ActionId.OPEN_ADDRESS,
        ActionId.OPEN_FOLDER,
        Submenu.RECENT,
        ActionId.SAMPLE,
        ActionId.PASTE,
        None,
        ActionId.SAVE,
        ActionId.SAVE_AS,
        Submenu.EXPORT,
        None,
        ActionId.NEXT_TAB,
        ActionId.PREVIOUS_TAB,
        ActionId.CLOSE,
        ActionId.QUIT,
    ),
    Menu.EDIT: (
        ActionId.UNDO,
        ActionId.REDO,
        None,
        ActionId.COPY,
        ActionId.COPY_SOURCE,
        ActionId.SELECT_ALL,
        None,
        ActionId.FIND,
        ActionId.REPLACE,
        ActionId.FIND_NEXT,
        ActionId.FIND_PREVIOUS,
        None,
        ActionId.BOOKMARK,
        ActionId.NOTE,
        ActionId.NEXT_BOOKMARK,
        ActionId.PREVIOUS_BOOKMARK,
        ActionId.MARKS,
    ),
    Menu.VIEW: (
        ActionId.ZOOM_IN,
        ActionId.ZOOM_OUT,
        ActionId.ZOOM_RESET,
        Submenu.FONT,
        None,
        ActionId.QUIET,
        ActionId.REVIEW,
        ActionId.PANEL,
        None,
        ActionId.ORIGINAL,
        ActionId.SWAP,
        ActionId.WHOLE_PAGE,
        None,
        Submenu.THEME,
        Submenu.LANGUAGE,
    ),
    Menu.REPAIRS: (
        ActionId.NEXT_REPAIR,
        ActionId.PREVIOUS_REPAIR,
        ActionId.NEXT_UNDECIDED,
        None,
        ActionId.NEXT_TO_DECIDE,
        ActionId.ACCEPT,
        ActionId.REJECT,
        ActionId.TYPE,
        ActionId.GROUP,
        ActionId.LIKE,
        ActionId.SAME_RULE,
        ActionId.AS_SURE,
        ActionId.WITHOUT_RULE,
        None,
        ActionId.STRANDED,
        ActionId.COMPARE,
        ActionId.COMPARE_WITH,
        ActionId.COMPARE_REFERENCE,
        None,
        ActionId.RULES,
        ActionId.TRUST_RULES,
        ActionId.SIGN,
        None,
        ActionId.SHOW_ALL,
    ),
    Menu.READINGS: (
        ActionId.RUBY_HOVER,
        ActionId.RUBY_ALWAYS,
        ActionId.RUBY_NEW,
        ActionId.RUBY_LEVEL,
        ActionId.RUBY_FIRST,
        ActionId.RUBY_OFF,
        ActionId.NEXT_RUBY,
        None,
        Submenu.LEVEL,
        Submenu.LEVEL_LIST,
        None,
        Submenu.TONES,
        ActionId.NEXT_TONES,
        ActionId.TONE_COLOURS,
        None,
        Submenu.RUBY_SIZE,
        Submenu.STYLE,
        Submenu.SANDHI,
        ActionId.BY_WORD,
        None,
        ActionId.WORD_READINGS,
    ),
    Menu.WORDS: (
        ActionId.WORD,
        ActionId.MEANINGS,
        ActionId.GLOSSES,
        ActionId.WORD_MARKS,
        None,
        ActionId.JOIN_WORD,
        ActionId.SPLIT_WORD,
        ActionId.CUT_WORDS,
        None,
        ActionId.LIBRARY,
        ActionId.REMEMBER,
        ActionId.DELETE_HISTORY,
        None,
        ActionId.GLOSSARIES,
        ActionId.KNOWN_WORDS,
        ActionId.BACK_UP_WORDS,
        ActionId.RESTORE_WORDS,
        None,
        ActionId.READ_ALOUD,
        Submenu.SPEED,
        None,
        ActionId.TRANSLATE_SENTENCE,
        ActionId.TRANSLATE_PARAGRAPH,
        ActionId.SET_UP_TRANSLATION,
        ActionId.FORGET_TRANSLATIONS,
    ),
    Menu.ENCODING: (ActionId.TRY_ENCODING,),
    Menu.HELP: (ActionId.PALETTE, ActionId.SHORTCUTS, ActionId.ABOUT),
}

_ROLES = {
    ActionId.QUIT: QAction.MenuRole.QuitRole,
    ActionId.ABOUT: QAction.MenuRole.AboutRole,
}

Handler = Callable[[], object]


def make_actions(owner: QObject) -> dict[ActionId, QAction]:
    """Return one QAction an entry of the table; `Shortcuts` gives them their keys."""
    actions: dict[ActionId, QAction] = {}
    for action_id, spec in specs().items():
        action = QAction(owner)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setMenuRole(_ROLES.get(action_id, QAction.MenuRole.NoRole))
        actions[action_id] = action
    name_actions(actions)
    return actions


def connect_actions(actions: dict[ActionId, QAction], handlers: dict[ActionId, Handler]) -> None:
    """Let each action call its handler; KeyError if one has none."""
    for action_id, action in actions.items():
        handler = handlers[action_id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())


def name_actions(actions: dict[ActionId, QAction]) -> None:
    """Say the texts of all actions in the language of the moment."""
    for action_id, spec in specs().items():
        # Behind a tab menus show keys; a real shortcut would take the letter from every field.
        shown = f"{spec.text}\t{spec.hint}" if spec.hint and not spec.shortcuts else spec.text
        action, name = actions[action_id], plain(spec.text)
        action.setText(shown)
        action.setIconText(name)  # what buttons show; Qt would leave the letter of 审校(&V)
        action.setToolTip(name)
