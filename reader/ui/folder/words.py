"""What the folder pane says of a document, and which signs stand for it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from reader.text.kinds import RepairState
from reader.ui.wording import error_text, sentences

if TYPE_CHECKING:
    from reader.batch.folder import Examination

translate = QCoreApplication.translate


def open_counts(found: Examination) -> list[tuple[RepairState, int]]:
    """Return how many places of each state are left to decide, the most urgent first."""
    progress = found.progress
    if progress is None:
        return []
    counts = (
        (RepairState.UNDECIDED, progress.undecided),
        (RepairState.LOST, progress.lost),
        (RepairState.UNSURE, progress.unsure),
    )
    return [(state, count) for state, count in counts if count]


def state_words(found: Examination | None) -> str:
    """Return what was found in a document: 6 undecided · 1 lost."""
    if found is None:
        return translate("Folder", "not checked yet")
    if found.error is not None and found.error.code == "page_set_aside":
        return translate("Folder", "set aside")
    if found.error is not None or found.progress is None:
        return translate("Folder", "cannot be read")
    if not found.progress.total:
        return translate("Folder", "clean")
    if not found.progress.left:
        return translate("Folder", "done")
    words = {
        RepairState.UNDECIDED: translate("Folder", "{count} undecided"),
        RepairState.LOST: translate("Folder", "{count} lost"),
        RepairState.UNSURE: translate("Folder", "{count} unsure"),
    }
    number = QLocale().toString
    return " · ".join(
        words[state].format(count=number(count)) for state, count in open_counts(found)
    )


def folder_words(path: Path, count: int) -> str:
    """Return what a sub-folder is called, and how many documents in it need a person."""
    if not count:
        return path.name
    words = translate("Folder", "{name}, needs review: {count}")
    return words.format(name=path.name, count=QLocale().toString(count))


def tip_words(path: Path, found: Examination | None) -> str:
    """Return a tool tip; Qt would read <b> in a name as markup, and lines as one."""
    says = state_words(found)
    if found is not None and found.error is not None:
        says = sentences(*error_text(found.error))
    return f"<p>{escape(path.name)}<br>{escape(says)}</p>"
