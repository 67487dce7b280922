"""The process that reads one PDF file: bytes come in, pages go out, and it ends by itself.

In: `HEADER`, then the bytes; the sender keeps the pipe open, and its end is the end of the process,
so that nothing is left when the program is killed. Out: lines of JSON, the number of pages, then
what is on each, as soon as it is read. The exit code is an `End`.

Memory and time are watched here, since PDFium cannot be interrupted; where the system has limits of
its own, these stand behind.
"""

from __future__ import annotations

import enum
import json
import os
import signal
import struct
import sys
import threading
import time

HEADER = struct.Struct("<QQdI")
"""Bytes of the file, bytes of memory, seconds of work, the first page to read."""
ARGUMENT = "--read-pdf"
"""What a program packed into one file is started with to be this process."""
_LOOK = 0.02  # seconds between two looks at the memory; PDFium takes 500 MB a second
_SLACK = 512 * 2**20  # addresses that Python and its libraries take without filling them


class End(enum.IntEnum):
    """How the process ended, as its exit code; any other is a crash of PDFium."""

    DONE = 0
    BROKEN = 20
    LOCKED = 21
    TOO_MUCH = 22
    NO_MEMORY = 23
    TOO_LONG = 24


def main() -> None:
    """Read the file that standard input gives, write its pages to standard output, and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this
    threading.stack_size(2**18)
    given = open(0, "rb", closefd=False)  # noqa: SIM115 - a program with a window has no sys.stdin
    size, memory, seconds, first = HEADER.unpack(given.read(HEADER.size))
    _limit(memory)
    threading.Thread(target=_watch, args=(memory, seconds), daemon=True).start()
    try:
        data = given.read(size)
        threading.Thread(target=_end_with_sender, daemon=True).start()
        end = _write_pages(data, first)
    except MemoryError:
        end = End.NO_MEMORY
    except OSError:  # nobody reads any more
        end = End.BROKEN
    os._exit(end)  # without waiting for the thread that reads


def _write_pages(data: bytes, first: int) -> End:
    from reader.formats.pdf_pages import Broken, Locked, TooMuch, read_pages

    try:
        with open(1, "wb", closefd=False) as out:
            for page in read_pages(data, first):
                out.write(json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode())
                out.write(b"\n")
                out.flush()
    except Broken:
        return End.BROKEN
    except Locked:
        return End.LOCKED
    except TooMuch:
        return End.TOO_MUCH
    return End.DONE


def _end_with_sender() -> None:
    while os.read(0, 1):
        pass
    os._exit(End.BROKEN)


def _watch(memory: int, seconds: float) -> None:
    """End the process when it takes more than it may; PDFium lets other threads run."""
    while True:
        if _taken() > memory:
            os._exit(End.NO_MEMORY)
        if time.process_time() > seconds:  # of work, so that a busy machine does not count
            os._exit(End.TOO_LONG)
        time.sleep(_LOOK)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _NO_REPORT = 0x0001 | 0x0002  # a crash shows no window

    class _Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def _limit(_memory: int) -> None:
        ctypes.windll.kernel32.SetErrorMode(_NO_REPORT)

    def _taken() -> int:
        """Return the bytes of memory that this process takes."""
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel.K32GetProcessMemoryInfo(
            wintypes.HANDLE(kernel.GetCurrentProcess()), ctypes.byref(counters), counters.cb
        )
        return int(counters.PagefileUsage)

else:
    import resource

    _UNIT = 1 if sys.platform == "darwin" else 1024

    def _limit(memory: int) -> None:
        limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory + _SLACK)]
        for which, most in limits:
            hard = resource.getrlimit(which)[1]
            if hard == resource.RLIM_INFINITY or most <= hard:
                try:
                    resource.setrlimit(which, (most, hard))
                except (OSError, ValueError):  # macOS refuses some; the watch is left
                    continue

    def _taken() -> int:
        """Return the bytes of memory that this process takes, or has taken at most.

        On Linux what getrusage gives is inherited from the program that started this one: after a
        long book was opened, every PDF would be too much.
        """
        try:
            with open("/proc/self/statm", encoding="ascii") as statm:
                return int(statm.read().split()[1]) * resource.getpagesize()
        except (OSError, ValueError, IndexError):
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
