"""Documents that lie in a folder, or were named one by one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reader.batch.archive.sources.slices import LARGEST_PAGE, Found, Reading, Slice
from reader.batch.archive.sources.streams import Streams
from reader.batch.archive.storage import join, open_to_read
from reader.formats.open import text_of
from reader.formats.table import FORMATS
from reader.text.causes import cause_of
from reader.text.document import Origin
from reader.text.errors import CannotRead, FileTooBig
from reader.text.files import read_up_to

ENDINGS = tuple(ending for known in FORMATS for ending in known.endings)


def is_page(name: str) -> bool:
    """Tell by its name whether a file is a document that can be a page; hidden ones are none."""
    parts = name.replace("\\", "/").split("/")
    return parts[-1].lower().endswith(ENDINGS) and not any(
        part[:1] == "." and part.strip(".") for part in parts
    )


def read(address: str, part: Slice, reading: Reading, _streams: Streams) -> Iterator[Found]:
    """Yield the documents of a folder that a slice names."""
    for number, one in enumerate(part.members):
        where = join(address, one.name) if address else one.name
        yield Found(
            number, one.name, partial(_read, where, one.name, reading), path=one.name, twin=one.twin
        )


def _read(where: str, name: str, reading: Reading) -> tuple[str, Origin]:
    with open_to_read(where) as file:
        try:
            data = read_up_to(file, LARGEST_PAGE)
        except OSError as error:
            raise CannotRead(where, cause_of(error)) from error
    if data is None:
        raise FileTooBig(name, LARGEST_PAGE + 1, LARGEST_PAGE)
    return read_bytes(data, name, reading)


def read_bytes(data: bytes, name: str, reading: Reading) -> tuple[str, Origin]:
    """Return the text of the bytes of a document. Raises ReaderError."""
    return text_of(data, Path(name), encoding=reading.encoding, whole_page=reading.whole_page)
