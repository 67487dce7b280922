"""What of a run is done: lines of JSON beside the parts, each on the disk before it counts.

The first line says what the run was asked for; each other one that a part is whole, with its size
and hash, the last that all are. A run that goes on compares the first, and does what the others
lack. The shares of one run (--part) write a file each and read all of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from typing import IO, Any

from reader.batch.archive.chunk import Part, part_name
from reader.batch.archive.errors import CannotResume, OutputBusy
from reader.batch.archive.storage import (
    create,
    is_remote,
    join,
    list_names,
    open_to_read,
    size_of,
)
from reader.text.errors import ReaderError, writing_failed

FORMAT = "jingdu-batch/1"
_PIECE = 2**20
_COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Head:
    """What a run was asked for: hashes of the source, the options and the engine."""

    source: str
    options: str
    engine: str

    def check(self, other: Mapping[str, Any], where: str) -> None:
        """Raise CannotResume if a manifest was begun for something else."""
        if other.get("format") != FORMAT:
            raise CannotResume(where, "format")
        for one in fields(self):
            if other.get(one.name) != getattr(self, one.name):
                raise CannotResume(where, one.name)


class Manifest:
    """The manifest of one share of a run. Use it as a context manager: it holds a lock."""

    def __init__(self, folder: str, where: str, share: tuple[int, int] = (1, 1)) -> None:
        """Take the folder that it lies in; `where` is what messages call the output."""
        self._folder, self._where, self._share = folder, where, share
        self._file: IO[bytes] | None = None
        self._lines: list[bytes] = []  # of a store that cannot add to a file
        self._held = ExitStack()

    @property
    def address(self) -> str:
        """Where it lies."""
        share, shares = self._share
        name = "manifest.jsonl" if shares == 1 else f"manifest-{share}-of-{shares}.jsonl"
        return join(self._folder, name)

    def __enter__(self) -> Manifest:
        """Take the lock. Raises OutputBusy if another run has it."""
        if not is_remote(self._folder):
            from filelock import FileLock, Timeout  # takes 70 ms to import

            try:
                os.makedirs(self._folder, exist_ok=True)
                lock = FileLock(f"{self.address}.lock", timeout=0)
                self._held.callback(lock.release)
                lock.acquire()
            except Timeout as error:
                raise OutputBusy(self._where) from error
            except OSError as error:
                raise writing_failed(self._folder, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()
        self._held.close()
        if not is_remote(self._folder):
            with suppress(OSError):
                os.unlink(f"{self.address}.lock")

    def begin(self, head: Head, parts: str, ending: str) -> dict[int, Part]:
        """Begin or go on; return the parts that are whole, by their number.

        `parts` is the folder that they lie in, `ending` that of their names.
        Raises ReaderError: the manifests that are there are of another run.
        """
        done: dict[int, Part] = {}
        own: list[bytes] = []
        for address in find_manifests(self._folder):
            lines = list(_read_lines(address))
            if lines:
                head.check(json.loads(lines[0]), self._where)
            if address == self.address:
                own = lines
            for line in lines[1:]:
                part = _part_of(line)
                if part is not None:
                    done[part.number] = part
        done = {
            number: part
            for number, part in done.items()
            if _is_whole(join(parts, part_name(number, ending)), part)
        }
        first = json.dumps({"format": FORMAT, **asdict(head)}).encode() + b"\n"
        self._start([first, *own[1:]])
        return done

    def add(self, part: Part) -> None:
        """Note that a part is whole. Raises ReaderError."""
        self._add(asdict(part))

    def finish(self, parts: int) -> None:
        """Note that all parts of the run are there. Raises ReaderError."""
        self._add({_COMPLETE: parts})

    def _add(self, values: Mapping[str, Any]) -> None:
        line = json.dumps(values).encode() + b"\n"
        if self._file is None:
            self._lines.append(line)
            with create(self.address) as file:
                file.write(b"".join(self._lines))
            return
        try:
            self._file.write(line)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise writing_failed(self.address, error) from error

    def _start(self, lines: list[bytes]) -> None:
        """Write the lines that hold; what a crash left of another one goes."""
        with create(self.address) as file:
            file.write(b"".join(lines))
        if is_remote(self._folder):
            self._lines = lines
            return
        try:
            self._file = open(self.address, "ab")  # noqa: SIM115 - open as long as the run
        except OSError as error:
            raise writing_failed(self.address, error) from error


def find_manifests(folder: str) -> list[str]:
    """Return the addresses of the manifests in a folder; none if no run was begun there."""
    names = list_names(folder)
    return [
        join(folder, name)
        for name in names
        if name.startswith("manifest") and name.endswith(".jsonl")
    ]


def is_complete(folder: str) -> bool:
    """Tell whether the run that was begun in a folder has come to its end."""
    return any(
        _COMPLETE in json.loads(line)
        for address in find_manifests(folder)
        for line in _read_lines(address)
    )


def _read_lines(address: str) -> Iterator[bytes]:
    """Yield the whole lines of a manifest; the last may be torn."""
    with open_to_read(address) as file:
        for line in file:
            if not line.endswith(b"\n"):
                return
            try:
                json.loads(line)
            except ValueError:
                return
            yield line


def _part_of(line: bytes) -> Part | None:
    values = json.loads(line)
    if _COMPLETE in values:
        return None
    return Part(**{one.name: values[one.name] for one in fields(Part)})


def _is_whole(address: str, part: Part) -> bool:
    """Tell whether a part is there as it was written."""
    if size_of(address) != part.size:
        return False
    digest = sha256()
    try:
        with open_to_read(address) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except (OSError, ReaderError):
        return False
    return digest.hexdigest() == part.digest
