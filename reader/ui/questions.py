"""What the user is asked. Tests hand in an object that answers at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont
    from PySide6.QtWidgets import QWidget

    from reader.export.table import Export
    from reader.ui.known_dialog import KnownWords


class Questions(Protocol):
    """What the window asks the user."""

    def open_path(self, parent: QWidget, folder: str) -> Path | None:
        """Return the file to open, None if the user gave up."""

    def open_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Return the folder to open, None if the user gave up."""

    def address(self, parent: QWidget) -> str | None:
        """Return the address of the page to fetch, None if the user gave up."""

    def save_path(self, parent: QWidget, suggestion: Path, export: Export) -> Path | None:
        """Return where to save; an existing file was confirmed. None if the user gave up."""

    def overwrite_original(self, parent: QWidget, path: Path) -> bool:
        """Return whether the damaged original may be replaced by the clean text."""

    def lose_decisions(self, parent: QWidget, count: int, what: str, advice: str) -> bool:
        """Return whether acts that could not be saved, as `what` says, may be lost."""

    def reading(self, parent: QWidget, word: str, current: str) -> str | None:
        """Return how a word is read, one syllable a hanzi; None if the user gave up."""

    def send_text(self, parent: QWidget, address: str, number: int, has_key: bool) -> bool:
        """Return whether sentences, so many now, may be sent to a translation server."""

    def rules_to_import(self, parent: QWidget) -> Path | None:
        """Return a file of rules to add, None if the user gave up."""

    def rules_to_export(self, parent: QWidget) -> Path | None:
        """Return where to write rules; an existing file was confirmed. None if the user gave up."""

    def font(self, parent: QWidget, current: QFont) -> QFont | None:
        """Return a font to read in, None if the user gave up."""

    def colour(self, parent: QWidget, title: str, current: QColor) -> QColor | None:
        """Return a colour, None if the user gave up."""

    def known_words(self, parent: QWidget) -> KnownWords | None:
        """Return which words are known already, None if the user gave up."""

    def word_list(self, parent: QWidget) -> Path | None:
        """Return a file with words, None if the user gave up."""

    def glossaries_to_add(self, parent: QWidget) -> tuple[Path, ...]:
        """Return files with words and their meanings, none if the user gave up."""

    def note(self, parent: QWidget, about: str, current: str) -> str | None:
        """Return a note about a piece of the text, "" for none; None if the user gave up."""

    def bookmark_name(self, parent: QWidget, about: str, current: str) -> str | None:
        """Return the name of a bookmark on a piece of the text; None if the user gave up."""

    def words_backup(self, parent: QWidget) -> Path | None:
        """Return where to write a backup of words; an existing file was confirmed."""

    def words_to_restore(self, parent: QWidget) -> Path | None:
        """Return the backup of words to go back to, None if the user gave up."""

    def delete_history(self, parent: QWidget) -> bool:
        """Return whether all that is kept of what was read may be deleted."""


class _Later:
    """Has each question asked in a dialog; the dialogs are not needed to start."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what `Questions` says
        from reader.ui.dialogs import Dialogs

        return getattr(Dialogs(), name)


def ask_in_dialogs() -> Questions:
    """Return what asks the user in dialogs."""
    return cast("Questions", _Later())
