"""What the start page says of a recent document: its name and place, how far one is, and when."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from reader.ui.document.recent import RecentEntry, RecentKind
from reader.ui.wording import percent

if TYPE_CHECKING:
    from datetime import date, datetime

_WEEK = 7  # days of which each has a name of its own

translate = QCoreApplication.translate


class Share(NamedTuple):
    """How far a bar is filled (0..1), and what stands below it; `done` is all of it decided."""

    share: float
    words: str
    done: bool = False


def name_words(entry: RecentEntry) -> str:
    """Return what a document is called."""
    if isinstance(entry.source, str):
        return entry.title or address_words(entry.source)
    name = entry.source.name or str(entry.source)  # a whole disk has no name
    if entry.folder is None:
        return name
    # Two texts and no plural form: these are only collected from methods of a QObject.
    if entry.folder.files == 1:
        return translate("Recent", "{folder} (1 file)").format(folder=name)
    files = QLocale().toString(entry.folder.files)
    return translate("Recent", "{folder} ({files} files)").format(folder=name, files=files)


def place_words(entry: RecentEntry) -> str:
    """Return where a document is: its folder, or its address."""
    if isinstance(entry.source, str):
        return address_words(entry.source)
    return folder_words(entry.source.parent)


def folder_words(folder: Path) -> str:
    """Return a folder as short as people write it: ~/proof and not /home/anna/proof."""
    home = os.path.expanduser("~")
    try:
        inside = folder.relative_to(home) if os.name == "posix" and len(home) > 1 else None
    except ValueError:
        inside = None
    if inside is None:
        return str(folder)
    return "~" if inside == Path() else f"~/{inside}"


def address_words(address: str) -> str:
    """Return an address without what all have in common."""
    return address.partition("://")[2].rstrip("/") or address


def share_words(entry: RecentEntry) -> Share | None:
    """Return how far a document is decided on or read, None where neither is known."""
    number = QLocale().toString
    if entry.kind is RecentKind.FOLDER:
        if entry.folder is None or not entry.folder.files:
            return None
        done, files, _ = entry.folder
        words = translate("Recent", "{done} of {files} files decided")
        if files == 1:
            words = translate("Recent", "{done} of 1 file decided")
        words = words.format(done=number(done), files=number(files))
        return Share(done / files, words, done == files)
    progress = entry.progress
    if progress is None:
        return None
    if progress.decided and not progress.left:
        return Share(1.0, translate("Recent", "all decided"), True)
    if progress.decided:
        share = progress.decided / sum(progress)
        return Share(share, translate("Recent", "{share} decided").format(share=percent(share)))
    return Share(entry.read, translate("Recent", "{share} read").format(share=percent(entry.read)))


def left_words(entry: RecentEntry) -> str:
    """Return how many places are left to decide, empty if none is or that is not known."""
    counts = entry.folder or entry.progress
    if counts is None or not counts.left:
        return ""
    count = QLocale().toString(counts.left)
    return translate("Recent", "{count} to decide").format(count=count)


def done_words(entry: RecentEntry) -> str:
    """Return that nothing is left or never was anything, empty if something is or may be."""
    counts = entry.folder or entry.progress
    if counts is None or counts.left:
        return ""
    if entry.folder is not None or (entry.progress is not None and entry.progress.decided):
        return translate("Recent", "done")
    return translate("Recent", "clean")


def day_words(opened: datetime | None, today: date) -> str:
    """Return when a document was opened: today 14:32, yesterday, Thu, 19 Nov, 19 Nov 2023."""
    if opened is None:
        return ""
    # Of the window's language, which need not be the system's.
    locale = QLocale(translate("Recent", "en", "the language in which dates are written"))
    day = QDate(opened.year, opened.month, opened.day)
    past = (today - opened.date()).days
    if past == 0:
        time = locale.toString(QTime(opened.hour, opened.minute), translate("Recent", "H:mm"))
        return translate("Recent", "today {time}").format(time=time)
    if past == 1:
        return translate("Recent", "yesterday")
    if 0 < past < _WEEK:
        return locale.toString(day, "ddd")
    if opened.year == today.year:
        return locale.toString(day, translate("Recent", "d MMM"))
    return locale.toString(day, translate("Recent", "d MMM yyyy"))


def spoken_words(entry: RecentEntry, today: date) -> str:
    """Return all that the row of a document shows, for a screen reader."""
    share = share_words(entry)
    parts = (
        name_words(entry),
        share.words if share else "",
        left_words(entry) or done_words(entry),
        day_words(entry.opened, today),
    )
    return translate("Recent", ", ", "between the parts of a list").join(filter(None, parts))
