"""Divides all sources of a run into chunks: what there is, and who reads which part of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from reader.batch.archive.errors import NoPages, UnknownShape
from reader.batch.archive.extras import need
from reader.batch.archive.page import Page
from reader.batch.archive.sources.cells import BadRow
from reader.batch.archive.sources.members import gather
from reader.batch.archive.sources.names import Twins
from reader.batch.archive.sources.slices import Measure, Member, Reading, Slice, broken
from reader.batch.archive.sources.streams import Streams, needs_of, packing_of
from reader.batch.archive.sources.table import DOCUMENTS, describe_shapes, shape_of, shape_with
from reader.batch.archive.storage import (
    Entry,
    expand,
    is_folder,
    is_remote,
    join,
    stat,
    walk,
)
from reader.review.journal_name import ENDING
from reader.text.document import Origin
from reader.text.errors import FileMissing, ReaderError

_LEAST, _MOST = 2**18, 2**25  # bytes of one chunk
_SHARES = 512  # chunks that a source is divided into, where that makes them neither
_UNPACKED = 4  # times as many bytes come out of a packed file


@dataclass(frozen=True, slots=True)
class Chunk:
    """A share of the work that one worker does at once.

    `first` is the position of its first page, `source` what its file is called in rows, `address`
    where that lies (of documents: their folder). `folder` is where a folder of results puts what
    comes from an archive, where there are several.
    """

    number: int
    shape: str
    address: str
    source: str
    first: int
    part: Slice
    folder: str = ""

    @property
    def count(self) -> int:
        """How many pages it has at most."""
        return self.part.count


class Survey(NamedTuple):
    """What there is before anything is read: files, their bytes, and what tells of a change.

    `columns` are those that all tables have (a schema, of Parquet), None where they differ;
    `has_given` says that rows have something besides a text.
    """

    files: int
    passed_over: int
    size: int
    fingerprint: str
    columns: Any
    has_given: bool


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the sources; `root` is the folder that it is a page of, if it is one."""

    entry: Entry
    root: str
    source: str


class Sources:
    """All sources of a run; the same files in the same order, whenever one asks."""

    def __init__(
        self, named: Sequence[str], reading: Reading, left_out: Sequence[str] = ()
    ) -> None:
        """Take what the user named: files, folders, patterns, addresses.

        `left_out` are the outputs, which may lie inside a source.
        """
        self._named = tuple(named)
        self._reading = reading
        self._left_out = frozenset(left_out)

    def survey(self) -> Survey:
        """Return what there is.

        Raises ReaderError: nothing, nothing that can be read, or a package is not installed.
        """
        digest = sha256()
        files = passed_over = size = 0
        schemas: list[Any] = []
        has_given = False
        for one in self._list():
            shape = shape_of(one.entry.name)
            if shape is None:
                passed_over += not one.entry.name.endswith(ENDING)
                continue
            for package in (*shape.needs, *needs_of(one.entry.name)):
                need(package)
            files += 1
            size += one.entry.size
            line = f"{one.entry.name}\0{one.entry.size}\0{one.entry.state}\n"
            digest.update(line.encode("utf-8", "surrogateescape"))
            has_given = has_given or shape.has_given
            if shape.check is not None and not one.root:
                shape.check(one.entry, self._reading)
            if shape.columns is not None and len(schemas) < 2:
                try:
                    found = shape.columns(one.entry, self._reading)
                except ReaderError:
                    if not one.root:
                        raise
                    continue
                if found not in schemas:
                    schemas.append(found)
            elif shape.has_given:
                schemas = [None, None]  # lines of JSON have whatever they have
        if not files:
            raise NoPages(", ".join(self._named))
        columns = schemas[0] if len(schemas) == 1 else None
        return Survey(files, passed_over, size, digest.hexdigest(), columns, has_given)

    def plan(self, survey: Survey, chunk_size: int | None = None) -> Iterator[Chunk]:
        """Yield all chunks in order; what they are depends on the sources alone.

        Raises ReaderError if a file that was named cannot be read; one that was found in a folder
        becomes a row that says so.
        """
        first = 0
        for number, (one, part) in enumerate(self._slices(survey.size, chunk_size)):
            shape = shape_of(one.entry.name)
            assert shape is not None
            is_page = shape.plan is None
            address = one.root if is_page else one.entry.address
            folder = one.entry.name if survey.files > 1 and not is_page else ""
            yield Chunk(number, shape.id, _absolute(address), one.source, first, part, folder)
            first += part.count

    def _slices(self, size: int, chunk_size: int | None) -> Iterator[tuple[_File, Slice]]:
        waiting: list[_File] = []
        twins = Twins()
        for one in self._list():
            shape = shape_of(one.entry.name)
            if shape is None:
                continue
            if shape.plan is None:
                if waiting and waiting[0].root != one.root:
                    yield from _gather(waiting, _measure(size, chunk_size, ""), twins)
                    waiting = []
                waiting.append(one)
                if len(waiting) >= 4096:  # a folder may hold millions
                    yield from _gather(waiting, _measure(size, chunk_size, ""), twins)
                    waiting = []
                continue
            yield from _gather(waiting, _measure(size, chunk_size, ""), twins)
            waiting = []
            measure = _measure(size, chunk_size, one.entry.name)
            try:
                for part in shape.plan(one.entry, self._reading, measure):
                    yield one, part
            except ReaderError as error:
                if not one.root:
                    raise
                yield one, broken(0, str(error), one.entry.size)
        yield from _gather(waiting, _measure(size, chunk_size, ""), twins)

    def _list(self) -> Iterator[_File]:
        """Yield the files of all sources."""
        single: list[str] = []
        for name in self._named:
            found = expand(name)
            if not found:
                raise FileMissing(name)
            for one in found:
                if is_folder(one):
                    yield from self._name_single(single)
                    single = []
                    for entry in walk(one, self._left_out):
                        yield _File(
                            entry, one, one if _is_document(entry) else join(one, entry.name)
                        )
                else:
                    single.append(one)
        yield from self._name_single(single)

    def _name_single(self, addresses: Sequence[str]) -> Iterator[_File]:
        """Yield files that were named one by one, called as they lie to each other."""
        if not addresses:
            return
        folder = _common_folder(addresses)
        for one in addresses:
            entry = stat(one)
            if shape_of(entry.name) is None:
                raise UnknownShape(one, describe_shapes())
            name = one[len(folder) :].lstrip("/\\") if folder else one
            root = folder or "." if _is_document(entry) else ""
            yield _File(entry._replace(name=name), root, root or one)


def read_chunk(chunk: Chunk, reading: Reading, streams: Streams) -> Iterator[Page]:
    """Yield the pages of a chunk. Raises ReaderError if its file cannot be read any more."""
    if chunk.part.error:
        error = chunk.part.error

        def fail() -> tuple[str, Origin]:
            raise BadRow("rest_lost", words=error)

        yield Page(chunk.source, chunk.source, chunk.first, fail, path=chunk.source)
        return
    shape = shape_with(chunk.shape)
    base = os.path.basename(chunk.source.rstrip("/")) if not is_remote(chunk.source) else ""
    base = base or chunk.source.rstrip("/").rpartition("/")[2]
    for one in shape.read(chunk.address, chunk.part, reading, streams):
        is_row = one.name.startswith("#")
        yield Page(
            f"{base}{one.name}" if is_row else one.name,
            chunk.source,
            chunk.first + one.number,
            one.read,
            one.address,
            one.date,
            _join(chunk.folder or (base if is_row else ""), one.path),
            one.twin,
            one.given,
        )


def _gather(
    files: Sequence[_File], measure: Measure, twins: Twins
) -> Iterator[tuple[_File, Slice]]:
    """Yield slices of documents that lie in one folder."""
    members = (
        Member(0, one.entry.size, one.entry.name, twins.count(one.entry.name)) for one in files
    )
    for part in gather(members, measure):
        yield files[0], part


def _join(folder: str, path: str) -> str:
    return f"{folder}/{path.lstrip('/')}" if folder else path


def _measure(size: int, chunk_size: int | None, name: str) -> Measure:
    """Return how large chunks are: a larger source has larger ones, or there were too many."""
    if chunk_size is not None:
        return Measure(chunk_size)
    packed = _UNPACKED if packing_of(name) or name.endswith((".parquet", ".zip")) else 1
    return Measure(min(_MOST, max(_LEAST, size * packed // _SHARES)))


def _is_document(entry: Entry) -> bool:
    return shape_of(entry.name) is DOCUMENTS


def _common_folder(addresses: Sequence[str]) -> str:
    """Return the folder that all files lie in; empty for the current one."""
    folders = [one.rpartition("/")[0] for one in addresses]
    first = folders[0].split("/") if folders[0] else []
    for other in folders[1:]:
        parts = other.split("/") if other else []
        same = 0
        while same < min(len(first), len(parts)) and first[same] == parts[same]:
            same += 1
        first = first[:same]
    found = "/".join(first)
    return "/" if first == [""] else found


def _absolute(address: str) -> str:
    """Return an address that means the same in another folder; workers may run elsewhere."""
    return address if is_remote(address) else os.path.abspath(address)
