"""The files read last, and where in each of them the reader was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from reader.ui import settings
from reader.ui.settings import Settings

LIMIT = 10
POSITION_LIMIT = 200


def short_names(paths: Sequence[Path], metrics: QFontMetrics, width: int) -> list[tuple[Path, str]]:
    """Return what to call each file on a button or in a menu, at most `width` pixels wide.

    Of files that have the same name each is told by its folder.
    """
    counts = Counter(path.name for path in paths)
    named = []
    for path in paths:
        name = path.name if counts[path.name] == 1 else f"{path.name} – {path.parent}"
        short = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
        named.append((path, short.replace("&", "&&")))  # & would become a mnemonic
    return named


def tip(path: Path) -> str:
    """Return a tool tip that shows the path; Qt would read <b> in it as markup."""
    name = str(path)
    return f"<p>{escape(name)}</p>" if "<" in name or "&" in name else name


class RecentFiles:
    """The list in the menu and on the start page, newest first."""

    def __init__(self, store: Settings) -> None:
        self._store = store

    def paths(self) -> list[Path]:
        """Return the files read last, newest first; whether they still exist is not asked."""
        return [Path(name) for name in self._store.get(settings.RECENT)[:LIMIT]]

    def add(self, path: Path) -> None:
        """Put a file at the head of the list."""
        name = str(path.absolute())
        rest = [other for other in self._store.get(settings.RECENT) if other != name]
        self._store.set(settings.RECENT, [name, *rest][:LIMIT])

    def remove(self, path: Path) -> None:
        """Take a file that is gone off the list."""
        name = str(path.absolute())
        kept = [other for other in self._store.get(settings.RECENT) if other != name]
        self._store.set(settings.RECENT, kept)

    def clear(self) -> None:
        """Forget all files and positions."""
        self._store.set(settings.RECENT, [])
        self._store.set(settings.POSITIONS, {})

    def position(self, path: Path) -> int:
        """Return the source offset (code points) that stood at the top; 0 if never read."""
        return max(0, self._store.get(settings.POSITIONS).get(str(path.absolute()), 0))

    def keep_position(self, path: Path, offset: int) -> None:
        """Remember the source offset (code points) at the top of a file."""
        name = str(path.absolute())
        positions = dict(self._store.get(settings.POSITIONS))
        positions.pop(name, None)
        positions[name] = offset
        newest = list(positions.items())[-POSITION_LIMIT:]
        self._store.set(settings.POSITIONS, dict(newest))
