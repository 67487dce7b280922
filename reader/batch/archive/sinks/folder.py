"""Results as a folder of clean texts that keeps the tree of its source.

What is known of each page stands in lines of JSON, which name the file instead of holding the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO

from reader.batch.archive.row import PageRow
from reader.batch.archive.sinks.jsonl import copy, jsonable, read_objects, row_values
from reader.batch.archive.sinks.part import Layout, Result, Write
from reader.batch.archive.sources.names import result_path
from reader.batch.archive.storage import create, join, open_to_read
from reader.export.json import dump_json
from reader.text.causes import cause_of
from reader.text.errors import CannotRead
from reader.text.files import encode_text

ROWS = "pages.jsonl"
FILE = "file"
"""The name of the cell that says where the clean text of a page lies."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of texts; each takes its name when it is whole."""

    ending: str = ".jsonl"
    needs: tuple[str, ...] = ()

    @contextmanager
    def write_part(self, file: IO[bytes], layout: Layout) -> Iterator[Write]:
        """Begin a part: the texts go into the folder, the part says where."""

        def write(result: Result) -> None:
            path = ""
            if result.row.clean is not None:
                path = result_path(result.page.path, result.page.twin)
                with create(join(layout.address, path)) as target:
                    target.write(encode_text(result.row.clean))
            values = {**row_values(replace(result.row, clean=None), layout), FILE: path}
            del values["clean"]
            file.write(f"{dump_json(jsonable(values), indent=None)}\n".encode())

        yield write

    def join(self, parts: Iterable[str], file: IO[bytes], layout: Layout) -> None:
        """Write what is known of all pages into one file."""
        for part in parts:
            copy(part, file)

    def read(self, address: str) -> Iterator[PageRow]:
        """Yield the rows, with the texts as they lie in the folder above the file."""
        folder = address.rpartition("/")[0].rpartition("/")[0]
        for values in read_objects(address):
            row = PageRow.from_dict(values)
            yield replace(row, clean=_read(folder, values[FILE]) if values[FILE] else None)


def _read(folder: str, path: str) -> str:
    address = join(folder, path)
    try:
        with open_to_read(address) as file:
            return file.read().decode("utf-8", "replace")
    except OSError as error:
        raise CannotRead(address, cause_of(error)) from error
