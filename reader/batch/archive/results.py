"""Reads the rows of a run again, whatever its output is."""

from __future__ import annotations

from collections.abc import Iterator

from reader.batch.archive.job import Places
from reader.batch.archive.row import PageRow
from reader.batch.archive.storage import exists, join, list_names
from reader.text.errors import FileMissing


def read_rows(output: str) -> Iterator[PageRow]:
    """Yield the rows of a result, in the order of the source. Raises ReaderError."""
    places = Places.of(output)
    if places.joined and exists(places.joined):
        yield from places.sink.read(places.joined)
        return
    parts = list_parts(places)
    if not parts:
        raise FileMissing(output)
    for part in parts:
        yield from places.sink.read(part)


def list_parts(places: Places) -> list[str]:
    """Return the addresses of the parts, in order."""
    names = [
        name
        for name in list_names(places.parts)
        if name.startswith("part-") and name.endswith(places.sink.ending)
    ]
    names.sort(key=lambda name: (len(name), name))  # part-100000 after part-99999
    return [join(places.parts, name) for name in names]
