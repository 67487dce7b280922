r"""Where the files lie that Jingdu keeps for a user.

In the folder of the configuration: the settings of the window (jingdu.ini), the user's readings of
words (readings.tsv), those of places that Jingdu 0.1 kept (places.tsv), and the user's rules
(rules.toml). In the folder of the data: the journals of documents that cannot lie beside their
document, the rules of single documents, which rules of folders are trusted, and the learner's
library (library.sqlite).

    Linux    ~/.config/jingdu                       ~/.local/share/jingdu
    macOS    ~/Library/Application Support/jingdu   the same
    Windows  %LOCALAPPDATA%\jingdu                   the same

XDG_CONFIG_HOME and XDG_DATA_HOME name other folders where the system heeds them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from reader.text.errors import ReaderError
from reader.text.files import locked, write_bytes

SETTINGS = "jingdu.ini"
READINGS = "readings.tsv"
PLACES = "places.tsv"
RULES = "rules.toml"
_LISTS = (READINGS, PLACES)  # of lines, of which the last on a word or place holds


def config_folder() -> Path:
    """Return the folder of the configuration.

    What older versions kept elsewhere, or a user put where it lies on Linux, is brought there.
    """
    from platformdirs import user_config_path  # who only restores a text needs none

    folder = user_config_path("jingdu", appauthor=False)
    bring_here(folder, former_folders(sys.platform, os.environ, Path(os.path.expanduser("~"))))
    return folder


def data_folder() -> Path:
    """Return the folder of the data."""
    from platformdirs import user_data_path

    return user_data_path("jingdu", appauthor=False)


def log_folder() -> Path:
    """Return the folder of notes on failures; on Linux ~/.local/state/jingdu/log."""
    from platformdirs import user_log_path

    return user_log_path("jingdu", appauthor=False)


def former_folders(platform: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Return where the configuration may lie besides its folder; nowhere on Linux."""
    by_hand = home / ".config" / "jingdu"
    if platform == "darwin":
        return home / "Library" / "Preferences" / "jingdu", by_hand
    if platform == "win32":
        local = environment.get("LOCALAPPDATA") or home / "AppData" / "Local"
        return Path(local) / "jingdu", by_hand
    return ()


def bring_here(folder: Path, former: Iterable[Path]) -> None:
    """Move the files of the configuration from the former folders; nothing is lost.

    Lines of a list go before those that are there already. Settings and rules that are there
    already stay, and so do the former ones, where they are. What cannot be moved is tried again
    next time.
    """
    for old in former:
        if _is_same(old, folder):
            continue
        for name in (SETTINGS, RULES, *_LISTS):
            if (old / name).is_file() and (name in _LISTS or not (folder / name).exists()):
                with suppress(ReaderError, OSError):
                    _move(old / name, folder / name)


def _move(source: Path, target: Path) -> None:
    with locked(target):
        # Another program may have moved the one, or made the other, in the meantime.
        if not source.is_file() or (target.exists() and target.name not in _LISTS):
            return
        data = source.read_bytes()
        if target.exists():
            gap = b"" if not data or data.endswith((b"\n", b"\r")) else b"\n"
            data += gap + target.read_bytes()
        write_bytes(target, data)
        source.unlink()


def _is_same(folder: Path, other: Path) -> bool:
    try:
        return folder.samefile(other)
    except OSError:  # one of them is not there
        return folder == other
