"""Writes a file so that nobody ever finds half of it, and no two programs at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import IO

from reader.text.errors import FileBusy, writing_failed

_PIECE = 2**20  # bytes
_AT_ONCE = 2**20  # code points that are encoded together
_PATIENCE = 3.0  # seconds to wait for another program; a file is written in a few milliseconds


def read_up_to(file: IO[bytes], limit: int) -> bytes | None:
    """Return the bytes of a file or a pipe, None if there are more than `limit`. Raises OSError.

    They are read piece by piece: a pipe may never end, and memory is taken only for what came.
    Pieces of too much are not joined, as that would take the memory twice.
    """
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := file.read(min(_PIECE, left))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces) if left > 0 else None


def write_text(path: str | Path, text: str) -> None:
    """Write `text` to `path` as UTF-8, line ends as given; a lone surrogate becomes U+FFFD.

    The file is whole at any moment, as with `write_bytes`. Raises ReaderError.
    """
    write_bytes(path, encode_text(text))


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write `data` to `path`.

    It goes to a temporary file in the same folder, which then takes the name: what stood there
    before is whole until that moment. Raises ReaderError.
    """
    target = Path(path)
    try:
        target = target.resolve()  # a link stays a link; what it names is replaced
        if target.is_dir():
            raise IsADirectoryError
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # /dev/stdout, a pipe: nothing to move onto
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError  # moving onto a write-protected file would succeed
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        import tempfile  # no start needs it

        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".jingdu-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, mode)
            os.replace(temporary, target)
            _sync_folder(target.parent)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in the name; a link to itself
        raise writing_failed(Path(path), error) from error


@contextmanager
def locked(path: str | Path) -> Iterator[None]:
    """Keep every other program that asks for the lock of `path` from having it meanwhile.

    Who changes a part of a file reads, changes and writes it under this lock. The lock is the file
    .NAME.lock beside it; that stays there, and the system frees it when a program ends, even by a
    crash. Makes the folder. Raises ReaderError.
    """
    # Here and not above: it takes 70 ms to import, and few who write a file need it.
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))  # by whichever link it is reached, the lock is one
    lock = target.with_name(f".{target.name}.lock")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        held = FileLock(lock, timeout=_PATIENCE, poll_interval=0.01).acquire()
    except Timeout as error:
        raise FileBusy(Path(path)) from error
    except OSError as error:
        # A lock that is there but cannot be opened, such as another user's, is itself in the way.
        raise writing_failed(lock if os.path.lexists(lock) else Path(path), error) from error
    with held:
        yield


def encode_text(text: str) -> bytes:
    """Return `text` in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.encode("utf-8")


def encode_pieces(pieces: Iterable[str]) -> bytes:
    """Return pieces of text as `encode_text` does all of them together, which need more memory."""
    buffer = BytesIO()
    waiting: list[str] = []
    length = 0
    for piece in filter(None, pieces):
        waiting.append(piece)
        length += len(piece)
        if length >= _AT_ONCE and not "\ud800" <= piece[-1] <= "\udbff":  # no pair is parted
            buffer.write(encode_text("".join(waiting)))
            waiting.clear()
            length = 0
    buffer.write(encode_text("".join(waiting)))
    return buffer.getvalue()


def _sync_folder(folder: Path) -> None:
    """Bring a new name in a folder to the disk, where the system can: a power cut may take it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    """Return the process's umask; the system tells it only while setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
