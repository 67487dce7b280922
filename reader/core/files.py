"""Writes a file so that nobody ever finds half of it."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from reader.core.errors import writing_failed


def write_text(path: str | Path, text: str) -> None:
    """Write `text` to `path` as UTF-8, line ends as given.

    The text goes to a temporary file in the same folder, which then takes the name: what stood
    there before is whole until that moment. A lone surrogate is written as U+FFFD. Raises
    ReaderError.
    """
    target = Path(path)
    try:
        target = target.resolve()  # a link stays a link; what it names is replaced
        if target.is_dir():
            raise IsADirectoryError
        if target.exists() and not target.is_file():
            _write_through(target, text)  # /dev/stdout, a pipe: nothing to move onto
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError  # moving onto a write-protected file would succeed
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".jingdu-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(encoded(text))
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, mode)
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        failed = error if isinstance(error, OSError) else OSError(str(error))
        raise writing_failed(Path(path), failed) from error


def encoded(text: str) -> bytes:
    """Return `text` in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.encode("utf-8")


def _write_through(path: Path, text: str) -> None:
    with path.open("wb") as file:
        file.write(encoded(text))


def _umask() -> int:
    """Return the process's umask; the system tells it only while setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
