"""Restores texts inside somebody else's pipeline: iterables of str, and Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, overload

from reader.batch.archive.chunk import Task, clean_page
from reader.batch.archive.errors import NoColumn
from reader.batch.archive.extras import need
from reader.batch.archive.limits import MOST_CHARACTERS
from reader.batch.archive.page import Page
from reader.batch.archive.row import PageRow
from reader.batch.archive.sinks.part import Layout, given_name
from reader.batch.archive.sinks.table_parquet import own_fields, own_values
from reader.batch.archive.sources.cells import (
    address_of,
    date_of,
    list_names,
    text_of_cell,
)
from reader.batch.archive.sources.slices import Reading
from reader.batch.archive.sources.table_parquet import to_rows

if TYPE_CHECKING:
    import pyarrow as pa

_NOT_NEW = ("page", "source", "position", "address", "host", "date")
"""What a row says of where a page stood: a table of somebody else's says that by itself."""


@overload
def restore_batch(
    pages: Iterable[str],
    column: str = ...,
    *,
    repairs: bool = ...,
    most_characters: int = ...,
) -> Iterator[PageRow]: ...
@overload
def restore_batch(  # an Arrow table or record batch
    pages: Any,  # noqa: ANN401
    column: str = ...,
    *,
    repairs: bool = ...,
    most_characters: int = ...,
) -> Any: ...  # noqa: ANN401
def restore_batch(
    pages: Any,
    column: str = "text",
    *,
    repairs: bool = False,
    most_characters: int = MOST_CHARACTERS,
) -> Any:
    """Restore many texts; what is wrong with one stands in its row and stops no other.

    An iterable of str becomes an iterator of `PageRow`, one by one. An Arrow table or record batch
    becomes the same with new columns behind its own: damage, counts, repairs, lost, undecided,
    unsure, lowest, characters, clean, error and, with `repairs`, details; a column of its own of
    such a name is kept as input_NAME. `column` is that of the text; more than `most_characters`
    code points are not restored. Raises ReaderError: no such column, or pyarrow is not installed.

    >>> [row.clean for row in restore_batch(["推動(dòng)勞(lao)動(dòng)關(guān)係(xi)"])]
    ['推动劳动关系']

    Dask, by partitions (the models are loaded once in each worker):

        import dask.dataframe as dd
        import pyarrow as pa
        from reader.batch import restore_batch

        def clean(part):
            return restore_batch(pa.Table.from_pandas(part, preserve_index=False)).to_pandas()

        frame = dd.read_parquet("pages/")
        empty = frame.head(0)
        schema = restore_batch(pa.Table.from_pandas(empty, preserve_index=False)).schema
        frame.map_partitions(clean, meta=clean(empty)).to_parquet(
            "clean/", schema=schema, write_index=False
        )

    Ray Data:

        ray.data.read_parquet("pages/").map_batches(
            restore_batch, batch_format="pyarrow", fn_kwargs={"column": "text"}
        ).write_parquet("clean/")

    Spark:

        from reader.batch import restore_batch, restored_schema

        def clean(batches):
            return map(restore_batch, batches)

        frame = spark.read.parquet("pages/")
        schema = restored_schema(frame.limit(0).toArrow().schema)
        frame.mapInArrow(clean, from_arrow_schema(schema)).write.parquet("clean/")

    where from_arrow_schema is that of pyspark.sql.pandas.types.
    """
    task = Task(Reading(column), Layout("", details=repairs), "", most_characters)
    if hasattr(pages, "schema") and hasattr(pages, "to_batches"):
        return _restore_table(pages, task)
    if hasattr(pages, "schema") and hasattr(pages, "to_pylist"):
        return _restore_record_batch(pages, task, restored_schema(pages.schema, repairs=repairs))
    if isinstance(pages, str | bytes):
        raise TypeError("pages is one text; give several, such as a list of one")
    return _restore_texts(pages, task)


def restored_schema(schema: pa.Schema, *, repairs: bool = False) -> pa.Schema:
    """Return the schema of what `restore_batch` makes of a table with this schema."""
    arrow = need("pyarrow")
    new = [one for one in own_fields(details=repairs) if one.name not in _NOT_NEW]
    own = [one.name for one in new]
    given = [one.with_name(given_name(one.name, own)) for one in schema]
    return arrow.schema([*given, *new])


def _restore_texts(texts: Iterable[str], task: Task) -> Iterator[PageRow]:
    for position, text in enumerate(texts):
        read = partial(text_of_cell, {task.reading.column: text}, task.reading.column)
        yield clean_page(Page(f"#{position}", "", position, read), task)


def _restore_table(table: Any, task: Task) -> Any:  # noqa: ANN401 - pyarrow is optional
    arrow = need("pyarrow")
    schema = restored_schema(table.schema, repairs=task.layout.details)
    batches = (_restore_record_batch(one, task, schema) for one in table.to_batches(256))
    return arrow.Table.from_batches(batches, schema=schema)


def _restore_record_batch(batch: Any, task: Task, schema: Any) -> Any:  # noqa: ANN401
    arrow = need("pyarrow")
    column = task.reading.column
    if column not in batch.schema.names:
        raise NoColumn("The table", column, list_names(batch.schema.names))
    rows = [
        own_values(_restore_row(given, position, task), details=task.layout.details)
        for position, given in enumerate(to_rows(batch))
    ]
    count = len(batch.schema.names)
    new = [
        arrow.array([row[field.name] for row in rows], type=field.type)
        for field in list(schema)[count:]
    ]
    return arrow.RecordBatch.from_arrays([*batch.columns, *new], schema=schema)


def _restore_row(given: Mapping[str, Any], position: int, task: Task) -> PageRow:
    column = task.reading.column
    page = Page(
        f"#{position}",
        "",
        position,
        partial(text_of_cell, given, column),
        address_of(given, column),
        date_of(given, column),
    )
    return clean_page(page, task)
