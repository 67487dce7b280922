"""What can go wrong with a journal, in words that tell the user what to do."""

from __future__ import annotations

from pathlib import Path

from reader.text.errors import ReaderError


class JournalForeign(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """The file in the journal's place is no journal, or of a newer version. Values: path."""

    code = "journal_foreign"

    def __init__(self, path: Path, *, newer: bool = False) -> None:
        if newer:
            self.code = "journal_newer"
        super().__init__(path=path)
        self.newer = newer


class JournalGiven(ReaderError):  # noqa: N818
    """The user opened a journal instead of its document. Values: path, document (its name)."""

    code = "journal_given"

    def __init__(self, path: Path, document: Path) -> None:
        super().__init__(path=path, document=document.name)


class JournalElsewhere(ReaderError):  # noqa: N818
    """The folder of a document can't be written. Values: path (of the folder)."""

    code = "journal_elsewhere"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class JournalMerged(ReaderError):  # noqa: N818
    """Somebody else wrote to the journal; their decisions were merged. Values: path."""

    code = "journal_merged"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class JournalChanged(Exception):  # noqa: N818 - not for the user: the caller merges the file
    """The file at `path` is not as this process last read or wrote it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was changed")
        self.path = path
