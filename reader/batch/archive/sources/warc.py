"""Crawls: .warc and .warc.gz, and the texts that are made of them (.wet)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from reader.batch.archive.extras import need
from reader.batch.archive.sources.documents import read_bytes
from reader.batch.archive.sources.members import gather
from reader.batch.archive.sources.names import Twins, path_of_address
from reader.batch.archive.sources.slices import (
    LARGEST_PAGE,
    Found,
    Measure,
    Member,
    Reading,
    Slice,
    broken,
)
from reader.batch.archive.sources.streams import Bytes, Streams
from reader.batch.archive.storage import Entry
from reader.text.document import Origin
from reader.text.errors import BrokenFile, EmptyFile, FileTooBig, ReaderError

_RECORDS = ("response", "resource", "conversion")
# By what a record says that it holds: how the name of such a document ends.
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/epub+zip": ".epub",
    "application/rtf": ".rtf",
    "": ".html",
}


def plan(entry: Entry, reading: Reading, measure: Measure) -> Iterator[Slice]:
    """Divide a crawl between its records. What stands before a damaged place is cleaned."""
    file = Bytes(entry.address)
    twins = Twins()

    def members() -> Iterator[Member]:
        for record, place, size in _records(file):
            if _ending(record) is not None:
                name = path_of_address(_address(record))
                yield Member(place, size, name, twins.count(name))

    reached = 0
    try:
        for part in gather(members(), measure):
            raw = file.tell_raw()
            yield Slice(0, 0, part.count, max(0, raw - reached), part.members)
            reached = raw
    except ReaderError as error:
        yield broken(0, str(error))
    finally:
        file.close()


def read(address: str, part: Slice, reading: Reading, streams: Streams) -> Iterator[Found]:
    """Yield the pages of a slice."""
    for number, one in enumerate(part.members):
        if one.size > LARGEST_PAGE:
            error = FileTooBig(one.name, one.size, LARGEST_PAGE)
            yield Found(number, one.name, partial(_fail, error), path=one.name, twin=one.twin)
            continue
        data = streams.at(address, one.place).read(one.size)
        if len(data) < one.size:
            raise BrokenFile(address, "WARC")
        record = next(iter(need("warcio.archiveiterator").ArchiveIterator(BytesIO(data))), None)
        if record is None:
            raise BrokenFile(address, "WARC")
        yield Found(
            number,
            _address(record) or one.name,
            partial(_read, record, one.name, reading),
            address=_address(record),
            date=record.rec_headers.get_header("WARC-Date") or "",
            path=one.name,
            twin=one.twin,
        )


def _records(file: Bytes) -> Iterator[tuple[Any, int, int]]:
    """Yield each record, where it begins, and its bytes. Raises ReaderError.

    Places are those of the unpacked bytes, whether each record was packed by itself, as is usual,
    or the file as a whole. A record is yielded when its end was found.
    """
    iterate = need("warcio.archiveiterator").ArchiveIterator
    failed = need("warcio.exceptions").ArchiveLoadFailed
    records = iterate(_Feed(file))
    seen = False
    try:
        for record in records:
            seen = True
            place = records.get_record_offset()
            records.read_to_end(record)
            yield record, place, records.get_record_length()
    except (failed, EOFError, ValueError, AttributeError) as error:
        raise BrokenFile(file.address, "WARC") from error
    if not seen:
        raise EmptyFile(file.address)


class _Feed:
    """What warcio reads from; it asks for bytes and for how many it had."""

    def __init__(self, file: Bytes) -> None:
        self._file = file
        self.read = file.read

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._file.at

    def close(self) -> None:
        """Leave the file open: others read on."""


def _ending(record: Any) -> str | None:  # noqa: ANN401 - warcio has no types
    """Return how the name of a record's document ends; None if it is no page."""
    if record.rec_type not in _RECORDS:
        return None
    kind = record.rec_headers.get_header("Content-Type") or ""
    if record.http_headers is not None:
        status = record.http_headers.get_statuscode() or ""
        if not status.startswith("2"):
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    return _KINDS.get(kind.partition(";")[0].strip().lower())


def _address(record: Any) -> str:  # noqa: ANN401
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _read(record: Any, name: str, reading: Reading) -> tuple[str, Origin]:  # noqa: ANN401
    try:
        data: bytes = record.content_stream().read(LARGEST_PAGE + 1)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise BrokenFile(name, "WARC") from error
    if len(data) > LARGEST_PAGE:
        raise FileTooBig(name, len(data), LARGEST_PAGE)
    path, ending = name.partition("?")[0], _ending(record) or ""
    return read_bytes(data, path if path.lower().endswith(ending) else path + ending, reading)


def _fail(error: ReaderError) -> tuple[str, Origin]:
    raise error
