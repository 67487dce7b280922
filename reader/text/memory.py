"""Gives memory back that a long piece of work needed for a while."""

from __future__ import annotations

import ctypes
import linecache
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # as malloc.h has them
_LARGE = 2**20  # bytes


def spare() -> None:
    """Have the GNU C library give back what is freed; for a program with few threads.

    By itself it keeps a heap for each thread, and blocks of up to 32 MB that were freed once: 60 MB
    after a text of a million damaged characters. Call it before threads are started.
    """
    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)
        if choose is not None:
            for option, value in (
                (_ARENA_MAX, 1),
                (_MMAP_THRESHOLD, _LARGE),
                (_TRIM_THRESHOLD, _LARGE),
            ):
                choose(option, value)


def give_back() -> None:
    """Let go of what nobody will ask for, and hand free memory of the C library to the system.

    PySide6 has the source of each module read when it is imported, and Python keeps those lines:
    15 MB.
    """
    linecache.clearcache()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
