"""The recent files: where each was left, and how far it is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFontMetrics

from reader.text.kinds import RepairKind
from reader.ui import settings
from reader.ui.document.repair_numbers import Count, Tally
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


class Progress(NamedTuple):
    """How many places of a document were decided on, and how many are left to decide."""

    decided: int
    left: int


def progress_of(tally: Tally) -> Progress:
    """Return how far a document with these numbers is decided."""
    by_hand = tally.get(RepairKind.MANUAL, Count()).applied
    return Progress(by_hand, sum(count.undecided for count in tally.values()))


def progress_words(progress: Progress | None) -> str:
    """Return how far a document is decided, empty where nothing was ever decided on."""
    if progress is None or not progress.decided:
        return ""
    translate = QCoreApplication.translate
    number = QLocale().toString
    if not progress.left:
        return translate("Recent", "all {decided} decided").format(decided=number(progress.decided))
    return translate("Recent", "{decided} of {all} decided").format(
        decided=number(progress.decided), all=number(sum(progress))
    )


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
        """Forget all files, and what is known of each."""
        self._store.set(settings.RECENT, [])
        self._store.set(settings.POSITIONS, {})
        self._store.set(settings.PROGRESS, {})
        self._store.set(settings.SAVED_AS, {})

    def progress(self, path: Path) -> Progress | None:
        """Return how far a file is decided, None if nothing in it ever was."""
        words = self._store.get(settings.PROGRESS).get(str(path.absolute()), "").split("/")
        if len(words) != 2 or not all(word.isdecimal() for word in words):
            return None
        return Progress(int(words[0]), int(words[1]))

    def keep_progress(self, path: Path, progress: Progress) -> None:
        """Remember how far a file is decided."""
        name = str(path.absolute())
        known = dict(self._store.get(settings.PROGRESS))
        known.pop(name, None)
        known[name] = f"{progress.decided}/{progress.left}"
        self._store.set(settings.PROGRESS, dict(list(known.items())[-POSITION_LIMIT:]))

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
