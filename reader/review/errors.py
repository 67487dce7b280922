"""What can be the matter with a journal, said so that a user can act on it."""

from __future__ import annotations

from pathlib import Path

from reader.text.errors import ReaderError


class JournalForeign(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """The file in the journal's place is none, or of a version to come. Values: path."""

    code = "journal_foreign"

    def __init__(self, path: Path, *, newer: bool = False) -> None:
        if newer:
            self.code = "journal_newer"
        super().__init__(path=path)
        self.newer = newer


class JournalGiven(ReaderError):  # noqa: N818
    """A journal stands where its document should. Values: path, document (its name)."""

    code = "journal_given"

    def __init__(self, path: Path, document: Path) -> None:
        super().__init__(path=path, document=document.name)


class JournalElsewhere(ReaderError):  # noqa: N818
    """The folder of a document can't be written. Values: path (of the folder)."""

    code = "journal_elsewhere"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class JournalMerged(ReaderError):  # noqa: N818
    """Somebody else had written into the journal; what they decided was taken in. Values: path."""

    code = "journal_merged"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class JournalChanged(Exception):  # noqa: N818 - not for the user: the caller takes it in
    """What lies at `path` is not what this process read or left there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was changed")
        self.path = path
