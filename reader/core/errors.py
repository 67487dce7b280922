"""What can go wrong when a document is read or written, said so that a user can act on it."""

from __future__ import annotations

import errno
from pathlib import Path


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

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(
            f"{path or 'The input'} is empty.", "Choose a file that holds text.", path=path
        )


class BinaryContent(ReaderError):  # noqa: N818
    """The bytes are no text. Values: path (may be None), format (may be empty)."""

    code = "binary"

    def __init__(self, path: Path | None = None, *, kind: str = "") -> None:
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

    def __init__(self, path: Path | None, size: int, limit: int) -> None:
        megabytes, most = -(-size // 2**20), limit // 2**20
        super().__init__(
            f"{path or 'The input'} has {megabytes} MB; at most {most} MB can be opened.",
            "Split it into smaller files.",
            path=path,
            megabytes=megabytes,
            limit=most,
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
