"""What can go wrong when a document is read or written, said so that a user can act on it."""

from __future__ import annotations

import errno
from pathlib import Path

Place = Path | str | None
"""What an error names: a file, an address, or None for standard input or the clipboard."""


class ReaderError(Exception):
    """A failure the user can do something about.

    `what` says what happened, `advice` what to do next, both in English; `code` is a stable id by
    which the window finds its translation, `values` the values named in both sentences.
    """

    code = "error"

    def __init__(self, what: str, advice: str = "", **values: object) -> None:
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process; its values alone make it again."""
        return _again, (type(self), self.what, self.advice, self.values)


def _again(
    kind: type[ReaderError], what: str, advice: str, values: dict[str, object]
) -> ReaderError:
    error = kind.__new__(kind)
    ReaderError.__init__(error, what, advice, **values)
    return error


class FileMissing(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """There is no such file. Values: path."""

    code = "missing"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} does not exist.", "Check the name, or whether it was moved.", path=path
        )


class IsFolder(ReaderError):  # noqa: N818
    """The path is a folder. Values: path."""

    code = "folder"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder.", "Choose a file inside it.", path=path)


class NoPermission(ReaderError):  # noqa: N818
    """The file may not be read or written. Values: path."""

    code = "permission"

    def __init__(self, path: Path, *, writing: bool = False) -> None:
        super().__init__(
            f"{path} may not be {'written' if writing else 'read'}.",
            "Choose another place, or ask its owner for the right to do so."
            if writing
            else "Ask its owner for the right to read it, or copy it to a folder of your own.",
            path=path,
        )


class EmptyFile(ReaderError):  # noqa: N818
    """The file holds nothing. Values: path (may be None)."""

    code = "empty"

    def __init__(self, path: Place = None) -> None:
        super().__init__(
            f"{path or 'The input'} is empty.", "Choose a file that holds text.", path=path
        )


class BinaryContent(ReaderError):  # noqa: N818
    """The bytes are no text. Values: path (may be None), format (may be empty)."""

    code = "binary"

    def __init__(self, path: Place = None, *, kind: str = "") -> None:
        is_ = f"is a {kind} file, not a text file" if kind else "holds no text but binary data"
        super().__init__(
            f"{path or 'The input'} {is_}.",
            "Save its text as a .txt file first, or, if it is text, name its encoding.",
            path=path,
            format=kind,
        )
        self.kind = kind


class FileTooBig(ReaderError):  # noqa: N818
    """The file is above the limit. Values: path (may be None), megabytes, limit (both in MB)."""

    code = "too_big"

    def __init__(self, path: Place, size: int, limit: int) -> None:
        megabytes, most = -(-size // 2**20), limit // 2**20
        super().__init__(
            f"{path or 'The input'} has {megabytes} MB; at most {most} MB can be opened.",
            "Split it into smaller files.",
            path=path,
            megabytes=megabytes,
            limit=most,
        )


class BrokenFile(ReaderError):  # noqa: N818
    """The bytes are not what their format asks for. Values: path (may be None), format."""

    code = "broken"

    def __init__(self, path: Place, kind: str) -> None:
        super().__init__(
            f"{path or 'The input'} is a damaged {kind} file.",
            "Get it again from where it came, or open it in its own program and save it anew.",
            path=path,
            format=kind,
        )


class EncryptedFile(ReaderError):  # noqa: N818
    """The file has a password. Values: path (may be None)."""

    code = "encrypted"

    def __init__(self, path: Place) -> None:
        super().__init__(
            f"{path or 'The input'} is protected by a password.",
            "Open it in its own program, take the protection off, and save it.",
            path=path,
        )


class NoTextInside(ReaderError):  # noqa: N818
    """There are pages, but no text on them. Values: path (may be None), format."""

    code = "no_text"

    def __init__(self, path: Place, kind: str) -> None:
        super().__init__(
            f"{path or 'The input'} holds no text: this {kind} file has pictures or nothing in it.",
            "If it was scanned, let a program recognise its text (OCR) first, and open the result.",
            path=path,
            format=kind,
        )


class OtherFormat(ReaderError):  # noqa: N818
    """A document in a format that is not read. Values: path (may be None), format, ending."""

    code = "other_format"

    def __init__(self, path: Place, kind: str, ending: str) -> None:
        super().__init__(
            f"{path or 'The input'} is in a format that Jingdu cannot read: {kind}.",
            f"Open it in its own program and save it as {ending}.",
            path=path,
            format=kind,
            ending=ending,
        )


class TooMuchInside(ReaderError):  # noqa: N818
    """An archive unpacks to more than any document needs. Values: path (may be None), limit."""

    code = "too_much_inside"

    def __init__(self, path: Place, limit: int) -> None:
        super().__init__(
            f"{path or 'The input'} unpacks to more than {limit // 2**20} MB.",
            "It may be made to fill the memory. If you trust it, save it as text first.",
            path=path,
            limit=limit // 2**20,
        )


class NoAddress(ReaderError):  # noqa: N818
    """The text is no address of a page. Values: address."""

    code = "no_address"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address or 'This'} is not the address of a page.",
            "An address begins with http:// or https:// and has no password in it.",
            address=address,
        )


class AddressNotFile(ReaderError):  # noqa: N818
    """An address stands where a file should. Values: address."""

    code = "address_not_file"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} is an address, not a file; nothing was fetched.",
            "To fetch it, say so: jingdu clean --url ADDRESS, or Open address in the window.",
            address=address,
        )


class CannotFetch(ReaderError):  # noqa: N818
    """A page did not come. Values: address, reason."""

    code = "cannot_fetch"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"{address} could not be fetched: {reason}.",
            "Check the address and the connection, or save the page in a browser and open that.",
            address=address,
            reason=reason,
        )


class UnknownEncoding(ReaderError):  # noqa: N818
    """No encoding has this name. Values: encoding."""

    code = "encoding"

    def __init__(self, encoding: str) -> None:
        super().__init__(
            f"There is no encoding called {encoding}.",
            "Try utf-8, gb18030, big5 or utf-16.",
            encoding=encoding,
        )


class FileBusy(ReaderError):  # noqa: N818
    """Another program holds the lock of a file that is to be changed. Values: path."""

    code = "busy"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is in use by another program; nothing was saved.",
            "Try again in a moment, or close other windows of Jingdu.",
            path=path,
        )


class DiskFull(ReaderError):  # noqa: N818
    """There is no room left to write. Values: path."""

    code = "disk_full"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no room left to write {path}.",
            "Free some space, or choose another disk.",
            path=path,
        )


class CannotRead(ReaderError):  # noqa: N818
    """The system refused to read. Values: path, reason."""

    code = "unreadable"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} cannot be read: {reason}.",
            "Copy it to another disk.",
            path=path,
            reason=reason,
        )


class CannotWrite(ReaderError):  # noqa: N818
    """The system refused to write. Values: path, reason."""

    code = "unwritable"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} cannot be written: {reason}.",
            "Choose another name or folder.",
            path=path,
            reason=reason,
        )


def reading_failed(path: Path, error: OSError) -> ReaderError:
    """Return the error to raise when reading `path` failed with `error`."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(path)
    if isinstance(error, IsADirectoryError):
        return IsFolder(path)
    if isinstance(error, PermissionError):
        return NoPermission(path)
    return CannotRead(path, error.strerror or str(error))


def writing_failed(path: Path, error: OSError) -> ReaderError:
    """Return the error to raise when writing `path` failed with `error`."""
    if isinstance(error, IsADirectoryError):
        return CannotWrite(path, "it is a folder")
    if isinstance(error, PermissionError):
        return NoPermission(path, writing=True)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CannotWrite(path, "its folder does not exist")
    return CannotWrite(path, error.strerror or str(error))
