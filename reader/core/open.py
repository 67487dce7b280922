"""Opens a file as a document, or as the text it holds."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from reader.core.decode import decode
from reader.core.document import Document, Origin
from reader.core.errors import (
    BinaryContent,
    CannotRead,
    EmptyFile,
    FileTooBig,
    IsFolder,
    reading_failed,
)
from reader.core.restore.pipeline import Progress, restore

LARGEST = 512 * 2**20  # bytes; text and repairs of more would fill the memory of a laptop


def open_document(
    path: str | Path, *, encoding: str | None = None, progress: Progress | None = None
) -> Document:
    """Decode the file and restore its text. Raises ReaderError with a clear message.

    Any text file is read, whatever its name ends in. `encoding` is the name of a codec; without
    it the encoding is found out. `progress` is called as by `restore`.
    """
    text, origin = read_text(path, encoding=encoding)
    return restore(text, origin=origin, progress=progress)


def read_text(path: str | Path, *, encoding: str | None = None) -> tuple[str, Origin]:
    """Return the text of a file exactly as it is, line ends too, and how it was read.

    Raises ReaderError: no such file, a folder, no permission, empty, binary, above 512 MB, no
    such encoding.
    """
    where = Path(path)
    try:
        if where.is_dir():
            raise IsFolder(where)
        # A device may never end; a pipe, such as the shell makes for <(command), is read.
        if where.exists() and not where.is_file() and not where.is_fifo():
            raise CannotRead(where, "it is no regular file")
        with where.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                raise FileTooBig(where, size, LARGEST)
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        failed = error if isinstance(error, OSError) else FileNotFoundError()
        raise reading_failed(where, failed) from error
    return text_of(data, where, encoding=encoding)


def text_of(data: bytes, path: Path | None, *, encoding: str | None = None) -> tuple[str, Origin]:
    """Return the text of bytes already read; errors name `path`. Raises ReaderError."""
    if len(data) > LARGEST:
        raise FileTooBig(path, len(data), LARGEST)
    try:
        text, origin = decode(data, encoding=encoding)
    except EmptyFile:
        raise EmptyFile(path) from None
    except BinaryContent as error:
        raise BinaryContent(path, kind=error.kind) from None
    return text, replace(origin, path=path)
