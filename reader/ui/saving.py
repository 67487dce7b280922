"""Saving the clean text: a name is asked for, and the damaged original is not lost by accident."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.core.files import write_text
from reader.ui.dialogs import Questions


def suggestion(original: Path | None, folder: str) -> Path:
    """Return a name for the clean text, beside the original where there is one."""
    if original is not None:
        return original.with_name(f"{original.stem}_clean.txt")
    return Path(folder) / "clean.txt"


def save_clean(
    parent: QWidget, questions: Questions, text: str, original: Path | None, folder: str
) -> Path | None:
    """Ask for a name and write the text there; return the path, None if the user gave up.

    Raises ReaderError if it cannot be written.
    """
    path = questions.save_path(parent, suggestion(original, folder))
    if path is None:
        return None
    if not path.suffix:
        path = path.with_suffix(".txt")
        if path.exists():
            # The dialog asked about the name as it was typed; this file was not confirmed.
            path = questions.save_path(parent, path)
            if path is None:
                return None
    if (
        original is not None
        and _same(path, original)
        and not questions.overwrite_original(parent, path)
    ):
        return None
    write_text(path, text)
    return path


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()
