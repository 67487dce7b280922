"""The recent documents: where each was left, how much was read, and how far it is decided on."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFontMetrics

from reader.ui import settings
from reader.ui.settings import Setting, Settings

if TYPE_CHECKING:
    from datetime import datetime

LIMIT = 10
"""How many files the menu offers."""
KEPT = 100
"""How many documents the start page offers."""
POSITION_LIMIT = 200

Source = Path | str
"""A file or folder, or the address of a page."""


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


def tip(source: Source) -> str:
    """Return a tool tip that shows a path or address; Qt would read <b> in it as markup."""
    name = str(source)
    if "<" not in name and "&" not in name:
        return name
    from html import escape  # it brings the names of all characters; hardly a name needs it

    return f"<p>{escape(name)}</p>"


class Progress(NamedTuple):
    """How many places of a document were decided on, and how many are left to decide."""

    decided: int
    left: int


class FolderProgress(NamedTuple):
    """Of how many files in a folder all is decided, and how many places are left in the others."""

    done: int
    files: int
    left: int


class RecentKind(Enum):
    """What was opened."""

    FILE = "file"
    PAGE = "page"
    FOLDER = "folder"


class RecentEntry(NamedTuple):
    """A document or folder that was opened, and what is remembered of it."""

    source: Source
    kind: RecentKind
    title: str = ""  # of a page
    progress: Progress | None = None  # None: it was never restored as a whole
    read: float = 0.0  # 0..1: how much of it was on the screen
    folder: FolderProgress | None = None
    opened: datetime | None = None  # in local time; None: by an earlier version


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

    def __init__(self, store: Settings, now: Callable[[], float] = time.time) -> None:
        """`now` tells the seconds since 1970."""
        self._store = store
        self._now = now

    def paths(self) -> list[Path]:
        """Return the newest files, newest first; whether they still exist is not asked."""
        names = self._store.get(settings.RECENT)
        files = (name for name in names if _kind_of(name) is RecentKind.FILE)
        return [Path(name) for name, _ in zip(files, range(LIMIT), strict=False)]

    def entries(self) -> list[RecentEntry]:
        """Return all that was opened, newest first."""
        get = self._store.get
        opened, read, titles = get(settings.OPENED), get(settings.READ), get(settings.TITLES)
        progress, folders = get(settings.PROGRESS), get(settings.FOLDERS)
        entries = []
        for name in get(settings.RECENT)[:KEPT]:
            kind = _kind_of(name)
            entry = RecentEntry(
                source=name if kind is RecentKind.PAGE else Path(name),
                kind=kind,
                title=titles.get(name, ""),
                progress=_read_progress(progress.get(name, "")),
                read=min(max(read.get(name, 0), 0), 1000) / 1000,
                folder=_read_folder(folders.get(name, "")),
                opened=_local_time(opened.get(name)),
            )
            entries.append(entry)
        return entries

    def add(self, source: Source) -> None:
        """Put a file or page at the head of the list."""
        self._add(_name(source))

    def add_folder(self, folder: Path) -> None:
        """Put a folder at the head of the list."""
        self._add(_folder_name(folder))

    def remove(self, source: Source) -> None:
        """Take a file that is gone, a page or a folder off the list."""
        names = {_name(source)}
        if isinstance(source, Path):
            names.add(_folder_name(source))
        kept = [other for other in self._store.get(settings.RECENT) if other not in names]
        self._store.set(settings.RECENT, kept)

    def clear(self) -> None:
        """Forget all files, and what is known of each."""
        self._store.set(settings.RECENT, [])
        for numbers in (settings.POSITIONS, settings.OPENED, settings.READ):
            self._store.set(numbers, {})
        for words in (settings.PROGRESS, settings.SAVED_AS, settings.TITLES, settings.FOLDERS):
            self._store.set(words, {})

    def progress(self, source: Source) -> Progress | None:
        """Return how far a document is decided, None if that is not known."""
        return _read_progress(self._store.get(settings.PROGRESS).get(_name(source), ""))

    def keep_progress(self, source: Source, progress: Progress) -> None:
        """Remember how far a document is decided."""
        _keep_words(
            self._store, settings.PROGRESS, _name(source), f"{progress.decided}/{progress.left}"
        )

    def keep_folder(self, folder: Path, progress: FolderProgress) -> None:
        """Remember how far the files of a folder are decided."""
        numbers = f"{progress.done}/{progress.files}/{progress.left}"
        _keep_words(self._store, settings.FOLDERS, _folder_name(folder), numbers)

    def keep_title(self, address: str, title: str) -> None:
        """Remember what a page is called."""
        _keep_words(self._store, settings.TITLES, address, title)

    def keep_read(self, source: Source, share: float) -> None:
        """Remember how much of a document (0..1) was read, unless it was more before."""
        name, thousandths = _name(source), int(share * 1000)
        if thousandths > self._store.get(settings.READ).get(name, -1):
            _keep_number(self._store, settings.READ, name, thousandths)

    def position(self, source: Source) -> int:
        """Return the source offset (code points) that stood at the top; 0 if never read."""
        return max(0, self._store.get(settings.POSITIONS).get(_name(source), 0))

    def keep_position(self, source: Source, offset: int) -> None:
        """Remember the source offset (code points) at the top of a document."""
        _keep_number(self._store, settings.POSITIONS, _name(source), offset)

    def _add(self, name: str) -> None:
        rest = [other for other in self._store.get(settings.RECENT) if other != name]
        self._store.set(settings.RECENT, [name, *rest][:KEPT])
        _keep_number(self._store, settings.OPENED, name, int(self._now()))


_Kept = TypeVar("_Kept", int, str)


def _keep_number(store: Settings, setting: Setting[dict[str, int]], name: str, value: int) -> None:
    store.set(setting, _add_to(store.get(setting), name, value))


def _keep_words(store: Settings, setting: Setting[dict[str, str]], name: str, value: str) -> None:
    store.set(setting, _add_to(store.get(setting), name, value))


def _add_to(known: Mapping[str, _Kept], name: str, value: _Kept) -> dict[str, _Kept]:
    """Return what is known with something new; what is known longest is forgotten."""
    kept = {other: one for other, one in known.items() if other != name}
    kept[name] = value
    return dict(list(kept.items())[-POSITION_LIMIT:])


_ADDRESSES = ("http://", "https://")


def _name(source: Source) -> str:
    return source if isinstance(source, str) else str(source.absolute())


def _folder_name(folder: Path) -> str:
    """Return the name of a folder in the settings: a separator at its end tells it from a file."""
    return os.path.join(str(folder.absolute()), "")


def _kind_of(name: str) -> RecentKind:
    if name.startswith(_ADDRESSES):
        return RecentKind.PAGE
    return RecentKind.FOLDER if name.endswith(("/", os.sep)) else RecentKind.FILE


def _read_numbers(words: str, count: int) -> list[int] | None:
    """Return what stands between slashes, None if these are not so many numbers."""
    numbers = words.split("/")
    if len(numbers) != count or not all(one.isdecimal() and len(one) < 12 for one in numbers):
        return None
    return [int(one) for one in numbers]


def _read_progress(words: str) -> Progress | None:
    numbers = _read_numbers(words, 2)
    return Progress(*numbers) if numbers else None


def _read_folder(words: str) -> FolderProgress | None:
    numbers = _read_numbers(words, 3)
    return FolderProgress(*numbers) if numbers else None


def _local_time(seconds: int | None) -> datetime | None:
    if seconds is None:
        return None
    from datetime import datetime  # not needed to start where nothing was opened yet

    try:
        return datetime.fromtimestamp(seconds)
    except (OverflowError, ValueError, OSError):  # no date that a clock ever showed
        return None
