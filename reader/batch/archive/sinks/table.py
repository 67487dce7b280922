"""The table of outputs: what the results of an archive can be. A new one is a module and a line."""

from __future__ import annotations

from reader.batch.archive.sinks.folder import Folder
from reader.batch.archive.sinks.jsonl import GZIP, PLAIN, ZSTD
from reader.batch.archive.sinks.part import Sink
from reader.batch.archive.sinks.table_csv import Csv
from reader.batch.archive.sinks.table_parquet import Parquet

TREE = Folder()
SINKS: tuple[Sink, ...] = (PLAIN, GZIP, ZSTD, Csv(), Parquet())


def sink_for(output: str) -> Sink:
    """Return the shape of an output, by the ending of its name; without one it is a folder."""
    name = output.rstrip("/").lower()
    return next((one for one in SINKS if name.endswith(one.ending)), TREE)
