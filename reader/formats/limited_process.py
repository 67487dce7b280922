"""Starts another program with limits, and ends it with all that it started.

It ends when its time is over, when its work is not wanted any more, and when this program ends,
however that happens: the other program is looked after by a shell or a job of Windows.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Limits(NamedTuple):
    """What a program may take: bytes of memory, bytes of a file that it writes."""

    memory: int
    file: int


if sys.platform == "win32":
    from reader.formats.windows_job import Job

    class LimitedProcess:
        """A running program, started with limits. Raises OSError where it cannot be started."""

        def __init__(
            self, command: Sequence[str], folder: Path, environment: Mapping[str, str], of: Limits
        ) -> None:
            self._job = Job(of.memory)
            self._process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NO_WINDOW,
            )  # fmt: skip
            self._job.add(self._process)

        def wait(self, seconds: float) -> int | None:
            """Wait some time; return the exit code, None while it runs."""
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(seconds)
            return None

        def end(self) -> None:
            """End the program and all that it started, if any of it still runs."""
            self._job.end()
            self._process.wait()

else:
    # The shell sets the limits and waits. Beside it another reads from a pipe whose other end is
    # with us alone: when we are gone it has read all, and ends the group, itself included.
    _SHELL = "/bin/sh"
    _SCRIPT = """
    ulimit -c 0; ulimit -f {blocks} 2>/dev/null; ulimit -v {kilobytes} 2>/dev/null
    exec 3<&0 </dev/null
    "$@" 3<&- & program=$!
    {{ read -r line <&3; kill -s KILL 0; }} &
    exec 3<&-
    wait "$program"; exit $?
    """
    _BLOCK = 512  # bytes, by the rules of POSIX

    class LimitedProcess:
        """A running program, started with limits. Raises OSError where it cannot be started."""

        def __init__(
            self, command: Sequence[str], folder: Path, environment: Mapping[str, str], of: Limits
        ) -> None:
            script = _SCRIPT.format(blocks=of.file // _BLOCK, kilobytes=of.memory // 1024)
            self._process = subprocess.Popen(
                [_SHELL, "-c", script, _SHELL, *command], cwd=folder, env=environment,
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip

        def wait(self, seconds: float) -> int | None:
            """Wait some time; return the exit code, None while it runs."""
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(seconds)
            return None

        def end(self) -> None:
            """End the program and all that it started, if any of it still runs."""
            # The group is named by the shell, and outlives it while the other shell reads: its
            # number belongs to nobody else before that pipe is closed.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            assert self._process.stdin is not None
            with suppress(OSError):
                self._process.stdin.close()
