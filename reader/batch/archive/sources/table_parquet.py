"""Tables of columns: .parquet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from reader.batch.archive.errors import NoColumn
from reader.batch.archive.extras import need
from reader.batch.archive.sources.cells import address_of, date_of, list_names, text_of_cell
from reader.batch.archive.sources.names import path_of_row
from reader.batch.archive.sources.slices import Found, Measure, Reading, Slice
from reader.batch.archive.sources.streams import Streams
from reader.batch.archive.storage import Entry, open_to_read
from reader.text.causes import cause_of
from reader.text.errors import BrokenFile, CannotRead

_AT_ONCE = 128  # rows that are unpacked together
_BUFFER = 2**20


def columns(entry: Entry, reading: Reading) -> Any:  # noqa: ANN401 - a schema of pyarrow
    """Return the schema. Raises ReaderError."""
    table = _open(entry.address)
    try:
        return _check(table.schema_arrow, entry.address, reading)
    finally:
        table.close()


def plan(entry: Entry, reading: Reading, measure: Measure) -> Iterator[Slice]:
    """Divide a table between the rows of its row groups."""
    table = _open(entry.address)
    try:
        _check(table.schema_arrow, entry.address, reading)
        metadata = table.metadata
        row = 0
        total = max(1, sum(metadata.row_group(at).total_byte_size for at in _groups(metadata)))
        for at in _groups(metadata):
            group = metadata.row_group(at)
            each = max(1.0, group.total_byte_size / max(1, group.num_rows))
            step = max(1, min(measure.pages, int(measure.size / each)))
            for start in range(0, group.num_rows, step):
                stop = min(start + step, group.num_rows)
                work = int((stop - start) * each * entry.size / total)
                yield Slice(row + start, row + stop, stop - start, work, group=at)
            row += group.num_rows
    finally:
        table.close()


def read(address: str, part: Slice, reading: Reading, streams: Streams) -> Iterator[Found]:
    """Yield a page for each row of a slice."""
    table = streams.other(address, partial(_open, address))
    pyarrow = need("pyarrow")
    first = sum(table.metadata.row_group(at).num_rows for at in range(part.group))
    at = first
    number = 0
    try:
        batches = table.iter_batches(batch_size=_AT_ONCE, row_groups=[part.group])
        for batch in batches:
            if at >= part.stop:
                break
            low, high = max(part.start, at), min(part.stop, at + batch.num_rows)
            at += batch.num_rows
            if low >= high:
                continue
            for given in to_rows(batch.slice(low - (at - batch.num_rows), high - low)):
                yield Found(
                    number,
                    f"#{part.start + number}",
                    partial(text_of_cell, given, reading.column),
                    address=address_of(given, reading.column),
                    date=date_of(given, reading.column),
                    path=path_of_row("", part.start + number),
                    given=given,
                )
                number += 1
    except pyarrow.ArrowInvalid as error:
        raise BrokenFile(address, "Parquet") from error


class Nanoseconds(int):
    """A time that Python's own cannot hold, as the number that it is in the table."""

    def isoformat(self) -> str:
        """Return it as ISO 8601, in UTC."""
        import numpy as np  # few tables have such times

        return str(np.datetime64(int(self), "ns"))


def to_rows(batch: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the rows of a record batch as dicts, times to the nanosecond as `Nanoseconds`."""
    arrow = need("pyarrow")
    columns: list[list[Any]] = []
    for column in batch.columns:
        if arrow.types.is_temporal(column.type) and getattr(column.type, "unit", "") == "ns":
            numbers = column.cast(arrow.int64()).to_pylist()
            columns.append([None if one is None else Nanoseconds(one) for one in numbers])
        else:
            columns.append(column.to_pylist())
    names = batch.schema.names
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _groups(metadata: Any) -> range:  # noqa: ANN401
    return range(metadata.num_row_groups)


def _open(address: str) -> Any:  # noqa: ANN401
    parquet, pyarrow = need("pyarrow.parquet"), need("pyarrow")
    file = open_to_read(address)
    try:
        # A buffer: else all of a column of a row group is in memory at once.
        return _owner(parquet)(file, buffer_size=_BUFFER, pre_buffer=False)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError) as error:
        file.close()
        raise BrokenFile(address, "Parquet") from error
    except OSError as error:
        file.close()
        raise CannotRead(address, cause_of(error)) from error


def _owner(parquet: Any) -> Any:  # noqa: ANN401
    """Return the class of a table that closes its file with itself."""

    class Owner(parquet.ParquetFile):  # type: ignore[misc]
        def __init__(self, file: Any, **options: Any) -> None:  # noqa: ANN401
            super().__init__(file, **options)
            self._own = file

        def close(self, force: bool = True) -> None:
            super().close(force=force)
            self._own.close()

    return Owner


def _check(schema: Any, address: str, reading: Reading) -> Any:  # noqa: ANN401
    if reading.column not in schema.names:
        raise NoColumn(address, reading.column, list_names(schema.names))
    return schema
