"""Results as a table of columns: .parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from reader.batch.archive.extras import need
from reader.batch.archive.row import PageRow
from reader.batch.archive.sinks.jsonl import OWN, jsonable
from reader.batch.archive.sinks.part import Layout, Result, Write, given_name
from reader.batch.archive.storage import open_to_read
from reader.export.json import dump_json
from reader.text.kinds import RepairKind

_ROWS, _SIZE = 2_000, 8 * 2**20  # rows and code points that one row group holds at most
_KINDS = tuple(kind.value for kind in RepairKind)
_INPUT = "input"
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Parquet:
    """A table with nested columns: `counts` has a field for each kind, `details` is a list.

    The columns of a table that was read come first, with their types; of other sources that have
    something besides the text, one column `input` holds it as JSON.
    """

    ending: str = ".parquet"
    needs: tuple[str, ...] = ("pyarrow",)

    @contextmanager
    def write_part(self, file: IO[bytes], layout: Layout) -> Iterator[Write]:
        """Begin a part; row groups are written as they fill."""
        pyarrow, parquet = need("pyarrow"), need("pyarrow.parquet")
        schema = make_schema(layout)
        with parquet.ParquetWriter(file, schema, compression="zstd") as table:
            waiting: list[dict[str, Any]] = []
            size = 0

            def flush() -> None:
                nonlocal size
                table.write_batch(pyarrow.RecordBatch.from_pylist(waiting, schema=schema))
                waiting.clear()
                size = 0

            def write(result: Result) -> None:
                nonlocal size
                waiting.append(to_values(result, layout))
                size += 2 * result.row.characters + len(result.row.clean or "")
                if len(waiting) >= _ROWS or size >= _SIZE:
                    flush()

            yield write
            if waiting:
                flush()

    def join(self, parts: Iterable[str], file: IO[bytes], layout: Layout) -> None:
        """Write the row groups of all parts, one after the other."""
        parquet = need("pyarrow.parquet")
        with parquet.ParquetWriter(file, make_schema(layout), compression="zstd") as table:
            for part in parts:
                with open_to_read(part) as source:
                    found = parquet.ParquetFile(source)
                    for number in range(found.metadata.num_row_groups):
                        table.write_table(found.read_row_group(number))

    def read(self, address: str) -> Iterator[PageRow]:
        """Yield the rows."""
        parquet = need("pyarrow.parquet")
        with open_to_read(address) as file:
            table = parquet.ParquetFile(file, buffer_size=2**20, pre_buffer=False)
            names = [name for name in table.schema_arrow.names if name in OWN]
            for batch in table.iter_batches(batch_size=_AT_ONCE, columns=names):
                for values in batch.to_pylist():
                    counts = values["counts"] or {}
                    values["counts"] = {kind: count for kind, count in counts.items() if count}
                    yield PageRow.from_dict(values)


def own_fields(*, details: bool) -> list[Any]:
    """Return the Arrow fields of what a row says."""
    pa = need("pyarrow")
    types = {
        "position": pa.int64(),
        "counts": pa.struct([pa.field(kind, pa.int32()) for kind in _KINDS]),
        "repairs": pa.int32(),
        "lost": pa.int32(),
        "undecided": pa.int32(),
        "unsure": pa.int32(),
        "lowest": pa.float64(),
        "characters": pa.int64(),
        "details": pa.list_(
            pa.struct(
                [
                    *(pa.field(name, pa.string()) for name in ("kind", "rule", "before", "after")),
                    *(pa.field(name, pa.int64()) for name in ("start", "end")),
                    pa.field("confidence", pa.float64()),
                    pa.field("state", pa.string()),
                ]
            )
        ),
    }
    names = [name for name in OWN if details or name != "details"]
    return [pa.field(name, types.get(name, pa.string())) for name in names]


def make_schema(layout: Layout) -> Any:  # noqa: ANN401 - a schema of pyarrow
    """Return the columns of an output."""
    pa = need("pyarrow")
    own = own_fields(details=layout.details)
    names = [one.name for one in own]
    if layout.columns is None:
        given = [pa.field(_INPUT, pa.string())] if layout.has_given else []
    elif isinstance(layout.columns, pa.Schema):
        given = [one.with_name(given_name(one.name, names)) for one in layout.columns]
    else:
        given = [pa.field(given_name(name, names), pa.string()) for name in layout.columns]
    return pa.schema([*given, *own])


def to_values(result: Result, layout: Layout) -> dict[str, Any]:
    """Return a result as Arrow takes it."""
    own = own_values(result.row, details=layout.details)
    given = result.page.given or {}
    if layout.columns is None:
        if not layout.has_given:
            return own
        return {**own, _INPUT: dump_json(jsonable(given), indent=None)}
    names = getattr(layout.columns, "names", layout.columns)
    renamed = {given_name(name, list(own)): _whole(given.get(name)) for name in names}
    return {**renamed, **own}


def own_values(row: PageRow, *, details: bool) -> dict[str, Any]:
    """Return what a row says as Arrow takes it."""
    values = {name: _whole(value) for name, value in row.to_dict().items()}
    values["counts"] = {kind: row.counts.get(kind, 0) for kind in _KINDS}
    if details:
        values["details"] = [
            {name: _whole(value) for name, value in one.items()} for one in row.details or ()
        ]
        if row.details is None:
            values["details"] = None
    else:
        del values["details"]
    return values


def _whole(value: Any) -> Any:  # noqa: ANN401 - cells are whatever they are
    """Return a value without half characters, which no UTF-8 can hold."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value
