"""Has a PDF read by a process of its own, with limits, and tells how that ended in words.

Some files are made to fill the memory or to take hours (834 bytes can ask for 5 GB), and on some
PDFium crashes: that ends the other process, and here it is an error like any other.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import IO

from reader.formats.budget import SECONDS
from reader.formats.pdf_child import ARGUMENT, HEADER, End
from reader.formats.pdf_page import PageRead, blank_page
from reader.text.causes import cause_of
from reader.text.errors import (
    BrokenFile,
    CannotRead,
    EncryptedFile,
    Place,
    ReaderError,
    TakesTooLong,
    TooMuchInside,
)

KIND = "PDF"
MEMORY = 512 * 2**20  # bytes beside those of the file; a book of a thousand pages takes 150 MB
LARGEST_RESULT = 256 * 2**20  # bytes; 20 million characters with their places take 150 MB
_TRIES = 3  # processes for one file; a page on which one crashes is left out
_WAITING = 3  # times the seconds of work, on a busy machine
_GRACE = 2.0  # seconds for a process to end that has written all
_LOOK = 0.05  # seconds between two questions whether the text is still wanted
_PIECE = 2**16  # bytes
# PDFium ends the process itself when it gets no memory, as does the system when it has none left.
_OUT_OF_MEMORY = frozenset(
    {-int(getattr(signal, name, 0)) for name in ("SIGABRT", "SIGKILL")} - {0}
    | {0xE0000008, 0xE0000008 - 2**32}  # on Windows
)
# The process finds what this one finds, however it was started.
_START = "import sys; sys.path[:] = sys.argv[1:]; from reader.formats.pdf_child import main; main()"


def read_pages_apart(
    data: bytes,
    where: Place,
    *,
    check: Callable[[], None] | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> list[PageRead]:
    """Return what stands on the pages; some on which PDFium crashes do not keep the others.

    `check` is called every 50 ms; what it raises (to cancel) ends the process and goes through.
    `seconds` are those of work in the process. Raises ReaderError: damaged, protected, more inside
    than any document has, too long.
    """
    until = monotonic() + _WAITING * seconds
    pages: list[PageRead] = []
    for _ in range(_TRIES):
        header = HEADER.pack(len(data), memory + len(data), seconds, len(pages))
        end, lines = _run(header, data, where, check, until)
        try:
            number, *found = map(json.loads, lines)
        except ValueError as error:  # nothing was written, or something else
            raise _failure(end, where, seconds) from error
        pages += found
        if end == End.DONE:
            return pages
        if end in (End.TOO_MUCH, End.TOO_LONG):
            break
        pages.append(blank_page(broken=True))
        if len(pages) == number and not all(page["broken"] for page in pages):
            return pages
        if len(pages) >= number:
            break
    raise _failure(end, where, seconds)


def _run(
    header: bytes,
    data: bytes,
    where: Place,
    check: Callable[[], None] | None,
    until: float,
) -> tuple[int, list[bytes]]:
    """Have the process read the file; return how it ended and the whole lines that it wrote."""
    try:
        process = _start()
    except OSError as error:
        raise CannotRead(where, cause_of(error)) from error
    assert process.stdin is not None
    assert process.stdout is not None
    pieces: list[bytes] = []
    writer = Thread(target=_write, args=(process.stdin, header, data), daemon=True)
    reader = Thread(target=_read, args=(process.stdout, pieces), daemon=True)
    try:
        writer.start()
        reader.start()
        while reader.is_alive() and monotonic() < until:
            reader.join(_LOOK)
            if check is not None:
                check()
        if sum(map(len, pieces)) > LARGEST_RESULT:
            return End.TOO_MUCH, []
        end = process.wait(_GRACE)  # its output has ended, and so it has, or nearly
    except subprocess.TimeoutExpired:
        end = int(End.TOO_LONG)
    finally:
        process.kill()
        process.wait()
        writer.join()
        reader.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()
    whole, _, _ = b"".join(pieces).rpartition(b"\n")
    return end, whole.split(b"\n")


def _failure(end: int, where: Place, seconds: float) -> ReaderError:
    """Return the error that an exit code stands for; below zero it is a signal."""
    match end:
        case End.LOCKED:
            return EncryptedFile(where)
        case End.TOO_LONG:
            return TakesTooLong(where, seconds)
        case End.TOO_MUCH | End.NO_MEMORY:
            return TooMuchInside(where)
        case _:
            return TooMuchInside(where) if end in _OUT_OF_MEMORY else BrokenFile(where, KIND)


def _write(pipe: IO[bytes], header: bytes, data: bytes) -> None:
    """Give the file to the process; the pipe stays open, as its end would end the process."""
    with suppress(OSError):  # it ended before it had read all
        pipe.write(header)
        pipe.write(data)
        pipe.flush()


def _read(pipe: IO[bytes], pieces: list[bytes]) -> None:
    """Take what the process writes, until it ends or has written too much."""
    left = LARGEST_RESULT
    with suppress(OSError, ValueError):
        while left >= 0 and (piece := os.read(pipe.fileno(), _PIECE)):
            pieces.append(piece)
            left -= len(piece)


def _start() -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, ARGUMENT]
    else:
        command = [sys.executable, "-c", _START, *sys.path]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
