"""What is remembered between two starts: one table of settings, kept in an ini file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from reader.text.user_folders import SETTINGS, config_folder

Value = TypeVar("Value", bool, float, str, bytes, list[str], dict[str, int], dict[str, str])


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One entry: where it stands in the file, and what holds until it is set."""

    key: str
    default: Value
    of: type = int  # what the values of a dict are


LANGUAGE = Setting("window/language", "")  # "" follows the system
THEME = Setting("window/theme", "system")
GEOMETRY = Setting("window/geometry", b"")
USE = Setting("window/use", "")  # learn, edit or both; "" was not asked yet
# paths of files, paths of folders with a separator at the end, addresses of pages
RECENT: Setting[list[str]] = Setting("files/recent", [])
# each of these by the same names: when it was opened, in seconds since 1970
OPENED: Setting[dict[str, int]] = Setting("files/opened", {})
# how much was on the screen, in thousandths
READ: Setting[dict[str, int]] = Setting("files/read", {})
# what a page is called
TITLES: Setting[dict[str, str]] = Setting("files/titles", {}, str)
# of a folder: files decided on / files / places left
FOLDERS: Setting[dict[str, str]] = Setting("files/folders", {}, str)
# path -> source offset at the top
POSITIONS: Setting[dict[str, int]] = Setting("files/positions", {})
# path -> SHA-256 of the clean text that was saved, a blank, and where
SAVED_AS: Setting[dict[str, str]] = Setting("files/saved_as", {}, str)
# path -> places decided on / left
PROGRESS: Setting[dict[str, str]] = Setting("files/progress", {}, str)
FOLDER = Setting("files/folder", "")  # where the file dialogs start
FONT_FAMILY = Setting("reading/font", "")  # "" is the best Chinese font found
FONT_SIZE = Setting("reading/size", 15.0)  # points
ZOOM = Setting("reading/zoom", 1.0)
RATIO = Setting("reading/ratio", 0.47)  # the left pane's share of the width
SWAPPED = Setting("reading/swapped", False)
RUBY = Setting("reading/ruby", "hover")
RUBY_SIZE = Setting("reading/ruby_size", "normal")
LEVEL_LIST = Setting("reading/level_list", "hsk2025")  # by which words are above a level
LEVEL = Setting("reading/level", "4")  # 7 is the band from 7 to 9
TONES = Setting("reading/tones", "off")  # where they have colours
# "light/1", "dark/0" -> colour; those that are not there are the theme's
TONE_COLOURS: Setting[dict[str, str]] = Setting("reading/tone_colours", {}, str)
MARKING = Setting("reading/marking", "proof")
PANEL = Setting("window/panel", "")  # which one is in front; "" is none
PANEL_WIDTH = Setting("window/panel_width", 380.0)  # pixels, beside the page
OPEN_FILES: Setting[list[str]] = Setting("files/open", [])  # in tabs when the window was closed
OPEN_FOLDER = Setting("files/open_folder", "")  # beside the page then; "" is none
STYLE = Setting("readings/style", "marks")
SANDHI = Setting("readings/sandhi", "off")
BY_WORD = Setting("readings/by_word", False)
MEANINGS = Setting("reading/meanings", True)  # in the popup
GLOSSES = Setting("reading/glosses", False)  # below the words
WORD_MARKS = Setting("reading/word_marks", False)  # new words and those being learned
REMEMBER = Setting("library/remember", True)  # what was read, and for how long
SPEED = Setting("reading/speed", 1.0)  # of reading aloud
TRANSLATOR = Setting("translation/server", "")  # "" translates nothing
TRANSLATOR_KEY = Setting("translation/key", "")  # as it is: there is no safe place for it here
# addresses that text may be sent to
TRANSLATOR_ALLOWED: Setting[list[str]] = Setting("translation/allowed", [])
SIGNED = Setting("review/signed", True)  # acts in journals bear the name of the user
# action -> its keys, with tabs between
SHORTCUTS: Setting[dict[str, str]] = Setting("window/shortcuts", {}, str)
PALETTE: Setting[list[str]] = Setting("window/palette", [])  # actions called there last
HIDDEN_KINDS: Setting[list[str]] = Setting("reading/hidden", [])


def default_path() -> Path:
    """Return where the settings of this user lie."""
    return config_folder() / SETTINGS


class Settings:
    """Reads and writes the entries; a damaged or foreign value counts as not set."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[Value]) -> Value:
        """Return the value, or the default where there is none of the right type."""
        default = setting.default
        if not self._file.contains(setting.key):
            return default
        raw = self._file.value(setting.key)
        if isinstance(default, bytes):
            return bytes(raw.data()) if isinstance(raw, QByteArray) else default
        if not isinstance(raw, str):
            return default
        if isinstance(default, str):
            return raw
        try:
            value = json.loads(raw)
        except ValueError:
            return default
        return value if _fits(value, default, setting.of) else default

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a value."""
        if isinstance(value, bytes):
            self._file.setValue(setting.key, QByteArray(value))
        else:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            self._file.setValue(setting.key, text)

    @property
    def folder(self) -> Path:
        """Where the settings lie, and what else belongs to this user."""
        return Path(self._file.fileName()).parent

    def save(self) -> None:
        """Write to disk now."""
        self._file.sync()


def _fits(value: object, default: object, of: type) -> bool:
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, dict) and all(
        isinstance(item, of) and not isinstance(item, bool) for item in value.values()
    )
