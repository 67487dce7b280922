"""Standard output and error: UTF-8 whatever the locale, and clear words when they fail."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from typing import TextIO

from reader.text.causes import Cause, cause_of
from reader.text.errors import FileTooBig, InputClosed, InputUnreadable
from reader.text.files import encode_text, read_up_to

# Control characters, and what ends a line or turns its direction: a terminal would obey them.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class OutputGone(Exception):  # noqa: N818 - named by what happened
    """Standard output takes no more; the message says why."""

    def __init__(self, code: str, **values: object) -> None:
        from reader.text.sentences import error_words  # no start needs all sentences

        super().__init__(error_words(code, values)[0])


def use_utf8() -> None:
    """Make what others print (argparse, warnings) UTF-8 too, with line ends as given."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def read(limit: int) -> bytes:
    """Return all that comes on standard input, up to `limit` bytes. Raises ReaderError."""
    if sys.stdin is None:
        raise InputClosed
    try:
        data = read_up_to(sys.stdin.buffer, limit)
    except IsADirectoryError as error:
        raise InputUnreadable(Cause("is_folder")) from error
    except OSError as error:
        raise InputUnreadable(cause_of(error)) from error
    if data is None:
        raise FileTooBig(None, limit + 1, limit)
    return data


def is_terminal() -> bool:
    """Tell if standard output is shown on a terminal, which takes text only."""
    return sys.stdout is not None and sys.stdout.isatty()


def write(text: str) -> None:
    """Write `text` to standard output at once. Raises OutputGone."""
    write_data(encode_text(text))


def write_data(data: bytes) -> None:
    """Write bytes to standard output at once. Raises OutputGone."""
    if sys.stdout is None:
        raise OutputGone("output_unwritable", reason=Cause("stream_closed"))
    try:
        _write_all(sys.stdout, data)
    except BrokenPipeError:
        _silence()
        raise OutputGone("output_unread") from None
    except OSError as error:
        _silence()
        raise OutputGone("output_unwritable", reason=cause_of(error)) from None


def say(message: str) -> None:
    """Write a line for the user to standard error, for as long as anybody listens."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        _write_all(sys.stderr, encode_text(f"{harmless(message)}\n"))


def harmless(text: str) -> str:
    r"""Return a line in which nothing steers the terminal: the escape in a name becomes \x1b."""
    return _STEERING.sub(lambda found: ascii(found[0])[1:-1], text)


def _write_all(stream: TextIO, data: bytes) -> None:
    """Write all of `data`: with PYTHONUNBUFFERED one call may take only a part of it."""
    stream.flush()
    rest = memoryview(data)
    while rest:
        rest = rest[stream.buffer.write(rest) :]
    stream.buffer.flush()


def _silence() -> None:
    """Send what is still buffered nowhere; Python would complain about it at exit."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
