"""What the writer of a shape takes and gives: the same for each shape of output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, Any, NamedTuple, Protocol

from reader.batch.archive.page import Page
from reader.batch.archive.row import PageRow


class Result(NamedTuple):
    """A page and what became of it."""

    page: Page
    row: PageRow


@dataclass(frozen=True, slots=True)
class Layout:
    """What all parts of an output have in common.

    `address` is the output, `columns` those of the source, where all its tables have the same;
    `details` says that every repair stands in its row.
    """

    address: str
    columns: Any = None
    has_given: bool = False
    details: bool = False


class Write(Protocol):
    """Writes one result."""

    def __call__(self, result: Result) -> None:
        """Write it."""
        ...


class Sink(Protocol):
    """One shape of output. `ending` is that of its parts."""

    @property
    def ending(self) -> str:
        """How the names of parts end."""
        ...

    def write_part(self, file: IO[bytes], layout: Layout) -> AbstractContextManager[Write]:
        """Begin a part; what it yields writes a result. Raises ReaderError."""
        ...

    def join(self, parts: Iterable[str], file: IO[bytes], layout: Layout) -> None:
        """Write the parts as one file, in constant memory. Raises ReaderError."""
        ...

    def read(self, address: str) -> Iterator[PageRow]:
        """Yield the rows of a part, or of all parts joined. Raises ReaderError."""
        ...


class Hashed:
    """A file that counts and hashes what is written to it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Write bytes."""
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self.size

    def flush(self) -> None:
        """Flush the file."""
        self._file.flush()

    @property
    def digest(self) -> str:
        """The SHA-256 of what was written."""
        return self._digest.hexdigest()

    # What pyarrow asks of a file.
    closed = False

    def close(self) -> None:
        """Leave it open: whoever opened it closes it."""

    def readable(self) -> bool:
        """Tell that nothing can be read."""
        return False

    def writable(self) -> bool:
        """Tell that bytes can be written."""
        return True

    def seekable(self) -> bool:
        """Tell that there is no way back."""
        return False


def given_name(name: str, own: Sequence[str]) -> str:
    """Return what a column of the source is called beside those of a row."""
    while name in own:
        name = f"input_{name}"
    return name
