"""Opens a file as a document, or as the text it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from reader.formats.content import Source
from reader.formats.table import Refused, detect
from reader.repair.mechanism import Mechanism
from reader.repair.pipeline import Progress, restore
from reader.repair.registry import MECHANISMS
from reader.text.causes import Cause
from reader.text.document import Document, Origin
from reader.text.errors import (
    AddressNotFile,
    BinaryContent,
    CannotRead,
    EmptyFile,
    FileTooBig,
    IsFolder,
    Place,
    reading_failed,
)
from reader.text.files import read_up_to

LARGEST = 512 * 2**20  # bytes; text and repairs of more would fill the memory of a laptop


def open_document(
    path: str | Path,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    progress: Progress | None = None,
    mechanisms: Sequence[Mechanism] = MECHANISMS,
    workers: int = 1,
) -> Document:
    """Read the file and restore its text. Raises ReaderError with a clear message.

    Any text file is read, whatever its name ends in, and .html, .docx, .pdf, .epub, .ofd, .odt and
    .rtf by what they hold; .doc and .wps where LibreOffice is installed. `Document.structure` tells
    their headings, lists and tables. `encoding` is the name of a codec; without it the encoding is
    found out. `whole_page` takes all text of a page and not only its main text. `progress`,
    `mechanisms` and `workers` are those of `restore`.
    """
    text, origin = read_text(path, encoding=encoding, whole_page=whole_page)
    return restore(text, origin=origin, progress=progress, mechanisms=mechanisms, workers=workers)


def read_text(
    path: str | Path,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    check: Callable[[], None] | None = None,
) -> tuple[str, Origin]:
    """Return the text of a file and how it was read.

    A text file comes exactly as it is, line ends too; of other formats one paragraph a line, with
    `Origin.structure`. `check` is called now and then where reading takes long; what it raises (to
    cancel) goes through. Raises ReaderError: no such file, a folder, no permission, empty, binary,
    damaged, protected, above 512 MB, no such encoding.
    """
    where = Path(path)
    try:
        if where.is_dir():
            raise IsFolder(where)
        # A device may never end; a pipe, such as the shell makes for <(command), is read.
        if where.exists() and not where.is_file() and not where.is_fifo():
            raise CannotRead(where, Cause("not_regular"))
        with where.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                raise FileTooBig(where, size, LARGEST)
            data = read_up_to(file, LARGEST)
        if data is None:
            raise FileTooBig(where, LARGEST + 1, LARGEST)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if str(path).lower().startswith(("http:/", "https:/")):
            raise AddressNotFile(str(path)) from None
        failed = error if isinstance(error, OSError) else FileNotFoundError()
        raise reading_failed(where, failed) from error
    return text_of(data, where, encoding=encoding, whole_page=whole_page, check=check)


def fetch_text(
    address: str,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    check: Callable[[], None] | None = None,
) -> tuple[str, Origin]:
    """Fetch what an address gives (http, https) and return its text and how it was read.

    Nothing else in Jingdu uses the network, and this only where the user gave the address.
    `check` is called between pieces; what it raises (to cancel) goes through. Raises ReaderError.
    """
    from reader.formats.address import fetch  # nobody else needs the network

    data, final = fetch(address, check=check)
    name = urlsplit(final).path.rpartition("/")[2]
    text, origin = _text_of(data, address, name, encoding, whole_page, check)
    return text, replace(origin, address=final)


def text_of(
    data: bytes,
    path: Path | None,
    *,
    encoding: str | None = None,
    whole_page: bool = False,
    check: Callable[[], None] | None = None,
) -> tuple[str, Origin]:
    """Return the text of bytes already read; errors name `path`, `check` is that of `read_text`.

    Raises ReaderError.
    """
    name = "" if path is None else path.name
    text, origin = _text_of(data, path, name, encoding, whole_page, check)
    return text, replace(origin, path=path)


def text_of_fragment(html: str) -> tuple[str, Origin]:
    """Return the text of a piece of HTML, such as a selection on the clipboard, and its structure.

    The text may be empty.
    """
    from reader.formats.html import read_fragment

    found = read_fragment(html)
    return found.text, Origin(
        encoding="",
        format="html",
        whole_page=True,
        structure=found.structure,
        left_out=found.left_out,
    )


def _text_of(
    data: bytes,
    where: Place,
    name: str,
    encoding: str | None,
    whole_page: bool,
    check: Callable[[], None] | None,
) -> tuple[str, Origin]:
    if len(data) > LARGEST:
        raise FileTooBig(where, len(data), LARGEST)
    found = detect(data, name)
    if isinstance(found, Refused):
        raise found.error(where)
    try:
        content = found.read(Source(data, where, encoding, whole_page, check))
    except EmptyFile:
        raise EmptyFile(where) from None
    except BinaryContent as error:
        raise BinaryContent(where, kind=error.kind) from None
    return content.text, Origin(
        encoding=content.encoding,
        how=content.how,
        lost=content.lost,
        format=found.id,
        whole_page=whole_page and found.has_whole_page,
        structure=content.structure,
        cuts=content.cuts,
        left_out=content.left_out,
    )
