"""What the reader of a shape takes and gives: the same for each shape of source.

A source is divided into slices, each described by a few numbers and names. Whoever cleans a slice
reads it by itself: no text ever passes through the program that hands them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.batch.archive.page import ReadText
from reader.batch.archive.storage import Entry

if TYPE_CHECKING:
    from reader.batch.archive.sources.streams import Streams

LARGEST_PAGE = 64 * 2**20  # bytes; a page of more is no page


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: the column of the text, and the encoding where it was named."""

    column: str = "text"
    encoding: str | None = None
    whole_page: bool = False


class Member(NamedTuple):
    """A page that has a name of its own: where it begins, its bytes, and its name.

    `twin` counts the pages before it whose results would get the same name.
    """

    place: int
    size: int
    name: str
    twin: int = 0


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of one file: `count` pages, from `start` to `stop`, or the `members`.

    What the numbers are is the affair of the shape: bytes, rows. `work` is how many bytes of the
    file it stands for, `error` says why nothing can be read there: then it is a single page.
    """

    start: int
    stop: int
    count: int
    work: int
    members: tuple[Member, ...] = ()
    group: int = 0
    error: str = ""


class Found(NamedTuple):
    """A page as a shape finds it; `Page` says what the fields are.

    `number` counts from 0 in the slice. `name` is the name inside the file.
    """

    number: int
    name: str
    read: ReadText
    address: str = ""
    date: str = ""
    path: str = ""
    twin: int = 0
    given: Mapping[str, Any] | None = None


class Measure(NamedTuple):
    """How much goes into one slice at most: bytes of text, and pages."""

    size: int
    pages: int = 10_000


Plan = Callable[[Entry, Reading, Measure], Iterator[Slice]]
"""Divides a file. Raises ReaderError if nothing of it can be read."""
Read = Callable[[str, Slice, Reading, "Streams"], Iterator[Found]]
"""Yields the pages of a slice of the file at an address. Raises ReaderError."""
Check = Callable[[Entry, Reading], None]
"""Raises NoColumn if a file that was named cannot have the column that was."""
Columns = Callable[[Entry, Reading], Any]
"""Returns the names of the columns of a table. Raises ReaderError."""


def broken(start: int, error: str, work: int = 0) -> Slice:
    """Return the slice that says what is wrong with the rest of a file."""
    return Slice(start, start, 1, work, error=error)
