"""What can go wrong with words of one's own, in words that tell the user what to do."""

from __future__ import annotations

from pathlib import Path

from reader.text.causes import Cause
from reader.text.errors import ReaderError


class LibraryNewer(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """The library was written by a newer version of Jingdu and was left alone. Values: path."""

    code = "library_newer"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class LibraryDamaged(ReaderError):  # noqa: N818
    """The library could not be read. Values: path, and, where a new one was begun, copy.

    `copy` is where the damaged file was put.
    """

    code = "library_damaged"

    def __init__(self, path: Path, copy: Path | None = None, *, saved: int = 0) -> None:
        if copy is not None:
            self.message_id = "library_set_aside" if saved else "library_set_aside_whole"
        super().__init__(path=path, copy=copy, saved=saved)
        self.copy = copy


class NoLibrary(ReaderError):  # noqa: N818
    """The file to restore from is no library of Jingdu. Values: path."""

    code = "no_library"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class NoWordsInside(ReaderError):  # noqa: N818
    """A list of words has no Chinese word in it. Values: path."""

    code = "no_words"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class NewerAnki(ReaderError):  # noqa: N818
    """A package of Anki is in its newest format, which is not read. Values: path."""

    code = "newer_anki"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class NotThisComputer(ReaderError):  # noqa: N818
    """The address of AnkiConnect is not on this computer. Values: address."""

    code = "not_this_computer"

    def __init__(self, address: str) -> None:
        super().__init__(address=address)


class AnkiSilent(ReaderError):  # noqa: N818
    """AnkiConnect does not answer. Values: address, reason."""

    code = "anki_silent"

    def __init__(self, address: str, reason: Cause) -> None:
        super().__init__(address=address, reason=reason)


class AnkiRefused(ReaderError):  # noqa: N818
    """AnkiConnect answered with an error. Values: reason (what Anki says)."""

    code = "anki_refused"

    def __init__(self, words: str) -> None:
        super().__init__(reason=Cause("system", words=words))
