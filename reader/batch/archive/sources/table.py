"""The table of shapes: what an archive can be. A new one is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass

from reader.batch.archive.sources import (
    documents,
    jsonl,
    members,
    table_csv,
    table_parquet,
    warc,
)
from reader.batch.archive.sources.slices import Check, Columns, Plan, Read


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of source: how its files end, how they are divided, and how slices are read.

    `check` looks for the column of the text where each row has whatever it has.
    `columns` tells those of a table, `has_given` that its rows have other cells. A file of a shape
    without `plan` is a page by itself. `needs` are the packages without which it cannot be read.
    """

    id: str
    endings: tuple[str, ...]
    read: Read
    plan: Plan | None = None
    columns: Columns | None = None
    check: Check | None = None
    has_given: bool = False
    needs: tuple[str, ...] = ()


DOCUMENTS = Shape("documents", documents.ENDINGS, documents.read)
SHAPES = (
    Shape(
        "jsonl",
        (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst"),
        jsonl.read, jsonl.plan, check=jsonl.check, has_given=True,
    ),
    Shape(
        "csv", (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst"),
        table_csv.read, table_csv.plan, table_csv.columns, has_given=True,
    ),
    Shape(
        "parquet", (".parquet",),
        table_parquet.read, table_parquet.plan, table_parquet.columns, has_given=True,
        needs=("pyarrow",),
    ),
    Shape(
        "warc", (".warc", ".warc.gz", ".wet", ".wet.gz", ".arc", ".arc.gz"), warc.read, warc.plan,
        needs=("warcio",),
    ),
    Shape("zip", (".zip",), members.read_zip, members.plan_zip),
    Shape("tar", (".tar", ".tar.gz", ".tgz", ".tar.zst"), members.read_tar, members.plan_tar),
    DOCUMENTS,
)  # fmt: skip


def shape_of(name: str) -> Shape | None:
    """Return the shape of a file with this name, None if no shape takes it."""
    lower = name.lower()
    return next((one for one in SHAPES if lower.endswith(one.endings)), None)


def shape_with(identity: str) -> Shape:
    """Return the shape with this id."""
    return next(one for one in SHAPES if one.id == identity)


def describe_shapes() -> str:
    """Return the endings of archives, for a message."""
    return ", ".join(one.endings[0] for one in SHAPES if one is not DOCUMENTS)
