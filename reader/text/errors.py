"""What can go wrong when a document is read or written; `reader.text.messages` says it in words."""

from __future__ import annotations

from pathlib import Path

from reader.text.causes import Cause, cause_of

Place = Path | str | None
"""What an error names: a file, an address, or None for standard input or the clipboard."""


class ReaderError(Exception):
    """A failure the user can do something about.

    `code` is a stable id, `message_id` the line of the table of messages that says it, `values` are
    what both sentences name. `what` says what happened, `advice` what to do next, both in English
    and as the command line says it; they are given only where the table has no such line.
    """

    code = "error"
    message_id = ""  # that of the code

    def __init__(self, what: str = "", advice: str = "", **values: object) -> None:
        if not what:
            from reader.text.sentences import error_words  # no start needs all sentences

            self.message_id = self.message_id or self.code
            what, advice = error_words(self.message_id, values)
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process; its values alone make it again."""
        names = self.code, self.message_id
        return _again, (type(self), names, self.what, self.advice, self.values)


def _again(
    kind: type[ReaderError],
    names: tuple[str, str],
    what: str,
    advice: str,
    values: dict[str, object],
) -> ReaderError:
    error = kind.__new__(kind)
    error.code, error.message_id = names
    ReaderError.__init__(error, what, advice, **values)
    return error


class FileMissing(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """There is no such file. Values: path."""

    code = "missing"

    def __init__(self, path: Path | str) -> None:
        super().__init__(path=path)


class IsFolder(ReaderError):  # noqa: N818
    """The path is a folder. Values: path."""

    code = "folder"

    def __init__(self, path: Path | str) -> None:
        super().__init__(path=path)


class NoPermission(ReaderError):  # noqa: N818
    """The file may not be read or written. Values: path."""

    code = "permission"

    def __init__(self, path: Path | str, *, writing: bool = False) -> None:
        if writing:
            self.message_id = "permission_to_write"
        super().__init__(path=path)


class EmptyFile(ReaderError):  # noqa: N818
    """The file holds nothing. Values: path (may be None)."""

    code = "empty"

    def __init__(self, path: Place = None) -> None:
        super().__init__(path=path)


class BinaryContent(ReaderError):  # noqa: N818
    """The bytes are no text. Values: path (may be None), format (may be empty)."""

    code = "binary"

    def __init__(self, path: Place = None, *, kind: str = "") -> None:
        if kind:
            self.message_id = "binary_of_format"
        super().__init__(path=path, format=kind)
        self.kind = kind


class FileTooBig(ReaderError):  # noqa: N818
    """The file is above the limit. Values: path (may be None), megabytes, limit (both in MB)."""

    code = "too_big"

    def __init__(self, path: Place, size: int, limit: int) -> None:
        super().__init__(path=path, megabytes=-(-size // 2**20), limit=limit // 2**20)


class BrokenFile(ReaderError):  # noqa: N818
    """The bytes are not what their format asks for. Values: path (may be None), format."""

    code = "broken"

    def __init__(self, path: Place, kind: str) -> None:
        super().__init__(path=path, format=kind)


class EncryptedFile(ReaderError):  # noqa: N818
    """The file has a password, or is a book locked by its seller. Values: path (may be None)."""

    code = "encrypted"

    def __init__(self, path: Place, *, is_book: bool = False) -> None:
        if is_book:
            self.message_id = "encrypted_book"
        super().__init__(path=path)


class NoTextInside(ReaderError):  # noqa: N818
    """There are pages, but no text on them. Values: path (may be None), format."""

    code = "no_text"

    def __init__(self, path: Place, kind: str) -> None:
        super().__init__(path=path, format=kind)


class NoCharactersInside(ReaderError):  # noqa: N818
    """Fonts show letters and do not say which. Values: path (may be None), format."""

    code = "no_characters"

    def __init__(self, path: Place, kind: str) -> None:
        super().__init__(path=path, format=kind)


class OtherFormat(ReaderError):  # noqa: N818
    """A document in a format that is not read. Values: path (may be None), format, ending."""

    code = "other_format"

    def __init__(self, path: Place, kind: str, ending: str) -> None:
        super().__init__(path=path, format=kind, ending=ending)


class NeedsOffice(ReaderError):  # noqa: N818
    """LibreOffice would read the file, and is not there. Values: path, format, ending."""

    code = "needs_office"

    def __init__(self, path: Place, kind: str, ending: str) -> None:
        super().__init__(path=path, format=kind, ending=ending)


class TooMuchInside(ReaderError):  # noqa: N818
    """A file holds, or unpacks to, more than any document needs. Values: path (may be None)."""

    code = "too_much_inside"

    def __init__(self, path: Place) -> None:
        super().__init__(path=path)


class TakesTooLong(ReaderError):  # noqa: N818
    """Reading a file takes longer than any document needs. Values: path (may be None), seconds."""

    code = "takes_too_long"

    def __init__(self, path: Place, seconds: float) -> None:
        super().__init__(path=path, seconds=round(seconds))


class NoAddress(ReaderError):  # noqa: N818
    """The text is no address of a page. Values: address."""

    code = "no_address"

    def __init__(self, address: str) -> None:
        super().__init__(address=address)


class AddressNotFile(ReaderError):  # noqa: N818
    """An address stands where a file should. Values: address."""

    code = "address_not_file"

    def __init__(self, address: str) -> None:
        super().__init__(address=address)


class CannotFetch(ReaderError):  # noqa: N818
    """A page did not come. Values: address, reason."""

    code = "cannot_fetch"

    def __init__(self, address: str, reason: Cause) -> None:
        super().__init__(address=address, reason=reason)


class UnknownEncoding(ReaderError):  # noqa: N818
    """No encoding has this name. Values: encoding."""

    code = "encoding"

    def __init__(self, encoding: str) -> None:
        super().__init__(encoding=encoding)


class FileBusy(ReaderError):  # noqa: N818
    """Another program holds the lock of a file that is to be changed. Values: path."""

    code = "busy"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class DiskFull(ReaderError):  # noqa: N818
    """There is no room left to write. Values: path."""

    code = "disk_full"

    def __init__(self, path: Path | str) -> None:
        super().__init__(path=path)


class CannotRead(ReaderError):  # noqa: N818
    """The system refused to read. Values: path (may be None), reason."""

    code = "unreadable"

    def __init__(self, path: Place, reason: Cause) -> None:
        super().__init__(path=path, reason=reason)


class CannotWrite(ReaderError):  # noqa: N818
    """The system refused to write. Values: path, reason."""

    code = "unwritable"

    def __init__(self, path: Path | str, reason: Cause) -> None:
        super().__init__(path=path, reason=reason)


class InputClosed(ReaderError):  # noqa: N818
    """There is no standard input."""

    code = "input_closed"


class InputUnreadable(ReaderError):  # noqa: N818
    """The system refused to read standard input. Values: reason."""

    code = "input_unreadable"

    def __init__(self, reason: Cause) -> None:
        super().__init__(reason=reason)


class Unexpected(ReaderError):  # noqa: N818
    """Something failed that should not; said, not hidden. Values: name (may be empty), reason."""

    code = "unexpected"

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__(name=name, reason=Cause("system", words=str(error)))


class Crashed(ReaderError):  # noqa: N818
    """The program itself failed. Values: path (of the note on it; may be None), name."""

    code = "crashed"

    def __init__(self, path: Path | None, name: str) -> None:
        if path is None:
            self.message_id = "crashed_unnoted"
        super().__init__(path=path, name=name)


def reading_failed(path: Path | str, error: OSError) -> ReaderError:
    """Return the error to raise when reading `path` failed with `error`."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(path)
    if isinstance(error, IsADirectoryError):
        return IsFolder(path)
    if isinstance(error, PermissionError):
        return NoPermission(path)
    return CannotRead(path, cause_of(error))


def writing_failed(path: Path | str, error: Exception) -> ReaderError:
    """Return the error to raise when writing `path` failed with `error`."""
    if isinstance(error, IsADirectoryError):
        return CannotWrite(path, Cause("is_folder"))
    if isinstance(error, PermissionError):
        return NoPermission(path, writing=True)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CannotWrite(path, Cause("no_folder"))
    cause = cause_of(error)
    return DiskFull(path) if cause.code == "no_room" else CannotWrite(path, cause)
