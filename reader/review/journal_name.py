"""What a journal is called, and whether a document may have one, found out without reading any."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

ENDING = ".jingdu"
FOLDER = "journals"
"""The folder in the user's data folder for journals that cannot be beside their document."""


def document_of(path: Path) -> Path | None:
    """Return the document whose journal has this path, None if its name is not a journal's."""
    if not path.name.endswith(ENDING) or path.name == ENDING:
        return None  # of "" and "." the name is empty
    document = path.with_name(path.name.removesuffix(ENDING))
    return document if document.is_file() else None


def resolve(document: Path) -> Path:
    """Return the file that a path leads to: its journal is beside that one."""
    with suppress(OSError, RuntimeError):  # a link to itself
        return document.resolve()
    return document


def journal_beside(document: Path) -> Path:
    """Return the path of the journal beside a document, whose path leads through no link."""
    return document.with_name(document.name + ENDING)


def may_have_journal(document: Path | None, folder: Path) -> bool:
    """Tell quickly if a document may have a journal; `folder` is the user's data folder."""
    if document is not None and os.path.lexists(journal_beside(resolve(document))):
        return True
    return os.path.lexists(folder / FOLDER)
