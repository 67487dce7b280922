"""Results as lines of JSON, one object a page: .jsonl, also .gz and .zst."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import IO, Any, cast

from reader.batch.archive.extras import need
from reader.batch.archive.row import PageRow
from reader.batch.archive.sinks.part import Layout, Result, Write, given_name
from reader.batch.archive.sources.streams import Bytes
from reader.batch.archive.storage import open_to_read
from reader.export.json import dump_json

_PIECE = 2**20
_LEVEL = 6
OWN = tuple(one.name for one in fields(PageRow))
"""The names of what a row says, in order."""


class _Plain:
    def __init__(self, file: IO[bytes]) -> None:
        self.write = file.write

    def close(self) -> None:
        """Nothing is left to write."""


def _gzip(file: IO[bytes]) -> Any:  # noqa: ANN401 - files of two libraries
    # Neither a time nor a name: the same rows are the same bytes.
    return gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=_LEVEL, mtime=0)


def _zstd(file: IO[bytes]) -> Any:  # noqa: ANN401
    return need("zstandard").ZstdCompressor().stream_writer(file, closefd=False)


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Lines of JSON, packed or not; parts that are packed one by one may follow each other."""

    ending: str
    pack: Callable[[IO[bytes]], Any] = _Plain

    @contextmanager
    def write_part(self, file: IO[bytes], layout: Layout) -> Iterator[Write]:
        """Begin a part: each result becomes a line, the columns of the source first."""
        packed = self.pack(file)

        def write(result: Result) -> None:
            packed.write(f"{to_line(result, layout)}\n".encode())

        yield write
        packed.close()

    def join(self, parts: Iterable[str], file: IO[bytes], layout: Layout) -> None:
        """Write the parts one behind the other."""
        for part in parts:
            copy(part, file)

    def read(self, address: str) -> Iterator[PageRow]:
        """Yield the rows."""
        for values in read_objects(address):
            yield PageRow.from_dict(values)


PLAIN = JsonLines(".jsonl")
GZIP = JsonLines(".jsonl.gz", _gzip)
ZSTD = JsonLines(".jsonl.zst", _zstd)


def to_line(result: Result, layout: Layout) -> str:
    """Return a result as one line."""
    own = row_values(result.row, layout)
    given = {given_name(str(key), OWN): value for key, value in (result.page.given or {}).items()}
    return dump_json(jsonable({**given, **own}), indent=None)


def row_values(row: PageRow, layout: Layout) -> dict[str, Any]:
    """Return what a row says; every repair only where it was asked for."""
    own = row.to_dict()
    if not layout.details:
        del own["details"]
    return own


def jsonable(value: object) -> object:
    """Return what JSON can hold of a value: dates as text, bytes in base64."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if value == value and abs(value) != float("inf") else None
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case Mapping():
            return {str(key): jsonable(one) for key, one in value.items()}
        case list() | tuple():
            return [jsonable(one) for one in value]
        case _:
            return str(value)


def read_objects(address: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of lines. Raises ReaderError."""
    file = Bytes(address)
    try:
        while line := file.read_line(2**31 - 1):
            yield cast("dict[str, Any]", json.loads(line))
    finally:
        file.close()


def copy(address: str, file: IO[bytes], start: int = 0) -> None:
    """Write what stands in a file from a place on to another. Raises ReaderError."""
    with open_to_read(address) as part:
        part.seek(start)
        while piece := part.read(_PIECE):
            file.write(piece)
