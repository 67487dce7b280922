"""Files wherever they lie: on this machine, or at an address that fsspec knows (s3://, hdfs://).

Everything that archives read or write goes through here. Addresses are strings; what is written is
seen whole or not at all.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple

from reader.batch.archive.extras import need
from reader.batch.folder import natural_key
from reader.text.causes import Cause
from reader.text.errors import CannotRead, ReaderError, reading_failed, writing_failed

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+(?:::[A-Za-z][A-Za-z0-9+.\-]*)*://")
_GLOB = re.compile(r"[*?\[]")
WORK = "_jingdu"
"""The folder inside a folder of results that holds what is not a result; readers pass it over."""


class Entry(NamedTuple):
    """A file: its address, its name inside the folder that was listed, size and state.

    `state` changes whenever the file does, as far as the system tells.
    """

    address: str
    name: str
    size: int
    state: str


def is_remote(address: str) -> bool:
    """Tell whether an address is one of fsspec, and no path."""
    return _REMOTE.match(address) is not None


def join(folder: str, name: str) -> str:
    """Return the address of something in a folder."""
    return f"{folder.rstrip('/')}/{name}" if is_remote(folder) else os.path.join(folder, name)


def open_to_read(address: str) -> IO[bytes]:
    """Open a file, at its beginning, to read and to seek in. Raises ReaderError."""
    try:
        if is_remote(address):
            found: IO[bytes] = _files(address).open(_bare(address), "rb")
            # A store in memory has one file, with one place in it, for everybody.
            return BytesIO(found.read()) if address.startswith("memory:") else found
        return open(address, "rb")
    except (OSError, ValueError) as error:
        raise _failed_to_read(address, error) from error


@contextmanager
def create(address: str) -> Iterator[IO[bytes]]:
    """Write a file that takes its name when it is whole; makes its folder. Raises ReaderError."""
    folder, _, name = address.replace(os.sep, "/").rpartition("/")
    temporary = f"{folder}/.{name[:60]}.{uuid.uuid4().hex[:12]}.tmp" if folder else ""
    temporary = temporary or f".{name[:60]}.{uuid.uuid4().hex[:12]}.tmp"
    try:
        if is_remote(address):
            with _create_remote(address, temporary) as file:
                yield file
            return
        if folder:
            os.makedirs(folder, exist_ok=True)
        try:
            with open(temporary, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, address)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise writing_failed(address, error) from error


@contextmanager
def _create_remote(address: str, temporary: str) -> Iterator[IO[bytes]]:
    files = _files(address)
    target, half = _bare(address), _bare(temporary)
    files.makedirs(target.rpartition("/")[0], exist_ok=True)
    try:
        with files.open(half, "wb") as file:
            yield file
        if files.exists(target):
            files.rm_file(target)
        files.mv(half, target)
    except BaseException:
        with contextlib.suppress(OSError):
            files.rm_file(half)
        raise


def exists(address: str) -> bool:
    """Tell whether anything has this name. Raises ReaderError where that cannot be known."""
    if is_remote(address):
        try:
            return bool(_files(address).exists(_bare(address)))
        except OSError as error:
            raise _failed_to_read(address, error) from error
    return os.path.lexists(address)


def is_folder(address: str) -> bool:
    """Tell whether an address is a folder."""
    if is_remote(address):
        return bool(_files(address).isdir(_bare(address)))
    return os.path.isdir(address)


def is_empty_folder(address: str) -> bool:
    """Tell whether an address is a folder with nothing in it."""
    if not is_folder(address):
        return False
    if is_remote(address):
        return not _files(address).ls(_bare(address), detail=False)
    with os.scandir(address) as entries:
        return next(entries, None) is None


def remove(address: str) -> None:
    """Remove a file or a whole folder, if it is there. Raises ReaderError."""
    try:
        if is_remote(address):
            files = _files(address)
            if files.exists(_bare(address)):
                files.rm(_bare(address), recursive=True)
        elif os.path.isdir(address) and not os.path.islink(address):
            shutil.rmtree(address)
        else:
            Path(address).unlink(missing_ok=True)
    except OSError as error:
        raise writing_failed(address, error) from error


def size_of(address: str) -> int:
    """Return the bytes of a file, -1 if there is none."""
    try:
        if is_remote(address):
            return int(_files(address).size(_bare(address)) or 0)
        return os.path.getsize(address)
    except OSError:
        return -1


def list_names(folder: str) -> list[str]:
    """Return the names of what lies directly in a folder; none if there is no such folder."""
    try:
        if is_remote(folder):
            found = _files(folder).ls(_bare(folder), detail=False)
            return sorted(one.rstrip("/").rpartition("/")[2] for one in found)
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []


def expand(address: str) -> list[str]:
    """Return what a pattern such as pages/*.html names, in order; anything else names itself.

    A file whose own name holds such signs is meant itself.
    """
    if not _GLOB.search(address) or exists(address):
        return [address]
    if is_remote(address):
        files = _files(address)
        found = [files.unstrip_protocol(one) for one in files.glob(_bare(address))]
    else:
        import glob  # few name a pattern that the shell has not expanded

        found = glob.glob(address, recursive=True)
    return sorted(found, key=lambda one: (natural_key(one), one))


def stat(address: str) -> Entry:
    """Return what is known of one file. Raises ReaderError."""
    name = address.rstrip("/").rpartition("/")[2] if is_remote(address) else Path(address).name
    try:
        if is_remote(address):
            files, bare = _files(address), _bare(address)
            return Entry(address, name, int(files.size(bare) or 0), str(_state(files, bare)))
        found = os.stat(address)
        if not (os.path.isfile(address)):
            raise CannotRead(address, Cause("not_regular"))
    except (OSError, ValueError) as error:
        raise _failed_to_read(address, error) from error
    return Entry(address, name, found.st_size, str(found.st_mtime_ns))


def walk(folder: str, left_out: frozenset[str] = frozenset()) -> Iterator[Entry]:
    """Yield the files of a folder and of those in it, in an order that depends on names alone.

    Hidden ones are passed over, and the addresses `left_out`. A folder that several links lead to
    is visited once. Raises ReaderError if the folder itself cannot be read.
    """
    if is_remote(folder):
        yield from _walk_remote(folder, left_out)
        return
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise reading_failed(folder, error) from error
    yield from _walk_local(folder, "", {os.path.abspath(one) for one in left_out}, set())


def _walk_local(
    folder: str, inside: str, left_out: set[str], visited: set[tuple[int, int]]
) -> Iterator[Entry]:
    try:
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in visited:
            return
        visited.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            shown = [one for one in entries if one.name[0] != "." and one.name != WORK]
    except OSError:
        return  # it went away meanwhile, or belongs to somebody else
    shown.sort(key=lambda one: (natural_key(one.name), one.name))
    folders: list[os.DirEntry[str]] = []
    for one in shown:
        if os.path.abspath(one.path) in left_out:
            continue
        try:
            if one.is_dir():
                folders.append(one)
            elif one.is_file():
                found = one.stat()
                yield Entry(one.path, inside + one.name, found.st_size, str(found.st_mtime_ns))
        except OSError:
            continue  # a link to itself
    for one in folders:
        yield from _walk_local(one.path, f"{inside}{one.name}/", left_out, visited)


def _walk_remote(folder: str, left_out: frozenset[str]) -> Iterator[Entry]:
    files, root = _files(folder), _bare(folder).rstrip("/")
    away = {_bare(one).rstrip("/") for one in left_out}
    try:
        found: dict[str, Any] = files.find(root, detail=True)
    except (OSError, ValueError) as error:
        raise _failed_to_read(folder, error) from error
    for path in sorted(found, key=lambda one: (natural_key(one), one)):
        name = path[len(root) :].lstrip("/")
        parts = name.split("/")
        if any(part[:1] == "." or part == WORK for part in parts):
            continue
        if any(path == one or path.startswith(f"{one}/") for one in away):
            continue
        size = int(found[path].get("size") or 0)
        yield Entry(files.unstrip_protocol(path), name, size, str(_state(files, path)))


def _state(files: Any, path: str) -> object:  # noqa: ANN401 - fsspec has no types
    """Return what changes when a file does; not all stores tell more than its size."""
    try:
        return files.ukey(path)
    except (OSError, NotImplementedError, KeyError, AttributeError, TypeError):
        return ""


def _files(address: str) -> Any:  # noqa: ANN401
    """Return the store that an address belongs to. Raises ReaderError."""
    fsspec = need("fsspec")
    try:
        files, _ = fsspec.core.url_to_fs(address)
    except ImportError as error:  # the driver of the store is a package of its own
        raise CannotRead(address, Cause("system", words=str(error))) from error
    except (OSError, ValueError) as error:
        raise _failed_to_read(address, error) from error
    return files


def _bare(address: str) -> str:
    """Return the path that an address has inside its store."""
    fsspec = need("fsspec")
    _, path = fsspec.core.url_to_fs(address)
    return str(path)


def _failed_to_read(address: str, error: Exception) -> ReaderError:
    if not isinstance(error, OSError):
        error = FileNotFoundError(str(error))
    return reading_failed(address, error)
