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


class BadGlossaryLine(ReaderError):  # noqa: N818
    """A line of a glossary is no entry and is not used. Values: path, line, text, reason."""

    code = "glossary_line"

    def __init__(self, path: Path, line: int, text: str, reason: Cause) -> None:
        super().__init__(path=path, line=line, text=text, reason=reason)


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


class NoVoice(ReaderError):  # noqa: N818
    """No program of the system has a voice for Mandarin."""

    code = "no_voice"

    def __init__(self, *, has_program: bool = False) -> None:
        if has_program:
            self.message_id = "no_chinese_voice"
        super().__init__()


class CannotSpeak(ReaderError):  # noqa: N818
    """The program that speaks failed. Values: name (of the program), reason."""

    code = "cannot_speak"

    def __init__(self, name: str, reason: Cause) -> None:
        super().__init__(name=name, reason=reason)


class NotSafe(ReaderError):  # noqa: N818
    """Text would go to a translation server unencrypted. Values: address."""

    code = "not_safe"

    def __init__(self, address: str) -> None:
        super().__init__(address=address)


class CannotTranslate(ReaderError):  # noqa: N818
    """The translation server gave no translation. Values: address (of the server), reason."""

    code = "cannot_translate"

    def __init__(self, address: str, reason: Cause) -> None:
        super().__init__(address=address, reason=reason)


class TooMuchToSend(ReaderError):  # noqa: N818
    """More was to be translated at once than is sent. Values: size, limit (characters)."""

    code = "too_much_to_send"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size=size, limit=limit)
