"""Saving: a name is asked for, and the damaged original is not lost by accident."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.core.files import write_text
from reader.ui.dialogs import Questions, Result

_ENDINGS = {
    Result.TEXT: "clean.txt",
    Result.BOTH: "both.html",
    Result.REPAIRS: "repairs.txt",
    Result.READINGS: "readings.html",
}


def suggestion(result: Result, original: Path | None, folder: str) -> Path:
    """Return a name for what is saved, beside the original where there is one."""
    if original is not None:
        return original.with_name(f"{original.stem}_{_ENDINGS[result]}")
    return Path(folder) / _ENDINGS[result]


def ask_where(
    parent: QWidget, questions: Questions, result: Result, original: Path | None, folder: str
) -> Path | None:
    """Ask where to save; return None if the user gave up."""
    suggested = suggestion(result, original, folder)
    path = questions.save_path(parent, suggested, result)
    if path is None:
        return None
    if not path.suffix:
        path = path.with_suffix(suggested.suffix)
        if path.exists():
            # The dialog asked about the name as it was typed; this file was not confirmed.
            path = questions.save_path(parent, path, result)
            if path is None:
                return None
    if (
        original is not None
        and _same(path, original)
        and not questions.overwrite_original(parent, path)
    ):
        return None
    return path


def save_clean(
    parent: QWidget, questions: Questions, text: str, original: Path | None, folder: str
) -> Path | None:
    """Ask for a name and write the text there; return the path, None if the user gave up.

    Raises ReaderError if it cannot be written.
    """
    path = ask_where(parent, questions, Result.TEXT, original, folder)
    if path is not None:
        write_text(path, text)
    return path


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()
